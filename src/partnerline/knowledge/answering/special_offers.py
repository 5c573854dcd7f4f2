"""What promotions there are for this asker: which run, until when, whether they stack; from their table alone."""

from collections.abc import Sequence
from typing import assert_never

from partnerline.knowledge.answering.price_wording import days, money
from partnerline.knowledge.answering.replying import cited_offer, escalated
from partnerline.knowledge.answering.sight import Sight
from partnerline.knowledge.answering.wording import cell
from partnerline.knowledge.confidence import Confidence
from partnerline.knowledge.intent.offers_asked import OfferQuestion
from partnerline.knowledge.model import Answer, Reason
from partnerline.knowledge.pricing.offer_scope import applies
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Product

NEVER_TWO = "Two promotions never combine, and none counts together with a registered deal."


def on_offers(asked: OfferQuestion, named: Sequence[Product], sight: Sight, confidence: Confidence) -> Answer:  # fmt: skip
    """The promotions that were asked about; `named` are the products spoken of, empty where none was."""
    offers = sight.promotions()
    if asked.unknown and not asked.promotions:
        return _unknown(asked.unknown, [one for one in offers if one.runs_on(sight.day)])
    mine = [offer for offer in asked.promotions if offer in offers]
    match asked.kind:
        case "running":
            return _running(offers, named, sight, confidence)
        case "one":
            return _each(mine, sight, confidence) if mine else _unknown("", offers)
        case "stacking":
            return _stacking(mine or _now(offers, sight), sight, confidence)
        case other:
            assert_never(other)


def _now(offers: Sequence[Promotion], sight: Sight) -> list[Promotion]:
    return [offer for offer in offers if offer.runs_on(sight.day)]


def _running(offers: Sequence[Promotion], named: Sequence[Product], sight: Sight, confidence: Confidence) -> Answer:  # fmt: skip
    running = _now(offers, sight)
    if named:
        running = [offer for offer in running if any(applies(offer, one, sight.products) is not False for one in named)]  # fmt: skip
    of = f" for {', '.join(cell(one.sku) for one in named)}" if named else ""
    coming = [offer for offer in offers if offer.first_day and offer.first_day > sight.day and not named]  # fmt: skip
    if not running and not coming:
        others = [offer for offer in _now(offers, sight) if named]
        also = f" Others do: {', '.join(_called(one) for one in others)}." if others else ""
        said = f"No promotion{of} runs on {sight.day} for you.{also}"
        return _answered(said, others, confidence) if others else _none(said, offers, confidence)
    parts = [f"**{len(running)} {'promotion runs' if len(running) == 1 else 'promotions run'}**{of} on {sight.day}" + (":" if running else ".")]  # fmt: skip
    parts += ["\n".join(f"- {_told(offer)}" for offer in running)] if running else []
    parts += ["Coming: " + "; ".join(f"{_called(one)} from {one.first_day}" for one in coming) + "."] if coming else []  # fmt: skip
    parts.append(f"Name the code when you ask for a price. {NEVER_TWO}")
    return _answered("\n\n".join(parts), [*running, *coming], confidence)


def _each(offers: Sequence[Promotion], sight: Sight, confidence: Confidence) -> Answer:
    parts = [f"{_state(offer, sight)} {_told(offer)}" for offer in offers]
    return _answered("\n\n".join(parts), offers, confidence)


def _stacking(offers: Sequence[Promotion], sight: Sight, confidence: Confidence) -> Answer:
    if not offers:
        return _none(f"No. {NEVER_TWO}", sight.promotions(), confidence)
    told = "\n".join(f"- {_told(offer)}{_on_stacking(offer)}" for offer in offers)
    return _answered(f"**No.** {NEVER_TWO}\n\n{told}", offers, confidence)


def _on_stacking(offer: Promotion) -> str:
    return f" Its table says of stacking: “{cell(offer.stacks)}”." if offer.stacks else ""


def _state(offer: Promotion, sight: Sight) -> str:
    if offer.runs_on(sight.day):
        until = f" until {offer.last_day}" if offer.last_day else ""
        return f"**Yes, {_called(offer)} runs**{until}."
    if offer.first_day and sight.day < offer.first_day:
        return f"**Not yet: {_called(offer)} begins on {offer.first_day}.**"
    return f"**No, {_called(offer)} is over**: its last day was {offer.last_day}."


def _told(offer: Promotion) -> str:
    """One promotion in a line: what, on what, from how many, when."""
    name = f" ({cell(offer.name)})" if offer.name and offer.code else ""
    least = f", from {offer.min_quantity:,} pieces" if offer.min_quantity > 1 else ""
    where = f", in {', '.join(sorted(offer.regions))}" if offer.regions else ""
    return (
        f"**{_called(offer)}**{name}: {_worth(offer)} on {cell(', '.join(offer.applies_to))}{least}{where}; "
        f"{days(offer.first_day, offer.last_day)}."
    )


def _worth(offer: Promotion) -> str:
    if offer.percent is not None:
        return f"{(offer.percent * 100).normalize():f} % off"
    assert offer.fixed is not None  # noqa: S101 - one of the two is always given
    return f"{money(offer.fixed, offer.currency)} each"


def _called(offer: Promotion) -> str:
    return cell(offer.code or offer.name)


def _answered(text: str, offers: Sequence[Promotion], confidence: Confidence) -> Answer:
    return Answer(
        outcome="answered",
        text=f"{text}\n\nSource: {_sources(offers)}." if offers else text,
        confidence=confidence.exact,
        citations=tuple(cited_offer(offer) for offer in offers),
        signals={"exact": 1.0},
    )


def _sources(offers: Sequence[Promotion]) -> str:
    places = dict.fromkeys(f"{cell(offer.path)}, {cell(offer.locator)}" for offer in offers)
    return "; ".join(places)


def _none(text: str, offers: Sequence[Promotion], confidence: Confidence) -> Answer:
    """Nothing runs: sure where there is a table that says so, for a person where there is none at all."""
    if offers:
        return _answered(text, (), confidence)
    return escalated(
        "I know of no promotions table for you, so I've asked a person; the reply comes here.",
        "The library has no promotions table that this asker may see.",
        Reason.NO_EVIDENCE,
    )


def _unknown(said: str, offers: Sequence[Promotion]) -> Answer:
    known = ", ".join(_called(offer) for offer in offers)
    runs = f" What runs for you: {known}." if known else ""
    return escalated(
        f"I know of no promotion that fits{f' “{cell(said)}”' if said else ' that'}, so I've asked a person; the reply comes here.{runs}",
        f"A promotion was asked about that no table has for this asker: “{said}”.",
        Reason.NO_EVIDENCE,
    )
