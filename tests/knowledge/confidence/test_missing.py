"""What a question asks for by its form and a text doesn't hold."""

import pytest

from partnerline.knowledge.confidence import kind_of
from partnerline.knowledge.confidence.measures import misses_measure
from partnerline.knowledge.confidence.missing import misses_kind, products_in


@pytest.mark.parametrize(
    ("question", "text", "misses"),
    [
        ("which firm audits you?", "An outside firm audits us every year.", True),
        ("which firm audits you?", "An audit by Hollis & Reed takes place every May.", False),
        ("who signs the contract?", "The contract is signed in May.", True),
        ("who signs the contract?", "The regional manager signs it.", False),
        ("who do I write to?", "Write to orders@vendor.example.", False),
        ("when does it end?", "It ends at some point.", True),
        ("when does it end?", "It ends on 3 May 2026.", False),
        (
            "how many doors does it have?",
            "It has 3 windows at the front and, behind, large doors.",
            True,
        ),
        ("how many doors does it have?", "It has 3 doors.", False),
        ("how does it open?", "By hand.", False),
    ],
)
def test_a_text_lacks_the_kind_of_answer_that_is_asked_for(question, text, misses):
    assert misses_kind(question, text) is misses


@pytest.mark.parametrize(
    ("question", "text", "misses"),
    [
        ("how heavy is it?", "It weighs 4.2 kg.", False),
        ("weight?", "It is 40 mm wide.", True),
        ("max ambient temperature", "Works up to 60 °C.", False),
        ("how cold may it get", "Works in any weather.", True),
        ("antenna gain in dbi", "Two SMA sockets.", True),
        ("which uptime do you promise", "99.9 % a month.", False),
        ("how often is it tested?", "It is tested every year.", False),
        ("how often is it tested?", "It was tested in May.", True),
        ("who made it?", "We did.", False),
    ],
)
def test_a_quantity_is_missed_where_no_figure_is_in_its_units(question, text, misses):
    assert misses_measure(question, text) is misses


def test_part_numbers_are_told_from_counts_and_years():
    assert products_in(["QX-200-B and qx300, an RT-LTE-2M"]) == {"qx200b", "qx300", "rtlte2m"}
    assert products_in(["3 weeks ago, like 100 of prio 1 in May 2026, first-rate"]) == frozenset()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("how much rebate do we get?", "money"),
        ("is there a handling fee", "money"),
        ("what % of the stand is paid?", "money"),
        ("how heavy is it?", "knowledge"),
        ("does it work in the cold?", "knowledge"),
    ],
)
def test_questions_about_amounts_are_a_kind_of_their_own(question, kind):
    assert kind_of(question) == kind
    assert kind_of(question, voiced=True) == "objection"
