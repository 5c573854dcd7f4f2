"""`partnerline prices`: what it shows of a list, what of two, and what it exits with."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook
from reportlab.lib.pdfencrypt import StandardEncryption
from tests.ingest.readers.documents import pdf, saved, words, workbook

from partnerline.bot.cli import main
from partnerline.bot.price_lists.columns import WIDTH

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
LIST = (
    "SKU;Description;List price EUR;Gold;Margin %\n"
    "AX-200;Edge Gateway;1.015,50;812,40;20\n"
    "AX-400;Plant Gateway;about 250;200,00;20\n"
)
LIBRARY = """\
documents:
  - {match: "net/**", kind: price_list, prices: net, audience: {partners: [acme]}, valid_from: 2026-07-01}
  - {match: "*.csv", kind: price_list, audience: {tiers: [gold]}, valid_from: 2026-01-01, valid_until: 2026-06-30}
  - {match: "promotions.xlsx", kind: promotions}
"""
PARTNERS = """\
partners:
  - {id: acme, name: Acme Resellers, tier: gold, region: EMEA, currency: EUR}
"""


def run(*arguments: str | Path) -> Result:
    """Runs `partnerline prices`; whatever it raises on its own account fails the test."""
    result = CliRunner().invoke(main, ["prices", *(str(a) for a in arguments)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    return result


def shown(*arguments: str | Path, code: int = 0) -> str:
    result = run(*arguments)
    assert result.exit_code == code, result.output
    return result.stdout


def data(*arguments: str | Path, code: int = 0) -> Any:
    return json.loads(shown(*arguments, "--json", code=code))


def refused(*arguments: str | Path) -> str:
    """The one line of a command that exits with 2."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    return result.stderr


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A list that lies in no library."""
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    return file


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with that list in it."""
    root = tmp_path / "library"
    (root / "net").mkdir(parents=True)
    (root / "library.yaml").write_text(LIBRARY, encoding="utf-8")
    (root / "partners.yaml").write_text(PARTNERS, encoding="utf-8")
    for place in ("list.csv", "net/list.csv"):
        (root / place).write_text(LIST, encoding="utf-8")
    return root


def test_a_list_is_shown_with_its_columns_rows_and_refusals(library: Path) -> None:
    text = shown("check", library / "list.csv")

    for words_of in (
        "list.csv: 3 prices taken, 2 cells refused",
        "Tiers and regions that it may name (partners.yaml): gold, EMEA",
        "part number",
        "price of the tier gold",
        "1,015.50",
        "812.40",
        "'about 250': ",
    ):
        assert words_of in text
    assert max(map(len, text.splitlines())) <= WIDTH


def test_a_lists_own_rule_holds_for_it(library: Path) -> None:
    text = shown("check", library / "net" / "list.csv")

    assert "rule net/**, net prices: from 2026-07-01 for partners acme" in " ".join(text.split())


def test_every_price_and_refusal_is_there_for_scripts(library: Path) -> None:
    found = data("check", library / "list.csv")

    assert (found["file"], found["kind"], found["taken"]) == ("list.csv", "price_list", 3)
    assert found["rule"] == {
        "match": "*.csv",
        "prices": "list",
        "public": False,
        "audience": {"tiers": ["gold"]},
        "valid_from": "2026-01-01",
        "valid_until": "2026-06-30",
    }
    (table,) = found["tables"]
    assert (table["taken"], table["refused"]) == (3, 2)
    assert [(p["sku"], p["tier"], p["amount"], p["currency"]) for p in table["prices"]] == [
        ("AX-200", "", "1015.50", "EUR"),
        ("AX-200", "gold", "812.40", "EUR"),
        ("AX-400", "gold", "200.00", "EUR"),
    ]
    assert {p["valid_until"] for p in table["prices"]} == {"2026-06-30"}
    assert [c["taken_for"] is None for c in table["columns"]] == [False] * 4 + [True]
    assert table["columns"][4]["why_not"]
    assert sorted(one["text"] for one in found["refused"]) == ["Margin %", "about 250"]


def test_a_list_outside_any_library_is_read_without_one_and_that_is_said(alone: Path) -> None:
    text = shown("check", alone)

    assert "Read without a library" in text
    assert "(no partners.yaml): none" in text
    assert [price["tier"] for price in data("check", alone)["tables"][0]["prices"]] == [""]


