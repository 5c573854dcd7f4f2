import pytest
from tests.knowledge.saying.passages import hit

from partnerline.knowledge.saying import Said, say

QUESTION = "customer says it is too expensive"
PARTS = ("What to say: Per sensor it is cheaper. You need one.", "Proof: The comparison.", "Question to ask back: How many sensors?")  # fmt: skip


def said(text: str, *headings: str, kind: str = "objections") -> Said:
    found = say(QUESTION, [hit(text, *headings, kind=kind)])  # type: ignore[arg-type] # a kind
    assert isinstance(found, Said)
    return found


@pytest.mark.parametrize(
    "text",
    ["\n\n".join(PARTS), "\n".join(f"- {part}" for part in PARTS)],
    ids=["paragraphs", "bullets"],
)
def test_an_objection_comes_whole_under_its_own_words(text: str) -> None:
    found = said(text, "Objections", '"Too expensive"')
    assert found.text == (
        '**"Too expensive"**\n\n**What to say:** Per sensor it is cheaper. You need one.\n\n'
        "**Proof:** The comparison.\n\n**Question to ask back:** How many sensors?"
    )
    assert found.lead.endswith("What to say: Per sensor it is cheaper. You need one.")
    assert found.citations[0].quote == text


def test_an_objection_in_a_table_row_is_said_part_by_part() -> None:
    rows = (
        "Objection: Too slow · What to say: It is fast. · Proof: A test. · Question: How fast?\n"
        "Objection: Too expensive · What to say: Per sensor it is cheaper. · Proof: A list. · Question: How many?"
    )
    assert said(rows, "Objections").text == (
        "**Too expensive**\n\n**What to say:** Per sensor it is cheaper.\n\n**Proof:** A list.\n\n**Question:** How many?"
    )


def test_of_several_objections_under_one_heading_one_is_said() -> None:
    other = [part.replace("sensor", "box").replace("cheaper", "nearer") for part in PARTS]
    text = "\n\n".join(['"It is too far"', *other, '"It is too expensive"', *PARTS])
    found = said(text, "Objections")
    assert "cheaper" in found.text
    assert '"It is too expensive"' in found.text
    assert "nearer" not in found.text
    assert "too far" not in found.text


def test_labelled_parts_make_an_objection_in_any_document() -> None:
    assert "**Proof:** The comparison." in said("\n\n".join(PARTS), "Deck", kind="collateral").text


def test_other_labels_make_none() -> None:
    text = "Audience: all partners.\n\nPrice: too expensive for some."
    assert "**Audience:**" not in said(text, "Deck", kind="collateral").text


def test_an_objection_without_labels_is_said_in_its_order() -> None:
    text = (
        "Agree first. Then say that it is not too expensive per sensor.\n\nAsk how many they have."
    )
    assert said(text, "Objections", '"Too expensive"').text == f'**"Too expensive"**\n\n{text}'


def test_parts_in_the_next_passage_belong_to_it() -> None:
    first = hit("\n\n".join(PARTS[:2]), "Objections", "Price", kind="objections")
    second = hit(PARTS[2], "Objections", "Price", kind="objections", position=1)
    found = say(QUESTION, [first], lambda _: [second.passage])
    assert isinstance(found, Said)
    assert found.text.endswith("**Question to ask back:** How many sensors?")


def test_labels_of_one_role_make_no_objection() -> None:
    row = "Edition: Pro · First response, critical: 4 hours · First response, normal: 1 day"
    found = say("first response for critical tickets in Pro", [hit(row, "Service")])
    assert isinstance(found, Said)
    assert found.text == "**First response, critical: 4 hours** (Pro)"


def test_an_objection_among_other_things_is_said_only_where_it_is_asked_for() -> None:
    text = (
        "Version 6 is supported until December. Version 5 is not supported any more.\n\n"
        "The customer says: We have no time.\nWhat to say: The tool runs in the background.\nProof: A move in nine days."
    )
    other = say("until when is version 6 supported?", [hit(text, "Release notes")])
    assert isinstance(other, Said)
    assert other.text.startswith("**Version 6 is supported until December.**")
    found = say("customer says they have no time", [hit(text, "Release notes")])
    assert isinstance(found, Said)
    assert "**What to say:** The tool runs" in found.text
    assert "Version 6" not in found.text
