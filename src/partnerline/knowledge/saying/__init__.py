"""What is said: which words of which passages, in which order, and what is kept together."""

from partnerline.knowledge.saying.said import Contradiction, Said, Verdict
from partnerline.knowledge.saying.say import say
from partnerline.knowledge.saying.section import Neighbours
from partnerline.knowledge.saying.settled import Settled, settle

__all__ = ["Contradiction", "Neighbours", "Said", "Settled", "Verdict", "say", "settle"]
