"""The region that a text names as one."""

import re

_NAMED = re.compile(
    r"\bregion:?\s+(?P<after>[^\W\d_][\w-]*(?:\s(?!with\b|in\b|on\b|over\b|billed\b|for\b|and\b|or\b|at\b|please\b|from\b|list\b|price)[^\W\d_][\w-]*)?)"
    r"|\b(?!(?:for|in|to|of|from|and|or|with|at|on)\b)(?P<before>[^\W\d_][\w-]*) region\b"
    r"|\b(?:for|in|to)\s+(?:the\s+)?(?P<code>emea|apac|latam|amer|dach|nam|anz|cee|mena|benelux|nordics|north america|south america|latin america|asia[- ]pacific)\b"
)
_NO_REGION = frozenset(
    "the a our your my this that which what each another every same other by per any no their".split()
)


def region_in(folded: str, written: str) -> str | None:
    """The region that the text names, as it is written; none where it names several."""
    found = []
    for match in _NAMED.finditer(folded):
        name = match.lastgroup or "after"
        if match[name] in _NO_REGION:
            continue
        start, end = match.span(name)
        said = written[start:end]
        found.append(said.upper() if name == "code" and len(said) <= 5 else said)
    return found[0] if len({one.casefold() for one in found}) == 1 else None
