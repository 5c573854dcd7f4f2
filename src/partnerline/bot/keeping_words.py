"""What managers read of kept answers, on every door: plain words, no markup."""

from collections.abc import Iterable
from typing import assert_never

from partnerline.bot.keeping import Kept
from partnerline.knowledge.keeping import Refused, in_full
from partnerline.knowledge.partners import Audience, Directory
from partnerline.knowledge.ports.kept import KeptAnswer

_AMOUNTS = "It names amounts, so it is kept for {whom} alone; a price is only ever computed from the price lists. "


def kept_words(kept: Kept, directory: Directory) -> str:
    """What was kept: for whom, how long, and when it is asked about again."""
    answer = kept.answer
    whom = audience_words(answer.audience, directory)
    if answer.state == "withdrawn":
        return "This answer was withdrawn earlier, so it is not used again."
    until = f" until {in_full(answer.valid_until)}" if answer.valid_until else ""
    lead = _AMOUNTS.format(whom=whom) if kept.for_whom.narrowed else ""
    return f"{lead}I use this answer for {whom}{until}, with the manager's name. {_asked_again(answer)}".strip()


def refused_words(why: Refused) -> str:
    """Why nothing was kept; the reply itself has gone out."""
    return f"The answer is not kept for others: {_reason(why)}"


def audience_words(audience: Audience, directory: Directory) -> str:
    """Whom an answer is for."""
    if audience.partners is not None:
        return _listed(_partner(one, directory) for one in sorted(audience.partners))
    if audience.tiers is not None:
        return f"{_listed(sorted(audience.tiers))} partners"
    if audience.regions is not None:
        return f"partners in {_listed(sorted(audience.regions))}"
    return "every enrolled partner"


def settled_words(answer: KeptAnswer) -> str:
    """What became of a kept answer that managers were asked about."""
    by = f" by {answer.by}" if answer.by else ""
    if answer.state == "withdrawn":
        return f"Withdrawn{by} on {in_full(answer.held_on)}. I don't use it any more."
    until = (
        f" It is used until {in_full(answer.valid_until)} at most." if answer.valid_until else ""
    )
    return f"Confirmed{by} on {in_full(answer.held_on)}.{until} {_asked_again(answer)}".strip()


def doubt_words(answer: KeptAnswer) -> str:
    """Why managers are asked, and what happens where nobody says anything; `answer` is as it was before."""
    early = answer.state == "to_check"
    why = "A newer document of the library says something else. " if early else ""
    return f"{why}Unless somebody confirms it, I stop using it after {in_full(answer.last_day)}."


def _asked_again(answer: KeptAnswer) -> str:
    if answer.valid_until is not None and answer.valid_until < answer.check_on:
        return ""
    return f"On {in_full(answer.check_on)} I ask whether it still holds."


def _reason(why: Refused) -> str:
    match why:
        case "no_partner":
            return "I don't know which partner asked."
        case "no_tier":
            return "I don't know the tier of who asked, or there are several."
        case "no_region":
            return "I don't know the region of who asked, or there are several."
        case "over":
            return "its last day has passed."
        case "amounts":
            return "it names amounts, which are kept for one partner alone, and I don't know which partner asked."
        case other:
            assert_never(other)


def _partner(partner_id: str, directory: Directory) -> str:
    known = directory.partner(partner_id)
    return known.name if known else partner_id


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
