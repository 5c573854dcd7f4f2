"""What a person sees in a workbook's cell."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from partnerline.ingest.reading import CellValue

_SET_ASIDE = re.compile(
    r"""\[\$(?P<sign>[^\]-]*)[^\]]*\]   # [$€-407]: a currency's sign and its locale
    |"(?P<quoted>[^"]*)"
    |\\(?P<escaped>.)
    |(?P<padding>[_*].)                # the width of a character, or a fill""",
    re.VERBOSE,
)
_OTHER_BRACKETS = re.compile(r"\[[^\]]*\]")  # colours and conditions
_DIGITS = re.compile(r"[#0?](?:[#0?,.]*[#0?])?,*")
_LITERAL = "\ue000"  # stands for a literal while digits are looked for: one may hold any character


def shown(value: CellValue | time | timedelta, number_format: str = "") -> str:
    """The value as its format shows it, dates always as 2026-07-01; trimmed, "" for an empty cell."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime():
            midnight = value.time() == time(0)
            return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
        case date() | time():
            return value.isoformat()
        case int() | float() | Decimal():
            return _number(value, number_format)
        case _:
            return str(value).strip()


def _number(value: float | Decimal, number_format: str) -> str:
    if not number_format or number_format == "General":
        return _general(value)
    pattern, literals = _plain(number_format.split(";", 1)[0])
    digits = _DIGITS.search(pattern)
    if not digits or "E" in pattern or "/" in pattern or value != value:
        return _general(value)
    text = _with_digits(value, digits.group(), percent="%" in pattern)
    before, after = pattern[: digits.start()], pattern[digits.end() :]
    whole = f"{before}{text}{after}" if not text.startswith("-") else f"-{before}{text[1:]}{after}"
    for literal in literals:
        whole = whole.replace(_LITERAL, literal, 1)
    return " ".join(whole.split())


@lru_cache(maxsize=512)
def _plain(pattern: str) -> tuple[str, list[str]]:
    """The pattern with its literals set aside and everything that only lays out or colours taken away."""
    literals: list[str] = []

    def aside(found: re.Match[str]) -> str:
        if found.group("padding"):
            return " "
        literals.append(
            found.group("quoted") or found.group("escaped") or found.group("sign") or ""
        )
        return _LITERAL

    return _OTHER_BRACKETS.sub("", _SET_ASIDE.sub(aside, pattern)).strip(), literals


def _with_digits(value: float | Decimal, digits: str, *, percent: bool) -> str:
    scaled = digits.rstrip(",")
    number = Decimal(str(value)) * (100 if percent else 1)
    number = number.scaleb(-3 * (len(digits) - len(scaled)))
    fraction = scaled.partition(".")[2]
    number = number.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    text = f"{number:,f}" if "," in scaled else f"{number:f}"
    for place in reversed(fraction):
        if place != "0" and text.endswith("0"):
            text = text[:-1]
    return text.rstrip(".") if fraction else text


def _general(value: float | Decimal) -> str:
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:.12g}"
    return str(value)
