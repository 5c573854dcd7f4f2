"""A price that is asked for in short: a product, numbers, and nothing beside them."""

import re
from collections.abc import Sequence
from datetime import date

from partnerline.knowledge.intent.asked import Asked, Moment
from partnerline.knowledge.intent.days import read_days
from partnerline.knowledge.intent.products import Catalog, Named, meant
from partnerline.knowledge.intent.readings import read_turn
from partnerline.knowledge.intent.spans import without
from partnerline.knowledge.intent.talk import FILLERS
from partnerline.knowledge.intent.wishes import asks_a_fact, is_price_talk, voices_an_objection
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.words import STOPWORDS, content_words, fold, stem, words


def is_price_in_short(
    text: str,
    catalog: Catalog,
    *,
    promotions: Sequence[Promotion] = (),
    moment: Moment,
) -> bool:
    """Whether the text names a product and says of it only what a price request says: how many, over which term, with
    which offer, on which day.
    """
    turn = read_turn(text, catalog, promotions, moment)
    named = any(isinstance(one.mention, Named) for one in turn.asked.wanted)
    return named and turn.asked.beyond is None and is_price_talk(content_words(turn.rest))


_LITTLE = 2
"""Content words of no price talk that a price in short may have beside its product."""
_TROUBLE = re.compile(
    r"\b(?:broken|breaks|broke|defect\w*|faulty|dead|fail\w*|error|issue|problem|trouble\w*|return\w*|rma|refund\w*|repair\w*|replac\w*|install\w*|mount\w*|"
    r"connect\w*|configur\w*|set ?up|setup|pair(?:ed|ing)|reset\w*|reboot\w*|updat\w*|firmware|compatib\w*|support(?:s|ed)|works?|weigh\w*|weight|dimension\w*|"
    r"datasheet|manual|spec\w*|certif(?:ied|ication)|lead times?|stock|deliver\w*|ship\w*|warrant\w*|guarantee\w*|arrived?|lost|missing|track\w*|invoice\w*|"
    r"kaputt|defekt|installieren|anschliessen|kompatib\w*|gewicht|wiegt|lieferzeit\w*|panne|livr\w*)\b"
)
_NUMBERED = re.compile(r"\d")


def says_little_else(text: str, asked: Asked) -> bool:
    """Whether the text says hardly more than which product and how many: no question of fact, no trouble, no objection."""
    folded = fold(text)
    if asked.beyond is not None or asks_a_fact(text) or voices_an_objection(text):
        return False
    products = [product for one in asked.wanted for product in meant(one.mention)]
    called = {stem(word) for product in products for word in words(f"{product.name} {product.sku}")}
    called |= {stem(word) for one in asked.promotions for word in words(f"{one.name} {one.code}")}
    plain = without(folded, read_days(folded, date(2000, 1, 1)).spans)
    other = [word for word in content_words(plain) if stem(word) not in called]
    if _TROUBLE.search(" ".join(other)):
        return False
    said = [
        word for word in other if word not in FILLERS | STOPWORDS and not _NUMBERED.search(word)
    ]
    return len(said) <= _LITTLE
