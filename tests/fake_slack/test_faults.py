import httpx
import pytest

from partnerline.fake_slack import FakeSlack


@pytest.fixture
def web(slack: FakeSlack):  # type: ignore[no-untyped-def]
    headers = {"authorization": f"Bearer {slack.bot_token}"}
    with httpx.Client(base_url=slack.url, headers=headers, trust_env=False, timeout=5) as web:
        yield web


@pytest.mark.parametrize(
    ("kind", "status", "content"),
    [
        ("500", 500, "json"),
        ("html", 200, "html"),
        ("html_502", 502, "html"),
        ("ratelimited", 429, "json"),
    ],
)
def test_an_answer_can_go_wrong_once(slack: FakeSlack, web, kind, status, content) -> None:  # type: ignore[no-untyped-def]
    slack.fail("auth.test", kind, seconds=7)
    broken, sound = web.post("auth.test"), web.post("auth.test")
    assert (broken.status_code, content in broken.headers["content-type"]) == (status, True)
    assert (broken.headers.get("retry-after") == "7") == (kind == "ratelimited")
    assert sound.json()["ok"]


def test_a_connection_can_be_cut(slack: FakeSlack, web) -> None:  # type: ignore[no-untyped-def]
    slack.fail("auth.test", "reset")
    with pytest.raises(httpx.NetworkError):
        web.post("auth.test")
    assert web.post("auth.test").json()["ok"]


def test_a_hang_outlasts_a_callers_patience_but_other_methods_answer(slack: FakeSlack, web) -> None:  # type: ignore[no-untyped-def]
    slack.fail("auth.test", "hang", seconds=0.3)
    with pytest.raises(httpx.ReadTimeout):
        web.post("auth.test", timeout=0.05)
    assert web.post("api.test").json()["ok"]


def test_faults_can_be_set_over_http_for_every_method(slack: FakeSlack, web) -> None:  # type: ignore[no-untyped-def]
    web.post(f"{slack.base_url}/control/faults", json={"kind": "500", "count": 2})
    statuses = [web.post(m).status_code for m in ("auth.test", "api.test", "auth.test")]
    assert statuses == [500, 500, 200]
    assert web.post(f"{slack.base_url}/control/faults", json={"kind": "flood"}).status_code == 400
