import pytest

from partnerline.knowledge.expected import Expected, expected_of, holds


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how many sensors can one gateway handle", "number"),
        ("max ambient temp for the GX-10?", "number"),
        ("how accurate is the probe", "number"),
        ("extra discount for a registered deal as silver", "number"),
        ("how long does the battery last?", "duration"),
        ("how many years does the battery last", "duration"),
        ("lead time GX-10", "duration"),
        ("how early do I have to ask", "duration"),
        ("hi, how quickly do you answer?", "duration"),
        ("when was your last audit", "date"),
        ("until when do old boxes get patches", "date"),
        ("which year was it founded?", "date"),
        ("can it run outdoors?", "yes_no"),
        ("Ok, so does it support SAML", "yes_no"),
        ("The customer sent the order, do I need a copy?", "yes_no"),
        ("FAQ: Does it support SAML?", "yes_no"),
        ("who approves a special price?", "person"),
        ("whom do I write to", "person"),
        ("where is the data stored", "place"),
        ("how do I register a deal?", "steps"),
        ("how can a partner claim the money", "steps"),
        ("What should I do if a unit is dead on arrival?", "steps"),
        ("steps to return goods", "steps"),
        ("what are the conditions", "list"),
        ("which are the supported ports", "list"),
        ("requirements for gold", "list"),
        ("what is MDF?", "definition"),
        ("what does NFR stand for", "definition"),
        ("why do we need a gateway?", "reason"),
        ("which sensor is for cryogenic tanks", "name"),
        ("customer says it is too expensive", "open"),
        ("", "open"),
        ("can you tell me how to return goods", "steps"),
        ("could you explain the rules", "open"),
    ],
)
def test_the_words_of_a_question_say_what_is_wanted(question: str, expected: Expected) -> None:
    assert expected_of(question) == expected


@pytest.mark.parametrize(
    ("expected", "told", "other"),
    [
        ("number", "up to 64 sensors", "a lot of sensors"),
        ("number", "none", "it depends"),
        ("duration", "It lasts five years.", "It lasts."),
        ("duration", "within 24 hours", "within reason"),
        ("date", "until 2031-06-30", "until the end"),
        ("date", "in May 2026", "soon"),
        ("yes_no", "It can be fitted.", "Weight 620 g"),
        ("person", "Ask the duty manager.", "after 4 hours"),
        ("person", "write to rma@vendor.example", "write it down"),
        ("place", "The data is in Frankfurt.", "stored"),
        ("steps", "1. Fill in the form\n2. Wait", "a form"),
        ("steps", "Ask for a number first.", "a number"),
        ("list", "- one\n- two", "- one"),
        ("list", "a gateway, a clip, a guide and a cable", "a gateway"),
        ("definition", "MDF is money for marketing.", "marketing"),
        ("reason", "because it freezes", "it freezes"),
        ("name", "take the TS-100", "take it"),
    ],
)
def test_a_text_holds_that_kind_or_not(expected: Expected, told: str, other: str) -> None:
    assert holds(expected, told)
    assert not holds(expected, other)


def test_whatever_is_said_may_answer_an_open_question() -> None:
    assert holds("open", "")
