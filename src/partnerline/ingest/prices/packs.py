"""What one amount buys: a piece, a unit of whatever is sold, or a pack, and how many pieces are in it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from partnerline.ingest.prices.folding import fold
from partnerline.knowledge.pricing.price import AmountIsFor

Says = Literal["", "piece", "unit", "pack"]
"""`unit` is "each" or "per unit": a piece where nothing else tells what the unit is."""

_NUMBER = r"(\d{1,3}(?:[.,' ]\d{3})+|\d+)"
_PACK = (
    r"(?:packs?|package|packages|packet|packets|packung|packungen|packg|paket|pakete|paeckchen|packchen|pkgs?|pkts?|pks?|pck|pac|"
    r"box|boxes|bx|cartons?|ctns?|cases?|cs|bags?|boites?|bte|paquets?|sachets?|colis|lots?|caja|cajas|bolsas?|"
    r"paquetes?|estuches?|confezione|confezioni|conf|cf|scatola|scatole|sacchetto|sacchetti|cartone|cartoni|pacco|pacchi|"
    r"kartons?|ktn|schachteln?|beutel|tuten?|gebinde|vpe|ve|verpackungseinheit|verkaufseinheit|bundles?|bund|trays?|"
    r"conditionnements?|emballage|unite d'emballage|verpackung|versandeinheit|ue|pallets?|paletten?|palets?|palette|crates?|drums?|multipacks?)"
)
_HOLDER = (
    r"(?:sets?|kits?|satz|jeu|jeux|juegos?|roll|rolls|rolle|rollen|rouleau|rouleaux|rollo|rollos|rotolo|rotoli|reel|reels|"
    r"spools?|spule|bobine|bobina|strips?|sleeves?|hulse|stangen?|sheets?|blister|display|pads?)"
)
"""What holds several pieces only where their number is given."""
_PIECE = r"(?:pieces?|pcs|pc|pce|stuck|stucke|stk|st|piezas?|pzas?|pezzi|pezzo|pz|einzelstuck)"
_UNIT = r"(?:each|ea|units?|einheit|einheiten|unites?|unidad|unidades|uds?|unita|u|un|nr|single|item|items|a piece)"
_SELF = re.compile(
    r"(?:per )?(?:named |concurrent )?(?:seats?|users?|devices?|licen[sc]es?|nutzer|benutzer|gerate?|lizenz(?:en)?|platz|utilisateurs?|postes?|usuarios?|"
    r"licencias?|utent[ei]|licenz[ae]|servers?|nodes?|sites?|cores?|sensors?|m|mt|lfm|lm|ml|metres?|meters?|metros?|metri|metro|kg|g|l|litres?|liters?|ft|"
    r"hours?|hrs?|h|stunden?|std|heures?|horas?|ore|ora|days?|tage?|jours?|dias?|giorn[oi]|m2|m3|qm|sqm)"
)
"""Units that are what is counted, whatever pack they come in."""
_COUNTED = rf"{_NUMBER}\s*(?:{_PIECE}|{_UNIT}|count|ct)?\.?"
_DOZEN = re.compile(r"(?:dozen|dozens|dz|dutzend|dtz|douzaine|docena|dozzina)")
_SHAPES = (
    re.compile(rf"{_NUMBER}\s?er[\s-]*(?:{_PACK}|{_HOLDER})?\.?"),
    re.compile(rf"{_COUNTED}\s*(?:per|/|in|a|je|pro|par|por|al)\s*(?:{_PACK}|{_HOLDER})\.?"),
    re.compile(
        rf"(?:{_PACK}|{_HOLDER})\.?\s*(?:of|a|au|zu|mit|de|da|con|with|x|=|:|/|-|@)?\s*\(?\s*(?:of|a|zu|mit|de|da|con|x)?\s*{_COUNTED}\s*\)?"
    ),
    re.compile(
        rf"{_NUMBER}[\s-]*(?:pieces?[\s-]+|pcs[\s-]+|stk\.?[\s-]+)?(?:pack|pk|pkg|packung)\.?"
    ),
)
_MEASURE = re.compile(r"\d\s*(?:mm|cm|m|km|kg|g|mg|l|ml|ft|in|inch|lb|lbs|oz|w|v|gb|tb|sheets|blatt)\b")  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_MANY = re.compile(
    rf"(?:{_NUMBER}|hundred|thousand|hundert|tausend|cent|mille|cien|ciento|cento)\s*(?:{_PIECE}|{_UNIT})?\.?"
)
_BASIS = re.compile(
    r"(?:\b(?:per|pro|je|par|por|pour|fur|for|ogni|cada)\s+|/\s*)(\d{2,}|[2-9]|\d{1,3}(?:[.,' ]\d{3})+|hundred|thousand|hundert|tausend|"
    rf"cent|mille|cien|ciento|cento)\s*(?:{_PIECE}|{_UNIT}|\W*$|\W*(?:and|und|et|y|e|excl|ex|in|net)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """What a text says of packs. `why` is why it can't be taken, "" where it can."""

    says: Says = ""
    size: int | None = None
    why: str = ""


