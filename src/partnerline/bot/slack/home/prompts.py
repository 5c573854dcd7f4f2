"""What somebody might ask, in their partner's terms: for suggested prompts, the welcome and the Home tab."""

from collections.abc import Iterable
from dataclasses import dataclass

from partnerline.bot.slack.web.wording import cut
from partnerline.knowledge.answering.shopfront import COUNT, Shown
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Product

MOST = 4
"""Prompts that Slack shows."""
TITLE, MESSAGE = 60, 300
WORDS = 80
EARLIER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question to try: what it is called, and its words."""

    title: str
    message: str


GENERAL = (
    Prompt(
        title="The programme",
        message="What does the partner programme say about registering deals?",
    ),
    Prompt(title="An objection", message="Customer says we are too expensive, what do I answer?"),
    Prompt(title="A product", message="Which gateway fits a cold store?"),
)
"""What anybody may ask where there is nothing of their own to show."""


def of_product(product: Product) -> Prompt:
    """The price of a product that they have one for."""
    return Prompt(
        title=f"The price of {product.sku}", message=f"What do {COUNT} {product.sku} cost us?"
    )


def of_promotion(promotion: Promotion) -> Prompt:
    """A promotion that runs for them."""
    return Prompt(
        title=f"Promotion {promotion.code}",
        message=f"What does the promotion {promotion.code} give us?",
    )


def of_programme(title: str) -> Prompt:
    """A rule of the programme."""
    return Prompt(title=title, message=f"What does “{title}” say?")


def of_earlier(text: str) -> Prompt:
    """Something that they asked before."""
    words = " ".join(text.split())
    return Prompt(title=f"Again: {words}", message=words)


def three_to_try(shown: Shown) -> tuple[Prompt, ...]:
    """A price, a promotion and a rule, as far as there are, then more rules; where there is nothing, something general."""
    own = (
        *([of_product(shown.product)] if shown.product else []),
        *map(of_promotion, shown.promotions[:1]),
        *map(of_programme, shown.programme[:3]),
    )
    return _first(own, 3) or _first(GENERAL, 3)


def suggested(shown: Shown, earlier: Iterable[str]) -> tuple[Prompt, ...]:
    """The prompts of somebody: running promotions, what they asked last, a product's price, rules."""
    asked = [text for text in dict.fromkeys(earlier) if text.strip() and len(text) <= WORDS]
    own = (
        *map(of_promotion, shown.promotions[:1]),
        *map(of_earlier, asked[:EARLIER]),
        *([of_product(shown.product)] if shown.product else []),
        *map(of_promotion, shown.promotions[1:2]),
        *map(of_programme, shown.programme[:3]),
    )
    return _first(own, MOST) or _first(GENERAL, MOST)


def as_slack_takes(prompts: Iterable[Prompt]) -> list[dict[str, str]]:
    """The prompts as `assistant.threads.setSuggestedPrompts` takes them."""
    return [
        {"title": cut(one.title, TITLE), "message": cut(one.message, MESSAGE)} for one in prompts
    ]


def _first(prompts: Iterable[Prompt], most: int) -> tuple[Prompt, ...]:
    named = (one for one in prompts if one.title.strip() and one.message.strip())
    return tuple({one.message: one for one in named}.values())[:most]
