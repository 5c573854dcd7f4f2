"""The labelled questions of a handbook, and what counts as finding their answer."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from partnerline.knowledge.words import words

RUN = 12
"""Words in a row that a passage shares with the answer where it overlaps it; a shorter answer is wholly in it."""

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"<[^<>\n]{1,200}>")

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A question with the files that answer it and the runs of words in its answer.

    `tune` is whether it may be tuned on; `text` has the words of its page before it where it needs them.
    """

    id: str
    text: str
    tune: bool
    standalone: bool
    files: frozenset[str]
    runs: frozenset[Run]

    def is_answered_by(self, source: str, text: str) -> bool:
        """Whether a passage stands in an answering file and overlaps the answer."""
        if source not in self.files:
            return False
        told = plain(text)
        return any(
            told[at : at + length] in self.runs
            for length in {len(run) for run in self.runs}
            for at in range(len(told) - length + 1)
        )


def labelled(folder: Path) -> tuple[Labelled, ...]:
    """The answerable questions of `questions.jsonl`."""
    with (folder / "questions.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return tuple(
        Labelled(
            id=row["id"],
            text=row["question"] if row["standalone"] else f"{row['context']} {row['question']}",
            tune=is_for_tuning(row["gold_files"][0]),
            standalone=row["standalone"],
            files=frozenset(row["gold_files"]),
            runs=frozenset(
                run for told in (*row["gold_snippets"], row["answer"]) for run in _runs(told)
            ),
        )
        for row in rows
        if row["answerable"]
    )


def is_for_tuning(file: str) -> bool:
    """Whether what this file answers may be tuned on: half of all files, by a hash of the path."""
    return hashlib.sha256(file.encode()).digest()[0] % 2 == 0


def _runs(text: str) -> Iterator[Run]:
    told = plain(text)
    if 0 < len(told) <= RUN:
        yield told
    for at in range(len(told) - RUN + 1):
        yield told[at : at + RUN]


def plain(text: str) -> Run:
    """The words that a reader sees of Markdown: a link's words without its address."""
    return words(_TAG.sub(" ", _LINK.sub(r"\1", text)))
