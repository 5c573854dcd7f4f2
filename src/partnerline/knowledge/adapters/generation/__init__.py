"""A language model by way of langchain: any provider it reaches, imported at first use."""

from partnerline.knowledge.adapters.generation.chat import ChatGenerator
from partnerline.knowledge.adapters.generation.packages import package_of, provider_of
from partnerline.knowledge.adapters.generation.streaming import Patience

__all__ = ["ChatGenerator", "Patience", "package_of", "provider_of"]
