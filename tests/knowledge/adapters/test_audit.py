"""Holds every Audit, the fake one too, to one set of tests."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, text
from tests.fakes import FakeAudit
from tests.knowledge.adapters.records import NOON, after

from partnerline.knowledge.adapters.audit import SqlAudit
from partnerline.knowledge.adapters.database import make_engine, writing
from partnerline.knowledge.adapters.record import migrate
from partnerline.knowledge.errors import RecordUnusable
from partnerline.knowledge.model import Reason
from partnerline.knowledge.ports.audit import Audit, AuditLine, Shown

LINE = AuditLine(
    id="q1",
    at=NOON,
    door="slack",
    asker="U0RITA",
    asked_as="acme",
    place="T0/C0/1.2",
    question_id="q1",
    outcome="answered",
    shown=(Shown("price-lists/emea.xlsx", "EMEA!B14", "abc"), Shown("faq/a.md", "## Warranty")),
    decided_by="price list",
    confidence=0.93,
)
SHARED = replace(
    LINE,
    id="reply:r1",
    at=after(60),
    asker="U0GUS",
    asked_as=None,
    readers=("acme", "globex"),
    outcome="escalated",
    reason=Reason.NO_EVIDENCE,
    shown=(),
    decided_by="manager Dana",
    confidence=1.0,
)


@pytest.fixture
def audit(engine_or_none: Engine | None) -> Audit:
    return FakeAudit() if engine_or_none is None else SqlAudit(engine_or_none)


def test_what_is_kept_is_read_again_oldest_first(audit: Audit) -> None:
    audit.keep(SHARED)
    audit.keep(LINE)
    assert audit.lines() == (LINE, SHARED)


def test_a_line_is_kept_once_and_never_changed(audit: Audit) -> None:
    audit.keep(LINE)
    audit.keep(replace(LINE, at=after(5), decided_by="rule"))
    assert audit.lines() == (LINE,)


def test_lines_are_found_by_time_by_asker_and_by_partner(audit: Audit) -> None:
    audit.keep(LINE)
    audit.keep(SHARED)
    assert audit.lines(since=after(60)) == (SHARED,)
    assert audit.lines(asker="U0RITA") == (LINE,)
    assert audit.lines(partner="acme") == (LINE, SHARED)
    assert audit.lines(partner="globex") == (SHARED,)
    assert audit.lines(partner="globex", asker="U0RITA") == ()


@pytest.mark.parametrize("statement", ["UPDATE audit SET decided_by = 'rule'", "DELETE FROM audit"])
def test_the_database_refuses_to_change_or_lose_a_line(database_url: str, statement: str) -> None:
    engine = make_engine(database_url)
    migrate(engine)
    audit = SqlAudit(engine)
    audit.keep(LINE)
    with pytest.raises(RecordUnusable), writing(engine) as connection:
        connection.execute(text(statement))
    assert audit.lines() == (LINE,)
    engine.dispose()
