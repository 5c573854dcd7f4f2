"""A quote to take along as a workbook: amounts are numbers, and nothing that a list says is ever a formula."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from partnerline.bot.quotes import wording
from partnerline.bot.quotes.paper import Paper, further_citations, sources
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

EXACT_DIGITS = 15
"""A spreadsheet's numbers keep no more; an amount with more is written out as text."""
_LONGEST = 32_767
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEAD, _TINT = Font(bold=True), PatternFill("solid", fgColor="EEF2F7")
_TOP = Alignment(vertical="top", wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="top")
_LINE_TITLES = ("No.", "Part number", "Description", "Unit", "Term", "Quantity", "List price",
                "Net price", "Amount", "Currency")  # fmt: skip
_LINE_WIDTHS = (14, 22, 44, 18, 12, 11, 16, 16, 18, 10)
_SOURCE_TITLES = ("Line", "Part number", "Applied", "Price list", "Cell", "What the row says",
                  "Valid from", "Valid until")  # fmt: skip
_SOURCE_WIDTHS = (7, 22, 36, 44, 16, 60, 14, 20)
Value = str | int | Decimal | date | None


def xlsx_of(paper: Paper) -> bytes:
    """The paper as a workbook with the sheets "Quote" and "Sources"."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook begins with a sheet")
    sheet.title = wording.TITLE
    _fill_quote(sheet, paper)
    _fill_sources(book.create_sheet("Sources"), paper)
    book.properties.title = wording.TITLE
    book.properties.creator = _clean(paper.vendor) or "Partnerline"
    book.properties.created = datetime(*paper.issued_on.timetuple()[:3])  # noqa: DTZ001 - a day
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _fill_quote(sheet: Worksheet, paper: Paper) -> None:
    _widen(sheet, _LINE_WIDTHS)
    _put(sheet, 1, 1, wording.TITLE).font = Font(bold=True, size=18)
    row = 2
    if paper.vendor:
        _put(sheet, row, 1, paper.vendor).font = Font(bold=True, size=13)
        row += 1
    for label, text in wording.facts(paper):
        row += 1
        _put(sheet, row, 1, label).font = Font(color="5D6673")
        over = text.startswith(wording.OVER)
        _put(sheet, row, 2, text).font = Font(bold=over, color="A52A1C" if over else None)
    if len(paper.quotes) > 1:
        row += 2
        _put(sheet, row, 1, wording.APART)
    first = 1
    for number, quote in enumerate(paper.quotes):
        row = _fill_lines(sheet, row + 2, quote, first, wording.heading(paper, number))
        first += len(quote.lines)
    _put(sheet, row + 2, 1, wording.NOTE).font = Font(italic=True, color="5D6673")


def _fill_lines(sheet: Worksheet, row: int, quote: Quote, first: int, heading: str) -> int:
    """Writes a quote from that row on; gives the last row written."""
    if heading:
        _put(sheet, row, 1, heading).font = _HEAD
        row += 1
    _put_head(sheet, row, _LINE_TITLES)
    for number, line in enumerate(quote.lines, start=first):
        row += 1
        _put_row(sheet, row, _line(line, number, quote.currency), quote.currency)
    for part in wording.sums(quote):
        row += 1
        label = _put(sheet, row, 8, part.label)
        amount = _put_money(sheet, row, 9, part.amount, quote.currency)
        code = _put(sheet, row, 10, quote.currency)
        label.alignment = _RIGHT
        for cell in (label, amount, code):
            cell.font = Font(bold=part.whole)
    return row


def _line(line: QuoteLine, number: int, currency: str) -> tuple[Value, ...]:
    listed = line.list_price if line.listed else wording.NO_LIST_PRICE
    amounts = (listed, line.unit_price, line.amount)
    named = (line.sku, line.name, wording.unit(line), wording.term(line))
    return (number, *named, line.quantity, *amounts, currency)


def _fill_sources(sheet: Worksheet, paper: Paper) -> None:
    _widen(sheet, _SOURCE_WIDTHS)
    _put_head(sheet, 1, _SOURCE_TITLES)
    sheet.freeze_panes = "A2"
    quotes = [quote for quote in paper.quotes for _ in quote.lines]
    row = 1
    for source, quote in zip(sources(paper), quotes, strict=True):
        row, line = row + 1, source.line
        held = (line.valid_from or quote.valid_from, line.valid_until or quote.valid_until)
        said = (wording.applied(line), source.price_list, line.cell, line.row)
        days = (held[0], held[1] or "until further notice")
        _put_row(sheet, row, (source.number, line.sku, *said, *days), quote.currency)
    for cited in further_citations(paper):
        row += 1
        said = ("also cited", cited.source, cited.locator, cited.quote)
        _put_row(sheet, row, (None, None, *said), "")


def _put_row(sheet: Worksheet, row: int, values: Sequence[Value], currency: str) -> None:
    for column, value in enumerate(values, start=1):
        if isinstance(value, Decimal):
            _put_money(sheet, row, column, value, currency)
        else:
            cell = _put(sheet, row, column, value)
            if value == wording.NO_LIST_PRICE:
                cell.alignment = _RIGHT


def _put_head(sheet: Worksheet, row: int, titles: Sequence[str]) -> None:
    for column, title in enumerate(titles, start=1):
        cell = _put(sheet, row, column, title)
        cell.font, cell.fill = _HEAD, _TINT
        if title in {"Quantity", "List price", "Net price", "Amount"}:
            cell.alignment = _RIGHT


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> Cell:
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("the sheet has no merged cells")
    if isinstance(value, str):
        _write_text(cell, value)
    else:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    titled = row == 1 or (sheet.title == wording.TITLE and column == 1)
    cell.alignment = Alignment(vertical="top") if titled else _TOP
    return cell


def _put_money(sheet: Worksheet, row: int, column: int, amount: Decimal, currency: str) -> Cell:
    cell = _put(sheet, row, column, None)
    if len(amount.normalize().as_tuple().digits) <= EXACT_DIGITS:
        cell.value = amount
        code = f" [${currency}]" if currency.isalnum() else ""
        cell.number_format = f"#,##0.{'0' * wording.places(amount)}{code}"
    else:
        _write_text(cell, f"{wording.figure(amount)} {currency}")
    cell.alignment = _RIGHT
    return cell


def _write_text(cell: Cell, text: str) -> None:
    """Text as text: a name that begins like a formula is not one, here or where it is typed over."""
    cell.value = _clean(text)
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True


def _clean(text: str) -> str:
    """Without what a workbook can't hold, and no longer than a cell may be."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST]


def _widen(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
