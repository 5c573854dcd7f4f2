from datetime import date

import pytest
from tests.knowledge.saying.passages import hit

from partnerline.knowledge.partners import Audience
from partnerline.knowledge.saying import Contradiction, Said, say

PERIOD = "how long is the warranty of the GX-10"


def outcome(question: str, one: str, other: str, *headings: str) -> Contradiction | Said | None:
    return say(question, [hit(one, *headings, path="a.md"), hit(other, *headings, path="b.md")])


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (PERIOD, "The warranty of the GX-10 is 36 months.", "The warranty of the GX-10 lasts 24 months."),
        (PERIOD, "Part: GX-10 · Warranty: 36 months", "Part: GX-10 · Warranty: 24 months"),
        (PERIOD, "Property: Warranty · GX-10: 36 months · GX-20: 60 months", "Property: Warranty · GX-10: 24 months · GX-20: 60 months"),
        ("when does the programme end", "The programme ends on 2026-12-31.", "The programme ends on 2027-03-31."),
        ("does Pro have an audit trail", "Feature: Audit trail · Basic: no · Pro: yes", "Feature: Audit trail · Basic: no · Pro: no"),
        ("can opened goods be returned", "Opened goods can be returned.", "Opened goods cannot be returned."),
        ("until when is version 6 supported?", "Version 6 is supported until 31 March 2027.", "Version 6 is supported until 31 December 2026."),
    ],
)  # fmt: skip
def test_another_figure_day_or_denial_of_the_same_is_a_contradiction(
    question: str, one: str, other: str
) -> None:
    found = outcome(question, one, other)
    assert isinstance(found, Contradiction)
    assert {account.quote for account in found.accounts} == {one, other}


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (PERIOD, "The warranty of the GX-10 is 36 months.", "The warranty of the GX-10 is 36 months."),
        (PERIOD, "The warranty of the GX-10 is 36 months.", "The warranty of the GX-20 is 24 months."),
        (PERIOD, "The warranty of the GX-10 is 36 months.", "The warranty of the GX-10-B is 24 months."),
        (PERIOD, "The warranty of the GX-10 is 36 months.", "The warranty of the GX-10 battery is 12 months."),
        (PERIOD, "The warranty of the GX-10 is 36 months.", "The warranty of the GX-10 is up to 60 months."),
        (PERIOD, "The warranty of the GX-10 is 36 months.", "The warranty of the GX-10 is 3 years."),
        (PERIOD, "The warranty of the GX-10 is 36 months in Europe.", "The warranty of the GX-10 is 24 months in America."),
        (PERIOD, "For gold partners the warranty of the GX-10 is 36 months.", "For silver partners the warranty of the GX-10 is 24 months."),
        (PERIOD, "The warranty of the GX-10 is 24 to 36 months.", "The warranty of the GX-10 is 24 months."),
        (PERIOD, "The warranty of the GX-10 is 36 months.", "The extended warranty of the GX-10 is 60 months."),
        ("power of the GX-10", "The GX-10 takes 6 W, typical.", "The GX-10 takes 14 W while charging."),
        ("how many sensors per seat", "Feature: Sensors per seat · Basic: 10 · Pro: 50", "Feature: Sensors per seat · Basic: 20 · Pro: 60"),
        ("how long do I have to claim", "Claim within 45 days of the event.", "Claim within 30 days of the invoice."),
        ("does Pro have an audit trail", "Feature: Audit trail · Basic: no · Pro: yes", "Feature: Audit log · Basic: no · Pro: no"),
        ("can goods be returned", "Opened goods cannot be returned.", "Unopened goods can be returned."),
        ("warranty", "The warranty is 36 months.", "Weight: 620 g"),
        ("until when is version 6 supported?", "Version 6 is supported until 31 March 2027.", "Version 5 is supported until 31 December 2026."),
        ("what are the conditions of a registration?", "A registration is protected for 60 days.", "A registration is protected for 90 days."),
        ("how long does the rebuild take", "The rebuild takes 6 hours.", "The rebuild takes between 4 and 8 hours."),
    ],
)  # fmt: skip
def test_what_differs_in_more_than_the_figure_is_none(question: str, one: str, other: str) -> None:
    assert isinstance(outcome(question, one, other), Said)


def test_documents_for_others_or_of_prices_or_the_same_contradict_nothing() -> None:
    one = "The warranty of the GX-10 is 36 months."
    other = "The warranty of the GX-10 is 24 months."
    emea = Audience(regions=frozenset({"EMEA"}))
    for second in (
        hit(other, path="b.md", audience=emea),
        hit(other, path="b.csv", kind="price_list"),
        hit(other, position=5),
        hit(other, path="b.md", title="Guide for platinum partners"),
        hit(other, "Guide", "Refurbished GX-20", path="b.md"),
    ):
        assert isinstance(say(PERIOD, [hit(one), second]), Said)


def test_accounts_come_newest_first_with_their_days() -> None:
    texts = ["The warranty of the GX-10 is 36 months.", "The warranty of the GX-10 is 24 months.", "The warranty of the GX-10 is 12 months."]  # fmt: skip
    found = say(
        PERIOD,
        [
            hit(texts[0], path="archive/warranty-2024.md"),
            hit(texts[1], path="warranty.md"),
            hit(texts[2], path="rules/warranty.md", valid_from=date(2026, 7, 1)),
        ],
    )
    assert isinstance(found, Contradiction)
    assert [account.source for account in found.accounts] == [
        "rules/warranty.md",
        "archive/warranty-2024.md",
        "warranty.md",
    ]
    assert found.days == ("in force from 2026-07-01", "of 2024", "")


def test_a_heading_adds_no_condition_to_a_plain_yes_or_no() -> None:
    yes = hit("HIPAA is covered.", "Note", "HIPAA", path="a.md")
    no = hit("HIPAA is not covered. Data is encrypted.", "FAQ", "Data protection", path="b.md")
    assert isinstance(say("is HIPAA covered?", [yes, no]), Contradiction)
    batteries = hit("Units are replaced in 5 days.", "Service", "Batteries", path="a.md")
    gateways = hit("Units are replaced in 10 days.", "Service", "Gateways", path="b.md")
    assert isinstance(say("how fast are units replaced?", [batteries, gateways]), Said)
