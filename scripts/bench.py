"""Measures speed and memory: reading a library, start-up, answers, prices, each beside its floor in the same run: `make bench`.

The machine's other work moves every number here, and moves what stands side by side alike: trust the ratios. Rounds
alternate between what is compared, and medians are shown.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from scripts.bench_ingest import bench_folder, bench_ingest
from scripts.bench_prices import PRICES, bench_price_lists, bench_quotes
from scripts.bench_process import PROGRAM, Ran, ran, worker
from scripts.bench_table import show

MODEL_ALONE = """
import os, sys
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
from pathlib import Path
import onnxruntime, tokenizers
graph = Path(sys.argv[1]) / "model.onnx"
onnxruntime.InferenceSession(str(graph), providers=["CPUExecutionProvider"])
tokenizers.Tokenizer.from_file(str(graph.with_name("tokenizer.json")))
"""
FOLDER_OF_MODEL = """
from partnerline.bot.settings import load_settings
from partnerline.knowledge.adapters.embedding.prepared import folder_of
settings = load_settings()
print(folder_of(settings.models, settings.embedding_model))
"""
FOLDERS = ("sghandbook/library", "slides", "price-lists")
"""Folders of real documents, under the one that `--benchmarks` names."""


def main() -> int:
    """Measures everything, prints it, and gives 1 where a file's fate is unknown."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        scratch = Path(folder)
        found = {
            "ingest": bench_ingest(scratch, options.library, options.rounds),
            "start": bench_start(scratch, options),
            "answers": bench_answers(scratch, options),
            "price lists": bench_price_lists(scratch, options.prices, options.rounds),
            "quotes": bench_quotes(scratch, options.prices, options.rounds),
        }
        for name in FOLDERS if options.benchmarks else ():
            found[name] = bench_folder(scratch, options.benchmarks / name, sample=options.sample)
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return int(any(part.get("unaccounted") for part in found.values()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--rounds", type=int, default=3, help="how often each is measured")
    add("--library", type=Path, default=Path("library"), help="the library to read")
    add("--cases", type=Path, default=Path("evals/cases"), help="questions about that library")
    add("--partner", default="acme", help="who asks the two questions of a cold start")
    add("--price", default="price for 100 AX-200", help="a question with a price for an answer")
    add("--fact", default="how long does the AX-200-B keep going without power", help="with a fact")
    add("--prices", type=int, default=PRICES, help="prices of the largest list")
    add("--benchmarks", type=Path, help="a folder with sghandbook/library, slides and price-lists")
    add("--sample", type=int, default=512, help="passages of those for the bare models")
    add("--json", type=Path, help="a file for all that was measured")
    return parser.parse_args()


def _starts(options: argparse.Namespace) -> int:
    """A start is short, and moved more by whatever else runs: it is measured more often."""
    return int(options.rounds) * 2 - 1


def bench_start(scratch: Path, options: argparse.Namespace) -> dict[str, Any]:
    """From nothing to the first answer, beside Python alone and the model alone."""
    python, home = sys.executable, scratch / "home-0"
    ask = [PROGRAM, "--home", str(home), "ask", "--partner", options.partner]
    commands = {
        "python -c pass": [python, "-c", "pass"],
        "the model alone": [python, "-c", MODEL_ALONE, str(_model_folder())],
        "ask, a price": [*ask, options.price],
        "ask, a fact": [*ask, options.fact],
    }
    taken: dict[str, list[Ran]] = {name: [] for name in commands}
    for _ in range(_starts(options)):
        for name, command in commands.items():
            taken[name].append(ran(command, library=options.library))
    seconds = {name: median(run.seconds for run in runs) for name, runs in taken.items()}
    peaks = {name: max(run.peak_mb for run in runs) for name, runs in taken.items()}
    model = seconds["the model alone"]
    show(
        f"Cold start to the end of the first answer, {_starts(options)} rounds",
        ("", "seconds", "of the model alone", "peak MB"),
        [(n, f"{s:.2f}", f"{s / model:.1f}", f"{peaks[n]:.0f}") for n, s in seconds.items()],
    )
    return {"seconds": seconds, "peak_mb": peaks}


def _model_folder() -> Path:
    """The folder of the model that is configured; asked of another process, so that this one stays small."""
    shown = ran(
        [
            sys.executable,
            "-c",
            FOLDER_OF_MODEL,
        ]
    )
    return Path(shown.output.strip())


def bench_answers(scratch: Path, options: argparse.Namespace) -> dict[str, Any]:
    """`took_ms` of every case by what became of it, beside embedding its question alone."""
    rows: list[dict[str, Any]] = []
    for _ in range(options.rounds):
        home = str(scratch / "home-0")
        rows += worker("answers", home, str(options.library), str(options.cases))[0]["answers"]
    kinds = sorted({row["kind"] for row in rows})
    found = {kind: _times(row for row in rows if row["kind"] == kind) for kind in kinds}
    found["all"] = _times(rows)
    show(
        f"took_ms of {len(rows) // options.rounds} cases, {options.rounds} rounds",
        ("", "answers", "median", "95th", "embedding alone", "median of it"),
        [
            (
                kind,
                times["answers"],
                f"{times['median']:.1f}",
                f"{times['p95']:.1f}",
                f"{times['embedding']:.1f}",
                f"{times['median'] / times['embedding']:.1f}",
            )
            for kind, times in found.items()
        ],
    )
    return found


def _times(rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    given = list(rows)
    took = [row["took_ms"] for row in given]
    return {
        "answers": len(given),
        "median": median(took),
        "p95": quantiles(took, n=20, method="inclusive")[-1] if len(took) > 1 else took[0],
        "embedding": median(row["embed_ms"] for row in given if row["embed_ms"] is not None),
    }


if __name__ == "__main__":
    sys.exit(main())
