"""Text as headings and cells are compared: in lower case, without accents, with plain hyphens."""

import re
import unicodedata

_DASHES = re.compile("[‐-―−]")


def fold(text: str) -> str:
    """The text in lower case without accents, with plain hyphens and single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", _DASHES.sub("-", text)).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
