"""Models to prepare: the packaged one, and tiny ones with random weights."""

import os
from pathlib import Path

import pytest

from partnerline.knowledge.adapters.embedding.prepare import PACKAGED, prepare
from partnerline.knowledge.adapters.embedding.prepared import default_models_folder

os.environ["HF_HUB_OFFLINE"] = (
    "1"  # read when the hub's client is imported: nothing here leaves the machine
)

WORDS = (
    "[PAD] [UNK] [CLS] [SEP] [MASK] gateway sensor price the of a is red blue , . ##s ##ed".split()
)


@pytest.fixture(scope="session")
def models() -> Path:
    """The user's own folder of prepared models, with the packaged one in it: made once, used by every run."""
    folder = default_models_folder()
    prepare(PACKAGED, folder)
    return folder


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers model of two small layers, in a folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(7)
    source = tmp_path_factory.mktemp("bert")
    (source / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    shape = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2}
    config = BertConfig(vocab_size=len(WORDS), intermediate_size=64, **shape)
    BertModel(config).save_pretrained(source)
    BertTokenizerFast(str(source / "vocab.txt")).save_pretrained(source)
    layers = Transformer(str(source), max_seq_length=16)
    model = SentenceTransformer(modules=[layers, Pooling(32)], device="cpu")
    folder = tmp_path_factory.mktemp("tiny")
    model.save(str(folder))
    return folder
