from statistics import fmean

import pytest

from partnerline.evals.estimates import Latency, Mean, fit_intervals
from partnerline.evals.intervals import clopper_pearson_upper, percentiles, resampled, wilson


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [  # scipy.stats.binomtest(hits, n).proportion_ci(method="wilson")
        (8, 10, 0.490162, 0.943318),
        (0, 10, 0.0, 0.277533),
        (10, 10, 0.722467, 1.0),
        (50, 100, 0.403832, 0.596168),
    ],
)
def test_wilson_agrees_with_published_values(hits, n, low, high):
    assert wilson(hits, n) == pytest.approx((low, high), abs=1e-6)


def test_wilson_knows_nothing_of_no_cases():
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("hits", "n", "upper"),
    [(0, 10, 0.258866), (1, 10, 0.394163), (0, 59, 0.049507), (2, 100, 0.061619), (10, 10, 1.0)],
)
def test_clopper_pearson_agrees_with_the_beta_quantile(hits, n, upper):
    assert clopper_pearson_upper(hits, n) == pytest.approx(upper, abs=1e-6)


def test_clopper_pearson_knows_nothing_of_no_cases():
    assert clopper_pearson_upper(0, 0) == 1.0


def test_clopper_pearson_bears_many_cases():
    assert clopper_pearson_upper(100, 5000) == pytest.approx(0.023573, abs=1e-6)


def test_a_bootstrap_is_the_same_at_every_call_and_lies_around_the_mean():
    values = [0.1, 0.4, 0.5, 0.6, 0.9, 1.0, 0.0, 0.3]
    low, high = percentiles(resampled(fmean, values))
    assert (low, high) == percentiles(resampled(fmean, values))
    assert 0.0 < low < fmean(values) < high < 1.0


def test_a_bootstrap_s_interval_of_a_mean_is_about_that_of_the_normal():
    values = [n / 99 for n in range(100)]
    low, high = percentiles(resampled(fmean, values))
    half = 1.96 * 0.2915 / 10
    assert (low, high) == pytest.approx((0.5 - half, 0.5 + half), abs=0.012)


def test_nothing_can_be_drawn_from_nothing():
    with pytest.raises(ValueError, match="nothing to draw from"):
        resampled(fmean, [])


def test_the_mean_of_zeros_and_ones_is_a_share_and_has_wilson_s_interval():
    assert Mean(values=(1.0, 1.0, 1.0)).interval == wilson(3, 3)
    assert Mean(values=()).interval == (0.0, 1.0)
    assert Mean(values=(0.5, 1.0, 0.0)).interval != wilson(2, 3)


def test_the_intervals_of_latency_and_calibration_hold_what_was_measured():
    times = Latency(times=tuple(float(ms) for ms in range(1, 101)))
    assert times.median_interval[0] < times.median < times.median_interval[1]
    assert times.p95_interval[0] < times.p95 <= times.p95_interval[1]
    scored = [(0.9, True)] * 30 + [(0.9, False)] * 10 + [(0.3, False)] * 20
    low, high = fit_intervals(scored)["calibration_error"]
    assert low < (40 * 0.15 + 20 * 0.3) / 60 < high
