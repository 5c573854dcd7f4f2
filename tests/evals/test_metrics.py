import pytest
from tests.evals.examples import (
    CITED,
    answer,
    case,
    escalation,
    expectation,
    priced,
    quote,
    result,
    runner,
)

from partnerline.evals.calibration import Calibration
from partnerline.evals.measures import value_of
from partnerline.evals.metrics import Metrics, Rate, measure
from partnerline.evals.model import ExpectedPrice, Judged
from partnerline.knowledge.model import Citation

ESCALATED = expectation(outcomes=("escalated",))
AT_812 = expectation(price=ExpectedPrice(unit_price=quote().lines[0].unit_price))


def broken(_question):
    raise RuntimeError("no index")


def of(*results) -> Metrics:
    return measure(results)


def test_a_case_that_broke_counts_as_wrong_in_every_share():
    found = of(
        runner(broken).run(case("a")),
        runner(broken).run(case("b", expected=ESCALATED)),
        runner(broken).run(case("c", expected=AT_812)),
    )
    assert found.n == 3
    assert found.correct == Rate(hits=0, n=3)
    assert found.coverage == Rate(hits=0, n=2)
    assert found.escalation_recall == Rate(hits=0, n=1)
    assert found.exact_price == Rate(hits=0, n=1)
    assert found.failed == ("a", "b", "c")


def test_recall_counts_those_that_must_escalate_and_precision_those_that_did():
    either = expectation(outcomes=("answered", "escalated"))
    found = of(
        result(case("a", expected=ESCALATED), escalation()),
        result(case("b", expected=ESCALATED), answer()),
        result(case("c"), escalation()),
        result(case("d", expected=either), escalation()),
    )
    assert found.escalation_recall == Rate(hits=1, n=2)
    assert found.escalation_precision == Rate(hits=2, n=3)


def test_coverage_is_of_the_answerable_and_risk_of_the_answered():
    found = of(
        result(case("right"), answer()),
        result(case("wrong", expected=expectation(contains=("solar",))), answer()),
        result(case("silent"), escalation()),
        result(case("should not"), answer(text="48 V")),
    )
    assert found.coverage == Rate(hits=3, n=4)
    assert found.selective_risk == Rate(hits=2, n=3)


def test_a_price_that_differs_is_wrong_and_a_missing_one_is_only_not_exact():
    found = of(
        result(case("right", expected=AT_812), priced("812.00")),
        result(case("off", expected=AT_812), priced("812.01")),
        result(case("none", expected=AT_812), escalation()),
    )
    assert found.exact_price == Rate(hits=1, n=3)
    assert found.wrong_prices == ("off",)


def test_a_price_where_none_was_to_be_given_is_a_wrong_price():
    expected = expectation(outcomes=("escalated", "clarify"))
    assert of(result(case("x", expected=expected), priced())).wrong_prices == ("x",)
    shown = escalation(quote=quote())
    assert of(result(case("x", expected=expected), shown)).wrong_prices == ()


def test_a_forbidden_word_is_a_leak_in_a_restricted_case_only():
    hidden = expectation(excludes=("48 V",))
    leaking = answer(text="From 48 V.")
    found = of(
        result(case("a", kind="restricted", expected=hidden), leaking),
        result(case("b", kind="fact", expected=hidden), leaking),
        result(case("c", kind="stranger", expected=hidden), answer(text="9 V")),
    )
    assert found.leaks == ("a",)
    assert found.correct == Rate(hits=1, n=3)


def test_calibration_looks_at_answers_whose_confidence_is_a_probability():
    found = of(
        result(case("a"), answer(confidence=1.0)),
        result(case("b"), answer(confidence=float("nan"))),
        result(case("c"), escalation(confidence=0.0)),
    )
    assert isinstance(found.calibration, Calibration)
    assert (found.calibration.n, found.calibration.brier) == (1, 0)


def test_latency_stands_beside_that_of_embedding_alone():
    ticks = iter([0.0, 0.010, 0.010, 0.013])
    timed = runner(lambda question: answer(), embeds=len, timer=lambda: next(ticks))
    found = of(timed.run(case()))
    assert found.latency is not None
    assert found.embedding is not None
    assert (round(found.latency.median), round(found.embedding.p95)) == (10, 3)
    assert value_of("median_embeddings", found) == pytest.approx(10 / 3)


def test_p95_is_the_time_that_95_percent_did_not_exceed():
    ticks = iter([t for ms in range(1, 101) for t in (0.0, ms / 1000)])
    timed = runner(lambda question: answer(), timer=lambda: next(ticks))
    found = measure([timed.run(case(str(n))) for n in range(100)])
    assert found.latency is not None
    assert round(found.latency.p95) == 95
    assert found.embedding is None


def test_nothing_measured_gives_no_value():
    found = of(result(case(), answer()))
    assert found.escalation_recall.value is None
    assert found.exact_price.value is None
    assert value_of("median_embeddings", found) is None
    assert value_of("recall@5", found) is None


def test_answer_correctness_is_of_the_answerable_and_counts_what_was_not_answered():
    found = of(
        result(case("right"), answer()),
        result(case("wrong", expected=expectation(contains=("solar",))), answer()),
        result(case("silent"), escalation()),
        result(case("hand over", expected=ESCALATED), escalation()),
        runner(broken).run(case("broken")),
    )
    assert found.answer_correctness == Rate(hits=1, n=4)


def test_citations_are_precise_where_they_are_of_expected_documents_and_recall_counts_what_is_expected():
    other = Citation(source="other.md", locator="p. 1", quote="Runs from 9 to 36 V DC.")
    wanted = case(expected=expectation(sources=(CITED.source, "twin.pdf")))
    found = of(
        result(wanted, answer()),
        result(wanted, answer(citations=(CITED, other))),
        result(wanted, answer(citations=(other,))),
        result(wanted, escalation()),
        runner(broken).run(wanted),
    )
    assert found.citation_precision.values == (1.0, 0.5, 0.0, 0.0)
    assert found.citation_recall.values == (1.0, 1.0, 0.0, 0.0)


def test_groundedness_is_the_share_of_an_answer_that_rests_on_what_it_cites():
    half = answer(text="It runs from 9 to 36 V DC. Solar panels charge it for weeks.")
    found = of(
        result(case("all"), answer()),
        result(case("half"), half),
        result(case("silent"), escalation()),
        runner(broken).run(case("broken")),
    )
    assert found.groundedness.values == (1.0, 0.5, 0.0)
    assert found.ungrounded == ("half",)


def test_a_case_that_broke_finds_cites_and_says_nothing():
    wanted = case(expected=expectation(sources=(CITED.source,)))
    found = of(
        runner(broken, retrieves=lambda question: [CITED]).run(wanted),
        runner(lambda question: answer(), retrieves=lambda question: [CITED]).run(wanted),
    )
    assert {name: mean.value for name, mean in found.finding.items()} == dict.fromkeys(
        ("recall@1", "recall@5", "recall@10", "mrr", "ndcg@10"), 0.5
    )


def test_a_judged_case_that_leaves_the_outcome_open_counts_neither_for_nor_against_escalating():
    judged = Judged(verdict="wrong", outcome="answered", text="48 V")
    found = of(result(case(expected=expectation(outcomes=(), judged=judged)), escalation()))
    assert found.correct == Rate(hits=1, n=1)
    assert found.escalation_precision == found.coverage == Rate(hits=0, n=0)
    assert found.wrong_prices == ()
