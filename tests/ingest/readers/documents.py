"""Small documents made with the real libraries, for the readers' tests."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import xlwt
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from partnerline.ingest.reading import Reading


def saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def workbook(*rows: list[Any], sheet: str = "EMEA") -> Workbook:
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    return book


def old_workbook(*rows: list[Any], sheet: str = "EMEA") -> xlwt.Workbook:
    book = xlwt.Workbook()
    page = book.add_sheet(sheet)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            page.write(number, column, value)
    return book


def pdf(*pages: Callable[[Canvas], None], slides: bool = False, **options: Any) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=landscape(A4) if slides else A4, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def words(*lines: tuple[float, str, int] | tuple[float, str, int, str]) -> Callable[[Canvas], None]:
    """A page with lines, each with its height above the lower edge, its text, its size and perhaps its font."""

    def draw(canvas: Canvas) -> None:
        for height, text, size, *font in lines:
            canvas.setFont(font[0] if font else "Helvetica", size)
            canvas.drawString(72, height, text)

    return draw


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one part changed, or added where it isn't there."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            part = old.read(member)
            new.writestr(member.filename, change(part) if member.filename == name else part)
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return buffer.getvalue()


def texts(reading: Reading) -> list[str]:
    return [block.text for section in reading.sections for block in section.blocks]


def whole(reading: Reading) -> str:
    return "\n".join(texts(reading))
