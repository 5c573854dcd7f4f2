"""Write rows as a delimited text file, the way a spreadsheet exports it."""

import csv as table
import io


def csv(rows: tuple[tuple[str, ...], ...], *, delimiter: str, encoding: str) -> bytes:
    """Render `rows` with Windows line ends in the encoding the office machine uses."""
    out = io.StringIO()
    table.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)
