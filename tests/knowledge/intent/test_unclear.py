"""What is too unclear to look up, and what is asked back."""

import pytest
from tests.knowledge.intent.threads_told import ALONE, FOLLOWED, NAMES

from partnerline.knowledge.intent.unclear import ask_back, asks_back, is_unclear

TOPICS = ("Technical data", "Battery backup (AX-200-B)", "AX-200 series", "Protocols (AX-200)", "Warranty periods", "In the box", "Delivery")  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "it doesn't work", "info please", "help", "question", "I have a question", "can you help me?", "AX-200?", "AX-200", "AX-200 not working", "tell me about the AX-200",
        "more information about the AX-200 please", "how heavy is it?", "what is its weight?", "who approves it?", "is it possible?", "does it work offline?", "yes", "maybe", "???",
        "hi, Watchline Pro", "eine Frage", "es funktioniert nicht", "ça ne marche pas", "no funciona", "non funziona", "ZF-150", "Corvane 40?", "need info on GX-9 asap", "something is broken",
    ],
)  # fmt: skip
def test_what_says_too_little_is_asked_back(text: str) -> None:
    asked = ask_back(text, NAMES, TOPICS)
    assert asked is not None
    assert asked.text.endswith("?")
    assert "\n" not in asked.text
    assert len(asked.choices) <= 5


@pytest.mark.parametrize(
    "text",
    [
        "tell me about warranty", "warranty", "RMA?", "MDF", "AX-200 weight", "AX-200 datasheet", "weight of the AX-200", "gateway offline", "deal registration", "return policy", "who approves MDF?",
        "the customer's line is down and nothing is sent", "customer says it is too heavy for the wall", "is it possible to return opened goods?", "Wie lange ist die Garantie?", "délai de livraison",
        "does the ZF-150 work with 50 ml tubes", "Corvane 40 noise", "support hours", "what is new in Harbourline Desk",
    ],
)  # fmt: skip
def test_what_is_clear_enough_is_looked_up(text: str) -> None:
    assert ask_back(text, NAMES, TOPICS) is None


def test_no_question_of_the_thread_tables_is_called_unclear_once_it_stands_alone() -> None:
    whole = [text for _, text in (*FOLLOWED, *ALONE)]
    assert [text for text in whole if is_unclear(text, NAMES)] == []


def test_choices_are_of_the_product_and_name_no_other() -> None:
    asked = ask_back("AX-200?", NAMES, TOPICS)
    assert asked is not None
    assert asked.text == "What would you like to know about AX-200?"
    assert asked.choices == ("AX-200: Technical data", "AX-200 series", "AX-200: Protocols", "AX-200: Warranty periods", "AX-200: In the box")  # fmt: skip


def test_choices_come_from_what_was_given_alone() -> None:
    asked = ask_back("info please", NAMES, ("Returns", "returns", "Delivery"))
    assert asked is not None
    assert asked.choices == ("Returns", "Delivery")
    bare = ask_back("info please")
    assert bare is not None
    assert bare.choices == ()


def test_an_answer_that_ends_in_a_question_does_not_ask_back() -> None:
    assert asks_back("**Which one do you mean?**\n\n- AX-40")
    assert not asks_back("Per sensor it is cheaper.\n\nQuestion to ask back: How many sensors?")
