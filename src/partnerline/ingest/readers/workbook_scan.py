"""Goes through a workbook's XML once, before it is loaded: how big its sheets are, and which formulas have no value."""

from dataclasses import dataclass, field
from io import BytesIO
from posixpath import join, normpath
from xml.etree import ElementTree as ET
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

from openpyxl.utils import coordinate_to_tuple, get_column_letter
from openpyxl.utils.cell import range_boundaries

from partnerline.ingest import limits
from partnerline.ingest.readers.workbook_quick import SheetLook, look_of, quick_size
from partnerline.ingest.readers.workbook_styles import CellStyle, styles_of
from partnerline.knowledge.errors import UnreadableError

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SEPARATOR = " "  # between namespace and name, as expat joins them


@dataclass(slots=True, kw_only=True)
class SheetScan:
    """The size of one sheet. `cells` counts blank styled ones too; `last_row` and `last_column` are of filled ones."""

    rows: int = 0
    cells: int = 0
    last_row: int = 0
    last_column: int = 0
    merged_cells: int = 0
    uncached: list[str] = field(default_factory=list)

    @property
    def is_large(self) -> bool:
        """Whether openpyxl would take too long over it."""
        return (
            self.rows > limits.MAX_FORMATTED_ROWS
            or self.cells > limits.MAX_FORMATTED_CELLS
            or self.merged_cells > limits.MAX_FORMATTED_CELLS
        )


def scan_sheets(path: str, data: bytes) -> dict[str, SheetScan]:
    """Every worksheet's size by its name, hidden ones too; raises `UnreadableError` where one is beyond the limits."""
    scans = {}
    with ZipFile(BytesIO(data)) as archive:
        parts = _parts(archive)
        for name, part in parts.items():
            xml = archive.read(part)
            scans[name] = _quick_scan(xml, limits.MAX_ROWS // len(parts)) or _Scanner().scan(xml)
            _check(path, name, scans[name])
    if not scans:
        raise UnreadableError(path, "it has no sheets", mend="Save it again from its own program")
    limits.check_count(path, sum(s.last_row for s in scans.values()), limits.MAX_ROWS, "rows")
    return scans


def _quick_scan(xml: bytes, most_rows: int) -> SheetScan | None:
    """The sheet by search alone, where its size, blank cells included, lies within the limits anyway."""
    quick = quick_size(xml)
    if quick is None or quick.last_row > most_rows:
        return None
    if quick.last_row * quick.last_column > limits.MAX_CELLS:
        return None
    return SheetScan(
        rows=quick.rows,
        cells=quick.cells,
        last_row=quick.last_row,
        last_column=quick.last_column,
        merged_cells=quick.merged_cells,
        uncached=list(quick.uncached),
    )


def look_sheets(data: bytes) -> tuple[dict[str, SheetLook], tuple[CellStyle, ...]]:
    """What each sheet that can be searched hides and which styles its cells have, by its name; and the styles."""
    with ZipFile(BytesIO(data)) as archive:
        styles = styles_of(archive)
        shaped = frozenset(number for number, style in enumerate(styles) if style != CellStyle())
        return {
            name: look_of(xml, shaped)
            for name, part in _parts(archive).items()
            if b"<sheetData" in (xml := archive.read(part))
        }, styles


def _check(path: str, name: str, scan: SheetScan) -> None:
    limits.check_count(path, scan.last_row, limits.MAX_ROWS, "rows", place=name)
    if scan.last_row * scan.last_column > limits.MAX_CELLS:
        raise UnreadableError(
            path,
            f"its cells lie spread over {scan.last_row:,} rows and {scan.last_column:,} columns",
            place=name,
            mend="Delete the rows and columns beyond the table, and save it again",
        )


def _parts(archive: ZipFile) -> dict[str, str]:
    """The path inside the archive of each sheet, by the sheet's name."""
    workbook = next(
        n for n in archive.namelist() if n.startswith("xl/workbook") and n.endswith(".xml")
    )
    relations = ET.fromstring(archive.read(f"xl/_rels/{workbook[3:]}.rels"))  # noqa: S314  check_archive has refused DTDs
    targets = {
        r.get("Id", ""): normpath(join("/xl", r.get("Target", ""))).lstrip("/")
        for r in relations.iter(_RELATION)
    }
    sheets = ET.fromstring(archive.read(workbook)).findall("{*}sheets/{*}sheet")  # noqa: S314  the same
    return {sheet.get("name", ""): targets.get(_relation(sheet), "") for sheet in sheets}


def _relation(sheet: ET.Element) -> str:
    # The attribute's namespace differs between the transitional and the strict form of the format.
    return next((value for key, value in sheet.items() if key.endswith("}id")), "")


class _Scanner:
    """Expat's callbacks for one sheet; no tree is built, so a big sheet costs time but no memory."""

    def __init__(self) -> None:
        self.sheet = SheetScan()
        self._row = self._column = 0
        self._has_formula = self._has_value = self._is_text = self._in_value = False

    def scan(self, xml: bytes) -> SheetScan:
        parser = ParserCreate(namespace_separator=_SEPARATOR)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse_dtd
        parser.Parse(xml, True)  # noqa: FBT003  expat takes it by position alone
        return self.sheet

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition(_SEPARATOR)[2]:
            case "row":
                self._row, self._column = int(attributes.get("r", self._row + 1)), 0
                self.sheet.rows += 1
            case "c":
                self._start_cell(attributes)
            case "f":
                self._has_formula = True
            case "v" | "t":
                self._in_value = True
            case "mergeCell":
                left, top, right, bottom = range_boundaries(attributes["ref"])
                if left and top and right and bottom:
                    self.sheet.merged_cells += (right - left + 1) * (bottom - top + 1)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference:
            self._row, self._column = coordinate_to_tuple(reference)
        else:
            self._column += 1
        self._is_text = attributes.get("t") == "str"
        self._has_formula = self._has_value = False
        self.sheet.cells += 1

    def _characters(self, _text: str) -> None:
        if self._in_value:
            self._has_value = True

    def _end(self, tag: str) -> None:
        match tag.rpartition(_SEPARATOR)[2]:
            case "v" | "t":
                self._in_value = False
            case "c":
                self._end_cell()

    def _end_cell(self) -> None:
        if self._has_value:
            self.sheet.last_row = max(self.sheet.last_row, self._row)
            self.sheet.last_column = max(self.sheet.last_column, self._column)
        elif self._has_formula and not self._is_text:
            self.sheet.uncached.append(f"{get_column_letter(self._column)}{self._row}")


def _refuse_dtd(*_declaration: object) -> None:
    raise ValueError("a sheet never has a document type definition")
