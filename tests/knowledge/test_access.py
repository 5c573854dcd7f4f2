"""Who may see what on which day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerline.knowledge.access import asks_about_another, asks_for_another_tier, scope_of
from partnerline.knowledge.model import Question
from partnerline.knowledge.partners import EVERYONE, Audience, Directory, Partner
from partnerline.knowledge.ports import Shelf
from partnerline.knowledge.pricing.price import Product

DAY = date(2026, 7, 15)
ACME = Partner(id="acme", name="Acme Resellers", tier="gold", region="EMEA")
GLOBEX = Partner(id="globex", name="Globex Automation", tier="silver", region="NA")
DIRECTORY = Directory(partners=(ACME, GLOBEX))
names = st.sampled_from(["a", "b", ""])
given_names = st.none() | st.frozensets(names, max_size=2)
audiences = st.builds(
    Audience, public=st.booleans(), tiers=given_names, regions=given_names, partners=given_names
)
partners = st.builds(Partner, id=names, name=names, tier=names, region=names)


def some(*values: str) -> frozenset[str]:
    return frozenset(values)


@given(audiences)
def test_a_stranger_is_admitted_to_what_is_public_and_to_nothing_else(audience: Audience) -> None:
    assert audience.admits(None) == audience.public


@given(audiences, partners)
def test_all_that_is_given_must_hold(audience: Audience, partner: Partner) -> None:
    held = [
        (audience.tiers, partner.tier),
        (audience.regions, partner.region),
        (audience.partners, partner.id),
    ]
    expected = all(value in allowed for allowed, value in held if allowed is not None)
    assert audience.admits(partner) == (audience.public or expected)


@pytest.mark.parametrize("field", ["tiers", "regions", "partners"])
def test_an_empty_set_is_for_nobody(field: str) -> None:
    audience = Audience(**{field: some()})
    assert not any(audience.admits(asker) for asker in (ACME, GLOBEX, EVERYONE, None))


def test_a_partner_of_no_tier_matches_no_rule_that_asks_for_one() -> None:
    assert not Audience(tiers=some("gold")).admits(Partner(id="x", name="X"))
    assert Audience().admits(EVERYONE)


def test_a_scope_holds_the_shelves_that_are_open_to_the_asker_that_day() -> None:
    gold = Shelf(audience=Audience(tiers=some("gold")), valid_from=DAY, valid_until=DAY)
    public = Shelf(audience=Audience(public=True))
    shelves = (gold, public, Shelf(audience=Audience(), valid_until=DAY - timedelta(days=1)))
    assert scope_of(shelves, ACME, DAY).shelves == {gold.key, public.key}
    assert scope_of(shelves, GLOBEX, DAY).shelves == {public.key}
    assert scope_of(shelves, None, DAY).shelves == {public.key}
    assert scope_of(shelves, None, DAY).audiences == {"public"}
    for day in (DAY - timedelta(days=1), DAY + timedelta(days=1)):
        assert gold.key not in scope_of(shelves, ACME, day).shelves
    assert scope_of((), ACME, DAY).shelves == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "what does Globex Automation pay",
        "is globex cheaper",
        "the price of AX-200 for GLOBEX?",
        "what is the silver price",
        "silver pricing please",
    ],
)
def test_another_partner_or_its_tier_is_noticed(text: str) -> None:
    question = Question(text=text, as_of=DAY, partner=ACME)
    assert asks_about_another(question, DIRECTORY)


@pytest.mark.parametrize(
    "text",
    ["what do we at Acme Resellers pay", "our gold price", "silver housing", "globexes", "a price"],
)
def test_ones_own_name_and_tier_are_no_other(text: str) -> None:
    question = Question(text=text, as_of=DAY, partner=ACME)
    assert not asks_about_another(question, DIRECTORY)


def test_to_a_stranger_every_partner_is_another() -> None:
    for text in ("what does Acme Resellers pay", "the gold price"):
        assert asks_about_another(Question(text=text, as_of=DAY), DIRECTORY)


def test_the_directory_knows_whom_it_enrolled_and_nobody_else() -> None:
    assert DIRECTORY.partner("acme") == ACME
    assert DIRECTORY.partner("ACME ") is None
    assert DIRECTORY.partner(None) is None
    assert Directory(open=True).partner(None) == EVERYONE


@pytest.mark.parametrize("text", ["price at gold level", "what gold partners pay", "the premium plus price of X"])  # fmt: skip
def test_a_price_of_another_tier_is_told_from_ones_own(text: str) -> None:
    plus = Partner(id="plus", name="Plus", tier="Premium Plus")
    directory = Directory(partners=(ACME, GLOBEX, plus))
    for asker, other in ((GLOBEX, True), (ACME if "gold" in text else plus, False)):
        question = Question(text=text, as_of=DAY, partner=asker)
        assert asks_for_another_tier(question, directory, ()) == other


def test_a_tier_in_a_products_name_or_an_article_is_no_other_tier() -> None:
    lettered = Partner(id="lettered", name="Lettered", tier="A")
    directory = Directory(partners=(ACME, GLOBEX, lettered))
    contact = [Product(sku="C-1", name="Gold contact")]
    asked = Question(text="a price for the gold contact", as_of=DAY, partner=GLOBEX)
    assert not asks_for_another_tier(asked, directory, contact)
    assert not asks_about_another(asked, directory)
