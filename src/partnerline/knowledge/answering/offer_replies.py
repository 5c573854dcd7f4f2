"""What is said where a promotion or a registered deal was named and can't simply be counted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from partnerline.knowledge.answering import wording
from partnerline.knowledge.answering.replying import called, cited_offer, clarify, escalated
from partnerline.knowledge.answering.restated import restated
from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.model import Answer
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.pricing.request import OfferRefused, WhyNot

MOST_CHOICES = 6
"""Promotions that are offered to choose from."""
ONLY_APPROVED = "A registered deal counts once it is approved. This is the price without it."


def which_offer(asked: Asked, offers: Sequence[Promotion]) -> Answer:
    """The words fit several promotions, of which only one can count."""
    shown = [offer.code or offer.name for offer in offers]
    return clarify(
        f"Which promotion, {' or '.join(shown)}? Two never combine.",
        [restated(replace(asked, promotions=(offer,))) for offer in offers],
        shown=shown,
    )


def unknown_offer(asked: Asked, said: str, offers: Sequence[Promotion]) -> Answer:
    """An offer was named that isn't known; `offers` are those that run."""
    if not offers:
        return escalated(
            f"I know of no promotion that fits “{wording.cell(said)}”, so I've asked a person; the reply comes here.",
            f"The rep names a promotion, “{said}”, that no table has for this asker.",
        )
    shown = [f"{offer.code}: {offer.name}".strip(": ") for offer in offers[:MOST_CHOICES]]
    choices = [
        restated(replace(asked, promotions=(offer,), unknown_offer=None))
        for offer in offers[:MOST_CHOICES]
    ]
    return clarify(
        f"I know of no promotion that fits “{wording.cell(said)}”. Do you mean one of these?",
        choices,
        shown=shown,
    )


def promotion_or_deal(asked: Asked) -> Answer:
    """A promotion and a registered deal were named, and never count together."""
    return clarify(
        "A promotion never counts together with a registered deal. Which of the two?",
        [restated(replace(asked, deal=False)), restated(replace(asked, promotions=()))],
        shown=["the promotion", "the registered deal"],
    )


def unclear_offer(offer: Promotion, product: Product) -> Answer:
    """Whether the promotion is for the product can't be told from its table."""
    answer = escalated(
        f"I can't tell for certain whether {offer.code or offer.name} is for {called(product)}, so I've asked a "
        "person; the reply comes here.",
        f"{offer.code or offer.name} applies to “{', '.join(offer.applies_to)}”: that may or may not be {product.sku}.",
    )
    return replace(answer, found=(cited_offer(offer),))


_WHY: Mapping[WhyNot, str] = {
    "not_yet": "it begins on {first}",
    "over": "it ended on {last}",
    "product": "it isn't for this product",
    "product_unclear": "it isn't sure that it is for this product",
    "quantity": "it takes {least} or more",
    "region": "it isn't for your region",
    "tier": "it isn't for your tier",
    "no_rule": "nothing is given for your tier",
    "net": "this is a net price, and nothing comes off it",
    "currency": "it is in {currency}",
    "list_price": "this is the list price, with nothing off",
    "list": "this price list isn't one it counts on",
}


def not_counted(refused: OfferRefused) -> str:
    """Why the offer isn't in the price, in a sentence before the price without it."""
    offer = refused.promotion
    facts = {} if offer is None else {"first": offer.first_day, "last": offer.last_day, "least": f"{offer.min_quantity:,}", "currency": offer.currency}  # fmt: skip
    name = "A registered deal" if offer is None else (offer.code or offer.name)
    why = _WHY[refused.why].format(**facts)
    return f"{wording.cell(name)} doesn't count here: {why}. This is the price without it."
