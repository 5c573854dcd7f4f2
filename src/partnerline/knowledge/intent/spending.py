"""What is wished for in money: a budget to be spent, a price to be met, a percentage to come off."""

import re
from dataclasses import dataclass
from decimal import Decimal

from partnerline.knowledge.intent.amounts import NUMBER, Money, decimal_of, money_in, scaled
from partnerline.knowledge.intent.asked import Budget
from partnerline.knowledge.intent.budgets import is_spent, plain_numbers
from partnerline.knowledge.intent.number_words import SINGLE
from partnerline.knowledge.intent.spans import Span

UNPLACED = "It names an amount of money that I can't place."
_BARE = rf"(?P<n>{NUMBER})(?![\d%]|[.,]\d)(?:(?P<k>\s?k\b)|(?!\w|\s*(?:x\b|pcs?\b|pieces?\b|units?\b|seats?\b|licen|users?\b|stk\b|stück\b|months?\b|years?\b|%|percent|of\b|\ufffc)))"
_WE = r"(?:i|we|you|they|he|she|one|my customer|the customer|our customer|customers?)"
_HOW_MANY = re.compile(
    r"\bhow many\b|\bthe most\b|\b(?:maximum|max) (?:number|quantity|amount)\b|\bwie ?viele\b|\bcombien (?:de|d['\u2019])|\bcombien (?:puis|peut|pouvons)|\bcu[aá]nt[oa]s\b|\bquant[ie]\b"
)
_GET_FOR = re.compile(
    rf"\b(?:what|how much|how many|which)\b[^?]*\b{_WE} (?:can|could) (?:get|buy|afford|order)\b|\b(?:what|how much|how many|which)\b[^?]*\b(?:can|do|could|would|will) {_WE} (?:get|buy|afford|have|order|purchase|pick up)\b"
    rf"|\bwhat (?:does|would|will|do|can|could)\b[^?]{{0,20}}\b(?:buy|get)\b|\bwas (?:bekomme|kriege|bekommen|kriegen|erhalte|erhalten) (?:ich|wir)\b"
)
_BUDGET = re.compile(r"\b(?:budget|presupuesto)\b")
_SPEND = re.compile(
    r"\b(?:spend|spending|to spend|afford|ausgeben|dépenser|gastar|spendere)\b|\b(?:have|got) (?:only |just |about )?(?:\ufffc|[€$£\d])"
)
_FOR = re.compile(
    rf"\b(?:for|with|from|out of|für|mit|pour|avec|por|con|per)\s+(?:only |just |a budget of )?{_BARE}"
)
_BESIDE_BUDGET = re.compile(
    rf"\bbudget(?:\s+(?:of|is|was|von|de|di|for (?:this|it|that) is))?\s*:?\s*{_BARE}|{_BARE.replace('<n>', '<m>').replace('<k>', '<l>')}\s+budget\b"
)
_WISHED = re.compile(
    r"\b(?:wants?|wanted|asks?|asking|needs?|expects?|demands?|insists?|would (?:take|buy|pay)|willing to pay|will (?:pay|buy)|pays?|offered|offers?)\b[^.?]{0,50}\b(?:at|for|to|of)\s+\ufffb"
    r"|\b(?:match|beat|meet|undercut)\w*\b[^.?]{0,40}\ufffb"
    rf"|\b(?:can|could|may|shall|should) {_WE} (?:do|offer|give|sell|get|have|go|quote|make|match|let|grant)\b[^?]{{0,60}}\ufffb"
    r"|\b(?:special|target|wunsch|ziel)[- ]?(?:price|preis)\b[^.?]{0,20}\ufffb|\b(?:price|preis) (?:of|von) \ufffb[^.?]{0,20}\b(?:ok|okay|possible|fine|allowed|möglich)\b"
    r"|\b(?:costs?|is|are|at|for|=)\s+\ufffb[^?]*\b(?:confirm\w*|right|correct|agreed)\b|\bconfirm\w*\b[^?]*\ufffb"
    r"|\bdown to \ufffb|\b(?:approve|authori[sz]e|sign off)\b[^.?]{0,60}\ufffb|\ufffb\s*(?:each|apiece|a piece|per (?:unit|piece|seat))[^.?]{0,12}\b(?:ok|okay|possible|fine|allowed|please)\b"
    r"|\ufffb[^.?]{0,40}\b(?:match|beat|meet) (?:it|that|this)?\b|\btarget(?:ing)?(?: is)?:? \ufffb|\bpossible (?:at|for) \ufffb"
)
_BARE_WISH = re.compile(
    rf"\b(?:match|beat|undercut)\w*\s+(?:(?:a|the|their|our|his|her|price|prices|of|competitor['\u2019]?s?|quote|offer|at)\s+){{0,5}}{_BARE}"
    rf"|\b(?:special|target)[- ]price(?: of| is|:)?\s*{_BARE.replace('<n>', '<m>').replace('<k>', '<l>')}"
)
_APIECE = re.compile(
    r"\b(?:each|apiece|a piece|per|unit|at|match\w*|beat|target|special price|price of|down to|pro stück|je stück|the price)\b|/"
)
_WORTH = re.compile(
    r"\ufffb\s*(?:worth\b|(?:of|in|von|an|de|di|d['\u2019])\s*(?:the |your |some )?\ufffc)"
    r"|(?:^|[.?!,:;]|\bprice|\bhow)\W*(?:max(?:imum|imal)?|as many|the most|most)\b[^?.]{0,40}\b(?:for|für|pour|por|per)\s+\ufffb"
)
_IN_TOTAL = re.compile(r"\b(?:in total|total|altogether|all in|overall|for all|insgesamt)\b")
_PERCENT = re.compile(
    rf"(?<![\w.,])(?P<n>\d+(?:[.,]\d+)?|{'|'.join(word for word, n in sorted(SINGLE.items(), key=lambda one: -len(one[0])) if n < 100)})"
    r"\s?(?:%|percent\b|per cent\b|pct\b|prozent\b|pour ?cent\b|por ?ciento\b|per ?cento\b)(?!\s*(?:sure|certain|sicher))"
)
_AMOUNT_OFF = re.compile(r"\b\d+ off\b|\ufffb\s+(?:off|discount|rebate|less|rabatt|nachlass)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What is wished for in money, and where it stands; `unclear` says in words what can't be placed.

    `amount` is the one amount that is named without a word of what it is for, `in_all` whether the target may be meant
    for all of them together.
    """

    budget: Budget | None = None
    target: Budget | None = None
    discount: Decimal | None = None
    unclear: str | None = None
    amount: Budget | None = None
    in_all: bool = False
    spans: tuple[Span, ...] = ()


def read_spending(folded: str) -> Spending:
    """The wishes in money that the folded text speaks of."""
    amounts = list(money_in(folded))
    percents = list(_PERCENT.finditer(folded))
    spans = (*(one.span for one in amounts), *(one.span() for one in percents))
    marked = _marked(folded, amounts)
    unclear = None
    if len({one.group() for one in percents}) > 1:
        unclear = "It names several percentages."
    elif _AMOUNT_OFF.search(marked.replace("\u2060", "")):
        unclear = "It asks for an amount off the price."
    share = _share(percents[0]["n"]) if percents and unclear is None else None
    if percents and share is None:
        unclear = unclear or "It names a percentage that can't be a discount."
    budget, mine = _budget(folded, marked, amounts)
    target, its = (None, ()) if budget or unclear else _target(folded, marked, amounts)
    if target is not None and _IN_TOTAL.search(folded):
        unclear, target = "It wishes for a price in total.", None
    one = (
        Budget(amount=amounts[0].amount, currency=amounts[0].currency)
        if len(amounts) == 1
        else None
    )
    amount = one if budget is None and target is None else None
    if amounts and budget is None and target is None:
        unclear = unclear or UNPLACED
    return Spending(
        budget=budget,
        target=target,
        discount=share,
        unclear=unclear,
        amount=amount,
        in_all=target is not None and not _APIECE.search(marked.replace("\u2060", "")),
        spans=(*spans, *mine, *its),
    )


def _share(written: str) -> Decimal | None:
    """The percentage as a fraction, where it is one that could come off."""
    number = decimal_of(written) if written[0].isdigit() else Decimal(SINGLE[written])
    return number / 100 if 0 < number < 100 else None


def _marked(folded: str, amounts: list[Money]) -> str:
    """The text with a mark in the place of each amount, which keeps its length."""
    for one in amounts:
        start, end = one.span
        folded = folded[:start] + "\ufffb" * (end - start) + folded[end:]
    return re.sub("\ufffb+", lambda run: "\ufffb" + "\u2060" * (len(run.group()) - 1), folded)


def _budget(
    folded: str, marked: str, amounts: list[Money]
) -> tuple[Budget | None, tuple[Span, ...]]:
    asks = _HOW_MANY.search(folded) or _GET_FOR.search(folded)
    named = _BUDGET.search(folded)
    spent = _SPEND.search(folded) or _WORTH.search(marked.replace("\u2060", ""))
    if len(amounts) == 1 and (asks or named or spent):
        return Budget(amount=amounts[0].amount, currency=amounts[0].currency), ()
    if amounts:
        return None, ()
    found = _BESIDE_BUDGET.search(folded) if named else None
    found = found or (_FOR.search(folded) if asks else None)
    if found is not None:
        return _bare(found), (_bare_span(found),)
    return _said_to_be_spent(folded)


def _said_to_be_spent(folded: str) -> tuple[Budget | None, tuple[Span, ...]]:
    """The one bare number that is spent, or stands beside "how many", where a number can be nothing but money."""
    numbers = plain_numbers(folded)
    spent = [one for one in numbers if is_spent(folded, one)]
    if not spent and _HOW_MANY.search(folded):
        spent = list(numbers)
    if len(spent) != 1:
        return None, ()
    return Budget(amount=spent[0].amount), (spent[0].span,)


def _target(
    folded: str, marked: str, amounts: list[Money]
) -> tuple[Budget | None, tuple[Span, ...]]:
    squeezed = marked.replace("\u2060", "")
    if len(amounts) == 1 and _WISHED.search(squeezed):
        return Budget(amount=amounts[0].amount, currency=amounts[0].currency), ()
    found = None if amounts else _BARE_WISH.search(folded)
    return (_bare(found), (_bare_span(found),)) if found else (None, ())


def _bare(found: re.Match[str]) -> Budget:
    """An amount without its currency."""
    named = found.groupdict()
    written, scale = (named["n"], named["k"]) if named.get("n") else (named["m"], named["l"])
    return Budget(amount=scaled(decimal_of(written), scale))


def _bare_span(found: re.Match[str]) -> Span:
    name = "n" if found.group("n") else "m"
    return found.start(name), max(found.end(name), found.end("k" if name == "n" else "l"))
