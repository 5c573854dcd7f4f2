"""What keeps a request from being computed as it was asked, before any price is looked up."""

from partnerline.knowledge.answering import offer_replies, packets
from partnerline.knowledge.answering import price_replies as replies
from partnerline.knowledge.answering.offer_rows import codes
from partnerline.knowledge.answering.sight import Sight
from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.model import Answer
from partnerline.knowledge.regions.territories import whose_region


def unsettled(asked: Asked, sight: Sight) -> Answer | None:
    """The first of them that needs a person or a word from the asker."""
    return (
        _said_beyond(asked)
        or _of_another_region(asked, sight)
        or _wished(asked, sight)
        or offers_unsettled(asked, sight)
    )


def _said_beyond(asked: Asked) -> Answer | None:
    if asked.beyond is not None:
        return replies.beyond(asked.beyond)
    return replies.which_day() if asked.vague_day is not None else None


def _of_another_region(asked: Asked, sight: Sight) -> Answer | None:
    """A partner has its own region's prices and no other's."""
    own = sight.partner.region
    if not asked.region or not own or whose_region(asked.region, own, ()) == "own":
        return None
    return replies.other_region(asked.region)


def _wished(asked: Asked, sight: Sight) -> Answer | None:
    """A discount or a price that somebody wishes for is never granted here."""
    return (
        packets.packet(asked, sight)
        if asked.discount is not None or asked.target is not None
        else None
    )


def offers_unsettled(asked: Asked, sight: Sight) -> Answer | None:
    """What keeps the offers that were named from being counted as they were named."""
    if asked.unknown_offer is not None:
        running = [offer for offer in sight.promotions() if offer.runs_on(sight.day)]
        return offer_replies.unknown_offer(asked, asked.unknown_offer, codes(running))
    if len(codes(asked.promotions)) > 1:
        return offer_replies.which_offer(asked, codes(asked.promotions))
    if asked.promotions and asked.deal:
        return offer_replies.promotion_or_deal(asked)
    return None
