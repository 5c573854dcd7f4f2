"""A request in words of its own, so that a choice can be asked by itself, whatever stood before it."""

import calendar
from dataclasses import replace

from partnerline.knowledge.intent.asked import Asked, Wanted
from partnerline.knowledge.intent.days import Period
from partnerline.knowledge.intent.products import Named
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.pricing.request import CountedIn


def restated(asked: Asked) -> str:
    """The whole request, each thing in it by its part number."""
    things = " and ".join(_thing(one) for one in asked.wanted if isinstance(one.mention, Named))
    months = asked.terms[0] if len(asked.terms) == 1 else None
    named_by = {one.code or one.name for one in asked.promotions}
    offer = next(iter(named_by)) if len(named_by) == 1 else None
    parts = [
        "list price" if asked.list_only else "price",
        f"for {things}" if things else "",
        f"over {months} month{'' if months == 1 else 's'}" if months else "",
        f"billed by the {asked.billing}" if asked.billing else "",
        f"in {asked.currency}" if asked.currency else "",
        f"for region {asked.region}" if asked.region else "",
        f"with promotion {offer}" if offer else "",
        "with our registered deal" if asked.deal else "",
        _when(asked.periods[0]) if len(asked.periods) == 1 else "",
    ]
    return " ".join(part for part in parts if part)


def with_product(asked: Asked, place: int, product: Product) -> Asked:
    """The request with one of its things settled."""
    return _with(asked, place, replace(asked.wanted[place], mention=named(product)))


def with_quantity(
    asked: Asked, place: int, quantity: int, counted_in: CountedIn | None = None
) -> Asked:
    """The request with the quantity of one of its things settled."""
    wanted = asked.wanted[place]
    settled = replace(
        wanted,
        quantities=(quantity,),
        uncounted=False,
        counted_in=counted_in or wanted.counted_in,
    )
    return _with(asked, place, settled)


def named(product: Product) -> Named:
    """The product as one that is named by its part number."""
    return Named(product=product, spans=(), exact=True)


def _with(asked: Asked, place: int, wanted: Wanted) -> Asked:
    return replace(asked, wanted=(*asked.wanted[:place], wanted, *asked.wanted[place + 1 :]))


def _thing(wanted: Wanted) -> str:
    assert isinstance(wanted.mention, Named)  # noqa: S101 - the caller has sorted those out
    sku = wanted.mention.product.sku
    if len(wanted.quantities) != 1:
        return sku
    count = wanted.quantities[0]
    match wanted.counted_in:
        case "unit":
            return f"{count} x {sku}"
        case "piece":
            return f"{count} pieces of {sku}"
        case "pack":
            return f"{count} packs of {sku}"


def _when(period: Period) -> str:
    first, last = period.first, period.last
    whole = calendar.monthrange(first.year, first.month)[1]
    if first.day == 1 and last == first.replace(day=whole):
        return f"in {calendar.month_name[first.month]} {first.year}"
    return f"on {first.isoformat()}"
