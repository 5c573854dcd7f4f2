"""What is measured of the evidence for a question."""

import pytest
from tests.fakes import FakeEmbedder

from partnerline.knowledge.confidence import UnitVectors, signals_of
from partnerline.knowledge.model import Document, Hit, Passage
from partnerline.knowledge.partners import Audience


def hit(text: str, *headings: str, path: str = "a.md", closeness: float = 0.5) -> Hit:
    passage = Passage(
        id=f"{path}:{text}", document=path, position=0, locator="p. 1", headings=headings, text=text
    )
    document = Document(
        path=path, title="Data sheet", kind="collateral", audience=Audience(), digest="1"
    )
    return Hit(passage=passage, document=document, score=1.0, closeness=closeness)


def measured(question: str, *hits: Hit, said: str = "", **frequencies: int) -> dict[str, float]:
    return signals_of(
        question,
        hits,
        frequencies=frequencies,
        passages=100,
        vectors=UnitVectors(FakeEmbedder(dimensions=2048)),
        said=said,
    )


def test_nothing_is_measured_where_nothing_was_found():
    assert measured("how heavy is it?") == {}


def test_the_gap_is_large_where_only_the_first_hit_has_a_sentence_near_the_question():
    near, far = hit("The pump weighs 4 kg.", path="a.md"), hit("Orders go by post.", path="b.md")
    apart = measured("pump weighs", near, far)["gap"]
    beside = measured("pump weighs", near, hit("The pump weighs little.", path="b.md"))["gap"]
    assert apart > 0.3 > beside


def test_only_the_next_two_hits_are_held_against_the_first():
    hits = [hit("Orders go by post.", path=f"{n}.md") for n in range(3)]
    late = hit("The pump weighs 4 kg.", path="late.md")
    first = hit("The pump weighs 9 kg.")
    assert measured("pump weighs", first, *hits)["gap"] == pytest.approx(
        measured("pump weighs", first, *hits, late)["gap"]
    )


def test_the_lead_is_over_another_document():
    signals = measured(
        "pump",
        hit("One pump.", closeness=0.8),
        hit("Two pumps.", closeness=0.7),
        hit("Three.", path="b.md", closeness=0.5),
    )
    assert signals["lead"] == pytest.approx(0.3)


def test_a_word_is_met_by_itself_by_a_heading_or_by_nothing():
    table = hit("The drum holds 30 litres.", "Washing machine")
    assert measured("litres drum holds", table)["met_least"] == 1.0
    assert measured("machine drum", table)["met_least"] == 0.9
    assert measured("spin drum", table)["met_least"] < 0.3


def test_a_missed_word_weighs_more_the_rarer_it_is_and_counts_apart_where_other_documents_hold_it():
    drum = hit("The drum holds 30 litres.")
    rare, common = (measured("spin drum", drum, spin=n, drum=5) for n in (1, 60))
    assert rare["worst_miss"] > common["worst_miss"] > 0
    assert rare["missed_known"] > 0
    unknown = measured("spin drum", drum, drum=5)
    assert unknown["missed_known"] == 0
    assert unknown["unknown_words"] == 0.5


def test_a_question_without_a_telling_word_is_measured_too():
    signals = measured("and what about it?", hit("The drum holds 30 litres."))
    assert signals["unknown_words"] == signals["worst_miss"] == 0.0


def test_a_sentence_about_a_sibling_is_about_another_product():
    weight = hit("The QX-300 weighs 4 kg.")
    assert measured("QX-200 weighs?", weight)["other_product"] == 1.0
    assert measured("qx-300 weighs?", weight)["other_product"] == 0.0
    assert measured("what does it weigh?", weight)["other_product"] == 0.0


def test_a_heading_names_the_product_for_its_sentences():
    assert measured("QX-200 with a ZB-1?", hit("Fits the ZB-1.", "QX-200"))["other_product"] == 0.0


def test_a_product_that_no_hit_names_is_unknown():
    hits = (hit("The QX-300 weighs 4 kg."), hit("The QX-200 weighs 3 kg.", path="b.md"))
    assert measured("weight of the QX-200?", *hits)["unknown_product"] == 0.0
    assert measured("weight of the QX-900?", *hits)["unknown_product"] == 1.0


def test_a_quantity_is_looked_for_in_what_is_said():
    drum = hit("The drum weighs 40 kg and holds 30 litres.")
    assert measured("how heavy is the drum?", drum)["lacks_measure"] == 0.0
    assert measured("how heavy is the drum?", drum, said="30 litres.")["lacks_measure"] == 1.0


def test_a_denial_counts_only_for_a_question_to_be_settled_by_yes_or_no():
    drum = hit("The drum cannot be steamed.")
    settled = measured("Can the drum be steamed?", drum)
    assert (settled["yes_no"], settled["denied"]) == (1.0, 1.0)
    assert measured("Which drum is steamed?", drum)["denied"] == 0.0


def test_an_objection_is_measured_as_one_and_a_question_by_its_length():
    signals = signals_of(
        "too dear, they say",
        [hit("4 kg")],
        frequencies={},
        passages=1,
        vectors=UnitVectors(FakeEmbedder()),
        voiced=True,
    )
    assert (signals["voiced"], signals["length"]) == (1.0, 0.2)


def test_a_passage_without_words_and_headings_is_measured_too():
    assert all(abs(value) <= 5 for value in measured("how heavy?", hit("·")).values())
