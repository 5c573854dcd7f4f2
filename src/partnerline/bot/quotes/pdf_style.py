"""How a quote looks in print."""

from typing import Any, NamedTuple

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from partnerline.bot.quotes.fonts import BOLD, PLAIN

MARGIN = 18 * mm
INK, GREY, LINE, TINT, WARN = (
    HexColor(colour) for colour in ("#1d2129", "#5d6673", "#c9cfd8", "#eef2f7", "#a52a1c")
)
PADDING = 3


class Styles(NamedTuple):
    """The paragraphs' styles by what they are for."""

    title: Any
    vendor: Any
    heading: Any
    label: Any
    fact: Any
    head: Any
    head_right: Any
    cell: Any
    cell_right: Any
    strong: Any
    strong_right: Any
    small: Any
    over: Any
    foot: Any


def _style(name: str, size: float, **more: Any) -> Any:
    given = {"fontName": PLAIN, "textColor": INK} | more
    return ParagraphStyle(name, fontSize=size, leading=size * 1.32, splitLongWords=1, **given)


STYLES = Styles(
    title=_style("title", 22, fontName=BOLD),
    vendor=_style("vendor", 13, fontName=BOLD, textColor=GREY, spaceBefore=2),
    heading=_style("heading", 10.5, fontName=BOLD, spaceAfter=4, keepWithNext=1),
    label=_style("label", 9, textColor=GREY),
    fact=_style("fact", 9),
    head=_style("head", 7.5, fontName=BOLD),
    head_right=_style("head_right", 7.5, fontName=BOLD, alignment=TA_RIGHT),
    cell=_style("cell", 8),
    cell_right=_style("cell_right", 8, alignment=TA_RIGHT),
    strong=_style("strong", 9, fontName=BOLD),
    strong_right=_style("strong_right", 9, fontName=BOLD, alignment=TA_RIGHT),
    small=_style("small", 7.5, textColor=GREY),
    over=_style("over", 11, fontName=BOLD, textColor=WARN),
    foot=_style("foot", 7.5, textColor=GREY),
)
