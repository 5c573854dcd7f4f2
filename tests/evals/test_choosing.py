import pytest
from tests.evals.examples import case

from partnerline.evals.choosing import Choice, choose
from partnerline.knowledge.errors import CasesError

CASES = (
    case("a", split="tune"),
    case("b", kind="price"),
    case("c", kind="price", split="tune"),
)


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        (Choice(), "abc"),
        (Choice(kinds=("price",)), "bc"),
        (Choice(kinds=("price", "fact")), "abc"),
        (Choice(kinds=("price",), splits=("tune",)), "c"),
        (Choice(ids=("c", "a")), "ac"),
    ],
)
def test_a_case_is_one_of_each_that_is_named(choice, ids):
    assert "".join(one.id for one in choose(CASES, choice)) == ids
    assert choice.whole == (choice == Choice())


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        (Choice(kinds=("prices",)), "the kind 'prices'. There are fact, price."),
        (Choice(ids=("z",)), "the id 'z'."),
        (Choice(ids=("a",), splits=("held_out",)), "No case is of that kind, split and id"),
    ],
)
def test_what_chooses_nothing_is_refused_with_what_there_is(choice, says):
    with pytest.raises(CasesError) as refused:
        choose(CASES, choice)
    assert says in str(refused.value)


def test_a_report_says_what_was_chosen():
    assert Choice().about() == {}
    assert Choice(kinds=("price",), ids=("a", "b")).about() == {
        "only kinds": "price",
        "only ids": "a, b",
    }
