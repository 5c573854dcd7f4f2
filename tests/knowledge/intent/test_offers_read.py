"""Which offers a question counts: registered deals as they stand, promotions that are turned down, rows of one code."""

import pytest
from tests.knowledge.intent.shop import CATALOG, MOMENT, PROMOTIONS, ask

from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.intent.offers_asked import asks_about_offers
from partnerline.knowledge.intent.offers_in_part import IN_PART
from partnerline.knowledge.intent.requests import read_request
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.pricing.offers import Promotion


def offers(*turns: str) -> str:
    """The offers that count after the last of the turns."""
    asked = ask(*turns)
    return " ".join(
        [
            *(one.code for one in asked.promotions),
            *(["deal"] if asked.deal else []),
            *(["open"] if asked.open_deal else []),
            *([f"?{asked.unknown_offer}"] if asked.unknown_offer else []),
        ]
    )


@pytest.mark.parametrize(
    "said",
    [
        "with deal reg",
        "with our deal reg",
        "with our approved deal registration",
        "with an approved deal registration please",
        "with a registered deal",
        "with our registered deal",
        "with DR-123456",
        "with deal reg no. 123456",
        "with deal reg DR-123456, which is approved",
        "the deal registration is approved - what do we pay?",
        "our deal reg was approved yesterday",
        "deal reg approved on 2026-03-05",
        "our deal is registered",
        "deal registration has been approved",
        "with our approved deal reg if possible",
        "now that the deal reg is approved?",
        "deal reg was rejected at first but is now approved",
        "approved deal reg, the customer rejected our last quote",
        "the deal reg isn't pending any more, it is approved",
        "no promo, approved deal reg",
        "our deal reg went through",
        "vendor confirmed the deal reg",
        "mit genehmigter Projektregistrierung",
        "mit unserer Projektregistrierung",
        "die Projektregistrierung wurde genehmigt",
        "avec notre affaire enregistrée",
        "avec l'enregistrement du projet approuvé",
        "con nuestra operación registrada",
        "con la oportunidad registrada aprobada",
        "con il nostro affare registrato",
        "con la registrazione del progetto approvata",
    ],
)
def test_a_registered_deal_that_is_approved_counts(said: str) -> None:
    assert offers(f"20 AX-200 {said}") == "deal"


