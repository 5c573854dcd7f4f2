import math

import pytest
from tests.evals.examples import answer, case, escalation, expectation, priced, runner

from partnerline.evals.finding import found, is_at, is_looked_up
from partnerline.evals.model import CaseResult, ExpectedPrice, Place
from partnerline.knowledge.model import Citation


def places(*names: str) -> list[Citation]:
    """Citations by "source" or "source@locator"."""
    return [
        Citation(source=name.partition("@")[0], locator=name.partition("@")[2] or "p. 9", quote="x")
        for name in names
    ]


def looked_up(*ranked: str, given=None, **expected) -> CaseResult:
    asked = runner(lambda question: given or answer(), retrieves=lambda question: places(*ranked))
    return asked.run(case(expected=expectation(**expected)))


def of(result: CaseResult) -> dict[str, float]:
    return {name: value for name, (value,) in found([result]).items()}


def test_any_one_of_the_sources_is_all_there_is_to_find():
    third = of(looked_up("x.md", "y.md", "b.pdf", "a.pdf", sources=("a.pdf", "b.pdf")))
    assert (third["recall@1"], third["recall@5"], third["recall@10"]) == (0, 1, 1)
    assert third["mrr"] == pytest.approx(1 / 3)
    assert third["ndcg@10"] == pytest.approx(1 / math.log2(4))


def test_each_of_the_passages_is_to_be_found():
    both = (Place(source="a.pdf", locator="p. 3"), Place(source="b.pdf"))
    half = of(looked_up("a.pdf@p. 3", "a.pdf@p. 4", "a.pdf@p. 3", passages=both))
    assert (half["recall@1"], half["recall@10"], half["mrr"]) == (0.5, 0.5, 1)
    assert half["ndcg@10"] == pytest.approx(1 / (1 + 1 / math.log2(3)))
    assert of(looked_up("b.pdf", "a.pdf@P. 3", passages=both))["ndcg@10"] == pytest.approx(1)


def test_further_passages_of_what_was_found_take_up_room():
    both = (Place(source="a.pdf"), Place(source="b.pdf"))
    crowded = of(looked_up("a.pdf", "a.pdf", "a.pdf", "a.pdf", "a.pdf", "b.pdf", passages=both))
    assert (crowded["recall@5"], crowded["recall@10"]) == (0.5, 1)


def test_what_is_not_found_at_all_counts_as_zero_and_is_kept():
    values = found([looked_up(sources=("a.pdf",)), looked_up("a.pdf", sources=("a.pdf",))])
    assert set(values.values()) == {(0.0, 1.0)}


def test_of_no_cases_there_are_no_values():
    assert set(found([]).values()) == {()}


@pytest.mark.parametrize(
    ("wanted", "given", "at"),
    [
        ("", "p. 3", True),
        ("p. 3", "P. 3", True),
        ("EMEA", "EMEA!B14", True),
        ("EMEA", "EMEA 2!B14", False),
        ("p. 3", "p. 30", False),
        ("## Battery", "## Battery life", False),
    ],
)
def test_a_place_holds_what_lies_in_it(wanted, given, at):
    citation = Citation(source="a.xlsx", locator=given, quote="x")
    assert is_at(Place(source="a.xlsx", locator=wanted), citation) == at
    assert not is_at(Place(source="b.xlsx", locator=wanted), citation)


def test_finding_is_measured_where_something_is_expected_and_no_price_was_computed():
    assert is_looked_up(looked_up("a.pdf", sources=("a.pdf",)))
    assert is_looked_up(looked_up("a.pdf", given=escalation(), sources=("a.pdf",)))
    assert not is_looked_up(looked_up("a.pdf"))
    assert not is_looked_up(looked_up("a.pdf", given=priced(), sources=("a.pdf",)))
    price = ExpectedPrice(currency="EUR")
    assert not is_looked_up(looked_up("a.pdf", sources=("a.pdf",), price=price))
    assert not is_looked_up(runner(lambda question: answer()).run(case()))
