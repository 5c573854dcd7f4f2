"""Whether two words are forms of one: "certified" and "certificate", "temp" and "temperature"."""

import re
from collections.abc import Iterable

from partnerline.knowledge.words import stem

_SUFFIXES = frozenset(
    """s es d ed ing er ers or ors al ally ly ment ments ion ions ation ations able ible y ies ied ity e ance ence ant ent
    cate cates cy t te cation cations ive ness less ful age""".split()
) | {""}
_IRREGULAR = {
    form: line.split()[0]
    for line in """take took taken
        give gave given
        pay paid
        send sent
        sell sold
        buy bought
        keep kept
        hold held
        lose lost
        win won
        break broke broken
        write wrote written
        begin began begun
        choose chose chosen
        find found
        leave left
        build built
        tell told
        say said
        see saw seen
        come came
        speak spoke spoken
        spend spent
        teach taught
        bring brought
        draw drew drawn
        grow grew grown
        fall fell fallen
        rise rose risen
        drive drove driven
        meet met
        lend lent
        weigh weight""".splitlines()
    for form in line.split()
}
_DOUBLED = re.compile(r"([a-z])\1")
_LEAST = 4
"""Letters that a short form needs at least: "temp"."""


def alike(one: str, other: str) -> bool:
    """Whether the folded words differ in an English ending alone; words with digits must be the same."""
    if one == other or _IRREGULAR.get(one, one) == _IRREGULAR.get(other, other):
        return True
    if one[:2] != other[:2] or not (one + other).isalpha():
        return False
    if stem(one) == stem(other):
        return True
    one, other = _DOUBLED.sub(r"\1", one), _DOUBLED.sub(r"\1", other)
    common = _common(one, other)
    return common >= _LEAST and one[common:] in _SUFFIXES and other[common:] in _SUFFIXES


def shortened(one: str, other: str) -> bool:
    """Whether the words are alike or one is cut short: good enough to look for a sentence by, not to judge it by."""
    if alike(one, other):
        return True
    if one[:2] != other[:2]:
        return False
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST and long.startswith(short) and long.isalpha()


def any_alike(word: str, others: Iterable[str]) -> bool:
    """Whether one of the words is another form of this one."""
    return any(alike(word, other) for other in others)


def any_shortened(word: str, others: Iterable[str]) -> bool:
    """Whether one of the words is another form of this one, or it cut short."""
    return any(shortened(word, other) for other in others)


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
