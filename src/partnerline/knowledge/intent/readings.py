"""What one turn says by itself, before the turns around it are looked at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from partnerline.knowledge.intent.amounts import currencies_in
from partnerline.knowledge.intent.asked import Asked, Budget, Moment, Wanted
from partnerline.knowledge.intent.binding import bound, counts_another, is_checked
from partnerline.knowledge.intent.comparing import Comparing, compared, read_comparing
from partnerline.knowledge.intent.counts import Count, denied, read_counts, single_counts, standing
from partnerline.knowledge.intent.days import Days, read_days
from partnerline.knowledge.intent.offers_in_part import IN_PART, in_part
from partnerline.knowledge.intent.offers_named import Offers, read_offers
from partnerline.knowledge.intent.periods import on
from partnerline.knowledge.intent.products import Catalog, Named, Placed, meant
from partnerline.knowledge.intent.refusals import refused, takes_some_away
from partnerline.knowledge.intent.regions import region_in
from partnerline.knowledge.intent.spans import Span, without
from partnerline.knowledge.intent.spending import read_spending
from partnerline.knowledge.intent.terms import read_terms
from partnerline.knowledge.intent.wishes import beyond_a_price, wants_list_price
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.pricing.request import CountedIn
from partnerline.knowledge.words import STOPWORDS, content_words, fold, tokens, words

_AS_A_NUMBER = re.compile(
    r"\s*(?:pcs?|pieces|units?|stk|stück|seats|packs?|boxes|users?|licen[cs]es|x(?!\s?\d)|%|€|\$|£|eur\b|usd\b|chf\b|gbp\b|months?\b|years?\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A turn by itself: what it asks, and what it says that only the thread gives a meaning.

    `numbers` are quantities of no product that is named, `loose` whether one of them can't be told. `dropped` are products that are named as not
    meant, `refused` whether these are all that it names; `denied` are numbers that are taken back, `fewer` is whether a number says how many less.
    `bare` is whether it says nothing but what was read, `amount` money that is named without a word of what it is for, `in_all` whether a
    wished price may be for all together. `rest` is the
    folded text without everything that was read.
    """

    asked: Asked
    offers: Offers
    signs: Comparing
    numbers: tuple[int, ...] = ()
    counted_in: CountedIn = "unit"
    unit: bool = False
    loose: bool = False
    each: bool = False
    per_year: bool = False
    dropped: tuple[Product, ...] = ()
    refused: bool = False
    denied: tuple[int, ...] = ()
    fewer: bool = False
    bare: bool = False
    amount: Budget | None = None
    in_all: bool = False
    rest: str = ""
    folded: str = ""


def read_turn(
    text: str, catalog: Catalog, promotions: Sequence[Promotion], moment: Moment
) -> Reading:
    """What the text says by itself."""
    folded = fold(text)
    written = text if len(text) == len(folded) else folded
    found = catalog.part_numbers(folded)
    numbered = [span for product, span in found if not product.sku.isdigit()]
    masked = without(folded, numbered)
    offers = read_offers(masked, written, promotions)
    days = read_days(without(masked, offers.spans), moment.asked_on)
    hidden = (*offers.spans, *days.spans)
    placed, doubtful = _placed(folded, catalog.find_all(text, hidden=hidden))
    base = without(folded, (*hidden, *(span for one in placed for span in one.spans)))
    signs = read_comparing(base)
    unmeant = {} if signs.two else refused(folded, placed)
    all_refused = bool(unmeant) and len(unmeant) == len(placed)
    named = placed if all_refused else tuple(one for i, one in enumerate(placed) if i not in unmeant)  # fmt: skip
    spending = read_spending(base)
    outside = without(base, spending.spans)
    terms = read_terms(outside)
    rest = without(outside, (*terms.spans, *standing(folded), *(() if all_refused else unmeant.values())))  # fmt: skip
    counts = read_counts(rest, correcting=not signs.two)
    singles = [one for one in single_counts(rest) if all(one.span[1] <= c.span[0] or c.span[1] <= one.span[0] for c in counts.counts)]  # fmt: skip
    counts = replace(counts, counts=tuple(sorted([*(c for c in counts.counts if not _is_article(rest, c)), *singles], key=lambda one: one.span)))  # fmt: skip
    wanted = _doubted(bound(rest, named, counts), doubtful)
    currencies = currencies_in(outside if spending.budget or spending.target else base)
    asked = Asked(
        wanted=wanted,
        terms=terms.months,
        billing=terms.billing,
        periods=days.periods,
        vague_day=days.vague,
        today=days.today,
        list_only=wants_list_price(without(folded, hidden)) and not signs.off_list,
        currency=currencies[0] if len(currencies) == 1 else None,
        currencies=currencies if len(currencies) > 1 else (),
        region=region_in(base, written),
        promotions=offers.promotions,
        unknown_offer=offers.unknown,
        deal=offers.deal,
        open_deal=offers.open_deal,
        budget=None if any(one.quantities for one in wanted) else spending.budget,
        discount=spending.discount,
        target=spending.target,
        by_month=terms.by_month,
        beyond=beyond_a_price(_without_names(base, placed)) or spending.unclear,
    )
    asked = _by_a_list(folded, asked)
    if not all_refused and _on_several_days(folded, days, asked):
        asked = replace(asked, vague_day="several days in one request")
    if not signs.off_list and in_part(folded, [one.spans[0] for one in named], offers):
        asked = replace(asked, beyond=asked.beyond or IN_PART)
    free = () if named else counts.counts
    signs = signs.between([folded[one.spans[-1][1] : other.spans[0][0]] for one, other in pairwise(named)])  # fmt: skip
    return Reading(
        asked=_with_today(compared(asked, signs, offers, days), moment),
        offers=offers,
        signs=signs,
        numbers=tuple(dict.fromkeys(one.value for one in free if one.value is not None)),
        counted_in=next((one.counted_in for one in free if one.counted_in != "unit"), "unit"),
        unit=any(one.unit for one in free),
        loose=not named and (counts.odd or any(_is_loose(rest, one) for one in free)),
        each=counts.each,
        per_year=terms.bare,
        dropped=tuple(product for i in unmeant for product in meant(placed[i].mention)),
        refused=all_refused,
        denied=() if signs.two else denied(rest),
        fewer=takes_some_away(rest),
        bare=not content_words(rest),
        amount=spending.amount,
        in_all=spending.in_all,
        rest=rest,
        folded=folded,
    )


