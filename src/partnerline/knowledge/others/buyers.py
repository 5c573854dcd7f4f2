"""The price of a kind of buyer: a distributor's, an end customer's, the biggest partner's, anybody's."""

import re
from collections.abc import Iterable

from partnerline.knowledge.others.names import holds
from partnerline.knowledge.others.tiers import PRICES
from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.regions.areas import phrase

_DISTRIBUTORS = re.compile(
    rf"\bdistributors?(?: s)? (?:net )?{PRICES}\b|\bdistribut(?:or|oren|eur)s?{PRICES}\b|\b{PRICES} (?:de |del |du |al |para |pour |per )?(?:el |il |le )?"
    r"(?:distributeurs?|distribuidor(?:es)?|distributor[ei]|mayorista)\b|\bwhat (?:do|does|would|will) (?:a |the |your |our )?distributors? pay\b"
)
_END_CUSTOMERS = re.compile(
    rf"\bend ?(?:customer|user)s?(?: s)? {PRICES}\b|\bend(?:kunden|verbraucher|anwender)\w*? ?{PRICES}\b"
    rf"|\b{PRICES} (?:de |del |du |al |para |pour |per )?(?:el |il |le |l )?(?:client final|utilisateur final|cliente final|cliente finale)\b"
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


_SOMEBODYS = re.compile(
    rf"\b(?:what|which|how much)\b(?: {PRICES}| discounts?| conditions)?(?: [a-z]+){{0,2}}? (?:does|do|did|would|will) (?P<who>[a-z0-9]+(?: [a-z0-9]+){{0,2}}?) (?:pay|get|receive)\b"
    rf"|\b(?P<whose>[a-z0-9]{{3,}}) s (?:(?:net|special|own|current|best|purchase|list) )*(?:{PRICES}|discounts?)\b"
)
_ANY_ASKER = frozenset(
    """i we you they he she it one this that these those the a an my our your their his her its us me all any each every some which who what customer
    customers client clients partner partners buyer buyers reseller resellers user users people anyone anybody someone somebody everyone everybody nobody
    today tomorrow yesterday year month week quarter let here there vendor competitor competitors competition distributor distributors manufacturer supplier
    last next season new small big large german french""".split()
)


def asks_for_somebodys(text: str, own: Partner | None, products: Iterable[Product]) -> bool:
    """Whether it is asked what somebody called by a name pays for a product, whoever that is: only the asker's price is told."""
    found = _SOMEBODYS.search(" ".join(phrase(text)))
    called_so = (found["who"] or found["whose"]) if found else ""
    if not called_so or set(called_so.split()) & _ANY_ASKER:
        return False
    who, mine = phrase(called_so), (*phrase(own.name), *phrase(own.id)) if own else ()
    said = phrase(text)
    called = [name for one in products for name in (phrase(one.sku), phrase(one.name)) if name]
    if set(who) & set(mine) or any(holds(name, who) for name in called):
        return False
    return any(holds(said, name) for name in called)


def asks_for_anybodys(text: str, own: Partner | None) -> bool:
    """Whether the price of a kind of buyer that the asker isn't is asked for: a distributor's, the biggest partner's."""
    said = " ".join(phrase(text))
    tier = " ".join(phrase(own.tier)) if own else ""
    if _ANYBODYS.search(said):
        return True
    if "distribut" not in tier and _DISTRIBUTORS.search(said):
        return True
    return "end" not in tier.split() and bool(_END_CUSTOMERS.search(said)) and not re.search(r"\blist\b|\blisten", said)  # fmt: skip
