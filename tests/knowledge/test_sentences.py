from hypothesis import given
from hypothesis import strategies as st

from partnerline.knowledge.sentences import sentences


def cut(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in sentences(text)]


def test_sentences_of_a_paragraph() -> None:
    assert cut("One is enough. Two are better! Is three too many?") == [
        ("sentence", "One is enough."),
        ("sentence", "Two are better!"),
        ("sentence", "Is three too many?"),
    ]


def test_an_abbreviation_or_a_figure_ends_no_sentence() -> None:
    assert cut(
        "Use TLS 1.3 or later, e.g. Version 1.3 of it. Dr. Lee knows approx. 12.5 ways."
    ) == [
        ("sentence", "Use TLS 1.3 or later, e.g. Version 1.3 of it."),
        ("sentence", "Dr. Lee knows approx. 12.5 ways."),
    ]


def test_items_are_whole_however_many_sentences_they_hold() -> None:
    text = "Do this:\n1. Ask first. It helps.\n  - or don't\n2) Go.\n\n* End"
    assert cut(text) == [
        ("sentence", "Do this:"),
        ("item", "1. Ask first. It helps."),
        ("item", "- or don't"),
        ("item", "2) Go."),
        ("item", "* End"),
    ]


def test_a_line_of_named_cells_is_a_row() -> None:
    text = "Property: Weight · GX-10: 620 g\nProperty: Size · GX-10: small. And flat\n\nSold by weight."
    assert cut(text) == [
        ("row", "Property: Weight · GX-10: 620 g"),
        ("row", "Property: Size · GX-10: small. And flat"),
        ("sentence", "Sold by weight."),
    ]


def test_a_pair_is_a_row_only_among_others() -> None:
    assert [kind for kind, _ in cut("Weight: 620 g\nSize: small")] == ["row", "row"]
    assert [kind for kind, _ in cut("Proof: the certificate of 2024")] == ["sentence"]
    assert [kind for kind, _ in cut("Proof: it holds\n\nQuestion: does it?")] == ["sentence"] * 2


def test_a_unit_of_measure_ends_a_sentence_where_an_initial_does_not() -> None:
    assert [text for _, text in cut("It needs up to 45 W. Its warranty is 3 years.")] == [
        "It needs up to 45 W.",
        "Its warranty is 3 years.",
    ]
    assert len(cut("J. Doe signs it.")) == 1


def test_other_scripts_end_sentences_too() -> None:
    assert [text for _, text in cut("これは文です。次の文です。")] == [
        "これは文です。",
        "次の文です。",
    ]


def test_nothing_gives_nothing() -> None:
    assert cut("") == cut(" \n\n\t") == []


@given(st.text(alphabet="ab1. :·-\n?!AÉ*)", max_size=200))
def test_spans_are_in_order_apart_and_cover_all_that_is_said(text: str) -> None:
    spans = sentences(text)
    ends = [0, *(span.end for span in spans)]
    for span, before in zip(spans, ends, strict=False):
        assert before <= span.start < span.end <= len(text)
        assert not text[before : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip()
    assert not text[ends[-1] :].strip()
