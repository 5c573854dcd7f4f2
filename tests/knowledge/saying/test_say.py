from collections.abc import Sequence

import pytest
from tests.knowledge.saying.passages import hit

from partnerline.knowledge.model import Passage
from partnerline.knowledge.saying import Said, say

DATA = (
    "Property: Weight · GX-10: 620 g · GX-10-B: 780 g\n"
    "Property: Operating temperature · GX-10: -25 to +60 °C · GX-10-B: -20 to +50 °C\n"
    "Property: Protection · GX-10: IP30 · GX-10-B: IP30\n\n"
    "All data without a housing."
)
STEPS = (
    "1. Apply in the portal at least 30 days before the event.\n"
    "2. We answer within 5 working days.\n"
    "3. Claim within 45 days of the event."
)
CONDITIONS = (
    "A project can be registered where all of this holds:\n"
    "- It is worth at least 15,000.\n"
    "- The customer is named.\n"
    "- Nobody else has registered it."
)


def said(question: str, *hits: object, **more: object) -> Said:
    found = say(question, hits, **more)  # type: ignore[arg-type] # hits and neighbours, as the tests name them
    assert isinstance(found, Said)
    return found


def first_line(found: Said) -> str:
    return found.text.splitlines()[0]


def test_the_sentence_that_answers_comes_first_and_the_others_follow() -> None:
    text = "Firmware is signed. Security updates come for 5 years after the last sale. Ports are closed."
    found = said("how long do security updates come?", hit(text, "Security"))
    assert found.lead == "Security updates come for 5 years after the last sale."
    assert first_line(found).startswith(f"**{found.lead}**")
    assert "Firmware is signed." in found.text


def test_a_sentence_that_leans_on_the_one_before_is_not_said_without_it() -> None:
    text = (
        "The battery keeps the radio running. It is charged again in 3 hours. Spare parts are sold."
    )
    found = said("how long until it is charged again", hit(text, "Battery"))
    assert found.lead == "It is charged again in 3 hours."
    assert first_line(found) == (
        "The battery keeps the radio running. **It is charged again in 3 hours.** Spare parts are sold."
    )


def test_a_first_sentence_that_leans_on_its_heading_is_said_under_it() -> None:
    found = said(
        "when does a registration lapse", hit("It lapses after 90 days.", "When it lapses")
    )
    assert found.text == "**When it lapses**\n\n**It lapses after 90 days.**"


def test_a_cell_is_said_with_what_its_row_and_column_are_called() -> None:
    found = said("max temp of the GX-10-B?", hit(DATA, "GX-10", "Technical data"))
    assert first_line(found) == "**Operating temperature: -20 to +50 °C** (GX-10-B)"
    assert "All data without a housing." in found.text
    assert "620 g" not in found.text
    assert "+60" not in found.text
    assert found.lead in found.citations[0].quote


@pytest.mark.parametrize("spelled", ["GX-10-B", "gx10b", "gx 10 b", "Gx-10b"])
def test_a_part_number_is_meant_however_it_is_spelled(spelled: str) -> None:
    assert "780 g" in first_line(said(f"weight of the {spelled}", hit(DATA, "Technical data")))


def test_a_row_without_a_column_asked_for_is_a_table_under_its_headings() -> None:
    found = said("what protection do they have", hit(DATA, "Technical data"))
    assert found.text.startswith(
        "| Property | GX-10 | GX-10-B |\n| --- | --- | --- |\n| Protection | IP30 | IP30 |"
    )


def test_an_entity_row_says_which_of_its_properties() -> None:
    text = "Tier: Gold · Share paid: 50 % · Cap: 8,000\nTier: Platinum · Share paid: 60 % · Cap: 20,000"
    found = said("what cap does a gold partner have", hit(text, "Funds"))
    assert found.text == "**Cap: 8,000** (Gold)"


def test_a_table_of_two_hundred_rows_says_the_one_that_answers() -> None:
    rows = "\n".join(f"Code: K{n:03d} · Meaning: fault number {n:03d}" for n in range(200))
    found = said("what does the code K077 mean", hit(rows, "Fault codes"))
    assert "077" in found.text
    assert "078" not in found.text
    assert len(found.text) < 200


def test_a_table_asked_for_as_a_whole_is_said_as_far_as_it_can_be_read() -> None:
    rows = "\n".join(f"Code: K{n:03d} · Meaning: fault number {n:03d}" for n in range(200))
    found = said("show me the fault codes", hit(rows, "Fault codes"))
    assert 400 < len(found.text) < 800
    assert found.text.rstrip().endswith("|")


def test_steps_come_whole_and_in_order() -> None:
    found = said("how do I apply for funds", hit(STEPS, "How to apply"))
    assert found.text == f"**How to apply**\n\n{STEPS}"


def test_a_step_that_answers_a_fact_is_said_before_all_of_them() -> None:
    found = said("by when must I claim after the event", hit(STEPS, "How to apply"))
    assert first_line(found) == "**Claim within 45 days of the event.** (How to apply)"
    assert found.text.endswith(STEPS)


def test_steps_split_over_passages_come_whole_with_the_neighbours() -> None:
    one, two, three = STEPS.splitlines()
    parts = [
        hit(text, "How to apply", position=n) for n, text in enumerate((one, f"{two}\n{three}"))
    ]

    def neighbours(_: Passage) -> Sequence[Passage]:
        return [part.passage for part in parts]

    for best in parts:
        found = said("how do I apply for funds", best, neighbours=neighbours)
        assert found.text == f"**How to apply**\n\n{STEPS}"
        assert {one.quote for one in found.citations} == {one, f"{two}\n{three}"}
        assert said("how do I apply for funds", best, *parts).text == found.text


