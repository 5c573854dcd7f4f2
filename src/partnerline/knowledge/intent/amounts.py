"""Amounts of money as people write them, and the currencies they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from partnerline.knowledge.intent.spans import Span

_CURRENCIES = {
    "EUR": r"eur\b|euros?\b|€",
    "USD": r"us\$|usd\b|us dollars?\b|(?<!canadian )(?<!australian )dollars?\b|dólares\b|dollari\b|(?<![sca])\$",
    "GBP": r"gbp\b|(?:british )?pounds?(?: sterling)?\b(?! of)|sterling\b|quid\b|£",
    "CHF": r"chf\b|swiss francs?\b|(?:schweizer )?franken\b|sfr\.?|francs?\b|franchi\b",
    "SEK": r"sek\b|swedish kron(?:or|a)\b",
    "NOK": r"nok\b|norwegian kroner?\b",
    "DKK": r"dkk\b|danish kroner?\b",
    "PLN": r"pln\b|zloty\b|złoty\b",
    "CZK": r"czk\b",
    "HUF": r"huf\b",
    "JPY": r"jpy\b|yen\b|¥",
    "CAD": r"cad\b(?! file| drawing| software| model)|c\$|canadian dollars?\b",
    "AUD": r"aud\b|a\$|australian dollars?\b",
    "CNY": r"cny\b|rmb\b|yuan\b",
    "INR": r"inr\b|rupees?\b|₹",
}
_ONE = {code: re.compile(rf"(?<![^\W\d_])(?:{words})") for code, words in _CURRENCIES.items()}
_ANY = "|".join(_CURRENCIES.values())
NUMBER = r"\d{1,3}(?:[.,'\u2019 \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?"
"""An amount or a quantity in figures, as it is written in any of our languages."""
_SCALE = r"(?P<scale>\s?k\b|\s?(?:m|mio|mil|million)\b(?!\s?\d)|\s?(?:thousand|tausend|mille)\b)"
_AMOUNT = re.compile(
    rf"(?<![\w.,-])(?:(?P<before>{_ANY})\s?(?P<n>{NUMBER}){_SCALE}?|(?P<m>{NUMBER}){_SCALE.replace('scale', 'range')}?\s?(?P<after>{_ANY}))(?![\d])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in a currency, and where it stands."""

    amount: Decimal
    currency: str
    span: Span


def decimal_of(written: str) -> Decimal:
    """The number that the digits write, with a point or a comma, grouped or not.

    Of two different separators the last is the decimal one. A single one before exactly three digits groups thousands:
    "5.000" and "5,000" are five thousand; "0.125" and "5.00" are not grouped.
    """
    digits = re.sub(r"['\u2019\s]", "", written)
    marks = [mark for mark in digits if mark in ".,"]
    if len(set(marks)) == 2:
        digits = digits.replace(marks[0], "").replace(",", ".")
    elif marks:
        whole, _, tail = digits.rpartition(marks[-1])
        grouped = len(marks) > 1 or (len(tail) == 3 and whole.strip("0") != "" and whole[0] != "0")
        digits = digits.replace(marks[0], "") if grouped else digits.replace(",", ".")
    return Decimal(digits)


def scaled(amount: Decimal, scale: str | None) -> Decimal:
    """The amount by the scale that is written behind it: 10k, 2 million."""
    word = (scale or "").strip()
    if not word:
        return amount
    return amount * (1_000_000 if word.startswith("m") and word not in {"mil", "mille"} else 1000)


def money_in(folded: str) -> Iterator[Money]:
    """Every amount that stands beside a currency, in order."""
    for match in _AMOUNT.finditer(folded):
        written = match["n"] or match["m"]
        amount = scaled(decimal_of(written), match["scale"] or match["range"])
        currency = currency_of(match["before"] or match["after"])
        if currency is not None:
            yield Money(amount=amount, currency=currency, span=match.span())


def currencies_in(folded: str) -> tuple[str, ...]:
    """The currencies that the text names, in the order of their names in it."""
    found = [(match.start(), code) for code, one in _ONE.items() if (match := one.search(folded))]
    return tuple(code for _, code in sorted(found))


def currency_of(written: str) -> str | None:
    """The code of a currency as it is written."""
    return next((code for code, one in _ONE.items() if one.match(written)), None)
