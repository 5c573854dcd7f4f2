"""Holds the migrations to the tables, and to losing nothing."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from tests.knowledge.adapters.processes import started
from tests.knowledge.adapters.records import (
    ANSWERED,
    DIRECTORY,
    ESCALATED,
    NOON,
    ORIGIN,
    QUESTION,
    reply,
    step,
)
from tests.knowledge.adapters.test_audit import LINE
from tests.knowledge.adapters.test_changes import CHANGE, CORRECTION, LOOK
from tests.knowledge.adapters.test_kept import KEPT, MODEL

from partnerline.knowledge.adapters.audit import SqlAudit
from partnerline.knowledge.adapters.changes import SqlChanges
from partnerline.knowledge.adapters.database import make_engine, reading, writing
from partnerline.knowledge.adapters.enrolments import SqlEnrolments
from partnerline.knowledge.adapters.gaps import SqlGaps
from partnerline.knowledge.adapters.installations import Cipher, SqlInstallations, SqlReplicas
from partnerline.knowledge.adapters.installations.cipher import new_key
from partnerline.knowledge.adapters.kept import SqlGivenAnswers, SqlKeptAnswers
from partnerline.knowledge.adapters.record import SqlRecord, migrate, tables
from partnerline.knowledge.adapters.record.migrate import MIGRATIONS, configuration, upgrade
from partnerline.knowledge.errors import RecordUnusable
from partnerline.knowledge.model import Turn
from partnerline.knowledge.ports import Assignment
from partnerline.knowledge.ports.installations import Installed

LATER = """
import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "{below}"


def upgrade() -> None:
    op.add_column("questions", sa.Column("language", sa.String(), nullable=True))
    {more}
"""


# Rows as release 0001 wrote them, spelled out here so that no change of the code changes them too.
CITED = '{"source": "price-lists/emea.xlsx", "locator": "EMEA!B14", "quote": "AC-4410 99,00 €"}'
FIRST_RELEASE = (
    """INSERT INTO questions VALUES ('q1', 'slack', 'T0/C0/1.2', 'U0REP', 'Rae', 'acme',
    'What is the list price of AC-4410?', '2025-05-01', '2026-03-02',
    '[{"role": "user", "text": "Hello"}, {"role": "assistant", "text": "Hi"}]', '<at>')""",
    """INSERT INTO answers VALUES ('q1', 'answered', '99.00 EUR', 0.93, NULL,
    '[<cited>]', NULL, '[]', '[]', '', '{}', '<at>')""",
    """INSERT INTO escalations VALUES (1, 'E-1', 'q1', '{"outcome": "escalated",
    "text": "I''ve asked a person.", "confidence": 0.2, "reason": "low_confidence",
    "citations": [], "quote": null, "choices": [], "found": [<cited>],
    "doubt": "Two lists name different prices.", "signals": {"margin": 0.1}}',
    'open', '<at>', NULL)""",
    "INSERT INTO replies VALUES (1, 'r1', 'E-1', 'dana', 'It is 99.', '<at>', NULL)",
    "INSERT INTO turns VALUES (1, 'q1', NULL, 'user', '<at>')",
    "INSERT INTO turns VALUES (2, 'q1', NULL, 'assistant', '<at>')",
    "INSERT INTO turns VALUES (3, 'q1', 'r1', 'assistant', '<at>')",
    "INSERT INTO feedback VALUES ('q1', 'rae', 'up', '<at>')",
    "INSERT INTO deliveries VALUES ('answer:q1', 'C0/1.5', '<at>', '<at>')",
)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The revisions of a later release: ours and one more."""
    scripts = tmp_path / "100% newer"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    add_revision(scripts)
    return scripts


def add_revision(scripts: Path, more: str = "") -> None:
    words = LATER.format(below=tables.REVISION, more=more)
    (scripts / "versions" / "later.py").write_text(words, encoding="utf-8")


