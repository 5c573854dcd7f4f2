"""Whose region a price question names, in five languages, and what only looks like one."""

import pytest

from partnerline.knowledge.access import asks_for_another_region
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.regions.places import places_in
from partnerline.knowledge.regions.territories import whose_region

WORLD = ("EMEA", "NA", "CH")
CALLED = (
    "PWR-1 EMEA power cord",
    "ADP-7 Swiss plug adapter",
    "US plug",
    "MX 4109 Marlow hinge",
    "SPRING Nordics spring start",
)


def of(region: str, regions: tuple[str, ...] = WORLD) -> tuple[Partner, Directory]:
    """A partner of a region among partners of all the others."""
    partners = tuple(Partner(id=f"p{i}", name=f"P{i}", region=one) for i, one in enumerate(regions))
    return next(one for one in partners if one.region == region), Directory(partners=partners)


def is_another(
    region: str, *thread: str, regions: tuple[str, ...] = WORLD, in_passing: bool = True
) -> bool:
    """Whether the thread, its latest text first, speaks of another region than this one."""
    own, directory = of(region, regions)
    return asks_for_another_region(thread, own, directory, lambda: CALLED, in_passing=in_passing)


OTHERS = {
    "EMEA": """what does 10 AX-200 cost in Switzerland?
Was kosten 10 AX-200 in der Schweiz?
combien coûtent 10 AX-200 en Suisse
precio de 10 AX-200 en Suiza
prezzo di 10 AX-200 in Svizzera
10 AX-200 at the Swiss price
Schweizer Preis für 10 AX-200
prix suisse pour 10 AX-200
AX-200 US price
AX-200 US-Preis
AX-200 U.S. price
10 AX-200 US
price NA
price NA for 10 AX-200
NA list price of AX-200
price for NA
price in America
price for Mexico
price Switzerland
North American price
Latin American price
prix pour l'Amérique du Nord
Preis in den Vereinigten Staaten
precio en Estados Unidos
what would a US partner pay
what does AX-200 cost in the US
what does it cost in Texas
price in usa
customer in Chicago needs 10 AX-200
our Canadian customer needs a price for 10 AX-200
price for a customer in Tokyo
same in Switzerland
APAC pricing
asia pacific price
price in DACH
price in Russia
price in Springfield
PRICE FOR 10 AX-200 IN SWITZERLAND
CH price
Preis CH
Nordics and US price
ADP-7 US price""",
    "NA": """EMEA price for 10 AX-200
price in Germany
prix en France
Preis in Deutschland
EU price
UK price
uk price
European price
German price
deutscher Preis
price in Mexico
DE price
price for Nordics
price in London
LATAM price
Swiss price""",
    "CH": """AX-200 EMEA price
EU price
Preis EU
Preis in der EU
Preis in Deutschland
Preis Österreich
prix en France
price in Europe
DACH price
US price""",
}
OWN = {
    "EMEA": """price for us
what do we pay for 10 AX-200
what does it cost us
tell us the price
PRICE FOR US PLEASE
is it cheap
IT is for the IT department
na, what is the price
discount code: NA
what is in it
EMEA price for 10 AX-200
emea price
price for EMEA
EU price
European price
price in Europe
price for a customer in Germany
Preis in Österreich
prix en France
precio en España
prezzo in Italia
UK price
customer in Dubai needs 10 AX-200
price in US dollars
price in US$
US-Dollar price for AX-200
price in Swiss francs
Preis in Schweizer Franken
prix en francs suisses
price in Euro
price in January
prices in German please
antworte auf Deutsch: Preis AX-200
price of the Swiss plug adapter
10 Swiss plug adapters, price
10 US plugs, price
price of US plug
10 MX 4109 cost
price of CBL-US
price for AX-200-CH
price in bulk
10 AX-200
price with Nordics spring start""",
    "NA": """NA price
price for NA
US price
price in the US
in America
American price
Canadian price
North American price
price in Texas
customer in Toronto needs 10 AX-200
price of EMEA power cord
power cord EMEA, price
price of 5 EMEA power cords
what does it cost us""",
    "CH": """AX-200 CH price
ch price
Swiss price
Schweizer Preis
prix suisse
prezzo svizzero
Preis in der Schweiz
Preis in Zürich
price for a customer in Geneva""",
}


