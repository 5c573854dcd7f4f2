"""How many of a list's unit a request means: pieces, or whole packs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.request import BrokenPack, PackUnclear, PriceRequest
from partnerline.knowledge.words import words

PACK_WORDS = frozenset(
    """pack packs package packages packet packets pk pks pkg pkt pkts box boxes bx carton cartons ctn case cases cs bag
    bags crate crates tray trays multipack
    packung packungen pckg paket pakete päckchen karton kartons schachtel schachteln kiste kisten beutel gebinde
    verpackungseinheit verpackungseinheiten ve vpe vpes
    paquet paquets boîte boîtes boite boites lot lots sachet sachets colis conditionnement caisse caisses
    paquete paquetes caja cajas bolsa bolsas cartón cartones envase envases
    confezione confezioni conf scatola scatole pacco pacchi pacchetto pacchetti cartone cartoni busta buste""".split()
)
PIECE_WORDS = frozenset(
    """each ea pc pcs pce piece pieces unit units item items stück stücke stueck stk st pièce pièces piece pieces unité
    unités u pieza piezas pza pzas ud uds unidad unidades pezzo pezzi pz unità""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """An entry that covers what is asked for, and how many of its unit that is."""

    entry: Price
    units: int

    @property
    def pieces(self) -> int:
        """How many pieces that is; packs of unknown size count as one."""
        return self.units * pieces_in_unit(self.entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A quantity in an entry's unit, or what keeps it from being told.

    `looked_up` are the quantities whose band the entry has to cover for it: several where it isn't settled.
    """

    looked_up: tuple[int, ...]
    hindrance: BrokenPack | PackUnclear | None = None


def is_pack(unit: str) -> bool:
    """Whether a list's unit is a pack by its words."""
    return any(word in PACK_WORDS or _is_numbered_pack(word) for word in words(unit))


def is_piece(unit: str) -> bool:
    """Whether a list's unit is a single piece by its words; without any it is one."""
    return all(word in PIECE_WORDS for word in words(unit))


def _is_numbered_pack(word: str) -> bool:
    return word.rstrip("0123456789") in PACK_WORDS or word.lstrip("0123456789") in PACK_WORDS


def pieces_in_unit(entry: Price) -> int:
    """How many pieces one amount of the entry buys."""
    return entry.pack_size if entry.amount_is_for == "pack" else 1


def count(entry: Price, request: PriceRequest) -> Count:
    """The quantity asked for in the entry's unit."""
    asked = request.quantity or 1
    if entry.pack_size == 1:
        return _of_single(entry, request, asked)
    if entry.amount_is_for == "unclear":
        packs = -(-asked // entry.pack_size)
        return _unclear(entry, asked, (asked, packs, asked * entry.pack_size), by_list=True)
    if entry.amount_is_for == "piece":
        return _of_pieces(entry, asked * entry.pack_size if request.counted_in == "pack" else asked)
    if request.counted_in == "piece":
        return _of_packs(entry, asked)
    if request.counted_in == "unit" and asked > 1:
        return _unclear(entry, asked, (asked, -(-asked // entry.pack_size)), by_list=False)
    return Count(looked_up=(asked,))


def _of_single(entry: Price, request: PriceRequest, asked: int) -> Count:
    """What is sold one by one, or in packs of which the list doesn't say the size."""
    if request.counted_in == "unit":
        return Count(looked_up=(asked,))
    in_packs = entry.amount_is_for == "pack" or is_pack(entry.unit)
    if (request.counted_in == "pack") != in_packs:
        return _unclear(entry, asked, (asked,), by_list=in_packs)
    return Count(looked_up=(asked,))


def _of_pieces(entry: Price, pieces: int) -> Count:
    whole = pieces % entry.pack_size == 0
    return Count(looked_up=(pieces,), hindrance=None if whole else _broken(entry, pieces))


def _of_packs(entry: Price, pieces: int) -> Count:
    packs, over = divmod(pieces, entry.pack_size)
    if not over:
        return Count(looked_up=(packs,))
    return Count(looked_up=(packs, packs + 1), hindrance=_broken(entry, pieces))


def _broken(entry: Price, pieces: int) -> BrokenPack:
    below = pieces // entry.pack_size * entry.pack_size
    return BrokenPack(
        pack_size=entry.pack_size, below=below, above=below + entry.pack_size, price=entry
    )


def _unclear(entry: Price, asked: int, looked_up: tuple[int, ...], *, by_list: bool) -> Count:
    return Count(
        looked_up=looked_up, hindrance=PackUnclear(price=entry, quantity=asked, by_list=by_list)
    )


def from_minimum(broken: BrokenPack, entries: Sequence[Price]) -> BrokenPack:
    """The same, with nothing `below` where that is less than the smallest quantity the entries have."""
    least = min(least_pieces(entry) for entry in entries)
    return broken if broken.below >= least else replace(broken, below=0)


def least_units(entry: Price) -> int:
    """The smallest quantity of the entry's band that is a whole pack, in its unit."""
    if entry.amount_is_for != "piece":
        return entry.min_quantity
    return -(-entry.min_quantity // entry.pack_size) * entry.pack_size


def least_pieces(entry: Price) -> int:
    """The same in pieces."""
    return least_units(entry) * pieces_in_unit(entry)


def least_asked(entry: Price, request: PriceRequest) -> int:
    """The same in what the request counts: pieces or packs where they were said, else the entry's unit."""
    match request.counted_in:
        case "piece":
            return least_pieces(entry)
        case "pack" if entry.amount_is_for == "piece":
            return least_units(entry) // entry.pack_size
        case _:
            return least_units(entry)


def turns(entry: Price) -> set[int]:
    """Every quantity, in pieces where there are packs, from which on the entry counts, or no longer."""
    edges = {entry.min_quantity} | ({entry.max_quantity + 1} if entry.max_quantity else set())
    size = entry.pack_size
    if entry.amount_is_for == "piece" or size == 1:
        return edges
    in_packs = {turn for edge in edges for turn in (edge * size, (edge - 1) * size + 1)}
    if entry.amount_is_for == "pack":
        return in_packs
    return in_packs | edges | {-(-edge // size) for edge in edges}
