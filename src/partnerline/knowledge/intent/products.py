"""Which products somebody means: part numbers in any spelling, names by their telling words, and never a near miss."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partnerline.knowledge.intent.mentions import Mentions, Place
from partnerline.knowledge.intent.part_numbers import PartNumbers
from partnerline.knowledge.intent.product_names import ProductNames, telling_words
from partnerline.knowledge.intent.spans import Span
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import compact, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One product, and where the folded text names it. `exact` is by its part number, else by its name."""

    product: Product
    spans: tuple[Span, ...]
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Words that fit several products; without `spans` where they are words of a name."""

    choices: tuple[Product, ...]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A part number, as it was written, that is nobody's here."""

    written: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """No product is named."""


Mention = Named | Unclear | Unknown | Unnamed


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A product that is spoken of, and every stretch of the folded text that speaks of it, in order."""

    mention: Named | Unclear | Unknown
    spans: tuple[Span, ...]


class Catalog:
    """The products that one asker may see on one day; a mention is looked for among them alone."""

    def __init__(self, products: Iterable[Product]) -> None:
        self._by_sku: dict[str, Product] = {}
        telling: dict[str, frozenset[str]] = {}
        for product in products:
            key = compact(product.sku)
            self._by_sku.setdefault(key, product)
            telling[key] = telling.get(key, frozenset()) | telling_words(product)
        names = ProductNames(telling)
        skus = {key: product.sku for key, product in self._by_sku.items()}
        self._mentions = Mentions(PartNumbers(skus, names.vocabulary), names, self._by_sku)

    def find(self, text: str) -> Mention:
        """The one product the text names; where it names several, any of them may be meant."""
        found = self.find_all(text)
        if len(found) < 2:
            return found[0].mention if found else Unnamed()
        unknown = next((one.mention for one in found if isinstance(one.mention, Unknown)), None)
        choices = dict.fromkeys(product for one in found for product in meant(one.mention))
        spans = tuple(span for one in found for span in one.spans)
        return unknown or Unclear(choices=tuple(choices), spans=spans)

    def find_all(self, text: str, *, hidden: Sequence[Span] = ()) -> tuple[Placed, ...]:
        """Every product the text speaks of, in order; the `hidden` stretches of the folded text speak of something else."""
        folded = fold(text)
        written = text if len(text) == len(folded) else folded
        places = self._mentions.found(folded, hidden)
        return tuple(
            Placed(mention=self._mention(place, written), spans=place.spans) for place in places
        )

    def part_numbers(self, folded: str) -> tuple[tuple[Product, Span], ...]:
        """The products whose part numbers stand in the folded text, and where."""
        found = self._mentions.part_numbers(folded)
        return tuple((self._by_sku[key], span) for key, span in found)

    def _mention(self, place: Place, written: str) -> Named | Unclear | Unknown:
        if not place.keys:
            return Unknown(written=written[slice(*place.exact[0])], spans=place.exact)
        products = tuple(self._by_sku[key] for key in place.keys)
        if len(products) == 1 and not (place.contradicted or place.doubtful):
            return Named(
                product=products[0], spans=place.exact or place.spans, exact=bool(place.exact)
            )
        spans = place.spans if place.contradicted else place.exact
        return Unclear(choices=products, spans=spans)


def meant(mention: Mention) -> tuple[Product, ...]:
    """Every product that the mention may be of."""
    match mention:
        case Named(product=product):
            return (product,)
        case Unclear(choices=products):
            return products
        case _:
            return ()
