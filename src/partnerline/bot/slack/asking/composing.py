"""One question of what somebody wrote and what they attached."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.bot.slack.asking.attached import File, note_of, shown_name
from partnerline.bot.slack.web.addressing import bearing_of
from partnerline.bot.slack.web.wording import cut, literal
from partnerline.ingest.wanted import Wanted
from partnerline.knowledge.intent.wishes import wish_of

MOST_LINES = 50
"""Lines of a list that are priced at once, as many as in the quote form."""
ROOM = 3_900
"""Characters of a question with what was attached; longer ones are documents."""
FEW = 5
"""Things that are named in a question about them."""
NAMED = 40
"""Characters of the name of a thing that is left out."""

_POINTED = re.compile(
    r"\b(?:these(?: (?:items|parts|products|lines|ones|part numbers))?|those|them"
    r"|this(?: (?:list|file|sheet|spreadsheet|rfq|order|request|basket|document|text|e-?mail|mail|attachment))?"
    r"|the (?:attached|following)(?: (?:list|file|sheet|spreadsheet|rfq|order|items|parts|document|e-?mail|mail|questions?))?"
    r"|(?:the |this )?attachment|the (?:list|file|sheet|spreadsheet|rfq|document|e-?mail|mail|customer'?s (?:list|e-?mail|questions?))(?: attached)?"
    r"|everything|all of it|it|attached)\b",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\b(?:pric\w*|quot\w*|costs?|offer|rfq|how much|preise?|angebot|prix|devis|precio|presupuesto|prezzo|offerta)\b",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(
    r"\s*\(?\b(?:(?:in|from|of) )?(?:the )?attach(?:ed|ment)(?: (?:list|file|sheet))?\b\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """The question, and what is said of the files beside its answer."""

    text: str
    notes: tuple[str, ...] = ()


def composed(words: str, files: Sequence[File]) -> Composed:
    """The question that words and files make together; every file is in it, or in a note."""
    text, notes = words, [note_of(file) for file in files if file.read.problem]
    readable = [file for file in files if not file.read.problem]
    lists = [file for file in readable if file.read.lines]
    if lists:
        text, said = _with_lists(words, lists)
        notes += said
    for file in readable:
        if not file.read.lines:
            text, said = _with_text(text, words, file)
            notes += said
    return Composed(text=text, notes=tuple(notes))


def _with_lists(words: str, lists: Sequence[File]) -> tuple[str, list[str]]:
    wanted = [one for file in lists for one in file.read.wanted]
    names = " and ".join(shown_name(file.name) for file in lists)
    lines = sum(file.read.lines for file in lists)
    if lines > MOST_LINES:
        return words, [
            f"{names} lists {lines:,} items, and I price {MOST_LINES} at once: send it in parts."
        ]
    asks_else = bearing_of(words) == "question" and not _PRICED.search(words)
    if asks_else and not (_POINTED.search(words) and len(wanted) <= FEW):
        return words, [
            f"I went by your words, not by the list in {names}. Write “price these” with it for its prices."
        ]
    text = _about(words, wanted) if asks_else else _priced(words, wanted)
    if len(text) > ROOM:
        return words, [f"{names} is longer than I can read as one question: send it in parts."]
    return text, [f"I read {lines:,} line{'s' if lines > 1 else ''} in {names}.", *_left_out(lists)]


def _left_out(lists: Sequence[File]) -> list[str]:
    """What is on a list and not in its price, said plainly: a sum without it would mislead."""
    items = [item for file in lists for item in file.read.left_out]
    if not items:
        return []
    named = ", ".join(f"“{literal(cut(item, NAMED))}”" for item in items[:FEW])
    more = f" and {len(items) - FEW:,} more" if len(items) > FEW else ""
    return [f"**Not in this price**: I can't make out how many of {named}{more} you want."]


def _priced(words: str, wanted: Sequence[Wanted]) -> str:
    """The price of a list, with all that the words say of term, promotion and day."""
    items = " and ".join(f"{count} x {item}" for item, count in _summed(wanted).items())
    if not (_PRICED.search(words) or wish_of(words) == "price"):
        return f"price for {items}"
    if _POINTED.search(words):
        put = _POINTED.sub(lambda _: items, words, count=1)
        return _LEFT_OVER.sub("", put)
    return f"{words.rstrip(' :')}: {items}"


def _summed(wanted: Sequence[Wanted]) -> dict[str, int]:
    """How many of each thing: one that stands on several lines is wanted that many times over."""
    counts: dict[str, int] = {}
    for one in wanted:
        counts[one.item] = counts.get(one.item, 0) + one.count
    return counts


def _about(words: str, wanted: Sequence[Wanted]) -> str:
    items = " and ".join(dict.fromkeys(one.item for one in wanted))
    return _POINTED.sub(lambda _: items, words, count=1)


def _with_text(text: str, words: str, file: File) -> tuple[str, list[str]]:
    """The question with a file's text, where the words don't stand without it."""
    name = shown_name(file.name)
    if bearing_of(words) == "question" and not _POINTED.search(words):
        return text, [
            f"I went by your words and left {name} aside. If it matters, say what you want to know of it."
        ]
    room = ROOM - len(text) - 1
    if room < min(len(file.read.text), 200):
        return text, [f"There was no room for {name} in one question: send it by itself."]
    body = cut(file.read.text, room)
    whole = len(body) >= file.read.characters
    said = [] if whole else [f"Of {name} I read the first {len(body):,} characters only."]
    return "\n".join(part for part in (text, body) if part), said
