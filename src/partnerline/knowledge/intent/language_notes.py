"""What a rep reads, in the rep's own language, where the documents are in another and nothing can put them into it."""

from collections.abc import Sequence

from partnerline.knowledge.intent.language import Language

_NOTES: dict[Language, str] = {
    "en": "I can only quote the documents in {languages}, so I've asked a person; the reply comes here.",
    "de": "Ich kann die Unterlagen nur auf {languages} zitieren und habe deshalb einen Menschen gefragt; die Antwort kommt hier.",
    "fr": "Je ne peux citer les documents qu'en {languages} ; j'ai donc demandé à une personne, et la réponse arrivera ici.",
    "es": "Solo puedo citar los documentos en {languages}, así que he preguntado a una persona; la respuesta llegará aquí.",
    "it": "Posso citare i documenti solo in {languages}, quindi ho chiesto a una persona; la risposta arriverà qui.",
}
_NAMES: dict[Language, dict[Language, str]] = {
    "en": {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian"},
    "de": {"en": "Englisch", "de": "Deutsch", "fr": "Französisch", "es": "Spanisch", "it": "Italienisch"},
    "fr": {"en": "anglais", "de": "allemand", "fr": "français", "es": "espagnol", "it": "italien"},
    "es": {"en": "inglés", "de": "alemán", "fr": "francés", "es": "español", "it": "italiano"},
    "it": {"en": "inglese", "de": "tedesco", "fr": "francese", "es": "spagnolo", "it": "italiano"},
}  # fmt: skip
_AND: dict[Language, str] = {"en": "and", "de": "und", "fr": "et en", "es": "y", "it": "e"}


def only_quoted_in(asked: Language, found: Sequence[Language]) -> str:
    """Says in the language asked in which languages the documents found are; a person was asked."""
    named = [_NAMES[asked][language] for language in dict.fromkeys(found)]
    listed = f" {_AND[asked]} ".join([*([", ".join(named[:-1])] if named[1:] else []), named[-1]])
    return _NOTES[asked].format(languages=listed)
