"""Units and currencies as documents write them, each with one name for all its spellings."""

import re

_SPELLINGS = {
    "percent": "% percent prozent pour cent pourcent por ciento per cento pct",
    "EUR": "€ eur euro euros", "USD": "$ usd us$ us-dollar dollar dollars dólares dollari", "GBP": "£ gbp pounds sterling",
    "CHF": "chf swiss francs franken sfr",
    "second": "seconds second sec sekunden sekunde secondes seconde segundos segundo secondi secondo",
    "minute": "minutes minute min minuten minutos minuto minuti",
    "hour": "hours hour hrs hr h stunden stunde heures heure horas hora ore ora",
    "day": "days day tage tagen tag jours jour días día dias dia giorni giorno",
    "week": "weeks week wochen woche semaines semaine semanas semana settimane settimana",
    "month": "months month monate monaten monat mois meses mes mesi mese",
    "year": "years year yrs yr jahre jahren jahr ans an années année años año anni anno",
    "km": "km kilometres kilometers kilometer", "m": "m metres meters meter mètres metros metri", "cm": "cm", "mm": "mm",
    "kg": "kg kilograms kilogramm kilos", "g": "g grams gramm gramos grammi grammes",
    "V": "v vdc vac volts volt", "W": "w watts watt", "kW": "kw", "A": "amps ampere", "Ah": "ah", "mAh": "mah", "Wh": "wh", "kWh": "kwh",
    "celsius": "°c ℃ degrees celsius grad celsius", "fahrenheit": "°f", "dB": "db dbm", "Hz": "hz", "kHz": "khz", "MHz": "mhz", "GHz": "ghz",
    "KB": "kb", "MB": "mb", "GB": "gb", "TB": "tb", "kbit/s": "kbit/s", "Mbit/s": "mbit/s mbps", "Gbit/s": "gbit/s gbps",
    "lb": "lb lbs pound pounds pfund", "oz": "oz ounce ounces", "inch": "inch inches zoll", "foot": "ft foot feet", "mile": "mile miles",
    "t": "tonne tonnes tons ton tonnen", "mbar": "mbar", "rpm": "rpm", "litre": "l litres liters liter", "bar": "bar", "psi": "psi",
}  # fmt: skip
_PHRASES = ("pour cent", "por ciento", "per cento", "pounds sterling", "swiss francs", "degrees celsius", "grad celsius", "us dollars")  # fmt: skip

_DIMENSIONS = (
    "second minute hour day week month year",
    "km m cm mm inch foot mile",
    "kg g lb oz t",
    "EUR USD GBP CHF",
)
CURRENCIES = frozenset({"EUR", "USD", "GBP", "CHF"})


def _by_spelling() -> dict[str, str]:
    found = {}
    for unit, line in _SPELLINGS.items():
        words = line
        for phrase in (phrase for phrase in _PHRASES if phrase in line):
            found[phrase] = unit
            words = words.replace(phrase, " ")
        found |= dict.fromkeys(words.split(), unit)
    return found | {"us dollars": "USD"}


BY_SPELLING = _by_spelling()
"""The unit each spelling stands for, folded."""

_ANY = "|".join(re.escape(spelling) for spelling in sorted(BY_SPELLING, key=len, reverse=True))
_QUALIFIED = r"(?:(?:working|business|calendar|full|consecutive)\s+)?"
UNIT_AFTER = re.compile(rf"[\s\u00a0\u202f-]*{_QUALIFIED}(?P<unit>{_ANY})(?![^\W\d_])")
"""The unit behind a number, in a folded text."""
CURRENCY_BEFORE = re.compile(r"(?P<unit>€|us\$|\$|£|eur|usd|chf|gbp)\s?$")
"""The currency in front of a number, in a folded text up to it."""


def dimension_of(unit: str) -> str:
    """What a unit measures, by the first unit that measures it; the unit itself where no other does."""
    return next((line.split()[0] for line in _DIMENSIONS if unit in line.split()), unit)


def units_named(text: str) -> frozenset[str]:
    """Every unit a folded text names, with a number or without: "weight (kg)"."""
    return frozenset(BY_SPELLING[found] for found in _NAMED.findall(text))


_NAMED = re.compile(rf"(?<![^\W_])(?:{_ANY})(?![^\W_])")


def units_headed(text: str) -> frozenset[str]:
    """The units that a folded text gives for the figures of a column: "weight (kg)", "length in mm: 40"."""
    return frozenset(BY_SPELLING[next(filter(None, found))] for found in _HEADED.findall(text))


_HEADED = re.compile(
    rf"[(\[]\s*(?:in\s)?({_ANY})\s*[)\]]|(?<![^\W_])in\s({_ANY})(?=\s*:)|,\s({_ANY})(?=\s*:)"
)