@pytest.mark.parametrize(
    "said",
    [
        "with deal reg pending",
        "with our pending deal registration",
        "with deal reg (pending)",
        "with deal reg submitted yesterday",
        "with deal reg, not yet approved",
        "with a deal reg that was rejected",
        "with deal reg applied for",
        "with deal reg that expired last month",
        "with our lapsed deal reg",
        "with deal reg in review",
        "with deal reg under review",
        "with deal reg, waiting on the vendor",
        "with deal reg denied",
        "with deal reg awaiting approval",
        "if the deal reg gets approved",
        "if our deal registration is approved",
        "with deal reg, if it gets approved",
        "with deal reg once approved",
        "when the deal reg comes through and is approved",
        "with deal reg declined",
        "with deal reg still open",
        "with our declined deal registration",
        "our deal reg has not been approved",
        "our deal reg hasn't been approved",
        "our deal isn't registered yet",
        "with a not yet approved deal reg",
        "with unapproved deal reg",
        "with not approved deal reg",
        "our deal reg will be approved next week",
        "deal reg should be approved soon",
        "deal reg, hopefully approved by Friday",
        "deal reg to be approved",
        "deal reg approval pending",
        "deal reg subject to approval",
        "deal reg on hold",
        "deal reg withdrawn",
        "deal reg was revoked",
        "deal reg cancelled",
        "deal reg got turned down",
        "approved deal reg, but it expired in May",
        "deal reg approved last year, now expired",
        "deal reg no longer valid",
        "deal reg is not active any more",
        "deal reg is sitting with Dana",
        "deal reg still needs the vendor's ok",
        "deal reg requested",
        "we want to register the deal",
        "can we get a deal reg",
        "is the deal reg approved?",
        "has our deal registration been approved",
        "DR-123456 rejected",
        "with DR-123456 (not approved)",
        "deal registration in progress",
        "we haven't heard on the deal reg",
        "deal reg. Submitted yesterday",
        "deal reg. It was rejected",
        "no decision on the deal reg",
        "we plan a deal reg",
        "mit beantragter Projektregistrierung",
        "mit abgelehnter Projektregistrierung",
        "mit noch nicht genehmigter Projektregistrierung",
        "Projektregistrierung noch offen",
        "Projektregistrierung ist eingereicht",
        "Projektregistrierung abgelaufen",
        "Projektregistrierung in Prüfung",
        "falls die Projektregistrierung genehmigt wird",
        "sobald die Projektregistrierung genehmigt ist",
        "mit nicht genehmigter Projektregistrierung",
        "avec enregistrement du projet en attente",
        "avec notre affaire enregistrée, pas encore approuvée",
        "enregistrement du projet refusé",
        "si l'enregistrement du projet est approuvé",
        "enregistrement du projet expiré",
        "con oportunidad registrada pendiente",
        "registro del proyecto rechazado",
        "registro del proyecto solicitado",
        "si se aprueba el registro del proyecto",
        "registro del proyecto aún no aprobado",
        "con la registrazione del progetto in attesa",
        "registrazione del progetto respinta",
        "registrazione del progetto non ancora approvata",
        "se la registrazione del progetto viene approvata",
        "registrazione del progetto scaduta",
    ],
)
def test_a_registered_deal_that_isnt_approved_stays_open(said: str) -> None:
    assert offers(f"20 AX-200 {said}") == "open"
    assert ask(f"20 AX-200 {said}").wanted[0].quantities == (20,)


@pytest.mark.parametrize(
    "said",
    [
        "no deal reg",
        "without the registration",
        "without deal reg",
        "without our approved deal reg",
        "don't apply the deal reg",
        "deal reg not needed",
        "deal reg: no",
        "excluding the deal registration",
        "ohne Projektregistrierung",
        "sans l'enregistrement du projet",
        "sin la oportunidad registrada",
        "senza l'affare registrato",
        "before deal reg",
    ],
)
def test_a_deal_that_isnt_wanted_is_neither(said: str) -> None:
    assert offers(f"20 AX-200 {said}") == ""


DEAL = "20 AX-200 with our deal reg"


@pytest.mark.parametrize(
    ("turns", "left"),
    [
        ((DEAL, "it got rejected though"), "open"),
        ((DEAL, "and if the registration isn't approved?"), "open"),
        ((DEAL, "it isn't approved yet"), "open"),
        ((DEAL, "sorry, it's still pending"), "open"),
        ((DEAL, "it expired last month"), "open"),
        ((DEAL, "what if it gets declined"), "open"),
        ((DEAL, "what if it's not approved"), "open"),
        ((DEAL, "noch nicht genehmigt"), "open"),
        ((DEAL, "elle a été refusée"), "open"),
        ((DEAL, "aún no está aprobada"), "open"),
        ((DEAL, "non è ancora approvata"), "open"),
        ((DEAL, "and 50?"), "deal"),
        ((DEAL, "it was approved last week"), "deal"),
        ((DEAL, "without it"), ""),
        ((DEAL, "without the deal reg"), ""),
        ((DEAL, "and without?"), ""),
        ((f"{DEAL}, pending", "and 50?"), "open"),
        ((f"{DEAL}, pending", "and 50 with the deal reg?"), "open"),
        ((f"{DEAL}, pending", "and 10 WL-PRO with the deal reg?"), "open"),
        ((f"{DEAL}, pending", "is it approved?"), "open"),
        ((f"{DEAL}, pending", "and once it's approved?"), "open"),
        ((f"{DEAL}, pending", "it's approved now"), "deal"),
        ((f"{DEAL}, pending", "and now that it's approved?"), "deal"),
        ((f"{DEAL}, pending", "with the approved deal reg"), "deal"),
        ((f"{DEAL}, pending", "without the deal reg"), ""),
        (("our deal reg got rejected", "20 AX-200 with the deal reg"), "open"),
        (("20 AX-200", "it got rejected though"), ""),
    ],
)
def test_a_thread_keeps_its_deal_as_it_was_last_said_to_stand(
    turns: tuple[str, ...], left: str
) -> None:
    assert offers(*turns) == left


