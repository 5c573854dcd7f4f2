"""A quote in print, read back as a person's reader does."""

import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bot.quotes.papers import BASKET, DOLLARS, GATEWAY, ONE, long_quote, paper

from partnerline.bot.quotes import fonts
from partnerline.bot.quotes.paper import Paper
from partnerline.bot.quotes.pdf import pdf_of


def pages(made: Paper) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf_of(made))) as read:
        return [page.extract_text() for page in read.pages]


def words(made: Paper) -> str:
    return " ".join(" ".join(pages(made)).split())


def test_a_quote_says_all_that_it_has_to() -> None:
    said = words(paper())
    for expected in (
        "Quote Tarnwick Instruments",
        "For Acme Resellers",
        "Date of issue 23 November 2026",
        "Prices of 23 November 2026",
        "Valid until 30 November 2026",
        "1 AX-400 AX-400 Gateway pcs 120 370.00 310.80 37,296.00",
        "36 months 250 11.50 9.20 82,800.00",
        "One-off, EUR 37,296.00",
        "Recurring over 36 months, EUR 82,800.00",
        "of which a month, EUR 2,300.00",
        "Total over the term, EUR 120,096.00",
        "EMEA!F14",
        "volume band 100+",
        "promotion",
        "SKU: AX-400 | Description:",
        "promotions/2026.docx table 1, row 4 COLD27 | Cold start | 12 %",
        "Every amount is computed from the price lists cited here",
        "Page 1 of 1",
    ):
        assert expected in said
    assert "Not valid" not in said


def test_without_a_vendor_s_name_it_just_says_quote() -> None:
    first, second, *_ = pages(paper(vendor="", partner=""))[0].splitlines()
    assert (first, second) == ("Quote", "Date of issue 23 November 2026")


def test_a_quote_that_is_over_says_so_at_once() -> None:
    said = words(paper(issued_on=date(2026, 12, 1)))
    assert said.index("Not valid: over since 1 December 2026") < said.index("AX-400")


def test_amounts_end_at_one_edge() -> None:
    with pdfplumber.open(io.BytesIO(pdf_of(paper()))) as read:
        found = read.pages[0].extract_words()
    amounts = [w for w in found if w["text"] in {"37,296.00", "82,800.00", "120,096.00"}]
    assert len(amounts) == 5
    assert max(w["x1"] for w in amounts) - min(w["x1"] for w in amounts) < 0.5


def test_many_lines_go_over_pages_each_with_its_head_and_number() -> None:
    read = pages(paper(long_quote(120)))
    assert len(read) > 3
    for number, text in enumerate(read, start=1):
        assert f"Page {number} of {len(read)}" in text
        assert ("Part number" in text) or ("Price list" in text)
    numbered = re.findall(r"^(\d+) AX-\d{4}", "\n".join(read), re.MULTILINE)
    assert numbered == [str(number) for number in range(1, 121)]


def test_letters_of_all_europe_are_there_and_can_be_copied() -> None:
    name = "Łódź “Žluťoučký kůň” ő ș ğ — 5 €, Ωμέγα, Жук"
    assert fonts.legible(name) in words(paper(partner=name))


def test_a_letter_that_no_face_has_loses_its_accent_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "_WIDE", {fonts.PLAIN: "none", fonts.BOLD: "none"})
    fonts._drawn.cache_clear()
    assert fonts.legible("Łódź, Žluť, ő, € – “x”") == "Łódz, Žlut, o, € – “x”"
    assert fonts.legible("中😀") == "??"
    assert fonts.markup("a<b> & ő") == "a&lt;b&gt; &amp; o"
    fonts._drawn.cache_clear()


def test_names_are_wrapped_and_never_run_into_the_next_column() -> None:
    name = "Donaudampfschifffahrtsgesellschaft" * 6
    quote = replace(ONE, lines=(replace(GATEWAY, name=name, sku="A" * 100),))
    with pdfplumber.open(io.BytesIO(pdf_of(paper(quote, partner=name, vendor=name)))) as read:
        page = read.pages[0]
        assert max(letter["x1"] for letter in page.chars) <= page.width - 40
        (unit,) = [w for w in page.extract_words() if w["text"] == "pcs"]
        beside = [c for c in page.chars if abs(c["top"] - unit["top"]) < 2 and c["x0"] < unit["x0"]]
    assert max(letter["x1"] for letter in beside) <= unit["x0"]


def test_wide_amounts_turn_the_page_and_stay_whole() -> None:
    amount = Decimal("12345678901234.55")
    line = replace(GATEWAY, list_price=amount, unit_price=amount, amount=amount)
    made = pdf_of(paper(replace(ONE, lines=(line,), total=amount)))
    with pdfplumber.open(io.BytesIO(made)) as read:
        assert read.pages[0].width > read.pages[0].height
        found = [w["text"] for w in read.pages[0].extract_words()]
    assert found.count("12,345,678,901,234.55") == 4


def test_prices_that_don_t_add_up_have_no_common_total() -> None:
    said = words(paper(ONE, DOLLARS))
    assert "they don't add up to one total" in said
    assert "1 of 2 · EUR" in said
    assert "2 of 2 · USD · 23 November 2026" in said
    assert said.count("Total, ") == 2


ODD = st.text(max_size=200) | st.builds(lambda text: text * 50, st.text(max_size=40))


@settings(max_examples=25, deadline=None)
@given(ODD, ODD, ODD, st.decimals(allow_nan=False, allow_infinity=False, min_value=0, places=4))
def test_whatever_a_list_says_can_be_printed(
    name: str, sku: str, row: str, amount: Decimal
) -> None:
    line = replace(GATEWAY, name=name, sku=sku, row=row, applied=(name, row), amount=amount)
    made = pdf_of(paper(replace(BASKET, lines=(line,)), vendor=name, partner=sku))
    assert made.startswith(b"%PDF-")


def test_the_same_paper_makes_the_same_bytes_in_any_process() -> None:
    again = (
        "import hashlib; from tests.bot.quotes.papers import paper; "
        "from partnerline.bot.quotes.pdf import pdf_of; import sys; "
        "sys.stdout.buffer.write(pdf_of(paper()))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", again],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7"},
    )
    assert ran.stdout == pdf_of(paper()) == pdf_of(paper())


def test_a_cell_and_a_file_s_name_stand_unbroken() -> None:
    cell, path = "Hardware!AB1190", "price-lists/subscriptions-emea-2026-h2.xlsx"
    made = paper(replace(ONE, lines=(replace(GATEWAY, cell=cell, price_list=path),)))
    with pdfplumber.open(io.BytesIO(pdf_of(made))) as read:
        said = [word["text"] for word in read.pages[0].extract_words()]
    assert cell in said
    assert said[said.index("price-lists/") :].count("subscriptions-emea-2026-h2.xlsx") == 1
