"""Items are never said without what turns their meaning: the item above them, the words that lead into their list."""

import pytest
from tests.knowledge.saying.passages import hit

from partnerline.knowledge.saying import Said, say

PLATFORMS = (
    "- Linux\n  - Ubuntu 22.04\n  - Debian 12\n"
    "- Windows\n  - Windows Server 2016 to 2025\n"
    "- Not supported\n  - macOS\n  - Windows Server 2012"
)
COUNTRIES = "Partners may sell into these countries:\n\n" + "\n".join(
    f"- {name}"
    for name in ["Norway", "Spain", "Georgia", *(f"The land of {n}" for n in "abcdefghij")] * 5
)


def said(question: str, text: str, *headings: str) -> Said:
    found = say(question, [hit(text, *(headings or ("Guide", "Supported platforms")))])
    assert isinstance(found, Said)
    return found


@pytest.mark.parametrize(
    ("question", "item"),
    [("is macOS supported?", "macOS"), ("is Windows Server 2012 supported?", "Windows Server 2012")],
)  # fmt: skip
def test_an_item_stands_below_the_item_it_belongs_to(question: str, item: str) -> None:
    found = said(question, PLATFORMS)
    assert found.text.startswith("**Not supported** (Supported platforms)")
    assert f"- **{item}**" in found.text
    assert found.short == f"**{item}** (Supported platforms: Not supported)"
    assert "Ubuntu" not in found.text
    assert found.verdict is None


def test_what_all_items_share_is_asked_of_all_of_them() -> None:
    assert said("which platforms are supported?", PLATFORMS).text.count("\n") >= 8
    text = said("where is Vaultline ahead?", "- Mainframes\n- Offices in Asia", "Where Vaultline is ahead").text  # fmt: skip
    assert text == "**Where Vaultline is ahead**\n\n- Mainframes\n- Offices in Asia"


def test_the_one_item_asked_for_is_taken_out_of_a_long_list() -> None:
    text = COUNTRIES.replace("- Spain\n", "", 4).replace("- Georgia\n", "", 5)
    assert (
        said("can we sell to Spain?", text, "Territories").text
        == "Partners may sell into these countries: **Spain**"
    )


def test_a_long_list_that_is_asked_for_is_not_cut() -> None:
    text = said("which countries may partners sell into?", COUNTRIES, "Territories").text
    assert text.count("\n- ") + text.count("\n\n- ") >= 65


def test_a_condition_before_the_lead_in_is_said_with_the_list() -> None:
    text = "Never do this while a job runs. Then go on:\n1. Detach the disk.\n2. Pull it out."
    found = said("how do I replace a disk?", text, "Replacing a disk")
    assert found.text.startswith("Never do this while a job runs. Then go on:")
    assert found.text == found.short


def test_a_sentence_before_steps_answers_a_question_that_is_not_about_steps() -> None:
    text = "A failed disk blinks amber. It can be replaced while the device runs.\n1. Detach the disk.\n2. Pull it out."
    found = said("can a disk be replaced while the device runs?", text, "Replacing a disk")
    assert found.text.startswith("A failed disk blinks amber. **It can be replaced while the device runs.**")  # fmt: skip
    assert found.text.count("blinks amber") == 1


def test_what_a_colon_leads_into_is_said_however_long() -> None:
    steps = "\n".join(
        f"{n}. Step {n} of the way, {'which takes a while, ' * 5}" for n in range(1, 10)
    )
    text = f"Concerns are raised online by the instructions below:\n\nOnline reporting:\n{steps}"
    found = said("how are concerns raised online?", text, "Concerns")
    assert "9. Step 9" in found.text


def test_a_paragraph_that_leads_into_what_is_left_out_is_left_out_too() -> None:
    text = "Sign up in the portal.\n\nHere is what your profile will look like:"
    assert said("how do I become a mentor, sign up where?", text, "Mentors").text == "**Sign up in the portal.**"  # fmt: skip
