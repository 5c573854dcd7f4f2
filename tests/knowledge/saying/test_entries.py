"""Sections that hold one entry after the other: a page of questions, release notes without headings."""

from tests.knowledge.saying.passages import hit

from partnerline.knowledge.saying import Said, say

QUESTIONS = (
    "Where is the data stored?\n\nIn Lyon and Turin. It cannot be moved later.\n\n"
    "Is there a free trial?\n\nYes, 30 days with 100 GB. A credit card is not needed.\n\n"
    "What happens when the trial ends?\n\nBackups stop. The data is kept for 14 days and then deleted."
)
NOTES = (
    "New in this release\n1) Restores run up to three times faster.\n2) The console speaks French.\n\n"
    "Known problems\n1) Tape libraries are not found.\n2) Restores of more than 4 TB in one job fail.\n\n"
    "How to roll back\n1) Stop all jobs.\n2) Run the script.\n3) Start the service."
)


def said(question: str, text: str, **more: object) -> Said:
    found = say(question, [hit(text, "Guide", "Cloud service", **more)])  # type: ignore[arg-type] # as hit names them
    assert isinstance(found, Said)
    return found


def test_of_a_page_of_questions_only_the_answer_to_the_one_asked_is_said() -> None:
    found = said("is there a free trial?", QUESTIONS)
    assert found.text == "**Yes, 30 days with 100 GB.** A credit card is not needed."
    assert found.verdict == "yes"


def test_under_the_question_itself_the_first_sentence_answers() -> None:
    found = said("what happens when the trial ends?", QUESTIONS)
    assert found.text.startswith("**Backups stop.** The data is kept for 14 days")


def test_a_line_of_its_own_heads_the_steps_below_it() -> None:
    found = said("how do I roll back?", NOTES)
    assert found.text.startswith("**How to roll back**\n\n1) Stop all jobs.")
    assert "Known problems" not in found.text
    assert "How to roll back" in found.citations[0].quote


def test_a_line_that_a_layout_broke_heads_nothing() -> None:
    text = "A private plan is one that can be seen and\n\npurchased only by the customer the\n\npublisher designates"
    assert "private plan" in said("what is a private plan?", text).text


def test_what_stands_before_the_entries_is_still_found() -> None:
    text = f"Support answers the telephone from 8 to 18.\n\n{QUESTIONS}"
    assert "from 8 to 18" in said("when does support answer the telephone?", text).text


def test_a_list_of_questions_alone_is_passed_over() -> None:
    contents = hit("On this page\n- What is a tier?\n- How do I rise to gold?", "Tiers", position=0)
    rule = hit("Gold needs two trained technicians.", "Rise to gold", position=3)
    found = say("how do I rise to gold?", [contents, rule])
    assert isinstance(found, Said)
    assert found.lead == "Gold needs two trained technicians."


def test_a_yes_to_a_question_that_is_not_shown_is_left_out_beside_a_row() -> None:
    text = "Yes, for Pro. There is none for Starter.\nEdition: Starter · Availability: none\nEdition: Pro · Availability: 99.5 %"
    found = say("availability of Pro", [hit(text, "Guide", "Do you offer an agreement?")])
    assert isinstance(found, Said)
    assert found.text == "**Availability: 99.5 %** (Pro)"
