import pytest
from tests.bot.console.house import TOKEN, House
from tests.bot.console.visitor import Visitor

from partnerline.bot.console.pages.login import own_path
from partnerline.knowledge.errors import SettingsError

PAGES = ["/", "/try", "/try/0123456789abcdef", "/escalations/x"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_sends_a_visitor_to_the_login(visitor: Visitor, path: str) -> None:
    assert visitor.open(path).path == "/login"
    assert visitor.response.url.params["next"] == path


def test_the_right_token_leads_to_where_the_visitor_wanted_to_go(visitor: Visitor) -> None:
    visitor.open("/try").fill("/login", token=TOKEN)
    assert (visitor.status, visitor.path) == (200, "/try")


def test_a_token_pasted_with_spaces_around_it_is_right(visitor: Visitor) -> None:
    assert visitor.log_in(f"  {TOKEN}\n").path == "/"


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "ünicode\x00"])
def test_a_wrong_token_is_refused_in_words(visitor: Visitor, token: str) -> None:
    visitor.log_in(token)
    assert visitor.status == 403
    assert "That token isn't right" in visitor.text
    assert visitor.open("/").path == "/login"


def test_a_token_in_the_address_logs_nobody_in(visitor: Visitor) -> None:
    visitor.http.get("/login", params={"token": TOKEN})
    assert visitor.open("/").path == "/login"


def test_after_ten_wrong_tokens_even_the_right_one_waits_a_minute(
    visitor: Visitor, house: House
) -> None:
    for _ in range(10):
        assert visitor.log_in("wrong").status == 403
    assert visitor.log_in(TOKEN).status == 429
    assert "Wait a minute" in visitor.text
    assert visitor.response.headers["retry-after"] == "60"
    house.clock.pass_(seconds=61)
    assert visitor.log_in(TOKEN).path == "/"


def test_a_login_ends_after_its_time(manager: Visitor, house: House) -> None:
    house.clock.pass_(hours=11, minutes=59)
    assert manager.open("/").path == "/"
    house.clock.pass_(minutes=1)
    assert manager.open("/").path == "/login"


def test_logging_out_ends_the_session_even_for_a_copy_of_its_cookie(
    manager: Visitor, house: House
) -> None:
    copy = manager.http.cookies["partnerline_session"]
    assert "You are logged out." in manager.fill("/logout").text
    assert "partnerline_session" not in manager.http.cookies
    manager.http.cookies.set("partnerline_session", copy)
    assert manager.open("/").path == "/login"


def test_a_forged_or_changed_cookie_is_no_login(manager: Visitor) -> None:
    genuine = manager.http.cookies["partnerline_session"]
    body, mark = genuine.split(".")
    for forged in (
        "",
        "x",
        f"{body}.",
        f".{mark}",
        f"{body}x.{mark}",
        f"{body}.{mark[:-1]}{'1' if mark.endswith('0') else '0'}",
        "é.1",
    ):
        manager.http.cookies.clear()
        raw = f"partnerline_session={forged}".encode()
        response = manager.http.get("/", headers=[(b"cookie", raw)])
        assert response.url.path == "/login", forged


def test_what_was_signed_for_another_purpose_is_no_login(manager: Visitor, house: House) -> None:
    seal = house.app.state.console.seal
    manager.http.cookies.clear()
    line = seal.close("flash", {"id": "x", "ends": "2099-01-01T00:00:00+00:00"})
    manager.http.cookies.set("partnerline_session", line)
    assert manager.open("/").path == "/login"


def test_a_new_token_ends_all_sessions_and_the_same_one_keeps_them_over_a_restart(
    manager: Visitor, house: House
) -> None:
    cookie = manager.http.cookies["partnerline_session"]
    with Visitor(house.console()) as again:
        again.http.cookies.set("partnerline_session", cookie)
        assert again.open("/").path == "/"
    house.token = "another token"
    with Visitor(house.console()) as again:
        again.http.cookies.set("partnerline_session", cookie)
        assert again.open("/").path == "/login"


def test_cookies_are_out_of_reach_for_scripts_and_other_sites(house: House) -> None:
    house.secure_cookies = True
    with Visitor(house.console()) as visitor:
        visitor.http.base_url = "https://console.test"
        visitor.open("/login")
        visitor.http.follow_redirects = False
        cookies = [visitor.response.headers["set-cookie"]]
        visitor.fill("/login", token=TOKEN)
        cookies.append(visitor.response.headers["set-cookie"])
    for cookie in cookies:
        for word in ("HttpOnly", "SameSite=lax", "Secure", "Path=/", "Max-Age=43200"):
            assert word in cookie


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:1",
        "evil",
        "/a\r\nb",
        "",
    ],
)
def test_a_login_leads_to_no_other_site(path: str) -> None:
    assert own_path(path) == "/"


def test_the_host_header_decides_no_redirect(visitor: Visitor) -> None:
    visitor.http.follow_redirects = False
    visitor.open("/", host="evil.example")
    assert visitor.response.headers["location"] == "/login?next=/"


def test_an_empty_token_is_refused_when_the_console_is_built(house: House) -> None:
    house.token = "  "
    with pytest.raises(SettingsError, match="PARTNERLINE_CONSOLE_TOKEN"):
        house.console()


def test_a_reply_written_while_the_login_ended_is_shown_and_not_sent(
    manager: Visitor, house: House
) -> None:
    escalation = house.slack_question("Q?")
    manager.open(f"/escalations/{escalation}")
    house.clock.pass_(hours=13)
    manager.fill(f"/escalations/{escalation}/reply", manager="Dana Ortiz", text="An hour's work")
    assert manager.status == 401
    assert "An hour's work" in manager.text
    assert house.delivered == []
    manager.fill("/login", token=TOKEN)
    assert manager.path == f"/escalations/{escalation}"
