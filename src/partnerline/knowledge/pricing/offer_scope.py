"""Which products a promotion is for, by the words of its table."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from partnerline.knowledge.pricing.known import Known, known, names_of
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import compact, fold, words

EVERYTHING = frozenset(
    " ".join(words(phrase))
    for phrase in (
        *("all", "all products", "any product", "every product", "all items", "all articles", "everything"),
        *("entire range", "whole range", "full range", "the entire range", "the whole range", "the full range"),
        *("all part numbers", "all skus", "entire portfolio", "whole portfolio", "complete range"),
        *("alle", "alles", "alle produkte", "alle artikel", "sämtliche produkte", "sämtliche artikel"),
        *("gesamtes sortiment", "ganzes sortiment", "das gesamte sortiment", "das ganze sortiment"),
        *("komplettes sortiment", "gesamtsortiment", "jedes produkt"),
        *("tout", "tous", "tous les produits", "tous produits", "tous les articles", "toute la gamme"),
        *("gamme complète", "la gamme complète", "tout produit"),
        *("todo", "todos", "todos los productos", "todos los artículos", "toda la gama", "gama completa"),
        *("tutto", "tutti", "tutti i prodotti", "tutti gli articoli", "tutta la gamma", "gamma completa"),
        *("l'intera gamma", "intera gamma"),
    )
)  # fmt: skip
FAMILY_WORDS = frozenset(
    """series serie serien range line family families baureihe reihe produktreihe familie produktfamilie linie série
    séries gamme famille ligne familia familias gama línea linea famiglia gamma linee""".split()
)
EXCEPT_WORDS = frozenset(
    """except excepting excluding excluded excl exclusive without not but ausser außer ausgenommen ausgeschlossen ohne
    nicht sauf hors excepté exclu exclus salvo excepto excluido excluidos menos sin tranne eccetto escluso esclusi
    esclusa escluse senza""".split()
)
FILLERS = frozenset(
    """the all every any alle die der das sämtliche ganze gesamte la le les l toute toutes tous el los las todo toda
    todos todas il i gli lo tutto tutta tutti tutte of von de du di del della""".split()
)
_WORD_OF_FAMILY = re.compile(r"(\*)|[^\W_]+")


def applies(promotion: Promotion, product: Product, others: Sequence[Product] = ()) -> bool | None:
    """Whether a promotion is for a product; `None` where its words don't tell.

    `others` are the products that are known besides: an entry that is the number, the name or the family of one of
    those is not this one's. A table that leaves something out is for a person to read.
    """
    besides = known(others)
    if any(_excepts(entry, product, besides) for entry in promotion.applies_to):
        return None
    verdicts = [_names(entry, product, besides) for entry in promotion.applies_to]
    if True in verdicts:
        return True
    return None if None in verdicts or not verdicts else False


def _names(entry: str, product: Product, others: Known) -> bool | None:
    if " ".join(words(entry)) in EVERYTHING:
        return True
    if fold(entry).strip() == fold(product.sku).strip():
        return True
    written = compact(entry)
    if _is_called(written, product):
        alike = [other for other in others.called(written) if other.sku != product.sku]
        return _is_spelled(entry, product, alike) if alike else True
    stem = _family(entry)
    fits = None if stem is None else _is_of_family(stem, product)
    if stem is not None and fits is not False:
        return fits
    besides = any(other.sku != product.sku for other in _named_by(entry, others))
    return False if besides else None


def named_by(promotion: Promotion, products: Sequence[Product]) -> tuple[Product, ...]:
    """The products that the promotion's words name, or may: all that `applies` has to know of the others."""
    laid_out = known(products)
    found = {
        product.sku: product
        for entry in promotion.applies_to
        for product in _named_by(entry, laid_out)
    }
    return tuple(found.values())


def _named_by(entry: str, products: Known) -> Iterator[Product]:
    yield from products.called(compact(entry))
    stem = _family(entry)
    if stem is not None:
        yield from (one for one in products.beginning(stem) if _is_of_family(stem, one))


def _excepts(entry: str, product: Product, others: Known) -> bool:
    """Whether the entry leaves something out, and isn't just the name of a product with such a word in it."""
    if not EXCEPT_WORDS.intersection(words(entry)):
        return False
    written = compact(entry)
    return not (_is_called(written, product) or others.called(written))


def _is_called(written: str, product: Product) -> bool:
    """Whether an entry, compacted, is the product's number, in any spelling, its name, or both."""
    return bool(written) and written in names_of(product)


def _is_spelled(entry: str, product: Product, alike: Sequence[Product]) -> bool | None:
    """Which of several products that are called alike is meant: the one that is spelled so."""
    written = fold(entry).strip()
    if written in {fold(product.sku), fold(product.name)}:
        return None if any(written in {fold(o.sku), fold(o.name)} for o in alike) else True
    return False if any(written == fold(other.sku) for other in alike) else None


def _family(entry: str) -> str | None:
    """What the part numbers of a family begin with, where the entry speaks of one: "AX-200 series", "AX-200*"."""
    found = [match.group() for match in _WORD_OF_FAMILY.finditer(fold(entry))]
    stem = [word for word in found if word != "*" and word not in FAMILY_WORDS | FILLERS]
    speaks = found[-1:] == ["*"] or any(word in FAMILY_WORDS for word in found)
    return "".join(stem) if speaks and stem else None


def _is_of_family(stem: str, product: Product) -> bool | None:
    """Whether a part number belongs to a family, or may: `None`.

    AX-2000 is none of the AX-200s, and AX-200-2 may or may not be one; so may AXIS-1 of the AX family, as AX-1 does.
    """
    number = compact(product.sku)
    if not number.startswith(stem):
        return False
    before, after = stem[-1], number[len(stem) :][:1]
    breaks = len(stem) in _breaks(product.sku)
    if before.isdigit() and after.isdigit():
        return None if breaks else False
    return None if after.isalpha() and before.isalpha() and not breaks else True


def _breaks(sku: str) -> set[int]:
    """After how many letters and digits a part number has a hyphen or the like."""
    return set(accumulate(len(word) for word in words(sku)))
