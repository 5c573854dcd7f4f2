"""Which number belongs to which product: the nearest, by what stands between, and to neither where that can't be told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from partnerline.knowledge.intent.asked import Wanted
from partnerline.knowledge.intent.clauses import JOINING
from partnerline.knowledge.intent.counts import Count, Counts, is_single
from partnerline.knowledge.intent.products import Named, Placed
from partnerline.knowledge.intent.ratios import shared_out
from partnerline.knowledge.intent.spans import GONE
from partnerline.knowledge.intent.talk import FILLERS
from partnerline.knowledge.pricing.request import CountedIn
from partnerline.knowledge.words import STOPWORDS

_LINE = re.compile(r"[\n\r]")
_STOP = re.compile(r"[;!?]|\.(?=\s|$)")
_AND = re.compile(rf"\b(?:{'|'.join(sorted(JOINING - {'a', 'e', 'o', 'y', 'also'}))})\b|[+&]")
_MARK = re.compile(r"[,()|/\t\u2013\u2014]|\s-\s")
_GLUE = re.compile(
    rf"(?:\s|{GONE}|[:=x×*-]|\b(?:of|the|your|our|von|de|des|di|del|those|these|such|qty|quantity|menge|anzahl|per|new|more|extra|additional)\b)*"
)
_BEHIND = re.compile(r"\s(?P<word>[^\W\d_]{3,})")
_NOT_SOLD = frozenset(
    "customer customers client clients project projects order orders quote quotes bands terms".split()
)
_CHECKED = re.compile(r"^\W*(?:is|isn't|are|confirm)\b")
_ONE = re.compile(r"\b(?:one|single|just one|only one|einen?|une?|un[oa]?)\s+$")


@dataclass(slots=True)
class _Holding:
    """What was found for one product."""

    counts: list[Count] = field(default_factory=list)
    doubtful: bool = False


def bound(text: str, placed: Sequence[Placed], counts: Counts) -> tuple[Wanted, ...]:
    """Each product with the numbers that are surely its own; `uncounted` where one may be its own or another's."""
    numbers = counts.counts
    held = [_Holding() for _ in placed]
    shared = shared_out(text, placed, numbers)
    same = len({one.value for one in numbers}) == 1
    if counts.each and len(placed) > 1 and same and not shared:
        for holding in held:
            holding.counts.append(numbers[0])
    else:
        _share(text, placed, numbers, held)
    for place in shared:
        held[place].doubtful = True
    merged = _merged(placed, held)
    several = len(merged) > 1
    some = any(holding.counts for _, holding in merged)
    return tuple(
        _wanted(text, one, holding, odd=counts.odd, several=several, some=some)
        for one, holding in merged
    )


def _share(
    text: str, placed: Sequence[Placed], numbers: Sequence[Count], held: Sequence[_Holding]
) -> None:
    sides = [_side(text, placed, one) for one in numbers]
    sure = {side.way for side in sides if side.way}
    for number, side in zip(numbers, sides, strict=True):
        way = side.way or (next(iter(sure)) if len(sure) == 1 else 0)
        if way:
            place = side.before if way < 0 else side.after
            if place is not None:
                held[place].counts.append(number)
                held[place].doubtful |= side.gap > 0 and is_checked(text, number)
                held[place].doubtful |= way < 0 and counts_another(text, number)
            continue
        for place in (side.before, side.after):
            if place is not None:
                held[place].doubtful = True


@dataclass(frozen=True, slots=True)
class _Side:
    """The products before and after a number, and which it surely belongs to: -1 the one before, 1 the one after."""

    before: int | None
    after: int | None
    way: int
    gap: int


def _side(text: str, placed: Sequence[Placed], number: Count) -> _Side:
    start, end = number.span
    before = max((i for i, one in enumerate(placed) if one.spans[0][0] < start), default=None)
    after = min((i for i, one in enumerate(placed) if one.spans[0][0] >= end), default=None)
    to_before = 9 if before is None else _gap(_between(text, placed[before], start))
    to_after = 9 if after is None else _gap(text[end : placed[after].spans[0][0]])
    if number.times and to_before < 3:
        to_after = max(to_after, 3)
    way = (to_after < to_before) - (to_before < to_after)
    return _Side(before, after, way, min(to_before, to_after))


