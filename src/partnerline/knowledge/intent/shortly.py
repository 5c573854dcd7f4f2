"""A price that is asked for in short: a product, numbers, and nothing beside them."""

import re
from collections.abc import Sequence
from datetime import date

from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.intent.days import read_days
from partnerline.knowledge.intent.products import meant
from partnerline.knowledge.intent.spans import without
from partnerline.knowledge.intent.talk import FILLERS
from partnerline.knowledge.intent.wishes import asks_a_fact, voices_an_objection
from partnerline.knowledge.words import STOPWORDS, content_words, fold, stem, words

_LITTLE = 2
"""Content words of no price talk that a price in short may have beside its product."""
_TROUBLE = re.compile(
    r"\b(?:broken|breaks|broke|defect\w*|faulty|dead|fail\w*|error|issue|problem|trouble\w*|return\w*|rma|refund\w*|repair\w*|replac\w*|install\w*|mount\w*|"
    r"connect\w*|configur\w*|set ?up|setup|pair(?:ed|ing)|reset\w*|reboot\w*|updat\w*|firmware|compatib\w*|support(?:s|ed)|works?|weigh\w*|weight|dimension\w*|"
    r"datasheet|manual|spec\w*|certif(?:ied|ication)|lead times?|stock|deliver\w*|ship\w*|warrant\w*|guarantee\w*|arrived?|lost|missing|track\w*|invoice\w*|"
    r"kaputt|defekt|installieren|anschliessen|kompatib\w*|gewicht|wiegt|lieferzeit\w*|panne|livr\w*)\b"
)
_CHAT = frozenset(
    "partner partners sku regards dear best use still mid pos ref tel mobile call ticket site sites add another normal clients netto net vous plaît listino catalogue lista msrp allowed applicable confirm".split()
)
"""Words around an order that ask for nothing."""
_OF_OFFERS = re.compile(
    r"reg\w*|deals?|projekt\w*|enregistr\w*|registr\w*|approv\w*|genehmig\w*|promo\w*|aktion\w*|codes?|offers?|campaign\w*|apply|applied"
)
_NUMBERED = re.compile(r"\d")


def says_little_else(text: str, asked: Asked) -> bool:
    """Whether the text says hardly more than which product and how many: no question of fact, no trouble, no objection."""
    if asked.beyond is not None or asks_a_fact(text) or voices_an_objection(text):
        return False
    other = _beside_the_products(text, asked)
    return not _TROUBLE.search(" ".join(other)) and len(_strange(other)) <= _LITTLE


def may_be_an_order(text: str, asked: Asked) -> bool:
    """Whether the text counts products and asks for no fact of them, so that no document's words answer it."""
    counted = any(one.quantities or one.uncounted for one in asked.wanted)
    if not counted or asks_a_fact(text) or voices_an_objection(text):
        return False
    return not _TROUBLE.search(" ".join(_beside_the_products(text, asked)))


def unread(text: str, asked: Asked) -> tuple[str, ...]:
    """The words of a price request that nothing was made of: what they ask for isn't in the price."""
    on_an_offer = bool(asked.deal or asked.open_deal or asked.promotions)
    return tuple(
        word
        for word in dict.fromkeys(_strange(_beside_the_products(text, asked)))
        if len(word) > 2 and word not in _CHAT and not (on_an_offer and _OF_OFFERS.match(word))
    )


def _beside_the_products(text: str, asked: Asked) -> list[str]:
    folded = fold(text)
    products = [product for one in asked.wanted for product in meant(one.mention)]
    called = {stem(word) for product in products for word in words(f"{product.name} {product.sku}")}
    called |= {stem(word) for one in asked.promotions for word in words(f"{one.name} {one.code}")}
    plain = without(folded, read_days(folded, date(2000, 1, 1)).spans)
    return [word for word in content_words(plain) if stem(word) not in called]


def _strange(said: Sequence[str]) -> list[str]:
    return [word for word in said if word not in FILLERS | STOPWORDS and not _NUMBERED.search(word)]
