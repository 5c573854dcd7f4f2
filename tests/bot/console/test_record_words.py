"""What the pages on people, past questions and the audit say."""

from datetime import UTC, date, datetime
from typing import get_args

import pytest
from tests.bot.console.visitor import Visitor

from partnerline.bot.console import record_words, words
from partnerline.knowledge.model import Origin, Question
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.past import Judgement, Past
from partnerline.knowledge.ports import ChannelMode
from partnerline.knowledge.ports.audit import AuditLine
from partnerline.knowledge.ports.enrolment import Subject
from partnerline.knowledge.ports.reps_own import Why

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
DIRECTORY = Directory(partners=(Partner(id="acme", name="Acme"), Partner(id="odd", name="Odd")))


@pytest.mark.parametrize(
    ("told", "choices"),
    [
        (record_words.COMPLAINTS, Why),
        (record_words.JUDGEMENTS, Judgement),
        (record_words.MODES, ChannelMode),
        (record_words.SUBJECTS, Subject),
    ],
)
def test_every_choice_has_words(told: dict[str, str], choices: object) -> None:
    assert set(told) == set(get_args(choices))


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)  # fmt: skip
def test_names_are_listed_as_in_a_sentence(names: list[str], said: str) -> None:
    assert record_words.listed(names) == said


@pytest.mark.parametrize(
    ("asked_as", "readers", "said"),
    [
        ("acme", (), "Acme"),
        ("left", (), "left"),
        (None, ("acme", "odd", "left"), "read by Acme, Odd and left"),
        (None, (), "a stranger"),
    ],
)
def test_a_line_names_as_whom_something_was_shown(
    asked_as: str | None, readers: tuple[str, ...], said: str
) -> None:
    line = AuditLine(
        id="1",
        at=AT,
        door="slack",
        asker="U1",
        asked_as=asked_as,
        readers=readers,
        place="T/C/1",
        question_id="q1",
        outcome="answered",
        decided_by="rule",
        confidence=1,
    )
    assert record_words.shown_as(line, DIRECTORY) == said


def test_in_an_open_house_a_line_keeps_the_id_it_was_written_with() -> None:
    assert record_words.partner_of("acme", Directory(open=True)) == "acme"


@pytest.mark.parametrize(
    ("thumb", "reasons", "said"),
    [
        (None, (), ""),
        ("up", (), "Thumb up"),
        ("down", (), "Thumb down"),
        ("down", ("wrong", "too_long", "wrong"), "Thumb down: wrong, too long"),
    ],
)
def test_a_thumb_says_why(thumb: str | None, reasons: tuple[Why, ...], said: str) -> None:
    past = Past(
        question_id="q1",
        question=Question(text="?", as_of=date(2026, 11, 23)),
        origin=Origin(door="terminal", thread="t"),
        asked_at=AT,
        thumb=thumb,  # type: ignore[arg-type]  # each is a thumb
    )
    assert record_words.thumb(past, reasons) == said


@pytest.mark.parametrize("link", [link for group in words.PAGES for link, _ in group])
def test_every_page_of_the_head_is_there_and_marked(manager: Visitor, link: str) -> None:
    assert manager.open(link).status == 200
    assert [a["href"] for a in manager.page.select("nav a[aria-current]")] == [link]
