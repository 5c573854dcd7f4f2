"""Which of five languages a text is written in, by its most frequent words."""

from typing import Literal

from partnerline.knowledge.words import words

Language = Literal["en", "de", "fr", "es", "it"]

_FREQUENT: dict[Language, frozenset[str]] = {
    "en": frozenset("the of and to is are in for on with by an be it that this from at you your which must can will has have not or up their its if within does".split()),
    "de": frozenset("der die das und ist sind von mit für ein eine einen einem einer den dem des im auf nicht zu wird werden sie es bei nach oder aus bis auch kann können hat haben ohne keine kein innerhalb".split()),
    "fr": frozenset("le la les des et est sont de du un une pour avec dans sur par que qui ne pas au aux ce cette vous votre il elle peut doit être ont sans jusqu".split()),
    "es": frozenset("el la los las y es son de del un una para con en por que se su al lo puede debe ser tiene este esta usted hasta desde sin está están hay".split()),
    "it": frozenset("il lo la gli le è sono di del della dei delle un una con da che non si al alla può deve essere ha questo questa fino nel nella senza dal".split()),
}  # fmt: skip


def language_of(text: str, *, least: int = 2) -> Language | None:
    """The text's language, `None` where fewer than `least` of its words tell of one, or almost as many of another."""
    said = words(text)
    counts = {
        language: sum(word in frequent for word in said) for language, frequent in _FREQUENT.items()
    }
    best, second, *_ = sorted(counts, key=lambda language: -counts[language])
    clear = counts[best] >= least and counts[best] > counts[second] * 1.5
    return best if clear else None
