"""A price on the console: its table, its receipt folded away, and the quote as a file."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pdfplumber
import pytest
from tests.bot.console.house import TOKEN, House
from tests.bot.console.vendor import ANSWERS, FACT, PRICE
from tests.bot.console.visitor import Visitor
from tests.bot.quotes.papers import BASKET, DOLLARS, ONE

from partnerline.knowledge.model import Reason


def tried(manager: Visitor, question: str = PRICE) -> str:
    manager.open("/try").fill("/try", question=question, partner="acme")
    return manager.path


def links(manager: Visitor) -> list[str]:
    return [str(link["href"]) for link in manager.page.select(".along a")]


def words(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as read:
        return " ".join(" ".join(page.extract_text() for page in read.pages).split())


def test_a_trial_s_price_can_be_taken_along(manager: Visitor) -> None:
    path = tried(manager)
    assert links(manager) == [f"{path}/1/quote.pdf", f"{path}/1/quote.xlsx"]
    pdf, xlsx = (manager.http.get(link) for link in links(manager))

    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.headers["content-disposition"] == (
        'attachment; filename="quote-acme-resellers-2026-11-23.pdf"'
    )
    said = words(pdf.content)
    assert said.startswith("Quote Tarnwick Instruments For Acme Resellers")
    assert "Total, EUR 37,296.00" in said
    book = openpyxl.load_workbook(io.BytesIO(xlsx.content))
    assert book.sheetnames == ["Quote", "Sources"]
    assert xlsx.headers["content-type"].endswith("spreadsheetml.sheet")
    assert xlsx.headers["content-disposition"].endswith('.xlsx"')
    for file in (pdf, xlsx):
        assert file.headers["cache-control"] == "no-store"
        assert file.headers["x-content-type-options"] == "nosniff"


def test_an_answer_without_a_price_offers_nothing(manager: Visitor) -> None:
    path = tried(manager, FACT)
    assert links(manager) == []
    assert manager.open(f"{path}/1/quote.pdf").status == 404


@pytest.mark.parametrize("name", ["1/quote.docx", "2/quote.pdf", "0/quote.pdf", "x/quote.pdf"])
def test_what_is_not_there_is_not_handed_out(manager: Visitor, name: str) -> None:
    assert manager.open(f"{tried(manager)}/{name}").status in {404, 422}


def test_nobody_gets_a_quote_without_logging_in(manager: Visitor, house: House) -> None:
    path = tried(manager)
    with Visitor(house.app) as stranger:
        assert stranger.open(f"{path}/1/quote.pdf").path == "/login"
        assert stranger.response.headers["content-type"].startswith("text/html")


def test_a_price_that_was_handed_over_can_be_taken_along_by_the_manager(
    manager: Visitor, house: House
) -> None:
    manager.fill(f"{tried(manager)}/human")
    (escalation,) = house.record.escalations("open")
    manager.open(f"/escalations/{escalation.id}")

    assert links(manager) == [
        f"/escalations/{escalation.id}/quote.pdf",
        f"/escalations/{escalation.id}/quote.xlsx",
    ]
    assert manager.page.select_one(".sheet")
    assert manager.page.select_one("details.receipt:not([open])")
    assert "37,296.00" in words(manager.http.get(links(manager)[0]).content)
    assert manager.open("/escalations/E0/quote.pdf").status == 404


def test_what_was_escalated_outright_is_shown_and_not_handed_out(
    manager: Visitor, house: House
) -> None:
    house.answerer.script[PRICE] = replace(
        ANSWERS[PRICE],
        outcome="escalated",
        reason=Reason.CONFLICT,
        quote=None,
        quotes=(ONE, replace(ONE, price_list="other.csv")),
    )
    path = tried(manager)
    assert len(manager.page.select(".sheet")) == 2
    assert links(manager) == []
    assert manager.open(f"{path}/1/quote.pdf").status == 404


def test_parts_the_term_and_a_month_stand_below_the_lines(manager: Visitor, house: House) -> None:
    house.answerer.script[PRICE] = replace(ANSWERS[PRICE], quote=BASKET)
    tried(manager)
    foot = [" ".join(row.get_text(" ").split()) for row in manager.page.select(".sheet tfoot tr")]
    assert foot == [
        "One-off 37,296.00 EUR",
        "Recurring over 36 months 82,800.00 EUR",
        "of which a month 2,300.00 EUR",
        "Total over the term 120,096.00 EUR",
    ]
    receipt = " ".join(manager.page.select_one("details.receipt").get_text(" ").split())
    assert "of price-lists/cloud-emea-2026.csv , until 30 November 2026" in receipt


def test_prices_that_don_t_add_up_have_a_table_each(manager: Visitor, house: House) -> None:
    house.answerer.script[PRICE] = replace(ANSWERS[PRICE], quote=None, quotes=(ONE, DOLLARS))
    tried(manager)
    assert [h.get_text() for h in manager.page.select("h3.which")] == [
        "1 of 2 · EUR",
        "2 of 2 · USD",
    ]
    assert len(manager.page.select(".sheet")) == 2


def test_a_price_that_has_run_out_since_says_so_on_the_page_and_on_paper(
    manager: Visitor, house: House
) -> None:
    over = replace(ONE, valid_until=date(2026, 11, 24))
    house.answerer.script[PRICE] = replace(ANSWERS[PRICE], quote=over)
    path = tried(manager)
    assert not manager.page.select(".over")
    house.clock.pass_(days=2)
    manager.log_in(TOKEN).open(path)
    assert "Not valid: over since 25 November 2026" in manager.page.select_one(".over").get_text()
    said = words(manager.http.get(links(manager)[0]).content)
    assert "Not valid: over since 25 November 2026" in said
    assert "Asked on 23 November 2026" in said
    assert len(house.answerer.asked) == 1