def _is_loose(text: str, count: Count) -> bool:
    """Whether a number without a product may be no quantity of one."""
    return count.value is None or is_checked(text, count) or counts_another(text, count)


def _with_today(asked: Asked, moment: Moment) -> Asked:
    """The days that are held against each other, today among them where it is named."""
    if asked.comparison != "days" or not asked.today:
        return asked
    days = {*asked.periods, on(moment.asked_on)}
    return replace(asked, periods=tuple(sorted(days, key=lambda one: (one.first, one.last))))


_A_LIST = re.compile(r"\b(?:h[12]|q[1-4])(?P<year>[ -]?(?:20)?\d\d)? list\b(?! price)")


def _by_a_list(folded: str, asked: Asked) -> Asked:
    """The request by the list of a half-year, which is no list price; of one without its year it isn't sure which."""
    found = _A_LIST.search(folded)
    if found is None:
        return asked
    vague = asked.vague_day or (None if found["year"] else found.group())
    return replace(asked, list_only=False, vague_day=vague)


_NOW = re.compile(r"\b(?:now|today|immediately|jetzt|heute|sofort|maintenant|aujourd['\u2019]hui|ahora|hoy|adesso|oggi)\b")  # fmt: skip


def _on_several_days(folded: str, days: Days, asked: Asked) -> bool:
    """Whether some of the things are for now and others for another day."""
    said = sum(max(1, len(one.quantities)) + one.uncounted for one in asked.wanted)
    return bool(days.periods and _NOW.search(folded)) and said > 1 and asked.comparison != "days"


_FOR_ONE = re.compile(
    r"\b(?:for|just|only|für|pour|para|per|a single|nur)\s+(?:a single |just |only )?$"
)


def _is_article(text: str, count: Count) -> bool:
    """Whether a "one" only points at something: "the last one"."""
    said = text[slice(*count.span)]
    if count.value != 1 or said[0].isdigit():
        return False
    return not _FOR_ONE.search(text[: count.span[0]]) and not count.unit


def _placed(folded: str, found: Sequence[Placed]) -> tuple[tuple[Placed, ...], frozenset[int]]:
    """The products, without digits that look like a part number and count another; that one is then in doubt."""
    kept: list[Placed] = []
    doubtful: set[int] = set()
    for i, one in enumerate(found):
        digits = isinstance(one.mention, Named) and one.mention.product.sku.isdigit()
        after = folded[one.spans[-1][1] :]
        if digits and len(found) > 1 and _AS_A_NUMBER.match(after):
            continue
        if digits and i + 1 < len(found) and not folded[one.spans[-1][1] : found[i + 1].spans[0][0]].strip():  # fmt: skip
            doubtful.add(len(kept))
            continue
        kept.append(one)
    return tuple(kept), frozenset(doubtful)


def _doubted(wanted: tuple[Wanted, ...], doubtful: frozenset[int]) -> tuple[Wanted, ...]:
    return tuple(
        replace(one, uncounted=True) if i in doubtful or _may_be_number(one) else one
        for i, one in enumerate(wanted)
    )


def _may_be_number(wanted: Wanted) -> bool:
    """Whether a quantity may be another part number: "10047 and 10048", where part numbers are digits alone."""
    return any(
        product.sku.isdigit()
        and any(len(str(n)) == len(product.sku) > 3 and str(n)[:-2] == product.sku[:-2] for n in wanted.quantities)
        for product in meant(wanted.mention)
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def _words_of(name: str) -> frozenset[str]:
    """A name's words; kept, as a word may fit very many products."""
    return frozenset(words(name))


def _without_names(text: str, placed: Sequence[Placed]) -> str:
    """The text without the words of the products' names: a "Repair kit" is asked for by the word "repair"."""
    called = {word for one in placed for product in meant(one.mention) for word in _words_of(product.name)} - STOPWORDS  # fmt: skip
    spans: list[Span] = [(token.start, token.end) for token in tokens(text) if token.word in called and not token.word.isdigit()]  # fmt: skip
    return without(text, spans)
