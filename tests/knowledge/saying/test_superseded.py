"""Documents that say themselves that they are over."""

import pytest
from tests.knowledge.saying.passages import hit

from partnerline.knowledge.saying import Contradiction, Said, say

OLD = hit("Invoices are due in 45 days.", "Guide 2024", "Payment", path="a.md", position=1)
NEW = hit("Invoices are due in 30 days.", "Guide 2026", "Payment", path="b.md", position=1)


@pytest.mark.parametrize(
    "notice",
    ["Superseded by the guide of 2026.", "This document is no longer valid.", "Note: replaced in May."],
)  # fmt: skip
def test_a_superseded_document_contradicts_nothing_and_is_said_with_its_notice(notice: str) -> None:
    start = hit(notice, "Guide 2024", path="a.md", position=0)
    found = say("when are invoices due?", [NEW, OLD, start])
    assert isinstance(found, Said)
    assert found.lead == "Invoices are due in 30 days."
    assert say("when are invoices due?", [OLD, NEW, start]) == found
    old = say("when are invoices due?", [OLD, start])
    assert isinstance(old, Said)
    assert old.text.startswith(f"**{notice}**")
    assert {one.quote for one in old.citations} >= {notice, "Invoices are due in 45 days."}


def test_without_a_notice_the_two_contradict_each_other() -> None:
    assert isinstance(say("when are invoices due?", [NEW, OLD]), Contradiction)


def test_what_a_document_says_of_other_things_is_no_notice() -> None:
    start = hit("The old portal was replaced by the new one.", "Guide 2024", path="a.md", position=0)  # fmt: skip
    late = hit("Superseded parts are listed here.", "Guide 2024", "Parts", path="a.md", position=7)  # fmt: skip
    assert isinstance(say("when are invoices due?", [NEW, OLD, start, late]), Contradiction)
