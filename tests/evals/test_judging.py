import io
from dataclasses import replace
from threading import Barrier

import pytest
from tests.evals.examples import CITED, answer, case, escalation, expectation, quote, result

from partnerline.evals.gates import DEFAULT_GATES, judge
from partnerline.evals.judging import Judge, JudgeTask, JudgeVerdict, Opinion, careful
from partnerline.evals.judging_cases import Agreement, agreement, differing, task_of, with_verdicts
from partnerline.evals.judging_report import differ_rows, judge_data, judge_in_short, verdict_data
from partnerline.evals.metrics import measure
from partnerline.evals.model import CaseResult, ExpectedPrice, Judged, Place
from partnerline.evals.runner import broken
from partnerline.knowledge.model import Turn

TASK = JudgeTask(question="?", expected=(), answer="!", passages=())


def says(opinion: Opinion) -> Judge:
    return lambda task: JudgeVerdict(opinion=opinion, why=f"Because {task.question}")


def right(name: str = "right") -> CaseResult:
    return result(case(name, question=name), answer())


def wrong(name: str = "wrong") -> CaseResult:
    return result(case(name, question=name, expected=expectation(contains=("48 V",))), answer())


class TestACarefulJudge:
    @pytest.mark.parametrize("opinion", ["right", "wrong", "unsure"])
    def test_an_opinion_with_its_reason_counts(self, opinion: Opinion) -> None:
        judge = careful(lambda task: (opinion, "  It says\nso. "))
        assert judge(TASK) == JudgeVerdict(opinion=opinion, why="It says so.")

    @pytest.mark.parametrize(
        "said",
        [(None, None), ("RIGHT", "x"), (True, "x"), ("right", ""), ("right", 7), (["right"], "x"), ({}, {})],
    )  # fmt: skip
    def test_junk_is_unsure(self, said: tuple[object, object]) -> None:
        assert careful(lambda task: said)(TASK).opinion == "unsure"

    def test_one_that_fails_is_unsure_and_nothing_of_the_question_is_logged(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fails(task: JudgeTask) -> tuple[object, object]:
            raise RuntimeError(f"no answer to {task.question}")

        verdict = careful(fails)(replace(TASK, question="secret"))
        assert verdict == JudgeVerdict(opinion="unsure", why="The judge failed (RuntimeError).")
        assert "secret" not in caplog.text

    def test_a_reason_is_cut_where_it_never_ends(self) -> None:
        assert len(careful(lambda task: ("wrong", "so " * 9000))(TASK).why) == 300


class TestWhatIsJudged:
    def test_a_judge_is_told_the_question_what_is_expected_and_the_answer(self) -> None:
        wanted = expectation(
            contains=("9", "36 V"),
            excludes=("230 V",),
            sources=("a.md",),
            passages=(Place(source="b.md", locator="p. 3"),),
            price=ExpectedPrice(total=quote().total, currency="EUR"),
            judge="Nine to thirty-six volts.",
            judged=Judged(verdict="right", outcome="answered", text="9 to 36."),
        )
        said = (Turn(role="user", text="AX-200?"), Turn(role="assistant", text="Yes?"))
        task = task_of(result(case(expected=wanted, history=said), answer()))
        assert task == JudgeTask(
            question="What does the AX-200 run on?",
            thread=("AX-200?",),
            expected=(
                "A right answer says: Nine to thirty-six volts.",
                "It must say: 9 | 36 V",
                "It must not say: 230 V",
                "It stands in: a.md or b.md",
                "Its price: currency EUR, total 81200.00",
                "An answer that a person found right: 9 to 36.",
            ),
            answer="It runs from 9 to 36 V DC.",
            passages=(CITED,),
        )

    def test_that_it_must_not_be_answered_is_told(self) -> None:
        task = task_of(result(case(expected=expectation(outcomes=("escalated",))), answer()))
        assert task.expected == ("It must not be answered. Right is: escalated",)

    def test_only_answers_are_judged_and_every_result_stays_in_its_place(self) -> None:
        results = [
            right("a"),
            result(case("b"), escalation()),
            broken(case("c"), "broke"),
            wrong("d"),
        ]
        judged = with_verdicts(results, says("right"), progress=io.StringIO())
        assert [one.judged and one.judged.why for one in judged] == [
            "Because a",
            None,
            None,
            "Because d",
        ]
        assert [replace(one, judged=None) for one in judged] == results

    def test_several_are_judged_at_once(self) -> None:
        together = Barrier(3, timeout=20)

        def waits(task: JudgeTask) -> JudgeVerdict:
            together.wait()
            return JudgeVerdict(opinion="right", why="All three came.")

        results = [right(str(number)) for number in range(3)]
        judged = with_verdicts(results, waits, at_once=3, progress=io.StringIO())
        assert all(one.judged for one in judged)

    def test_no_measure_and_no_gate_hears_a_judge(self) -> None:
        results = (right(), wrong())
        for opinion in ("right", "wrong"):
            judged = with_verdicts(results, says(opinion), progress=io.StringIO())
            assert measure(judged) == measure(results)
            assert judge(DEFAULT_GATES, judged, None) == judge(DEFAULT_GATES, results, None)


class TestAgreement:
    def test_it_is_counted_both_ways(self) -> None:
        judged = (
            *with_verdicts([right("a"), right("b"), wrong("c")], says("right")),
            *with_verdicts([right("d"), wrong("e")], says("wrong")),
            *with_verdicts([right("f")], says("unsure")),
            result(case("g"), escalation()),
        )
        found = agreement(judged)
        assert found == Agreement(both_right=2, both_wrong=1, judge_only=1, checks_only=1, unsure=1)
        assert (found.n, found.share) == (5, 0.6)
        assert [one.case.id for one in differing(judged)] == ["d", "c"]

    def test_kappa_is_the_textbooks(self) -> None:
        # 50 pairs: 20 both yes, 15 both no, 5 and 10 apart: observed 0.7, by chance 0.5.
        found = Agreement(both_right=20, both_wrong=15, judge_only=5, checks_only=10, unsure=3)
        assert found.kappa == pytest.approx(0.4)

    @pytest.mark.parametrize(
        ("counts", "kappa"),
        [((3, 4, 0, 0), 1.0), ((0, 0, 3, 3), -1.0), ((5, 0, 0, 0), None), ((0, 0, 0, 0), None)],
    )
    def test_kappa_at_its_ends(
        self, counts: tuple[int, int, int, int], kappa: float | None
    ) -> None:
        names = ("both_right", "both_wrong", "judge_only", "checks_only")
        assert Agreement(**dict(zip(names, counts, strict=True)), unsure=0).kappa == kappa

    def test_where_nothing_was_judged_nothing_is_told(self) -> None:
        assert agreement([right()]) is None
        assert judge_in_short([right()]) == ""
        assert judge_data([right()]) is None
        assert verdict_data(right()) is None
        assert list(differ_rows([right()])) == []


class TestWhatIsTold:
    def test_agreement_in_a_line_and_as_data(self) -> None:
        judged = with_verdicts([right("a"), wrong("b")], says("right"))
        assert judge_in_short(judged) == (
            "Judge and checks agree on 1 of 2 answers, 50% (9% to 91%), Cohen's kappa 0.00."
            " No gate rests on the judge."
        )
        data = judge_data(judged)
        assert data is not None
        assert (data["n"], data["share"], data["kappa"]) == (2, 0.5, 0.0)
        assert data["differ"] == ["b"]
        assert verdict_data(judged[0]) == {"opinion": "right", "why": "Because a"}
        assert list(differ_rows(judged)) == [("b", "wrong", "right", "Because b")]

    def test_a_judge_without_opinions_is_told_as_one(self) -> None:
        judged = with_verdicts([right()], says("unsure"))
        assert judge_in_short(judged) == "A judge had no opinion on any of 1 answers."
