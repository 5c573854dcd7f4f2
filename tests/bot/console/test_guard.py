import pytest
from tests.bot.console.house import TOKEN, House
from tests.bot.console.vendor import FACT
from tests.bot.console.visitor import Visitor


def _reply(house: House, manager: Visitor) -> tuple[str, dict[str, str]]:
    escalation = house.slack_question("Q?")
    path = f"/escalations/{escalation}/reply"
    fields = manager.open(f"/escalations/{escalation}").form(path)
    return path, fields | {"manager": "Dana Ortiz", "text": "Yes."}


@pytest.mark.parametrize("token", [None, "", "0" * 64, "é"])
def test_no_form_goes_through_without_this_browser_s_token(
    manager: Visitor, house: House, token: str | None
) -> None:
    path, fields = _reply(house, manager)
    del fields["csrf"]
    manager.post(path, fields if token is None else fields | {"csrf": token})
    assert manager.status == 403
    assert "That form was refused" in manager.text
    assert house.delivered == []


@pytest.mark.parametrize(
    "path",
    ["/login", "/logout", "/try", "/try/0123456789abcdef", "/try/0123456789abcdef/human",
     "/try/0123456789abcdef/feedback", "/escalations/x/reply"],
)  # fmt: skip
def test_every_form_is_guarded(manager: Visitor, path: str) -> None:
    assert manager.post(path, {"token": TOKEN}).status == 403


def test_another_browser_s_token_is_refused(manager: Visitor, house: House) -> None:
    path, fields = _reply(house, manager)
    with Visitor(house.app) as other:
        other.log_in(TOKEN)
        assert other.post(path, fields).status == 403
    assert house.delivered == []


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"referer": "https://evil.example/console.test"},
     {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
     {"origin": "http://console.test", "sec-fetch-site": "cross-site"}],
)  # fmt: skip
def test_a_form_from_another_site_is_refused_even_with_the_token(
    manager: Visitor, house: House, headers: dict[str, str]
) -> None:
    path, fields = _reply(house, manager)
    assert manager.post(path, fields, **headers).status == 403
    assert house.delivered == []


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://console.test"}, {"referer": "http://console.test/escalations/1"},
     {"sec-fetch-site": "same-origin", "origin": "https://behind.proxy"}],
)  # fmt: skip
def test_a_form_of_our_own_goes_through(
    manager: Visitor, house: House, headers: dict[str, str]
) -> None:
    path, fields = _reply(house, manager)
    assert manager.post(path, fields, **headers).status == 200
    assert len(house.delivered) == 1


def test_a_body_that_is_too_long_is_refused(manager: Visitor, house: House) -> None:
    path, fields = _reply(house, manager)
    assert manager.post(path, fields | {"text": "x" * 200_000}).status == 413
    assert "That was too long" in manager.text
    assert house.delivered == []


def test_a_body_that_is_no_form_is_refused(manager: Visitor) -> None:
    manager.response = manager.http.post("/try", json={"question": FACT})
    assert manager.status == 415
    too_many = "&".join(f"f{i}=" for i in range(60))
    manager.response = manager.http.post(
        "/try", content=too_many, headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert manager.status == 422


@pytest.mark.parametrize(
    "path", ["/login", "/", "/try", "/nowhere", "/health", "/static/style.css"]
)
def test_every_answer_carries_the_protecting_headers(manager: Visitor, path: str) -> None:
    headers = manager.open(path).response.headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == ("no-cache" if path.startswith("/static") else "no-store")


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
def test_nothing_describes_the_inside(manager: Visitor, path: str) -> None:
    assert manager.open(path).status == 404


@pytest.mark.parametrize(
    "path", ["/nowhere", "/escalations/nowhere", "/try/short", "/try/" + "0" * 16]
)
def test_what_is_not_there_has_a_page_of_its_own(manager: Visitor, path: str) -> None:
    assert manager.open(path).status == 404
    assert "There is nothing here" in manager.text
    assert manager.page.select_one("a[href='/']")


def test_a_form_s_address_opened_as_a_page_is_explained(manager: Visitor) -> None:
    assert manager.open("/logout").status == 405
    assert "only takes forms" in manager.text


def test_a_fault_shows_no_word_of_itself_and_keeps_the_headers(
    manager: Visitor, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(state: object = None) -> None:
        raise RuntimeError("password=hunter2")

    monkeypatch.setattr(house.record, "escalations", broken)
    assert manager.open("/").status == 500
    assert "Something went wrong on our side" in manager.text
    assert "hunter2" not in manager.response.text
    assert "script-src 'self'" in manager.response.headers["content-security-policy"]


def test_health_says_one_word_to_everybody_and_more_to_who_is_logged_in(
    visitor: Visitor, house: House
) -> None:
    assert visitor.open("/health").response.json() == {"status": "ok"}
    house.well["status"] = "failing"
    assert visitor.open("/health").status == 503
    assert visitor.response.json() == {"status": "failing"}
    visitor.log_in(TOKEN).open("/health")
    assert visitor.response.json() == {"status": "failing", "documents": 25}
