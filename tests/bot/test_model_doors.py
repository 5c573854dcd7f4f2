"""A language model behind the doors: the terminal, a batch, the server, and what none of them lets out."""

import asyncio
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import Result
from pydantic import SecretStr
from tests.bot.modelled import (
    FILES,
    KEY,
    PROTOCOLS,
    Protocol,
    Vendor,
    by_form,
    environment,
    modelled,
    saying,
    server,
    vendor,
)
from tests.bot.test_cli import SCHEMA, own_settings, run
from tests.fakes import FakeGenerator
from tests.provider.script import Stall, Status, Step, answer
from tests.provider.server import Provider

from partnerline.bot.bootstrap import opened_desk
from partnerline.bot.cli.aloud import Sentences
from partnerline.bot.cli.main import main
from partnerline.bot.server import Served, make_server
from partnerline.bot.settings import load_settings
from partnerline.knowledge.answering.answerer import Answerer

__all__ = ["modelled", "server", "vendor"]
RETURNS = "Unopened gateways can be returned within 30 days of delivery."
OPENED = "Opened gateways are not taken back."
ASKED = "Until when can unopened gateways be returned?"
CLEARED = "\x1b[1F\x1b[J"
WIDE = {"COLUMNS": "120", "LINES": "40"}


@pytest.fixture(autouse=True)
def _settings(modelled: Path, server: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(monkeypatch, modelled)
    for name, value in (environment(modelled, server) | WIDE).items():
        monkeypatch.setenv(name, value)


def ask(*arguments: str | Path) -> Result:
    result = run("ask", *arguments)
    assert result.exit_code == 0, result.output
    return result


def test_an_answer_as_json_cites_what_stands_in_the_library(server: Provider) -> None:
    server.replies(saying((RETURNS, "Unopened"), (OPENED, "Unopened")))
    result = ask(ASKED, "--partner", "acme-7", "--json")
    given = json.loads(result.stdout)
    jsonschema.validate(given, SCHEMA)
    assert given["outcome"] == "answered"
    assert given["text"].startswith(f"{RETURNS} {OPENED}")
    assert [one["quote"] for one in given["citations"]] == [RETURNS, OPENED]
    assert all(one["quote"] in FILES[one["source"]] for one in given["citations"])
    assert result.stderr == ""


def test_a_batch_is_answered_row_by_row(server: Provider, tmp_path: Path) -> None:
    server.replies(
        by_form(translation={"text": ASKED}, answer=saying((RETURNS, "Unopened")), request={"items": []})
    )  # fmt: skip
    rows = [
        {"id": "worded", "question": ASKED, "partner": "acme-7"},
        {"id": "priced", "question": "price for 3 AX-200", "partner": "acme-7"},
        {"id": "german", "question": "Bis wann kann man ungeöffnete Gateways zurückgeben?", "partner": "acme-7"},
        {"id": "stranger", "question": ASKED},
    ]  # fmt: skip
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    given = [json.loads(line) for line in ask("--batch", file).stdout.splitlines()]
    for one in given:
        jsonschema.validate(one, SCHEMA)
    assert [(one["id"], one["outcome"]) for one in given] == [
        ("worded", "answered"),
        ("priced", "answered"),
        ("german", "escalated"),  # the model answered in English
        ("stranger", "escalated"),
    ]
    assert given[0]["text"].startswith(RETURNS)
    assert given[1]["quote"]["total"] == "2345.82"


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[str, str]:
    """What a terminal's standard output and standard error get, each a terminal."""

    class Screen(StringIO):
        def isatty(self) -> bool:
            return True

    out, err = Screen(), Screen()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as ended:
            main(["ask", *arguments])
        assert ended.value.code == 0
    return out.getvalue(), err.getvalue()


def test_a_terminal_shows_each_sentence_and_then_the_answer_in_their_place(
    server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.replies(saying((RETURNS, "Unopened"), ("A refund is promised.", "Unopened"), (OPENED, "Unopened")))  # fmt: skip
    out, err = on_a_terminal(monkeypatch, ASKED, "--partner", "acme-7")
    assert err == f"{RETURNS}\n{OPENED}\n\x1b[2F\x1b[J"
    assert out.startswith(f"{RETURNS} {OPENED}\n\n— programme/returns.md")


def test_a_sentence_of_an_answer_that_falls_doesnt_stay(
    server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTNERLINE_MODEL_SECONDS", "8")

    def reply(asked: dict[str, Any]) -> Sequence[Step]:
        said: Callable[[dict[str, Any]], Sequence[Step]] = saying(
            (RETURNS, "Unopened"), *[("The weight of returned gateways is 5 kg.", "Unopened")] * 2
        )
        return said(asked)

    server.replies(reply)
    out, err = on_a_terminal(monkeypatch, ASKED, "--partner", "acme-7")
    assert err == f"{RETURNS}\n{CLEARED}"
    assert "handed to a person" in out


def test_nothing_but_a_terminal_gets_the_sentences(
    server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.replies(saying((RETURNS, "Unopened")))
    assert ask(ASKED, "--partner", "acme-7").stderr == ""
    _, err = on_a_terminal(monkeypatch, ASKED, "--partner", "acme-7", "--json")
    assert err == ""


def test_sentences_are_taken_back_from_every_row_they_fill(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "10")
    screen = StringIO()
    sentences = Sentences(screen)
    for sentence in ("ten chars.", "eleven char", "字字字字字字", "bell\x07 \x1b[2J"):
        sentences.add(sentence)
    sentences.clear()
    sentences.clear()
    assert screen.getvalue().endswith("\nbell [2J\n\x1b[6F\x1b[J")


def test_a_key_that_is_refused_is_said_on_standard_error_without_the_key_and_the_question(
    server: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    server.says(Status(401, message=f"{KEY} {ASKED}"))
    result = ask(ASKED, "--partner", "acme-7")
    assert "Unopened gateways" in result.stdout
    assert "Check PARTNERLINE_MODEL_API_KEY. (unauthorised)" in caplog.text
    assert KEY not in caplog.text + result.output
    assert ASKED not in caplog.text + result.output


def test_doctor_names_the_model_and_not_its_key(server: Provider) -> None:
    result = run("doctor")
    assert "openai:example-model" in result.output
    assert KEY not in result.output
    assert server.asked == []


DEBUGGED = """
import logging, sys
logging.basicConfig(level=logging.DEBUG)
from partnerline.knowledge.adapters.generation import ChatGenerator, Patience
from partnerline.knowledge.model import Evidence, WordingTask
evidence = Evidence(id="E1", source="a.md", locator="top", text="EVIDENCE-WORDS")
for model, url in (line.split(" ") for line in sys.argv[1:]):
    chat = ChatGenerator(model, api_key="KEY-WORDS", base_url=url, patience=Patience.of(60))
    said = list(chat.word(WordingTask(question="QUESTION-WORDS", evidence=(evidence,))))
    assert said[0].text == "ANSWER-WORDS", said
"""


def test_no_log_holds_what_is_sent_however_talkative_the_clients_are_told_to_be(
    server: Provider,
) -> None:
    server.says(answer(("ANSWER-WORDS", ["E1"])))
    talkative = {"OPENAI_LOG": "debug", "ANTHROPIC_LOG": "debug", "LANGSMITH_TRACING": "true"}
    asked = [f"{p}:example-model {server.url}{'/v1' if p == 'openai' else ''}" for p in PROTOCOLS]
    done = subprocess.run(
        [sys.executable, "-c", DEBUGGED, *asked],
        env=os.environ | talkative | {"LANGSMITH_ENDPOINT": f"{server.url}/traces"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "-WORDS" not in done.stdout + done.stderr
    assert len(server.asked) == len(PROTOCOLS)


UNIMPORTED = """
import sys
from partnerline.bot.bootstrap import make_generator
from partnerline.bot.cli import ask, doctor, serve
from partnerline.bot.settings import load_settings
assert make_generator(load_settings()).for_one_question()
heavy = ("langchain", "langsmith", "openai", "anthropic", "torch")
print([name for name in sys.modules if name.startswith(heavy)])
"""


def test_nothing_of_a_provider_is_imported_before_a_model_is_asked() -> None:
    done = subprocess.run(
        [sys.executable, "-c", UNIMPORTED], env=os.environ, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_a_server_warms_its_model_as_it_starts() -> None:
    generator = FakeGenerator()
    settings = load_settings(sync_seconds=0)
    with opened_desk(settings) as (desk, directory, opened):
        assert isinstance(desk.answerer, Answerer)
        lookups = replace(desk.answerer.lookups, generator=generator)
        warmed = replace(desk, answerer=replace(desk.answerer, lookups=lookups))
        app = make_server(
            Served(settings=settings, desk=warmed, directory=directory, opened=opened, token=SecretStr("t"))
        )  # fmt: skip

        async def live() -> None:
            async with app.router.lifespan_context(app):
                assert generator.warmed == 1

        asyncio.run(live())


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_warming_asks_nothing(vendor: Vendor, server: Provider, protocol: Protocol) -> None:
    generator = vendor.bot(protocol).answerer.lookups.generator
    assert generator is not None
    generator.warm()
    server.replies(saying((RETURNS, "Unopened")))
    assert vendor.bot(protocol).ask(ASKED).outcome == "answered"
    assert len(server.asked) == 1


def test_a_stall_costs_a_terminal_no_more_than_the_time_that_is_set(
    server: Provider, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    monkeypatch.setenv("PARTNERLINE_MODEL_SECONDS", "1")
    server.says(Stall())
    given = json.loads(ask(ASKED, "--partner", "acme-7", "--json").stdout)
    assert given["outcome"] == "answered"
    assert given["took_ms"] < 5000
    assert "(stalled)" in caplog.text