NO_PACKING = Packing()
"""What a text says that says nothing of packs."""


@lru_cache(maxsize=4096)
def packing_of(text: str) -> Packing:
    """What a unit's cell says: "each" is a unit, "pc" a piece, "Box (25)" and "10er-Pack" packs; "100" is refused."""
    plain = fold(text).strip(" .")
    plain = re.sub(r"^(?:per|pro|je|par|por|al|price per)\s+|^/\s*", "", plain)
    if re.fullmatch(rf"(?:1\s*)?{_PIECE}\.?(?:\s*\(s\))?", plain) or plain == "1":
        return Packing(says="piece")
    if re.fullmatch(rf"(?:1\s*)?{_UNIT}\.?", plain):
        return Packing(says="unit")
    if re.fullmatch(rf"(?:1\s*)?{_PACK}\.?", plain):
        return Packing(says="pack")
    return _counted(plain)


def _counted(plain: str) -> Packing:
    if _DOZEN.fullmatch(plain):
        return Packing(says="pack", size=12)
    for shape in _SHAPES:
        if found := shape.fullmatch(plain):
            return Packing(says="pack", size=int(re.sub(r"\D", "", found.group(1))))
    if _MANY.fullmatch(plain):
        return Packing(why=f"its price is for {plain}")
    if _MEASURE.search(plain) or _SELF.fullmatch(plain):
        return Packing(says="unit")
    if re.search(rf"\b{_PACK}\b", plain) and re.search(r"\d", plain):
        return Packing(why=f"{plain!r} doesn't say for certain how many are in a pack")
    return Packing()


def basis_in(folded: str) -> str:
    """The number of pieces over one that a text says a price is for, as it writes it: "per 100", "je 1.000 Stück"."""
    found = _BASIS.search(folded)
    return found.group(1) if found and not _YEAR.fullmatch(found.group(1)) else ""


@lru_cache(maxsize=4096)
def size_of(text: str) -> Packing:
    """What a cell of a column of pack sizes says: a whole number with or without its words."""
    plain = fold(text).strip(" .")
    if re.fullmatch(
        r"|-+|n/?a|none|keine?|ohne|bulk|lose|einzeln|individual|sciolto|suelto|vrac", plain
    ):
        return Packing()
    if found := re.fullmatch(
        rf"{_NUMBER}(?:[.,]0+)?\s*(?:{_PIECE}|{_UNIT}|/\s*{_PACK})?\.?", plain
    ):
        return _whole(found.group(1))
    packing = packing_of(text)
    if packing.why or packing.size or packing.says:
        return packing
    return (
        Packing(why=f"{text!r} doesn't say how many are in a pack")
        if re.search(r"\d", plain)
        else Packing(says="pack")
    )


_PER = re.compile(r"\b(?:per|pro|je|par|por|al)\b|/")
_PACK_WORD = re.compile(rf"\b{_PACK}(?=\b|s?(?:grosse|inhalt)\b)")
_SPELLED = {
    **dict.fromkeys(("packs", "pk", "pks"), "pack"),
    **dict.fromkeys(("boxes", "bx"), "box"),
    **dict.fromkeys(("cartons", "ctn", "ctns"), "carton"),
    **dict.fromkeys(("ve", "verpackungseinheit"), "vpe"),
    "bags": "bag",
    "cases": "case",
    "packungen": "packung",
    "kartons": "karton",
}


@lru_cache(maxsize=1024)
def is_size_of(said: str, unit: str) -> bool:
    """Whether what is said of a pack size is of the unit: "pcs per box" of a box, "Pack size" of a pack."""
    named = _pack_words(_PER.split(fold(said))[-1])
    return bool(named) and named == _pack_words(fold(unit))


