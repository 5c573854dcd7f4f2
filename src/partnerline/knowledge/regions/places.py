"""The places that a price question names: regions, countries, cities, adjectives of them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from partnerline.knowledge.regions.areas import (
    Phrase,
    adjective_of,
    is_code,
    is_name,
    phrase,
    plain,
)
from partnerline.knowledge.regions.place_names import BY_CAPITALS
from partnerline.knowledge.words import STOPWORDS

_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b([UE])\.\s?([SKU])\.(?:\s?A\.)?", re.IGNORECASE)
_MOST_WORDS = 5
_PRICE = re.compile(
    r"(?:list)?pric(?:e|es|ed|ing)|rrp|msrp|costs?|tariff?s?|quot(?:e|es|ation)|charged?|rates?|\w*preise?n?|\w*preislisten?|konditionen|kostet|kosten"
    r"|prix|tarifa?s?|coute(?:nt)?|precios?|cuestan?|prezz[oi]|listin[oi]|costan?o?|devis|discounts?|rabatte?"
)
_PAYING = re.compile(r"pay|pays|paid|paying|zahlt|zahlen|bezahlt|bezahlen|paye|payent|paie|pagan?|pagano|get|gets")  # fmt: skip
_PARTY = re.compile(
    r"(?:end)?(?:customers?|clients?|kunden?|clienti|clientes?)|partners?|partenaires?|socios?|resellers?|dealers?|distributors?|buyers?|colleagues?"
    r"|markets?|markt|marche|mercado|mercato|branch|subsidiary|affiliate|office|sites?|entity|niederlassung|filiale?|regions?|lists?|liste|lista|companies|company"
)
_MONEY = re.compile(r"dollars?|dolares|dollari|dollaro|francs?|franken|franchi|franco|francos|pounds?|pfund|livres?|libras?|sterline?|sterling|yen|yuan|rupees?|rupien|kron\w+|pesos?|reais|real|euros?")  # fmt: skip
_LEADING = frozenset("in for to from into within at inside für fuer fur im nach aus en au aux pour vers para a al per del de negli nel nei".split())  # fmt: skip
_ARTICLES = frozenset("the der die das den dem la le les los las el il lo gli i l all our a an".split())  # fmt: skip
_SURE_CODES = frozenset("us uk eu ue ch usa uae emea amer eeuu".split())
"""Codes that in capitals are a place wherever they stand."""
_LOWER_CODES = frozenset("uk usa eu ue ch uae eeuu nam amer amers uki gcc cee noram".split())
"""Codes that aren't words, and count in small letters where they are said of a price or stand after "in"."""
_BETWEEN = frozenset("net list end would will do does must should".split())
_COUNTRY_CODES = frozenset(BY_CAPITALS.split()) - _SURE_CODES
_NO_PLACE = frozenset(
    """total bulk packs pack boxes box pieces units unit euro euros eur usd chf gbp dollars dollar francs pounds quantity volume general
    advance full detail details writing words excel pdf csv january february march april may june july august september october
    november december spring summer autumn winter stock cash kind monthly yearly arabic mandarin hindi""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as it is written; `priced` where it is said of a price."""

    name: str
    priced: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """A text's words as they are written, and as they are compared."""

    text: str
    found: tuple[re.Match[str], ...]
    words: Phrase

    def plain(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def written(self, first: int, end: int) -> str:
        return self.text[self.found[first].start() : self.found[end - 1].end()]

    def runs_on(self, at: int) -> bool:
        """Whether no comma or the like parts a word from the next."""
        return not set(self.between(at)) & set(",;.?!\n")

    def between(self, at: int) -> str:
        """What stands between a word and the next."""
        if not 0 <= at < len(self.found) - 1:
            return ""
        return self.text[self.found[at].end() : self.found[at + 1].start()]


def places_in(
    text: str, regions: Iterable[str] = (), called: Callable[[], Iterable[str]] = tuple
) -> tuple[Place, ...]:
    """The places that the text names, in order; `called` gives the names of products and the like, whose words aren't places."""
    said = _said(text)
    known = {phrase(region) for region in regions if region}
    found = list(_found(said, known))
    names = [phrase(name) for name in called()] if found else []
    return tuple(
        Place(name=said.written(first, end), priced=_is_priced(said, first, end))
        for first, end in found
        if not _is_in_a_name(said, first, end, names)
    )


def is_region_of_a_price(word: str, after: str) -> bool:
    """Whether a word with the one after it is as "CH price", "Swiss price"."""
    said = (plain(word),)
    place = is_name(said) or is_code(said) or adjective_of(said[0]) is not None
    return place and _PRICE.fullmatch(plain(after)) is not None


def _said(text: str) -> _Said:
    written = _DOTTED.sub(lambda m: m[1].upper() + m[2].upper(), unicodedata.normalize("NFKC", text))  # fmt: skip
    found = tuple(_WORD.finditer(written))
    return _Said(written, found, tuple(plain(one.group()) for one in found))


def _found(said: _Said, known: set[Phrase]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(said.words):
        end = next((e for e in range(at + _MOST_WORDS, at, -1) if _is_place(said, at, e, known)), at)  # fmt: skip
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _is_place(said: _Said, first: int, end: int, known: set[Phrase]) -> bool:
    words = said.words[first:end]
    if end > len(said.words) or _is_money(said, first, end):
        return False
    if is_name(words):
        return said.plain(first - 1) != "of" or len(words) > 1
    if words in known and len("".join(words)) > 3:
        return len(words) > 1 or _is_meant(said, first, end)
    if words in known or is_code(words):
        return _is_a_code(said, first, end)
    if len(words) > 1:
        return False
    adjective = adjective_of(words[0]) is not None and _is_beside(said, first, end)
    return adjective or _is_strange_place(said, first)


def _is_money(said: _Said, first: int, end: int) -> bool:
    """Whether it only tells one currency from another: "US dollars", "francs suisses", "US$"."""
    around = (said.plain(first - 1), said.plain(end))
    after = said.text[said.found[end - 1].end() :] if end <= len(said.found) else ""
    return after[:2].strip()[:1] in {"$", "€", "£"} or any(_MONEY.fullmatch(one) for one in around)


def _is_a_code(said: _Said, first: int, end: int) -> bool:
    """Whether a short name is meant as one: in capitals among small letters, and beside what a region is said of."""
    written, word = said.written(first, end), said.plain(first)
    if _is_glued(said, first, end):
        return False
    if not written.isupper():
        return word in _LOWER_CODES and _is_meant(said, first, end)
    if _is_loud(said, first, end) and word not in _LOWER_CODES:
        return _PRICE.fullmatch(said.plain(end)) is not None and word not in {"us", "it", "in", "at", "no", "be"}  # fmt: skip
    if word in _SURE_CODES:
        return True
    if said.plain(end)[:1].isdigit() and word in _COUNTRY_CODES:
        return False
    if word in {"it", "in", "at", "no", "be", "es", "de"}:
        return _is_beside(said, first, end)
    return _is_meant(said, first, end)


def _is_loud(said: _Said, first: int, end: int) -> bool:
    """Whether all is written in capitals, so that these tell nothing; a part number's are no sign of that."""
    others = [said.written(i, i + 1) for i in range(len(said.words)) if not first <= i < end]
    spoken = [one for i, one in enumerate(others) if one.isalpha() and not "".join(others[i + 1 : i + 2]).isdigit()]  # fmt: skip
    return bool(spoken) and all(one.isupper() for one in spoken)


def _is_glued(said: _Said, first: int, end: int) -> bool:
    """Whether a hyphen joins it to something else than a price, as in the part number "CBL-US"."""
    before = said.between(first - 1) in {"-", "_"}
    behind = said.between(end - 1) in {"-", "_"} and not _is_noun(said.plain(end))
    return before or behind


def _is_noun(word: str) -> bool:
    return bool(_PRICE.fullmatch(word) or _PARTY.fullmatch(word) or _PAYING.fullmatch(word))


def _is_beside(said: _Said, first: int, end: int) -> bool:
    """Whether a price or a party to one stands beside it, with no comma between."""
    before = said.plain(first - 1) if said.runs_on(first - 1) else ""
    behind = [said.plain(end)] if said.runs_on(end - 1) else []
    if behind and said.runs_on(end):
        behind.append(said.plain(end + 1))
    return any(_is_noun(one) for one in (before, *behind))


def _is_meant(said: _Said, first: int, end: int) -> bool:
    before = said.plain(first - 1)
    if before in _ARTICLES:
        before = said.plain(first - 2)
    return before in _LEADING or _is_beside(said, first, end)


def _is_priced(said: _Said, first: int, end: int) -> bool:
    """Whether the place is said of a price: "Swiss list price", "cost in the US", "what a US partner pays"."""
    at = end
    while at < end + 3 and (_PARTY.fullmatch(said.plain(at)) or said.plain(at) in _BETWEEN):
        at += 1
    if _PRICE.fullmatch(said.plain(at)) or _PAYING.fullmatch(said.plain(at)):
        return True
    at = first - 1
    while said.plain(at) in _LEADING or said.plain(at) in _ARTICLES:
        at -= 1
    return bool(_PRICE.fullmatch(said.plain(at)) or _PAYING.fullmatch(said.plain(at)))


def _is_strange_place(said: _Said, at: int) -> bool:
    """Whether a capital after "price in" makes a place of a word that no table has: "price in Springfield"."""
    written, word = said.written(at, at + 1), said.plain(at)
    if said.plain(at - 1) != "in" or not re.fullmatch(r"pric(?:e|es|ing)", said.plain(at - 2)):
        return False
    ordinary = word in _NO_PLACE or word in STOPWORDS or adjective_of(word) is not None
    return re.fullmatch(r"[A-ZÀ-Þ][^\W\d_A-Z]{3,}", written) is not None and not ordinary


def _is_in_a_name(said: _Said, first: int, end: int, names: Iterable[Phrase]) -> bool:
    """Whether the words beside it make a part of a name of it: "EMEA power cord", "power cord, EMEA"."""
    words = said.words[first:end]
    before, after = said.plain(first - 1), said.plain(end)
    priced = _PRICE.fullmatch(after) is not None and said.runs_on(end - 1)
    return any(_is_of(name, words, before, after, priced=priced) for name in names)


def _is_of(name: Phrase, words: Phrase, before: str, after: str, *, priced: bool) -> bool:
    size = len(words)
    spots = [i for i in range(len(name) - size + 1) if name[i : i + size] == words]
    if not spots:
        return False
    if len(name) == size:
        return not priced
    if any(_alike(before, name[i - 1] if i else "") or _alike(after, name[i + size] if i + size < len(name) else "") for i in spots):  # fmt: skip
        return True
    return not priced and any(_alike(one, other) for one in (before, after) for other in name)


def _alike(one: str, other: str) -> bool:
    """Whether two words are the same, but for a plural's ending."""
    return len(one) > 1 and len(other) > 1 and (one in {other, f"{other}s", f"{other}es"})
