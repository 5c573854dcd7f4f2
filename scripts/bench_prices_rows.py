"""The list that is read and asked about, of any size."""

from collections.abc import Iterator
from decimal import Decimal

BANDS = (("1-9", 1, 9), ("10-49", 10, 49), ("50-99", 50, 99), ("100+", 100, None))

Row = tuple[str, str, str, str, *tuple[Decimal, ...]]


def rows_of(prices: int) -> Iterator[Row]:
    """The rows of a price list: part number, name, unit, currency, and a price a band."""
    kinds = ("Gateway", "Controller", "Sensor", "Bracket", "Switch", "Relay", "Enclosure")
    for n in range(prices // len(BANDS)):
        first = Decimal(1000 + n * 37 % 900_000) / 100
        shares = (Decimal(100), Decimal(95), Decimal(90), Decimal(85))
        amounts = [(first * share / 100).quantize(Decimal("0.01")) for share in shares]
        yield (f"AX-{n:06}", f"{kinds[n % 7]} K{n:05}", "each", "EUR", *amounts)
