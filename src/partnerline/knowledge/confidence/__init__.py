"""How likely an answer is right, from what can be measured about its evidence."""

from partnerline.knowledge.confidence.fitted import Confidence, shipped
from partnerline.knowledge.confidence.kinds import QuestionKind, kind_of
from partnerline.knowledge.confidence.signals import signals_of
from partnerline.knowledge.confidence.units import UnitVectors

__all__ = ["Confidence", "QuestionKind", "UnitVectors", "kind_of", "shipped", "signals_of"]