@pytest.mark.parametrize("turn", ["it was rejected yesterday", "it expired last month"])
def test_the_day_of_a_deal_is_no_day_of_the_price(turn: str) -> None:
    assert not ask(DEAL, turn).periods
    assert not ask(f"{DEAL}, {turn}").periods


TURNED_DOWN = [
    "without COLD27",
    "don't apply COLD27",
    "do not apply the COLD27 promo",
    "please don't use the promo code COLD27",
    "excluding COLD27",
    "excl. COLD27",
    "not with COLD27",
    "COLD27 not needed",
    "COLD27 isn't needed",
    "promo COLD27 not needed",
    "COLD27 is not wanted",
    "COLD27 shouldn't be applied",
    "COLD27 excluded",
    "before COLD27",
    "price before the COLD27 promo",
    "skip the promo COLD27",
    "skip COLD27",
    "no COLD27",
    "no promo COLD27",
    "ignore COLD27",
    "ignoring COLD27",
    "leave COLD27 out",
    "leave out COLD27",
    "take COLD27 off",
    "drop COLD27",
    "forget COLD27",
    "remove the COLD27 code",
    "omit COLD27",
    "w/o COLD27",
    "other than COLD27",
    "we don't want COLD27",
    "we won't use COLD27",
    "we can't use COLD27",
    "not using COLD27",
    "not counting COLD27",
    "no need for COLD27",
    "instead of COLD27",
    "apart from COLD27",
    "COLD27 - skip it",
    "COLD27? no thanks",
    "- COLD27 - no",
    "forget about COLD27",
    "without using COLD27 or any other promo",
    "COLD27 does not apply to this customer",
    "as if there were no COLD27",
    "if COLD27 didn't exist",
    "non-COLD27 price",
    "turn off COLD27",
    "COLD27 off please",
    "unless COLD27",
    "COLD27 lassen wir weg",
    "ohne Berücksichtigung von COLD27",
    "sans tenir compte de COLD27",
    "sin tener en cuenta COLD27",
    "senza considerare COLD27",
    "without the cold-chain winter promo",
    "without the winter promo",
    "without the Cold-chain winter",
    "no winter campaign",
    "without COLD27 or SPRING26",
    "without the promo",
    "skip promo",
    "with COLD27 - actually without it",
    "ohne Aktion COLD27",
    "ohne COLD27",
    "ohne die Aktion",
    "COLD27 nicht anwenden",
    "bitte COLD27 weglassen",
    "nicht mit COLD27",
    "statt COLD27",
    "ohne die Winteraktion",
    "COLD27 brauchen wir nicht",
    "keine Aktion COLD27",
    "sans la promo COLD27",
    "sans COLD27",
    "sans appliquer COLD27",
    "hors promo COLD27",
    "pas de promo COLD27",
    "ne pas appliquer la promo COLD27",
    "au lieu de COLD27",
    "sin COLD27",
    "sin la promoción COLD27",
    "no aplicar COLD27",
    "no apliques la promo COLD27",
    "excluyendo COLD27",
    "en vez de COLD27",
    "senza COLD27",
    "senza la promo COLD27",
    "non applicare COLD27",
    "esclusa la promo COLD27",
    "invece di COLD27",
    "tranne COLD27",
]


