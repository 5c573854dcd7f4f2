"""Chooses the reader for a file, and turns whatever is wrong with the file into one clear error."""

import importlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from partnerline.ingest import limits
from partnerline.ingest.readers.signature import check_signature
from partnerline.ingest.reading import Reading
from partnerline.knowledge.errors import UnreadableError

Reader = Callable[[str, bytes], Reading]

# Readers are named, not imported: each brings a parser, and most libraries need few of them.
_READERS = {
    ".xlsx": ("workbook", "read_xlsx"),
    ".xls": ("workbook_old", "read_xls"),
    ".csv": ("delimited", "read_csv"),
    ".pdf": ("pdf", "read_pdf"),
    ".docx": ("word", "read_docx"),
    ".pptx": ("deck", "read_pptx"),
    ".html": ("webpage", "read_html"),
    ".htm": ("webpage", "read_html"),
    ".md": ("markdown", "read_md"),
    ".txt": ("plain", "read_txt"),
}
FORMATS = tuple(_READERS)
"""The extensions that can be read, lower case, with their dot."""


def read(root: Path, path: str) -> Reading:
    """What the file at `root`/`path` says; raises `UnreadableError` with the path, what is wrong and the mend."""
    extension = PurePosixPath(path).suffix.lower()
    if extension not in _READERS:
        raise UnreadableError(
            path,
            f"the format {extension or 'without extension'} isn't read",
            mend=f"Save it as one of {' '.join(FORMATS)}",
        )
    data = _bytes_of(root, path)
    check_signature(path, extension, data)
    reading = _parsed(_reader(extension), path, extension, data)
    _check_text(path, reading)
    return reading


def _reader(extension: str) -> Reader:
    module, function = _READERS[extension]
    reader: Reader = getattr(importlib.import_module(f"{__package__}.{module}"), function)
    return reader


def _bytes_of(root: Path, path: str) -> bytes:
    try:
        size = (root / path).stat().st_size
        if size > limits.MAX_FILE_BYTES:
            raise UnreadableError(
                path,
                f"it has {size / limits.MEBIBYTE:,.0f} MB, more than"
                f" {limits.MAX_FILE_BYTES // limits.MEBIBYTE} MB",
                mend="Compress its pictures or split it into smaller files",
            )
        with (root / path).open("rb") as file:
            data = file.read(limits.MAX_FILE_BYTES)
    except OSError as error:
        raise UnreadableError(
            path, "it can't be opened", mend="Check that it is there and may be read"
        ) from error
    if not data.strip():
        raise UnreadableError(path, "it is empty", mend="Save it again, or take it away")
    return data


def _parsed(reader: Reader, path: str, extension: str, data: bytes) -> Reading:
    try:
        return reader(path, data)
    except UnreadableError:
        raise
    except RecursionError as error:
        raise UnreadableError(
            path, "its parts are nested too deeply", mend="Save it again from its own program"
        ) from error
    except Exception as error:  # a parser raises anything at all on a damaged file
        raise UnreadableError(
            path,
            f"it is damaged, or no real {extension} file",
            mend="Open it in its own program and save it again",
        ) from error


def _check_text(path: str, reading: Reading) -> None:
    texts = (block.text for section in reading.sections for block in section.blocks)
    if not any(text.strip() for text in texts):
        notes = f" ({'; '.join(reading.notes)})" if reading.notes else ""
        raise UnreadableError(
            path,
            f"it holds no text{notes}",
            mend="Put its text in, or if it is scanned or a picture, run OCR over it",
        )
