import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerline.ingest.pieces import sentences
from partnerline.ingest.reading import Block, BlockKind, Reading, Section
from partnerline.ingest.splitting import LIMIT, WHOLE, limit_under, passages_of
from partnerline.ingest.subsections import has_labels


def block(text: str, kind: BlockKind = "paragraph", locator: str | None = None) -> Block:
    return Block(kind=kind, text=text, locator=locator)


def section(
    *blocks: Block, locator: str = "## Two", headings: tuple[str, ...] = ("One", "Two")
) -> Section:
    return Section(locator=locator, headings=headings, blocks=blocks)


def reading(*sections: Section) -> Reading:
    return Reading(title="One", sections=sections, tables=())


def split(*sections: Section) -> list[str]:
    return [p.text for p in passages_of("a.md", reading(*sections))]


def test_short_blocks_share_a_passage_and_places_never_do() -> None:
    first = section(block("One."), block("Two."), locator="p. 1")
    second = section(block("Three."), locator="p. 2")
    passages = passages_of("a.pdf", reading(first, second))
    assert [(p.locator, p.text, p.position) for p in passages] == [
        ("p. 1", "One.\n\nTwo.", 0),
        ("p. 2", "Three.", 1),
    ]
    assert passages[0].headings == ("One", "Two")
    assert passages[0].document == "a.pdf"


def test_a_single_blocks_own_place_wins() -> None:
    alone = passages_of("a.xlsx", reading(section(block("x", locator="EMEA!A1"), locator="EMEA")))
    both = section(
        block("x", locator="EMEA!A1"), block("y", locator="EMEA!A2"), locator="EMEA!A1:A2"
    )
    assert [p.locator for p in alone] == ["EMEA!A1"]
    assert [p.locator for p in passages_of("a.xlsx", reading(both))] == ["EMEA!A1:A2"]


def test_a_list_stays_with_the_words_that_lead_into_it() -> None:
    items = [block(f"- {'item ' * 20}{n}", "item") for n in range(3)]
    texts = split(section(block("word " * 120), block("These are asked for:"), *items))
    assert len(texts) == 2
    assert texts[1].startswith("These are asked for:\n- item")


def test_a_list_too_long_for_one_passage_keeps_its_first_item_with_its_lead() -> None:
    items = [block(f"- {'item ' * 20}{n}", "item") for n in range(30)]
    texts = split(section(block("word " * 160), block("These:"), *items))
    assert all(not text.endswith("These:") for text in texts)


def test_a_row_is_never_cut() -> None:
    row = " · ".join(f"Column {n}: value {n}." for n in range(100))
    assert len(row) > LIMIT
    assert split(section(block(row, "row"), block("short", "row"))) == [row, "short"]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    whole = " ".join(f"Sentence number {n} says something of its own." for n in range(60))
    texts = split(section(block(whole)))
    assert len(texts) > 2
    assert all(text.endswith(".") and text.startswith("Sentence") for text in texts)
    assert " ".join(texts) == whole


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Ask Dr. Meyer. He knows, e.g. The price.",
            ["Ask Dr. Meyer.", "He knows, e.g. The price."],
        ),
        ("It costs 1.5 EUR. Why? Because!", ["It costs 1.5 EUR.", "Why?", "Because!"]),
        ('He said "No." Then he left.', ['He said "No."', "Then he left."]),
        ("one\ntwo", ["one", "two"]),
        ("価格です。有効です。", ["価格です。", "有効です。"]),
    ],
)
def test_sentences_end_where_they_do(text: str, parts: list[str]) -> None:
    assert [sentence for _, sentence in sentences(text)] == parts


def objection(*, proof: str = "A server costs 4 hours a month.") -> list[Section]:
    above = ("Objections", "Too expensive")
    return [
        section(locator="## Too expensive", headings=above),
        section(
            block("Per sensor it is less."),
            locator="### What to say",
            headings=(*above, "What to say"),
        ),
        section(block(proof), locator="### Proof", headings=(*above, "Proof")),
        section(
            block("- How many?", "item"),
            locator="### Question to ask back",
            headings=(*above, "Question to ask back"),
        ),
    ]


def test_an_objection_with_its_parts_stays_in_one_passage_under_its_own_heading() -> None:
    (passage,) = passages_of("a.md", reading(*objection()))
    assert passage.locator == "## Too expensive"
    assert passage.headings == ("Objections", "Too expensive")
    assert passage.text == (
        "What to say: Per sensor it is less.\n\nProof: A server costs 4 hours a month.\n\n"
        "Question to ask back:\n- How many?"
    )


