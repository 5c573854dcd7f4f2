import pytest

from partnerline.evals.calibration import calibrate, risk_coverage


def test_a_confidence_that_is_always_right_has_no_error():
    sure = calibrate([(1.0, True)] * 3 + [(0.0, False)] * 2)
    assert sure is not None
    assert (sure.brier, sure.error) == (0, 0)


def test_brier_and_calibration_error_by_hand():
    fit = calibrate([(0.85, True), (0.85, False), (0.15, False), (0.25, True)])
    assert fit is not None
    assert fit.brier == pytest.approx((0.0225 + 0.7225 + 0.0225 + 0.5625) / 4)
    assert fit.error == pytest.approx((2 * 0.35 + 0.15 + 0.75) / 4)
    assert [(one.n, one.right) for one in fit.bins] == [(1, 0), (1, 1), (2, 0.5)]


def test_there_is_no_calibration_of_nothing():
    assert calibrate([]) is None


def test_risk_grows_as_less_confident_wrong_answers_are_given():
    points = list(risk_coverage([(0.2, False), (0.9, True), (0.5, True)]))
    assert points == [(1 / 3, 0), (2 / 3, 0), (1, 1 / 3)]


def test_equal_confidences_share_their_errors_in_whatever_order_they_come():
    tied = [(0.5, True), (0.5, False)]
    assert list(risk_coverage(tied)) == list(risk_coverage(tied[::-1])) == [(0.5, 0.5), (1.0, 0.5)]
