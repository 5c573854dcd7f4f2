"""Measures finding, step by step, beside a tutorial's bot, on the labelled questions of a handbook.

    python -m scripts.bench_retrieval --handbook FOLDER [--write docs/retrieval.md]

The folder holds `library/` and `questions.jsonl`. Half of the questions, told by a hash of the file that answers, may be
tuned on; the other half is what is reported. What was read and embedded is kept in `--home`, so that the next run
takes a minute.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from scripts.bench_table import show
from scripts.retrieval_measures import MEASURES, Found, Measured, Scores, scores
from scripts.retrieval_questions import Labelled, labelled
from scripts.retrieval_steps import Search, steps_of
from scripts.tutorial_bot import TutorialBot
from sqlalchemy import select

from partnerline.bot.bootstrap import Opened, opened_index
from partnerline.bot.cli.ingest import progress_bar
from partnerline.bot.settings import load_settings
from partnerline.ingest.sync import sync
from partnerline.knowledge.access import scope_of
from partnerline.knowledge.adapters.index.tables import passages
from partnerline.knowledge.partners import EVERYONE
from partnerline.knowledge.ports import Embedder

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
DEPTH = 50
TUTORIAL = "tutorial bot"
DAY = date(2026, 1, 1)
"""Any day: a handbook's pages have no validity."""

Table = dict[str, tuple[str, Scores, float]]
"""Of each way of finding: what it does, its scores, and the median milliseconds a question."""


def main() -> int:
    """Measures every step, prints the tables, and writes them where that is asked for."""
    options = _options()
    questions = labelled(options.handbook)
    settings = load_settings(
        home=options.home / "handbook",
        library=options.handbook / "library",
        database_url=None,
        chroma_url=None,
    )
    with opened_index(settings, threads=os.cpu_count() or 1) as opened:
        sync(
            settings.library,
            index=opened.index,
            embedder=opened.embedder,
            begin=progress_bar("Reading"),
        )
    with opened_index(settings) as opened:
        measured = dict(_measured(opened, questions, settings.library, options.home))
    for title, chosen in _halves(questions).items():
        show(title, _HEADS, _rows(measured, chosen))
    if options.write:
        _write(options.write, measured, questions)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--handbook", type=Path, required=True, help="folder with library/ and questions.jsonl")
    add("--home", type=Path, default=Path(".bench-retrieval"), help="where the indexes are kept")
    add("--write", type=Path, help="a Markdown file whose measured part is replaced")
    return parser.parse_args()


def _measured(
    opened: Opened, questions: Sequence[Labelled], library: Path, home: Path
) -> Iterator[tuple[str, tuple[str, Scores, float]]]:
    """The tutorial bot and every step of ours."""
    bot = TutorialBot(library, home / "tutorial", opened.embedder)
    theirs = [(chunk.id, chunk.source, chunk.text) for chunk in bot.chunks.values()]

    def tutorial(text: str) -> list[Found]:
        return [(chunk.id, chunk.source, chunk.text) for chunk in bot.search(text, DEPTH)]

    yield (
        TUTORIAL,
        ("1000/200 characters, Chroma's similarity", *_judged(tutorial, questions, theirs)),
    )
    scope = scope_of(opened.retriever.shelves(), EVERYONE, DAY)
    ours = _passages(opened)
    for step in steps_of(opened.embedder, opened.retriever, scope):
        yield step.name, (step.why, *_judged(step.search, questions, ours))
    yield "embedding the question alone", ("for its time", *_embedding(opened.embedder, questions))


def _judged(
    search: Search, questions: Sequence[Labelled], every: Sequence[Found]
) -> tuple[Scores, float]:
    search(questions[0].text)  # the first opens files; it is asked again and counted then
    found, taken = {}, []
    for question in questions:
        began = time.perf_counter()
        found[question.id] = search(question.text)
        taken.append(time.perf_counter() - began)
    return scores(questions, found, every), median(taken) * 1000


def _embedding(embedder: Embedder, questions: Sequence[Labelled]) -> tuple[Scores, float]:
    def search(text: str) -> list[Found]:
        embedder.embed([text])
        return []

    return _judged(search, questions, [])


def _passages(opened: Opened) -> list[Found]:
    with opened.engine.connect() as connection:
        rows = connection.execute(select(passages.c.id, passages.c.document, passages.c.text))
        return [(row.id, row.document, row.text) for row in rows]


def _halves(questions: Sequence[Labelled]) -> dict[str, list[Labelled]]:
    reported = [q for q in questions if not q.tune]
    return {
        "Reported half": reported,
        "Reported half, questions that stand alone": [q for q in reported if q.standalone],
        "Half tuned on": [q for q in questions if q.tune],
    }


_HEADS = ("", *MEASURES, "first, of the tutorial bot's", "n", "median ms")


def _rows(table: Table, chosen: Sequence[Labelled]) -> list[tuple[str, ...]]:
    floor = table[TUTORIAL][1].over(chosen)["first"].mean
    rows = []
    for name, (_, found, taken) in table.items():
        means = found.over(chosen)
        if name.startswith("embedding"):
            rows.append((name, *("" for _ in MEASURES), "", "", f"{taken:.1f}"))
            continue
        share = f"{means['first'].mean / floor:.2f}" if floor else "-"
        cells = [_cell(means[measure]) for measure in MEASURES]
        rows.append((name, *cells, share, str(means["first"].n), f"{taken:.1f}"))
    return rows


def _cell(value: Measured) -> str:
    return f"{value.mean:.3f} ({value.low:.2f}-{value.high:.2f})"


def _write(file: Path, table: Table, questions: Sequence[Labelled]) -> None:
    parts = []
    for title, chosen in _halves(questions).items():
        heads = ("step", *_HEADS[1:])
        lines = [" | ".join(row) for row in (heads, ("---",) * len(heads), *_rows(table, chosen))]
        parts.append(f"**{title}**\n\n" + "\n".join(f"| {line} |" for line in lines))
    text = file.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    measured = "\n\n".join(parts)
    file.write_text(f"{before}{BEGIN}\n{measured}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
