"""Letters in a PDF: each is drawn by a face that has it, and none is lost without a trace.

Bitstream Vera comes with reportlab and covers western Europe. DejaVu is the same design with Greek, Cyrillic and the
rest of Latin; it is used for what Vera lacks, on machines that have it. Without it a letter loses its accent.
"""

import re
import unicodedata
from functools import cache
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

PLAIN, BOLD = "Vera", "VeraBd"
_WIDE = {PLAIN: "DejaVuSans", BOLD: "DejaVuSans-Bold"}
UNKNOWN = "?"
_SPACES = re.compile(r"\s+")


@cache
def register() -> None:
    """Makes the faces known to reportlab; once a process."""
    for name in (PLAIN, BOLD):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    for name in _WIDE.values():
        try:
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
        except TTFError:
            continue


def markup(text: str, face: str = PLAIN) -> str:
    """Text as a paragraph's markup, each letter in a face that has it."""
    register()
    drawn = [_drawn(letter, face) for letter in _one_line(text)]
    runs = groupby((pair for pairs in drawn for pair in pairs), key=lambda pair: pair[1])
    return "".join(_run("".join(letter for letter, _ in run), used, face) for used, run in runs)


def legible(text: str, face: str = PLAIN) -> str:
    """The text as `markup` has it drawn, in letters."""
    register()
    return "".join(one for letter in _one_line(text) for one, _ in _drawn(letter, face))


@cache
def _drawn(letter: str, face: str) -> tuple[tuple[str, str], ...]:
    """The letter, or what stands for it, each with its face."""
    for used in (face, _WIDE[face]):
        if _has(used, letter):
            return ((letter, used),)
    spelt = [part for part in unicodedata.normalize("NFKD", letter) if _has(face, part)]
    return tuple((part, face) for part in spelt) or ((UNKNOWN, face),)


def _has(face: str, letter: str) -> bool:
    try:
        known = pdfmetrics.getFont(face).face.charToGlyph
    except (KeyError, AttributeError):  # never registered: this machine has no such face
        return False
    return bool(known.get(ord(letter), 0))


def _one_line(text: str) -> str:
    """Composed letters, single spaces, and nothing that isn't drawn."""
    composed = unicodedata.normalize("NFC", _SPACES.sub(" ", text)).strip()
    return "".join(letter for letter in composed if unicodedata.category(letter)[0] != "C")


def _run(text: str, used: str, face: str) -> str:
    return escape(text) if used == face else f'<font name="{used}">{escape(text)}</font>'
