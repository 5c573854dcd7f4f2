"""A price request put together from a question and the turns before it."""

from collections.abc import Sequence

from partnerline.knowledge.intent.asked import Asked, Moment
from partnerline.knowledge.intent.products import Catalog
from partnerline.knowledge.intent.readings import read_turn
from partnerline.knowledge.intent.threads import Thread, followed
from partnerline.knowledge.pricing.offers import Promotion


def read_request(
    text: str,
    earlier: Sequence[str],
    catalog: Catalog,
    *,
    promotions: Sequence[Promotion] = (),
    moment: Moment,
) -> Asked:
    """The request in the text; what it leaves out is taken from the earlier turns, the oldest first.

    A turn that names a product of its own starts anew, unless it says otherwise: "as well", "instead", "the same for".
    Where two readings are possible both are in the request: several quantities, terms, days, promotions or products.
    """
    thread = Thread()
    for turn in (*earlier, text):
        thread = followed(thread, read_turn(turn, catalog, promotions, moment))
    return thread.asked
