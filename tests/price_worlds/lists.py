"""Makes price lists: who may see them, when they hold, what they say of each product."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tests.price_worlds.nouns import Book, Dress, Fact, Item, Member, Shape

DRESSES: tuple[Dress, ...] = ("xlsx", "xlsx", "xlsx_text", "csv_comma", "csv_semicolon")
TIERS = ("silver", "gold", "platinum")
BANDS = ((1, 10, 50, 100), (1, 5, 25), (1, 10, 100, 500), (1, 20), (1,))
TERMS = (12, 24, 36)
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """One region's lists under way: its chance, its partners, the year it is."""

    rng: random.Random
    region: str
    currency: str
    year: int
    members: Sequence[Member]

    def book(
        self, name: str, shape: Shape, dresses: Sequence[Dress] = DRESSES, **given: object
    ) -> Book:
        """A list of this region's, for this year where nothing else is said."""
        dress = self.rng.choice(dresses)
        ending = "xlsx" if dress.startswith("xlsx") else "csv"
        made = Book(
            path=f"price-lists/{name}-{self.region.lower()}.{ending}",
            shape=shape,
            dress=dress,
            currency=self.currency,
            region=self.region,
            first=date(self.year, 1, 1),
            last=date(self.year, 12, 31),
        )
        return replace(made, **given)  # type: ignore[arg-type]  # the fields a caller names are a book's

    def amount(self, low: int, high: int) -> Decimal:
        """A price, often one that falls on half a cent once a partner's discount is off."""
        amount = Decimal(self.rng.randint(low * 100, high * 100)) / 100
        kind = self.rng.random()
        if kind < 0.2:
            return amount.quantize(Decimal(1))
        if kind < 0.4:
            return amount.quantize(Decimal("0.1"))
        return self._on_half_a_cent(amount) if kind < 0.8 else amount

    def _on_half_a_cent(self, amount: Decimal) -> Decimal:
        discount = self.rng.choice(self.members).discount
        for cents in range(60):
            tried = amount + cents * CENT
            if Fraction(tried) * (1 - Fraction(discount)) * 100 % 1 == Fraction(1, 2):
                return tried
        return amount


def region_facts(shop: Shop, items: Sequence[Item]) -> Iterator[Fact]:
    """Every price of a region, over last year, this one and the next."""
    by_style = {style: [i for i in items if i.style == style] for style in {i.style for i in items}}
    hardware = by_style["bands"] + by_style["request"] + by_style["dated"] + by_style["closed"]
    shape: Shape = shop.rng.choice(("bands_wide", "bands_long", "tiers"))
    yield from _three_years(shop, "hardware", shape, hardware)
    yield from _plans(shop, by_style)
    yield from _packs(shop, by_style["pack"] + by_style["piece"])
    yield from _plain(shop, by_style["least"] + by_style["fine"])
    yield from _for_some_tiers(shop, by_style["tiered"])
    yield from _on_a_sheet(shop, by_style["sheet"])
    yield from _alone(shop, by_style["bands"][:3], by_style["alone"], by_style["theirs"])
    yield from _second_list(shop, by_style["bands"][4:6])


def _three_years(shop: Shop, name: str, shape: Shape, items: Sequence[Item]) -> Iterator[Fact]:
    """Last year's list, this year's and next year's; some years are cut in two."""
    year = shop.year
    periods = [
        (f"{year - 1}", date(year - 1, 1, 1), date(year - 1, 12, 31)),
        (f"{year + 1}", date(year + 1, 1, 1), None),
    ]
    if shop.rng.random() < 0.5:
        periods.append((f"{year}", date(year, 1, 1), date(year, 12, 31)))
    else:
        periods.append((f"{year}-h1", date(year, 1, 1), date(year, 6, 30)))
        periods.append((f"{year}-h2", date(year, 7, 1), date(year, 12, 31)))
    bands = {item.sku: shop.rng.choice(BANDS) for item in items}
    base = {item.sku: shop.amount(8, 2400) for item in items}
    for label, first, last in periods:
        book = shop.book(f"{name}-{label}", shape, first=first, last=last)
        shared = shop.rng.choice(BANDS[:4])
        for item in items:
            near = base[item.sku] * Decimal(shop.rng.randint(94, 108)) / 100
            steps = shared if shape == "bands_wide" else bands[item.sku]
            yield from _banded(shop, book, item, near.quantize(CENT), steps)


def _banded(
    shop: Shop, book: Book, item: Item, base: Decimal, steps: Sequence[int]
) -> Iterator[Fact]:
    highs = [step - 1 for step in steps[1:]] + [900 if item.style == "closed" else None]
    dated = (date(shop.year, 3, 1), date(shop.year, 9, 30)) if item.style == "dated" else None
    for number, (low, high) in enumerate(zip(steps, highs, strict=True)):
        listed = (base * (100 - 4 * number) / 100).quantize(CENT)
        if shop.rng.random() < 0.6:
            listed = shop._on_half_a_cent(listed)
        fact = Fact(
            book=book,
            sku=item.sku,
            amount=None if item.style == "request" else listed,
            low=low,
            high=high if book.shape == "bands_wide" or item.style == "closed" else None,
        )
        if book.shape != "bands_wide" and number + 1 < len(steps):
            fact = replace(fact, high=highs[number])
        if dated and book.shape != "bands_wide" and book.first == date(shop.year, 1, 1):
            fact = replace(fact, first=dated[0], last=dated[1])
        yield fact
        if book.shape == "tiers":
            for tier, off in zip(TIERS, (9, 17, 26), strict=True):
                cell = (listed * (100 - off) / 100).quantize(CENT)
                yield replace(fact, tier=tier, amount=None if fact.amount is None else cell)


