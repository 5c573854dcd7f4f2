"""What a turn changes in the list of things that a thread has come to: one taken out, one kept, one counted anew."""

import re
from collections.abc import Sequence
from dataclasses import replace

from partnerline.knowledge.intent.asked import Wanted
from partnerline.knowledge.intent.products import Named, meant
from partnerline.knowledge.intent.readings import Reading

_ONLY = re.compile(
    r"\b(?:only|just|solely|nothing but|keep|nur|bloss|seulement|uniquement|s[oó]lo|solamente|soltanto)\b"
)
_RECOUNTED = re.compile(
    r"\b(?:make (?:it|that|them|the)|change|update|set|increase|reduce|raise|lower|bump|correct|amend|adjust|instead|should (?:be|read)|ändern?|stattdessen)\b"
)
_LESS = re.compile(
    r"\b(?:less|fewer|weniger|menos|de moins|in meno|twice|double[d]?|triple|half|halve|doppelt\w*|again|another|more|extra|additional)\b"
)
_FEWER_OF = re.compile(r"^\W*(?:and |but |a bit |und )?(?:less|fewer|weniger|moins|menos|meno)\b")
_SWAPPED = re.compile(
    r"\b(?:swap\w*|replac\w*|exchang\w*|substitut\w*|switch\w*|chang\w*|tausch\w*|ersetz\w*|remplac\w*|sustitu\w*|reemplaz\w*|cambi\w*|sostitu\w*)\b"
)
_OUT = (
    r"(?:drop|remove|cancel|delete|skip|scrap|ditch|omit|exclude|strike|scratch|forget|lose|without|w/o|except(?: for)?|excluding|minus|not|no(?!\s*,)"
    r"|take (?:out|off|away)|leave (?:out|off|away)|ohne|streich\w*|kein\w*|sans|enlev\w*|enlèv\w*|sin|quit\w*|senza|togli\w*)"
)
_TAKES_OUT = re.compile(rf"\b{_OUT}\b(?!\s*[,.;:!\u2013-])")
_CANCELLED = re.compile(
    r"\W*(?:no|nope|nah|nein|non|no (?:thanks|thank you)|cancel|cancel (?:it|that|this|all|everything|(?:the|my|this) (?:quote|order|offer|request))|"
    r"forget (?:it|that|about it)|never ?mind|stornier\w*|annul\w*|drop (?:it|that|everything|all)|scrap (?:it|that|everything))(?: please)?\W*"
)
_ONE_LESS = re.compile(
    r"^\W*(?:and |but |make it |just |with )?(?:\d+|an?|one|two|three|four|five|ten|some|a few|a couple|einer?|eins|zwei|un[oae]?)\s+(?:less|fewer|weniger|de moins|menos|in meno|di meno)\W*(?:please\W*)?$"
)
_INSTEAD = re.compile(r"\b(?:instead|stattdessen|anstatt|plutôt|à la place|en su lugar|invece)\b")


def changed(before: Sequence[Wanted], turn: Reading) -> tuple[Wanted, ...] | None:
    """The things as the turn changes them; `None` where it changes none of them."""
    mine = turn.asked.wanted
    if turn.refused:
        return _taken_out(before, turn)
    if _TAKES_OUT.search(turn.rest) and not any(isinstance(one.mention, Named) for one in mine):
        return unsure(before)
    if len(mine) == 2 and _SWAPPED.search(turn.rest):
        return _swapped(before, mine)
    known = {_key(one) for one in before}
    again = bool(mine) and all(_key(one) in known for one in mine)
    if again and _FEWER_OF.search(turn.folded):
        return _counted_anew(before, mine, doubt=True)
    if turn.signs.two and not turn.fewer:
        return None
    said = any(one.quantities or one.uncounted for one in mine)
    if again and (_LESS.search(turn.rest) or turn.fewer):
        return _counted_anew(before, mine, doubt=True)
    if again and not said and (_ONLY.search(turn.folded) or turn.bare):
        return tuple(one for one in before if _key(one) in {_key(other) for other in mine})
    if again and said and (turn.denied or _RECOUNTED.search(turn.rest)):
        return _counted_anew(before, mine, doubt=False)
    if len(before) > 1 and not again and _INSTEAD.search(turn.rest) and not said:
        return _instead_of_one(before, mine)
    return None


