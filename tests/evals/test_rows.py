from tests.evals.examples import answer, case, escalation, expectation, priced, result

from partnerline.evals.gain import side, table
from partnerline.evals.promise import Promise
from partnerline.evals.rows import Row, digest, row_of_case, row_of_record
from partnerline.knowledge.past import Labelled

SIGNALS = {"gap": 0.2, "voiced": 0.0}


def test_an_answer_from_documents_is_a_row_labelled_by_its_checks():
    right = row_of_case(result(case("a"), answer(signals=SIGNALS)))
    assert right is not None
    assert (right.id, right.right, right.kind, right.answerable) == ("a", True, "knowledge", True)
    wrong = row_of_case(
        result(case(expected=expectation(outcomes=("escalated",))), answer(signals=SIGNALS))
    )
    assert wrong is not None
    assert (wrong.right, wrong.answerable) == (False, False)


def test_the_kind_is_the_questions():
    asked = case(question="How much rebate do we get?")
    voiced = {**SIGNALS, "voiced": 1.0}
    assert row_of_case(result(asked, answer(signals=SIGNALS))).kind == "money"
    assert row_of_case(result(asked, answer(signals=voiced))).kind == "objection"


def test_prices_and_what_was_handed_over_teach_nothing():
    assert row_of_case(result(case(), priced())) is None
    assert row_of_case(result(case(), escalation(signals=SIGNALS))) is None


def test_a_judged_answer_of_an_older_version_teaches_nothing():
    judged = Labelled(
        question_id="q", signals=SIGNALS, confidence=0.9, right=False, kind="knowledge"
    )
    row = row_of_record(judged, "Is there a fee?", frozenset(SIGNALS))
    assert row == Row(id="q", signals=SIGNALS, right=False, kind="money")
    assert row_of_record(judged, "", frozenset({"gap", "lead"})) is None


def test_the_digest_tells_which_rows_these_are_in_any_order():
    one, two = (Row(id=name, signals={}, right=True) for name in ("a", "b"))
    assert digest([one, two]) == digest([two, one]) != digest([one])


def test_what_is_gained_is_shown_side_by_side():
    rows = [Row(id=str(n), signals={}, right=n < 100) for n in range(140)]
    worse = side(rows, [0.5] * 140, Promise(alpha=0.05))
    better = side(rows, [0.9 if row.right else 0.1 for row in rows], Promise(alpha=0.05))
    assert (worse.threshold, worse.coverage) == (None, 0.0)
    assert (better.threshold, better.coverage, better.auc) == (0.9, 1.0, 1.0)
    assert better.brier < worse.brier
    shown = table(worse, better).splitlines()
    assert shown[-1].split() == ["right", "answers", "given", "then", "0%", "100%"]
    assert "none" in shown[-2]
