"""Hits made of texts, for what is said of them."""

from datetime import date

from partnerline.knowledge.model import Document, Hit, Kind, Passage
from partnerline.knowledge.partners import Audience


def hit(
    text: str,
    *headings: str,
    path: str = "docs/guide.md",
    position: int = 0,
    kind: Kind = "collateral",
    title: str = "",
    valid_from: date | None = None,
    audience: Audience | None = None,
) -> Hit:
    """A hit on a passage of that text under those headings."""
    document = Document(
        path=path,
        title=title or (headings[0] if headings else "Guide"),
        kind=kind,
        audience=audience or Audience(),
        digest="0",
        valid_from=valid_from,
    )
    passage = Passage(
        id=f"{path}#{position}",
        document=path,
        position=position,
        locator=f"# {headings[-1]}" if headings else "top",
        headings=headings,
        text=text,
    )
    return Hit(passage=passage, document=document, score=1.0)
