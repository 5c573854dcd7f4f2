"""The sentences of an answer on a terminal while a language model still words the rest."""

import shutil
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.model import Answer, Question


@dataclass(frozen=True, slots=True)
class Aloud:
    """Answers as the bot does, and gives each sentence as soon as it was found to stand."""

    answerer: Answerer
    listener: Callable[[str], None]

    def answer(self, question: Question) -> Answer:
        """The answer; what was given before it is no answer yet."""
        return self.answerer.answer(question, self.listener)


@dataclass(slots=True)
class Sentences:
    """Sentences on a terminal, each on a line, which make room for the answer: one that falls takes them along."""

    terminal: TextIO
    _lines: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        """Writes one more."""
        line = "".join(c for c in sentence if unicodedata.category(c)[0] != "C")
        self._lines.append(line)
        self.terminal.write(f"{line}\n")
        self.terminal.flush()

    def clear(self) -> None:
        """Takes all of them off the screen, as far up as it goes."""
        columns, rows = shutil.get_terminal_size()
        written = sum(max(1, -(-_width(line) // max(columns, 1))) for line in self._lines)
        if written:
            self.terminal.write(f"\x1b[{min(written, max(rows - 1, 1))}F\x1b[J")
            self.terminal.flush()
        self._lines.clear()


def _width(line: str) -> int:
    """The columns that a line takes: two for each wide character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
