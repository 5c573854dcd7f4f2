import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table
from tests.ingest.readers.documents import pdf, texts, whole, words

from partnerline.ingest import limits
from partnerline.ingest.readers.pdf import read_pdf
from partnerline.knowledge.errors import UnreadableError

BODY = "The gateway keeps thirty days of readings when the network is down for long."


def test_headings_by_size_and_pages_as_places() -> None:
    data = pdf(
        words((760, "Battery backup", 18), (720, BODY, 11), (706, "It needs no tools.", 11)),
        words((760, "Protocols", 18), (720, BODY, 11), (680, BODY, 11)),
        words((760, BODY, 11)),
    )
    reading = read_pdf("data/ax-200.pdf", data)
    assert [(s.locator, s.headings) for s in reading.sections if s.blocks] == [
        ("p. 1", ("Battery backup",)),
        ("p. 2", ("Battery backup", "Protocols")),
        ("p. 3", ("Battery backup", "Protocols")),
    ]
    assert texts(reading)[0] == f"{BODY} It needs no tools."


def test_hyphenated_words_are_joined_and_ligatures_undone() -> None:
    data = pdf(
        words(
            (720, "A certi-", 11),
            (706, "fied engineer calls the sup-", 11),
            (692, "port team.", 11),
        )
    )
    assert whole(read_pdf("a.pdf", data)) == "A certified engineer calls the support team."


def test_headers_footers_and_page_numbers_are_dropped() -> None:
    pages = [
        words(
            (810, "Tarnwick Systems - confidential", 8),
            (700, f"Fact {fact}. {BODY}", 11),
            (30, f"Page {n} of 3", 8),
        )
        for n, fact in enumerate(("one", "two", "three"), start=1)
    ]
    reading = read_pdf("a.pdf", pdf(*pages))
    assert "confidential" not in whole(reading)
    assert "Page" not in whole(reading)
    assert [s.locator for s in reading.sections if s.blocks] == ["p. 1", "p. 2", "p. 3"]


def test_bullets_and_numbers_are_items() -> None:
    data = pdf(
        words(
            (720, "Do this:", 11),
            (700, "• first", 11),
            (680, "• second", 11),
            (660, "1. one", 11),
            (640, "2. two", 11),
        )
    )
    (section,) = read_pdf("a.pdf", data).sections
    assert [b.text for b in section.blocks if b.kind == "item"] == [
        "- first",
        "- second",
        "1. one",
        "2. two",
    ]


def ruled(canvas: Canvas, rows: list[list[str]], top: float) -> None:
    table = Table(rows, colWidths=120)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    _, height = table.wrapOn(canvas, 500, 500)
    table.drawOn(canvas, 72, top - height)


PRICES = [
    ["SKU", "Description", "List price"],
    ["AX-40", "Compact", "390.00"],
    ["AX-200", "Gateway", "1,180.00"],
]


def test_a_ruled_table_becomes_rows_and_cells_and_stands_once() -> None:
    def page(canvas: Canvas) -> None:
        words((760, "Prices", 18), (720, BODY, 11), (500, "After the table.", 11))(canvas)
        ruled(canvas, PRICES, 690)

    reading = read_pdf("a.pdf", pdf(page))
    assert texts(reading) == [
        BODY,
        "SKU: AX-40 · Description: Compact · List price: 390.00",
        "SKU: AX-200 · Description: Gateway · List price: 1,180.00",
        "After the table.",
    ]
    (table,) = reading.tables
    assert table.name == "Prices"
    assert [c.text for c in table.rows[2]] == ["AX-200", "Gateway", "1,180.00"]
    assert {c.locator for row in table.rows for c in row} == {"p. 1"}


def test_a_table_that_goes_on_over_the_page_keeps_its_columns_names() -> None:
    reading = read_pdf(
        "a.pdf",
        pdf(
            lambda canvas: ruled(canvas, PRICES, 760),
            lambda canvas: ruled(
                canvas, [["TS-10", "Sensor", "64.90"], ["TS-100", "Probe", "139.00"]], 760
            ),
        ),
    )
    assert texts(reading)[-1] == "SKU: TS-100 · Description: Probe · List price: 139.00"


def test_a_row_of_bands_and_amounts_atop_the_next_page_is_no_heading() -> None:
    reading = read_pdf(
        "a.pdf",
        pdf(
            lambda canvas: ruled(canvas, [["SKU", "Product", "Seats", "List"], ["A", "Desk", "1-99", "$9.00"]], 760),
            lambda canvas: ruled(canvas, [["B", "Vault", "100-499", "$8.00"], ["B", "Vault", "500+", "$7.00"]], 760),
            lambda canvas: ruled(canvas, [["C", "Sign", "1-99", "$6.00"], ["C", "Sign", "100+", "$5.00"]], 760),
        ),
    )  # fmt: skip
    assert [[cell.text for cell in table.rows[0]] for table in reading.tables] == [
        ["SKU", "Product", "Seats", "List"]
    ] * 3


def test_decoration_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        words((700, BODY, 11))(canvas)
        for height in range(100, 600, 20):
            canvas.rect(72, height, 400, 10)

    reading = read_pdf("a.pdf", pdf(page))
    assert reading.tables == ()
    assert texts(reading) == [BODY]


def test_a_slide_has_its_biggest_upper_line_as_heading() -> None:
    data = pdf(
        words(
            (500, "Flexible billing", 30),
            (400, "Pay by quarter", 16),
            (360, "Cancel within 72 hours", 16),
        ),
        words((500, "Multiparty offers", 30), (400, "Sold by a partner", 16)),
        slides=True,
    )
    reading = read_pdf("deck.pdf", data)
    assert [(s.locator, s.headings[-1]) for s in reading.sections] == [
        ("p. 1", "Flexible billing"),
        ("p. 2", "Multiparty offers"),
    ]
    assert texts(reading) == ["Pay by quarter", "Cancel within 72 hours", "Sold by a partner"]


def test_a_scanned_page_among_others_is_noted() -> None:
    data = pdf(words((700, BODY, 11)), lambda canvas: canvas.rect(72, 72, 300, 300, fill=1))
    assert read_pdf("a.pdf", data).notes == ("p. 2 has no text; if it is scanned, run OCR over it",)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("AX-200 series", "AX-200 series"),
        ("Microsoft Word - draft.docx", "ax 200 data"),
        ("untitled", "ax 200 data"),
    ],
)
def test_the_title_is_the_files_own_unless_a_program_made_it_up(given: str, title: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setTitle(given)
        words((700, BODY, 11))(canvas)

    assert read_pdf("x/ax-200_data.pdf", pdf(page)).title == title


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGES", 1)
    with pytest.raises(UnreadableError, match="it has 2 pages, more than 1"):
        read_pdf("a.pdf", pdf(words((700, "a", 11)), words((700, "b", 11))))
