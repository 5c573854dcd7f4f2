"""The conditions of a statement: up to how much, within which time, only for whom, except where; none may be left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerline.knowledge.grounding.clauses import Unit, stems
from partnerline.knowledge.grounding.figures import Figures, figures_of
from partnerline.knowledge.grounding.polarity import ceils, denies, floors, restricts
from partnerline.knowledge.words import fold

_IF = (
    r"if|unless|except(?:ing)?(?: for)?|provided(?: that)?|as long as|on condition that|only|excluding|apart from|other than|"
    r"subject to|with the exception of|(?:below|above|from) (?=(?:level|tier|grade|class)\b)|but not|not (?:in|for|on|at|to|with)|outside(?: of)?"
)
_BOUND = (
    r"from|up to|at most|at least|no (?:later|more|less) than|within|until|till|after|before|above|over|below|under|"
    r"more than|less than|fewer than|minimum(?: of)?|maximum(?: of)?|beyond|during the first"
)
_CONDITION = re.compile(rf"(?<![^\W_-])(?:(?P<open>{_IF})|(?P<bound>{_BOUND}))(?![^\W_])")
_PLACED = r"in|with|without|for|on|at|outside|inside|under|during|after|before|until|from|above|below|over|within"
_FRONTED = re.compile(
    rf"(?:(?:if|when|where|unless|once)\s[^,.;:]{{2,90}},|(?:{_PLACED})\s(?:(?!is\b|are\b|was\b|were\b|can\b|may\b|must\b|has\b|have\b)"
    rf"[^\s,.;:]+\s?){{1,10}},|(?:{_PLACED})\s(?:(?!the\b|an?\b)[^\s,.;:]+\s){{1,3}}(?=(?:the|an?)\s))"
)
_END = re.compile(r"[,;:.!?()\u2013\u2014]\s|[.!?]$|\s(?:and|or|but|while|whereas)\s")
_NUMBERED = re.compile(r"^\s*(?:\d+[.)]|[-*•])\s+")
_NEAR = 14
"""Characters between the word of a bound and its figure."""
_SHARED = 0.5
"""The share of the words a condition stands with that a sentence has where it says the same."""
_MARKED = re.compile(r"\b(?:only|solely|exclusively|except\w*|unless|excluding|excluded)\b")
_TURNING = re.compile(
    r"unless|except|excluding|apart|other|with the exception|but not|not|outside|without"
)
"""Markers whose words mean the opposite without them."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition with the clause that it bounds, both folded; `bound` where it is an amount, a span or a day."""

    marker: str
    text: str
    host: str
    bound: bool


def left_out(said: str, question: str, units: Sequence[Unit]) -> str | None:
    """The words of the first condition that a sentence drops of what it repeats of the units.

    One that the question names need not be said again.
    """
    told = f"{said}\n{question}"
    here, mine, folded = figures_of(told), stems(told), fold(said)
    for unit in units:
        found = () if unit.is_row else tuple(conditions(unit.text))
        kept = {one.marker for one in found if one.bound and _keeps(one, folded, mine, here)}
        for condition in found:
            if condition.bound and condition.marker in kept:
                continue  # "within 2 hours, at night within 8": one of them is what it speaks of
            if _repeats(said, condition) and not _keeps(condition, folded, mine, here):
                return condition.text
    return None


def conditions(text: str) -> Iterator[Condition]:
    """The conditions in a sentence."""
    folded = _NUMBERED.sub("", fold(text))
    front = _FRONTED.match(folded)
    start = front.end() if front else 0
    if front:
        bound = bool(figures_of(front.group()).numbers)
        yield Condition(front.group().split()[0], front.group(), _clause(folded, start), bound)
    for found in _CONDITION.finditer(folded, start):
        end = _end(folded, found.end())
        tail = folded[found.start() : end]
        if found["bound"] and not _has_figure(folded[found.end() : end]):
            continue
        host = _host(folded, start, found.start(), end)
        yield Condition(found.group(), tail, host, bool(found["bound"]))


def _clause(text: str, start: int) -> str:
    return text[start : _end(text, start)]


def _end(text: str, start: int) -> int:
    found = _END.search(text, start)
    return found.start() if found else len(text)


def _host(text: str, first: int, start: int, end: int) -> str:
    """The clause that a condition stands in, less the condition; the one before it where nothing is left."""
    cuts = [first, *(cut.end() for cut in _END.finditer(text, first, start))]
    for cut in reversed(cuts):
        host = text[cut:start]
        if stems(host):
            return host
    return text[end:] if first == start else text[first:start]


def _has_figure(tail: str) -> bool:
    figures = figures_of(tail)
    places = [one.start for one in figures.numbers] + [one.start for one in figures.days]
    return bool(places) and min(places) <= _NEAR


def _repeats(said: str, condition: Condition) -> bool:
    """Whether a sentence says what the condition bounds."""
    host = stems(condition.host)
    return bool(host) and len(host & stems(said)) >= _SHARED * len(host)


def _keeps(condition: Condition, said: str, mine: frozenset[str], here: Figures) -> bool:
    """Whether a sentence, or its question, names the condition; a limit of an amount has to be said as one."""
    if condition.text.strip(" ,") in said:
        return True
    there = figures_of(condition.text)
    figures = [bool(here.holds(one)) for one in there.numbers]
    figures += [here.holds_day(one) for one in there.days]
    if condition.bound and figures:
        return all(figures) and _bounded(condition.marker, said)
    if _TURNING.match(condition.marker) and not _turns(said):
        return False
    words = stems(condition.text) - stems(condition.marker)
    return bool(words & mine) or any(figures) or (not words and bool(_MARKED.search(said)))


def _turns(said: str) -> bool:
    return (
        restricts(said)
        or denies(said)
        or bool(re.search(r"\b(?:outside|beyond|except\w*)\b", said))
    )


def _bounded(marker: str, said: str) -> bool:
    """Whether a greatest and a least amount are said to be one."""
    if re.fullmatch(r"up to|at most|no more than|maximum(?: of)?", marker):
        return ceils(said) or "within" in said
    if re.fullmatch(r"at least|no less than|minimum(?: of)?", marker):
        return floors(said)
    return True
