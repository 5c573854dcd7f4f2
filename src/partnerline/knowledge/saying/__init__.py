"""What is said: which words of which passages, in which order, and what is kept together."""

from partnerline.knowledge.saying.said import Contradiction, Said, Verdict
from partnerline.knowledge.saying.say import say
from partnerline.knowledge.saying.section import Neighbours

__all__ = ["Contradiction", "Neighbours", "Said", "Verdict", "say"]
