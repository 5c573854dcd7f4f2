"""The smallest parts a passage is packed from: sentences of a long block, and every other block whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerline.ingest.reading import Block, BlockKind

_SENTENCE_END = re.compile(
    r"(?P<line>\n+)|(?<=[.!?…])(?P<after>[\"'”’»)\]]*)(?P<gap>\s+)(?=[\"'„“‘«(\[]?[A-ZÀ-ÖØ-ÞĀ-ž0-9])|(?<=[。！？])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|no|nr|art|fig|inc|ltd|co|corp|st|mr|mrs|ms|dr|prof|ca|bzw|z\.\s?b|d\.\s?h|u\.\s?a)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch that is never cut; `glue` is what joins it to the piece before."""

    kind: BlockKind
    text: str
    glue: str
    locator: str | None

    @property
    def length(self) -> int:
        """The characters it takes up in a passage."""
        return len(self.glue) + len(self.text)


def pieces_of(blocks: Sequence[Block], limit: int) -> list[Piece]:
    """The blocks' pieces in order; only a table's row may be longer than the limit, for half a row misleads."""
    pieces: list[Piece] = []
    for block in blocks:
        glue = "\n\n" if block.kind == "paragraph" else "\n"
        for before, text in _cut(block, limit - len(glue)):
            pieces.append(
                Piece(kind=block.kind, text=text, glue=before or glue, locator=block.locator)
            )
            glue = " "
    return pieces


def _cut(block: Block, limit: int) -> Iterator[tuple[str, str]]:
    """A block's parts, each with the white space that stood before it, "" for the first."""
    text = block.text.strip()
    if block.kind == "row" or len(text) <= limit:
        yield from [("", text)] if text else []
        return
    for before, sentence in sentences(text):
        for at, part in enumerate(_within(sentence, limit)):
            yield (before if at == 0 else " "), part


def sentences(text: str) -> Iterator[tuple[str, str]]:
    """The text's sentences, each with the white space before it; a line's end ends a sentence too."""
    start, before = 0, ""
    for end in _SENTENCE_END.finditer(text):
        stop = end.start() + len(end.group("after") or "")
        sentence = text[start:stop]
        if end.group("gap") and _ABBREVIATION.search(sentence):
            continue
        if sentence.strip():
            yield before, sentence.strip()
        start, before = end.end(), "\n" if end.group("line") else " "
    if text[start:].strip():
        yield before, text[start:].strip()


def _within(sentence: str, limit: int) -> Iterator[str]:
    """The sentence, or where it alone is over the limit its parts, cut between words."""
    while len(sentence) > limit:
        space = sentence.rfind(" ", 1, limit + 1)
        cut = space if space > 0 else limit
        yield sentence[:cut].rstrip()
        sentence = sentence[cut:].lstrip()
    if sentence:
        yield sentence
