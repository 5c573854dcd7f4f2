"""A translated question keeps its figures and part numbers."""

import pytest
from tests.fakes import FakeGenerator

from partnerline.knowledge.answering.translating import is_faithful, translated


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("Wie schwer ist die AX-200?", "How heavy is the AX-200?"),
        ("Wie viele Sensoren fasst das AX-400, reichen 1.500?", "How many sensors does the AX-400 take, are 1,500 enough?"),
        ("Gibt es vier Stunden Batterie?", "Is there a battery for 4 hours?"),
        ("La garantie dure-t-elle 24 mois ?", "Does the warranty last 24 months?"),
        ("¿Hay un descuento del 5 % hasta el 31 de diciembre de 2026?", "Is there a discount of 5 % until 31 December 2026?"),
        ("Ho una domanda sul TS-100.", "I have one question about the TS-100."),
    ],
)  # fmt: skip
def test_a_translation_with_the_same_figures_is_taken(text: str, translation: str) -> None:
    assert translated(text, FakeGenerator(translation=translation)) == translation


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("Wie schwer ist die AX-200?", "How heavy is the AX-400?"),
        ("Wie schwer ist die AX-200?", "How heavy is it?"),
        ("Wie schwer ist sie?", "How heavy is the AX-200?"),
        ("Reichen 15 Sensoren?", "Are 50 sensors enough?"),
        ("Garantie nach 24 Monaten?", "Warranty after 24 days?"),
        ("Bis 31.12.2026?", "Until 31 December 2027?"),
        ("Wie schwer ist sie?", "How heavy is it? " * 20),
        ("Wie schwer ist sie?", "<script>How heavy</script>"),
    ],
)
def test_a_translation_that_changes_or_adds_is_refused(text: str, translation: str) -> None:
    assert not is_faithful(text, translation)
    assert translated(text, FakeGenerator(translation=translation)) is None


def test_no_translation_comes_from_a_model_that_fails() -> None:
    assert translated("Wie schwer?", FakeGenerator(failure="stalled")) is None
