import pytest
from tests.evals.examples import CITED, DAY, answer, escalation, expectation, priced, trial

from partnerline.evals.model import Trial
from partnerline.evals.statements import statements
from partnerline.knowledge.model import Citation, Question, Turn

BATTERY = Citation(
    source="datasheets/ax-200.pdf",
    locator="p. 4",
    quote="A backup battery is not included. With it the gateway runs for 4 hours.\nWarranty: 24 months.",
)


def faults(text: str, *cited: Citation, question: str = "What does it run on?") -> list[str]:
    given = answer(text=text, citations=cited or (CITED,))
    return [said.fault for said in statements(trial(given, question))]


def test_each_sentence_item_and_row_is_a_statement():
    text = "It runs on DC. It needs 9 V.\n\n- from 9 V\n1. to 36 V\n| V | 36 |"
    assert len(faults(text)) == 5


@pytest.mark.parametrize(
    "text",
    [
        "**Power supply**",
        "## Power supply",
        "The gateway's power supply:",
        "— datasheets/ax-200.pdf, p. 3",
        "— [datasheets/ax-200.pdf, p. 3](https://library.example/9/a%20b.pdf)",
        "Source: datasheets/ax-200.pdf, p. 3.",
        "|---|:--|",
        "Yes.",
        "",
    ],
)
def test_titles_places_and_what_has_no_telling_word_say_nothing(text):
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Runs from 9 to 36 V DC.",
        "It **runs** from 9 to 36 V DC.",
        "The AX-200 runs on 9 to 36 V DC",
        "> Runs from 9 to 36 V DC.",
    ],
)
def test_what_is_quoted_or_said_in_the_cited_words_rests_on_them(text):
    assert faults(text) == [""]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("It runs from 9 to 48 V DC.", "from nowhere: '48'"),
        ("Solar panels charge it on every roof.", "its words don't stand in what is cited"),
        ("It runs from 9 to 36 V DC, fanless, silent, rugged.", "some of its words"),
    ],
)
def test_a_number_or_words_from_nowhere_rest_on_nothing(text, fault):
    (found,) = faults(text)
    assert found.startswith(fault)


def test_the_question_s_words_alone_prove_nothing():
    asked = "does the AX-200 have an SD card slot"
    assert faults("Yes, the AX-200 has an SD card slot.", question=asked) != [""]


def test_the_question_s_words_help_where_the_answer_is_cited():
    lights = Citation(source="a.pdf", locator="p. 1", quote="AX-200 sensors: 64.")
    asked = "how many sensors can one AX-200 handle?"
    assert faults("One AX-200 can handle 64 sensors.", lights, question=asked) == [""]


def test_what_is_denied_there_is_denied_here():
    assert faults("A backup battery is included.", BATTERY) == ["leaves out a denial"]
    assert faults("The backup battery is not included.", BATTERY) == [""]
    assert faults("It doesn't run from 9 to 36 V DC.") == ["denies what is cited"]
    assert faults("With it the gateway runs for 4 hours.", BATTERY) == [""]


def test_of_a_computed_price_only_the_numbers_are_looked_at():
    text = "Our best offer, never heard of: EUR 81,200.00."
    assert [said.fault for said in statements(trial(priced(text=text)))] == [""]
    assert statements(trial(priced(text="Or EUR 79,000.00.")))[0].fault
    offer = answer(text="Name the code when you ask.", signals={"exact": 1.0})
    assert [said.fault for said in statements(trial(offer))] == [""]


def test_what_is_no_answer_states_nothing():
    assert statements(trial(escalation(text="Solar panels, 48 V."))) == ()


def test_an_earlier_question_counts_as_asked():
    question = Question(
        text="and it?", as_of=DAY, history=(Turn(role="user", text="solar gateways of 48 V?"),)
    )
    given = answer(text="Solar gateways run from 9 to 36 V DC, 48 V.")
    (said,) = statements(Trial(expected=expectation(), question=question, answer=given))
    assert said.fault == ""
