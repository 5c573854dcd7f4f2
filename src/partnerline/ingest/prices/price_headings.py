"""What a heading of amounts says, read piece by piece; what is left over must say nothing else."""

import re
from dataclasses import replace

from partnerline.ingest.prices import words
from partnerline.ingest.prices.bands import Band, band_in
from partnerline.ingest.prices.currencies import currencies_in, narrowed, without_currency
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.heading import Heading
from partnerline.ingest.prices.named import Named, phrase_of
from partnerline.ingest.prices.packs import packing_in
from partnerline.ingest.prices.periods import period_in, term_in, without_period, without_term

_TAX = r"(?:vat|mwst|ust|umsatzsteuer|mehrwertsteuer|tax(?:es)?|tva|iva|gst|sales tax|taxes)"
_WITHOUT_TAX = re.compile(
    rf"\b(?:excl(?:uding|usive)?|without|ex|net of|before|zzgl|exkl|ohne|hors|sin|senza|plus|mas|piu|escl|esclusa?)\.?\s+"
    rf"(?:of\s+|la\s+|l'|the\s+|gesetzl\.?\s+|gesetzlicher\s+)?{_TAX}\b\.?"
    rf"|\b{_TAX} (?:excluded|excl|escl|exkl|exclusive|esclusa|no incluido|non comprise|en sus|exclue|excluido|esclusi)\b|\bh\.?\s?t\b\.?"
)
_BY_QUANTITY = re.compile(
    r"\b(?:by|per|nach|je|par|por|per|selon|segun)\s+(?:quantity|qty|volume|menge|staffel|quantite|cantidad|quantita)\b"
)
_ONCE = re.compile(
    r"\b(?:one[- ]time|one[- ]off|einmalig\w*|once|una tantum|pago unico|en une fois|perpetual)\b"
)
_SUGGESTED = re.compile(
    r"\b(?:msrp|rrp|srp|uvp|pvpr?|ppc|(?:manufacturer'?s? )?(?:suggested|recommended) (?:retail )?price|(?:retail )?price recommended|"
    r"unverbindliche preisempfehlung|preisempfehlung|prix (?:public )?(?:conseille|recommande)|precio (?:de venta )?recomendado|"
    r"prezzo (?:al pubblico )?consigliato)\b"
)
_MARKET = re.compile(r"(?<=commercial )(.*?)\bor\s+market\s+prices?\b")
_UNIT = re.compile(
    r"(?:\b(?:per|pro|je|par|por|al|a|cada)\s+|/\s*)"
    r"(seats?|users?|devices?|pieces?|pcs?|pc|units?|licen[sc]es?|named users?|stuck|stk|nutzer|benutzer|gerat|platz|einheit|arbeitsplatz|"
    r"lizenz|utilisateur|unite|piece|poste|usuario|unidad|utente|unita|pezzo|pz|pieza|ud|sensor|node|server|site|item|core|licencia|licenza|"
    r"licence|appareil|dispositivo|puesto|postazione|anwender|device|host|endpoint|vm|cpu|socket)\b"
)
_SPANS = {
    "monats": "month",
    "jahres": "year",
    "quartals": "quarter",
    "tages": "day",
    "stunden": "hour",
}
_SPAN_PRICE = re.compile(
    rf"\b({'|'.join(_SPANS)})-?(?:preise?|gebühr(?:en)?|gebuehr(?:en)?)\b", re.IGNORECASE
)


def money_heading(text: str, named: Named) -> Heading:
    """A column that may hold prices, read piece by piece: what is left over must say nothing else."""
    spelled = _SPAN_PRICE.sub(lambda found: f"price per {_SPANS[found.group(1).casefold()]}", text)
    found = Heading(
        role="money",
        text=text,
        currencies=narrowed(currencies_in(spelled)),
        period=period_in(spelled),
        term=term_in(spelled),
    )
    region, rest = _region_in(spelled, named)
    rest = fold(without_currency(without_term(without_period(rest))))
    once = _ONCE.search(rest) is not None
    rest = _ONCE.sub(" ", rest)
    rest = _MARKET.sub(r"\1", _WITHOUT_TAX.sub(" ", rest))
    by_quantity = _BY_QUANTITY.search(rest) is not None
    suggested = _SUGGESTED.search(rest) is not None
    rest = _SUGGESTED.sub(" price ", rest)
    partner, rest = _one_in(_BY_QUANTITY.sub(" ", rest), tuple(named.partners))
    tier, rest = _one_in(rest, tuple((fold(tier), tier) for tier in named.tiers))
    packing, rest = packing_in(rest)
    unit = _UNIT.search(rest)
    band, rest = band_in(_UNIT.sub(" ", rest))
    bare = re.search(r"(?<![\w.,])\d{1,6}(?![\w.,])", rest) if by_quantity and not band else None
    if bare:
        band, rest = Band(first=max(int(bare.group()), 1)), rest.replace(bare.group(), " ", 1)
    left = re.findall(r"[^\W_]+|%", rest)
    found = replace(
        found,
        tier=tier,
        partner=partner,
        once=once,
        region=region,
        band=band,
        unit=unit.group(1) if unit else "",
        packing=packing,
        suggested=suggested,
        listed=any(word in words.LIST_WORDS for word in left),
        net=any(word in words.NET_WORDS for word in left),
    )
    return _judged(found, left)