@pytest.mark.parametrize("said", TURNED_DOWN)
def test_a_promotion_that_is_turned_down_isnt_applied(said: str) -> None:
    asked = ask(f"60 TS-10-X {said}")
    assert (asked.promotions, asked.unknown_offer, asked.comparison) == ((), None, None)
    assert asked.wanted[0].quantities == (60,)
    assert not ask("60 TS-10-X with COLD27", said).promotions


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("with COLD27", "COLD27"),
        ("is COLD27 applicable?", "COLD27"),
        ("don't forget COLD27", "COLD27"),
        ("please don't leave out COLD27", "COLD27"),
        ("why isn't COLD27 applied", "COLD27"),
        ("isn't COLD27 running?", "COLD27"),
        ("doesn't COLD27 apply?", "COLD27"),
        ("can't we use COLD27?", "COLD27"),
        ("why not COLD27", "COLD27"),
        ("not only COLD27", "COLD27"),
        ("no, with COLD27", "COLD27"),
        ("no rush, with COLD27", "COLD27"),
        ("if possible COLD27", "COLD27"),
        ("COLD27 please", "COLD27"),
        ("before COLD27 ends", "COLD27"),
        ("without SPRING26 but with COLD27", "COLD27"),
        ("COLD27 instead of SPRING26", "COLD27"),
        ("not SPRING26, COLD27", "COLD27"),
        ("no SPRING26 but COLD27", "COLD27"),
        ("COLD27 rather than SPRING26", "COLD27"),
        ("rather COLD27 than SPRING26", "COLD27"),
        ("COLD27 statt SPRING26", "COLD27"),
        ("COLD27 rather than our approved deal reg", "COLD27"),
        ("with COLD27, not the deal reg", "COLD27"),
        ("with COLD27, no deal reg", "COLD27"),
        ("with COLD27 without the deal registration", "COLD27"),
        ("with approved deal reg instead of COLD27", "deal"),
        ("with our approved deal reg, no COLD27", "deal"),
        ("without COLD27 with approved deal reg", "deal"),
        ("no COLD27 and our approved deal reg", "deal"),
        ("mit genehmigter Projektregistrierung statt COLD27", "deal"),
        ("with deal reg pending instead of COLD27", "open"),
        ("with COLD27 and without COLD99", "COLD27"),
        ("without promo code ABC12", ""),
        ("without the summer promo", ""),
        ("without COLD27 and deal reg", ""),
        ("neither COLD27 nor the deal reg", ""),
        ("SPRING26 or the deal reg, which is better?", "SPRING26 deal"),
        ("COLD27 oder SPRING26", "COLD27 SPRING26"),
        ("COLD27 is over so with our approved deal reg, not COLD27", "deal"),
    ],
)
def test_only_the_offer_that_is_turned_down_is_left_out(said: str, left: str) -> None:
    assert offers(f"60 TS-10-X {said}") == left


PROMO = "60 TS-10-X with COLD27"


@pytest.mark.parametrize(
    ("turns", "left"),
    [
        ((PROMO, "without it"), ""),
        ((PROMO, "and without it?"), ""),
        ((PROMO, "and without COLD27?"), ""),
        ((PROMO, "and without?"), ""),
        ((PROMO, "remove COLD27"), ""),
        ((PROMO, "drop the promo"), ""),
        ((PROMO, "drop it"), ""),
        ((PROMO, "remove that"), ""),
        ((PROMO, "don't apply it"), ""),
        ((PROMO, "without the discount"), ""),
        ((PROMO, "no promo"), ""),
        ((PROMO, "and 100 without it"), ""),
        ((PROMO, "ohne"), ""),
        ((PROMO, "und ohne?"), ""),
        ((PROMO, "ohne die Aktion"), ""),
        ((PROMO, "et sans ?"), ""),
        ((PROMO, "sans la promo"), ""),
        ((PROMO, "¿y sin ella?"), ""),
        ((PROMO, "sin la promo"), ""),
        ((PROMO, "e senza?"), ""),
        ((PROMO, "senza la promo"), ""),
        ((PROMO, "and 100?"), "COLD27"),
        ((PROMO, "don't drop it"), "COLD27"),
        ((PROMO, "SPRING26 instead"), "SPRING26"),
        ((PROMO, "with our approved deal reg instead"), "deal"),
        ((PROMO, "our approved deal reg instead of COLD27"), "deal"),
        (("60 TS-10-X with our approved deal reg", "COLD27 instead"), "COLD27"),
        (("60 TS-10-X with our approved deal reg", "COLD27 rather than the deal reg"), "COLD27"),
    ],
)
def test_a_thread_drops_the_promotion_it_is_told_to(turns: tuple[str, ...], left: str) -> None:
    assert offers(*turns) == left


