"""Holds what is kept as JSON to what was said."""

import json
import math
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from tests.knowledge.adapters.records import ANSWERED, answers

from partnerline.knowledge.adapters.record.codec import decode_answer, encode_answer
from partnerline.knowledge.model import Answer
from partnerline.knowledge.pricing.quote import Quote, QuoteLine


@given(answers)
def test_an_answer_comes_back_as_it_was(answer: Answer) -> None:
    stored = json.loads(json.dumps(encode_answer(answer), allow_nan=False))
    back = decode_answer(stored)
    assert back == answer
    if answer.quote and back.quote:
        # Equal decimals may differ in their digits, and 1.50 must not come back as 1.5.
        assert str(back.quote.total) == str(answer.quote.total)


def test_a_signal_that_json_has_no_number_for_comes_back() -> None:
    odd = Answer(outcome="answered", text="", confidence=1, signals={"a": math.nan, "b": -math.inf})
    signals = decode_answer(json.loads(json.dumps(encode_answer(odd), allow_nan=False))).signals
    assert math.isnan(signals["a"])
    assert signals["b"] == -math.inf


def test_an_answer_kept_before_a_field_existed_has_its_default() -> None:
    stored = encode_answer(ANSWERED)
    for later in ("found", "doubt", "signals", "choices", "quote", "quotes"):
        del stored[later]
    assert decode_answer(stored) == ANSWERED


def test_a_quote_kept_before_its_lines_had_their_own_lists_has_the_defaults() -> None:
    line = QuoteLine(
        sku="AX-200",
        name="Edge Gateway",
        quantity=3,
        unit="each",
        list_price=Decimal("1015.50"),
        unit_price=Decimal("812.40"),
        amount=Decimal("2437.20"),
        term_months=None,
        applied=("gold 20%",),
        cell="C2",
        row="AX-200 1015.50",
    )
    quote = Quote(
        currency="EUR",
        lines=(line,),
        total=Decimal("2437.20"),
        price_list="prices.csv",
        valid_from=None,
        valid_until=None,
    )
    stored = encode_answer(replace(ANSWERED, quote=quote))
    for later in ("subtotals", "as_of"):
        del stored["quote"][later]
    for later in ("price_list", "per", "pack_size", "valid_from", "valid_until", "listed"):
        del stored["quote"]["lines"][0][later]
    assert decode_answer(stored).quote == quote


def test_no_amount_is_ever_a_float() -> None:
    def numbers(value: object) -> list[object]:
        if isinstance(value, dict):
            return [n for v in value.values() for n in numbers(v)]
        if isinstance(value, list):
            return [n for v in value for n in numbers(v)]
        return [value]

    @given(answers)
    def check(answer: Answer) -> None:
        stored = encode_answer(answer)
        kept = numbers([stored["quote"], stored["quotes"]])
        assert not any(isinstance(number, float | Decimal) for number in kept)

    check()
