"""A thread of turns, and what each turn makes of the request before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from partnerline.knowledge.intent.asked import Asked, Wanted
from partnerline.knowledge.intent.changes import (
    changed,
    is_cancelled,
    takes_one_away,
    unsure,
    without_pointed,
)
from partnerline.knowledge.intent.comparing import settled, shared
from partnerline.knowledge.intent.deals_followed import with_its_deal
from partnerline.knowledge.intent.pointing import pointed_at
from partnerline.knowledge.intent.products import Named, Unclear, meant
from partnerline.knowledge.intent.readings import Reading
from partnerline.knowledge.intent.slots import completed
from partnerline.knowledge.intent.wishes import wants_all, wants_the_same
from partnerline.knowledge.pricing.price import Product

_ADDED = re.compile(
    r"^\W*(?:und|et|y|e)\s+\d|\b(?:include|ajout\w*|rajout\w*|aggiung\w*|añad\w*|agreg\w*|incluy\w*|inclu[ei]\w*|fügen? \b[^?]*\bhinzu|hinzufügen|hinzu)\b"
    r"|\b(?:as well|too|in addition|additionally|add|on top|along with|auch|dazu|zusätzlich|ausserdem|en plus|aussi|también|además|anche|inoltre)\b"
    r"|^\W*(?:(?:and|und|et|y|e|also) )?plus\b|^\W*\+|^\W*(?:and )?also \d|\bplus\W*$"
    r"|\b(?:\d+|one|another|two|three|five|ten) (?:more|additional|extra|further|weitere|de plus|más|in più)\b"
)
_INSTEAD = re.compile(r"\b(?:instead|stattdessen|anstatt|plutôt|à la place|en su lugar|invece)\b")
_CORRECTED = re.compile(
    r"^\W*(?:oh |no[,.]? |ah )*(?:sorry|no|nope|actually|i meant?|we meant?|meant|correction|rather|wait|oops|nein|non|pardon|ups|doch|entschuldigung)\b|\bi mean(?:t)?\b"
)
_EACH_OR_ALL = "It wishes for a price, and whether each or for all of them isn't said."
_MORE = re.compile(
    r"\b(?:\d+|one|another|two|three|five|ten) (?:more|additional|extra|further|weitere|de plus|más|in più)\b"
)
_MONTHLY = re.compile(
    r"\W*(?:and |und )?(?:monthly|monatlich|mensuel|mensuellement|mensual|mensile)\W*"
)
_USUAL_TERMS = frozenset({12, 24, 36, 48, 60})


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What a thread comes to so far.

    `named` is every product in it with what was last asked of it, the one named last at the end; `order` the products
    as they came up. `pending` are quantities that were said before any product was.
    """

    asked: Asked = field(default_factory=Asked)
    named: tuple[Wanted, ...] = ()
    order: tuple[object, ...] = ()
    pending: Reading | None = None


def followed(thread: Thread, turn: Reading) -> Thread:
    """The thread with one more turn."""
    if thread.asked.wanted and is_cancelled(turn):
        return replace(thread, asked=Asked(), pending=None)
    asked = _named_anew(thread, turn) if turn.asked.wanted else _led_on(thread, turn)
    asked = with_its_deal(settled(asked), thread.asked, turn.offers)
    if turn.in_all and asked.target and any(n > 1 for one in asked.wanted for n in one.quantities):
        asked = replace(asked, target=None, beyond=asked.beyond or _EACH_OR_ALL)
    known = {_key(one): one for one in thread.named}
    for one in asked.wanted:
        known.pop(_key(one), None)
        known[_key(one)] = one
    first = [_key(one) for one in asked.wanted if _key(one) not in thread.order]
    pending = None if asked.wanted else turn if turn.numbers or turn.loose else thread.pending
    return Thread(
        asked=asked,
        named=tuple(known.values()),
        order=(*thread.order, *dict.fromkeys(first)),
        pending=pending,
    )


def _key(one: Wanted) -> object:
    return one.mention.product if isinstance(one.mention, Named) else one.mention


