"""Whether words stand in a text, whatever its case, white space and emphasis."""

import re
import unicodedata

_MARKS = str.maketrans("", "", "*`\\")


def fold(text: str) -> str:
    """The text in one case, with single spaces and without Markdown's stars, backticks and escapes."""
    plain = unicodedata.normalize("NFKC", text).translate(_MARKS)
    return " ".join(plain.casefold().split())


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text; a number only as a whole, so "12" is in "12 V" but not in "2012" or "3.12"."""
    wanted = fold(words)
    before = r"(?<!\d)(?<!\d[.,])" if wanted[:1].isdigit() else ""
    after = r"(?!\d)" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, fold(text)) is not None