def _plans(shop: Shop, by_style: dict[str, list[Item]]) -> Iterator[Fact]:
    """Subscriptions: for a whole term, by the month, by the year, or as one likes."""
    shape: Shape = shop.rng.choice(("terms_wide", "terms_long"))
    for year in (shop.year - 1, shop.year):
        book = shop.book(f"plans-{year}", shape, first=date(year, 1, 1), last=date(year, 12, 31))
        for number, item in enumerate(by_style["terms"]):
            a_year = shop.amount(40, 400)
            for term in TERMS:
                amount = (a_year * term / 12 * (106 - term // 6) / 100).quantize(CENT)
                asked = number == 0 and term == 36 and shop.rng.random() < 0.5
                yield Fact(
                    book=book, sku=item.sku, amount=None if asked else amount, term=term, per="term"
                )
    recurring = shop.book(f"recurring-{shop.year}", "recurring")
    for item in by_style["month"] + by_style["either"]:
        yield Fact(book=recurring, sku=item.sku, amount=shop.amount(3, 60), per="month")
    for item in by_style["year"] + by_style["either"]:
        yield Fact(book=recurring, sku=item.sku, amount=shop.amount(40, 600), per="year")


def _packs(shop: Shop, items: Sequence[Item]) -> Iterator[Fact]:
    """What is sold in packs, the amount for a pack or for a piece."""
    book = shop.book(f"packs-{shop.year}", "packs")
    for item in items:
        yield Fact(
            book=book,
            sku=item.sku,
            amount=shop.amount(2, 90),
            pack=shop.rng.choice((5, 10, 12, 20, 25)),
            amount_is_for="pack" if item.style == "pack" else "piece",
        )


def _plain(shop: Shop, items: Sequence[Item]) -> Iterator[Fact]:
    """One price a product, some from a minimum quantity on, some of less than a cent's steps."""
    book = shop.book(f"parts-{shop.year}", "plain", ("xlsx", "xlsx_text"))
    for item in items:
        small = Decimal(shop.rng.randint(101, 1999)) / 1000
        yield Fact(
            book=book,
            sku=item.sku,
            amount=small if item.style == "fine" and book.dress == "xlsx" else shop.amount(5, 90),
            low=shop.rng.choice((5, 10, 25, 50)) if item.style == "least" else 1,
        )


def _for_some_tiers(shop: Shop, items: Sequence[Item]) -> Iterator[Fact]:
    """A list that silver partners don't see."""
    book = shop.book(f"select-{shop.year}", "plain", tiers=frozenset({"gold", "platinum"}))
    for item in items:
        yield Fact(book=book, sku=item.sku, amount=shop.amount(500, 5000))


def _on_a_sheet(shop: Shop, items: Sequence[Item]) -> Iterator[Fact]:
    """One workbook that every partner sees, with a sheet for each region."""
    book = shop.book("all-regions", "bands_wide", ("xlsx",), sheet=shop.region)
    book = replace(book, path="price-lists/all-regions.xlsx")
    for item in items:
        yield from _banded(shop, book, item, shop.amount(40, 900), (1, 10, 50))


def _alone(
    shop: Shop, shared: Sequence[Item], own: Sequence[Item], theirs: Sequence[Item]
) -> Iterator[Fact]:
    """Lists for one partner alone: net, list, and one that is over."""
    first, second = shop.rng.sample(list(shop.members), 2)
    year = shop.year
    net = shop.book(f"net-{first.id}-{year}", "bands_long", partner=first.id, net=True, region="")
    for item in (*shared[:2], *own):
        base = shop.amount(5, 900)
        yield Fact(book=net, sku=item.sku, amount=base, low=1, high=199)
        yield Fact(book=net, sku=item.sku, amount=(base * 94 / 100).quantize(CENT), low=200)
    listed = shop.book(f"special-{second.id}-{year}", "plain", partner=second.id, region="")
    for item in (*shared[2:], *theirs):
        yield Fact(book=listed, sku=item.sku, amount=shop.amount(5, 900))
    over = shop.book(
        f"net-{second.id}-{year - 1}",
        "plain",
        partner=second.id,
        net=True,
        region="",
        first=date(year - 1, 3, 1),
        last=date(year, 1, 31) - timedelta(days=shop.rng.randint(0, 20)),
    )
    for item in shared[:2]:
        yield Fact(book=over, sku=item.sku, amount=shop.amount(5, 900))


def _second_list(shop: Shop, items: Sequence[Item]) -> Iterator[Fact]:
    """A second list in force for the same partners: it disagrees with the first."""
    if shop.rng.random() < 0.5:
        book = shop.book(f"campaign-{shop.year}", "plain", first=date(shop.year, 2, 1))
        for item in items:
            yield Fact(book=book, sku=item.sku, amount=shop.amount(8, 2400))
