"""A price that is asked for in short: a product, numbers, and nothing beside them."""

from collections.abc import Sequence

from partnerline.knowledge.intent.asked import Moment
from partnerline.knowledge.intent.products import Catalog, Named
from partnerline.knowledge.intent.readings import read_turn
from partnerline.knowledge.intent.wishes import is_price_talk
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.words import content_words


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
