"""Which currency a text, a number format or a heading names; a sign that several share stays several."""

import re
from functools import lru_cache

CODES = frozenset(
    [
        "AED",
        "ARS",
        "AUD",
        "BGN",
        "BRL",
        "CAD",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CZK",
        "DKK",
        "EGP",
        "EUR",
        "GBP",
        "HKD",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "ISK",
        "JPY",
        "KRW",
        "KWD",
        "MAD",
        "MXN",
        "MYR",
        "NOK",
        "NZD",
        "PEN",
        "PHP",
        "PLN",
        "QAR",
        "RON",
        "RSD",
        "SAR",
        "SEK",
        "SGD",
        "THB",
        "TRY",
        "TWD",
        "UAH",
        "USD",
        "VND",
        "ZAR",
    ]
)
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD"})
KRONER = frozenset({"SEK", "NOK", "DKK", "ISK"})

_SIGNS: dict[str, frozenset[str]] = {
    "US$": frozenset({"USD"}),
    "CA$": frozenset({"CAD"}),
    "C$": frozenset({"CAD"}),
    "AU$": frozenset({"AUD"}),
    "A$": frozenset({"AUD"}),
    "NZ$": frozenset({"NZD"}),
    "S$": frozenset({"SGD"}),
    "HK$": frozenset({"HKD"}),
    "R$": frozenset({"BRL"}),
    "$": DOLLARS,
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "¥": frozenset({"JPY", "CNY"}),
    "₹": frozenset({"INR"}),
    "zł": frozenset({"PLN"}),
    "Kč": frozenset({"CZK"}),
    "SFr.": frozenset({"CHF"}),
    "Fr.": frozenset({"CHF"}),
    "kr.": KRONER,
    "kr": KRONER,
}
_WORDS: dict[str, frozenset[str]] = {
    "euro": frozenset({"EUR"}),
    "euros": frozenset({"EUR"}),
    "dollar": DOLLARS,
    "dollars": DOLLARS,
    "us dollar": frozenset({"USD"}),
    "us dollars": frozenset({"USD"}),
    "us-dollar": frozenset({"USD"}),
    "canadian dollars": frozenset({"CAD"}),
    "australian dollars": frozenset({"AUD"}),
    "swiss francs": frozenset({"CHF"}),
    "schweizer franken": frozenset({"CHF"}),
    "francs suisses": frozenset({"CHF"}),
    "pounds sterling": frozenset({"GBP"}),
    "sterling": frozenset({"GBP"}),
}
_CODE = rf"(?<![A-Za-z])(?:{'|'.join(sorted(CODES))})(?![A-Za-z])|"
_MARK = re.compile(
    _CODE
    + "|".join(
        # A sign of letters must stand alone: the kr of "sekr" is none.
        (r"(?<![A-Za-z])" if sign[0].isalpha() else "")
        + re.escape(sign)
        + (r"(?![A-Za-z])" if sign[-1].isalpha() else "")
        for sign in sorted(_SIGNS, key=len, reverse=True)
    )
)
_WORD = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, _WORDS), key=len, reverse=True))})\b", re.IGNORECASE
)
_BRACKET = re.compile(r"\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]")
_DOLLAR_LOCALES = {
    "409": "USD", "1009": "CAD", "C0C": "CAD", "C09": "AUD", "1409": "NZD", "1004": "SGD",
    "4809": "SGD", "C04": "HKD", "3C09": "HKD", "404": "TWD",
}  # fmt: skip


def currencies_in(text: str) -> tuple[frozenset[str], ...]:
    """What each currency mark in a text may mean, in its order; codes count in capitals only."""
    return tuple(
        _SIGNS.get(mark.group(), frozenset({mark.group()})) for mark in _MARK.finditer(text)
    ) + tuple(_WORDS[word.group().casefold()] for word in _WORD.finditer(text))


def without_currency(text: str) -> str:
    """The text with its currency marks taken out."""
    return _WORD.sub(" ", _MARK.sub(" ", text))


@lru_cache(maxsize=512)
def currency_of_format(number_format: str) -> frozenset[str] | None:
    """What a workbook's number format shows beside the number, or `None`; only its first section counts.

    `[$€-407]` is a sign with a locale, `[$-409]` a locale alone, which says nothing.
    """
    shown = number_format.split(";", maxsplit=1)[0]
    for sign, locale in _BRACKET.findall(shown):
        if sign.strip() == "$" and locale.lstrip("0").upper() in _DOLLAR_LOCALES:
            return frozenset({_DOLLAR_LOCALES[locale.lstrip("0").upper()]})
        if sign.strip():
            return narrowed(currencies_in(sign.strip()))
    plain = _BRACKET.sub("", shown).replace('"', "").replace("\\", "")
    return narrowed(currencies_in(plain))


def narrowed(marks: tuple[frozenset[str], ...]) -> frozenset[str] | None:
    """What all marks allow: `None` where there are none, empty where they contradict each other."""
    return frozenset.intersection(*marks) if marks else None
