"""What a question holds against what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from partnerline.knowledge.intent.asked import Asked, Comparison, Wanted
from partnerline.knowledge.intent.days import Days
from partnerline.knowledge.intent.offers_named import Offers

_BANDS = re.compile(
    r"\b(?:which|what|welche|ab welcher|quel|quelle|qué|quale|best|cheapest|each|all(?: the)?|every|next|better|lower|different|show(?: me)?(?: the)?) (?:quantity |volume |price |discount )?(?:bands?|tiers?|brackets?|price breaks?|breaks?|levels?|staffeln?)\b"
    r"|\b(?:price|volume|quantity) (?:prices|pricing|breaks?|bands?|brackets?|steps|levels|staffel\w*)\b|\bbreak ?points?\b|\bstaffel(?:preise?|n|ung)\b|\bmengen(?:staffel|rabatt)\w*"
    r"|\b(?:when|at what (?:quantity|volume|point)|from (?:what|which) (?:quantity|volume|number)|from how many|how many (?:do|must|should) \w+ (?:need|buy|order|take)(?: to)?|ab wann|ab wie ?viele[nr]?|ab welcher menge)\b[^?]*\b(?:cheaper|cheap|lower|better|drops?|falls?|less|günstiger|billiger|best price|discount|pays off)\b"
    r"|\bhow (?:does|do) (?:the )?prices? (?:change|scale|vary|drop|fall|go down)\b|\bprice[sd]? (?:by|per|at each|for each|for every) (?:quantity|volume|band|break|level)\b|\bprix par quantité\b|\bprecios? por volumen\b|\bbreak ?even\b"
    r"|\b(?:what|which|how big a|how large a) (?:quantity|volume|order)\b[^?]*\b(?:better|lower|best|cheaper|cheapest|next|discount)\b"
)
_MORE_OR_LESS = re.compile(
    r"\b(?:difference|differ|unterschied|différence|diferencia|differenza)\b|\bhow much (?:\w+ )?(?:less|more|cheaper|dearer|extra|do (?:i|we|you|they) save|(?:would|could|can|will) (?:i|we|you|they|it) save|lower|higher)\b"
    r"|\b(?:less|cheaper|lower|more expensive|günstiger|billiger|teurer|moins cher|plus cher|más barat[oa]|más car[oa]|più economic[oa])\b|\b(?:compare[ds]?|comparing|comparison|compared|versus|vs|vergleich\w*|compar[ae]\w*|confront\w*)\b"
    r"|\bcheapest\b|\b(?:save|saves|saving|savings|sparen|ersparnis)\b|\bside by side\b|\bagainst\b|\bworth it\b|\bwhat(?:'s| is) the gap\b"
)
_OFF_LIST = re.compile(
    r"\b(?:save|saving|savings|off|below|under|versus|vs|compared (?:to|with)|against|difference (?:to|from|between)|less than|cheaper than|beneath|than|unter|gegenüber|and|or)\b[^?]{0,30}\b(?:the )?(?:list(?: ?prices?)?|msrp|rrp|uvp|listenpreis\w*|retail|prix catalogue|precio de lista|prezzo di listino)\b"
    r"|\b(?:list(?: price)?|listenpreis|msrp|rrp)\b\s*(?:vs\.?|versus|and|or|against|minus|to|compared (?:to|with)|und)\s+(?:our|my|net|your|partner|the net|unser\w*)\b"
    r"|\b(?:our|my|net|partner|unser\w*) (?:net )?(?:prices? |preise? )?(?:to|with|mit|and) (?:the )?(?:list|listenpreis\w*)\b(?= (?:prices? )?(?:for|on|of|für)\b|\W*$| prices?\b)"
    r"|\b(?:our|my|net|partner) (?:price )?(?:vs\.?|versus|against|compared (?:to|with)) (?:the )?list\b|\bhow much (?:do|would|will|can) \w+ save\b(?![^?]*\d)"
    r"|\b(?:what|how (?:much|big)|which|what's|whats)\b[^?]{0,20}\b(?:our|my) discount\b"
)
_AT_A_NUMBER = re.compile(
    r"\b(?:at|from|ab|à|a partir de|bei)\s+\d|\bhow much (?:\w+ )?(?:less|more|cheaper|dearer|lower|higher|extra)\b[^?\d]{0,25}\d|\bhow much\b[^?\d]{0,20}\bsave\b[^?\d]{0,25}\d"
)
_LATER = re.compile(
    r"\b(?:get|gets|getting|become|becomes|becoming|go|goes|going|turn)\s+(?:any |even |much )?(?:more expensive|cheaper|dearer|up|down)\b"
    r"|\b(?:wird|werden)\b[^?]*\b(?:teurer|billiger|günstiger)\b"
)
_TIMES_A_TERM = re.compile(
    r"\b\d+\s?[x×]\s?\d+\s*-?(?:m\b|mo\b|months?|y\b|years?|monate?|jahre?|mois|meses|mesi)"
)
_AND = re.compile(r"\b(?:plus|and|und|et|with|mit)\b|[+&]")
_SETS = "It compares sets of items."
_TERMS_IN_A_ROW = "It compares one term with several in a row."
_GOES_UP = "It asks whether a price will change."
_OR = re.compile(r"\b(?:or|vs\.?|versus|oder|ou|oppure|against|compared (?:to|with)|gegen)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparing:
    """The signs of a comparison: of bands, with the list price, of whatever is named twice, or only an "or" between.

    `at` is whether a quantity is named as the one to be held against another, `sets` whether things that belong together are
    on a side, `later` whether it is about what a price will become, `in_a_row` whether a term is said to be taken twice.
    """

    bands: bool
    off_list: bool
    two: bool
    either: bool
    at: bool = False
    sets: bool = False
    later: bool = False
    in_a_row: bool = False

    def joins(self, between: str) -> bool:
        """Whether what stands between two products offers a choice of them."""
        return _OR.search(between) is not None

    def between(self, joints: Sequence[str]) -> "Comparing":
        """The signs with what stands between each two products that follow one another."""
        either = any(self.joins(joint) for joint in joints)
        sets = either and any(_AND.search(joint) and not self.joins(joint) for joint in joints)
        return replace(self, either=either, sets=sets)


def read_comparing(folded: str) -> Comparing:
    """The signs of a comparison in the folded text."""
    return Comparing(
        bands=_BANDS.search(folded) is not None,
        off_list=_OFF_LIST.search(folded) is not None,
        two=_MORE_OR_LESS.search(folded) is not None,
        either=_OR.search(folded) is not None,
        at=_AT_A_NUMBER.search(folded) is not None,
        later=_LATER.search(folded) is not None,
        in_a_row=_TIMES_A_TERM.search(folded) is not None,
    )


def compared(asked: Asked, signs: Comparing, offers: Offers, days: Days) -> Asked:
    """The request with what it holds against what; with nothing where that leaves a quantity or a term in doubt."""
    comparison = _comparison(asked, signs, offers, days)
    if (unlike := _unlike(signs, days, comparison)) is not None:
        return replace(asked, beyond=asked.beyond or unlike, comparison=None)
    if comparison == "products":
        asked = replace(asked, wanted=shared(asked.wanted))
    return settled(replace(asked, comparison=comparison))


def _unlike(signs: Comparing, days: Days, comparison: Comparison | None) -> str | None:
    """What is held against each other and can't be computed, in words for a manager."""
    if signs.sets:
        return _SETS
    if signs.two and signs.in_a_row:
        return _TERMS_IN_A_ROW
    return _GOES_UP if signs.later and not days.named and comparison is None else None


