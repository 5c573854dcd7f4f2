from pathlib import Path

import pytest
from tests.evals.examples import CITED, answer, case, escalation, result, runner

from partnerline.evals.accepting import Accepting
from partnerline.evals.baseline import (
    Remembered,
    accepted,
    baseline_beside,
    load_baseline,
    remembered,
    write_baseline,
)
from partnerline.evals.choosing import Choice
from partnerline.evals.comparing import Comparison, compare
from partnerline.evals.gates import Gate, Gates
from partnerline.evals.model import CaseResult
from partnerline.knowledge.errors import CasesError
from partnerline.knowledge.model import Reason


def breaks(_question):
    raise RuntimeError("no index")


RESULTS = (
    result(case("b"), answer()),
    result(case("a", split="tune"), escalation(reason=Reason.NO_EVIDENCE)),
    runner(breaks).run(case("c")),
)


def against(was: CaseResult, now: CaseResult) -> Comparison:
    return compare({was.case.id: remembered(was)}, [now])


def only(comparison: Comparison) -> tuple[str, str]:
    (change,) = comparison.changes
    return change.sort, change.says


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path):
    before = accepted({}, RESULTS, whole=True)
    write_baseline(before, tmp_path / "new" / "baseline.json")
    assert load_baseline(tmp_path / "new" / "baseline.json") == before
    assert before["c"] == Remembered(kind="fact", split="held_out", correct=False, outcome="broke")


def test_a_baseline_is_a_line_a_case_in_the_order_of_ids_and_holds_no_answer_s_words(
    tmp_path: Path,
):
    write_baseline(accepted({}, RESULTS, whole=True), tmp_path / "baseline.json")
    text = (tmp_path / "baseline.json").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines()]
    assert [line[:4] for line in lines if '"kind"' in line] == ['"a":', '"b":', '"c":']
    assert '"confidence": 0.9, "sources": ["datasheets/ax-200.pdf"]' in text
    assert "36 V" not in text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "the whole"),
        ('{"version": 2, "cases": {}}', "version"),
        ('{"version": 1, "cases": {"a": {"kind": "fact"}}}', "cases.a.split: Field required"),
    ],
)
def test_what_is_no_baseline_is_named_with_its_mend(tmp_path: Path, text, says):
    file = tmp_path / "baseline.json"
    file.write_text(text)
    with pytest.raises(CasesError) as refused:
        load_baseline(file)
    assert str(refused.value).startswith(f"{file}: ")
    assert says in str(refused.value)
    assert "--accept" in str(refused.value)


def test_a_baseline_that_can_not_be_written_is_named(tmp_path: Path):
    with pytest.raises(CasesError, match="--baseline"):
        write_baseline({}, tmp_path)


@pytest.mark.parametrize("place", ["evals/baseline.json", "evals/cases/baseline.json"])
def test_a_baseline_is_found_beside_the_cases_or_among_them(tmp_path: Path, place):
    cases = tmp_path / "evals/cases"
    cases.mkdir(parents=True)
    assert baseline_beside([cases]) == tmp_path / "evals/baseline.json"
    (tmp_path / place).write_text("{}")
    assert baseline_beside([tmp_path / "other", cases]) == tmp_path / place


def test_right_no_longer_is_worse_and_right_now_is_better():
    right, wrong = result(case("a"), answer()), result(case("a"), answer(text="48 V"))
    assert only(against(right, wrong)) == ("worse", "another text")
    assert only(against(wrong, right)) == ("better", "another text")
    broken = runner(breaks).run(case("a"))
    assert only(against(right, broken))[0] == "worse"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"text": "From 9 to 36 V DC."}, "another text"),
        ({"citations": (CITED, CITED)}, None),
        ({"text": "It  runs from **9 to 36** V DC."}, None),
        ({"confidence": 0.8}, None),
        ({"confidence": 0.79}, "confidence 0.79, was 0.90"),
    ],
)
def test_as_right_as_before_but_otherwise_is_changed(given, says):
    comparison = against(result(case("a"), answer()), result(case("a"), answer(**given)))
    assert [change.says for change in comparison.changes] == ([says] if says else [])
    assert comparison.same == (0 if says else 1)


def test_two_wrong_outcomes_that_differ_are_a_change():
    was = result(case("a"), answer(text="48 V"))
    now = result(case("a"), escalation(reason=Reason.NO_EVIDENCE, confidence=0.9))
    sort, says = only(against(was, now))
    assert sort == "changed"
    assert "escalated, was answered; reason no_evidence, was none; cites nothing" in says


def test_new_and_gone_cases_are_named_and_worse_ones_stand_first():
    before = accepted({}, RESULTS, whole=True)
    today = [
        result(case("b"), answer(text="48 V")),
        result(case("new"), answer()),
        RESULTS[2],
    ]
    comparison = compare(before, today)
    assert [(one.sort, one.id) for one in comparison.changes] == [
        *[("worse", "b"), ("new", "new"), ("gone", "a")]
    ]
    assert comparison.same == 1


def test_of_a_part_of_the_cases_only_that_part_can_be_gone():
    before = accepted({}, RESULTS, whole=True)
    held_out = Choice(splits=("held_out",))
    comparison = compare(before, [RESULTS[0]], chosen=held_out.takes)
    assert [(one.sort, one.id) for one in comparison.changes] == [("gone", "c")]


def test_what_is_accepted_of_a_part_leaves_the_rest_as_it_was(tmp_path: Path):
    file = tmp_path / "baseline.json"
    Accepting(file=file, choice=Choice(), accepts=True).accept(RESULTS)
    part = Accepting(file=file, choice=Choice(ids=("b",)), accepts=True)
    part.accept([result(case("b"), answer(text="48 V"))])
    assert {name: one.correct for name, one in load_baseline(file).items()} == {
        "a": False,
        "b": False,
        "c": False,
    }
    Accepting(file=file, choice=Choice(), accepts=True).accept(RESULTS[:1])
    assert list(load_baseline(file)) == ["b"]


def test_without_a_baseline_there_is_nothing_to_compare_unless_somebody_named_it(tmp_path: Path):
    absent = tmp_path / "baseline.json"
    assert Accepting(file=absent, choice=Choice()).compare(RESULTS) is None
    assert Accepting(file=absent, choice=Choice(), named=True, accepts=True).load() is None
    with pytest.raises(CasesError, match=r"baseline\.json: can't be read"):
        Accepting(file=absent, choice=Choice(), named=True).load()


def test_whoever_accepts_a_run_is_not_held_to_the_old_baseline(tmp_path: Path):
    gates = Gates(gates=(Gate(measure="worse", max=0), Gate(measure="leaks", max=0)))
    accepts = Accepting(file=tmp_path / "b.json", choice=Choice(), accepts=True)
    assert [gate.measure for gate in accepts.gates(gates).gates] == ["leaks"]
    looks = Accepting(file=tmp_path / "b.json", choice=Choice())
    assert looks.gates(gates) == gates