def _one_in(rest: str, names: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Whose name stands in a heading, the longest first, and the heading without it."""
    for name, value in sorted(names, key=lambda pair: (-len(pair[0]), pair)):
        phrase = re.compile(rf"(?<!\w){re.escape(name)}(?:'s)?(?:-?(preise?|price)s?)?(?!\w)")
        if phrase.search(rest):
            return value, phrase.sub(lambda found: " price " if found.group(1) else " ", rest)
    return "", rest


def _region_in(text: str, named: Named) -> tuple[str, str]:
    """The one known region a heading names; one of two letters counts at its end alone: "DE" may be a Spanish word."""
    bare = without_currency(text)
    found = [
        region
        for region in named.regions_in(text)
        if len(region) > 2
        or re.search(
            rf"(?<!\w){re.escape(region)}[\W_]*$|\({re.escape(region)}\)|^{re.escape(region)}(?!\w)",
            bare,
        )
    ]
    if len(found) != 1:
        return "", text
    return found[0], phrase_of(found[0]).sub(" ", text)


def _judged(found: Heading, left: list[str]) -> Heading:
    """A price where nothing is left over; otherwise money that isn't understood, or no money at all."""
    fees = words.FEE_WORDS if found.period else frozenset()
    priced = any(word in words.PRICE_WORDS | words.NET_WORDS | fees for word in left)
    whose = bool(found.tier or found.partner)
    named = priced or bool(whose or found.band or found.term or (found.unit and found.period))
    named = named or (not left and found.currencies is not None)
    named = named or left == ["list"] or (found.listed and found.currencies is not None)
    strange = [word for word in left if word not in _neutral(found)]
    moneyed = (
        priced
        or found.currencies is not None
        or bool(found.period)
        or bool(found.band and strange)
        or any(word in words.MONEY_WORDS or word.endswith(("%", "preis", "price")) for word in left)
    )
    if found.period == "other" or (not strange and named):
        return _sound(found)
    if not moneyed:
        return replace(found, role="other")
    return replace(found, why=_doubt(strange, priced=priced))


def _neutral(found: Heading) -> frozenset[str]:
    neutral = words.NEUTRAL_WORDS
    neutral |= words.TIER_WORDS if found.tier or found.partner else frozenset()
    neutral |= words.BAND_WORDS if found.band else frozenset()
    neutral |= words.TERM_WORDS if found.term or found.period else frozenset()
    neutral |= words.FEE_WORDS if found.period else frozenset()
    neutral |= words.TOTAL_WORDS if found.period == "term" else frozenset()
    neutral |= words.JOINING_WORDS if found.unit and found.period else frozenset()
    neutral |= words.REGION_WORDS if found.region else frozenset()
    return neutral


def _sound(found: Heading) -> Heading:
    if found.period == "other":
        return replace(found, why="a price here is for once, a month, a year or a whole term")
    if found.currencies is not None and not found.currencies:
        return replace(found, why="the heading names several currencies")
    if found.tier and found.partner:
        return replace(found, why="the heading names a tier and a partner")
    return replace(found, role="price")


def _doubt(strange: list[str], *, priced: bool) -> str:
    if ("%" in strange and not priced) or set(strange) & words.DISCOUNT_WORDS:
        return "it is a discount or a share, not a price"
    if strange:
        return f"{' '.join(strange)!r} in the heading leaves open whether it is the list price"
    return "the heading leaves open what is paid and for what"