def settled(asked: Asked) -> Asked:
    """The request without its comparison where something else in it is said twice, or said and not understood."""
    comparison = asked.comparison
    if comparison is None or comparison == "bands":
        return asked
    if comparison == "products" and len(asked.wanted) < 2:
        return replace(asked, comparison=None)
    doubt = any(one.uncounted for one in asked.wanted)
    doubt = doubt or (
        comparison != "quantities" and any(len(one.quantities) > 1 for one in asked.wanted)
    )
    doubt = doubt or (comparison != "terms" and len(asked.terms) > 1)
    if comparison == "list":
        asked = replace(asked, list_only=False)
    return replace(asked, comparison=None) if doubt else asked


def _comparison(asked: Asked, signs: Comparing, offers: Offers, days: Days) -> Comparison | None:
    if offers.both_ways:
        return "promotion"
    if signs.off_list:
        return "list"
    if signs.bands:
        return "bands"
    if signs.two and (days.named > 1 or (days.named and days.today)):
        return "days"
    if signs.two and len(asked.terms) > 1:
        return "terms"
    if len(asked.wanted) > 1 and (signs.two or signs.either):
        return "products"
    return _of_one_thing(asked, signs, offers, days) if signs.two else None


def _of_one_thing(asked: Asked, signs: Comparing, offers: Offers, days: Days) -> Comparison | None:
    """What one thing is held against: another quantity of it, its price with an offer, or that of another day."""
    if any(len(one.quantities) > 1 for one in asked.wanted):
        return "quantities"
    if asked.promotions or asked.deal or offers.which:
        return "promotion"
    if days.named:
        return "days" if len(asked.periods) == 1 else None
    return "quantities" if signs.at and _is_one_number(asked.wanted) else None


def _is_one_number(wanted: Sequence[Wanted]) -> bool:
    return len(wanted) == 1 and len(wanted[0].quantities) == 1


def shared(wanted: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """The things that are compared, each with the one quantity that was said of any of them."""
    said = {one.quantities for one in wanted if one.quantities}
    if len(said) != 1 or len(next(iter(said))) != 1:
        return wanted
    quantities = next(iter(said))
    return tuple(
        one if one.quantities else replace(one, quantities=quantities, uncounted=False)
        for one in wanted
    )
