"""Who may see what on which day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerline.knowledge.access import (
    asks_about_another,
    asks_for_another_tier,
    scope_for,
    scope_of,
)
from partnerline.knowledge.model import Question
from partnerline.knowledge.others import distinctive
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


@given(st.lists(audiences, max_size=4), st.lists(partners, min_size=1, max_size=3))
def test_before_readers_a_scope_holds_what_each_of_them_may_see(
    seen_by: list[Audience], readers: list[Partner]
) -> None:
    shelves = [Shelf(audience=audience) for audience in seen_by]
    whole = scope_of(shelves, None, DAY, readers=readers)
    alone = [scope_of(shelves, reader, DAY) for reader in readers]
    assert whole.shelves == frozenset.intersection(*(one.shelves for one in alone))
    question = Question(text="?", as_of=DAY, readers=tuple(readers))
    assert scope_for(question, shelves) == whole
    assert scope_for(replace(question, partner=readers[0]), shelves) == whole


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


CROWD = Directory(
    partners=(
        ACME,
        Partner(id="nordwind", name="Nordwind Kältetechnik", tier="platinum", region="EMEA"),
        Partner(id="redmesa", name="Red Mesa Controls", tier="silver", region="NA"),
        Partner(id="p-4", name="Kettenhaus AG", tier="gold", region="EMEA"),
        Partner(id="p-5", name="Lakeshore Industrial Supply", tier="platinum", region="NA"),
        Partner(id="p-6", name="Summit Ltd", tier="bronze", region="NA"),
        Partner(id="p-7", name="The Blue Water Company", tier="silver", region="NA"),
        Partner(id="p-8", name="Marlow GmbH", tier="silver", region="EMEA"),
        Partner(id="p-9", name="Acme Europe", tier="silver", region="EMEA"),
    )
)
SOLD = (
    Product(sku="MC-1", name="Marlow Cabinet"),
    Product(sku="BW-1", name="Blue water pump"),
    Product(sku="S-1", name="Silver contact"),
)
ANOTHERS = """10 AX-200 at Red Mesa's price
price list of Red Mesa, AX-200
what does red mesa pay
what does Kettenhaus pay for KM-100?
KETTENHAUS price
10 AX-200 for Lakeshore
Was zahlt Nordwind für 10 AX-200?
prix de Nordwind
what does Acme Europe pay
AX-200 Silber-Preis
Silberpreis AX-200
Preis auf Silber-Niveau
Preis für Silber-Partner
Platin-Konditionen für AX-200
prix argent AX-200
tarif platine AX-200
prix niveau argent
prix partenaire argent
precio plata AX-200
precio nivel platino
prezzo argento AX-200
prezzo livello bronzo
AX-200 bronze price
AX-200 distributor price
distributor's price for AX-200
Distributorpreis AX-200
prix distributeur AX-200
precio distribuidor AX-200
AX-200 end customer price
end-customer pricing for AX-200
end user price of AX-200
Endkundenpreis AX-200
prix client final AX-200
what would your biggest partner pay
what does your best customer pay for AX-200
what do other partners pay for AX-200
another partner's price for AX-200
was zahlt euer größter Partner für AX-200
was zahlen andere Partner für AX-200
combien paie un autre partenaire, prix AX-200
best price you give anybody
best price you give to anyone for AX-200
lowest price anyone gets for AX-200
what does everybody else pay for AX-200
someone else's price for AX-200"""
ONES_OWN = """what does Acme pay for 10 AX-200
our price at Acme Resellers
price for us at acme
our best price for 10 AX-200
best price for 10 AX-200
your best price for 100 AX-200
the best price you can give us
reseller price AX-200
our partner price for AX-200
dealer price AX-200
our reseller's price for my customer
price for my customer, 10 AX-200
our customer needs a price for 10 AX-200
price for an end customer in Munich
other price for 10 AX-200
another price for AX-200
Gold-Preis AX-200
prix or AX-200
precio oro AX-200
prezzo oro AX-200
price of AX-200 or AX-400
price or quote for AX-200
combien d'argent pour AX-200
price for summit meeting, 10 AX-200
a red box near the mesa, price
price of Marlow Cabinet
how much is the marlow cabinet
price of the blue water pump
price of Silver contact
silver contact, 10 pieces, price
Preis der Platine
list price for end customers
what do we pay for another 10 AX-200
price for the other one
what does it cost for 5 customers"""


@pytest.mark.parametrize("text", ANOTHERS.splitlines())
def test_anybody_elses_price_is_noticed(text: str) -> None:
    question = Question(text=text, as_of=DAY, partner=ACME)
    assert asks_about_another(question, CROWD, lambda: SOLD)


@pytest.mark.parametrize("text", ONES_OWN.splitlines())
def test_ones_own_price_is_nobody_elses(text: str) -> None:
    question = Question(text=text, as_of=DAY, partner=ACME)
    assert not asks_about_another(question, CROWD, lambda: SOLD)


def test_a_partner_asks_by_its_own_name_and_in_its_own_tier() -> None:
    for partner in CROWD.partners:
        text = f"what does {partner.name} pay for 10 AX-200"
        alone = Directory(partners=(partner, ACME if partner.id != "acme" else GLOBEX))
        assert not asks_about_another(Question(text=text, as_of=DAY, partner=partner), alone)
    silver = next(one for one in CROWD.partners if one.id == "redmesa")
    asked = Question(text="AX-200 Silber-Preis", as_of=DAY, partner=silver)
    assert not asks_about_another(asked, CROWD)
    assert asks_about_another(replace(asked, text="Gold-Preis"), CROWD)
    distributor = Partner(id="d", name="D", tier="Distributor")
    asked = Question(text="AX-200 distributor price", as_of=DAY, partner=distributor)
    assert not asks_about_another(asked, Directory(partners=(distributor, ACME)))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kettenhaus AG", ("kettenhaus",)),
        ("Red Mesa Controls", ("red", "mesa")),
        ("Lakeshore Industrial Supply", ("lakeshore",)),
        ("Nordwind Kältetechnik", ("nordwind",)),
        ("The Blue Water Company", ("blue", "water")),
        ("Summit Ltd", ()),
        ("Global Solutions Inc", ()),
        ("A1 GmbH", ()),
    ],
)
def test_what_tells_a_name_from_others_is_neither_its_form_nor_its_trade(
    name: str, words: tuple[str, ...]
) -> None:
    assert distinctive(name) == words
