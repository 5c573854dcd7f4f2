"""The tables of a printed quote: what stands at its head, its lines, what they come to, where they are from."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, Table, TableStyle

from partnerline.bot.quotes import wording
from partnerline.bot.quotes.fonts import markup
from partnerline.bot.quotes.paper import Paper, further_citations, sources
from partnerline.bot.quotes.pdf_style import INK, LINE, PADDING, STYLES, TINT
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

FACTS_LABEL = 28 * mm
_NUMBER, _SKU, _UNIT, _QUANTITY, _TERM = (float(width * mm) for width in (8, 24, 17, 14, 18))
_LONGEST_NAME, _LONGEST_SKU, _LONGEST_WORDS = 400, 120, 600
"""Characters, so that one row does not take pages."""
_LEAST_MONEY, _LEAST_AMOUNT, _MOST_MONEY = (float(width * mm) for width in (19, 24, 48))
LEAST_NAME = float(27 * mm)
"""Where the figures leave the descriptions less than this, the page should lie down."""


class Columns(NamedTuple):
    """How wide the columns of the lines are; what the others leave is the description's."""

    whole: float
    terms: bool
    list_price: float
    unit_price: float
    amount: float

    @property
    def name(self) -> float:
        """The description's width, which may be none."""
        term = _TERM if self.terms else 0.0
        fixed = _NUMBER + _SKU + _UNIT + term + _QUANTITY
        return self.whole - fixed - self.list_price - self.unit_price - self.amount

    @property
    def all(self) -> list[float]:
        """Every column's width in their order."""
        term = [_TERM] if self.terms else []
        money = [self.list_price, self.unit_price, self.amount]
        return [_NUMBER, _SKU, max(self.name, LEAST_NAME), _UNIT, *term, _QUANTITY, *money]


def columns(quotes: Sequence[Quote], width: float) -> Columns:
    """Columns in which no figure is broken, the same for all quotes of a paper."""
    lines = [line for quote in quotes for line in quote.lines]
    sums = [part.amount for quote in quotes for part in wording.sums(quote)]
    return Columns(
        whole=width,
        terms=any(line.term_months for line in lines),
        list_price=_wide_enough([line.list_price for line in lines], STYLES.cell),
        unit_price=_wide_enough([line.unit_price for line in lines], STYLES.cell),
        amount=max(
            _wide_enough([*(line.amount for line in lines), *sums], STYLES.strong), _LEAST_AMOUNT
        ),
    )


def facts_table(paper: Paper, width: float) -> Any:
    """For whom, when, and how long it holds."""
    rows = [
        [_said(label, STYLES.label), _said(text, STYLES.fact)]
        for label, text in wording.facts(paper)
    ]
    table = Table(rows, colWidths=[FACTS_LABEL, width - FACTS_LABEL], hAlign="LEFT")
    table.setStyle(TableStyle([*_TIGHT, ("LEFTPADDING", (0, 0), (0, -1), 0)]))
    return table


def lines_table(quote: Quote, first: int, widths: Columns) -> Any:
    """The lines, numbered from `first`; its head stands on every page."""
    titles = ["Part number", "Description", "Unit"]
    amounts = [f"{title}, {quote.currency}" for title in ("List", "Net", "Amount")]
    head = [
        *(
            _said(title, STYLES.head)
            for title in ["", *titles, *(["Term"] if widths.terms else [])]
        ),
        *(_said(title, STYLES.head_right) for title in ["Qty", *amounts]),
    ]
    numbered = enumerate(quote.lines, start=first)
    rows = [_line(line, number, terms=widths.terms) for number, line in numbered]
    return _ruled([head, *rows], widths.all)


def sums_table(quote: Quote, widths: Columns) -> Any:
    """What the parts and the whole come to, below the amounts."""
    rows, strong = [], []
    for number, part in enumerate(wording.sums(quote)):
        style = STYLES.strong_right if part.whole else STYLES.cell_right
        shown = f"{part.label}, {quote.currency}"
        rows.append([_said(shown, style), _said(wording.figure(part.amount), style)])
        if part.whole:
            strong.append(("LINEABOVE", (0, number), (-1, number), 0.9, INK))
    table = Table(rows, colWidths=[75 * mm, widths.amount], hAlign="RIGHT")
    table.setStyle(TableStyle([*_TIGHT, *strong]))
    return table


