"""The language of a short text, told by its common words and letters; part numbers and names say nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from partnerline.knowledge.intent.language_words import COMMON
from partnerline.knowledge.words import fold

Language = Literal["en", "de", "fr", "es", "it"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

ENOUGH = 1.1
"""What a language's words must come to before it is named: more than one word that no other has."""
MARGIN = 0.45
"""How far it must be ahead of English, or English of any other."""
CLOSE = 0.2
"""How far it must be ahead of the next where neither is English."""

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*(?![\w-]*\d)")
_CODE = re.compile(r"\S*\d\S*|https?://\S+|\S+@\S+")
_ELIDED = re.compile(
    r"^(?P<head>l|d|j|n|s|c|qu|m|t|jusqu|dell|all|nell|sull|un|dall|quell)['\u2019](?P<tail>\w+)$"
)
_FRENCH_ELISION = frozenset("j n c qu jusqu m t".split())
_ITALIAN_ELISION = frozenset("dell all nell sull un dall quell".split())
_LETTERS: tuple[tuple[re.Pattern[str], tuple[Language, ...], float], ...] = (
    (re.compile(r"[ß]"), ("de",), 1.0),
    (re.compile(r"[äö]"), ("de",), 0.7),
    (re.compile(r"ü"), ("de",), 0.5),
    (re.compile(r"[ñ¿¡]"), ("es",), 1.2),
    (re.compile(r"[çœêâîôûë]"), ("fr",), 0.8),
    (re.compile(r"è"), ("fr", "it"), 0.5),
    (re.compile(r"à|ù"), ("fr", "it"), 0.5),
    (re.compile(r"é"), ("fr", "es", "it"), 0.4),
    (re.compile(r"[áí]"), ("es",), 0.7),
    (re.compile(r"ó|ú"), ("es",), 0.6),
    (re.compile(r"ò|ì"), ("it",), 0.8),
)  # fmt: skip
_ENDINGS: tuple[tuple[re.Pattern[str], tuple[Language, ...]], ...] = (
    (re.compile(r"(?:ungen|ung|heit|keit|lich|liche|lichen|isch|ische|schaft|igen|zeit)$"), ("de",)),
    (re.compile(r"^(?:ge|ver|be|ent|zer)\w{3,}t$|(?:ieren|iert)$|\w(?:sch|tz|pf)\w"), ("de",)),
    (re.compile(r"(?:tion|ness|ing|ings|ful|less|ship|ly|ght|ough|wn|ck|ed)$|^wh|^kn|^wr|th$"), ("en",)),
    (re.compile(r"(?:tion|ment|ements?|eur|eurs|euse|aux|eaux|ique|iques|oire|ez|ée|ées|és|ait|aient)$"), ("fr",)),
    (re.compile(r"(?:ción|ciones|dad|dades|mente|ando|iendo|ido|idos|ada|adas|ado|ados|ar|ería|ito|ible)$"), ("es",)),
    (re.compile(r"(?:zione|zioni|tà|mente|ando|endo|ato|ati|ata|ate|uto|uti|aggio|ezza|ibile|are|ere|ire)$"), ("it",)),
)  # fmt: skip
_ENDING = 0.3
_LAST_LETTERS: tuple[tuple[re.Pattern[str], tuple[Language, ...], float], ...] = (
    (re.compile(r"[aeio]os$|os$"), ("es",), 0.25),
    (re.compile(r"as$"), ("es",), 0.2),
    (re.compile(r"[^aeiou]i$|chi$|ghi$|ii$"), ("it",), 0.3),
    (re.compile(r"[^aeiou]o$|io$"), ("it", "es"), 0.2),
    (re.compile(r"[^aeiou]a$|ia$"), ("it", "es"), 0.15),
    (re.compile(r"[^aeiou]e$"), ("fr", "it"), 0.1),
    (re.compile(r"[^aeiou]es$"), ("fr", "es"), 0.15),
    (re.compile(r"[^aeiou]en$|er$|em$"), ("de",), 0.15),
    (re.compile(r"[bcdfghjkpvwyz]$|ss$|nt$|sh$|ll$"), ("en",), 0.15),
)  # fmt: skip
_SHORTEST = 6
_READ = 1_000
"""Characters that are read of a text: a passage tells its language by its beginning."""


def language_of(text: str) -> Language | None:
    """The language the text is in; `None` where its words don't tell, as for a part number and a word of many languages."""
    scores = _scores(text[:_READ])
    first, second = sorted(LANGUAGES, key=lambda language: -scores[language])[:2]
    ahead = scores[first] - scores[second]
    far = ahead >= (MARGIN if "en" in (first, second) else CLOSE)
    sure = first == "en" or scores[first] - scores["en"] >= MARGIN
    return first if scores[first] >= ENOUGH and far and sure else None


def languages_of(texts: Iterable[str]) -> Counter[Language]:
    """How many of the texts are in each language, the commonest first by `most_common`; what tells none isn't counted."""
    return Counter(language for text in texts if (language := language_of(text)) is not None)


def _scores(text: str) -> dict[Language, float]:
    scores = dict.fromkeys(LANGUAGES, 0.0)
    for word in _words(text):
        for language, weight in _told_by(word):
            scores[language] += weight
    folded = fold(text)
    for letters, languages, weight in _LETTERS:
        if letters.search(folded):
            for language in languages:
                scores[language] += weight
    return scores


def _words(text: str) -> Iterator[str]:
    """The words that may tell; not a short one in capitals amid others, which is a name."""
    shouted = text.upper() == text
    for match in _WORD.finditer(_CODE.sub(" ", text)):
        written = match.group().replace("\u2019", "'")
        if written.isupper() and 1 < len(written) <= _SHORTEST and not shouted:
            continue
        yield fold(written)


def _told_by(word: str) -> Iterator[tuple[Language, float]]:
    if elided := _ELIDED.match(word):
        yield from _told_by_elision(elided["head"])
        yield from _told_by(elided["tail"])
        return
    having: list[Language] = [language for language in LANGUAGES if word in COMMON[language]]
    if having:
        yield from ((language, 1 / len(having) ** 1.5) for language in having)
    elif len(word) >= _SHORTEST:
        yield from _told_by_ending(word)


def _told_by_ending(word: str) -> Iterator[tuple[Language, float]]:
    strong = [languages for ending, languages in _ENDINGS if ending.search(word)]
    yield from ((language, _ENDING) for languages in strong for language in languages)
    for letters, languages, weight in _LAST_LETTERS:
        if letters.search(word):
            yield from ((language, weight) for language in languages)


def _told_by_elision(head: str) -> Iterator[tuple[Language, float]]:
    if head in _FRENCH_ELISION:
        yield "fr", 1.0
    elif head in _ITALIAN_ELISION:
        yield "it", 1.0
    else:
        yield "fr", 0.5
        yield "it", 0.5
