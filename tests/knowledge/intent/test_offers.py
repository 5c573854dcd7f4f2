"""Promotions and deals: which are named in a price request, and what is asked about them themselves."""

import pytest
from tests.knowledge.intent.shop import PROMOTIONS, ask

from partnerline.knowledge.intent.offers_asked import asks_about_offers


def named(text: str) -> tuple[str, ...]:
    return tuple(one.code for one in ask(text).promotions)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        *((f"60 TS-10-X {said}", ("COLD27",)) for said in ("with COLD27", "cold-27", "with Cold 27", "code cold27", "COLD_27")),
        *((f"60 TS-10-X {said}", ("COLD27",)) for said in ("with the winter promo", "cold-chain winter offer", "Cold-Chain Winter", "mit der Winteraktion")),
        *((f"20 WL-PRO {said}", ("SEATS27",)) for said in ("with the autumn promo", "with the autum campaign", "mit der Herbst-Aktion", "with autumn seats")),
        ("10 AX-200 with the spring gateway promotion", ("SPRING26",)),
        ("10 AX-200 with SPRING26 and COLD27", ("SPRING26", "COLD27")),
        ("10 AX-200", ()),
        ("10 AX-200 without COLD27", ()),
        ("make me an offer for 10 AX-200", ()),
        ("Angebot für 10 AX-200", ()),
        ("what's the best deal on 10 AX-200", ()),
        ("we switch to 10 AX-400", ()),
        ("10 AX-200 this winter", ()),
    ],
)  # fmt: skip
def test_a_promotion_is_named_by_code_or_by_telling_words(
    text: str, codes: tuple[str, ...]
) -> None:
    assert named(text) == codes
    assert ask(text).unknown_offer is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("with the summer promo", "summer promo"),
        ("with code ABC12", "ABC12"),
        ("with promo XYZ9", "XYZ9"),
        ("with the summer gateway promotion", "summer gateway promotion"),
        ("with the promo", "the promo"),
        ("promo price", "the promo"),
        ("with the special offer", "the promo"),
        ("mit der Sommeraktion", "sommeraktion"),
    ],
)
def test_an_offer_that_is_not_known_is_never_a_near_one(said: str, words: str) -> None:
    asked = ask(f"10 AX-200 {said}")
    assert (asked.promotions, asked.unknown_offer) == ((), words)
    assert [one.quantities for one in asked.wanted] == [(10,)]


@pytest.mark.parametrize(
    ("said", "deal"),
    [
        *((said, True) for said in ("with our approved deal registration", "deal reg DR-123456", "registered deal", "on a registered project")),
        *((said, True) for said in ("mit Projektregistrierung", "with DR-4711", "with our deal registration no. 123456")),
        *((said, False) for said in ("without the deal reg", "big deal", "best deal", "for a deal in Spain")),
    ],
)  # fmt: skip
def test_a_registered_deal_is_known_by_its_words(said: str, deal: bool) -> None:
    asked = ask(f"10 AX-200 {said}")
    assert asked.deal is deal
    assert [one.quantities for one in asked.wanted] == [(10,)]


@pytest.mark.parametrize(
    ("said", "open_"),
    [
        *((said, True) for said in ("our pending deal registration", "a deal reg that was rejected", "our deal reg if it is approved", "our deal reg, not approved yet")),
        *((said, False) for said in ("our approved deal registration, what would it be", "our registered deal if we order today")),
    ],
)  # fmt: skip
def test_a_deal_that_nobody_has_approved_is_no_deal(said: str, open_: bool) -> None:
    asked = ask(f"10 AX-200 with {said}")
    assert (asked.deal, asked.open_deal) == (not open_, open_)


@pytest.mark.parametrize(
    ("text", "kind", "codes", "unknown"),
    [
        ("what promotions are running?", "running", (), None),
        ("any special offers?", "running", (), None),
        ("any special offers on AX-200?", "running", (), None),
        ("promotions?", "running", (), None),
        ("do you have any promotions for the AX-400?", "running", (), None),
        ("show me all current promos", "running", (), None),
        ("are there any deals right now", "running", (), None),
        ("welche Aktionen laufen gerade?", "running", (), None),
        ("quelles promotions sont en cours ?", "running", (), None),
        ("hay promociones?", "running", (), None),
        ("is COLD27 still on?", "one", ("COLD27",), None),
        ("gilt COLD27 noch?", "one", ("COLD27",), None),
        ("when does the winter promo end?", "one", ("COLD27",), None),
        ("how long is SEATS27 valid", "one", ("SEATS27",), None),
        ("what is the code of the autumn promo?", "one", ("SEATS27",), None),
        ("which products are in COLD27?", "one", ("COLD27",), None),
        ("what is COLD27", "one", ("COLD27",), None),
        ("is the summer promo still on?", "one", (), "summer promo"),
        ("is XMAS99 still valid?", "one", (), "XMAS99"),
        ("does it stack?", "stacking", (), None),
        ("do promotions stack with deal registration?", "stacking", (), None),
        ("can I combine SPRING26 with the deal reg?", "stacking", ("SPRING26",), None),
        ("can I stack COLD27 and SEATS27", "stacking", ("COLD27", "SEATS27"), None),
    ],
)
def test_a_question_about_promotions_is_told_by_its_kind(
    text: str, kind: str, codes: tuple[str, ...], unknown: str | None
) -> None:
    asked = asks_about_offers(text, PROMOTIONS)
    assert asked is not None
    assert (asked.kind, tuple(one.code for one in asked.promotions), asked.unknown) == (kind, codes, unknown)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        *["price of 20 TS-10-X with COLD27", "20 TS-10-X with COLD27", "and with the promo?", "price for 20 TS-10 with any promo"],
        *["can you offer 10 AX-200", "please send an offer for 10 AX-200", "what is the battery life", "when is the next training"],
        *["10 AX-200", "hello", "", "is the AX-200 still available?"],
    ],
)  # fmt: skip
def test_a_price_or_a_fact_is_no_question_about_promotions(text: str) -> None:
    assert asks_about_offers(text, PROMOTIONS) is None
