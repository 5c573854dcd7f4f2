"""Small passages as a search finds them."""

from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports import Found


def found(name: str, score: float, *, document: str = "d") -> Found:
    """A passage whose id and text are its name."""
    passage = Passage(id=name, document=document, position=0, locator="", headings=(), text=name)
    of = Document(path=document, title=document, kind="faq", audience=Audience(), digest="")
    return Found(passage=passage, document=of, score=score)
