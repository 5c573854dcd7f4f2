"""Makes a vendor's world from a seed: partners, products, lists, promotions, rules."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from tests.price_worlds.lists import TIERS, Shop, region_facts
from tests.price_worlds.nouns import Fact, Item, Member, Promo, World
from tests.price_worlds.products import make_items

REGIONS = (("EMEA", "EUR"), ("NA", "USD"))
DISCOUNTS = ("0.10", "0.12", "0.125", "0.15", "0.175", "0.20", "0.25", "0.28", "0.333", "0.075")
NAMES = (
    "Northgate Trading", "Bluepeak Systems", "Fernhill Supply", "Oakmere Partners", "Redcliff Controls",
    "Sandbar Solutions", "Stonebridge Networks", "Willowby Integration",
)  # fmt: skip
PROMO_WORDS = (
    "Spring",
    "Autumn",
    "Harvest",
    "Jubilee",
    "Switchover",
    "Starter",
    "Renewal",
    "Meteor",
)
YEAR = 2026


def make_world(seed: int) -> World:
    """The world of a seed, the same each time."""
    rng = random.Random(seed)
    today = date(YEAR, 2, 10) + timedelta(days=rng.randint(0, 300))
    members = tuple(_members(rng))
    items = make_items(rng)
    facts = tuple(fact for shop in _shops(rng, members) for fact in region_facts(shop, items))
    return World(
        seed=seed,
        today=today,
        members=members,
        items=items,
        facts=facts,
        promos=tuple(_promos(rng, items, facts, today)),
        rounding=rng.choice(("unit", "unit", "line")),
        deal={"silver": Decimal("0.04"), "gold": Decimal("0.065")}
        | ({"platinum": Decimal("0.08")} if rng.random() < 0.5 else {}),
        deal_lists=rng.choice((None, ("price-lists/hardware-*",))),
    )


def _shops(rng: random.Random, members: Sequence[Member]) -> list[Shop]:
    return [
        Shop(
            rng=rng,
            region=region,
            currency=currency,
            year=YEAR,
            members=[m for m in members if m.region == region],
        )
        for region, currency in REGIONS
    ]


def _members(rng: random.Random) -> Iterator[Member]:
    names = rng.sample(NAMES, len(NAMES))
    for number, name in enumerate(names):
        region, currency = REGIONS[number % 2]
        yield Member(
            id=name.split()[0].lower(),
            name=name,
            tier=TIERS[number // 2 % 3],
            region=region,
            currency=currency,
            discount=Decimal(rng.choice(DISCOUNTS)),
        )


def _promos(
    rng: random.Random, items: Sequence[Item], facts: Sequence[Fact], today: date
) -> Iterator[Promo]:
    """Promotions that run, are over, or haven't begun: percent and fixed, some of one region alone."""
    running, over, future = (-20, 30), (-60, -15), (12, 50)
    fitting = [item for item in items if item.style in ("bands", "terms", "closed")]
    for number, word in enumerate(rng.sample(PROMO_WORDS, 7)):
        start, end = (running, running, running, running, over, over, future)[number]
        chosen = rng.sample(fitting, rng.choice((1, 2, 3)))
        fixed = number == 1
        if fixed:
            chosen = [rng.choice([item for item in items if item.style == "bands"])]
        region, currency = rng.choice(REGIONS)
        listed = [
            f.amount
            for f in facts
            if f.sku == chosen[0].sku and f.book.currency == currency and f.amount
        ]
        yield Promo(
            code=f"{word.upper()}{rng.choice((26, 27))}",
            name=f"{word} {rng.choice(('promotion', 'bonus', 'offer'))}",
            skus=tuple(item.sku for item in chosen),
            percent=None if fixed else Decimal(rng.choice(("0.05", "0.08", "0.125", "0.15"))),
            fixed=(min(listed) / 2).quantize(Decimal("0.01")) if fixed else None,
            currency=currency if fixed else "",
            first=today + timedelta(days=start),
            last=today + timedelta(days=end),
            least=rng.choice((1, 1, 5, 10, 20)),
            regions=frozenset({region}) if fixed or rng.random() < 0.3 else frozenset(),
        )