@pytest.mark.parametrize(("own", "text"), [(own, one) for own, texts in OTHERS.items() for one in texts.splitlines()])  # fmt: skip
def test_another_region_is_noticed(own: str, text: str) -> None:
    assert is_another(own, text)


@pytest.mark.parametrize(("own", "text"), [(own, one) for own, texts in OWN.items() for one in texts.splitlines()])  # fmt: skip
def test_ones_own_region_and_what_is_none_is_no_other(own: str, text: str) -> None:
    assert not is_another(own, text)


@pytest.mark.parametrize(
    ("own", "regions", "text", "another"),
    [
        ("DACH", ("DACH", "IT"), "KM-100 Preis Italien", True),
        ("DACH", ("DACH", "IT"), "IT Preis", True),
        ("DACH", ("DACH", "IT"), "is it the price", False),
        ("DACH", ("DACH", "IT"), "Preis Österreich", False),
        ("IT", ("DACH", "IT"), "prezzo Italia", False),
        ("IT", ("DACH", "IT"), "Preis Schweiz", True),
        ("EMEA", ("EMEA", "NA"), "price in Switzerland", False),
        ("EMEA", ("EMEA", "NA"), "DACH price", False),
        ("EMEA", ("EMEA", "DE"), "price in Germany", True),
        ("West", ("West", "East"), "East price for 10 AX-200", True),
        ("West", ("West", "East"), "price for the East region", True),
        ("West", ("West", "East"), "West price for 10 AX-200", False),
        ("West", ("West", "East"), "10 AX-200 that go east, price", False),
        ("West", ("West", "East"), "price in Germany", True),
        ("West", ("West", "East"), "customer in Germany needs a price", False),
        ("Zone 1", ("Zone 1", "Zone 2"), "zone 2 price", True),
        ("Zone 1", ("Zone 1", "Zone 2"), "zone 1 price", False),
        ("Rest of World", ("Rest of World", "EMEA"), "price in France", True),
        ("", ("", "EMEA"), "price in France", False),
    ],
)
def test_regions_are_those_in_use(
    own: str, regions: tuple[str, ...], text: str, another: bool
) -> None:
    assert is_another(own, text, regions=regions) == another


def test_the_latest_text_that_names_a_region_decides() -> None:
    assert is_another("EMEA", "and 20?", "price of 10 AX-200 in Switzerland")
    assert is_another("EMEA", "same in Switzerland", "price of 10 AX-200 in Germany")
    assert not is_another("EMEA", "and in Germany?", "price of 10 AX-200 in Switzerland")


def test_a_place_in_passing_counts_where_a_price_is_computed() -> None:
    text = "is the price increase known to customers in Chicago"
    assert is_another("EMEA", text)
    assert not is_another("EMEA", text, in_passing=False)
    assert is_another("EMEA", "what would a US partner pay", in_passing=False)


def test_a_stranger_has_no_region_of_its_own() -> None:
    _, directory = of("EMEA")
    assert not asks_for_another_region(["price in Switzerland"], None, directory)


@pytest.mark.parametrize(
    ("named", "own", "whose"),
    [
        ("emea", "EMEA", "own"),
        ("Switzerland", "CH", "own"),
        ("Switzerland", "EMEA", "other"),
        ("Schweizer", "CH", "own"),
        ("EMEA", "CH", "other"),
        ("Germany", "EMEA", "own"),
        ("Mexico", "NA", "other"),
        ("Springfield", "NA", "unknown"),
        ("Germany", "", "other"),
    ],
)
def test_the_smallest_region_that_holds_a_place_has_it(named: str, own: str, whose: str) -> None:
    assert whose_region(named, own, WORLD) == whose


def test_a_place_is_given_as_it_is_written_with_whether_it_is_said_of_a_price() -> None:
    found = places_in("North American price, for a customer in São Paulo", WORLD)
    assert [(one.name, one.priced) for one in found] == [("North American", True), ("São Paulo", False)]  # fmt: skip
