"""Holds every Installations and Replicas, the fakes too, to one set of tests."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, text
from tests.fakes import FakeInstallations, FakeReplicas
from tests.knowledge.adapters.records import NOON, after

from partnerline.knowledge.adapters.database import make_engine, reading
from partnerline.knowledge.adapters.installations import Cipher, SqlInstallations, SqlReplicas
from partnerline.knowledge.adapters.installations.cipher import new_key
from partnerline.knowledge.adapters.record import migrate
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.ports.installations import Installations, Installed
from partnerline.knowledge.ports.replicas import Replicas

OLD, NEW = new_key(), new_key()
ACME = Installed(
    team="T1", name="Acme “A” Ltd", bot_user="U1", by="Dana", at=NOON, token="xoxb-secret-1"
)


@pytest.fixture
def installations(engine_or_none: Engine | None) -> Installations:
    if engine_or_none is None:
        return FakeInstallations()
    return SqlInstallations(engine_or_none, Cipher(OLD))


@pytest.fixture
def replicas(engine_or_none: Engine | None) -> Replicas:
    return FakeReplicas() if engine_or_none is None else SqlReplicas(engine_or_none)


@pytest.fixture
def engine(database_url: str) -> Engine:
    engine = make_engine(database_url)
    migrate(engine)
    return engine


def test_what_was_installed_is_found_by_its_workspace(installations: Installations) -> None:
    other = replace(ACME, team="T0", token="xoxb-secret-2")
    installations.keep(ACME)
    installations.keep(other)
    assert installations.installation("T1") == ACME
    assert installations.installation("T9") is None
    assert installations.installations() == (other, ACME)


def test_a_later_installation_takes_the_place_and_an_older_one_does_not(
    installations: Installations,
) -> None:
    later = replace(ACME, at=after(5), token="xoxb-secret-3")
    installations.keep(later)
    installations.keep(ACME)
    assert installations.installation("T1") == later


def test_what_has_ended_has_no_token_and_can_begin_again(installations: Installations) -> None:
    installations.keep(ACME)
    assert installations.end("T1", after(1))
    assert not installations.end("T1", after(2))
    assert installations.installation("T1") == replace(ACME, token=None, ended_at=after(1))
    again = replace(ACME, at=after(3))
    installations.keep(again)
    assert not installations.end("T1", after(2)), "that was the earlier one's end"
    assert installations.installation("T1") == again
    assert not installations.end("T9", after(9))


def test_a_ticket_serves_once_and_in_time(installations: Installations) -> None:
    installations.issue("ticket", "Dana", after(10))
    installations.issue("ticket", "Dana", after(99))
    assert installations.holds("ticket", after(1))
    assert not installations.holds("ticket", after(10))
    assert not installations.use("another", after(1))
    assert not installations.use("ticket", after(10))
    assert installations.use("ticket", after(9))
    assert not installations.use("ticket", after(9))
    assert not installations.holds("ticket", after(9))


def test_every_life_has_its_own_beats(replicas: Replicas) -> None:
    for life in ("a", "b", "a"):
        replicas.beat(life)
    assert dict(replicas.beats()) == {"a": 2, "b": 1}
    replicas.forget("a")
    assert dict(replicas.beats()) == {"b": 1}
    replicas.beat("a")
    assert replicas.beats()["a"] == 1


def test_neither_tokens_nor_tickets_stand_in_the_database(engine: Engine) -> None:
    store = SqlInstallations(engine, Cipher(OLD))
    store.keep(ACME)
    store.issue("ticket-in-clear", "Dana", after(10))
    with reading(engine) as connection:
        rows = [
            str(row)
            for table in ("installations", "install_tickets")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]
    assert len(rows) == 2
    assert not any("xoxb-secret" in row or "ticket-in-clear" in row for row in rows)
    engine.dispose()


def test_keys_are_rotated_and_an_old_one_can_go(engine: Engine) -> None:
    SqlInstallations(engine, Cipher(OLD)).keep(ACME)
    rotating = SqlInstallations(engine, Cipher(f"{NEW},{OLD}"))
    assert rotating.installation("T1") == ACME
    rotating.renew()
    assert SqlInstallations(engine, Cipher(NEW)).installation("T1") == ACME
    assert SqlInstallations(engine, Cipher(OLD)).installation("T1") == replace(ACME, token=None)
    engine.dispose()


def test_what_is_no_key_is_refused_without_being_repeated() -> None:
    with pytest.raises(SettingsError) as refused:
        Cipher(f"{NEW},my-secret-words")
    assert "my-secret-words" not in str(refused.value)


def test_a_token_is_in_no_printed_installation() -> None:
    assert "xoxb" not in repr(ACME)
