"""Where promotions tables are found on a sheet, in every language, and how their rows are held against each other."""

from decimal import Decimal

import pytest
from tests.ingest.prices.grids import document, table
from tests.ingest.promotions.tables import AUDIENCE, HEADINGS, Value, one, read

from partnerline.ingest.promotions.tables import read_promotions

SPRING: tuple[Value, ...] = ("SPRING", "AX-200", "8%", "2026-03-01", "2026-05-31")


@pytest.mark.parametrize(
    "headings",
    [
        ("Code", "Name", "Applies to", "% off", "Fixed price", "Start date", "End date", "Min. qty", "Regions", "Tiers", "Stackable"),
        ("Aktionscode", "Aktion", "Gilt für", "Rabatt (%)", "Festpreis", "Gültig ab", "Gültig bis", "Mindestmenge", "Regionen", "Partnerstufe", "Kombinierbar"),
        ("Code promo", "Nom", "S'applique à", "Remise en %", "Prix fixe", "Premier jour", "Dernier jour", "Quantité minimale", "Régions", "Niveau", "Cumulable"),
        ("Código", "Promoción", "Se aplica a", "Descuento %", "Precio fijo", "Primer día", "Último día", "Cantidad mínima", "Regiones", "Nivel", "Acumulable"),
        ("Codice", "Promozione", "Si applica a", "Sconto %", "Prezzo fisso", "Primo giorno", "Ultimo giorno", "Quantità minima", "Regioni", "Livello", "Cumulabile"),
    ],
    ids=["en", "de", "fr", "es", "it"],
)  # fmt: skip
def test_headings_of_five_languages_are_understood(headings: tuple[Value, ...]) -> None:
    row = (
        "SPRING",
        "Start",
        "AX-200",
        "8",
        "",
        "2026-03-01",
        "2026-05-31",
        "10",
        "EMEA",
        "gold",
        "no",
    )
    found = one(headings, row)
    assert (found.code, found.name, found.applies_to) == ("SPRING", "Start", ("AX-200",))
    assert (found.percent, found.min_quantity, found.stacks) == (Decimal("0.08"), 10, "no")
    assert (found.first_day, found.last_day) != (None, None)
    assert found.regions == {"EMEA"}
    assert found.tiers == {"gold"}


def test_the_table_is_found_below_titles_and_notes_wherever_it_starts() -> None:
    rows = [
        ("Promotions", "Promotions", "Promotions", "Promotions", "Promotions", "Promotions"),
        ("A promotion is never combined with another one.",),
        (),
        ("", *HEADINGS),
        ("", *SPRING),
        (),
        ("", "* while stocks last"),
    ]
    found = one(*rows)
    assert (found.code, found.locator) == ("SPRING", "S!B5")


def test_headings_may_take_two_rows() -> None:
    found = one(
        ("Code", "Applies to", "Benefit", "Benefit", "Valid", "Valid"),
        ("", "", "Percent off", "Fixed price (EUR)", "from", "until"),
        ("SPRING", "AX-200", "", "12.50", "2026-03-01", "2026-05-31"),
    )
    assert found.currency == "EUR"
    assert str(found.last_day) == "2026-05-31"


def test_several_tables_on_a_sheet_each_have_their_own_headings() -> None:
    reading = read(
        HEADINGS,
        SPRING,
        (),
        ("Last day", "First day", "Rabatt %", "Gilt für", "Code"),
        ("2026-11-30", "2026-09-01", "9%", "TS-1", "AUTUMN"),
    )
    assert [(one.code, str(one.first_day)) for one in reading.promotions] == [
        ("SPRING", "2026-03-01"),
        ("AUTUMN", "2026-09-01"),
    ]
    assert reading.refused == ()


def test_a_row_that_is_refused_leaves_the_others() -> None:
    reading = read(HEADINGS, SPRING, ("AUTUMN", "TS-1", 0.5, "2026-09-01", "2026-11-30"))
    assert [promotion.code for promotion in reading.promotions] == ["SPRING"]
    assert [(refusal.locator, refusal.text) for refusal in reading.refused] == [("S!C3", "0.5")]


def test_a_table_without_such_headings_is_named() -> None:
    reading = read(("Product", "Weight"), ("AX-200", "1.2"), name="Weights")
    (refusal,) = reading.refused
    assert refusal.text == "Weights"
    assert "no headings of a promotions table" in refusal.why


def test_a_document_without_tables_gives_nothing() -> None:
    reading = read_promotions(document(paragraphs=["Spring: 8 % off"]), "a.md", AUDIENCE)
    assert (reading.promotions, reading.refused) == ((), ())


def test_the_same_row_twice_is_one_promotion() -> None:
    assert read(HEADINGS, SPRING, SPRING).promotions == (one(HEADINGS, SPRING),)


def test_rows_that_contradict_each_other_are_both_refused() -> None:
    reading = read(HEADINGS, SPRING, ("Spring", "ax-200; AX-300", "9%", "2026-05-31", "2026-06-30"))
    assert reading.promotions == ()
    assert [refusal.why.split(":")[0] for refusal in reading.refused] == [
        "contradicts S!A3",
        "contradicts S!A2",
    ]


@pytest.mark.parametrize(
    "other",
    [
        ("SPRING", "AX-300", "9%", "2026-03-01", "2026-05-31"),
        ("SPRING", "AX-200", "9%", "2026-06-01", "2026-06-30"),
        ("SUMMER", "AX-200", "9%", "2026-03-01", "2026-05-31"),
    ],
)
def test_rows_for_other_things_or_days_do_not_contradict(other: tuple[Value, ...]) -> None:
    assert len(read(HEADINGS, SPRING, other).promotions) == 2


def test_rows_for_other_quantities_or_regions_do_not_contradict() -> None:
    headings = (*HEADINGS, "Min qty", "Region")
    rows = [(*SPRING, 1, "EMEA"), ("SPRING", "AX-200", "9%", *SPRING[3:], 50, "EMEA"), ("SPRING", "AX-200", "7%", *SPRING[3:], 1, "NA")]  # fmt: skip
    assert len(read(headings, *rows).promotions) == 3


def test_dollars_are_those_of_the_country_that_is_named_above() -> None:
    rows = [("Code", "Applies to", "Promo price", "Start", "End"), ("X", "AX-200", "$12.50", *SPRING[3:])]  # fmt: skip
    assert one(*rows).currency == "USD"
    assert one(("Prices in CAD",), *rows).currency == "CAD"
    (refusal,) = read(("Promotions for Canada",), *rows).refused
    assert "its currency may be" in refusal.why


def test_tables_of_a_document_are_read_one_by_one() -> None:
    reading = document(
        table([HEADINGS, SPRING], "One"), table([HEADINGS, ("B", *SPRING[1:])], "Two")
    )
    found = read_promotions(reading, "a.docx", AUDIENCE).promotions
    assert [promotion.locator for promotion in found] == ["One!A2", "Two!A2"]
