from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from tests.ingest.readers.documents import saved, texts, whole, with_part

from partnerline.ingest.readers.word import read_docx
from partnerline.ingest.reading import Reading


def reading_of(document: Any) -> Reading:
    return read_docx("objections/gateways.docx", saved(document))


def test_text_stands_under_its_headings_in_its_order() -> None:
    document = Document()
    document.add_paragraph("Before all.")
    document.add_heading("Returns", 1)
    document.add_heading("Defects", 2)
    document.add_paragraph("Ask for a number.")
    table = document.add_table(2, 2)
    for cell, text in zip(
        table._cells, ["Product", "Warranty", "AX-200", "36 months"], strict=True
    ):
        cell.text = text
    document.add_paragraph("After the table.")
    reading = reading_of(document)
    assert [(s.locator, s.headings[1:]) for s in reading.sections if s.blocks] == [
        ("top", ()),
        ("## Defects", ("Defects",)),
    ]
    assert texts(reading) == [
        "Before all.",
        "Ask for a number.",
        "Product: AX-200 · Warranty: 36 months",
        "After the table.",
    ]
    assert reading.title == "Returns"
    assert reading.tables[0].name == "Defects"
    assert reading.tables[0].rows[1][1].locator == "## Defects"


def test_the_titles_style_gives_the_title() -> None:
    document = Document()
    document.add_heading("Objection handling", 0)
    document.add_heading("Price", 1)
    document.add_paragraph("Per sensor it is less.")
    reading = reading_of(document)
    assert reading.title == "Objection handling"
    assert reading.sections[-1].headings == ("Objection handling", "Price")


def test_a_heading_style_of_ones_own_or_another_language_counts() -> None:
    document = Document()
    style = document.styles.add_style("Einwand", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("Zu teuer", style)
    document.add_paragraph("Pro Sensor nicht.")
    assert reading_of(document).sections[-1].locator == "## Zu teuer"


def test_lists_keep_their_markers_and_numbers() -> None:
    document = Document()
    for text in ("Apply", "Claim"):
        document.add_paragraph(text, "List Number")
    document.add_paragraph("Anything", "List Bullet")
    document.add_paragraph("Plain")
    assert texts(reading_of(document)) == ["1. Apply", "2. Claim", "- Anything", "Plain"]


def change(tag: str, *runs: str) -> Any:
    inner = "".join(
        f"<w:r><w:{'delText' if tag == 'del' else 't'}>{run}</w:{'delText' if tag == 'del' else 't'}></w:r>"
        for run in runs
    )
    return parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="x">{inner}</w:{tag}>')


def test_tracked_deletions_are_gone_and_insertions_stay() -> None:
    document = Document()
    paragraph = document.add_paragraph("The discount is ")
    paragraph._p.append(change("del", "30 percent"))
    paragraph._p.append(change("ins", "20 percent"))
    moved = parse_xml(
        f'<w:moveFrom {nsdecls("w")} w:id="2" w:author="x"><w:r><w:t>MOVED</w:t></w:r></w:moveFrom>'
    )
    paragraph._p.append(moved)
    assert texts(reading_of(document)) == ["The discount is 20 percent"]


def test_a_tracked_deleted_row_is_gone() -> None:
    document = Document()
    table = document.add_table(3, 2)
    for cell, text in zip(table._cells, ["A", "B", "kept", "one", "SECRET", "two"], strict=True):
        cell.text = text
    properties = table.rows[2]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:del"))
    assert "SECRET" not in repr(reading_of(document))


def test_hidden_text_is_gone_whether_by_run_or_by_style() -> None:
    document = Document()
    paragraph = document.add_paragraph("Seen. ")
    paragraph.add_run("SECRET ").font.hidden = True
    style = document.styles.add_style("Inside", WD_STYLE_TYPE.CHARACTER)
    style.font.hidden = True
    paragraph.add_run("SECRET ", style)
    paragraph.add_run("Shown.", style).font.hidden = False
    whole_style = document.styles.add_style("Note to self", WD_STYLE_TYPE.PARAGRAPH)
    whole_style.font.hidden = True
    document.add_paragraph("SECRET", whole_style)
    assert texts(reading_of(document)) == ["Seen. Shown."]


def test_merged_cells_repeat_their_value() -> None:
    document = Document()
    table = document.add_table(3, 3)
    rows = [["SKU", "Price", "Price"], ["AX-200", "1", "2"], ["AX-200", "3", "4"]]
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    table.cell(1, 0).merge(table.cell(2, 0)).text = "AX-200"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Price"
    grid = [[c.text for c in row] for row in reading_of(document).tables[0].rows]
    assert grid == rows


def test_content_controls_are_read_and_tables_of_contents_are_not() -> None:
    document = Document()
    document.add_paragraph("Real text.")
    for gallery, text in (("", "In a control."), ("Table of Contents", "CONTENTS 3")):
        part = (
            f'<w:docPartObj><w:docPartGallery w:val="{gallery}"/></w:docPartObj>' if gallery else ""
        )
        document.element.body.insert(
            0,
            parse_xml(
                f"<w:sdt {nsdecls('w')}><w:sdtPr>{part}</w:sdtPr><w:sdtContent>"
                f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            ),
        )
    assert texts(reading_of(document)) == ["In a control.", "Real text."]


def test_text_boxes_are_read_once() -> None:
    document = Document()
    run = document.add_paragraph("Beside it. ").add_run()
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    run._r.append(
        parse_xml(
            f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" {nsdecls("w")}>'
            f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
        )
    )
    assert texts(reading_of(document)) == ["Beside it.", "In the box."]


def test_footnotes_follow_their_paragraph() -> None:
    document = Document()
    run = document.add_paragraph("Delivery takes five days").add_run()
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    data = with_part(
        saved(document),
        "word/footnotes.xml",
        lambda _: (
            f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>Not in August.</w:t></w:r></w:p></w:footnote></w:footnotes>'.encode()
        ),
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    data = with_part(
        data,
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(
            b"</Relationships>",
            f'<Relationship Id="rIdF" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
        ),
    )
    assert texts(read_docx("a.docx", data)) == ["Delivery takes five days", "Note: Not in August."]


def test_bold_lines_are_headings_only_where_there_are_no_others() -> None:
    document = Document()
    document.add_paragraph().add_run("Too expensive").bold = True
    document.add_paragraph("Per sensor it is less.")
    assert reading_of(document).sections[-1].locator == "## Too expensive"
    document.add_heading("A real one", 1)
    assert texts(reading_of(document))[0] == "Too expensive"


def test_line_breaks_and_tabs_keep_words_apart() -> None:
    document = Document()
    document.add_paragraph("one\ttwo").add_run().add_break()
    document.paragraphs[0].add_run("three")
    assert whole(reading_of(document)) == "one two\nthree"
