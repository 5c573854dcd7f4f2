from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.prices.grids import cell

from partnerline.ingest.prices.amounts import (
    Amount,
    NoPrice,
    Unclear,
    decimal_mark,
    read_amount,
)
from partnerline.ingest.reading import CellValue

CENTS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
WHOLE = st.integers(min_value=0, max_value=10**9)


def amount_of(value: CellValue, decimal: str | None = None, number_format: str = "") -> Decimal:
    read = read_amount(cell((value, number_format)), decimal=decimal)  # type: ignore[arg-type]  # "." and "," only
    assert isinstance(read, Amount), read
    return read.value


def written(value: Decimal, group: str, mark: str) -> str:
    return f"{value:,.2f}".replace(",", "\0").replace(".", mark).replace("\0", group)


@pytest.mark.parametrize(
    ("group", "mark"),
    [(",", "."), (".", ","), ("'", "."), ("'", ","), ("’", "."), (" ", ","), ("\u00a0", ","), ("\u202f", ","), ("", "."), ("", ",")],
)  # fmt: skip
@given(value=CENTS)
def test_an_amount_in_any_convention_reads_back(value: Decimal, group: str, mark: str) -> None:
    text = written(value, group, mark)
    assert amount_of(text) == value
    assert amount_of(text, mark) == value
    assert amount_of(f"{text} €") == value
    assert amount_of(f"CHF {text}") == value


@given(value=CENTS)
def test_a_workbooks_number_is_its_decimal_without_binary_noise(value: Decimal) -> None:
    assert amount_of(float(value), number_format="0.00") == value
    assert amount_of(float(value)) == value


@given(whole=st.integers(min_value=1, max_value=999), rest=st.integers(min_value=0, max_value=999))
@pytest.mark.parametrize("mark", [".", ","])
def test_no_ambiguous_amount_is_ever_taken(mark: str, whole: int, rest: int) -> None:
    text = f"{whole}{mark}{rest:03d}"
    assert isinstance(read_amount(cell(text), decimal=None), Unclear)
    assert isinstance(read_amount(cell(f"{text} €"), decimal=None), Unclear)
    assert decimal_mark([cell(text)]) == frozenset()


@given(text=st.text(alphabet="0123456789.,' -()%€$", max_size=12), mark=st.sampled_from([".", ","]))
def test_a_convention_only_decides_what_was_open(text: str, mark: str) -> None:
    alone = read_amount(cell(text), decimal=None)
    told = read_amount(cell(text), decimal=mark)  # type: ignore[arg-type]  # "." and "," only
    if isinstance(alone, Amount):
        assert told == alone


@pytest.mark.parametrize(
    ("mark", "value"), [(".", Decimal(1234)), (",", Decimal("1.234"))], ids=["point", "comma"]
)
def test_the_columns_convention_decides_an_open_amount(mark: str, value: Decimal) -> None:
    assert amount_of("1,234", mark) == value


@pytest.mark.parametrize(
    ("text", "value", "currencies"),
    [
        ("1.234,50 €", "1234.5", {"EUR"}),
        ("CHF 1'234.50", "1234.5", {"CHF"}),
        ("EUR 12", "12", {"EUR"}),
        ("US$ 5.20", "5.2", {"USD"}),
        ("CA$ 5", "5", {"CAD"}),
        ("£10.00", "10", {"GBP"}),
        ("12,-", "12", None),
        ("CHF 1'234.–", "1234", {"CHF"}),
        ("0.114", "0.114", None),
        ("0,5", "0.5", None),
        ("1.234.567", "1234567", None),
    ],
)
def test_amounts_with_signs(text: str, value: str, currencies: set[str] | None) -> None:
    read = read_amount(cell(text), decimal=None)
    assert isinstance(read, Amount)
    assert read.value == Decimal(value)
    assert read.currencies == currencies


def test_a_dollar_or_a_crown_stays_several_currencies() -> None:
    dollar, crown = (read_amount(cell(text), decimal=None) for text in ("$1,234.50", "kr 500"))
    assert isinstance(dollar, Amount)
    assert isinstance(crown, Amount)
    assert dollar.currencies is not None
    assert {"USD", "CAD"} <= dollar.currencies
    assert crown.currencies is not None
    assert {"SEK", "NOK"} <= crown.currencies


