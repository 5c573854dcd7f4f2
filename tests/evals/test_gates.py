from pathlib import Path

import pytest
from tests.evals.examples import (
    CITED,
    answer,
    case,
    escalation,
    expectation,
    priced,
    result,
    runner,
)

from partnerline.evals.baseline import Remembered
from partnerline.evals.comparing import compare
from partnerline.evals.gates import (
    DEFAULT_GATES,
    Gate,
    Gates,
    Verdict,
    gates_beside,
    judge,
    load_gates,
)
from partnerline.evals.measures import NAMES
from partnerline.evals.model import ExpectedPrice
from partnerline.knowledge.errors import CasesError

LEAK = result(
    case("restricted-3", kind="restricted", expected=expectation(excludes=("36 V",))), answer()
)
RIGHT = result(case("right"), answer())
WRONG = result(case("wrong", kind="price"), answer(text="48 V"))
SILENT = result(case("silent", split="tune"), escalation())


def verdict(*results, split="all", **gate) -> Verdict:
    (one,) = judge(Gates(split=split, gates=(Gate(**gate),)), results)
    return one


def test_a_missed_count_names_its_cases():
    missed = verdict(LEAK, RIGHT, measure="leaks", max=0)
    assert not missed.passed
    assert missed.says == "leaks on all: 1 > 0 (case restricted-3)"


def test_a_reached_gate_says_what_it_rests_on():
    reached = verdict(RIGHT, WRONG, measure="correct", min=0.5)
    assert reached.passed
    assert reached.says == "correct on all: 0.5 ≥ 0.5 (1 of 2, 95 % 0.0945 to 0.905)"


def test_a_share_below_its_least_misses():
    missed = verdict(RIGHT, WRONG, measure="correct", min=0.6)
    assert not missed.passed
    assert missed.says == "correct on all: 0.5 < 0.6 (1 of 2, 95 % 0.0945 to 0.905)"


def test_a_gate_looks_at_its_split_and_kind_only():
    assert verdict(RIGHT, SILENT, split="held_out", measure="correct", min=1).passed
    assert not verdict(RIGHT, SILENT, split="tune", measure="correct", min=1).passed
    assert not verdict(RIGHT, WRONG, measure="correct", min=1, kind="price").passed
    assert verdict(RIGHT, WRONG, measure="correct", min=1, kind="fact").passed


def test_a_gate_with_nothing_to_measure_is_missed():
    nothing = verdict(RIGHT, measure="escalation_recall", min=0)
    assert not nothing.passed
    assert "nothing to measure it on" in nothing.says
    assert not verdict(RIGHT, split="tune", measure="leaks", max=0).passed


@pytest.mark.parametrize("name", NAMES)
def test_every_measure_can_be_gated(name):
    results = [
        RIGHT,
        result(case("e", expected=expectation(outcomes=("escalated",))), escalation()),
        result(case("p", expected=expectation(price=ExpectedPrice(currency="EUR"))), priced()),
        runner(
            lambda question: answer(),
            retrieves=lambda question: [CITED],
            embeds=lambda text: sum(range(10_000)),
        ).run(case("f", expected=expectation(sources=(CITED.source,)))),
    ]
    found = verdict(*results, measure=name, max=1e9)
    assert found.passed
    assert not verdict(*results, measure=name, max=-1).passed


def held_against(now: bool, was: bool, **gate) -> Verdict:
    baseline = {
        "silent": Remembered(kind="fact", split="tune", correct=False, outcome="answered"),
        "right": Remembered(kind="fact", split="held_out", correct=was, outcome="answered"),
    }
    today = result(case("right"), answer() if now else answer(text="48 V"))
    comparison = compare(baseline, [SILENT, today])
    (one,) = judge(
        Gates(split="held_out", gates=(Gate(measure="worse", max=0, **gate),)),
        [SILENT, today],
        comparison,
    )
    return one


def test_what_is_worse_than_the_baseline_misses_its_gate_and_is_named():
    missed = held_against(now=False, was=True)
    assert not missed.passed
    assert missed.says == "worse on held_out: 1 > 0 (case right)"
    assert held_against(now=True, was=True).passed
    assert held_against(now=False, was=False).passed


def test_a_gate_on_the_baseline_looks_at_its_split_and_kind_only():
    assert held_against(now=False, was=True, split="tune").passed
    assert held_against(now=False, was=True, kind="price").passed
    assert not held_against(now=False, was=True, split="all", kind="fact").passed


def test_a_gate_on_a_baseline_that_is_not_there_is_missed_and_says_how_to_make_one():
    missed = verdict(RIGHT, measure="worse", max=0)
    assert not missed.passed
    assert "--accept" in missed.says


def test_a_missed_gate_says_why_it_stands():
    why = "a leak costs a partner"
    assert verdict(LEAK, measure="leaks", max=0, because=why).says.endswith(
        "(case restricted-3). It stands because a leak costs a partner."
    )
    assert why not in verdict(RIGHT, measure="leaks", max=0, because=why).says


def test_without_a_file_no_wrong_price_and_no_leak_are_let_through(tmp_path: Path):
    assert gates_beside(tmp_path / "cases") == DEFAULT_GATES
    found = judge(DEFAULT_GATES, [LEAK, RIGHT])
    assert [one.passed for one in found] == [True, False]


@pytest.mark.parametrize(
    ("cases", "gates"),
    [
        ("evals/cases", "evals/gates.yaml"),
        ("evals/cases", "evals/cases/gates.yaml"),
        ("evals/cases/price.yaml", "evals/cases/gates.yaml"),
    ],
)
def test_gates_are_found_beside_the_cases(tmp_path: Path, cases, gates):
    (tmp_path / "evals/cases").mkdir(parents=True)
    (tmp_path / "evals/cases/price.yaml").write_text("[]")
    (tmp_path / gates).write_text("gates: [{measure: correct, min: 0.5}]")
    found = gates_beside(tmp_path / cases)
    assert found == Gates(split="held_out", gates=(Gate(measure="correct", min=0.5),))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("gates: [{measure: corect, min: 1}]", "'corect' is no measure; there are correct,"),
        ("gates: [{measure: correct}]", "gates.0: has neither min nor max"),
        ("gates: [{measure: correct, min: .nan}]", "gates.0.min"),
        ("gates: []", "gates: Tuple should have at least 1 item"),
        ("gate: []", "gates: Field required. Add it."),
        ("", "the whole"),
    ],
)
def test_gates_that_say_nothing_are_refused(tmp_path: Path, text, says):
    file = tmp_path / "gates.yaml"
    file.write_text(text)
    with pytest.raises(CasesError) as refused:
        load_gates(file)
    assert str(refused.value).startswith(str(file))
    assert says in str(refused.value)


def test_the_gates_of_the_sample_library_can_be_read():
    found = load_gates(Path(__file__).parents[2] / "evals/gates.yaml")
    assert {"wrong_prices", "leaks"} <= {gate.measure for gate in found.gates}
