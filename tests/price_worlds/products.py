"""Makes products: part numbers of several styles, and names that share words."""

import random
from collections.abc import Callable

from tests.price_worlds.nouns import Item

FAMILIES = ("Orbit", "Helio", "Kestra", "Lumen", "Tarn", "Vesper", "Quill", "Brisk", "Marlow")
THINGS = (
    "Gateway",
    "Sensor",
    "Pump",
    "Controller",
    "Bracket",
    "Valve",
    "Router",
    "Camera",
    "Drive",
)
VARIANTS = ("Plus", "Max", "Outdoor", "Mini", "XL", "Compact", "Duo")
PLANS = ("Watch", "Backup", "Fleet", "Insight", "Shield")
EDITIONS = ("Basic", "Standard", "Enterprise", "Essentials", "Advanced")
HARDWARE_STYLES = ("bands",) * 8 + ("request", "dated", "least", "pack", "piece", "fine", "closed")
PLAN_STYLES = ("terms", "terms", "terms", "month", "year", "either")


def make_items(rng: random.Random) -> tuple[Item, ...]:
    """A vendor's products, no two alike in name or in part number however it is spelled."""
    names = _hardware_names(rng)
    items: list[Item] = []
    taken: set[str] = set()
    for style, (family, name) in zip(HARDWARE_STYLES, names, strict=True):
        items.append(Item(sku=_sku(rng, family, taken), name=name, family=family, style=style))
    brand = rng.choice(PLANS)
    editions = rng.sample(EDITIONS, 4)
    plans = [f"{brand}line {edition}" for edition in editions]
    plans += [f"{other} Cloud" for other in rng.sample(sorted(set(PLANS) - {brand}), 2)]
    for style, name in zip(PLAN_STYLES, plans, strict=True):
        family = name.split()[0]
        items.append(Item(sku=_sku(rng, family, taken), name=name, family=family, style=style))
    for style, thing in (
        ("alone", "Chassis"),
        ("theirs", "Cabinet"),
        ("tiered", "Console"),
        ("sheet", "Rack"),
    ):
        family = rng.choice(FAMILIES)
        name = f"{family} {thing} {rng.choice(VARIANTS)}"
        items.append(Item(sku=_sku(rng, family, taken), name=name, family=family, style=style))
    return tuple(items)


def _hardware_names(rng: random.Random) -> list[tuple[str, str]]:
    """Family and name of each piece of hardware: some names are another's with a word more."""
    families = rng.sample(FAMILIES, 5)
    found: dict[str, str] = {}
    while len(found) < len(HARDWARE_STYLES):
        family = rng.choice(families)
        plain = f"{family} {rng.choice(THINGS)}"
        kind = rng.random()
        if kind < 0.5:
            found[plain] = family
        elif kind < 0.85:
            found[f"{plain} {rng.choice(VARIANTS)}"] = family
        else:
            found[f"{plain} {rng.choice((12, 24, 40, 300))}"] = family
    return [(family, name) for name, family in found.items()]


def _letters(family: str) -> str:
    """Its consonants: a part number that began with "IN" or "OR" would be a word of the question's."""
    return ("".join(c for c in family.upper() if c not in "AEIOU") + "XX")[:3]


def _sku(rng: random.Random, family: str, taken: set[str]) -> str:
    three = _letters(family)
    two = three[:2]
    styles: tuple[Callable[[], str], ...] = (
        lambda: f"{two}-{rng.choice((20, 40, 100, 200, 250, 400))}",
        lambda: f"{two}-{rng.choice((100, 200, 400))}-{rng.choice('BXP')}",
        lambda: f"{three}{rng.randint(1000, 9999)}",
        lambda: f"{rng.randint(10000, 99999)}-{rng.randint(10, 99)}",
        lambda: f"{rng.choice('KMT')}{rng.choice('BXZ')} {rng.randint(1100, 9900)}",
        lambda: f"{rng.randint(600001, 999999)}",
        lambda: f"{two}.{rng.randint(10, 99)}.{rng.randint(1, 9)}",
        lambda: f"{three}/{rng.randint(100, 990)}",
        lambda: f"{three}-{rng.choice(('PRO', 'ENT', 'STD', 'LTE'))}",
    )
    while True:
        sku = rng.choice(styles)()
        plain = "".join(c for c in sku.lower() if c.isalnum())
        if plain not in taken:
            taken.add(plain)
            return sku
