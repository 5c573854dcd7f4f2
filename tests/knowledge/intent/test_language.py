"""Which language a short text is in."""

from typing import get_args

import pytest
from tests.knowledge.intent.chat_sentences import NO_LANGUAGE, SENTENCES

from partnerline.knowledge.intent.language import Language, language_of, languages_of
from partnerline.knowledge.intent.language_notes import only_quoted_in

LANGUAGES: tuple[Language, ...] = get_args(Language)
LONG = 4
"""Words from which a text nearly always tells its language."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_chat_is_told(language: Language) -> None:
    long = [text for text in SENTENCES[language] if len(text.split()) >= LONG]
    right = [text for text in long if language_of(text) == language]
    assert len(right) >= 0.99 * len(long)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_is_never_named(language: Language) -> None:
    wrong = [text for text in SENTENCES[language] if language_of(text) not in {language, None}]
    assert wrong == []


@pytest.mark.parametrize("text", SENTENCES["en"])
def test_two_words_of_english_are_never_called_foreign(text: str) -> None:
    parts = text.split()
    for start in range(len(parts) - 1):
        assert language_of(" ".join(parts[start : start + 2])) in {"en", None}


@pytest.mark.parametrize("text", NO_LANGUAGE)
def test_part_numbers_and_single_words_tell_nothing(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_number_beside_the_words_changes_nothing(language: Language) -> None:
    for text in SENTENCES[language]:
        assert language_of(f"AX-400-PRO {text} MDF") == language_of(text)


def test_passages_are_counted_by_language() -> None:
    counted = languages_of((*SENTENCES["de"][:5], *SENTENCES["en"][:2], "AX-200"))
    assert counted.most_common() == [("de", 5), ("en", 2)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_is_in_the_reps_own_language(language: Language) -> None:
    others = [other for other in LANGUAGES if other != language]
    for other in others:
        assert language_of(only_quoted_in(language, [other])) == language
    assert len({only_quoted_in(language, [other]) for other in others}) == len(others)


def test_several_languages_are_named_in_a_row() -> None:
    assert "English and German," in only_quoted_in("en", ["en", "de"])
    assert "English, German and French," in only_quoted_in("en", ["en", "de", "fr", "de"])
