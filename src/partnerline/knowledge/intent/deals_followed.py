"""What a turn makes of the registered deal that its thread has spoken of."""

from dataclasses import replace

from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.intent.offers_named import Offers


def with_its_deal(asked: Asked, before: Asked, said: Offers) -> Asked:
    """The request with its deal as the thread leaves it.

    One that was said to be open stays so until a turn says that it is approved, and to name it again doesn't.
    """
    if "deal" in said.declined and not (said.deal or said.open_deal):
        return replace(asked, deal=False, open_deal=False)
    if not (asked.deal or asked.open_deal):
        return asked
    open_ = asked.open_deal or before.open_deal
    if said.standing in {"open", "approved"}:
        open_ = said.standing == "open"
    return replace(asked, deal=not open_, open_deal=open_)