def _key(one: Wanted) -> object:
    return one.mention.product if isinstance(one.mention, Named) else one.mention


def unsure(wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """The things, of none of which it is sure how many are still meant."""
    return tuple(replace(one, uncounted=True) for one in wanted)


def is_cancelled(turn: Reading) -> bool:
    """Whether the turn says no more than that nothing of it is wanted."""
    return _CANCELLED.fullmatch(turn.folded) is not None


def takes_one_away(turn: Reading) -> bool:
    """Whether the turn wants fewer and doesn't say of what: "one less"."""
    return _ONE_LESS.search(turn.folded) is not None


def without_pointed(
    wanted: tuple[Wanted, ...], pointed: Sequence[Wanted], turn: Reading
) -> tuple[Wanted, ...] | None:
    """The things without those that are pointed at, where the turn takes these out; `None` where it doesn't."""
    if turn.denied or not _TAKES_OUT.search(turn.rest):
        return None
    if turn.numbers or turn.loose:
        return unsure(wanted)
    out = {_key(one) for one in pointed}
    left = tuple(one for one in wanted if _key(one) not in out)
    return left if left and len(left) + len(pointed) == len(wanted) else unsure(wanted)


def _swapped(before: Sequence[Wanted], mine: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """The things with one in the place of another, whichever of the two was there, in as many unless it says otherwise."""
    known = {_key(one) for one in before}
    new = [one for one in mine if _key(one) not in known]
    old = [_key(one) for one in mine if _key(one) in known]
    if len(new) != 1 or len(old) != 1:
        return unsure(before)
    put = new[0]
    return tuple(
        one if _key(one) not in old
        else replace(put, uncounted=True) if not put.quantities and _is_counted(mine)
        else put if put.quantities
        else replace(put, quantities=one.quantities, counted_in=one.counted_in, uncounted=one.uncounted)
        for one in before
    )  # fmt: skip


def _is_counted(mine: Sequence[Wanted]) -> bool:
    return any(one.quantities for one in mine)


def _taken_out(before: Sequence[Wanted], turn: Reading) -> tuple[Wanted, ...]:
    """The things without those that are named as not meant; where that can't be told, it isn't sure how many of any are."""
    left = list(before)
    doubt = False
    for one in turn.asked.wanted:
        out = [other for other in left if set(meant(other.mention)) & set(meant(one.mention))]
        whole = not one.quantities or (len(out) == 1 and out[0].quantities == one.quantities)
        if len(out) == 1 and whole:
            left.remove(out[0])
        elif out or (isinstance(one.mention, Named) and one.mention.exact):
            doubt = True
    if doubt or not left:
        return tuple(replace(one, uncounted=True) for one in left or before)
    return tuple(left)


def _counted_anew(before: Sequence[Wanted], mine: Sequence[Wanted], *, doubt: bool) -> tuple[Wanted, ...]:  # fmt: skip
    """The things with the turn's numbers in the place of theirs, or beside them where they may be more or fewer."""
    new = {_key(one): one for one in mine}
    return tuple(
        replace(
            one,
            quantities=tuple(dict.fromkeys((*one.quantities, *new[_key(one)].quantities))) if doubt else new[_key(one)].quantities,
            counted_in=new[_key(one)].counted_in,
            uncounted=doubt or new[_key(one)].uncounted,
        )
        if _key(one) in new and (doubt or new[_key(one)].quantities or new[_key(one)].uncounted)
        else one
        for one in before
    )  # fmt: skip


def _instead_of_one(before: Sequence[Wanted], mine: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """The thing that stands for one of several, in as many as any of them."""
    quantities = tuple(dict.fromkeys(n for one in before for n in one.quantities))
    return tuple(replace(one, quantities=quantities, uncounted=True) for one in mine)