def _named_anew(thread: Thread, turn: Reading) -> Asked:
    """What comes of a turn that names products itself."""
    before, mine = thread.asked, turn.asked
    if not before.wanted:
        return _answered(thread, turn)
    if (new := changed(before.wanted, turn)) is not None:
        return completed(turn, before, new)
    put = _replaced(before.wanted, turn) or _chosen(before.wanted, mine.wanted)
    if put is not None:
        return completed(turn, before, put)
    if len(mine.wanted) == 1 and _stands_in(before, turn):
        return completed(turn, before, (_in_place_of(before.wanted[0], mine.wanted[0]),))
    if _ADDED.search(turn.rest):
        return completed(turn, before, _added(before.wanted, mine.wanted))
    if wants_the_same(turn.rest):
        return completed(turn, before, _same(before.wanted, mine.wanted))
    if len(mine.wanted) == 1 == len(before.wanted) and turn.signs.two and mine.comparison is None:
        both = (before.wanted[0], mine.wanted[0])
        if _key(both[0]) != _key(both[1]):
            return replace(completed(turn, before, shared(both)), comparison="products")
    return mine if mine.unknown_offer or not turn.offers.which else _which_offer(before, mine)


def _doubted(asked: Asked) -> Asked:
    """The request where what it names is named as not meant, and nothing was before."""
    return replace(asked, wanted=tuple(replace(one, uncounted=True) for one in asked.wanted))


def _which_offer(before: Asked, mine: Asked) -> Asked:
    """The promotion is the thread's, where the turn only says "the promo"."""
    if before.promotions:
        return replace(mine, promotions=before.promotions)
    return replace(mine, unknown_offer="the promo")


def _answered(thread: Thread, turn: Reading) -> Asked:
    """The first product of a thread takes the quantity that was said before it."""
    mine, pending = turn.asked, thread.pending
    if turn.refused:
        return _doubted(mine)
    if pending is not None and len(mine.wanted) == 1 and not mine.wanted[0].quantities:
        one = replace(
            mine.wanted[0],
            quantities=pending.numbers,
            counted_in=pending.counted_in,
            uncounted=mine.wanted[0].uncounted or pending.loose,
        )
        return completed(turn, thread.asked, (one,))
    if pending is None:
        return completed(turn, Asked(), mine.wanted)
    return completed(turn, thread.asked, mine.wanted)


def _replaced(before: Sequence[Wanted], turn: Reading) -> tuple[Wanted, ...] | None:
    """The earlier things with another in the place of the one that is named as not meant."""
    mine = turn.asked.wanted
    for i, one in enumerate(before):
        if len(mine) == 1 and _key(one) in turn.dropped:
            return (*before[:i], _in_place_of(one, mine[0]), *before[i + 1 :])
    return None


def _chosen(before: Sequence[Wanted], mine: Sequence[Wanted]) -> tuple[Wanted, ...] | None:
    """The earlier things with one of them settled, where the turn names what an unclear one may have meant."""
    for i, one in enumerate(before):
        if len(mine) == 1 and isinstance(one.mention, Unclear):
            common = tuple(p for p in one.mention.choices if p in meant(mine[0].mention))
            if len(common) == 1 or (common and len(common) < len(one.mention.choices)):
                settled_ = replace(mine[0], mention=_of(common))
                return (*before[:i], _in_place_of(one, settled_), *before[i + 1 :])
    return None


def _of(products: tuple[Product, ...]) -> Named | Unclear:
    """One product, or the several that are left to choose from."""
    if len(products) == 1:
        return Named(product=products[0], spans=(), exact=True)
    return Unclear(choices=products)


def _stands_in(before: Asked, turn: Reading) -> bool:
    if len(before.wanted) != 1:
        return False
    return bool(_INSTEAD.search(turn.rest) or _CORRECTED.search(turn.rest))


def _in_place_of(before: Wanted, mine: Wanted) -> Wanted:
    """The thing that stands for another, as many of it as of the other where nothing else is said."""
    said = bool(mine.quantities) or mine.uncounted
    return replace(
        mine,
        quantities=mine.quantities if said else before.quantities,
        counted_in=mine.counted_in if said else before.counted_in,
        uncounted=mine.uncounted if said else before.uncounted,
    )


