"""The ways a reply ends without an answer, and how products and places are named in it."""

from collections.abc import Sequence

from partnerline.knowledge.answering import wording
from partnerline.knowledge.model import Answer, Citation, Reason
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote


def citations(quote: Quote) -> tuple[Citation, ...]:
    """Where each line's amount stands."""
    return tuple(
        dict.fromkeys(
            Citation(source=line.price_list, locator=line.cell, quote=line.row)
            for line in quote.lines
        )
    )


def cited(price: Price) -> Citation:
    """Where a price stands."""
    return Citation(source=price.list.path, locator=price.locator, quote=price.row_text)


def called(product: Product) -> str:
    """What people call it, on one line."""
    return wording.cell(product.name or product.sku)


def clarify(text: str, choices: Sequence[str], *, shown: Sequence[str] | None = None) -> Answer:
    """A question back with the ways to complete it."""
    listed = f"\n\n{wording.choices(shown or choices)}" if choices else ""
    return Answer(
        outcome="clarify",
        text=text.strip() + listed,
        confidence=0.0,
        reason=Reason.AMBIGUOUS,
        choices=tuple(choices),
    )


def escalated(text: str, doubt: str, reason: Reason = Reason.NEEDS_HUMAN) -> Answer:
    """A person is asked; `doubt` says to the person why."""
    return Answer(outcome="escalated", text=text, confidence=0.0, reason=reason, doubt=doubt)


def cited_offer(offer: Promotion) -> Citation:
    """Where a promotion stands."""
    return Citation(source=offer.path, locator=offer.locator, quote=offer.row_text)