@pytest.mark.parametrize(
    "said",
    [
        "with and without COLD27",
        "with or without COLD27",
        "with COLD27 and without",
        "with COLD27 vs without it",
        "mit und ohne COLD27",
        "mit oder ohne COLD27",
        "avec et sans COLD27",
        "con y sin COLD27",
        "con e senza COLD27",
    ],
)
def test_with_and_without_is_a_comparison(said: str) -> None:
    asked = ask(f"60 TS-10-X {said}")
    assert ([one.code for one in asked.promotions], asked.comparison) == (["COLD27"], "promotion")
    asked = ask("60 TS-10-X with COLD27", "with and without it")
    assert ([one.code for one in asked.promotions], asked.comparison) == (["COLD27"], "promotion")


@pytest.mark.parametrize(
    "said",
    [
        "with COLD27 if allowed, else list",
        "with COLD27 if allowed, otherwise list price",
        "with COLD27, or else at list",
        "with COLD27 if possible, if not list",
        "mit COLD27 falls möglich, sonst Listenpreis",
        "avec COLD27, sinon prix catalogue",
        "con COLD27, si no precio de lista",
        "con COLD27, altrimenti prezzo di listino",
    ],
)
def test_the_list_price_as_a_second_best_isnt_what_is_asked_for(said: str) -> None:
    asked = ask(f"60 TS-10-X {said}")
    assert (offers(f"60 TS-10-X {said}"), asked.list_only) == ("COLD27", False)
    assert ask(f"60 TS-10-X {said}").comparison is None


def row(code: str, name: str, least: int) -> Promotion:
    return Promotion(
        path="promotions.xlsx",
        locator=f"A{least}",
        row_text=name,
        audience=Audience(),
        code=code,
        name=name,
        applies_to=(),
        min_quantity=least,
    )


ROWS = (
    row("WARM27", "Warm start", 10),
    row("WARM27", "Warm start", 50),
    row("WARM-27", "Furnace bonus", 100),
    row("", "Loyal customer week", 5),
    row("", "Loyal customer week", 25),
    row("COLD27", "Cold start", 1),
)


def rows(text: str) -> list[int]:
    asked: Asked = read_request(text, (), CATALOG, promotions=ROWS, moment=MOMENT)
    return [one.min_quantity for one in asked.promotions]


