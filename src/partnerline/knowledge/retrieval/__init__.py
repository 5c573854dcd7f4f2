"""Finds the passages that bear on a question: by meaning and by words, fused, and the best read word by word."""

from partnerline.knowledge.retrieval.closeness import UNIT, closeness, reread
from partnerline.knowledge.retrieval.finding import Retrieved, retrieve
from partnerline.knowledge.retrieval.fusing import fuse
from partnerline.knowledge.retrieval.weights import WEIGHTS, Weights

__all__ = ["UNIT", "WEIGHTS", "Retrieved", "Weights", "closeness", "fuse", "reread", "retrieve"]
