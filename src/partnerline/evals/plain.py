"""Turns and citations as a report's data has them."""

from partnerline.knowledge.model import Citation, Turn


def turn_object(turn: Turn) -> dict[str, str]:
    """Who said what before."""
    return {"role": turn.role, "text": turn.text}


def citation_object(cited: Citation) -> dict[str, str]:
    """Where something stands and in which words, as an answer's JSON has it."""
    return {"source": cited.source, "locator": cited.locator, "quote": cited.quote}
