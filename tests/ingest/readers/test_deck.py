from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches
from tests.ingest.readers.documents import saved, texts

from partnerline.ingest import limits
from partnerline.ingest.readers.deck import read_pptx
from partnerline.ingest.reading import Reading
from partnerline.knowledge.errors import UnreadableError

BOX = (Inches(1), Inches(2), Inches(4), Inches(1))


def slide(deck: Any, title: str, *bullets: tuple[str, int]) -> Any:
    made = deck.slides.add_slide(deck.slide_layouts[1])
    made.shapes.title.text = title
    frame = made.placeholders[1].text_frame
    for at, (text, level) in enumerate(bullets):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    return made


def reading_of(deck: Any) -> Reading:
    return read_pptx("decks/battle_card.pptx", saved(deck))


def test_a_slide_is_a_place_with_its_title_bullets_and_notes() -> None:
    deck = Presentation()
    slide(deck, "Battlecard")
    made = slide(
        deck, "Against Veltrax", ("Half the sensors", 0), ("32, not 64", 1), ("US only", 0)
    )
    made.notes_slide.notes_text_frame.text = "Where they win:\nsmall sites."
    reading = reading_of(deck)
    assert reading.title == "Battlecard"
    section = reading.sections[-1]
    assert (section.locator, section.headings) == ("slide 2", ("Battlecard", "Against Veltrax"))
    assert [b.text for b in section.blocks] == [
        "- Half the sensors\n  - 32, not 64",
        "- US only",
        "Notes: Where they win: small sites.",
    ]


def test_hidden_slides_and_shapes_are_left_out() -> None:
    deck = Presentation()
    made = slide(deck, "Shown", ("Fact", 0))
    box = made.shapes.add_textbox(*BOX)
    box.text_frame.text = "SECRET"
    box.element.xpath(".//p:cNvPr")[0].set("hidden", "1")
    slide(deck, "SECRET", ("SECRET", 0)).element.set("show", "0")
    slide(deck, "Third", ("More", 0))
    reading = reading_of(deck)
    assert "SECRET" not in repr(reading.sections)
    assert reading.notes == ("slide 2 is hidden and left out",)
    assert reading.sections[-1].locator == "slide 3"


def test_tables_and_grouped_shapes_are_read() -> None:
    deck = Presentation()
    made = slide(deck, "Side by side")
    table = made.shapes.add_table(3, 3, *BOX).table
    rows = [["Point", "Ours", "Theirs"], ["Sensors", "64", "32"], ["Buffer", "30 days", "7 days"]]
    for at, row in enumerate(rows):
        for across, text in enumerate(row):
            table.cell(at, across).text = text
    group = made.shapes.add_group_shape()
    group.shapes.add_group_shape().shapes.add_textbox(*BOX).text_frame.text = "Deep inside"
    reading = reading_of(deck)
    assert texts(reading) == [
        "Point: Sensors · Ours: 64 · Theirs: 32",
        "Point: Buffer · Ours: 30 days · Theirs: 7 days",
        "Deep inside",
    ]
    assert [[c.text for c in row] for row in reading.tables[0].rows] == rows
    assert reading.tables[0].locator == reading.tables[0].rows[2][2].locator == "slide 1"


def test_merged_table_cells_repeat_their_value() -> None:
    deck = Presentation()
    table = slide(deck, "Merged").shapes.add_table(2, 3, *BOX).table
    for at, text in enumerate(["SKU", "Price", ""]):
        table.cell(0, at).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    for at, text in enumerate(["A", "1", "2"]):
        table.cell(1, at).text = text
    assert [c.text for c in reading_of(deck).tables[0].rows[0]] == ["SKU", "Price", "Price"]


def test_numbered_bullets_are_numbered_and_text_without_bullets_is_not() -> None:
    deck = Presentation()
    made = slide(deck, "Steps", ("Apply", 0), ("Claim", 0), ("A remark", 0))
    paragraphs = made.placeholders[1].text_frame.paragraphs
    for paragraph, tag in zip(paragraphs, ("a:buAutoNum", "a:buAutoNum", "a:buNone"), strict=True):
        properties = paragraph._p.get_or_add_pPr()
        properties.append(properties.makeelement(qn(tag), {}))
    assert texts(reading_of(deck)) == ["1. Apply", "2. Claim", "A remark"]


def test_a_charts_figures_are_rows() -> None:
    deck = Presentation()
    data = CategoryChartData()
    data.categories = ["2025", "2026"]
    data.add_series("Gateways", (41.5, 52))
    slide(deck, "Sales").shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *BOX, data)
    assert "Gateways · 2025: 41.5 · 2026: 52" in texts(reading_of(deck))


def test_a_slide_without_a_title_is_headed_by_its_number() -> None:
    deck = Presentation()
    slide(deck, "First", ("a", 0))
    slide(deck, "", ("Loose words", 0))
    assert reading_of(deck).sections[-1].headings == ("First", "slide 2")


def test_too_many_slides_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    deck = Presentation()
    slide(deck, "a")
    slide(deck, "b")
    monkeypatch.setattr(limits, "MAX_PAGES", 1)
    with pytest.raises(UnreadableError, match="it has 2 slides, more than 1"):
        reading_of(deck)
