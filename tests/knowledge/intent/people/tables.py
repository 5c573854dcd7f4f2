"""All labelled phrasings together."""

from tests.knowledge.intent.people import asked_for_people as people
from tests.knowledge.intent.people import asked_of_the_bot as bot
from tests.knowledge.intent.people import asked_of_the_documents as documents
from tests.knowledge.intent.people import chatter, others_asked_about

LABELLED = {
    "person": people.PERSONS,
    "decision": people.DECISIONS,
    "errand": bot.ERRANDS,
    "outside": bot.OUTSIDE,
    "frustration": bot.FRUSTRATED,
    "smalltalk": chatter.SMALL_TALK,
    "lookup": documents.LOOKUPS + "\n" + documents.CORRECTIONS,
    "price": documents.PRICES,
}
"""Phrasings by the wish they utter; "lookup" and "price" both go to the documents and the lists."""
OTHERS = others_asked_about.OTHERS.splitlines()
NOT_OTHERS = others_asked_about.NOT_OTHERS.splitlines()


def phrasings() -> list[tuple[str, str]]:
    """Every phrasing with its label."""
    return [(text, label) for label, table in LABELLED.items() for text in table.splitlines()]
