"""Another partner by its id, its name, or what of it tells it from others."""

import re
from collections.abc import Callable, Iterable

from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.regions.areas import Phrase, phrase, plain
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


def names_another(
    text: str, own: Partner | None, directory: Directory, products: Callable[[], Iterable[Product]]
) -> bool:
    """Whether the text holds another partner's id or name in full, and doesn't mean a thing or a place by it."""
    said, mine = phrase(text), phrase(own.name) if own else ()
    return any(
        _named(text, called, _without(said, mine) if holds(mine, called) else said, products)
        for partner in _others(own, directory)
        for called in {phrase(partner.id), phrase(partner.name)}
        if called
    )


def hints_at_another(
    text: str, own: Partner | None, directory: Directory, products: Callable[[], Iterable[Product]]
) -> bool:
    """Whether the text holds what tells another partner's name from others: "Red Mesa" of "Red Mesa Controls"."""
    said = phrase(text)
    mine = phrase(f"{own.name} {own.id}") if own else ()
    return any(
        _named(text, hint, said, products)
        for partner in _others(own, directory)
        if (hint := distinctive(partner.name)) and not set(hint) <= set(mine)
    )


def _others(own: Partner | None, directory: Directory) -> list[Partner]:
    return [partner for partner in directory.partners if own is None or partner.id != own.id]


def _named(
    text: str, called: Phrase, said: Phrase, products: Callable[[], Iterable[Product]]
) -> bool:
    """Whether a partner is meant by words that stand in what was said."""
    if not holds(said, called) or _is_a_place(called, said):
        return False
    if _is_of_a_product(called, said, products()):
        return False
    return not (len(called) == 1 and _is_ordinary(called[0])) or _is_dealt_with(called[0], text)


_DEALS = (
    r"(?:pays?|paid|sells?|gets?|got|buys?|bought|registers?|registered|quotes?|quoted|earns?|offers?|price[sd]?|pricing|discounts?|conditions|tier|partners?|resellers?|"
    r"platinum|gold|silver|bronze|customers?|margins?|rebates?|terms|zahlt|kauft|verkauft|paye|vend|paga|vende)"
)


def _is_dealt_with(word: str, text: str) -> bool:
    """Whether an ordinary word is said as a partner's name: with what only a company does, or as one's that has a price."""
    said = " ".join(plain(text).replace("’", "'").split())
    one = rf"\b{re.escape(word)}"
    return bool(
        re.search(rf"{one}(?:'s|s')? {_DEALS}\b", said)
        or re.search(
            rf"\b(?:does|did|do|is|was|are|has|have|will|zahlt|paye|paga) {one}\b(?:.{{0,20}}\b{_DEALS}\b|(?: have)?\W*$)",
            said,
        )
        or re.search(
            rf"\b(?:partner|reseller|dealer|company|firma|against|prices?|discount|terms|conditions) (?:of |for |from |by |called )?{one}\b(?! (?:between|of|to|per|in|is)\b)",
            said,
        )
    )


_PLACED = frozenset(
    """drive road street avenue boulevard lane way park square mall hospital airport station hotel school university county city town valley lake mountain
    mountains campus harbour harbor island beach bridge stadium strasse weg platz allee gasse rue via calle plaza piazza""".split()
)


def _is_a_place(called: Phrase, said: Phrase) -> bool:
    """Whether the words are called a place each time: "Lakeshore Drive", "in the Alpstein"."""
    spots = [i for i in range(len(said)) if said[i : i + len(called)] == called]
    return bool(spots) and all(
        (said[i + len(called) : i + len(called) + 1] and said[i + len(called)] in _PLACED)
        or said[max(i - 2, 0) : i]
        in {("in", "the"), ("near", "the"), ("on", "the"), ("across", "the")}
        or said[max(i - 1, 0) : i] in {("im",), ("am",)}
        for i in spots
    )


def _without(said: Phrase, name: Phrase) -> Phrase:
    """The words with a gap wherever the name stands."""
    spots = {i for i in range(len(said)) if name and said[i : i + len(name)] == name}
    gone = {i + j for i in spots for j in range(len(name))}
    return tuple("" if i in gone else word for i, word in enumerate(said))


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


def _is_of_a_product(called: Phrase, said: Phrase, products: Iterable[Product]) -> bool:
    """Whether a product is meant: one that is called just that, or whose name is said in more words than these."""
    named = [(phrase(product.name), phrase(product.sku)) for product in products]
    within = [(name, sku) for name, sku in named if holds(name, called) or holds(sku, called)]
    more = [(set(name) | set(sku)) - set(called) - STOPWORDS for name, sku in within]
    return any(name == called for name, _ in within) or any(set(said) & one for one in more)


def holds(said: Phrase, words: Phrase) -> bool:
    """Whether the words stand in what was said, one behind the other."""
    return any(said[i : i + len(words)] == words for i in range(len(said) - len(words) + 1))