def test_steps_never_start_in_the_middle() -> None:
    second = hit("\n".join(STEPS.splitlines()[1:]), "How to apply", position=1)
    assert say("how do I apply for funds", [second]) is None
    found = said("within how many days must I claim", second)
    assert found.text == "**Claim within 45 days of the event.** (How to apply)"


def test_steps_with_a_note_between_them_are_one() -> None:
    text = "1. Stop it.\n\nNote that it is hot.\n\n2. Open it.\n3. Clean it."
    assert said("how do I clean it", hit(text, "Cleaning")).text.endswith(text)


def test_a_list_comes_with_the_sentence_that_leads_into_it() -> None:
    found = said("what are the conditions for a project", hit(CONDITIONS, "Conditions"))
    intro, *items = CONDITIONS.splitlines()
    assert found.text == f"{intro}\n\n" + "\n".join(items)


def test_an_item_that_answers_comes_first_and_the_list_is_not_cut() -> None:
    found = said("is the customer to be named?", hit(CONDITIONS, "Conditions"))
    assert found.text.splitlines() == [
        "A project can be registered where all of this holds: **The customer is named.**",
        "",
        "- It is worth at least 15,000.",
        "- Nobody else has registered it.",
    ]


def test_an_item_is_never_said_without_the_heading_that_turns_its_sense() -> None:
    text = "- Services\n- Orders under a promotion code\n- Late invoices"
    found = said("promotion code orders", hit(text, "Rebate", "What does not count"))
    assert first_line(found) == "**Orders under a promotion code** (What does not count)"


@pytest.mark.parametrize("heading", ["Not covered", "Only for the GX-10-L", "Exclusions"])
def test_a_sentence_under_a_heading_that_turns_its_sense_is_said_under_it(heading: str) -> None:
    found = said("is lightning covered", hit("Lightning and water damage.", "Warranty", heading))
    assert found.text == f"**{heading}**\n\n**Lightning and water damage.**"
    assert found.verdict is None


def test_a_first_item_that_answers_is_marked_where_it_stands() -> None:
    found = said("how much must the project be worth", hit(CONDITIONS, "Conditions"))
    assert found.text.splitlines()[2] == "- **It is worth at least 15,000.**"


def test_another_product_of_the_family_does_not_answer() -> None:
    text = "The GX-10-L weighs 650 g and is light.\n\nThe GX-10 is sturdy and weighs 620 g."
    assert "620" in said("weight of the GX-10", hit(text, "GX series")).lead


def test_a_question_in_the_text_answers_nothing() -> None:
    text = "Q. How long is the trial?\n\nA: You can use it for 14 days."
    assert said("how long is the trial", hit(text, "FAQ")).lead == "A: You can use it for 14 days."


@pytest.mark.parametrize("text", ["", " \n ", "---", "***\n\n###"])
def test_a_passage_without_words_is_passed_over(text: str) -> None:
    assert say("how heavy is it", [hit(text)]) is None
    assert (
        said("how heavy is it", hit(text), hit("It weighs 5 kg.", path="b.md")).lead
        == "It weighs 5 kg."
    )


def test_nothing_found_is_nothing_said() -> None:
    assert say("how heavy is it", []) is None


def test_a_long_paragraph_is_said_in_whole_sentences() -> None:
    sentences = [f"Sentence number {n} says nothing about it at all." for n in range(60)]
    sentences[40] = "The fee is 15 euros."
    found = said("how high is the fee", hit(" ".join(sentences), "Fees"))
    assert found.text.startswith("**The fee is 15 euros.**")
    assert len(found.text) <= 700
    assert all(part.endswith((".", "**")) for part in found.text.split("\n\n"))


def test_a_sentence_without_end_is_broken_off_between_words() -> None:
    found = said("what is it", hit("word " * 800, "It"))
    assert len(found.text) < 1100
    assert found.text.endswith("word …**")


@pytest.mark.parametrize(
    "text",
    [
        "<div class='x'>Weight: 5 kg</div>",
        "def f(x):\n    return x * 2",
        '{"weight": "5 kg"}',
        "Das Gewicht beträgt 5 kg. Es ist leicht.",
        "重量は5キロです。軽いです。",
        "| a | b |\n| --- | --- |",
        "**Bold** and _more_ [link](x)",
    ],
)
def test_odd_passages_are_quoted_as_they_are(text: str) -> None:
    found = said("weight?", hit(text, "Odd"))
    assert found.lead in text
    assert found.citations[0].quote in text


def test_both_documents_that_say_the_same_are_cited() -> None:
    own = hit("The warranty of the GX-10 is 36 months.", "Warranty")
    other = hit(
        "Point: Warranty · GX-10: 36 months · ZX-1: 24 months", "Side by side", path="b.pptx"
    )
    third = hit("The GX-10-B has a warranty of 24 months.", "Warranty", path="c.md")
    found = said("how long is the warranty of the GX-10", own, other, third)
    assert [one.source for one in found.citations] == ["docs/guide.md", "b.pptx"]


def test_other_figures_and_other_matters_are_not_cited_beside() -> None:
    own = hit("The warranty of the GX-10 is 36 months.", "Warranty")
    fee = hit("The contract of the GX-10 runs for 36 months.", "Contract", path="b.md")
    found = said("how long is the warranty of the GX-10", own, fee)
    assert [one.source for one in found.citations] == ["docs/guide.md"]