@pytest.mark.parametrize(
    ("said", "least"),
    [
        ("with WARM27", [10, 50, 100]),
        ("with the warm start promo", [10, 50, 100]),
        ("with the furnace promo", [10, 50, 100]),
        ("with promo warm-27", [10, 50, 100]),
        ("with the Loyal customer week", [5, 25]),
        ("with WARM27 and COLD27", [10, 50, 100, 1]),
        ("without WARM27", []),
        ("with COLD27 instead of WARM27", [1]),
    ],
)
def test_a_promotion_is_all_the_rows_of_its_code(said: str, least: list[int]) -> None:
    assert rows(f"60 TS-10-X {said}") == least


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("when does COLD27 end?", "one", ["COLD27"]),
        ("is COLD27 not valid any more?", "one", ["COLD27"]),
        ("isn't COLD27 running?", "one", ["COLD27"]),
        ("does COLD27 not apply any more?", "one", ["COLD27"]),
        ("which promotions are running?", "running", []),
        ("which promos run instead of COLD27?", "running", []),
        ("can I combine COLD27 with our deal reg?", "stacking", ["COLD27"]),
    ],
)
def test_a_question_on_a_promotion_still_names_it(text: str, kind: str, named: list[str]) -> None:
    asked = asks_about_offers(text, PROMOTIONS)
    assert asked is not None
    assert (asked.kind, [one.code for one in asked.promotions]) == (kind, named)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("with deal reg if it goes through", "open"),
        ("with deal reg if we get it", "open"),
        ("with deal reg once it comes through", "open"),
        ("assuming the deal reg goes through", "open"),
        ("if we get the deal reg", "open"),
        ("if the deal reg is granted", "open"),
        ("with deal reg in limbo", "open"),
        ("with deal reg tbc", "open"),
        ("with the deal reg we applied for", "open"),
        ("with the deal reg that is with the vendor for approval", "open"),
        ("with the deal reg they turned down", "open"),
        ("deal reg status: pending", "open"),
        ("deal reg = rejected", "open"),
        ("rejected deal reg", "open"),
        ("expired deal registration DR-123456", "open"),
        ("the deal reg ran out", "open"),
        ("with our registered deal, which is still to be approved", "open"),
        ("with our registered deal pending approval", "open"),
        ("with our registered deal if we order today", "deal"),
        ("with our registered deal, customer pays in March", "deal"),
        ("with deal reg if it is possible", "deal"),
        ("what if we take it with our approved deal reg", "deal"),
        ("with our approved deal reg, how much will that be", "deal"),
    ],
)
def test_what_is_said_around_a_deal_tells_whether_it_stands(said: str, left: str) -> None:
    assert offers(f"20 AX-200 {said}") == left


@pytest.mark.parametrize("text", ["10 AX-200 expected in 2 weeks", "edge gateway AX-200 expected in 2 weeks", "price valid in 2 weeks for 10 AX-200"])  # fmt: skip
def test_without_a_deal_such_words_leave_the_day_alone(text: str) -> None:
    assert ask(text).periods


REFUSED = [
    "we declined the COLD27 offer, 60 TS-10-X",
    "60 TS-10-X, COLD27 refused by finance",
    "60 TS-10-X COLD27 cancelled",
    "COLD27 lehnen wir ab, 60 TS-10-X",
    "customer turned down COLD27, so 6 TS-10-X normal price",
    "customer turned down SWITCH27, so 6 AX-400 normal price",
    "60 TS-10-X, COLD27 abgelehnt",
    "60 TS-10-X, COLD27 gestrichen",
    "60 TS-10-X, COLD27 refusé",
    "60 TS-10-X, COLD27 est annulé",
    "60 TS-10-X COLD27 rechazado",
    "60 TS-10-X COLD27 anulado",
    "60 TS-10-X COLD27 rifiutato",
    "60 TS-10-X COLD27 annullato",
    "60 TS-10-X, the customer rejected COLD27",
    "60 TS-10-X, wir haben COLD27 abgelehnt",
    "60 TS-10-X, COLD27 wurde vom Kunden abgelehnt",
    "60 TS-10-X, nous avons refusé COLD27",
    "60 TS-10-X, hemos rechazado COLD27",
    "60 TS-10-X, abbiamo rifiutato COLD27",
    "60 TS-10-X, the COLD27 promo was rejected",
    "60 TS-10-X, COLD27 has been withdrawn",
    "60 TS-10-X, COLD27 got cancelled by the vendor",
    "60 TS-10-X, customer doesn't want COLD27",
    "60 TS-10-X, kunde lehnt COLD27 ab",
    "60 TS-10-X, finance said no to COLD27",
    "60 TS-10-X, COLD27 was vetoed",
    "60 TS-10-X, customer passed on COLD27",
    "60 TS-10-X, COLD27 is off the table",
    "60 TS-10-X, we opted out of COLD27",
    "60 TS-10-X, we cancelled COLD27",
]


