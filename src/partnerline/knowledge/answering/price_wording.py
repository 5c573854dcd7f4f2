"""How prices are said: the sum first, then the table, then where each amount stands."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from partnerline.knowledge.answering.wording import cell
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.quote import Quote, QuoteLine, Subtotal


def money(amount: Decimal, currency: str) -> str:
    """An amount as it is read: 81,200.00 EUR."""
    return f"{figure(amount)} {currency}"


def figure(amount: Decimal) -> str:
    """An amount's figure with its cents; digits beyond the cent are kept where a list has them."""
    shown = amount if amount != round(amount, 2) else amount.quantize(Decimal("0.01"))
    return f"{shown:,f}"


def months(number: int) -> str:
    """So many months: 1 month, 36 months."""
    return f"{number:,} month{'' if number == 1 else 's'}"


def days(first: date | None, last: date | None) -> str:
    """A span of days as it is read; both count."""
    if first and last:
        return f"{first.isoformat()} to {last.isoformat()}"
    if first:
        return f"from {first.isoformat()} until further notice"
    return f"until {last.isoformat()}" if last else "until further notice"


def priced(
    quotes: Sequence[Quote],
    *,
    bands: Sequence[Price],
    notes: Sequence[str],
    by_month: bool,
    asked_on: date,
    offers: Sequence[Promotion] = (),
) -> str:
    """Computed prices, one quote a currency; `notes` are said before them, `bands` after a single piece's price.

    `offers` are the promotions' rows that took part.
    """
    parts = [*notes]
    for quote in quotes:
        parts += [_headline(quote, by_month=by_month), table(quote)]
    if len(bands) > 1:
        parts.append("Bands: " + ", ".join(_band(price) for price in bands) + ".")
    parts += [_standing(quote, asked_on) for quote in quotes]
    parts += [f"Promotion: {cell(offer.path)}, {cell(offer.locator)}." for offer in offers]
    return "\n\n".join(parts)


def _headline(quote: Quote, *, by_month: bool) -> str:
    whole = money(quote.total, quote.currency)
    if len(quote.lines) == 1:
        line = quote.lines[0]
        return f"**{whole}** for {counted(line)}{_term(line)}{_a_month(quote, by_month=by_month)}."
    return f"**{whole}** in all for {len(quote.lines)} items{_subtotals(quote) or _a_month(quote, by_month=by_month)}."


def _term(line: QuoteLine) -> str:
    """What the sum pays for: one period, which nobody has to have asked for, or a term."""
    if line.term_months is None:
        return ""
    one_period = {"month": 1, "year": 12}.get(line.per)
    said = "for" if line.term_months in {1, one_period} else "over"
    return f" {said} {months(line.term_months)}"


def _a_month(quote: Quote, *, by_month: bool) -> str:
    monthly = [one for one in quote.subtotals if one.a_month is not None]
    if len(monthly) != 1 or len(quote.subtotals) > 1 or not by_month:
        return ""
    return f", which is **{money(monthly[0].a_month or Decimal(0), quote.currency)}** a month"


def counted(line: QuoteLine) -> str:
    """How many of what: 100 × Edge Gateway, 2 packs of 10 × Probe."""
    what = cell(line.name or line.sku)
    if line.pack_size == 1:
        return f"{line.quantity:,} × {what}"
    packs = "pack" if line.quantity == 1 else "packs"
    return f"{line.quantity:,} {packs} of {line.pack_size:,} × {what}"


def name_beside(sku: str, name: str) -> str:
    """A name where the part number stands before it: "AX-200 edge gateway" without the number once more."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() == sku.casefold() else name


def table(quote: Quote) -> str:
    """The lines as a table, and what was applied to them."""
    currency = quote.currency
    head = f"| Item | Qty | List, {currency} | Net, {currency} | Amount, {currency} |\n| --- | ---: | ---: | ---: | ---: |"
    body = "\n".join(_row(line, alone=len(quote.lines) == 1) for line in quote.lines)
    return f"{head}\n{body}\n\n{_applied(quote.lines)}"


def _applied(lines: Sequence[QuoteLine]) -> str:
    """What made each price; lines of one kind say it once."""
    ways = dict.fromkeys(line.applied for line in lines)
    if len(ways) == 1:
        rules = "; ".join(lines[0].applied)
        return f"Applied: {cell(rules)}." if rules else "Nothing taken off the list price."
    return "\n".join(
        f"- {cell(line.sku)}: {cell('; '.join(line.applied)) or 'nothing taken off the list price'}"
        for line in lines
    )


def _row(line: QuoteLine, *, alone: bool) -> str:
    item = cell(line.sku) if alone else cell(f"{line.sku} {name_beside(line.sku, line.name)}")
    term = f", {months(line.term_months)}" if line.term_months and not alone else ""
    listed = figure(line.list_price) if line.listed else "–"
    net = f"{figure(line.unit_price)} | {figure(line.amount)}"
    return f"| {item} ({cell(line.unit)}{term}) | {line.quantity:,} | {listed} | {net} |"


def _subtotals(quote: Quote) -> str:
    """What is paid once and what recurs, where there are both."""
    if len(quote.subtotals) < 2:
        return ""
    return ": " + ", ".join(_subtotal(one, quote.currency) for one in quote.subtotals)


def _subtotal(one: Subtotal, currency: str) -> str:
    whole = money(one.amount, currency)
    if one.a_month is None:
        return f"{whole} one-off"
    if one.term_months in {None, 1}:
        return f"{whole} a month"
    return f"{whole} over {months(one.term_months or 1)} ({money(one.a_month, currency)} a month)"


def _standing(quote: Quote, asked_on: date) -> str:
    """Until when the prices hold and where they stand."""
    held = days(quote.valid_from, quote.valid_until)
    over = quote.valid_until is not None and quote.valid_until < asked_on
    are = "This price is" if len(quote.lines) == 1 else "These prices are"
    standing = f"{are} over: it held {held}." if over else f"Holds {held}."
    return f"{standing} Source: {sources(quote.lines)}."


def sources(lines: Iterable[QuoteLine]) -> str:
    """The cells, by their lists."""
    cells: dict[str, list[str]] = {}
    for line in lines:
        cells.setdefault(line.price_list, []).append(cell(line.cell))
    return "; ".join(
        f"{cell(path)}, {', '.join(_in_one_sheet(dict.fromkeys(places)))}"
        for path, places in cells.items()
    )


def _in_one_sheet(places: Iterable[str]) -> Iterator[str]:
    """The cells, each with its sheet where that is another than the one before: Hardware!D10, E10."""
    last = ""
    for place in places:
        sheet, mark, own = place.rpartition("!")
        yield own if mark and sheet == last else place
        last = sheet if mark else ""


def _band(price: Price) -> str:
    start = (
        f"{price.min_quantity}+"
        if price.max_quantity is None
        else f"{price.min_quantity}–{price.max_quantity}"
    )
    shown = "on request" if price.amount is None else money(price.amount, price.currency)
    return f"{start} at {shown} {'' if price.tier else 'list'}".strip()


def disagreeing(quotes: Sequence[Quote]) -> str:
    """Two lists in force that give different prices: both, and no choice."""
    shown = "\n".join(
        f"- {money(quote.lines[0].unit_price, quote.currency)} each in {cell(quote.price_list)}, {cell(quote.lines[0].cell)}"
        for quote in quotes
    )
    return (
        f"Two prices in force disagree, so I don't choose between them:\n\n{shown}\n\n"
        "I've asked a person which one holds; the reply comes here."
    )