def fill(engine: Engine) -> None:
    record = SqlRecord(engine, DIRECTORY)
    record.claim("q1", QUESTION, ORIGIN, NOON)
    escalation_id = record.keep_answer("q1", ESCALATED, NOON)
    assert escalation_id
    record.keep_reply(reply("r1", escalation_id))
    record.keep_step(step("s1", escalation_id, "taken"))
    record.keep_feedback("q1", "rae", "up", NOON)
    record.keep_reason("q1", "rae", "wrong", NOON)
    record.keep_judgement("q1", "dana", "right", NOON)
    record.end_delivery("answer:q1", "C0/1.5", NOON)
    enrolments = SqlEnrolments(engine)
    enrolments.assign(Assignment(subject="channel", id="C1", partner_id="acme", by="Dana", at=NOON))
    enrolments.set_mode("C1", "listen", by="Dana", at=NOON)
    enrolments.rename_channel("C1", "C2", NOON)
    installations = SqlInstallations(engine, Cipher(new_key()))
    installations.keep(
        Installed(team="T1", name="Acme", bot_user="U1", by="U2", at=NOON, token="xoxb-1")
    )
    installations.issue("ticket", "Dana", NOON)
    SqlReplicas(engine).beat("a#1")
    gaps, changes = SqlGaps(engine), SqlChanges(engine)
    gaps.add("g1", "q1", NOON)
    changes.keep_look(LOOK, CHANGE)
    changes.keep_corrections(CHANGE.id, [CORRECTION])
    SqlAudit(engine).keep(LINE)
    SqlKeptAnswers(engine).keep(KEPT)
    SqlGivenAnswers(engine).remember(MODEL, {1: np.ones(3, dtype=np.float32)})


def contents(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with reading(engine) as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(table.select())]
            for table in tables.metadata.sorted_tables
        }


def columns(engine: Engine) -> set[str]:
    with reading(engine) as connection:
        return {column["name"] for column in inspect(connection).get_columns("questions")}


def test_the_revisions_make_the_tables_that_the_code_knows(engine: Engine) -> None:
    migrate(engine)
    with writing(engine) as connection:
        options = {"version_table": tables.VERSION_TABLE, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []


def test_the_code_knows_the_last_revision() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == tables.REVISION


def test_a_second_start_changes_nothing(engine: Engine) -> None:
    migrate(engine)
    fill(engine)
    before = contents(engine)
    migrate(engine)
    assert contents(engine) == before
    assert all(before.values())


def test_a_newer_release_keeps_what_was_written(engine: Engine, newer: Path) -> None:
    migrate(engine)
    fill(engine)
    before = contents(engine)
    with writing(engine) as connection:
        upgrade(connection, newer)
    assert "language" in columns(engine)
    assert contents(engine) == before


def test_what_the_first_release_wrote_is_read_today(engine: Engine) -> None:
    at = "2026-03-02 12:00:00.123456" + ("+00" if engine.dialect.name == "postgresql" else "")
    with writing(engine) as connection:
        command.upgrade(configuration(connection), "0001")
        for statement in FIRST_RELEASE:
            connection.exec_driver_sql(statement.replace("<at>", at).replace("<cited>", CITED))
    migrate(engine)
    record = SqlRecord(engine, DIRECTORY)
    assert record.question("q1") == (QUESTION, ORIGIN)
    assert record.answer("q1") == ANSWERED
    opened = record.escalation_of("q1")
    assert opened is not None
    assert (opened.answer, opened.opened_at, opened.replies) == (
        ESCALATED,
        NOON,
        (reply("r1", "E-1"),),
    )
    assert record.turns(ORIGIN.thread, "slack") == (
        Turn(role="user", text=QUESTION.text),
        Turn(role="assistant", text=ANSWERED.text),
        Turn(role="assistant", text="It is 99.", author="dana"),
    )
    assert record.begin_delivery("answer:q1", NOON) == "C0/1.5"


def test_a_database_of_a_newer_release_is_refused_and_left_alone(
    engine: Engine, newer: Path
) -> None:
    migrate(engine)
    fill(engine)
    with writing(engine) as connection:
        upgrade(connection, newer)
    before = contents(engine)
    with pytest.raises(RecordUnusable, match=r"newer release .*Install that release again"):
        migrate(engine)
    assert contents(engine) == before


def test_a_revision_that_fails_leaves_nothing_half_done(engine: Engine, newer: Path) -> None:
    migrate(engine)
    fill(engine)
    add_revision(newer, "op.execute('SELECT * FROM nowhere')")

    def fail() -> None:
        with writing(engine) as connection:
            upgrade(connection, newer)

    with pytest.raises(RecordUnusable):
        fail()
    assert "language" not in columns(engine)
    migrate(engine)


def test_processes_that_start_at_once_make_one_database(database_url: str) -> None:
    with started(3, "migrate", database_url) as running:
        said = [process.communicate()[0] for process in running]
    assert said == ["up\n"] * 3
    engine = make_engine(database_url)
    fill(engine)
    engine.dispose()


def test_migrating_says_nothing_and_leaves_logging_alone(
    engine: Engine, capfd: pytest.CaptureFixture[str]
) -> None:
    root, alembic = logging.getLogger(), logging.getLogger("alembic")
    before = (list(root.handlers), root.level, alembic.level, alembic.disabled)
    migrate(engine)
    assert (list(root.handlers), root.level, alembic.level, alembic.disabled) == before
    assert capfd.readouterr() == ("", "")
