"""Rows: the asked product's value, with the condition that its row names."""

import pytest
from tests.knowledge.saying.passages import hit

from partnerline.knowledge.saying import Said, say

SIZING = (
    "Protected data: up to 10 TB · Appliance: GX-500 · RAM: 32 GB\n"
    "Protected data: 10 to 50 TB · Appliance: GX-1000 · RAM: 64 GB"
)


def text(question: str, row: str) -> str:
    found = say(question, [hit(row, "Features")])
    assert isinstance(found, Said)
    return found.text


def test_a_product_in_any_cell_chooses_its_row() -> None:
    assert text("how much RAM has the GX-1000?", SIZING) == "**RAM: 64 GB** (GX-1000)"


def test_a_note_is_said_with_the_cell_and_takes_its_yes_away() -> None:
    row = "Feature: Cluster · Basic: no · Pro: yes · Notes: separate licence needed"
    assert (
        text("does Pro have Cluster?", row)
        == "**Cluster: yes** (Pro); Notes: separate licence needed"
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("API calls in Business", "**API calls**: Business: 300; Self-hosted Business: 900"),
        ("API calls in self-hosted Business", "**API calls: 900** (Self-hosted Business)"),
    ],
)  # fmt: skip
def test_a_column_whose_name_holds_the_asked_one_is_said_beside_it(question: str, expected: str) -> None:  # fmt: skip
    row = "Feature: API calls · Starter: 60 · Business: 300 · Self-hosted Business: 900"
    assert text(question, row) == expected


def test_of_two_columns_that_share_words_the_one_asked_for_is_said() -> None:
    row = (
        "Edition: Starter · First response, critical: none · First response, normal: 2 working days"
    )
    assert text("first response for normal tickets in Starter", row) == "**First response, normal: 2 working days** (Starter)"  # fmt: skip


def test_columns_of_one_name_all_keep_their_values() -> None:
    row = "Feature: Mirroring · Pro: yes · Team: no · Pro: no"
    assert "Pro: yes" in text("mirroring", row)
    assert "Pro: no" in text("mirroring", row)


def test_a_title_of_a_table_is_not_said_after_its_row() -> None:
    found = text("weight of the GX-10", "Feature matrix 2026\n\nProperty: Weight · GX-10: 620 g")
    assert found == "**Weight: 620 g** (GX-10)"


def test_a_table_whose_first_column_has_no_name_stays_a_table() -> None:
    rows = "Egress fee · Ours: none · Theirs: 0.08 per GB\nData centres · Ours: 4 · Theirs: 1"
    assert "| Data centres | 4 | 1 |" in text("what about data centres?", rows)
