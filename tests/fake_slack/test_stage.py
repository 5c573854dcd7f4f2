"""The page with two panes, by its forms and in a real browser."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import chromium

from partnerline.fake_slack import FakeSlack
from partnerline.fake_slack.people import People
from partnerline.fake_slack.scenes import Pane, Scene

LEFT, RIGHT = {"as": "U0RITA", "channel": "C0ACME"}, {"as": "U0DANA", "channel": "C0MANAGERS"}


def begin(people: People) -> tuple[Pane, Pane]:
    said = people.say("U0RITA", "C0ACME", "what does it cost?", mention=True)
    return LEFT | {"thread": said.ts}, RIGHT


@pytest.fixture
def staged(slack: FakeSlack) -> FakeSlack:
    look = "Look at the thread, then press Reply."
    slack.scenes = (Scene(id="ask", title="Ask", look=look, begin=begin, before=(LEFT, RIGHT)),)
    slack.board.commands, slack.board.shortcuts = ("/quote",), {"ask": "Ask the bot"}
    return slack


@pytest.fixture
def web(staged: FakeSlack) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=staged.base_url, trust_env=False, follow_redirects=True) as web:
        yield web


def words(text: str) -> dict:
    return {"type": "plain_text", "text": text}


def test_a_scene_plays_its_first_step_and_says_what_to_look_at(
    staged: FakeSlack, web: httpx.Client
) -> None:
    before = web.get("/stage").text
    assert "/?as=U0RITA&amp;channel=C0ACME" in before
    staged.board.open_view("U0RITA", {"type": "modal", "title": words("Left open"), "blocks": []})
    after = web.post("/scene/ask").text
    [said] = staged.messages("C0ACME")
    assert "Look at the thread, then press Reply." in after
    assert f"thread={said.ts}" in after
    assert staged.open_views() == []
    assert web.post("/scene/none").status_code == 404


def test_the_page_edits_deletes_and_asks_by_the_menu(staged: FakeSlack, web: httpx.Client) -> None:
    me = LEFT | {"ts": staged.say("U0RITA", "C0ACME", "ten", mention=True).ts}
    form = web.get("/", params=LEFT | {"edit": me["ts"]}).text
    assert ">@partnerline ten</textarea>" in form
    web.post("/play/edit", data=me | {"text": "@partnerline twelve"})
    assert staged.messages("C0ACME")[0].text == "<@U0BOT> twelve"
    web.post("/play/shortcut", data=me | {"callback_id": "ask"})
    assert staged.deliveries()[-1].body["callback_id"] == "ask"
    web.post("/play/delete", data=me)
    assert staged.messages("C0ACME") == []
    theirs = staged.say("U0DANA", "C0ACME", "mine").ts
    page = web.post("/play/delete", data=LEFT | {"ts": theirs}).text
    assert "can&#39;t change a message of" in page


def test_the_page_uploads_a_file_and_gives_it_back(staged: FakeSlack, web: httpx.Client) -> None:
    page = web.post("/play/say", data=LEFT, files=[("file", ("parts.csv", b"A,1"))]).text
    [file] = staged.files("C0ACME")
    assert (file.name, staged.download(file.id)) == ("parts.csv", b"A,1")
    assert web.get(f"/files/{file.id}/parts.csv").content == b"A,1"
    assert "parts.csv" in page
    assert "write something first" in web.post("/play/say", data=LEFT | {"text": " "}).text


def test_a_command_that_nobody_has_is_answered_by_the_page(
    staged: FakeSlack, web: httpx.Client
) -> None:
    page = web.post("/play/say", data=LEFT | {"text": "/nonsense 1"}).text
    assert "/nonsense is not a command here. There are: /quote." in page
    hidden = web.post("/play/hide", data=LEFT | {"ts": staged.ephemerals("U0RITA")[0].ts}).text
    assert "not a command" not in hidden
    web.post("/play/say", data=LEFT | {"text": "/quote 10 AX"})
    assert staged.deliveries()[-1].body["text"] == "10 AX"


def test_home_is_opened_shown_and_pressed(staged: FakeSlack, web: httpx.Client) -> None:
    page = web.post("/play/open", data=LEFT | {"tab": "home"}).text
    assert staged.deliveries("app_home_opened")[-1].body["event"]["tab"] == "home"
    assert "has put nothing here yet" in page
    select = {"type": "static_select", "action_id": "s",
              "options": [{"text": words(v), "value": v} for v in ("one", "two")]}  # fmt: skip
    button = {"type": "button", "action_id": "go", "text": words("Go on")}
    blocks = [{"type": "actions", "block_id": "b", "elements": [select, button]}]
    home = staged.board.open_view("U0RITA", {"type": "home", "blocks": blocks})
    staged.ledger.homes["U0RITA"] = home
    place = {"as": "U0RITA", "channel": staged.direct("U0RITA").id, "tab": "home"}
    assert ">Go on</button>" in web.get("/", params=place).text
    pressed = {"view_id": home.id, "press": '["s", null]', "chosen:s": "two"}
    page = web.post("/play/click_in_view", data=place | pressed).text
    assert staged.deliveries()[-1].body["actions"][0]["selected_option"]["value"] == "two"
    assert '<option value="two" selected>' in page


def test_a_button_inside_a_modal_is_pressed_and_what_was_typed_stays(
    staged: FakeSlack, web: httpx.Client
) -> None:
    button = {"type": "button", "action_id": "more", "text": words("More")}
    field = {"type": "plain_text_input", "action_id": "t"}
    blocks = [{"type": "input", "block_id": "w", "label": words("W"), "element": field},
              {"type": "actions", "elements": [button]}]  # fmt: skip
    view = {"type": "modal", "title": words("T"), "submit": words("Send"), "blocks": blocks}
    shown = staged.board.open_view("U0RITA", view)
    form = LEFT | {"view_id": shown.id, "value:w": "half", "press": '["more", null]'}
    page = web.post("/play/submit", data=form).text
    assert staged.deliveries()[-1].body["type"] == "block_actions"
    assert 'value="half"' in page


def test_what_is_new_elsewhere_is_counted(staged: FakeSlack, web: httpx.Client) -> None:
    web.get("/", params=LEFT)
    staged.say("W0GUS", "C0LOUNGE", "hello all")
    assert '<b class="count">1</b>' in web.get("/", params=LEFT).text
    web.get("/", params=LEFT | {"channel": "C0LOUNGE"})
    assert '<b class="count">' not in web.get("/", params=LEFT).text


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(staged: FakeSlack, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda m: refused.append(m.text) if m.type == "error" else None)
    page.on("request", lambda r: r.url.startswith(staged.base_url) or refused.append(r.url))
    yield page
    context.close()
    assert refused == []


@pytest.mark.browser
def test_both_panes_live_side_by_side(staged: FakeSlack, page: Page) -> None:
    page.goto(f"{staged.base_url}/stage")
    page.get_by_role("button", name="Ask").click()
    rep, manager = (
        page.frame_locator(f'iframe[title="The {w}\'s Slack"]') for w in ("rep", "manager")
    )
    expect(rep.get_by_role("heading", name="Thread")).to_be_visible()
    ts = staged.messages("C0ACME")[0].ts
    button = {"type": "button", "action_id": "go", "text": words("Take it"), "style": "primary"}
    blocks = [{"type": "actions", "elements": [button]}]
    staged.board.post(staged.board.bots_message("C0ACME", "42.00 EUR", [], thread_ts=ts))
    staged.board.post(staged.board.bots_message("C0MANAGERS", "Somebody asks", blocks))
    expect(rep.get_by_text("42.00 EUR")).to_be_visible()
    manager.get_by_role("button", name="Take it").click()
    [press] = staged.wait_for(lambda: [d for d in staged.deliveries() if d.kind == "interactive"])
    assert press.body["actions"][0]["action_id"] == "go"
    rep.get_by_role("textbox", name="Reply as Rita Sale").fill("thanks")
    rep.get_by_role("textbox", name="Reply as Rita Sale").press("Enter")
    expect(rep.locator("#replies").get_by_text("thanks")).to_be_visible()
    assert staged.messages("C0ACME")[-1].thread_ts == ts


@pytest.mark.browser
def test_a_modal_takes_the_focus_and_escape_closes_it(staged: FakeSlack, page: Page) -> None:
    field = {"type": "plain_text_input", "action_id": "t"}
    blocks = [{"type": "input", "block_id": "w", "label": words("Words"), "element": field}]
    view = {"type": "modal", "title": words("Say it"), "submit": words("Send"), "blocks": blocks}
    page.goto(f"{staged.base_url}/?as=U0RITA&channel=C0ACME")
    staged.board.open_view("U0RITA", view)
    expect(page.get_by_role("dialog", name="Say it")).to_be_visible()
    expect(page.get_by_label("Words")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert staged.open_views() == []


@pytest.mark.browser
def test_narrow_screens_have_the_panes_one_below_the_other(staged: FakeSlack, page: Page) -> None:
    page.set_viewport_size({"width": 600, "height": 800})
    page.goto(f"{staged.base_url}/stage")
    rep, manager = (frame.bounding_box() for frame in page.locator("iframe").all())
    assert rep is not None
    assert manager is not None
    assert manager["y"] >= rep["y"] + rep["height"]
    assert rep["width"] > 500
