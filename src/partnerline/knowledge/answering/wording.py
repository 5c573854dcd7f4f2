"""What a rep reads: short Markdown, the point first."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from partnerline.knowledge.grounding import Excerpt
from partnerline.knowledge.model import Citation
from partnerline.knowledge.saying import Contradiction, Said

GREETING = (
    "Hello! Ask me for a price (“100 AX-200 for us”), a product fact, an answer to an objection or a programme rule. "
    "I quote the vendor's own documents, and fetch a person when I'm not sure."
)
THANKS = "You're welcome. I'm here when the next question comes."
NOTED = "Good. I'm here when the next question comes."
PERSON = "I've asked your channel manager to step in; the reply comes here."
DECISION = "That is for a person to decide, and I don't grant anything myself. I've asked; the reply comes here."
FRUSTRATED = (
    "I'm sorry, that didn't help. I've asked your channel manager to step in; the reply comes here."
)
ERRAND = "I answer questions and can't do that myself, so I've passed it on to a person; the reply comes here."
OUTSIDE = (
    "That isn't something I can do. I quote prices, product facts, answers to objections and programme rules from the "
    "vendor's own documents; say “a person, please” and I'll fetch one."
)
UNSURE = "I can't answer that for certain, so I've asked a person; the reply comes here."
NOTHING_FOUND = "I found nothing that answers that, so I've asked a person; the reply comes here."
"""What a rep reads depends on what that rep may see, whether or not there is more that may not be looked for.

Where it differed, a rep could tell from it who else is a partner and what else there is.
"""
STILL_UNCLEAR = "I still can't tell what you mean, so I've asked a person; the reply comes here."
NEAREST = "The nearest I found so far, which may not answer it:"
SAY_MORE = "What would you like to know? A product, a rule or what the customer said is enough."
STRANGER = (
    "I can only share public material here until I know which partner you're with. I've asked a person to take a look; "
    "the reply comes here."
)
READ_ALONG = "A price is for one partner alone, and others read along here, so I've asked a person; the reply comes here."
CONTRADICTION = "The documents contradict each other on this, so I've asked a person which one holds; the reply comes here."
PLACES = 3
"""Lines that say where in one document an answer stands."""

_BRACKET = re.compile(r"[][\\]")
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)+[.)]?|\d{1,2}[.)])\s+")


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


def said(answer: Said, links: str = "") -> str:
    """What the documents say, with where it stands and in which others too."""
    first = answer.citations[0]
    own = [one for one in answer.citations if one.source == first.source]
    others = [one for one in answer.citations if one.source != first.source]
    lines = _places(_each_once(own), links)
    lines += [f"Also in {place(one, links)}" for one in _each_once(others)]
    return f"{answer.text}\n\n" + "  \n".join(lines)


def _places(citations: Sequence[Citation], links: str) -> list[str]:
    """A line for each place; of many the first ones, and how many more there are."""
    if len(citations) <= PLACES:
        return [f"— {place(one, links)}" for one in citations]
    shown = [f"— {place(one, links)}" for one in citations[: PLACES - 1]]
    return [*shown, f"— and {len(citations) - len(shown)} more places there"]


def contradiction(found: Contradiction, links: str = "") -> str:
    """Both accounts, newest first, each with where it stands and from when it is."""
    parts = [CONTRADICTION]
    for account, day in zip(found.accounts, found.days, strict=True):
        since = f" ({day})" if day else " (undated)"
        parts.append(f"{_as_quote(account.quote)}\n\n— {place(account, links)}{since}")
    return "\n\n".join(parts)


def place(citation: Citation, links: str = "") -> str:
    """Where a citation stands: "path, locator", a link where the library says how its documents are reached; of a
    manager's answer who gave it and when.

    `links` is an address with {path} in it, which the document's path takes the place of, URL-quoted.
    """
    if citation.is_answered:
        return plain(citation.locator)
    words = f"{cell(citation.source)}, {plain(citation.locator)}"
    if not links:
        return words
    address = links.replace("{path}", quote(citation.source, safe="/"))
    escaped = _BRACKET.sub(r"\\\g<0>", words)
    return f"[{escaped}]({address})"


def with_nearest(text: str, nearest: Citation, links: str = "") -> str:
    """A text with what came nearest, told apart from an answer."""
    return f"{text}\n\n{NEAREST}\n\n{_as_quote(nearest.quote)}\n\n— {place(nearest, links)}"


def worded(text: str, citations: Sequence[Citation], links: str = "") -> str:
    """A language model's checked words, with where each of them stands."""
    lines = [f"— {place(one, links)}" for one in _each_once(citations)]
    return f"{text}\n\n" + "  \n".join(lines)


def sources(citations: Sequence[Citation], links: str = "") -> str:
    """Where an answer stands, with the words there."""
    return "\n\n".join(
        f"{_as_quote(one.quote)}\n\n— {place(one, links)}" for one in dict.fromkeys(citations)
    )


def heading(text: str) -> str:
    """A heading as a choice: on one line and without its number."""
    return _NUMBERING.sub("", plain(text))


def with_rule(text: str, rule: Citation, links: str = "") -> str:
    """A text with the rule that bears on it, in the document's own words."""
    return f"{text}\n\nWhat the rules say:\n\n{_as_quote(rule.quote)}\n\n— {place(rule, links)}"


def _as_quote(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.strip().splitlines())


def _each_once(citations: Sequence[Citation]) -> list[Citation]:
    """The citations, each place once."""
    return list({(one.source, one.locator): one for one in reversed(citations)}.values())[::-1]


def choices(names: Sequence[str]) -> str:
    """The ways to complete a question, as a list."""
    return "\n".join(f"- {plain(name)}" for name in names)


def cell(text: str) -> str:
    """Text inside a table or a line: no pipe, no line break."""
    return re.sub(r"\s+", " ", text).replace("|", "/").strip()


def plain(text: str) -> str:
    """One line of text."""
    return re.sub(r"\s+", " ", text).strip()
