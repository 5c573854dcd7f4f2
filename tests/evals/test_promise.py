import random

import pytest

from partnerline.evals.promise import Promise, keep, needed, reached

FIVE = Promise(alpha=0.05, delta=0.1)


def test_the_fewest_answers_that_keep_a_promise_are_those_of_the_exact_binomial_test():
    assert [FIVE.least(wrong) for wrong in (0, 1, 2)] == [45, 77, 105]
    assert Promise(alpha=0.005, delta=0.1).least(0) == 460


@pytest.mark.parametrize(("n", "begins"), [(100, 45), (230, 45), (231, 77), (315, 105)])
def test_where_the_testing_begins_is_settled_by_the_number_of_answers_alone(n, begins):
    assert FIVE.begins_at(n) == begins


def test_the_threshold_is_the_last_one_that_passes_from_the_surest_down():
    sure = [(0.9, True)] * 50 + [(0.8, True)] * 30 + [(0.7, False)] * 10 + [(0.6, True)] * 400
    kept = keep(sure[:100], FIVE)
    assert (kept.threshold, kept.n, kept.wrong) == (0.8, 80, 0)
    assert kept.upper < 0.05


def test_what_passes_again_further_down_doesn_t_count_once_a_test_has_failed():
    scored = [(0.9, True)] * 50 + [(0.7, False)] * 10 + [(0.6, True)] * 60
    assert keep(scored, FIVE).threshold == 0.9


def test_where_the_surest_are_wrong_no_threshold_keeps_the_promise_and_it_says_on_what_that_rests():
    kept = keep([(0.9, False)] * 5 + [(0.8, True)] * 45, FIVE)
    assert (kept.threshold, kept.n, kept.wrong) == (None, 50, 5)
    assert reached([(0.99, True)], kept.threshold) == []


def test_too_few_answers_keep_no_promise_even_if_all_are_right():
    kept = keep([(0.9, True)] * 44, FIVE)
    assert (kept.threshold, kept.n) == (None, 44)
    assert needed(FIVE) == 135


def test_nothing_labelled_keeps_nothing():
    assert keep([], FIVE).threshold is None


def test_equal_confidences_are_never_parted():
    assert keep([(0.9, True)] * 44 + [(0.9, False)] * 6, FIVE).threshold is None


def test_what_reached_the_threshold_unrounded_reaches_it_rounded():
    scored = [(0.123456789, True)] * 45
    threshold = keep(scored, FIVE).threshold
    assert threshold == 0.123456
    assert len(reached(scored, threshold)) == 45


def test_the_promise_is_kept_in_at_least_the_promised_share_of_draws():
    """The chance of a wrong answer is the score's complement, so the true risk above any threshold is known."""
    dice = random.Random(4)
    broken = 0
    for _ in range(200):
        scores = [dice.random() ** 0.15 for _ in range(300)]
        kept = keep([(s, dice.random() < s) for s in scores], Promise(alpha=0.1, delta=0.1))
        given = [s for s in scores if kept.threshold is not None and s >= kept.threshold]
        broken += bool(given) and sum(1 - s for s in given) / len(given) > 0.1
    assert broken <= 0.1 * 200
