import pytest

from partnerline.evals.intervals import clopper_pearson_upper, wilson


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
