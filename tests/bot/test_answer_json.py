"""An answer's fields, held to the schema that scripts rely on."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from tests.bot.quotes.papers import ANSWER, DOLLARS, GATEWAY, ONE

from partnerline.bot.answer_json import answer_object
from partnerline.knowledge.model import Answer

SCHEMA = json.loads((Path(__file__).parents[1] / "answer.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "answer",
    [ANSWER, replace(ANSWER, quote=None), replace(ANSWER, quote=None, quotes=(ONE, DOLLARS))],
    ids=["one quote", "none", "several"],
)
def test_any_answer_is_to_the_letter_of_the_schema(answer: Answer) -> None:
    told = json.loads(json.dumps(answer_object(answer, escalation_id=None, took_ms=1.0)))
    jsonschema.validate(told, SCHEMA)
    assert len(told["quotes"]) == len(answer.quotes)


def test_each_line_names_its_list_its_cell_and_its_days() -> None:
    told = answer_object(ANSWER, escalation_id=None, took_ms=1.0)["quote"]
    gateway, seat = told["lines"]
    assert (gateway["price_list"], gateway["cell"]) == (GATEWAY.price_list, "EMEA!F14")
    assert (gateway["valid_from"], gateway["valid_until"]) == ("2026-07-01", "2026-12-31")
    assert (seat["per"], seat["pack_size"], seat["valid_from"]) == ("month", 1, None)
    assert told["as_of"] == "2026-11-23"
    assert told["subtotals"] == [
        {"kind": "one-off", "amount": "37296.00", "term_months": None, "a_month": None},
        {"kind": "recurring", "amount": "82800.00", "term_months": 36, "a_month": "2300.00"},
    ]


def test_a_line_without_a_list_of_its_own_has_the_quote_s() -> None:
    older = replace(ONE, lines=(replace(GATEWAY, price_list=""),))
    told = answer_object(replace(ANSWER, quote=older), escalation_id=None, took_ms=1.0)
    assert told["quote"]["lines"][0]["price_list"] == ONE.price_list
