"""A budget that is named without a currency: which number of a text is money to be spent, and none of how many."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from partnerline.knowledge.intent.amounts import NUMBER, decimal_of, scaled
from partnerline.knowledge.intent.spans import Span, overlap
from partnerline.knowledge.intent.spelled import spelled

_COUNTED = (
    r"\s*(?:\ufffc|%|percent|x\b|[x×*]\s?\d|pcs?\b|pieces?\b|units?\b|seats?\b|licen|users?\b|stk\b|stück\b|ea\b|pack|box|carton|months?\b|years?\b|monat|jahr|mois\b|ans?\b|"
    r"mes|años?\b|ann[oi]\b|days?\b|weeks?\b|sites?\b|people\b|employees\b|of\b|(?:v|w|m|mm|cm|km|gb|mb|kg|g|h|ah|a|hz|ports?|channels?)\b|°|\")"
)
_PLAIN = re.compile(
    rf"(?<![\w.,%€$£#-])(?P<n>{NUMBER})(?![\d%]|[.,]\d)(?P<k>\s?(?:k|grand|thousand|tausend|mille|million)\b)?(?![\w-])(?!{_COUNTED})"
)
_COUNTED_BEHIND = re.compile(_COUNTED)
_ABOUT = r"(?:(?:only|just|about|around|roughly|up to|at most|max(?:imum)?|another|another|exactly|noch|nur|etwa|ca\.?|bis zu|maximal|de|a budget of|the|my|a)\s+){0,3}"
_SPENT = re.compile(
    rf"\b(?:spend(?:s|ing)?|invest(?:s|ing)?|afford|splash out|budget(?:ed)?(?: (?:of|is|was|for (?:this|it|that) is))?:?|ausgeben|dépens\w+|gast\w+|spendere|spendo)\s+{_ABOUT}$"
)
_ANYBODY = r"(?:i|we|you|they|he|she|who|customers?|clients?|end users?|buyer|guy|boss)"
_HAS = re.compile(
    rf"(?:(?<!can )(?<!could )(?<!may )(?<!should )(?<!shall )\b{_ANYBODY}\s?(?:['\u2019](?:ve|s)(?: got)?|has|have|had|got|(?:have|has) got)|\bich habe?|\bwir haben|\bkunden? hat|\bj['\u2019]ai|"
    rf"\bnous avons|\bclient a|\btengo|\btenemos|\bcliente tiene|\bho|\babbiamo|\bcliente ha)\s+{_ABOUT}$"
)
_TO_SPEND = re.compile(
    r"\s*(?:to (?:spend|invest)|ausgeben|auszugeben|à dépenser|para gastar|da spendere|budget)\b"
)
_GOES_ON = re.compile(
    r"\s*(?:$|[,.;:?!\u2014\u2013-]|(?:for|on|to|and|left|available|für|zur|und|pour|et|para|per|y|e)\b)"
)
_LEAST = 200
"""From here up a bare number that somebody "has" is money; below it may be as many as there are already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A number that neither a unit nor a product follows; `thousands` is whether it is written as 10k."""

    amount: Decimal
    span: Span
    thousands: bool = False


def plain_numbers(folded: str) -> tuple[Plain, ...]:
    """The numbers that may be money, in order."""
    figures = [
        Plain(amount=scaled(decimal_of(match["n"]), match["k"]), span=match.span(), thousands=bool(match["k"]))
        for match in _PLAIN.finditer(folded)
    ]  # fmt: skip
    taken = [one.span for one in figures]
    return tuple(sorted([*figures, *_worded(folded, taken)], key=lambda one: one.span))


def _worded(folded: str, taken: list[Span]) -> Iterator[Plain]:
    for word in spelled(folded):
        counts = _COUNTED_BEHIND.match(folded, word.span[1]) or overlap(word.span, taken)
        if word.value is not None and word.value >= _LEAST and not counts:
            yield Plain(amount=Decimal(word.value), span=word.span)


def is_spent(folded: str, number: Plain) -> bool:
    """Whether the words around the number say that it is spent or had to spend."""
    before, end = folded[: number.span[0]], number.span[1]
    if _SPENT.search(before) or _TO_SPEND.match(folded, end):
        return True
    much = number.thousands or number.amount >= _LEAST
    return much and bool(_HAS.search(before)) and bool(_GOES_ON.match(folded, end))
