"""Text that speaks to a machine rather than to a reader: it is never evidence for what a machine says."""

import re

_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|ignorier\w*|vergiss|vergessen sie|missachte\w*|ignore[zr]|oublie[zr]?|ignora\w*|olvida\w*|"
    r"dimentica\w*)\b.{0,40}\b(?:instruction\w*|rules?|prompts?|guidelines?|previous|prior|above|anweisung\w*|regeln|vorgaben|consignes|règles|instrucci\w+|"
    r"reglas|istruzion\w+|regole)\b|"
    r"\b(?:system prompt|system message|developer message|jailbreak|you are (?:now )?(?:a|an|the) (?:ai|assistant|bot|chatbot|language model|helpful)|"
    r"as an ai\b|(?:note|message|instructions?|hinweis|attention) (?:to|for|an|für) (?:the |any |all |den |das |die )?(?:ai|assistant|bot|chatbot|model|llm|assistenten|modell)\w*|"
    r"(?:the |dear )?(?:assistant|chatbot|bot|language model|llm|ai) (?:must|should|shall|has to|is to|may now)\b|"
    r"(?:respond|reply|answer) (?:only |always |exactly )?with\b|do not (?:tell|reveal|mention) (?:this|the user)|when (?:asked|answering)\b.{0,40}\b(?:say|answer|reply|tell)|"
    r"(?:tell|inform|promise|offer) (?:the |every |any |all )(?:user|rep|asker|reader)s?)\b|"
    r"<\|?(?:im_start|im_end|system|user|assistant)|\[/?(?:inst|system)\]|^\s*(?:system|assistant|user)\s*:",
    re.MULTILINE,
)


def holds_orders(folded: str) -> bool:
    """Whether a folded text gives a machine orders. A passage on such texts is left out with them."""
    return bool(_ORDER.search(folded))
