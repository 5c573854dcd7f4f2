"""What is shown before anything is asked is the asker's own, and of that day."""

from datetime import date, timedelta
from decimal import Decimal

from tests.knowledge.answering.desks import (
    ACME,
    DAY,
    EVERY,
    GLOBEX,
    ONLY_GLOBEX,
    PUBLIC,
    Vendor,
)

from partnerline.knowledge.answering.shopfront import LibraryShopfront, Shopfront, Shown, dated
from partnerline.knowledge.model import Answer, Citation
from partnerline.knowledge.partners import Partner

OFF = {"percent": Decimal("0.1"), "applies_to": ("AX-200",)}


def vendor() -> Vendor:
    made = Vendor()
    made.sells("emea.xlsx", {"sku": "AX-100"}, {"sku": "AX-200"}, valid_from=date(2026, 7, 1))
    made.sells("globex.xlsx", {"sku": "GX-1"}, audience=ONLY_GLOBEX)
    made.offers(
        "promotions.xlsx",
        {"code": "NOW", "name": "Runs", "last_day": DAY, **OFF},
        {"code": "OVER", "name": "Over", "last_day": DAY - timedelta(days=1), **OFF},
        {"code": "SILVER", "name": "Others", "tiers": frozenset({"silver"}), **OFF},
    )
    made.offers("theirs.xlsx", {"code": "THEIRS", "name": "X", **OFF}, audience=ONLY_GLOBEX)
    made.tells("rules.md", "Deals are registered.", title="Deal registration", kind="program")
    made.tells("theirs.md", "A secret.", title="Theirs", kind="program", audience=ONLY_GLOBEX)
    made.tells("press.md", "News.", title="News", audience=PUBLIC)
    return made


def shown(partner: Partner | None) -> Shown:
    return LibraryShopfront(answerer=vendor().answerer).shown_to(partner, DAY)


def test_a_partner_sees_what_runs_for_it_what_it_has_a_price_for_and_its_rules() -> None:
    seen = shown(ACME)
    assert [one.code for one in seen.promotions] == ["NOW"]
    assert seen.product is not None
    assert seen.product.sku == "AX-200"
    assert seen.programme == ("Deal registration",)


def test_another_partner_sees_its_own() -> None:
    seen = shown(GLOBEX)
    assert [one.code for one in seen.promotions] == ["NOW", "SILVER", "THEIRS"]
    assert seen.programme == ("Deal registration", "Theirs")


def test_a_stranger_sees_no_price_no_promotion_and_only_public_titles() -> None:
    assert shown(None) == Shown(programme=("News",))


def test_a_partner_without_prices_is_shown_no_product() -> None:
    made = Vendor()
    made.tells("rules.md", "Deals are registered.", title="Rules", kind="program", audience=EVERY)
    front = LibraryShopfront(answerer=made.answerer)
    assert front.shown_to(ACME, DAY) == Shown(programme=("Rules",))


def test_an_answer_s_sources_are_given_their_age() -> None:
    front: Shopfront = LibraryShopfront(answerer=vendor().answerer)
    cited = Citation(source="emea.xlsx", locator="A1", quote="x")
    unknown = Citation(source="nowhere.md", locator="", quote="x")
    answer = Answer(outcome="answered", text="x", confidence=1.0, citations=(cited, unknown))
    assert [one.day for one in dated(answer, front).citations] == [date(2026, 7, 1), None]
