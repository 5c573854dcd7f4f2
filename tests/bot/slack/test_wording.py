"""Slack's spelling of text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerline.bot.slack.web.wording import (
    addressee,
    cut,
    fitted,
    heard,
    inert,
    literal,
    quiet,
    quoted,
)

ALL_TEXT = st.text(
    alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("<>&@!#. \n|")), max_size=400
)


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("<@U0BOT> price?", "price?"),
        ("price, <@U0BOT|partnerline>?", "price, ?"),
        ("R&amp;D &lt;3 &gt;2", "R&D <3 >2"),
        ("&amp;lt; stays", "&lt; stays"),
        ("see <https://a.example/x?y=1&amp;z=2>", "see https://a.example/x?y=1&z=2"),
        ("see <https://a.example|our page>", "see our page (https://a.example)"),
        ("is <http://acme.com|acme.com> yours", "is acme.com yours"),
        ("<mailto:dana@vendor.example|dana@vendor.example>", "dana@vendor.example"),
        ("<mailto:dana@vendor.example>", "dana@vendor.example"),
        ("<@U0DANA|dana> said", "@dana said"),
        ("in <#C0ACME|acme> and <#C0X>", "in #acme and #channel"),
        ("<!channel> <!here|@here> hi", "@here hi"),
        ("  a\u00a0 b \n\n c ", "a b\n\nc"),
        ("<@U0BOT>", ""),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
    ],
)
def test_text_is_read_as_a_person_reads_it(raw: str, read: str) -> None:
    assert heard(raw, "U0BOT") == read


@pytest.mark.parametrize(
    ("text", "who"),
    [("<@U0DANA> hi", "U0DANA"), (" <@W1>", "W1"), ("hi <@U0DANA>", None), ("", None)],
)
def test_who_a_message_begins_by_mentioning(text: str, who: str | None) -> None:
    assert addressee(text) == who


@given(ALL_TEXT)
def test_inert_text_holds_nothing_that_slack_would_act_on(text: str) -> None:
    assert "<" not in inert(text)
    assert ">" not in inert(text)
    assert not re.search(r"@(here|channel|everyone)\b", inert(text), re.IGNORECASE)
    assert not re.search(r"&(?!amp;|lt;|gt;)", inert(text))


@given(ALL_TEXT)
def test_quiet_markdown_pings_nobody_and_stays_as_it_is_otherwise(text: str) -> None:
    once = quiet(text)
    assert not re.search(r"<[!@#]|@(here|channel|everyone)\b", once, re.IGNORECASE)
    assert quiet(once) == once
    assert once.replace("\u2060", "") == text.replace("\u2060", "")


def test_a_name_is_no_markup() -> None:
    assert (
        literal("*Dana* [x](http://evil)\n# boss") == "\\*Dana\\* \\[x\\]\\(http://evil\\) \\# boss"
    )


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("Short.", 10, "Short."),
        ("One sentence. Another one.", 20, "One sentence. …"),
        ("3.5 percent of nothing at all", 14, "3.5 percent …"),
        ("line one\nline two", 12, "line one …"),
        ("endlessendless", 10, "endlesse …"),
    ],
)
def test_a_long_text_ends_with_a_sentence_where_one_ends(text: str, limit: int, shown: str) -> None:
    assert cut(text, limit) == shown


@given(ALL_TEXT, st.integers(0, 300))
def test_a_cut_text_fits(text: str, limit: int) -> None:
    assert len(cut(text, limit)) <= limit


@given(ALL_TEXT, st.integers(20, 300))
def test_a_written_text_fits_and_no_entity_is_cut_in_two(text: str, limit: int) -> None:
    written = fitted(text, limit, quoted)
    assert len(written) <= limit
    assert not re.search(r"&(?!amp;|lt;|gt;)", written)
