"""Opens a world's library as the product would, and asks it: everything real but the embedding model."""

import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.fakes import FakeEmbedder
from tests.price_worlds.expectation import Asked
from tests.price_worlds.files import write_library
from tests.price_worlds.nouns import World

from partnerline.bot import bootstrap
from partnerline.bot.answer_json import answer_object
from partnerline.bot.settings import Settings
from partnerline.ingest.library import load_directory
from partnerline.ingest.report import Report
from partnerline.ingest.sync import sync
from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.model import Question, Turn
from partnerline.knowledge.partners import Directory


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A world's library, read and open."""

    answerer: Answerer
    directory: Directory
    report: Report

    def answer(self, asked: Asked) -> Mapping[str, Any]:
        """The answer's fields, as scripts read them."""
        question = Question(
            text=asked.text,
            as_of=asked.day,
            asked_on=asked.day,
            partner=self.directory.partner(asked.member.id if asked.member else None),
            history=tuple(Turn(role="user", text=text) for text in asked.history),
        )
        begun = time.perf_counter()
        answer = self.answerer.answer(question)
        took_ms = (time.perf_counter() - begun) * 1000
        return answer_object(answer, escalation_id=None, took_ms=took_ms)


@contextmanager
def opened_house(world: World) -> Iterator[House]:
    """The world written to a folder of its own and read into a home beside it, gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="price-world-") as folder,
        patch.object(bootstrap, "prepare", lambda *_: None),
        patch.object(bootstrap, "load_embedder", lambda *_, **__: FakeEmbedder(dimensions=8)),
    ):
        library = Path(folder, "library")
        library.mkdir()
        write_library(world, library)
        settings = Settings(_env_file=None, home=Path(folder, "home"), library=library)
        with bootstrap.opened_index(settings) as opened:
            report = sync(library, index=opened.index, embedder=opened.embedder)
            yield House(
                answerer=bootstrap.make_answerer(opened, settings),
                directory=load_directory(library),
                report=report,
            )
