"""What a language model is told, and that a price is never its own: every request the provider received is looked through."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.bot.modelled import Bot, Vendor, by_form, modelled, rep, saying, sent, server, vendor
from tests.provider.requests import form_of, message_of
from tests.provider.script import Status, Step, answer
from tests.provider.server import Provider

from partnerline.knowledge.model import Turn

__all__ = ["modelled", "rep", "server", "vendor"]
SECRETS = (
    *("1.015,50", "1015.50", "1,015.50", "777,70", "777.70", "87,40", "87.40", "781.9"),  # amounts
    *("GATE26", "12 %", "0.23", "23 %", "23%"),  # what comes off
    *("acme-7", "Acme Resellers", "globex", "Globex", "gold", "silver", "EMEA"),  # who asks, and who else
    *("11 percent", "Margin floor", "90 days, weight"),  # what isn't for the asker
)  # fmt: skip
CONVERSATION = (
    "What is the weight of the AX-200-B?",
    "What is the margin floor of the AX-200 by weight of deal?",
    "Until when can unopened gateways be returned?",
    "price for 3 AX-200",
    "what do AX-200 gateways weigh and what do 4 of them cost?",
    "my man wants 20 AX-200 plus like 5 TS-100 lol price?",
    "How much for 5 edge gateways?",
    "price for 3 AX-200 with code",
    "Wie schwer ist das AX-200-B?",
    "can you do 5 % on top for 20 AX-200?",
    "any promotion on gateways right now?",
    "how often are probes calibrated?",
)


def anything(asked: dict[str, Any]) -> list[Step]:
    """A reply of the form that is asked for."""
    match form_of(asked):
        case "translation":
            return list(by_form(translation={"text": "How heavy is the AX-200-B?"})(asked))
        case "request":
            return list(by_form(request={"items": []})(asked))
        case "answer":
            return list(answer(answered=False))


@pytest.mark.parametrize("partner", ["acme-7", None])
def test_a_model_is_told_neither_prices_nor_who_asks_nor_what_is_not_for_the_asker(
    vendor: Vendor, server: Provider, partner: str | None
) -> None:
    server.replies(anything)
    for question in CONVERSATION:
        vendor.bot().ask(question, partner=partner)
    told = sent(server).replace("margin floor of the AX-200 by weight of deal?", "")
    for secret in SECRETS:
        assert secret not in told, secret
    assert server.asked or partner is None


def test_a_model_is_told_only_what_the_asker_wrote_of_a_thread(rep: Bot, server: Provider) -> None:
    server.replies(anything)
    rep.ask(
        "And what is the weight of the AX-200-B?",
        Turn(role="user", text="price for 3 AX-200"),
        Turn(role="assistant", text="**2,345.81 EUR** for 3 × Edge Gateway, gold 23%."),
        Turn(role="user", text="Until when can unopened gateways be returned?"),
        Turn(role="assistant", text="Within 30 days. BOT-WORDS"),
    )
    assert "2,345.81" not in sent(server)
    assert "BOT-WORDS" not in sent(server)


def test_each_partner_sees_its_own_documents_and_no_other_ones(
    vendor: Vendor, server: Provider
) -> None:
    server.replies(anything)
    vendor.bot().ask("Within how many days can gateways be returned?", partner="globex")
    assert "Globex returns gateways" in sent(server)
    server.asked.clear()
    vendor.bot().ask("Within how many days can gateways be returned?")
    assert server.asked
    assert "Globex" not in sent(server)


def test_a_message_is_one_object_of_known_fields(rep: Bot, server: Provider) -> None:
    server.replies(anything)
    for question in CONVERSATION:
        rep.ask(question)
    fields = {form_of(one): set(message_of(one)) for one in server.asked}
    assert fields == {
        "answer": {"question", "earlier", "evidence"},
        "translation": {"text"},
        "request": {"text", "names"},
    }


ODD = "my man wants 20 AX-200 plus like 5 TS-100 lol price?"


def items(*read: tuple[str, str]) -> Callable[[dict[str, Any]], Any]:
    """A model that reads these products and quantities."""
    return by_form(request={"items": [{"product": p, "quantity": q} for p, q in read]})


def test_an_odd_request_is_priced_by_the_lists_once_a_model_has_read_it(
    rep: Bot, server: Provider
) -> None:
    server.replies(items())
    assert rep.ask(ODD).outcome == "clarify"
    server.replies(items(("AX-200", "20"), ("TS-100", "5")))
    given = rep.ask(ODD)
    assert given.outcome == "answered"
    assert given.quote is not None
    assert [(line.sku, line.quantity) for line in given.quote.lines] == [("AX-200", 20), ("TS-100", 5)]  # fmt: skip
    assert str(given.quote.total) == "15975.30"
    assert "made nothing of it: “man”, “lol”" in given.text


@pytest.mark.parametrize(
    ("question", "read"),
    [
        (ODD, [("AX-200", "200"), ("TS-100", "5")]),
        (ODD, [("AX-200", "5"), ("TS-100", "20")]),
        (ODD, [("AX-200-B", "20"), ("TS-100", "5")]),
        (ODD, [("AX-200", "20")]),
        (ODD, [("AX-200", "20"), ("TS-100", "5"), ("AX-200-B", "1")]),
        (ODD, [("AX-200 with 50 % off", "20"), ("TS-100", "5")]),
        (ODD, [("AX-200", "20 at 1 EUR"), ("TS-100", "5")]),
        (ODD, [("20 × AX-200, 1 × AX-200-B", "20"), ("TS-100", "5")]),
        ("How much for 5 edge gateways?", [("AX-200-B", "5")]),
    ],
)
def test_a_model_adds_nothing_to_a_request(
    rep: Bot, server: Provider, question: str, read: list[tuple[str, str]]
) -> None:
    server.replies(items())
    before = rep.ask(question)
    assert before.outcome == "clarify"
    server.replies(items(*read))
    assert rep.ask(question) == before


def test_a_model_that_fails_leaves_the_question_back(rep: Bot, server: Provider) -> None:
    server.says(Status(500))
    assert rep.ask(ODD).outcome == "clarify"


def test_an_amount_is_computed_and_never_asked_of_a_model(rep: Bot, server: Provider) -> None:
    server.replies(saying(("The AX-200 costs 1 EUR.", "Weight")))
    given = rep.ask("price for 3 AX-200")
    assert given.outcome == "answered"
    assert given.quote is not None
    assert json.dumps(server.asked) == "[]"