@pytest.mark.parametrize("text", REFUSED)
def test_a_promotion_that_somebody_refused_isnt_applied(text: str) -> None:
    asked = ask(text)
    assert (asked.promotions, asked.unknown_offer, asked.beyond) == ((), None, None)
    assert len(asked.wanted[0].quantities) == 1


@pytest.mark.parametrize(
    "turn",
    [
        "promo raus",
        "skip the promo",
        "remove COLD27",
        "COLD27 cancelled",
        "COLD27 lehnen wir ab",
        "cancel the promo",
        "promo refused",
        "declined the promo",
        "fuera la promo",
        "streich die promo",
        "promo gestrichen",
        "promo annulée",
    ],
)
def test_a_thread_drops_a_promotion_that_was_refused(turn: str) -> None:
    assert offers(PROMO, turn) == ""


STANDING = [
    "60 TS-10-X with COLD27, customer declined our last quote",
    "60 TS-10-X with COLD27, the order was cancelled last time",
    "cancelled order: 60 TS-10-X with COLD27",
    "60 TS-10-X with COLD27, don't cancel COLD27",
    "60 TS-10-X COLD27 not cancelled?",
    "we declined SPRING26 but take COLD27 for 60 TS-10-X",
    "is COLD27 cancelled? 60 TS-10-X",
]


@pytest.mark.parametrize("text", STANDING)
def test_a_refusal_of_something_else_leaves_the_promotion(text: str) -> None:
    assert offers(text) == "COLD27"


APPROVED = [
    "20 AX-400 deal approved",
    "20 AX-200 con registrazione approvata",
    "20 AX-200 mit genehmigtem Projektschutz",
    "20 AX-200 avec enregistrement approuvé",
    "20 AX-200 con registro aprobado",
    "20 AX-200 with DR-445566",
    "20 AX-200 deal DR-445566",
    "20 AX-200 deal reg DR-445566",
    "20 AX-200 mit DR-445566",
    "20 AX-200 our approved DR-445566",
    "20 AX-200 DR-445566 approved",
    "20 AX-200 with the approved deal",
    "20 AX-200 mit Projektschutz",
    "20 AX-200 deal is approved",
    "20 AX-200 under DR-445566",
    "20 AX-200, deal has been approved",
]


@pytest.mark.parametrize("text", APPROVED)
def test_a_deal_said_to_be_approved_in_other_words_counts(text: str) -> None:
    assert offers(text) == "deal"


NOT_YET = [
    "20 AX-200 if we registered the deal",
    "20 AX-200, we registered the deal last week",
    "DR-445566 20 AX-200",
    "20 AX-200 DR-445566",
    "20 AX-200, DR-445566",
    "20 AX-200 (DR-445566)",
    "20 AX-200 what if we registered this opportunity",
    "20 AX-200 mit beantragtem Projektschutz",
    "20 AX-200 deal not approved",
    "20 AX-200 deal not yet approved",
    "20 AX-200 registrazione non approvata",
    "20 AX-200 Projektschutz abgelehnt",
    "20 AX-200 si nous enregistrons l'affaire",
    "20 AX-200 wir haben den Deal registriert",
    "20 AX-200 wenn wir den deal registrieren",
    "20 AX-200 if deal approved",
    "20 AX-200, i registered the project yesterday",
    "20 AX-200 is the deal approved?",
    "20 AX-200 with enregistrement refusé",
]


@pytest.mark.parametrize("text", NOT_YET)
def test_a_deal_that_is_only_registered_or_a_bare_number_stays_open(text: str) -> None:
    asked = ask(text)
    assert (asked.deal, asked.open_deal, asked.periods) == (False, True, ())


