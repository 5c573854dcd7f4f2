"""What a sentence may not hold, whatever the passages say: links, mentions, markup, hidden characters."""

import re
import unicodedata

LONGEST = 600
"""Characters of one sentence."""

_FORBIDDEN = re.compile(
    r"<|^\s*>|(?<!\s)>|>(?!\s)|https?:|www\.|\]\(|!\[|\]\[|```|javascript:|data:(?=\S)|mailto:|tel:|(?<!\w)@(?:channel|here|everyone|all|u[0-9a-z]{6,})\b|"
    r"&(?:lt|gt|amp|#\d+|#x[0-9a-f]+);|\{\{|\}\}|^\s*(?:#{1,6}\s|\||[-*+]\s)|\n",
    re.IGNORECASE,
)
_CLICK = re.compile(
    r"\b(?:click|tap here|follow (?:this|the) link|klick\w*|anklick\w*|clique[zr]?|haz clic|haga clic|pulse aquí|clicc\w+|fai clic|fare clic)\b"
)
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[\w-]+\.)+(?:[a-z]{2,})(?:/[\w./?=&%-]*)?"
)


def forbidden(text: str) -> str | None:
    """The first thing in the text that no sentence may hold."""
    hidden = next((c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs"}), None)
    if hidden is not None:
        return f"U+{ord(hidden):04X}"
    found = _FORBIDDEN.search(text) or _CLICK.search(text.casefold())
    return found.group() if found else None


def addresses(folded: str) -> list[str]:
    """The e-mail addresses and bare hosts in a folded text: "portal.vendor.example", not "e.g." nor "2.1"."""
    return [
        found.group().rstrip(".")
        for found in _ADDRESS.finditer(folded)
        if "@" in found.group() or len(found.group().split(".")[-2]) > 2
    ]
