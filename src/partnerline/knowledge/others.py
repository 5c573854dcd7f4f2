"""Words for somebody else's price: another partner by a part of its name, another tier in another language, anybody at all."""

import re
from collections.abc import Callable, Iterable

from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.regions.areas import Phrase, phrase
from partnerline.knowledge.words import STOPWORDS

_LEGAL = frozenset("ag gmbh kg kgaa ohg se sa sas sarl srl spa sl slu bv nv ab as asa oy oyj aps inc incorporated corp corporation co llc llp lp ltd limited plc pty pte mbh ug ev sro kft zoo".split())  # fmt: skip
_GENERIC = frozenset(
    """resellers reseller automation supply supplies controls control industrial industries industry industrie systems system systeme solutions
    solution services service group gruppe groupe grupo gruppo holding holdings trading trade handel handels distribution distributors distributor
    technology technologies tech technik technologie electronics electronic elektronik electric electrical elektro engineering equipment
    international global worldwide partners partner company companies enterprise enterprises networks network software hardware digital
    consulting components instruments sensors sensor measurement instrumentation energy security data sales retail wholesale logistics
    gebaudetechnik kaltetechnik haustechnik messtechnik grosshandel vertrieb vertriebs tecnologia sistemas sistemi soluciones soluzioni
    servicios servizi commerce commerciale comercial cooling refrigeration heating hvac building buildings and und et y e the of de von""".split()
)
_ORDINARY = frozenset(
    """prime summit delta apex vision star first smart united general national standard premium power light water air net north south east west
    northern southern eastern western central red blue green black white gold silver bronze platinum orange yellow alpha beta gamma omega sigma
    point bridge stone river lake sea ocean mountain hill valley forest garden field city town world earth sun moon sky cloud fire iron steel copper
    core edge link line wave pulse signal spark bright clear fast quick direct select choice value quality trust safe secure sure true best top high
    low new next now open free easy simple pure plus pro max ultra mega micro mini multi uni omni total ideal perfect special active dynamic
    modern future pioneer progress project target focus impact advance alliance union team office house home space room base level stage step
    key gate tower castle crown king eagle falcon lion tiger wolf bear fox hawk swan horizon zenith peak crest ridge rock sand wind storm rain
    snow ice cold heat warm flow stream current volt watt motor engine machine tool tools parts part metal glass wood paper plastic rubber
    medical health care life nature bio eco farm food fresh market store shop mart express cargo marine auto car rail road bistro bakery kitchen
    hotel school lab labs factory plant works workshop studio media print design concept idea logic logics matrix vector metric index code bit byte
    haus licht kraft werk bau stern berg tal nord sud ost mitte welt stadt maison ville soleil etoile casa sol luz norte sur estrella sole luce stella
    discount customer client list price cost order quote offer deal promotion term year month week today unit units piece pack box set kit case
    carton total amount budget plan band item number product line need buy stock delivery model version user seat licence license""".split()
)
"""Words that a partner may be called by and that any question may hold; alone they name nobody."""


def hints_at_another(
    text: str, own: Partner | None, directory: Directory, products: Callable[[], Iterable[Product]]
) -> bool:
    """Whether the text holds what tells another partner's name from others: "Red Mesa" of "Red Mesa Controls"."""
    said = phrase(text)
    mine = phrase(f"{own.name} {own.id}") if own else ()
    hints = {
        hint
        for partner in directory.partners
        if own is None or partner.id != own.id
        if (hint := distinctive(partner.name)) and holds(said, hint)
        if not set(hint) <= set(mine)
    }
    return bool(hints) and not all(_is_of_a_product(hint, products()) for hint in hints)


def distinctive(name: str) -> Phrase:
    """The first words of a name that tell it from others; none where these are ordinary ones."""
    said = [word for word in phrase(name) if word not in _LEGAL]
    while said and said[0] in {"the", "die", "der", "das", "la", "le", "les", "el", "il"}:
        said.pop(0)
    told = next((i for i, word in enumerate(said) if word in _GENERIC), len(said))
    first = tuple(said[:2] if told >= 2 else said[:told])
    if len(first) == 1 and (len(first[0]) < 4 or _is_ordinary(first[0])):
        return ()
    return () if all(word in STOPWORDS or word.isdigit() for word in first) else first


def _is_ordinary(word: str) -> bool:
    return word in _ORDINARY or word in STOPWORDS or word.isdigit()


def _is_of_a_product(hint: Phrase, products: Iterable[Product]) -> bool:
    return any(holds(phrase(f"{product.name} {product.sku}"), hint) for product in products)


def holds(said: Phrase, words: Phrase) -> bool:
    """Whether the words stand in what was said, one behind the other."""
    return any(said[i : i + len(words)] == words for i in range(len(said) - len(words) + 1))


_METALS = {
    "gold": "gold or oro dore",
    "silver": "silver silber argent plata argento",
    "platinum": "platinum platin platine platino",
    "bronze": "bronze bronce bronzo",
}
"""Tiers that are called by metals, in five languages and without accents."""
_PRICES = r"(?:price[sd]?|pricing|preise?n?|preisliste|konditionen|prix|tarifs?|tarifas?|precios?|prezz[oi]|listino)"
_LEVELS = r"(?:tier|level|status|stufe|niveau|nivel|livello|rang|categoria|partners?|partnern|partenaires?|socios?|resellers?|dealers?|handlern?|revendeurs?|distribuidor(?:es)?)"
_SMALL = r"(?:de l|de|d|del|della|di|du|des|im|in|auf|zum|au|al)"