def _between(text: str, before: Placed, start: int) -> str:
    end = max(span[1] for span in before.spans if span[1] <= start)
    return text[end:start]


def _gap(between: str) -> int:
    """How far apart two things are by what stands between them: 0 side by side, 5 on another line."""
    for strength, pattern in ((5, _LINE), (4, _AND), (3, _STOP), (2, _MARK)):
        if pattern.search(between):
            return strength
    return 0 if _GLUE.fullmatch(between) else 1


def counts_another(text: str, number: Count) -> bool:
    """Whether the number counts something else than products: "the AX-200 for 3 sites"."""
    behind = _BEHIND.match(text, number.span[1])
    if behind is None or number.unit:
        return False
    word = behind["word"]
    return word in _NOT_SOLD or not (word in STOPWORDS or word in FILLERS)


def is_checked(text: str, number: Count) -> bool:
    """Whether the number may be a price that is held against the list's: "is the AX-200 still 400"."""
    return bool(_CHECKED.search(text)) and not number.unit


def _merged(placed: Sequence[Placed], held: Sequence[_Holding]) -> list[tuple[Placed, _Holding]]:
    """Each product once, with what was found wherever it is named."""
    merged: dict[object, tuple[Placed, _Holding]] = {}
    for one, holding in zip(placed, held, strict=True):
        mention = one.mention
        key: object = mention.product if isinstance(mention, Named) else mention
        if key in merged:
            # Ten and ten again may be twenty, or said twice.
            first = merged[key][1]
            twice = {c.value for c in first.counts} & {c.value for c in holding.counts}
            first.doubtful |= holding.doubtful or (bool(twice) and first.counts != holding.counts)
            first.counts += holding.counts
        else:
            merged[key] = (one, holding)
    return list(merged.values())


def _wanted(
    text: str, one: Placed, holding: _Holding, *, odd: bool, several: bool, some: bool
) -> Wanted:
    values = tuple(dict.fromkeys(number.value for number in holding.counts if number.value is not None))  # fmt: skip
    start = one.spans[0][0]
    if not holding.counts and not holding.doubtful:
        single = _ONE.search(text[:start]) or (several and is_single(text, start))
        values = (1,) if single else values
    broken = any(number.value is None for number in holding.counts)
    # Two engineers for two days, and ten times ten, may be as many or the product of both.
    broken = broken or _is_said_twice(text, holding.counts)
    missing = several and some and not values
    return Wanted(
        mention=one.mention,
        quantities=values,
        counted_in=_counted_in(holding.counts),
        uncounted=odd or holding.doubtful or broken or missing or _two_units(holding.counts),
    )


def _is_said_twice(text: str, counts: Sequence[Count]) -> bool:
    """Whether a number is there twice and isn't only written out: "12 (twelve)"."""
    said = sorted({one.span: one for one in counts if one.value is not None}.values(), key=lambda one: one.span)  # fmt: skip
    said = [one for place, one in enumerate(said) if not place or not _is_written_out(text, said[place - 1], one)]  # fmt: skip
    return len(said) > len({one.value for one in said})


def _is_written_out(text: str, one: Count, again: Count) -> bool:
    between = text[one.span[1] : again.span[0]]
    return one.value == again.value and re.fullmatch(r"\s*[(=]\s*", between) is not None


def _counted_in(counts: Sequence[Count]) -> CountedIn:
    said: Mapping[CountedIn, None] = dict.fromkeys(
        one.counted_in for one in counts if one.counted_in != "unit"
    )
    return next(iter(said), "unit")


def _two_units(counts: Sequence[Count]) -> bool:
    """Whether it is counted in packs and in pieces at once: "2 packs of 10 pieces"."""
    return len({one.counted_in for one in counts if one.unit} - {"unit"}) > 1
