"""The serving process: its socket, its start, and the library while it serves."""

import logging
import socket
from pathlib import Path

import pytest
from pydantic import SecretStr
from tests.fakes import FakeEmbedder

from partnerline.bot import bootstrap
from partnerline.bot.bootstrap import opened_desk, opened_index
from partnerline.bot.cli.serve import listen, serve_on
from partnerline.bot.server import Served, _read_changed
from partnerline.bot.settings import Settings
from partnerline.ingest.library import LIBRARY_FILE
from partnerline.ingest.settled import SettledRules
from partnerline.ingest.sync import sync
from partnerline.knowledge.errors import LibraryError, SettingsError
from partnerline.knowledge.partners import Audience

RULES = 'documents:\n  - {match: "margins.md", audience: {partners: []}}\n'


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A library with a document for nobody, read into a home."""
    monkeypatch.setattr(bootstrap, "prepare", lambda *_: None)
    monkeypatch.setattr(bootstrap, "load_embedder", lambda *_, **__: FakeEmbedder())
    library = tmp_path / "library"
    library.mkdir()
    (library / "facts.md").write_text("# Facts\n\nThe battery lasts eight hours.\n", "utf-8")
    (library / "margins.md").write_text("# Margins\n\nThe floor is nine percent.\n", "utf-8")
    (library / LIBRARY_FILE).write_text(RULES, encoding="utf-8")
    made = Settings(_env_file=None, home=tmp_path / "home", library=library, port=0)
    with opened_index(made) as opened:
        sync(library, index=opened.index, embedder=opened.embedder)
    return made


def test_rules_that_vanish_while_it_serves_open_no_document(settings: Settings) -> None:
    with opened_desk(settings) as (desk, directory, opened):
        served = Served(
            settings=settings, desk=desk, directory=directory, opened=opened, token=SecretStr("t")
        )
        rules = SettledRules(settings.library)
        (settings.library / LIBRARY_FILE).unlink()

        with pytest.raises(LibraryError, match="is gone"):
            _read_changed(served, rules)

        assert opened.index.documents()["margins.md"].audience == Audience(partners=frozenset())


def test_a_changed_rule_is_taken_up_at_the_second_look(settings: Settings) -> None:
    with opened_desk(settings) as (desk, directory, opened):
        served = Served(
            settings=settings, desk=desk, directory=directory, opened=opened, token=SecretStr("t")
        )
        rules = SettledRules(settings.library)
        (settings.library / LIBRARY_FILE).write_text(
            'documents:\n  - {match: "*.md", public: true}\n', encoding="utf-8"
        )

        assert _read_changed(served, rules) == []
        assert {line.path for line in _read_changed(served, rules)} == {"facts.md", "margins.md"}


def test_a_port_is_taken_from_the_first_moment(settings: Settings) -> None:
    with listen(settings) as first:
        taken = settings.model_copy(update={"port": first.getsockname()[1]})
        with pytest.raises(SettingsError, match="--port"):
            listen(taken)


def test_a_server_that_cant_start_says_so_and_is_no_success(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    (settings.home / "work.sqlite").write_text("no database at all, and no secret\n" * 20)
    slack = settings.model_copy(
        update={
            "slack_bot_token": SecretStr("xoxb-hidden"),
            "slack_signing_secret": SecretStr("hidden"),
            "slack_api_url": f"http://127.0.0.1:{_free_port()}/api/",
        }
    )
    with (
        caplog.at_level(logging.INFO),
        listen(slack) as listening,
        pytest.raises(SettingsError, match="could not start"),
    ):
        serve_on(slack, listening)
    assert "hidden" not in caplog.text


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as place:
        port: int = place.getsockname()[1]
    return port
