"""What a rep reads: short Markdown, the point first."""

import re
from collections.abc import Sequence

from partnerline.knowledge.grounding import Excerpt
from partnerline.knowledge.model import Citation

GREETING = (
    "Hello! Ask me for a price (“100 AX-200 for us”), a product fact, an answer to an objection or a programme rule. "
    "I quote the vendor's own documents, and fetch a person when I'm not sure."
)
THANKS = "You're welcome. I'm here when the next question comes."
PERSON = "I've asked your channel manager to step in; the reply comes here."
DECISION = "That is for a person to decide, and I don't grant anything myself. I've asked; the reply comes here."
UNSURE = "I can't answer that for certain, so I've asked a person; the reply comes here."
"""One text for every question that is handed over because of what was or wasn't found, or mustn't be looked for.

Where it differed, a rep could tell from it who else is a partner and what else there is.
"""
SAY_MORE = "What would you like to know? A product, a rule or what the customer said is enough."
STRANGER = (
    "I can only share public material here until I know which partner you're with. I've asked a person to take a look; "
    "the reply comes here."
)


_NUMBERING = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+")


def quoted(excerpt: Excerpt) -> str:
    """A passage's own words with where they stand."""
    passage = excerpt.passage
    heading = _NUMBERING.sub("", plain(passage.headings[-1])) if passage.headings else ""
    lead = (
        f"**{heading}**\n\n"
        if heading and not excerpt.text.casefold().startswith(heading.casefold())
        else ""
    )
    return f"{lead}{excerpt.text}\n\n— {cell(passage.document)}, {plain(passage.locator)}"


def with_rule(text: str, rule: Citation) -> str:
    """A text with the rule that bears on it, in the document's own words."""
    said = "\n".join(f"> {line}" for line in rule.quote.strip().splitlines())
    return (
        f"{text}\n\nWhat the rules say:\n\n{said}\n\n— {cell(rule.source)}, {plain(rule.locator)}"
    )


def choices(names: Sequence[str]) -> str:
    """The ways to complete a question, as a list."""
    return "\n".join(f"- {plain(name)}" for name in names)


def cell(text: str) -> str:
    """Text inside a table or a line: no pipe, no line break."""
    return re.sub(r"\s+", " ", text).replace("|", "/").strip()


def plain(text: str) -> str:
    """One line of text."""
    return re.sub(r"\s+", " ", text).strip()