def _pack_words(folded: str) -> set[str]:
    return {_SPELLED.get(word, word) for word in _PACK_WORD.findall(folded)}


def _whole(number: str) -> Packing:
    size = int(re.sub(r"\D", "", number))
    return Packing(size=size) if size else Packing(why="a pack of none")


_IN_HEADING = re.compile(
    rf"(?:\b(?:per|pro|je|par|por|al|la|du|del|della|a|cada|prix|preis|price|precio|prezzo)\s+|/\s*)(?P<before>{_PACK})\b\.?"
    rf"(?:\s*\(?(?:of|a|zu|de|da|con|x|mit)?\s*{_NUMBER}(?:\s*{_PIECE})?\b\)?)?"
    rf"|(?:\b(?:per|pro|je|par|por)\s+|/\s*)(?P<ten>\d+)\s?er[\s-]*(?:{_PACK})\b"
    rf"|\b(?P<after>{_PACK})[\s-]?(?:price|preis)\b|\bpreis je (?P<german>{_PACK})\b"
)
_PACK_PRICE = re.compile(
    r"\b(?:pack|packungs|karton|gebinde|vpe|beutel|schachtel|paket)s?-?preise?\b"
)
_PIECE_PRICE = re.compile(
    rf"\bstuck-?preise?\b|(?:\b(?:per|pro|je|par|por|al|cada)\s+(?:the\s+)?|/\s*){_PIECE}\b|\bpiece price\b"
)
_UNIT_PRICE = re.compile(
    rf"\b(?:unit price|unitprice|price each|unit list price|unit cost|each|ea|unitaire|unitario|einzelpreise?|einheitspreise?|pu)\b"
    rf"|(?:\b(?:per|pro|je|par|por|al|cada)\s+|/\s*){_UNIT}\b"
)


def packing_in(folded: str) -> tuple[Packing, str]:
    """What a heading says its amounts are for, and the heading without the words of a pack; "price" stays in it."""
    if found := _IN_HEADING.search(folded):
        number = found.group(2) or found.group("ten")
        size = int(re.sub(r"\D", "", number)) if number else None
        return Packing(
            says="pack", size=size
        ), f"{folded[: found.start()]} price {folded[found.end() :]}"
    if found := _PACK_PRICE.search(folded):
        return Packing(says="pack"), f"{folded[: found.start()]} price {folded[found.end() :]}"
    if _PIECE_PRICE.search(folded):
        return Packing(says="piece"), folded
    return Packing(says="unit" if _UNIT_PRICE.search(folded) else ""), folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """How a row is sold: the smallest pack's pieces, and what its amount buys. `why` is why it can't be told."""

    size: int = 1
    amount_is_for: AmountIsFor = "piece"
    why: str = ""


def sold(
    unit: Packing,
    heading: Packing,
    column: Packing,
    multiple: int | None,
    *,
    of_unit: bool = True,
) -> Sold:
    """What unit, heading, pack size and order multiple say together; where they contradict each other it is refused.

    `of_unit` is whether the column of pack sizes says how many are in the unit: a price for a bag beside a pack size of
    six is for one bag or for six.
    """
    why = unit.why or column.why
    sizes = {p.size for p in (unit, heading, column) if p.size is not None}
    if why or len(sizes) > 1:
        return Sold(
            why=why or f"packs of {' and of '.join(map(str, sorted(sizes)))} are named for it"
        )
    size = next(iter(sizes), 1)
    meant = _meant(unit.says, heading.says, packs=size > 1 or column.says == "pack")
    sized = unit.size is not None or column.size in {None, 1}
    if meant == "pack" and not (of_unit or sized or heading.says == "pack"):
        meant = "unclear"
    if multiple is None or multiple == 1:
        return Sold(size=size, amount_is_for=meant)
    if meant == "unclear" and not (unit.says or heading.says):
        meant = "piece"
    if multiple == size or (meant == "piece" and multiple % size == 0):
        return Sold(size=multiple, amount_is_for=meant)
    return Sold(why=f"it is sold in steps of {multiple} and in packs of {size}")


def _meant(unit: Says, heading: Says, *, packs: bool) -> AmountIsFor:
    if unit == "pack":
        return "unclear" if heading == "piece" else "pack"
    if unit:
        return "unclear" if heading == "pack" else "piece"
    if heading:
        return "pack" if heading == "pack" else "piece"
    return "unclear" if packs else "piece"
