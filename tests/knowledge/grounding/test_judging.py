"""A model's sentences held to their passages."""

import pytest
from tests.knowledge.grounding.paraphrases import EVIDENCE, FALSE, PASSAGES, TRUE

from partnerline.knowledge.grounding.judging import Fault, Judge
from partnerline.knowledge.grounding.support import SUPPORT, support
from partnerline.knowledge.model import Evidence, Sentence


def fault(
    text: str, *passages: str, language: str = "en", evidence: tuple[Evidence, ...] = EVIDENCE
) -> Fault | None:
    flaw = Judge(evidence, language=language).flaw(Sentence(text=text, passages=passages))
    return flaw.fault if flaw else None


@pytest.mark.parametrize(("key", "text"), TRUE, ids=[text for _, text in TRUE])
def test_what_the_passage_says_stands(key: str, text: str) -> None:
    assert fault(text, key) is None


@pytest.mark.parametrize(
    ("key", "text"), [(key, text) for key, text, _ in FALSE], ids=[f"{w}: {t}" for _, t, w in FALSE]
)
def test_what_the_passage_does_not_say_falls(key: str, text: str) -> None:
    assert fault(text, key) is not None


def test_the_bound_of_support_lies_between_what_is_said_and_what_is_not() -> None:
    own = [support(text, PASSAGES[key])[0] for key, text in TRUE]
    foreign = [support(text, PASSAGES[o])[0] for key, text in TRUE for o in PASSAGES if o != key]
    assert min(own) >= SUPPORT
    assert sum(share >= SUPPORT for share in foreign) / len(foreign) < 0.02


@pytest.mark.parametrize(
    ("text", "passages", "expected"),
    [
        ("The BL-40 weighs 12.5 kg.", (), "cites_nothing"),
        ("The BL-40 weighs 12.5 kg.", ("E99",), "cites_unknown"),
        ("The BL-40 weighs 12.5 kg.", ("E1", "E99"), "cites_unknown"),
        ("  ", ("E1",), "empty"),
        ("The BL-40 weighs 12.5 kg. " * 40, ("E1",), "too_long"),
        ("The BL-40 weighs [12.5 kg](https://evil.example).", ("E1",), "markup"),
        ("The BL-40 weighs 12.5 kg <@U0123ABC>.", ("E1",), "markup"),
        ("The BL-40 weighs 12.5 kg, @channel.", ("E1",), "markup"),
        ("![x](a.png) The BL-40 weighs 12.5 kg.", ("E1",), "markup"),
        ("The BL-40 <b>weighs</b> 12.5 kg.", ("E1",), "markup"),
        ("Click the weight of the BL-40: 12.5 kg.", ("E1",), "markup"),
        ("The BL-40 weighs\u202e 12.5 kg.", ("E1",), "markup"),
        ("The BL-40 weighs 12.5 kg.\n# Weight", ("E1",), "markup"),
        ("Das Gewicht der BL-40 ist 12.5 kg.", ("E1",), "wrong_language"),
        ("The BL-40 weighs 13.5 kg.", ("E1",), "figure"),
        ("A registered deal is protected until 3 May 2026.", ("E5",), "date"),
        ("The BL-40 is sold by Contoso and weighs 12.5 kg.", ("E1",), "name"),
        ("Send the form to sales@brewline.example before the offer.", ("E5",), "address"),
        ("Copper partners receive a rebate of 4 %.", ("E2",), "misattributed"),
        ("Opened machines are taken back.", ("E3",), "turned_round"),
        ("We guarantee that the vendor answers within three working days.", ("E5",), "commitment"),
        ("Lightning strikes void everything about heaters.", ("E4",), "unsupported"),
    ],
)  # fmt: skip
def test_a_fault_has_its_name(text: str, passages: tuple[str, ...], expected: Fault) -> None:
    assert fault(text, *passages) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The reach is 1000 m.", "The reach is 1,000 m."),
        ("The reach is 1,000 m.", "The reach is 1000 metres."),
        ("The price of failure is 1,234.50 EUR.", "The price of failure is 1.234,50 €."),
        ("Four sensors fit on it.", "4 sensors fit on it."),
        ("It lasts twenty-five hours.", "It lasts 25 hours."),
        ("It takes 8 to 12 weeks.", "It takes 8-12 weeks."),
        ("The term is 36 months.", "A 36-month term."),
        ("It ends on 31 December 2026.", "It ends on 2026-12-31."),
        ("It ends on December 31, 2026.", "It ends on 31.12.2026."),
        ("It ends at 5 pm.", "It ends at 17:00."),
        ("It works down to -25 °C.", "It works down to \u221225 °C."),
        ("About 15 % of it is steam.", "About 15 percent of it is steam."),
    ],
)
def test_one_figure_written_in_two_ways_is_one(text: str, told: str) -> None:
    evidence = (Evidence(id="E1", source="a.md", locator="top", text=told),)
    assert fault(text, "E1", evidence=evidence) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The reach is 100 m.", "The reach is 1,000 m."),
        ("The term is 36 days.", "A 36-month term."),
        ("It works down to 25 °C.", "It works down to -25 °C."),
        ("It ends on 31 December 2027.", "It ends on 2026-12-31."),
        ("The fee is 15 USD.", "The fee is 15 EUR."),
        ("Five sensors fit on it.", "4 sensors fit on it."),
        ("It takes up to 12 weeks.", "It takes 12 weeks."),
        ("At least 64 sensors fit on it.", "Up to 64 sensors fit on it."),
        ("It must be cleaned daily.", "It can be cleaned daily."),
    ],
)
def test_another_figure_falls(text: str, told: str) -> None:
    evidence = (Evidence(id="E1", source="a.md", locator="top", text=told),)
    assert fault(text, "E1", evidence=evidence) is not None


