"""Quantities that a question asks for by name, and the units that figures of each are given in."""

import re

from partnerline.knowledge.words import fold

_TIME = r"(?:ms|milliseconds?|s|sec(?:ond)?s?|min(?:ute)?s?|h|hours?|days?|weeks?|months?|years?|quarters?)"
_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?|an?)"

_QUANTITIES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked), re.compile(held))
    for asked, held in (
        (r"\b(?:weigh\w*|heavy)\b", r"\d\s?(?:kg|g|mg|t|lbs?|oz|grams?|kilos?|pounds?|tonnes?)\b"),
        (
            r"\b(?:temp|temps|temperatures?|ambient|cold|coldest|hot|hottest|heat|degrees|freez\w+)\b",
            r"\d\s?(?:°|degrees|[cf]\b|kelvin)",
        ),
        (r"\b(?:frequenc(?:y|ies)|hertz|sampling rate)\b", r"\d\s?[kmg]?hz\b"),
        (r"\b(?:watts?|power draw|consum\w+|draws?)\b", r"\d\s?(?:[mk]?w|m?a|k?va|[mk]?wh)\b"),
        (r"\b(?:volts?|voltage)\b", r"\d\s?(?:[mk]?v|vdc|vac|v ?[ad]c|volts?)\b"),
        (r"\b(?:capacity)\b.*\b(?:wh|mah|ah)\b|\bmah\b", r"\d\s?(?:[mk]?ah|[mk]?wh)\b"),
        (r"\b(?:memory|ram|storage|disk|flash)\b", r"\d\s?[kmgt]i?b\b"),
        (r"\bgain\b|\bdbi\b", r"\d\s?db[im]?\b"),
        (
            r"\b(?:dimensions?|width|wide|height|tall|depth|how long is the|cable length|diameter|cross.section)\b",
            r"\d\s?(?:[mck]?m|mm²|inch(?:es)?|in|ft|feet|awg)\b|\d\s?[x×]\s?\d",
        ),
        (
            r"\b(?:how far|reach|distance)\b|\brange\b",
            r"\d\s?(?:k?m|met(?:re|er)s?|miles?|ft|feet|°)|\bto\b",
        ),
        (r"\bhumidity\b", r"\d\s?(?:%|percent)"),
        (
            r"\b(?:percent\w*|per cent|how much off|uptime|discounts?|margins?)\b|%",
            r"\d\s?(?:%|percent|per cent|points?)",
        ),
        (
            r"\b(?:how (?:often|frequently))\b",
            rf"\bevery\b|\bper {_TIME}|\b(?:once|twice|times?) an?\b|\b(?:dai|week|month|year|quarter|annual)ly\b",
        ),
        (
            r"\b(?:mtbf|mean time|turnaround|lead ?time|notice period|response time|how many (?:days|hours|months|years|weeks))\b",
            rf"\b{_NUMBER}[- ]?(?:working |business |calendar |full )?{_TIME}\b",
        ),
    )
)


def quantities(question: str) -> bool:
    """Whether the question names a quantity that is given in units of its own."""
    asked = fold(question)
    return any(name.search(asked) for name, _ in _QUANTITIES)


def misses_measure(question: str, text: str) -> bool:
    """Whether the question names a quantity and no figure in the text is in a unit of it."""
    asked, told = fold(question), fold(text)
    named = [unit for name, unit in _QUANTITIES if name.search(asked)]
    return bool(named) and not any(unit.search(told) for unit in named)