def test_an_objection_between_the_limits_is_still_one_passage() -> None:
    (text,) = split(*objection(proof="It is so. " * 115))
    assert LIMIT < len(text) <= WHOLE


def test_an_objection_too_long_keeps_its_parts_apart() -> None:
    assert len(split(*objection(proof="It is so. " * 200))) > 3


def test_labelled_paragraphs_under_one_heading_stay_together() -> None:
    texts = split(
        section(block("What to say: " + "It is so. " * 60), block("Proof: " + "It is so. " * 50))
    )
    assert len(texts) == 1


def test_questions_are_found_best_alone() -> None:
    above = ("FAQ", "Billing")
    asked = [
        section(block("Yes."), locator=f"### {q}", headings=(*above, q))
        for q in ("Can I pay monthly?", "Can I cancel?")
    ]
    assert len(split(section(locator="## Billing", headings=above), *asked)) == 2


def test_a_whole_document_is_not_merged_under_its_title() -> None:
    parts = [
        section(block("Yes."), locator=f"## {n}", headings=("FAQ", n)) for n in ("Data", "Price")
    ]
    assert len(split(section(locator="# FAQ", headings=("FAQ",)), *parts)) == 2


def test_sub_sections_on_another_page_are_not_merged() -> None:
    parent, *rest = objection()
    moved = [replace(parent, locator="p. 1"), *(replace(part, locator="p. 2") for part in rest)]
    assert len(split(*moved)) == 3


def test_rows_of_a_sheet_are_not_merged_under_its_name() -> None:
    sheet = section(block("Prices"), locator="EMEA!A1", headings=("List", "EMEA"))
    row = section(
        block("SKU: A", "row"), locator="EMEA!A5:F5", headings=("List", "EMEA", "Gateways")
    )
    assert len(split(sheet, row)) == 2


def test_empty_text_gives_no_passage() -> None:
    assert passages_of("a.md", reading(section(), section(block("  ")))) == ()


def test_ids_are_stable_and_tell_apart_paths_places_and_repeats() -> None:
    same = section(block("Same."))
    passages = passages_of("a.md", reading(same, same))
    ids = {p.id for p in passages}
    assert passages == passages_of("a.md", reading(same, same))
    assert len(ids) == 2
    assert all(re.fullmatch(r"[0-9a-f]{32}", i) for i in ids)
    assert not ids & {p.id for p in passages_of("b.md", reading(same, same))}
    assert (
        passages_of("a.md", reading(section(block("Other."), locator="## 0"), same))[1].id
        == passages[0].id
    )


words = st.text("abcdefgABC .,!?:1é。\n-", max_size=400)
blocks = st.builds(
    Block, kind=st.sampled_from(["paragraph", "item", "row"]), text=words, locator=st.none()
)
long_blocks = st.builds(lambda b, n: replace(b, text=b.text * n), blocks, st.integers(1, 8))
headings = st.lists(st.text("abc ", min_size=1, max_size=60), min_size=1, max_size=3).map(tuple)
sections = st.builds(
    Section,
    locator=st.sampled_from(["p. 1", "p. 2", "slide 3"]),
    headings=headings,
    blocks=st.lists(long_blocks, max_size=8).map(tuple),
)


def bare(text: str) -> str:
    return "".join(text.split())


@given(sections)
def test_no_text_is_lost_and_the_order_is_kept(given_section: Section) -> None:
    assert bare("".join(split(given_section))) == bare(
        "".join(b.text for b in given_section.blocks)
    )


@given(sections)
def test_no_passage_is_over_the_limit_but_for_a_row(given_section: Section) -> None:
    rows = {b.text.strip() for b in given_section.blocks if b.kind == "row"}
    texts = split(given_section)
    # The labelled parts of one answer may be longer, where all of them are one passage.
    together = len(texts) == 1 and has_labels(given_section)
    limit = limit_under(given_section.headings, WHOLE if together else LIMIT)
    assert all(len(text) <= limit or text in rows for text in texts)


@given(st.lists(sections, max_size=5))
def test_positions_count_and_ids_are_unique(several: list[Section]) -> None:
    passages = passages_of("a.md", reading(*several))
    assert [p.position for p in passages] == list(range(len(passages)))
    assert len({p.id for p in passages}) == len(passages)
    assert all(p.text.strip() == p.text != "" for p in passages)
