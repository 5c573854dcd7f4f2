"""Brings the answers that managers keep into the index, beside the library's documents."""

import re
from collections.abc import Sequence
from datetime import date

from partnerline.ingest.reading import Block, Reading, Section
from partnerline.ingest.splitting import passages_of
from partnerline.knowledge.answered import is_answered, path_of
from partnerline.knowledge.keeping import document_of, headings_of, title_of
from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.ports import Embedder, Index
from partnerline.knowledge.ports.kept import KeptAnswer, KeptAnswers

_PARAGRAPHS = re.compile(r"\n\s*\n")
_ITEM = re.compile(r"\s*(?:[-*+•‣▪◦–]|\d{1,2}[.)])\s+")


def bring_kept(
    answers: KeptAnswers, index: Index, embedder: Embedder, day: date, *, repair: bool = False
) -> int:
    """Has the index hold the kept answers that hold on that day and no other; gives how many there are.

    It takes the index for writing only where something differs, or to `repair` what a crash may have left behind.
    Raises `IndexUnusable` where another process writes the index.
    """
    wanted = {path_of(one.id): one for one in answers.kept() if one.holds_on(day)}
    there = {path: one for path, one in index.documents().items() if is_answered(path)}
    if not repair and _are_alike(wanted, there):
        return len(wanted)
    if not wanted and not there:
        return 0
    with index.writing() as damaged:
        there = {path: one for path, one in index.documents().items() if is_answered(path)}
        gone = sorted(there.keys() - wanted.keys())
        if gone:
            index.remove(gone)
        stale = [
            one
            for path, one in wanted.items()
            if path in damaged or path not in there or there[path].digest != document_of(one).digest
        ]
        _write(stale, index, embedder)
    return len(wanted)


def _are_alike(wanted: dict[str, KeptAnswer], there: dict[str, Document]) -> bool:
    return wanted.keys() == there.keys() and all(
        document_of(one).digest == there[path].digest for path, one in wanted.items()
    )


def _write(answers: Sequence[KeptAnswer], index: Index, embedder: Embedder) -> None:
    for answer in answers:
        passages = _passages(answer)
        vectors, words = embedder.embed_with_words([one.searchable for one in passages])
        index.replace(document_of(answer), passages, vectors, words, ())


def _passages(answer: KeptAnswer) -> tuple[Passage, ...]:
    section = Section(
        locator=title_of(answer), headings=headings_of(answer), blocks=tuple(_blocks(answer.text))
    )
    return passages_of(
        path_of(answer.id), Reading(title=title_of(answer), sections=(section,), tables=())
    )


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    for paragraph in _PARAGRAPHS.split(text.strip()):
        lines = paragraph.splitlines()
        if any(_ITEM.match(line) for line in lines):
            blocks += [
                Block(kind="item" if _ITEM.match(line) else "paragraph", text=line.strip())
                for line in lines
                if line.strip()
            ]
        else:
            blocks.append(Block(kind="paragraph", text=paragraph.strip()))
    return blocks
