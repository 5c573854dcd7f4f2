"""Who asks what in a world: chance, and the questions that have a true answer."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from tests.price_worlds import reference
from tests.price_worlds.expectation import Asked, Expectation, expected
from tests.price_worlds.nouns import Item, Member, Promo, World
from tests.price_worlds.reference import Ask, Bill, Line, Nothing, Truth
from tests.price_worlds.spelling import respelled

QUANTITIES = (1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 15, 19, 20, 25, 33, 49, 50, 51, 75, 99, 100, 101, 120, 199, 200, 250, 333, 499, 500, 640)  # fmt: skip
BY_PIECE = ("bands", "closed", "fine", "tiered", "dated", "alone", "theirs", "sheet")


class NoSuchQuestion(Exception):
    """This world has nothing to ask that way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One asker in a world."""

    world: World
    rng: random.Random
    member: Member

    def truth(self, ask: Ask, day: date | None = None) -> Truth:
        """What the ask costs the asker."""
        return reference.price(self.world, self.member, day or self.world.today, ask)

    def quantity(self) -> int:
        """Some quantity, often one that begins or ends a band."""
        return self.rng.choice(QUANTITIES)

    def items(self, *styles: str) -> list[Item]:
        """Products that are priced in one of these ways, in a chance order."""
        fitting = [item for item in self.world.items if item.style in styles]
        return self.rng.sample(fitting, len(fitting))

    def priced(self, *styles: str, day: date | None = None, **ask: object) -> Item:
        """A product that has a price for the asker, asked for so."""
        for item in self.items(*(styles or BY_PIECE)):
            made = replace(Ask(sku=item.sku), **ask)  # type: ignore[arg-type]  # the names are an ask's fields
            if isinstance(self.truth(made, day), Bill):
                return item
        raise NoSuchQuestion

    def unseen(self, item: Item) -> bool:
        """Whether no list that holds today and is for the asker has the product."""
        today, currency = self.world.today, self.member.currency
        return not reference.facts_seen(self.world, self.member, today, item.sku, currency)

    def said(self, item: Item) -> str:
        """The product as this asker calls it."""
        return self.rng.choice(
            (item.sku, item.sku, respelled(self.rng, item.sku), item.name, item.name.lower())
        )

    def one_of(self, *templates: str) -> str:
        """A template."""
        return self.rng.choice(templates)

    def promo(self, fits: Callable[[Promo], bool]) -> Promo:
        """A promotion of a kind."""
        fitting = [promo for promo in self.world.promos if fits(promo)]
        if not fitting:
            raise NoSuchQuestion
        return self.rng.choice(fitting)

    def days(self, first: date, last: date) -> Iterator[date]:
        """Every day of a period."""
        for number in range((last - first).days + 1):
            yield first + timedelta(days=number)

    def over_days(self, ask: Ask, days: Iterable[date]) -> Expectation:
        """What to expect of a day that is only half said: one price if it held throughout, else a question."""
        truths = list(dict.fromkeys(self.truth(ask, day) for day in days))
        made = expected(truths[0], *truths[1:])
        if len(truths) == 1:
            return made
        return replace(
            made, right="ask_back", rightly=frozenset({"answer", "ask_back", "hand_over"})
        )

    def asked(
        self,
        kind: str,
        text: str,
        expects: Expectation,
        *,
        history: tuple[str, ...] = (),
        about: Iterable[Ask] = (),
    ) -> Asked:
        """The question, with what it would be wrong to say of what it is about."""
        right = {bill.total for bill in expects.bills}
        if self._could_mean_two(" ".join((text, *history))):
            expects = replace(expects, rightly=expects.rightly | {"ask_back"})
        wrong = {amount for ask in about for amount in self.near_misses(ask)} - right
        return Asked(
            kind=kind,
            world=self.world.seed,
            text=text,
            member=self.member,
            day=self.world.today,
            expects=replace(expects, wrong=expects.wrong | wrong),
            history=history,
        )

    def bill(
        self, kind: str, text: str, ask: Ask, *others: Ask, history: tuple[str, ...] = ()
    ) -> Asked:
        """A question for what one product comes to today; the others may be meant as well."""
        expects = expected(self.truth(ask), *(self.truth(other) for other in others))
        return self.asked(kind, text, expects, history=history, about=(ask,))

    def _could_mean_two(self, text: str) -> bool:
        """Whether a product is named by words that another's longer name holds too."""
        names = [item.name.lower() for item in self.world.items]
        named = [name for name in names if name in text.lower()]
        return any(
            other.startswith(f"{name} ") and other not in named for name in named for other in names
        )

    def near_misses(self, ask: Ask) -> Iterator[Decimal]:
        """What a slip would give: another's price, another band's, another year's, the list's, an offer's."""
        today = self.world.today
        for member in self.world.members:
            other = reference.price(self.world, member, today, ask)
            yield from _totals(other)
        for year in (today.year - 1, today.year + 1):
            yield from _totals(self.truth(ask, date(year, 6, 1)))
        for changed in (
            replace(ask, list_only=True),
            replace(ask, promos=()),
            replace(ask, deal=not ask.deal, promos=()),
        ):
            yield from _totals(self.truth(changed))
        for fact in self.world.facts:
            if fact.sku == ask.sku and fact.amount is not None:
                yield (fact.amount * ask.quantity).quantize(Decimal("0.01"))

    def lines(self, *asks: Ask) -> Callable[[str, int], frozenset[Line]]:
        """What is true of the products asked for, at any quantity."""

        def of(sku: str, quantity: int) -> frozenset[Line]:
            found = [self.truth(replace(ask, quantity=quantity)) for ask in asks if ask.sku == sku]
            return frozenset(
                line for bill in found if isinstance(bill, Bill) for line in bill.lines
            )

        return of


def _totals(truth: Truth) -> Iterator[Decimal]:
    if isinstance(truth, Bill):
        yield truth.total
    elif isinstance(truth, Nothing) and truth.without is not None:
        yield truth.without.total
