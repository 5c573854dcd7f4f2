import pytest
from tests.ingest.readers.documents import texts

from partnerline.ingest import limits
from partnerline.ingest.readers.delimited import read_csv
from partnerline.ingest.readers.delimiter import delimiter_of
from partnerline.knowledge.errors import UnreadableError

ROWS = [
    ["Artikel", "Name", "Preis"],
    ["AX-40", "Gateway, klein", "390,00"],
    ["AX-200", "Gateway; groß", "1.180,00"],
]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_found_with_quotes_respected(delimiter: str) -> None:
    text = "\n".join(delimiter.join(f'"{field}"' for field in row) for row in ROWS)
    reading = read_csv("a.csv", text.encode())
    assert texts(reading)[1] == "Artikel: AX-200 · Name: Gateway; groß · Preis: 1.180,00"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Artikel;Netto;Brutto;Alt\nA;1,50;2,50;3,50\nB;1,60;2,60;3,60\n", ";"),
        ("a,b,c\n1,2,3\n4,5,6\n", ","),
        ("Our list; valid for all\n\nsku,name,price\nA,x; y,1.5\nB,z,2.5\n", ","),
        ("only one column\nwithout any\n", ","),
    ],
)
def test_decimal_commas_and_titles_do_not_mislead(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter


def test_rows_and_cells_are_numbered_as_a_spreadsheet_numbers_them() -> None:
    reading = read_csv("a.csv", b'Price list\n\nsku;name;price\nA;"two\nlines";1\nB;b;2\n')
    assert [s.locator for s in reading.sections] == ["row 1", "row 4", "row 5"]
    assert reading.sections[1].blocks[0].text == "sku: A · name: two lines · price: 1"
    assert reading.tables[0].rows[4][2].locator == "C5"
    assert reading.tables[0].rows[4][2].value == "2"


def test_values_stay_text_and_cp1252_is_noted() -> None:
    reading = read_csv("a.csv", "sku;name;preis\n007;für Türen;1.234,50 €\n".encode("cp1252"))
    assert [c.value for c in reading.tables[0].rows[1]] == ["007", "für Türen", "1.234,50 €"]
    assert reading.notes == ("read as cp1252, for it isn't UTF-8",)


def test_excels_own_delimiter_line_is_obeyed_and_not_data() -> None:
    reading = read_csv("a.csv", b"sep=|\nsku|a;b\nX|1;2\n")
    assert [c.text for c in reading.tables[0].rows[2]] == ["X", "1;2"]
    assert reading.sections[0].locator == "row 3"


def test_a_quotation_mark_never_closed_is_named_by_its_row() -> None:
    with pytest.raises(UnreadableError, match=r"never closed") as caught:
        read_csv("a.csv", b'sku,name\nA,ok\nB,"open\nC,lost\n')
    assert caught.value.place == "row 3"


def test_a_quotation_mark_in_the_middle_of_words_is_no_error() -> None:
    reading = read_csv("a.csv", b'sku,name,price\nA,19" rack,1\nB,"quoted" twice,2\n')
    assert reading.tables[0].rows[1][1].text == '19" rack'


def test_a_file_in_utf_16_is_read() -> None:
    reading = read_csv("a.csv", "sku\tname\nA\tgrün\n".encode("utf-16"))
    assert reading.tables[0].rows[1][1].text == "grün"


def test_rows_of_different_length_are_squared() -> None:
    reading = read_csv("a.csv", b"a,b,c\n1,2\n1,2,3,4\n")
    assert {len(row) for row in reading.tables[0].rows} == {4}


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ROWS", 2)
    with pytest.raises(UnreadableError, match="rows, more than 2"):
        read_csv("a.csv", b"a,b\n1,2\n3,4\n")


def test_a_field_beyond_all_reason_is_refused() -> None:
    with pytest.raises(UnreadableError):
        read_csv("a.csv", b"a,b\n1," + b"x" * 200_000 + b"\n")


def test_windows_letters_are_not_taken_for_a_macs() -> None:
    text = (
        "Referencia;Descripción;Unidades por caja;Cantidad mínima;PVP;Válido desde\n"
        + "104010;Guante de látex;100;3;8,81;15/01/2026\n" * 40
    )
    reading = read_csv("tarifa.csv", text.encode("cp1252"))
    assert [cell.text for cell in reading.tables[0].rows[0]][1::2] == [
        "Descripción", "Cantidad mínima", "Válido desde",
    ]  # fmt: skip
