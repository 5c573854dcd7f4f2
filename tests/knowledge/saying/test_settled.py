"""A kept answer beside documents: the newer word counts, and what can't be told is handed over."""

from dataclasses import replace
from datetime import date

import pytest
from tests.knowledge.saying.passages import hit

from partnerline.knowledge.answered import path_of
from partnerline.knowledge.model import Hit
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.saying import Contradiction, Said, say, settle

ASKED = "How long can opened gateways be returned?"
SAID = "Opened gateways can be returned within 60 days."
OTHERWISE = "Opened gateways can be returned within 30 days of delivery."
MAY = date(2026, 5, 12)
GOLD = Audience(tiers=frozenset({"gold"}))


def kept(text: str = SAID, asked: str = ASKED, *, name: str = "k1", on: date = MAY) -> Hit:
    title = "answered by Dana Weiss, 12 May 2026"
    found = hit(
        text,
        asked,
        path=path_of(name),
        kind="faq",
        title=title,
        valid_from=on,
        audience=GOLD,
    )
    return replace(found, passage=replace(found.passage, locator=title))


def guide(text: str = OTHERWISE, **fields: object) -> Hit:
    return hit(text, "Returns", path="programme/returns.md", **fields)  # type: ignore[arg-type]  # a hit's own fields


def paths(hits: tuple[Hit, ...]) -> list[str]:
    return [one.document.path for one in hits]


@pytest.mark.parametrize("kept_first", [True, False])
def test_a_newer_document_wins_and_the_answer_is_outdated(*, kept_first: bool) -> None:
    newer = guide(valid_from=date(2026, 6, 1))
    settled = settle(ASKED, [kept(), newer] if kept_first else [newer, kept()])
    assert paths(settled.hits) == ["programme/returns.md"]
    assert settled.outdated == ("answered/k1",)


@pytest.mark.parametrize("kept_first", [True, False])
def test_an_older_document_loses(*, kept_first: bool) -> None:
    older = guide(valid_from=date(2026, 1, 1))
    settled = settle(ASKED, [kept(), older] if kept_first else [older, kept()])
    assert paths(settled.hits) == ["answered/k1"]
    assert settled.outdated == ()


@pytest.mark.parametrize("undated", [guide(), guide(valid_from=MAY), guide(title="Returns 2026")])
def test_where_no_order_can_be_told_both_are_handed_over(undated: Hit) -> None:
    settled = settle(ASKED, [kept(), undated])
    assert settled.outdated == ()
    told = say(ASKED, settled.hits)
    assert isinstance(told, Contradiction)
    assert {one.source for one in told.accounts} == {"answered/k1", "programme/returns.md"}


def test_a_file_last_written_before_the_answer_is_older_and_one_copied_since_may_be() -> None:
    january, june = 1_767_225_600_000_000_000, 1_780_272_000_000_000_000
    before, since = (
        replace(one, document=replace(one.document, stamp=f"120-{at}-{at}-7-abc"))
        for one, at in ((guide(), january), (guide(), june))
    )
    assert paths(settle(ASKED, [kept(), before]).hits) == ["answered/k1"]
    assert len(settle(ASKED, [kept(), since]).hits) == 2


def test_of_two_kept_answers_the_newer_counts() -> None:
    later = kept("Opened gateways can be returned within 45 days.", name="k2", on=date(2026, 8, 1))
    settled = settle(ASKED, [kept(), later])
    assert paths(settled.hits) == ["answered/k2"]
    assert settled.outdated == ("answered/k1",)


def test_a_price_list_is_nobodys_contradiction() -> None:
    listed = guide(kind="price_list", valid_from=date(2026, 6, 1))
    assert len(settle(ASKED, [kept(), listed]).hits) == 2


def test_documents_that_agree_or_speak_of_something_else_stay_beside_it() -> None:
    same = guide("Opened gateways can be returned within 60 days.", valid_from=date(2026, 6, 1))
    other = guide("Invoices are paid within 30 days.", valid_from=date(2026, 6, 1))
    for beside in (same, other):
        settled = settle(ASKED, [kept(), beside])
        assert len(settled.hits) == 2
        assert settled.outdated == ()


def test_a_denial_counts_as_well() -> None:
    asked = "Can opened gateways be returned?"
    mine = kept("Yes, opened gateways can be returned.", asked)
    newer = guide("Opened gateways can not be returned.", valid_from=date(2026, 6, 1))
    assert settle(asked, [mine, newer]).outdated == ("answered/k1",)


def test_without_kept_answers_nothing_changes() -> None:
    hits = (guide(), hit(SAID, "Returns", path="b.md"))
    assert settle(ASKED, hits).hits == hits


@pytest.mark.parametrize(
    ("before", "answer", "now"),
    [
        ("Is the AX-400 certified for Brazil?", "No, not yet.", "Is the AX-400 certified for Japan?"),
        ("Is the AX-400 certified for Brazil?", "No, not yet.", "is the ax-400 certified for japan"),
        ("Is the AX-400 certified for Brazil?", "No, not yet.", "Is the AX-400 certified?"),
        ("Is the AX-400 certified for Brazil?", "No, not yet.", "Is the AX-200 certified for Brazil?"),
        ("May we deliver to Contoso?", "Yes, you may.", "May we deliver to Fabrikam?"),
        ("Can opened units be returned?", "No.", "Can unopened units be returned?"),
        ("Can opened units be returned?", "Yes.", "Can opened units not be returned?"),
        ("Do 10 licences fit?", "Yes, they fit.", "Do 50 licences fit?"),
    ],
)  # fmt: skip
def test_an_answer_to_another_question_is_not_told(before: str, answer: str, now: str) -> None:
    assert settle(now, [kept(answer, before)]).hits == ()
    assert len(settle(before, [kept(answer, before)]).hits) == 1


def test_a_kept_answer_is_told_whole_without_the_question_it_was_given_to() -> None:
    text = "Yes, they may.\n\n- Tell us four weeks ahead.\n- Bring it back."
    told = say("Can we borrow a unit?", [kept(text, "Can our customer Contoso borrow a unit?")])
    assert isinstance(told, Said)
    assert told.text == told.short == text
    assert told.verdict is None
    assert "Contoso" not in repr(told)