@pytest.mark.parametrize("text", ["on request", "auf Anfrage", "Sur demande", "n/a", "N/A", "-", "–", "tbd", "EOL", "Preis auf Anfrage", "su richiesta"])  # fmt: skip
def test_words_that_say_there_is_no_price_are_kept(text: str) -> None:
    assert read_amount(cell(text), decimal=None) == NoPrice(words=text)


@pytest.mark.parametrize(
    "value",
    ["-5.00", "(5.00)", "5.00-", "12%", "12 %", "ab 12,50", "from 12", "10-12", "10/12", "€10 / $12", "ca. 12", "1.2k", "12.50 per hour", "1.2.3", "1,23,456", "1 2345", ",50", "12.50 see note", True, date(2026, 1, 9), -3.5, float("nan"), float("inf")],
)  # fmt: skip
def test_what_is_not_one_plain_amount_is_unclear(value: CellValue) -> None:
    assert isinstance(read_amount(cell(value), decimal="."), Unclear)


def test_an_empty_cell_says_nothing() -> None:
    assert read_amount(cell(None), decimal=None) is None
    assert read_amount(cell(""), decimal=None) is None


@pytest.mark.parametrize(("text", "mark"), [("12.50*", "*"), ("12.50 ¹", "¹"), ("12.50 1)", "1)"), ("12.50 €²", "²")])  # fmt: skip
def test_a_footnotes_mark_is_not_part_of_the_amount(text: str, mark: str) -> None:
    read = read_amount(cell(text), decimal=None)
    assert isinstance(read, Amount)
    assert (read.value, read.note) == (Decimal("12.5"), mark)


@pytest.mark.parametrize(("text", "period"), [("$10/mo", "month"), ("12,50 €/Monat", "month"), ("120 EUR per year", "year")])  # fmt: skip
def test_a_cell_may_say_what_span_it_is_for(text: str, period: str) -> None:
    read = read_amount(cell(text), decimal=None)
    assert isinstance(read, Amount)
    assert read.period == period


@pytest.mark.parametrize(
    ("value", "number_format", "amount"),
    [
        (9.405000000000001, "0.00", "9.41"),
        (45.43960005, '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)', "45.44"),
        (125.0, '"$"#,##0', "125"),
        (0.1 + 0.2, "General", "0.3"),
        (4e-07, "General", "0.0000004"),
        (1200, "General", "1200"),
        (2.5, '_("$"* #,##0.00_);_("$"* "-"??_);_(@_)', "2.5"),
    ],
)
def test_a_number_is_what_its_cell_shows(value: float, number_format: str, amount: str) -> None:
    assert amount_of(value, number_format=number_format) == Decimal(amount)


@pytest.mark.parametrize(("value", "number_format"), [(110.99, '"$"#,##0'), (0.0116, "0.00"), (0.05, "0.00%"), (12.55, "0.0")])  # fmt: skip
def test_a_number_that_its_cell_hides_is_unclear(value: float, number_format: str) -> None:
    assert isinstance(read_amount(cell((value, number_format)), decimal=None), Unclear)


@pytest.mark.parametrize(
    ("number_format", "currency"),
    [("#,##0.00 [$€-407]", "EUR"), ('#,##0.00 "€"', "EUR"), ("[$$-409]#,##0.00", "USD"), ("[$$-1009]#,##0.00", "CAD"), ("[$CHF] #,##0.00", "CHF")],
)  # fmt: skip
def test_a_number_format_names_the_currency(number_format: str, currency: str) -> None:
    read = read_amount(cell((5, number_format)), decimal=None)
    assert isinstance(read, Amount)
    assert read.currencies == {currency}


def test_a_locale_without_a_sign_names_no_currency() -> None:
    read = read_amount(cell((5, "[$-409]#,##0.00")), decimal=None)
    assert isinstance(read, Amount)
    assert read.currencies is None


def test_a_column_shows_its_decimal_mark_or_that_it_is_mixed() -> None:
    assert decimal_mark([cell("1.234"), cell("12,50")]) == {","}
    assert decimal_mark([cell("12.50"), cell("12,50")]) == {".", ","}
    assert decimal_mark([cell("12"), cell("n/a"), cell(12.5)]) == frozenset()
