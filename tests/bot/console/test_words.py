from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from tests.bot.quotes.papers import BASKET, CITED, PROMOTED

from partnerline.bot.console import words
from partnerline.knowledge.model import Answer, Reason


@pytest.mark.parametrize(
    ("waited", "said"),
    [
        ({"seconds": -5}, "just now"),
        ({"seconds": 59}, "just now"),
        ({"minutes": 1}, "1 min ago"),
        ({"minutes": 59, "seconds": 59}, "59 min ago"),
        ({"hours": 1}, "1 h ago"),
        ({"hours": 47}, "47 h ago"),
        ({"hours": 48}, "2 days ago"),
    ],
)
def test_a_wait_is_said_in_words(waited: dict[str, float], said: str) -> None:
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert words.ago(now - timedelta(**waited), now) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("80", "80.00"),
        ("1234.5", "1,234.50"),
        ("0.0125", "0.0125"),
        ("1E+3", "1,000.00"),
        ("0", "0.00"),
    ],
)
def test_money_keeps_its_digits(amount: str, said: str) -> None:
    assert words.money(Decimal(amount)) == said


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "0 %"), (0.305, "31 %"), (0.996, "99 %"), (1.0, "100 %")]
)
def test_confidence_is_never_rounded_up_to_certainty(share: float, said: str) -> None:
    assert words.percent(share) == said


def test_every_reason_has_words() -> None:
    assert set(words.WHY) == set(Reason)
    assert words.why(None) == "No reason was noted"


def test_an_outcome_names_its_reason() -> None:
    answer = Answer(outcome="clarify", text="", confidence=0.5, reason=Reason.AMBIGUOUS)
    assert words.verdict(answer) == "Asks back: It can be read in more than one way"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a**\nb", "<p><strong>a</strong><br />\nb</p>\n"),
        ("# Title", "<h4>Title</h4>\n"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"),
        ("[x](https://a.example)", '<p><a href="https://a.example" rel="noopener noreferrer nofollow">x</a></p>\n'),
        ("[x](JavaScript:alert(1))", "<p>[x](JavaScript:alert(1))</p>\n"),
        ("[x](data:text/html,x)", "<p>[x](data:text/html,x)</p>\n"),
        ("[x](//evil.example)", "<p>[x](//evil.example)</p>\n"),
        ("<mailto:a@b.example>", "<p>&lt;mailto:a@b.example&gt;</p>\n"),
    ],
)  # fmt: skip
def test_markdown_becomes_safe_html(text: str, html: str) -> None:
    assert words.markdown(text) == html


def test_markdown_has_tables_and_no_pictures() -> None:
    assert "<td>1</td>" in words.markdown("| a |\n| --- |\n| 1 |")
    assert "<img" not in words.markdown("![x](https://evil.example/x.png)")


def test_a_price_s_sheet_stands_between_the_sum_and_what_holds() -> None:
    text = "**10 EUR** for one.\n\n| Item |\n| --- |\n| A |\n\nHolds until May."
    assert words.around_the_sheet(text) == ("**10 EUR** for one.\n", "\nHolds until May.")
    assert words.around_the_sheet("No table.") == ("No table.", "")


def test_what_the_receipt_shows_is_no_further_source() -> None:
    answer = Answer(
        outcome="answered", text="…", confidence=0.9, citations=(CITED, PROMOTED), quote=BASKET
    )
    assert words.beside_receipt(answer) == (PROMOTED,)
    assert words.beside_receipt(replace(answer, quote=None)) == (CITED, PROMOTED)
