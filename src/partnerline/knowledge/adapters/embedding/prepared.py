"""A prepared model on disk: a folder with the graph, the tokenizer and a manifest that says what they are."""

import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from partnerline.knowledge.errors import ModelUnusable
from partnerline.knowledge.ports import ModelIdentity

MANIFEST = "manifest.json"
GRAPH = "model.onnx"
TOKENIZER = "tokenizer.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a prepared folder holds.

    `weights` is the SHA-256 of the weights that were exported, `inputs` the graph's inputs in order. A model that
    couldn't be exported has the runtime "sentence-transformers" and is loaded from `source` each time.
    """

    name: str
    weights: str
    dimensions: int
    max_tokens: int
    runtime: Literal["onnxruntime", "sentence-transformers"]
    inputs: tuple[str, ...]
    source: str

    @property
    def identity(self) -> ModelIdentity:
        """The model as the index remembers it."""
        return ModelIdentity(name=self.name, weights=self.weights, dimensions=self.dimensions)


def default_models_folder() -> Path:
    """Where prepared models are kept: the user's cache, shared by every home."""
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "partnerline" / "models"


def folder_of(models: Path, name: str) -> Path:
    """The folder of one model; two names never share one."""
    slug = re.sub(r"[^A-Za-z0-9.-]+", "-", name).strip("-.")[-60:]
    return models / f"{slug}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a prepared folder, or `None` where nothing was prepared there.

    Raises `ModelUnusable` for a manifest that can't be read.
    """
    file = folder / MANIFEST
    if not file.exists():
        return None
    try:
        fields = json.loads(file.read_text(encoding="utf-8"))
        return Manifest(**{**fields, "inputs": tuple(fields["inputs"])})
    except (ValueError, TypeError, KeyError) as error:
        raise ModelUnusable(
            f"{file} can't be read. Delete {folder} and run `partnerline prepare`."
        ) from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Writes the manifest; it comes last, so a folder with one is whole."""
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")
