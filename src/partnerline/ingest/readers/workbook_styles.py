"""The number formats and struck fonts of a workbook's styles, read without loading the workbook."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from openpyxl.styles.numbers import BUILTIN_FORMATS


@dataclass(frozen=True, slots=True, kw_only=True)
class CellStyle:
    """How a cell shows its value: its number format, "" for none, and whether it is struck through."""

    number_format: str = ""
    struck: bool = False


def styles_of(archive: ZipFile) -> tuple[CellStyle, ...]:
    """The workbook's styles by the numbers that its cells give."""
    part = next((n for n in archive.namelist() if n.lstrip("/") == "xl/styles.xml"), None)
    if part is None:
        return ()
    root = ET.fromstring(archive.read(part))  # noqa: S314  check_archive has refused DTDs
    formats = {
        int(one.get("numFmtId", "0")): one.get("formatCode", "")
        for one in root.findall("{*}numFmts/{*}numFmt")
    }
    struck = [_is_struck(font) for font in root.findall("{*}fonts/{*}font")]
    return tuple(_style(xf, formats, struck) for xf in root.findall("{*}cellXfs/{*}xf"))


def _style(xf: ET.Element, formats: dict[int, str], struck: list[bool]) -> CellStyle:
    number, font = int(xf.get("numFmtId", "0")), int(xf.get("fontId", "0"))
    shape = formats.get(number, BUILTIN_FORMATS.get(number, ""))
    return CellStyle(
        number_format="" if shape == "General" else shape,
        struck=font < len(struck) and struck[font],
    )


def _is_struck(font: ET.Element) -> bool:
    mark = font.find("{*}strike")
    return mark is not None and mark.get("val", "1") not in {"0", "false"}
