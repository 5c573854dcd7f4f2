"""Numbers that are so many for each of something else, or some of what was counted before: how many in all isn't said."""

import re
from collections.abc import Sequence

from partnerline.knowledge.intent.counts import Count
from partnerline.knowledge.intent.products import Placed

_PRODUCTS, _NUMBERS, _MOST = 0xE000, 0xEC00, 0x0C00
_P = r"[\ue000-\uebff]"
_N = r"(?:[\uec00-\uf7ff]|\b(?:an?|one|eine?n?|une?|un[oa]?)\b)"
_OF = r"\s*(?:x|×|of|de|di|von)?\s*"
_EACH = r"(?:each|apiece|jeweils|chac[uo]ne?|cada un[oa]|ciascun[oa]|l['\u2019]un[oa]?)\b"
_OWNER = (
    rf"(?:(?:the |our )?{_P}|(?:gateways?|sites?|sensors?|devices?|rooms?|cabinets?|stores?|shops?|locations?|branch(?:es)?|machines?|racks?|systems?|kits?|"
    r"lines?|plants?|trucks?|vans?|warehouses?|standorte?|geräte?|gerät|filialen?|maschinen?|raum|schrank|site|passerelle|appareil|magasin|"
    r"dispositivo|equipo|sede|tienda|negozio|macchina)\b)"
)
_PER = r"(?:(?<!price )(?<!prices )(?<!cost )(?<!preis )(?<!prix )(?<!precio )(?<!prezzo )\b(?:per|pro|je|par|por|for (?:each|every)(?: one)?(?: of)?(?: the)?|on (?:each|every)|with (?:each|every)|(?:für|pro) jede[nsmr]?|pour chaque|para cada|por cada|per ogni)\s+)"
_SHARED = (
    re.compile(rf"{_N}{_OF}(?P<of>{_P})\W*\s{_PER}{_OWNER}"),
    re.compile(rf"{_PER}{_OWNER}[\s,:;-]*(?:and |with |also |noch |mit )?{_N}{_OF}(?P<of>{_P})"),
    re.compile(
        rf"\b(?:with|plus|avec|mit|con|having|needs?|gets?|carr(?:y|ies)|takes?)\s+{_N}{_OF}(?P<of>{_P})\s*,?\s*{_EACH}"
    ),
    re.compile(rf"[\uec00-\uf7ff]{_OF}{_P}[^\ue000-\uf7ff]+[\uec00-\uf7ff]{_OF}(?P<of>{_P})\s*,?\s*{_EACH}(?!\s+(?:price|cost))"),
    re.compile(
        rf"[\uec00-\uf7ff]{_OF}{_P}[^\ue000-\uf7ff]*\b(?:je(?:weils)?|each (?:with|has|gets|needs)|every one (?:with|has))\s+{_N}{_OF}(?P<of>{_P})"
    ),
    re.compile(rf"{_P}[^\ue000-\uf7ff]*\beach (?:with|has|gets|needs|having)\s+{_N}{_OF}(?P<of>{_P})"),
)  # fmt: skip
_AMONG = re.compile(
    rf"{_N}\s*(?:of|from|von|de|d['\u2019]|di|among)?\s*(?:them|which|whom|ihnen|denen|eux|ellos|ellas|loro|cui)\b(?:\s+\w+){{0,3}}\s*{_P}"
    rf"|\b(?:davon|darunter|dont|di cui|de los cuales|de las cuales|of which|of them|thereof|among them|including|inklusive)\s+{_N}{_OF}{_P}"
)


def shared_out(text: str, placed: Sequence[Placed], numbers: Sequence[Count]) -> frozenset[int]:
    """The places of the products whose number may be for each of another thing, or of those already counted."""
    if len(placed) > _MOST or len(numbers) > _MOST or not numbers:
        return frozenset()
    shape = _shape(text, placed, numbers)
    if len(placed) > 1 and _AMONG.search(shape):
        return frozenset(range(len(placed)))
    return frozenset(
        ord(match["of"]) - _PRODUCTS for pattern in _SHARED for match in pattern.finditer(shape)
    )


def _shape(text: str, placed: Sequence[Placed], numbers: Sequence[Count]) -> str:
    """The text with one letter in the place of each product and each number."""
    marks = [(span, chr(_NUMBERS + i)) for i, one in enumerate(numbers) for span in [one.span]]
    marks += [
        (span, chr(_PRODUCTS + i) if not j else " ")
        for i, one in enumerate(placed)
        for j, span in enumerate(one.spans)
    ]
    shape, at = "", 0
    for (start, end), mark in sorted(marks):
        shape += text[at:start] + mark if start >= at else ""
        at = max(at, end)
    return shape + text[at:]