def test_names_may_come_from_another_file(alone: Path, library: Path) -> None:
    other = alone.with_name("names.yaml")
    other.write_text(PARTNERS, encoding="utf-8")

    found = data("check", alone, "--partners", other)

    assert {price["tier"] for price in found["tables"][0]["prices"]} == {"", "gold"}
    assert found["library"] is None


def test_a_library_may_be_named(library: Path) -> None:
    above = library.parent
    found = data("check", library / "list.csv", "--library", above)

    assert (found["file"], found["rule"]["match"]) == ("library/list.csv", "**")
    assert "none of whose rules matches it" in shown(
        "check", library / "list.csv", "--library", above
    )


def test_a_file_outside_the_library_that_is_named_is_refused(alone: Path, library: Path) -> None:
    assert "is not in" in refused("check", alone, "--library", library)


def test_what_holds_for_the_whole_table_is_said_with_the_words_that_say_so(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    rows: list[list[Any]] = [
        ["Price list EMEA"],
        ["All prices in EUR per month, valid from 2026-07-01"],
        [],
        ["Part number", "Description", "Price"],
        ["AX-200", "Edge Gateway", 12.5],
    ]
    file.write_bytes(saved(workbook(*rows)))

    (table,) = data("check", file)["tables"]

    said = {fact["what"]: (fact["value"], fact["said_by"]) for fact in table["holds"]}
    line = "EMEA!A2 'All prices in EUR per month, valid from 2026-07-01'"
    assert said["currency"] == ("EUR", line)
    assert said["paid"] == ("per month", line)
    assert said["days"] == ("from 2026-07-01", line)


def test_two_tables_of_a_sheet_are_shown_apart(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    rows: list[list[Any]] = [
        ["SKU", "Name", "List price EUR"],
        ["AX-200", "Edge Gateway", 12.5],
        [],
        ["SKU", "Name", "List price USD"],
        ["AX-300", "Plant Gateway", 14.5],
        ["AX-400", "Yard Gateway", 15.5],
    ]
    file.write_bytes(saved(workbook(*rows)))

    tables = data("check", file)["tables"]

    assert [(t["cell"], t["taken"], t["prices"][0]["currency"]) for t in tables] == [
        ("EMEA!A1", 1, "EUR"),
        ("EMEA!A4", 2, "USD"),
    ]


def test_promotions_are_shown_likewise(library: Path) -> None:
    rows: list[list[Any]] = [
        ["Code", "Name", "Applies to", "Percent off", "First day", "Last day", "Minimum quantity"],
        ["COLD27", "Cold chain", "AX-200", 0.12, date(2026, 10, 1), date(2027, 6, 30), 50],
        ["HOT27", "Heat", "AX-400", "a lot", date(2026, 10, 1), date(2027, 6, 30), 50],
    ]
    book = workbook(*rows)
    book.worksheets[0]["D2"].number_format = "0%"
    (library / "promotions.xlsx").write_bytes(saved(book))

    text = shown("check", library / "promotions.xlsx")
    found = data("check", library / "promotions.xlsx")

    assert "1 promotion taken, 1 cell refused" in text
    assert "12 % off" in text
    assert "what it takes off" in text
    assert (found["kind"], found["taken"]) == ("promotions", 1)
    assert found["promotions"][0] | {"stacks": ""} == {
        "code": "COLD27",
        "name": "Cold chain",
        "applies_to": ["AX-200"],
        "percent": "12.00",
        "fixed": None,
        "currency": "",
        "first_day": "2026-10-01",
        "last_day": "2027-06-30",
        "min_quantity": 50,
        "regions": [],
        "tiers": [],
        "stacks": "",
        "cell": "EMEA!A2",
    }


def test_a_file_without_a_price_table_exits_with_1_and_says_why(tmp_path: Path) -> None:
    table, text = tmp_path / "a.md", tmp_path / "b.txt"
    table.write_text("# Facts\n\n| Weight | 3 kg |\n| --- | --- |\n| Height | 3 m |\n")
    text.write_text("The battery lasts eight hours.\n")

    assert "no headings of a price table" in shown("check", table, code=1)
    assert "There is no table in it." in shown("check", text, code=1)
    assert data("check", text, code=1)["taken"] == 0


def test_prices_that_an_ingest_would_not_take_are_said_to_be(tmp_path: Path) -> None:
    file = tmp_path / "guide.md"
    told = "\n\n".join(
        ["The gateway is fit for cold rooms and for yards alike, in all seasons."] * 20
    )
    file.write_text(
        f"# Guide\n\n{told}\n\n| SKU | List price EUR |\n| --- | --- |\n| AX-200 | 12.50 |\n"
    )

    assert "with kind: price_list" in " ".join(shown("check", file).split())


def test_the_first_refusals_are_shown_and_all_when_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    rows = "".join(f"AX-{n};Gateway;about {n}\n" for n in range(30))
    file.write_text(f"SKU;Name;List price EUR\nBX-1;Relay;12,50\n{rows}")

    assert "10 more; `--verbose`" in shown("check", file)
    assert "about 29" in shown("check", file, "--verbose")


def test_words_of_a_file_never_command_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "SKU;Name;List price EUR\nAX-1;Red \x1b[31mGate\u202e;12,50\nAX-2;Relay;\x1b[2J\n"
    )

    text = shown("check", file)

    assert not any(c in text for c in "\x1b\u202e")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("locked.xlsx", LOCKED, "password"),
        ("empty.xlsx", b"", "empty"),
        ("empty.csv", b"  \n", "empty"),
        ("broken.xlsx", saved(workbook(["SKU", "Price"], ["A", 1]))[:900], "broken.xlsx"),
        ("noise.pdf", b"%PDF-1.7 noise", "noise.pdf"),
        ("picture.png", b"\x89PNG", "format .png"),
        ("none", b"text", "format"),
    ],
)
@pytest.mark.parametrize("command", ["check", "diff"])
def test_a_file_that_cant_be_read_is_one_line_and_2(
    tmp_path: Path, command: str, name: str, content: bytes, says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    assert says in refused(command, *[file] * (2 if command == "diff" else 1))


def test_a_pdf_with_a_password_is_one_line_and_2(tmp_path: Path) -> None:
    file = tmp_path / "locked.pdf"
    file.write_bytes(pdf(words((700, "x", 11)), encrypt=StandardEncryption("user", "owner")))

    assert "password" in refused("check", file)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "nowhere.xlsx"],
        ["check", "."],
        ["diff", "nowhere.xlsx", "nowhere.xlsx"],
        ["diff", "."],
        ["check", ".", "--loud"],
        ["nothing"],
    ],
)
def test_bad_usage_is_one_line_and_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert refused(*arguments).startswith("partnerline: ")


