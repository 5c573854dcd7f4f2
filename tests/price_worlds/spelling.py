"""How people spell numbers, part numbers and days."""

import random
import re
from datetime import date

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)
WORDED = {
    12: "a dozen",
    24: "two dozen",
    1000: "1k",
    2000: "2k",
    2500: "2.5k",
    1500: "1.5k",
    5000: "5k",
}
GERMAN = {
    2: "zwei",
    3: "drei",
    5: "fünf",
    10: "zehn",
    12: "zwölf",
    20: "zwanzig",
    50: "fünfzig",
    100: "hundert",
}


def in_words(number: int) -> str:
    """A number below a thousand in English words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens = TENS[number // 10 - 2]
        return tens if number % 10 == 0 else f"{tens}-{ONES[number % 10]}"
    rest = f" and {in_words(number % 100)}" if number % 100 else ""
    return f"{ONES[number // 100]} hundred{rest}"


def respelled(rng: random.Random, sku: str) -> str:
    """A part number as somebody types it who knows it by heart."""
    if not re.search(r"[A-Za-z]", sku):
        return sku.replace("-", "") if rng.random() < 0.5 else sku
    spaced = re.sub(r"[-./]", " ", sku)
    joined = re.sub(r"[-./ ]", "", sku)
    dashed = re.sub(r"[./ ]", "-", sku)
    return rng.choice((sku.lower(), spaced, spaced.lower(), joined, joined.lower(), dashed.lower()))


def a_day(rng: random.Random, day: date) -> str:
    """A day as people write it."""
    month = MONTHS[day.month - 1]
    return rng.choice(
        (
            f"{day.day} {month} {day.year}",
            f"{month} {day.day}, {day.year}",
            day.isoformat(),
            f"{day.day} {month[:3]} {day.year}",
        )
    )