def asks_in_another_tongue(text: str, own: Partner | None, directory: Directory) -> bool:
    """Whether the text asks for the price of a tier that isn't the asker's, by its name in any of five languages."""
    used = {metal for tier in directory.tiers() for metal in _metals_in(phrase(tier))}
    mine = _metals_in(phrase(own.tier)) if own else frozenset()
    calls = phrase(f"{own.name} {own.id}") if own else ()
    said = " ".join(phrase(text))
    return bool(used) and any(
        _is_priced(said, "|".join(word for word in names.split() if word not in calls))
        for metal, names in _METALS.items()
        if metal not in mine
    )


def _metals_in(words: Phrase) -> frozenset[str]:
    return frozenset(metal for metal, names in _METALS.items() if set(words) & set(names.split()))


def _is_priced(said: str, names: str) -> bool:
    """Whether a price, or a level where prices are spoken of, stands right beside a tier's name."""
    if not names:
        return False
    tier = rf"(?:{names})"
    foreign = "|".join(name for name in names.split("|") if name != "or")
    beside = rf"\b{tier}(?:preise?n?|konditionen|preisliste)\b|\b{_PRICES} {tier}\b(?! \d)"
    beside += rf"|\b(?:{foreign}) {_PRICES}\b" if foreign else ""
    level = rf"\b{_LEVELS}(?: {_SMALL})? {tier}\b"
    level += rf"|\b(?:{foreign}) ?{_LEVELS}\b" if foreign else ""
    level += rf"|\b(?:{foreign})(?:stufe|niveau|partnern?|status)\b" if foreign else ""
    prices = re.search(rf"\b\w*{_PRICES}\b|\b(?:pay|pays|cost|costs|zahlt|zahlen|kosten|paye|paga)\b", said)  # fmt: skip
    return bool(re.search(beside, said) or (prices and re.search(level, said)))


_DISTRIBUTORS = re.compile(
    rf"\bdistributors?(?: s)? (?:net )?{_PRICES}\b|\bdistribut(?:or|oren|eur)s?{_PRICES}\b|\b{_PRICES} (?:de |del |du |al |para |pour |per )?(?:el |il |le )?"
    r"(?:distributeurs?|distribuidor(?:es)?|distributor[ei]|mayorista)\b|\bwhat (?:do|does|would|will) (?:a |the |your |our )?distributors? pay\b"
)
_END_CUSTOMERS = re.compile(
    rf"\bend ?(?:customer|user)s?(?: s)? {_PRICES}\b|\bend(?:kunden|verbraucher|anwender)\w*? ?{_PRICES}\b"
    rf"|\b{_PRICES} (?:de |del |du |al |para |pour |per )?(?:el |il |le |l )?(?:client final|utilisateur final|cliente final|cliente finale)\b"
)
_WHO = r"(?:partners?|resellers?|dealers?|customers?|accounts?|distributors?|buyers?|partner[sn]?|kunden?|handlern?|partenaires?|clients?|revendeurs?|socios?|clientes?|clienti)"
_GREAT = r"(?:biggest|largest|best|top|greatest|most important|favou?rite|other|another|another of your|any other|one of your|competing|grosster?|grosste[rnms]?|beste[rnms]?|andere[rnms]?|wichtigste[rnms]?|autres?|plus gros|plus grand|meilleur|mayor|mejor|otros?|otras?|piu grande|altri|altro|migliore?)"
_PAYS = r"(?:pay|pays|paid|paying|get|gets|price[sd]?|pricing|costs?|charged|zahlt|zahlen|bezahlt|preise?n?|paient|paye|paie|prix|pagan?|precios?|pagano|prezz[oi]|rabatt|discounts?)"
_ANYBODY = r"(?:anybody|anyone|everybody|everyone|somebody|someone|others|other people|the others)"
_ANYBODYS = re.compile(
    rf"\b{_GREAT} {_WHO}\b(?: [a-z]+){{0,4}} {_PAYS}\b|\b{_PAYS}\b(?: [a-z]+){{0,5}} {_GREAT} {_WHO}\b"
    rf"|\b{_WHO} (?:plus (?:gros|grand)|piu grande|mas grande)\b.*\b{_PAYS}\b|\b{_PAYS}\b.* {_WHO} (?:plus (?:gros|grand)|piu grande|mas grande)\b"
    rf"|\b(?:best|lowest|cheapest|top) prices? (?:that )?(?:you (?:ever |ve )?(?:give|gave|given|offer|offered|grant|make|quote|sell|have given)(?: to| for)? {_ANYBODY}|{_ANYBODY} (?:else )?(?:gets?|pays?|has|got|paid))\b"
    rf"|\b(?:{_ANYBODY}) else(?: s)? {_PAYS}\b|\bwhat (?:do|does|would|did) (?:{_ANYBODY})(?: else)? (?:pay|get)\b"
    r"|\b(?:beste[rn]?|niedrigste[rn]?|gunstigste[rn]?) preis\b.* (?:irgendwem|irgendjemand\w*|jemand\w*|anderen?)\b"
    r"|\bmeilleur prix\b.* (?:quelqu un|n importe qui|autres?)\b|\bmejor precio\b.* (?:alguien|cualquiera|otros)\b|\bmiglior prezzo\b.* (?:qualcuno|chiunque|altri)\b"
)


def asks_for_anybodys(text: str, own: Partner | None) -> bool:
    """Whether the price of a kind of buyer that the asker isn't is asked for: a distributor's, the biggest partner's."""
    said = " ".join(phrase(text))
    tier = " ".join(phrase(own.tier)) if own else ""
    if _ANYBODYS.search(said):
        return True
    if "distribut" not in tier and _DISTRIBUTORS.search(said):
        return True
    return "end" not in tier.split() and bool(_END_CUSTOMERS.search(said)) and not re.search(r"\blist\b|\blisten", said)  # fmt: skip
