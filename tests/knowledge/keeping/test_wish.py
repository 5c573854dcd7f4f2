"""For whom an answer is kept: never for more people than the manager named, and amounts for one partner alone."""

from dataclasses import replace
from datetime import date

import pytest

from partnerline.knowledge.keeping import Allowed, KeepWish, Reach, allowed, tells_money, wish_from
from partnerline.knowledge.model import Question
from partnerline.knowledge.partners import Audience, Partner

TODAY = date(2026, 5, 12)
ACME = Partner(id="acme", name="Acme", tier="gold", region="EMEA")
GLOBEX = Partner(id="globex", name="Globex", tier="silver", region="EMEA")
ASKED = Question(text="May we exhibit a gateway?", as_of=TODAY, partner=ACME)
YES = "Yes, for ten days."
OWN = Audience(partners=frozenset({"acme"}))


@pytest.mark.parametrize(
    ("reach", "audience"),
    [
        ("partner", OWN),
        ("tier", Audience(tiers=frozenset({"gold"}))),
        ("region", Audience(regions=frozenset({"EMEA"}))),
        ("everyone", Audience()),
    ],
)
def test_each_reach_is_its_own_audience(reach: Reach, audience: Audience) -> None:
    assert allowed(KeepWish(reach=reach), ASKED, YES, TODAY) == Allowed(
        audience=audience, reach=reach
    )


@pytest.mark.parametrize("reach", ["tier", "region", "everyone"])
@pytest.mark.parametrize("answer", ["It is 1,015.50 EUR.", "You get 12 % off.", "Take 99.00 each."])
def test_amounts_are_kept_for_the_partner_alone(reach: Reach, answer: str) -> None:
    assert allowed(KeepWish(reach=reach), ASKED, answer, TODAY) == Allowed(
        audience=OWN, reach="partner", narrowed=True
    )


def test_amounts_in_the_question_count_too() -> None:
    asked = replace(ASKED, text="Is 20 EUR a unit right?")
    found = allowed(KeepWish(reach="everyone"), asked, "Yes, it is.", TODAY)
    assert isinstance(found, Allowed)
    assert found.audience == OWN


def test_a_strangers_answer_is_for_everyone_enrolled_or_nobody() -> None:
    stranger = replace(ASKED, partner=None)
    reasons = {"partner": "no_partner", "tier": "no_tier", "region": "no_region"}
    for reach, why in reasons.items():
        assert allowed(KeepWish(reach=reach), stranger, YES, TODAY) == why  # type: ignore[arg-type]  # the keys are reaches
    found = allowed(KeepWish(reach="everyone"), stranger, YES, TODAY)
    assert found == Allowed(audience=Audience(), reach="everyone")
    assert not Audience().admits(None)
    assert allowed(KeepWish(reach="everyone"), stranger, "It is 20 EUR.", TODAY) == "amounts"


def test_an_unknown_tier_is_never_everyones() -> None:
    unknown = replace(ASKED, partner=Partner(id="x", name="X"))
    assert allowed(KeepWish(reach="tier"), unknown, YES, TODAY) == "no_tier"
    assert allowed(KeepWish(reach="region"), unknown, YES, TODAY) == "no_region"


def test_where_several_read_along_it_is_for_those_or_for_what_they_share() -> None:
    several = replace(ASKED, partner=None, readers=(ACME, GLOBEX))
    both = Audience(partners=frozenset({"acme", "globex"}))
    assert allowed(KeepWish(reach="partner"), several, YES, TODAY) == Allowed(
        audience=both, reach="partner"
    )
    assert allowed(KeepWish(reach="tier"), several, YES, TODAY) == "no_tier"
    found = allowed(KeepWish(reach="region"), several, YES, TODAY)
    assert found == Allowed(audience=Audience(regions=frozenset({"EMEA"})), reach="region")


def test_a_last_day_that_has_passed_keeps_nothing() -> None:
    assert allowed(KeepWish(reach="partner", until=date(2026, 5, 11)), ASKED, YES, TODAY) == "over"
    assert not isinstance(allowed(KeepWish(reach="partner", until=TODAY), ASKED, YES, TODAY), str)


def test_a_wish_is_read_from_plain_data_and_what_is_none_is_refused() -> None:
    assert wish_from({"audience": "tier", "until": "2026-12-31"}) == KeepWish(
        reach="tier", until=date(2026, 12, 31)
    )
    assert wish_from({"audience": "region", "until": None}) == KeepWish(reach="region")
    for said in ({}, {"audience": "public"}, {"audience": "tier", "until": "soon"}, {"audience": "tier", "until": 7}):  # fmt: skip
        assert wish_from(said) is None


@pytest.mark.parametrize(
    "text",
    ["€20", "USD 1.000,00", "20k EUR", "99,00 netto", "a discount of 5 percent", "10% Rabatt", "15 % off"],
)  # fmt: skip
def test_money_and_discounts_are_seen(text: str) -> None:
    assert tells_money(text)


@pytest.mark.parametrize(
    "text", ["within 14 days", "firmware 6.12", "AX-400", "on 12.05.2026", "99.95 % availability", "20 units"]
)  # fmt: skip
def test_other_numbers_are_no_money(text: str) -> None:
    assert not tells_money(text)
