"""A shop to ask the prices of, and a reading put in words: everything in it that isn't as it is where nothing is said."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from partnerline.knowledge.intent.asked import Asked, Budget, Moment, Wanted
from partnerline.knowledge.intent.periods import Period
from partnerline.knowledge.intent.products import Catalog, Mention, Named, Unclear, Unknown
from partnerline.knowledge.intent.requests import read_request
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Product

TODAY = date(2026, 11, 23)
"""A Monday."""
MOMENT = Moment(asked_on=TODAY, as_of=TODAY)
NAMES = {
    "AX-40": "AX-40 compact edge gateway",
    "AX-200": "AX-200 edge gateway",
    "AX-200-B": "AX-200-B edge gateway with battery backup",
    "AX-200-LTE": "AX-200-LTE edge gateway with LTE",
    "AX-400": "AX-400 edge gateway, quad core",
    "AX-400-PRO": "AX-400 Pro edge gateway, redundant",
    "TS-10": "TS-10 temperature sensor",
    "TS-10-X": "TS-10-X temperature sensor, extended range",
    "HS-12": "HS-12 humidity and temperature sensor",
    "PSU-24-60": "Power supply 24 V, 60 W",
    "ANT-LTE-2M": "LTE antenna with 2 m cable",
    "ANT-LTE-5M": "LTE antenna with 5 m cable",
    "MNT-DIN": "DIN rail bracket",
    "MNT-WALL": "Wall bracket",
    "SVC-DAY": "Commissioning on site, one engineer",
    "WL-BASIC": "Watchline Basic",
    "WL-PRO": "Watchline Pro",
    "WL-ENT": "Watchline Enterprise",
    "GLV": "Gloves, nitrile",
    "4410": "Mounting kit",
}
CATALOG = Catalog(Product(sku=sku, name=name) for sku, name in NAMES.items())
PROMOTIONS = tuple(
    Promotion(
        path="promotions.xlsx",
        locator="A2",
        row_text=name,
        audience=Audience(),
        code=code,
        name=name,
        applies_to=(),
    )
    for code, name in {
        "SPRING26": "Spring gateway start",
        "COLD27": "Cold-chain winter",
        "SWITCH27": "Switch to AX-400",
        "SEATS27": "Autumn seats",
    }.items()
)


def ask(*turns: str) -> Asked:
    """What the last of the turns asks, after those before it."""
    *earlier, last = turns
    return read_request(last, earlier, CATALOG, promotions=PROMOTIONS, moment=MOMENT)


def told(asked: Asked) -> str:
    """The whole reading: the things, with "?" for doubt and "!" for the unknown, then what else was said."""
    things = ", ".join(_thing(one) for one in asked.wanted)
    slots = "; ".join(_slots(asked))
    return f"{things} | {slots}" if slots else things


def _thing(wanted: Wanted) -> str:
    parts = [
        _mention(wanted.mention),
        "/".join(str(number) for number in wanted.quantities),
        "" if wanted.counted_in == "unit" else wanted.counted_in,
        "how many?" if wanted.uncounted else "",
    ]
    return " ".join(part for part in parts if part)


def _mention(mention: Mention) -> str:
    match mention:
        case Named(product=product):
            return product.sku
        case Unclear(choices=products):
            return "?" + "/".join(product.sku for product in products)
        case Unknown(written=written):
            return f"!{written}"
        case _:
            return "nothing"


def _slots(asked: Asked) -> Iterator[str]:
    unsaid = Asked()
    for field in fields(Asked):
        value = getattr(asked, field.name)
        if field.name == "wanted" or value == getattr(unsaid, field.name):
            continue
        yield (
            field.name
            if value is True or field.name == "beyond"
            else f"{field.name} {_value(value)}"
        )


def _value(value: object) -> str:
    match value:
        case tuple():
            return ", ".join(_value(one) for one in value)
        case Period(first=first, last=last):
            return f"{first}" if first == last else f"{first}..{last}"
        case Promotion(code=code):
            return code
        case Budget(amount=amount, currency=currency):
            return f"{amount} {currency or '?'}"
        case _:
            return str(value)
