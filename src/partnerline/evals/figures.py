"""The numbers in a text, by their value rather than their spelling."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

_TOKEN = re.compile(r"\d+(?:[.,'’\u00a0\u2009\u202f]\d+)*")
_NOT_CLAIMS = re.compile(r"^\s*\d+[.)]\s|\[\d+\]", re.MULTILINE)

Readings = frozenset[Decimal]
"""What a number's spelling can mean: "1.234" is 1.234 to one reader and 1234 to another."""


def figures(text: str) -> Iterator[tuple[str, Readings]]:
    """Each number with all it can mean; list markers and reference marks like [1] are none.

    A date or version such as 31.12.2026 is given part by part.
    """
    for match in _TOKEN.finditer(_NOT_CLAIMS.sub(" ", text)):
        token = match.group()
        readings = _readings(token)
        if readings:
            yield token, readings
        else:
            yield from ((part, frozenset({Decimal(part)})) for part in re.findall(r"\d+", token))


def is_figure(text: str) -> bool:
    """Whether the text is one number and nothing else."""
    return _TOKEN.fullmatch(text.strip()) is not None and len(list(figures(text))) == 1


def missing_figures(text: str, evidence: Iterable[str]) -> list[str]:
    """The numbers of a text that stand in none of the evidence, in their order."""
    known = {value for piece in evidence for _, readings in figures(piece) for value in readings}
    return [token for token, readings in figures(text) if readings.isdisjoint(known)]


def _readings(token: str) -> Readings:
    """The token read with a decimal point, and with a decimal comma."""
    spelled = re.sub(r"['’\u00a0\u2009\u202f]", "'", token)
    found = (_read(spelled, decimal, group) for decimal, group in (".,", ",."))
    return frozenset(value for value in found if value is not None)


def _read(spelled: str, decimal: str, group: str) -> Decimal | None:
    groups = rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+|\d{{1,3}}(?:'\d{{3}})+|\d+"
    if not re.fullmatch(rf"(?:{groups})(?:{re.escape(decimal)}\d+)?", spelled):
        return None
    return Decimal(spelled.replace(group, "").replace("'", "").replace(decimal, "."))