def test_a_deal_registered_first_and_approved_then_counts() -> None:
    assert offers("20 AX-200, we registered the deal last week and it was approved") == "deal"


IN_PARTS = [
    "60 TS-10-X with COLD27, 60 TS-100 without COLD27",
    "60 TS-10-X with COLD27, 60 HS-12 without COLD27",
    "20 AX-200 with approved deal reg, 10 AX-40 without",
    "60 TS-10-X with COLD27 and 60 TS-10 at normal price",
    "10 AX-40 not part of the deal, 20 AX-200 with the approved deal reg",
    "60 TS-10-X with COLD27, the 60 HS-12 at list price",
    "60 TS-10-X mit COLD27, 60 HS-12 ohne",
    "60 TS-10-X mit COLD27 und 60 HS-12 zum Normalpreis",
    "60 TS-10-X avec COLD27 et 60 HS-12 sans",
    "60 TS-10-X con COLD27 y 60 HS-12 sin",
    "60 TS-10-X con COLD27 e 60 HS-12 senza",
    "60 TS-10-X with COLD27 and 60 HS-12 without promo",
    "COLD27 for the TS-10-X only: 60 TS-10-X and 60 HS-12",
    "60 TS-10-X and 60 HS-12, COLD27 only on the TS-10-X",
    "60 HS-12 without COLD27, 60 TS-10-X with it",
    "deal reg approved for the 20 AX-200 only, plus 10 AX-40",
    "60 TS-10-X (COLD27), 60 HS-12 (no promo)",
    "60 TS-10-X with COLD27, 60 HS-12 with SPRING26",
    "20 AX-200 with approved deal reg, 60 TS-10-X with COLD27",
    "60 TS-10-X with COLD27 vs 60 HS-12 without",
]


@pytest.mark.parametrize("text", IN_PARTS)
def test_an_offer_on_some_of_the_items_only_is_beyond_a_request(text: str) -> None:
    assert ask(text).beyond == IN_PART


FOR_ALL = [
    "60 TS-10-X and 60 HS-12 with COLD27",
    "60 TS-10-X and 60 HS-12 without COLD27",
    "60 TS-10-X and 60 HS-12 with COLD27, no deal reg",
    "60 TS-10-X and 60 HS-12 with and without COLD27",
    "60 TS-10-X with COLD27, at normal price too",
    "60 TS-10-X with approved deal reg instead of COLD27, 10 HS-12",
    "60 TS-10-X and 10 HS-12 with COLD27 - actually without it",
    "20 AX-200 and 10 AX-40 with approved deal reg",
    "which is cheaper, 60 TS-10-X or 60 HS-12 with COLD27",
    "60 TS-10-X and 10 HS-12 with COLD27 if allowed, else list price",
    "60 TS-10-X without COLD27",
    "60 TS-10-X with COLD27 without support",
]


@pytest.mark.parametrize("text", FOR_ALL)
def test_an_offer_on_all_of_the_items_is_not(text: str) -> None:
    assert ask(text).beyond is None


@pytest.mark.parametrize(
    ("first", "then", "part"),
    [
        ("60 TS-10-X with COLD27", "add 60 HS-12 without COLD27", True),
        ("20 AX-200 with our approved deal reg", "add 10 AX-40 without the deal reg", True),
        ("60 TS-10-X with COLD27", "add 60 HS-12", False),
        ("60 TS-10-X with COLD27", "and without?", False),
        ("60 TS-10-X and 60 HS-12 with COLD27", "and without?", False),
        ("60 TS-10-X", "add 60 HS-12 without COLD27", False),
    ],
)
def test_what_a_thread_adds_without_its_offer_is_in_part(first: str, then: str, part: bool) -> None:
    assert (ask(first, then).beyond == IN_PART) is part
