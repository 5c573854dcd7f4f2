"""Numbers written as words: "fifty", "two hundred and five", "half a dozen", "quatre-vingt-dix", "zweihundertfünfzig"."""

import re
from dataclasses import dataclass

from partnerline.knowledge.intent.number_words import SINGLE, is_number, is_of, value_of
from partnerline.knowledge.intent.spans import Span

NUMBER_WORDS = frozenset(SINGLE)
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"[\s-]{1,3}")
_LINKS = {"and": frozenset({"hundred", "thousand", "million"}), "et": frozenset(SINGLE), "y": frozenset(SINGLE)}  # fmt: skip
_LINKED = {"et": frozenset({"un", "onze"}), "y": frozenset("uno dos tres cuatro cinco seis siete ocho nueve".split())}  # fmt: skip
_HYPHENED = re.compile(r"-[^\W\d_]")
_VAGUE = frozenset(
    "few several couple pair handful hundreds thousands millions dozens double doubled twice thrice triple quadruple zero half doppelt doppelte doble doppio einige mehrere "
    "quelques plusieurs varios varias alcuni".split()
)
_UNREAD = re.compile(r"[^\W\d_]{3,}(?:hundert|tausend|zig|ssig)")
_OTHERWISE = {
    "once": "es", "due": "it", "sei": "it", "seize": "fr", "neuf": "fr", "sept": "fr", "cent": "fr", "cents": "fr", "mil": "es",
    "acht": "de",
}  # fmt: skip
"""Number words that are something else in another language, and the language that makes numbers of them."""
_SPEAKS = {
    "fr": re.compile(
        r"\b(?:combien|prix|quel(?:le)?s?|coûte\w*|pièces?|mois|ans|devis|unités?|pour|tarif\w*)\b"
    ),
    "es": re.compile(
        r"\b(?:cu[aá]nt\w*|precios?|cuestan?|unidades|piezas|meses|años|para|tarifa)\b"
    ),
    "it": re.compile(r"\b(?:quant[oi]|prezz\w*|costan?o?|pezzi|mesi|anni|per favore|unità)\b"),
    "de": re.compile(r"\b(?:was|preise?|kosten|kostet|stück|für|bitte|jahre?|monate?|wieviel)\b"),
}


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words; `None` where the words speak of one that can't be told: "one fifty", "a few"."""

    value: int | None
    span: Span


def spelled(folded: str) -> list[Spelled]:
    """The numbers that the text spells, each with its place, "one" among them."""
    found: list[Spelled] = []
    words = list(_WORD.finditer(folded))
    i = 0
    while i < len(words):
        end = _run_end(folded, words, i)
        if end > i:
            span = (words[i].start(), words[end - 1].end())
            if not _HYPHENED.match(folded, span[1]):  # "two-channel" counts channels
                found.append(Spelled(value_of([word.group() for word in words[i:end]]), span))
            i = end
            continue
        word = words[i].group()
        if word in _VAGUE or (_UNREAD.fullmatch(word) and not is_number(word)):
            found.append(Spelled(None, words[i].span()))
        i += 1
    return _with_halves(folded, found)


def _run_end(text: str, words: list[re.Match[str]], first: int) -> int:
    """Where the number words that begin at the first end; at the first itself where it is none."""
    end = first
    while end < len(words):
        if end > first and not _NEXT.fullmatch(text, words[end - 1].end(), words[end].start()):
            break
        word = words[end].group()
        before = words[end - 1].group() if end > first else ""
        if _counts(text, word, before) or (before and word == "un" and text[words[end].start() - 1] == "-"):  # fmt: skip
            end += 1
        elif end > first and end + 1 < len(words) and _links(words[end - 1].group(), word, words[end + 1].group()):  # fmt: skip
            end += 2
        else:
            break
    return end


def _links(before: str, word: str, after: str) -> bool:
    if before not in _LINKS.get(word, ()):
        return False
    return after in _LINKED[word] if word in _LINKED else is_number(after)


def _counts(text: str, word: str, before: str) -> bool:
    if word in _OTHERWISE:
        language = _OTHERWISE[word]
        return is_of(before, language) or bool(_SPEAKS[language].search(text))
    return is_number(word)


def _with_halves(text: str, found: list[Spelled]) -> list[Spelled]:
    """The numbers, half a dozen being six."""
    halves = [match.span() for match in re.finditer(r"\bhalf a dozen\b|\bhalbes dutzend\b", text)]
    kept = [one for one in found if not any(start <= one.span[0] < end for start, end in halves)]
    return sorted([*kept, *(Spelled(6, span) for span in halves)], key=lambda one: one.span)
