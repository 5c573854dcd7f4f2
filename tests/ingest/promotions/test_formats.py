"""The same promotions out of every format, and on into the index and the report."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from reportlab.lib import colors
from reportlab.lib.pagesizes import landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table
from tests.fakes import FakeEmbedder, FakeIndex, FakePriceBook, FakeRetriever
from tests.ingest.readers.documents import workbook

from partnerline.ingest.library import EVERY_FILE, Rule
from partnerline.ingest.prices.named import NOBODY
from partnerline.ingest.reader import Read, read_document
from partnerline.ingest.report import rendered
from partnerline.ingest.sync import sync
from partnerline.knowledge.access import scope_of
from partnerline.knowledge.partners import EVERYONE

ROWS = [
    ["Code", "Name", "Applies to", "% off", "Fixed price (EUR)", "First day", "Last day", "Min. qty", "Stacks"],
    ["SPRING", "Start", "AX-200, AX-300", "8.5 %", "", "2026-03-01", "2026-05-31", "10", "no"],
    ["SWITCH", "Switch", "AX-400", "", "1,290.50", "1 October 2026", "30 June 2027", "", "no"],
    ["DOUBT", "Both", "AX-400", "5 %", "1,100.50", "1 October 2026", "30 June 2027", "", "no"],
]  # fmt: skip


def as_xlsx(path: Path) -> None:
    workbook(["Promotions"], [], *ROWS).save(path)


def as_csv(path: Path) -> None:
    path.write_text("\n".join(";".join(row) for row in ROWS), encoding="utf-8")


def as_markdown(path: Path) -> None:
    rows = [f"| {' | '.join(row)} |" for row in ROWS]
    rows.insert(1, "|" + "---|" * len(ROWS[0]))
    path.write_text("# Promotions\n\n" + "\n".join(rows) + "\n", encoding="utf-8")


def as_html(path: Path) -> None:
    head, *body = ("".join(f"<td>{text}</td>" for text in row) for row in ROWS)
    rows = "".join(f"<tr>{row}</tr>" for row in body)
    page = f"<h1>Promotions</h1><table><tr>{head.replace('td>', 'th>')}</tr>{rows}</table>"
    path.write_text(f"<html><body>{page}</body></html>", encoding="utf-8")


def as_docx(path: Path) -> None:
    document = Document()
    document.add_heading("Promotions", 1)
    table = document.add_table(rows=len(ROWS), cols=len(ROWS[0]))
    for cells, row in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    document.save(str(path))


def as_pdf(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=landscape((900, 1200)))
    table = Table(ROWS, colWidths=120)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    _, height = table.wrapOn(canvas, 1100, 700)
    table.drawOn(canvas, 40, 800 - height)
    canvas.save()


FORMATS: dict[str, Callable[[Path], None]] = {
    "xlsx": as_xlsx, "csv": as_csv, "md": as_markdown, "html": as_html, "docx": as_docx, "pdf": as_pdf,
}  # fmt: skip


def read_as(folder: Path, suffix: str, rule: Rule = EVERY_FILE) -> Read:
    name = f"promotions.{suffix}"
    FORMATS[suffix](folder / name)
    return read_document(folder, name, rule, NOBODY, digest="d")


@pytest.mark.parametrize("suffix", FORMATS)
def test_promotions_are_read_from_every_format(tmp_path: Path, suffix: str) -> None:
    read = read_as(tmp_path, suffix)
    assert read.document.kind == "promotions"
    spring, switch = read.promotions
    assert (spring.code, spring.applies_to) == ("SPRING", ("AX-200", "AX-300"))
    assert (spring.percent, spring.min_quantity, spring.stacks) == (Decimal("0.085"), 10, "no")
    assert (spring.first_day, spring.last_day) == (date(2026, 3, 1), date(2026, 5, 31))
    assert (switch.fixed, switch.currency) == (Decimal("1290.5"), "EUR")
    assert switch.last_day == date(2027, 6, 30)
    (refused,) = read.refused
    assert "both a percentage and a fixed price" in refused


@pytest.mark.parametrize("suffix", FORMATS)
def test_promotions_stay_searchable_as_text(tmp_path: Path, suffix: str) -> None:
    read = read_as(tmp_path, suffix)
    assert any("SPRING" in passage.text for passage in read.passages)


def test_only_documents_of_promotions_give_any(tmp_path: Path) -> None:
    assert read_as(tmp_path, "csv", Rule(match="**", kind="collateral")).promotions == ()
    assert len(read_as(tmp_path, "csv", Rule(match="**", kind="promotions")).promotions) == 2


def test_what_was_read_reaches_the_price_book_and_the_report(tmp_path: Path) -> None:
    as_csv(tmp_path / "promotions.csv")
    index = FakeIndex()
    first = sync(tmp_path, index=index, embedder=FakeEmbedder())
    scope = scope_of(FakeRetriever(index).shelves(), EVERYONE, date(2026, 1, 1))
    found = FakePriceBook(index).promotions(scope)
    assert [promotion.code for promotion in found] == ["SPRING", "SWITCH"]
    said = rendered(first)
    assert "took     promotions.csv: 2 promotions, 1 left out" in said
    assert "left out promotions.csv:" in said
    again = sync(tmp_path, index=index, embedder=FakeEmbedder())
    (line,) = again.lines
    assert (line.status, line.promotions) == ("unchanged", 2)