def test_yaml_of_the_library_that_cant_be_read_is_one_line_and_2(library: Path) -> None:
    (library / "library.yaml").write_text("documents: 3", encoding="utf-8")

    assert "library.yaml" in refused("check", library / "list.csv")


def test_partners_that_cant_be_read_are_one_line_and_2(alone: Path) -> None:
    wrong = alone.with_name("wrong.yaml")
    wrong.write_text("partners: [", encoding="utf-8")

    assert "wrong.yaml" in refused("check", alone, "--partners", wrong)


def lists(folder: Path, old: str, new: str, head: str = "SKU;Description;Unit;List price EUR;Gold") -> tuple[Path, Path]:  # fmt: skip
    """Two lists in a folder that knows the tier gold."""
    (folder / "partners.yaml").write_text(PARTNERS, encoding="utf-8")
    files = folder / "old.csv", folder / "new.csv"
    for file, rows in zip(files, (old, new), strict=True):
        file.write_text(f"{head}\n{rows}", encoding="utf-8")
    return files


OLD = """\
AX-100;Door Gateway;each;100,00;80,00
AX-200;Edge Gateway;each;1.000,00;800,00
AX-300;Plant Gateway;each;300,00;240,00
AX-400;Yard Gateway;each;400,00;320,00
AX-500;Hall Gateway;each;500,00;400,00
"""
NEW = """\
AX-100;Door Gateway;each;103,35;80,00
AX-200;Edge Gateway II;each;900,00;800,00
AX-400;Yard Gateway;pair;790,00;
AX-500;Hall Gateway;each;about 510;400,00
AX-600;Roof Gateway;each;600,00;480,00
"""