def test_a_figure_of_the_question_alone_supports_nothing() -> None:
    evidence = (
        Evidence(
            id="E1", source="a.md", locator="top", text="Larger orders take longer to deliver."
        ),
    )
    assert fault("Orders of 500 take longer to deliver.", "E1", evidence=evidence) == "figure"


def test_a_sentence_that_goes_on_speaks_of_what_the_one_before_spoke_of() -> None:
    judge = Judge(EVIDENCE, language="en")
    assert judge.flaw(Sentence(text="The BL-40-D has two boilers.", passages=("E6",))) is None
    assert judge.flaw(Sentence(text="It weighs 14 kg.", passages=("E1",))) is None
    wrong = judge.flaw(Sentence(text="It weighs 21 kg.", passages=("E1",)))
    assert wrong is not None
    assert wrong.fault == "misattributed"


GERMAN = [
    ("Die BL-40-D wiegt 14 kg.", "E1", None),
    ("Die BL-40-D wiegt 12,5 kg.", "E1", "misattributed"),
    ("Ungeöffnete Maschinen können innerhalb von 30 Tagen zurückgegeben werden.", "E3", None),
    ("Ungeöffnete Maschinen können innerhalb von dreißig Tagen zurückgegeben werden.", "E3", None),
    ("Ungeöffnete Maschinen können innerhalb von 60 Tagen zurückgegeben werden.", "E3", "figure"),
    ("Ungeöffnete Maschinen können innerhalb von 30 Wochen zurückgegeben werden.", "E3", "figure"),
    ("Wir garantieren die Rückgabe innerhalb von 30 Tagen.", "E3", "commitment"),
    ("Die Rückgabe ist für Sie innerhalb von 30 Tagen kostenlos.", "E3", "commitment"),
    ("Die BL-80 wird alle drei Monate mit CitraClean entkalkt.", "E6", "name"),
    ("The boiler is descaled every three months with CitraClean.", "E6", "wrong_language"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key", "expected"), GERMAN)
def test_across_languages_figures_names_and_commitments_are_held(
    text: str, key: str, expected: Fault | None
) -> None:
    assert fault(text, key, language="de") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Les machines non ouvertes peuvent être retournées dans les 30 jours.",
        "Las máquinas sin abrir se pueden devolver en los 30 días siguientes a la entrega.",
        "Le macchine non aperte possono essere restituite entro 30 giorni dalla consegna.",
    ],
)
def test_a_faithful_sentence_in_another_language_stands(text: str) -> None:
    language = {"Les": "fr", "Las": "es", "Le ": "it"}[text[:3]]
    assert fault(text, "E3", language=language) is None