def _added(before: tuple[Wanted, ...], mine: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """The earlier things and the new ones; of one that is named again it isn't sure how many are meant."""
    known = {_key(one): one for one in before}
    for one in mine:
        again = known.get(_key(one))
        numbers = (*again.quantities, *one.quantities) if again else one.quantities
        counted = any(other.quantities for other in before)
        known[_key(one)] = replace(
            one,
            quantities=tuple(dict.fromkeys(numbers)),
            uncounted=one.uncounted
            or (counted and not numbers)
            or (again is not None and bool(numbers)),
        )
    return tuple(known.values())


def _same(before: tuple[Wanted, ...], mine: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """The new things in the quantity of the earlier one; of several that aren't alike it isn't sure which is meant."""
    alike = len({one.quantities for one in before}) == 1
    return tuple(
        _in_place_of(before[0], one)
        if alike
        else replace(one, uncounted=one.uncounted or not one.quantities)
        for one in mine
    )


def _led_on(thread: Thread, turn: Reading) -> Asked:
    """What comes of a turn that names no product: it is about what was named before."""
    before = thread.asked
    wanted = before.wanted
    if takes_one_away(turn) and not turn.numbers:
        return replace(completed(turn, before, unsure(wanted)), comparison=None)
    products = [one for one in thread.named if isinstance(one.mention, Named)]
    if wants_all(turn.rest) and len(products) > 1:
        there = {_key(one) for one in products}
        wanted = tuple(one for key in thread.order for one in products if key == _key(one) and key in there)  # fmt: skip
    pointed = pointed_at(turn.rest, wanted, thread.named, thread.order)
    if pointed is not None:
        left = without_pointed(wanted, pointed, turn)
        if left is not None:
            return completed(turn, before, left)
        wanted = pointed
    wanted, comparing = _counted(turn, before, wanted, pointed=pointed is not None)
    asked = completed(turn, before, wanted)
    if before.terms and _MONTHLY.fullmatch(turn.folded):
        return replace(asked, by_month=True, billing=before.billing)
    if comparing:
        return replace(asked, comparison="quantities")
    if turn.signs.two and asked.comparison is None and not turn.numbers:
        both = wanted if len(wanted) > 1 else _two_of(products, turn)
        return replace(asked, comparison="products", wanted=shared(both)) if both else asked
    return asked


def _two_of(products: Sequence[Wanted], turn: Reading) -> tuple[Wanted, ...]:
    """The two products of a thread, where it is asked which of them is the cheaper."""
    which = re.search(r"\b(?:which|the two|them|welche[rs]?|cuál|quale|lequel)\b", turn.folded)
    return tuple(products) if which and len(products) == 2 else ()


def _counted(
    turn: Reading, before: Asked, wanted: tuple[Wanted, ...], *, pointed: bool
) -> tuple[tuple[Wanted, ...], bool]:
    """The things with the numbers of the turn, and whether a number is held against the one before."""
    if not wanted or not (turn.numbers or turn.loose):
        return wanted, False
    budget = before.budget is not None and turn.asked.budget is None and not turn.unit
    if len(wanted) == 1:
        one = wanted[0]
        held = (
            turn.signs.two
            and not turn.offers.which
            and len(turn.numbers) == 1 == len(one.quantities)
        )
        more = _MORE.search(turn.folded) is not None or turn.fewer
        doubt = more or (_may_be_term(turn, before, one) and not pointed)
        numbers = (*one.quantities, *turn.numbers) if held or doubt else turn.numbers
        new = _recounted(
            one, tuple(dict.fromkeys(numbers)), turn, loose=turn.loose or budget or more
        )
        return (new,), held or (turn.signs.two and len(turn.numbers) > 1)
    taken_back = [i for i, one in enumerate(wanted) if one.quantities and one.quantities == turn.denied]  # fmt: skip
    if len(taken_back) == 1 and len(turn.numbers) == 1:
        i = taken_back[0]
        return (*wanted[:i], _recounted(wanted[i], turn.numbers, turn, loose=turn.loose), *wanted[i + 1 :]), False  # fmt: skip
    if turn.each or wants_all(turn.rest) or before.comparison == "products":
        return tuple(_recounted(one, turn.numbers, turn, loose=turn.loose) for one in wanted), False
    open_ = [i for i, one in enumerate(wanted) if one.uncounted or len(one.quantities) > 1]
    if open_ and len(turn.numbers) == 1:
        filled = _recounted(wanted[open_[0]], turn.numbers, turn, loose=turn.loose)
        return (*wanted[: open_[0]], filled, *wanted[open_[0] + 1 :]), False
    return tuple(
        replace(one, quantities=tuple(dict.fromkeys((*one.quantities, *turn.numbers))), uncounted=one.uncounted or not one.quantities or turn.loose)
        for one in wanted
    ), False  # fmt: skip


def _recounted(one: Wanted, numbers: tuple[int, ...], turn: Reading, *, loose: bool) -> Wanted:
    counted_in = turn.counted_in if turn.unit else one.counted_in
    return replace(one, quantities=numbers, counted_in=counted_in, uncounted=loose)


def _may_be_term(turn: Reading, before: Asked, one: Wanted) -> bool:
    """Whether a bare "36" may as well be the months that were asked for as another quantity."""
    bare = re.fullmatch(r"\W*\d+\W*", turn.folded) is not None
    return bare and bool(one.quantities) and not before.terms and len(one.quantities) == 1 and set(turn.numbers) <= _USUAL_TERMS  # fmt: skip