def test_two_lists_are_held_against_each_other(tmp_path: Path) -> None:
    found = data("diff", *lists(tmp_path, OLD, NEW))

    assert found["counts"] == {
        "rose": 1,
        "fell": 1,
        "unchanged": 3,
        "came": 2,
        "went": 3,
        "changed": 2,
        "in_doubt": 1,
        "refused_old": 0,
        "refused_new": 1,
    }
    (rose,) = found["rose"]
    assert (rose["old"]["amount"], rose["new"]["amount"]) == ("100.00", "103.35")
    assert (rose["difference"], rose["percent"]) == ("3.35", "3.4")
    assert (found["fell"][0]["difference"], found["fell"][0]["percent"]) == ("-100.00", "-10.0")
    assert (found["mean_percent"], found["median_percent"]) == ("-3.3", "-3.3")
    assert {(p["sku"], p["tier"]) for p in found["went"]} == {
        *(("AX-300", ""), ("AX-300", "gold"), ("AX-400", "gold")),
    }
    assert {p["sku"] for p in found["came"]} == {"AX-600"}
    assert {(c["what"], c["before"], c["after"]) for c in found["changed"]} == {
        ("name", "Edge Gateway", "Edge Gateway II"),
        ("unit", "each", "pair"),
    }


def test_a_price_whose_new_cell_is_refused_is_not_said_to_be_gone(tmp_path: Path) -> None:
    (doubt,) = data("diff", *lists(tmp_path, OLD, NEW))["in_doubt"]

    assert [(p["sku"], p["tier"]) for p in doubt["old"]] == [("AX-500", "")]
    assert "was refused" in doubt["why"]


def test_a_price_whose_new_column_is_not_read_is_not_said_to_be_gone(tmp_path: Path) -> None:
    rows = "AX-100;Door Gateway;each;100,00;{}\n"
    old, new = lists(tmp_path, rows.format("80,00"), "")
    new.write_text(
        "SKU;Description;List price EUR;Gold;Gold\nAX-100;Door Gateway;100,00;82,00;83,00\n",
        encoding="utf-8",
    )

    found = data("diff", old, new)

    assert (found["counts"]["went"], found["counts"]["in_doubt"]) == (0, 1)


def test_the_comparison_is_readable_in_100_columns(tmp_path: Path) -> None:
    long = "Gateway with a name that goes on and on as names in lists often do " * 2
    old = "".join(f"AX-{n}-LONG-NUMBER;{long};each;{n}000,00;{n}00,00\n" for n in range(1, 40))
    new = "".join(f"AX-{n}-LONG-NUMBER;{long};each;{n}100,00;{n}00,00\n" for n in range(1, 40))

    text = shown("diff", *lists(tmp_path, old, new))

    assert "39 rose, 0 fell, 39 unchanged" in text
    assert "19 more; `--verbose` shows them" in text
    assert max(map(len, text.splitlines())) <= WIDTH
    assert text.index("AX-1-LONG-NUMBER") < text.index("AX-2-LONG-NUMBER"), "biggest first"


def test_a_list_that_gave_nothing_is_named_beside_the_comparison(tmp_path: Path) -> None:
    old, new = lists(tmp_path, OLD, "")

    result = run("diff", old, new)

    assert result.exit_code == 0
    assert result.stderr == f"partnerline: no price was taken from {new}.\n"
    assert "10 went" in result.stdout


def test_a_workbook_is_compared_with_a_csv(tmp_path: Path) -> None:
    old, _ = lists(tmp_path, "AX-100;Door Gateway;each;100,00;80,00\n", "")
    book: Workbook = workbook(
        ["SKU", "Description", "Unit", "List price EUR", "Gold"],
        ["AX 100", "Door Gateway", "each", 110, 80],
        sheet="2027",
    )
    (tmp_path / "new.xlsx").write_bytes(saved(book))

    found = data("diff", old, tmp_path / "new.xlsx")

    assert (found["counts"]["rose"], found["rose"][0]["percent"]) == (1, "10.0")
