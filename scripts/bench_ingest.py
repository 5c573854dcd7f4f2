"""How fast a library is read, beside the models alone, and what becomes of each of its files."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from scripts.bench_process import Ran, worker
from scripts.bench_table import show


def bench_ingest(scratch: Path, library: Path, rounds: int) -> dict[str, Any]:
    """A whole reading against the models alone over the same passages."""
    texts = str(scratch / "texts.json")
    parts: dict[str, Callable[[int], tuple[dict[str, Any], Ran]]] = {
        "ingest": lambda n: worker("ingest", str(scratch / f"home-{n}"), str(library), texts),
        "onnx": lambda _: worker("onnx", texts),
        "sentence-transformers": lambda _: worker("sentence-transformers", texts),
    }
    taken: dict[str, list[tuple[dict[str, Any], Ran]]] = {name: [] for name in parts}
    for n in range(rounds):
        # The texts come from an ingest, so the first round has to begin with it.
        for name in parts if n % 2 == 0 else reversed(parts):
            taken[name].append(parts[name](n))
    return _show_ingest(f"Reading {library.name}, {rounds} rounds", taken)


LIBRARY_FILE, PARTNERS_FILE = "library.yaml", "partners.yaml"

Taken = dict[str, list[tuple[dict[str, Any], Ran]]]


def _show_ingest(title: str, taken: Taken) -> dict[str, Any]:
    whole = [found for found, _ in taken["ingest"]]
    rates = {
        name: median(found["passages"] / found["seconds"] for found, _ in results)
        for name, results in taken.items()
    }
    peaks = {name: max(run.peak_mb for _, run in results) for name, results in taken.items()}
    names = {
        "ingest": "whole ingest, fresh home",
        "onnx": "its embedder alone",
        "sentence-transformers": "sentence-transformers' encode alone",
    }
    show(
        f"{title}: {whole[0]['passages']} passages, {whole[0]['prices']} prices",
        ("", "passages/s", "of encode", "of embedder", "peak MB"),
        [
            (
                names[name],
                f"{rate:.1f}",
                f"{rate / rates['sentence-transformers']:.2f}",
                f"{rate / rates['onnx']:.2f}",
                f"{peaks[name]:.0f}",
            )
            for name, rate in rates.items()
        ],
    )
    shares = {
        part: median(found[part] / found["seconds"] for found in whole)
        for part in ("reading", "embedding", "writing")
    }
    print("of an ingest's time: " + ", ".join(f"{part} {s:.0%}" for part, s in shares.items()))
    return {"passages_per_second": rates, "peak_mb": peaks, "shares": shares}


def bench_folder(scratch: Path, folder: Path, *, sample: int) -> dict[str, Any]:
    """Every file's fate, and the reading's speed between two measurements of the models alone."""
    texts, home = scratch / "texts.json", scratch / folder.as_posix().replace("/", "-")
    result = worker("ingest", str(home), str(folder), str(texts))
    files = result[0]["files"]
    unaccounted = sorted(_documents(folder) - {file["path"] for file in files})
    _fates(folder, files, unaccounted)
    speed: dict[str, Any] = {}
    if result[0]["passages"] >= sample:
        kept = json.loads(texts.read_text(encoding="utf-8"))
        texts.write_text(json.dumps(kept[:: len(kept) // sample]), encoding="utf-8")
        taken: Taken = {
            "ingest": [result],
            "onnx": [worker("onnx", str(texts))],
            "sentence-transformers": [worker("sentence-transformers", str(texts))],
        }
        speed = _show_ingest(f"Reading {folder}, models over every nth passage", taken)
    return {"files": files, "unaccounted": unaccounted, "peak_mb": result[1].peak_mb, **speed}


def _documents(folder: Path) -> set[str]:
    """Every file that people would call a document: not hidden, no lock, not the library's own two."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {
        path.as_posix()
        for path in paths
        if not any(part.startswith((".", "~$")) for part in path.parts)
        and path.as_posix() not in {LIBRARY_FILE, PARTNERS_FILE}
    }


def _fates(folder: Path, files: list[dict[str, Any]], unaccounted: list[str]) -> None:
    counts = Counter(file["status"] for file in files)
    said = ", ".join(f"{n} {status}" for status, n in counts.most_common())
    print(f"\n{folder}: {len(files)} files: {said}; {len(unaccounted)} unaccounted for")
    for file in files:
        if file["problem"]:
            print(f"  {file['status']:8} {file['path']}: {file['problem']}")
        elif len(files) <= 40:
            print(
                f"  indexed  {file['path']}: {file['kind']}, {file['passages']} passages, {file['prices']} prices, "
                f"{file['refused']} left out"
            )
    for path in unaccounted:
        print(f"  NO WORD  {path}")
