"""What a column is, told by its heading; a heading that isn't wholly understood is never taken for a price."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import cast

from partnerline.ingest.prices import labels
from partnerline.ingest.prices.currencies import currencies_in, without_currency
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.heading import Heading, Role
from partnerline.ingest.prices.named import Named
from partnerline.ingest.prices.price_headings import money_heading

_LABELS: dict[str, tuple[Role, int]] = {
    label: (cast("Role", role), 0) for role, found in labels.LABELS.items() for label in found
}
_LABELS |= {label: ("name", rank) for rank, row in enumerate(labels.NAME_LABELS) for label in row}
_LABELS |= {label: ("sku", rank) for rank, row in enumerate(labels.SKU_LABELS) for label in row}

_LONGEST = 120
_DIGIT = re.compile(r"\d")
_RATES = {
    "day": frozenset(
        {
            "day rate",
            "daily rate",
            "tagessatz",
            "taux journalier",
            "tarif journalier",
            "tarifa diaria",
            "tariffa giornaliera",
        }
    ),
    "hour": frozenset(
        {
            "hour rate",
            "hourly rate",
            "stundensatz",
            "taux horaire",
            "tarif horaire",
            "tarifa por hora",
            "tariffa oraria",
        }
    ),
}


@lru_cache(maxsize=8192)
def read_heading(text: str, named: Named) -> Heading:
    """What a heading says; a column may bear the names of tiers, partners and regions in `named`."""
    label = _label(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)) or _label(text)
    role, rank = _LABELS.get(label, (None, 0))
    if role is None:
        role, rank = _LABELS.get(_label(text), (None, 0))
    if role is None and (agreed := _in_several_languages(text, named)):
        return agreed
    # "Unit (EUR)" is no unit: where a currency stands, money does.
    plain = role in {"sku", "name"} or not currencies_in(text)
    if role is not None and plain and not _is_name(label, named):
        return Heading(role=role, text=text, rank=rank)
    return money_heading(text, named)


def rate_in(text: str) -> str:
    """The "day" or "hour" that a heading gives a rate for and says nothing else, "" where it doesn't."""
    plain = _label(re.sub(r"\([^)]*\)", " ", text))
    return next((span for span, words_of in _RATES.items() if plain in words_of), "")


def _in_several_languages(text: str, named: Named) -> Heading | None:
    """A heading that says the same twice: "Art.-Nr. / Réf."; `None` where its parts differ or there is one alone."""
    parts = [part for part in text.split(" / ") if part.strip()]
    if len(parts) < 2:
        return None
    first, *others = (read_heading(part.strip(), named) for part in parts)
    said = replace(first, text="", rank=0)
    if first.role in {"money", "other"} or any(replace(o, text="", rank=0) != said for o in others):
        return None
    return replace(first, text=text)


def names_things(text: str, named: Named) -> bool:
    """Whether a heading is one of part numbers or names; told without reading the whole of it, as rows are many."""
    if len(text) >= _LONGEST or _DIGIT.search(text) or not _may_label(text):
        return False
    return read_heading(text, named).role in {"sku", "name"}


@lru_cache(maxsize=8192)
def _may_label(text: str) -> bool:
    return any(
        _LABELS.get(label, ("", 0))[0] in {"sku", "name"}
        for part in (text, *text.split(" / "))
        for label in (_label(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", part)), _label(part))
    )


def _label(text: str) -> str:
    plain = without_currency(text).replace("º", " ").replace("°", " ")
    return " ".join(re.findall(r"[^\W_]+|#", fold(plain)))


def _is_name(label: str, named: Named) -> bool:
    return any(fold(tier) == label for tier in named.tiers) or label in dict(named.partners)
