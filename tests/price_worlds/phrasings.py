"""Where phrasings are kept: each makes a question from a setting, under the name of its kind."""

from collections.abc import Callable, Mapping, Sequence

from tests.price_worlds.expectation import Asked
from tests.price_worlds.reference import Ask
from tests.price_worlds.setting import BY_PIECE, Setting

Phrasing = Callable[[Setting, str], Asked]
PHRASINGS: dict[str, Phrasing] = {}


def phrasing(kind: str) -> Callable[[Phrasing], Phrasing]:
    """Keeps a phrasing under its kind."""

    def kept(made: Phrasing) -> Phrasing:
        assert kind not in PHRASINGS, kind
        PHRASINGS[kind] = made
        return made

    return kept


def of_one_product(kinds: Mapping[str, Sequence[str]], styles: Sequence[str] = BY_PIECE) -> None:
    """Keeps phrasings that name a quantity `{q}` and a product `{p}`, or `{sku}` or `{name}`, and nothing else."""
    for kind, templates in kinds.items():
        phrasing(kind)(_of_one(templates, styles))


def _of_one(templates: Sequence[str], styles: Sequence[str]) -> Phrasing:
    def made(s: Setting, kind: str) -> Asked:
        quantity = s.quantity()
        item = s.priced(*styles, quantity=quantity)
        ask = Ask(sku=item.sku, quantity=quantity)
        text = s.one_of(*templates).format(q=quantity, p=s.said(item), sku=item.sku, name=item.name)
        return s.bill(kind, text, ask)

    return made
