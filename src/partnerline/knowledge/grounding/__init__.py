"""Holds what is said to the passages it rests on: quotes to the letter, a model's sentences claim by claim."""

from partnerline.knowledge.grounding.quoting import Excerpt, excerpt, stands_in

__all__ = ["Excerpt", "excerpt", "stands_in"]
