"""What a turn makes of the registered deal that its thread has spoken of."""

from dataclasses import replace

from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.intent.offers_in_part import IN_PART
from partnerline.knowledge.intent.offers_named import Offers


def with_its_deal(asked: Asked, before: Asked, said: Offers) -> Asked:
    """The request with its deal as the thread leaves it.

    One that was said to be open stays so until a turn says that it is approved, and to name it again doesn't.
    What is added without the offer that the thread has is asked for an offer on some of the items only.
    """
    if _adds_without_it(asked, before, said):
        asked = replace(asked, beyond=asked.beyond or IN_PART)
    if "deal" in said.declined and not (said.deal or said.open_deal):
        return replace(asked, deal=False, open_deal=False)
    if not (asked.deal or asked.open_deal):
        return asked
    open_ = asked.open_deal or before.open_deal
    if said.standing in {"open", "approved"}:
        open_ = said.standing == "open"
    return replace(asked, deal=not open_, open_deal=open_)


def _adds_without_it(asked: Asked, before: Asked, said: Offers) -> bool:
    """Whether more products are asked for than before, without an offer that counted for those."""
    there = [one.mention for one in before.wanted]
    more = len(asked.wanted) > len(there) > 0 and all(any(one.mention == mention for one in asked.wanted) for mention in there)  # fmt: skip
    lost = ("promotion" in said.declined and before.promotions) or (
        "deal" in said.declined and (before.deal or before.open_deal)
    )
    return more and bool(lost)