def sources_table(paper: Paper, width: float) -> Any:
    """Each line's list, cell, words and rules, and how long it holds."""
    titles = ("", "Price list", "Cell", "What the row says", "Applied", "Valid")
    quotes = [quote for quote in paper.quotes for _ in quote.lines]
    rows = [
        [
            _said(str(source.number), STYLES.cell),
            _path(source.price_list),
            _said(source.line.cell, STYLES.cell, _LONGEST_SKU),
            _said(source.line.row, STYLES.cell, _LONGEST_WORDS),
            _said(wording.applied(source.line), STYLES.cell, _LONGEST_WORDS),
            _said(wording.line_validity(source.line, quote), STYLES.cell),
        ]
        for source, quote in zip(sources(paper), quotes, strict=True)
    ]
    room = width - _NUMBER
    named = [source.price_list.rpartition("/")[2] for source in sources(paper)]
    file = _fitting(named, 0.17 * room, 0.32 * room)
    cell = _fitting([source.line.cell for source in sources(paper)], 0.12 * room, 0.2 * room)
    rest = room - file - cell
    widths = [_NUMBER, file, cell, *(rest * share for share in (0.45, 0.31, 0.24))]
    return _ruled([[_said(title, STYLES.head) for title in titles], *rows], widths)


def further_table(paper: Paper, width: float) -> Any | None:
    """What is cited beside the lines' own cells; `None` where there is nothing."""
    cited = further_citations(paper)
    if not cited:
        return None
    head = [_said(title, STYLES.head) for title in ("Document", "Place", "What it says")]
    rows = [
        [_said(text, STYLES.cell, _LONGEST_WORDS) for text in (c.source, c.locator, c.quote)]
        for c in cited
    ]
    return _ruled([head, *rows], [width * share for share in (0.3, 0.2, 0.5)])


def _wide_enough(amounts: Sequence[Decimal], style: Any) -> float:
    widest = max(
        stringWidth(wording.figure(amount), style.fontName, style.fontSize) for amount in amounts
    )
    return min(max(_LEAST_MONEY, float(widest) + 2 * PADDING + 1), _MOST_MONEY)


def _fitting(texts: Sequence[str], least: float, most: float) -> float:
    """A width in which none of the texts is broken, within bounds."""
    style = STYLES.cell
    widest = max((stringWidth(text, style.fontName, style.fontSize) for text in texts), default=0.0)
    return min(max(least, float(widest) + 2 * PADDING + 1), most)


def _path(path: str) -> Any:
    """A file's path, broken where its folder ends rather than anywhere in its name."""
    if len(path) > _LONGEST_SKU:
        return _said(path, STYLES.cell, _LONGEST_WORDS)
    folder, slash, name = path.rpartition("/")
    pieces = [part for part in (folder + slash, name) if part]
    font = STYLES.cell.fontName
    return Paragraph("<br/>".join(markup(part, font) for part in pieces), STYLES.cell)


def _line(line: QuoteLine, number: int, *, terms: bool) -> list[Any]:
    net = (wording.figure(amount) for amount in (line.unit_price, line.amount))
    return [
        _said(str(number), STYLES.cell),
        _said(line.sku, STYLES.cell, _LONGEST_SKU),
        _said(line.name, STYLES.cell, _LONGEST_NAME),
        _said(wording.unit(line), STYLES.cell, _LONGEST_SKU),
        *([_said(wording.term(line), STYLES.cell)] if terms else []),
        _said(f"{line.quantity:,}", STYLES.cell_right),
        *(_said(amount, STYLES.cell_right) for amount in (wording.list_price(line), *net)),
    ]


def _said(text: str, style: Any, longest: int = _LONGEST_NAME) -> Any:
    shown = text if len(text) <= longest else f"{text[: longest - 2].rstrip()} …"
    return Paragraph(markup(shown, style.fontName), style)


def _ruled(rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> Any:
    table = Table(rows, colWidths=widths, repeatRows=1, splitInRow=1, hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                *_TIGHT,
                ("BACKGROUND", (0, 0), (-1, 0), TINT),
                ("LINEBELOW", (0, 0), (-1, 0), 0.7, INK),
                ("LINEBELOW", (0, 1), (-1, -1), 0.35, LINE),
            ]
        )
    )
    return table


_TIGHT = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
    ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
    ("TOPPADDING", (0, 0), (-1, -1), PADDING),
    ("BOTTOMPADDING", (0, 0), (-1, -1), PADDING),
]
