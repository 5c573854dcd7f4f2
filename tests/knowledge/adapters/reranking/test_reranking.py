"""What every reranker does, and what only a real cross-encoder can get wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fakes import FakeReranker

from partnerline.knowledge.adapters.reranking.cross_encoder import CrossEncoderReranker
from partnerline.knowledge.errors import ModelUnusable
from partnerline.knowledge.ports import Reranker

TEXTS = ["The gateway is red.", "It costs nothing.", "How long is the warranty? Two years."]
WORDS = "the gateway is red it costs nothing how long warranty two years a what does cost . ?"


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Makes the folder of a cross-encoder of random weights, with so many scores a pair."""

    def make(labels: int) -> Path:
        import torch
        from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

        folder = tmp_path_factory.mktemp("cross-encoder")
        torch.manual_seed(1)
        vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS.split()]
        config = BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=16,
            num_labels=labels,
        )
        BertForSequenceClassification(config).save_pretrained(folder)
        (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
        BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
        return folder

    return make


@pytest.fixture(params=["fake", "cross-encoder"])
def reranker(request: pytest.FixtureRequest, tiny: Callable[[int], Path]) -> Reranker:
    """A reranker of either kind."""
    return FakeReranker() if request.param == "fake" else CrossEncoderReranker(str(tiny(1)))


class TestReranker:
    """The contract."""

    def test_each_text_has_a_score_in_the_texts_order(self, reranker: Reranker) -> None:
        scores = reranker.rerank("is the gateway red?", TEXTS)
        assert len(scores) == len(TEXTS)
        assert all(type(score) is float for score in scores)
        turned = reranker.rerank("is the gateway red?", TEXTS[::-1])
        assert turned == pytest.approx(scores[::-1], abs=1e-5)

    def test_no_texts_have_no_scores(self, reranker: Reranker) -> None:
        assert reranker.rerank("is the gateway red?", []) == ()

    def test_a_texts_score_does_not_hang_on_what_stands_beside_it(self, reranker: Reranker) -> None:
        alone = reranker.rerank("what does it cost", TEXTS[:1])
        assert alone == pytest.approx(reranker.rerank("what does it cost", TEXTS)[:1], abs=1e-5)

    def test_the_same_is_judged_the_same_twice(self, reranker: Reranker) -> None:
        assert reranker.rerank("red", TEXTS) == pytest.approx(reranker.rerank("red", TEXTS))

    @pytest.mark.parametrize("text", ["", "\0", "😀" * 2000])
    def test_any_text_can_be_judged(self, reranker: Reranker, text: str) -> None:
        assert len(reranker.rerank(text, [text])) == 1


def test_a_model_that_isnt_there_is_named_with_the_mend(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="PARTNERLINE_RERANKER"):
        CrossEncoderReranker(str(tmp_path / "none")).rerank("red", TEXTS)


def test_a_model_with_several_scores_a_pair_is_refused(tiny: Callable[[int], Path]) -> None:
    with pytest.raises(ModelUnusable, match="3 scores"):
        CrossEncoderReranker(str(tiny(3))).rerank("red", TEXTS)


def test_nothing_is_loaded_before_it_is_used(tmp_path: Path) -> None:
    assert CrossEncoderReranker(str(tmp_path / "none")).rerank("red", []) == ()
