import httpx
import pytest

from partnerline.fake_slack import FakeSlack
from partnerline.fake_slack.markup import markdown, mrkdwn

EVIL = "<script>alert('x')</script>"


@pytest.fixture
def web(slack: FakeSlack):  # type: ignore[no-untyped-def]
    with httpx.Client(base_url=slack.base_url, trust_env=False, follow_redirects=True) as web:
        yield web


def bots_answer(slack: FakeSlack, blocks: list, **more: str) -> str:
    message = slack.board.bots_message("C0ACME", "answer", blocks, **more)
    slack.board.post(message)
    return message.ts


def test_the_page_shows_channels_and_blocks_and_escapes_everything(slack: FakeSlack, web) -> None:  # type: ignore[no-untyped-def]
    slack.say("U0RITA", "C0ACME", EVIL)
    words = {"type": "plain_text", "text": EVIL}
    button = {"type": "button", "action_id": EVIL, "text": words, "value": EVIL}
    thumb = {"text": words, "value": EVIL}
    thumbs = {"type": "feedback_buttons", "positive_button": thumb, "negative_button": thumb}
    bots_answer(slack, [
        {"type": "header", "text": words},
        {"type": "markdown", "text": f"**bold** {EVIL}\n\n| SKU | Price |\n|---|---|\n| A-1 | 42 |"},
        {"type": "section", "text": {"type": "mrkdwn", "text": f"*strong* {EVIL}"}, "accessory": button},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": EVIL}]},
        {"type": "actions", "elements": [button]},
        {"type": "context_actions", "elements": [thumbs]},
        {"type": "table", "rows": [[{"type": "raw_text", "text": EVIL}]]},
    ])  # fmt: skip
    page = web.get("/", params={"as": "U0RITA", "channel": "C0ACME", "error": EVIL}).text
    assert "Fake Slack" in page
    assert "acme-vendor" in page
    assert "<strong>bold</strong>" in page
    assert "<strong>strong</strong>" in page
    assert "<td>A-1</td>" in page
    assert "<script>alert" not in page
    assert "</svg>&lt;script&gt;" in page
    assert "channel-managers" not in page


def test_a_person_writes_and_clicks_in_the_page(slack: FakeSlack, web) -> None:  # type: ignore[no-untyped-def]
    me = {"as": "U0RITA", "channel": "C0ACME"}
    web.post("/play/say", data=me | {"text": "@partnerline how much?"})
    [asked] = slack.messages("C0ACME")
    assert asked.text == "<@U0BOT> how much?"
    button = {"type": "button", "action_id": "more", "text": {"type": "plain_text", "text": "More"}}
    ts = bots_answer(slack, [{"type": "actions", "elements": [button]}], thread_ts=asked.ts)
    thread = web.get("/", params=me | {"thread": asked.ts}).text
    assert 'aria-label="Thread"' in thread
    assert ">More</button>" in thread
    web.post("/play/click", data=me | {"ts": ts, "action_id": "more"})
    assert slack.deliveries()[-1].body["actions"][0]["action_id"] == "more"
    assert "nobody can" in web.post("/play/fly", data=me).text


def test_a_modal_is_a_form(slack: FakeSlack, web) -> None:  # type: ignore[no-untyped-def]
    words = {"type": "plain_text", "text": "Words"}
    field = {"type": "input", "block_id": "w", "label": words,
             "element": {"type": "plain_text_input", "action_id": "t", "initial_value": "so"}}  # fmt: skip
    view = {"type": "modal", "title": words, "submit": words, "blocks": [field]}
    shown = slack.board.open_view("U0RITA", view)
    me = {"as": "U0RITA", "channel": "C0ACME"}
    assert 'name="value:w" value="so"' in web.get("/", params=me).text
    web.post("/play/submit", data=me | {"view_id": shown.id, "value:w": "this"})
    sent = slack.deliveries()[-1].body["view"]["state"]["values"]
    assert sent["w"]["t"]["value"] == "this"


def test_static_files_are_served_and_nothing_else(web) -> None:  # type: ignore[no-untyped-def]
    assert web.get("/static/style.css").headers["content-type"].startswith("text/css")
    assert web.get("/static/..%2fpage.py").status_code == 404


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<@U0RITA> *b* _i_ ~s~", '<span class="mention">@rita</span> <strong>b</strong> <em>i</em> <s>s</s>'),
        ("`*a* <b>`", "<code>*a* &lt;b&gt;</code>"),
        ("<https://vendor.example/a?b=1&amp;c=2|here>", '<a href="https://vendor.example/a?b=1&amp;c=2" rel="noreferrer">here</a>'),
        ("<javascript:alert(1)|x>", "&lt;javascript:alert(1)|x&gt;"),
        ("a &lt;b&gt; &amp; c", "a &lt;b&gt; &amp; c"),
    ],
)  # fmt: skip
def test_mrkdwn_becomes_safe_html(slack: FakeSlack, text: str, html: str) -> None:
    assert str(mrkdwn(slack.world, text)) == html


def test_markdown_lets_no_html_and_no_script_links_in() -> None:
    html = str(markdown("<b>x</b> [y](javascript:alert(1)) ![z](https://vendor.example/z.png)"))
    assert "<b>" not in html
    assert 'href="javascript' not in html
    assert "<img" not in html


def test_a_form_that_was_refused_keeps_what_was_typed(slack: FakeSlack, web) -> None:  # type: ignore[no-untyped-def]
    words = {"type": "plain_text", "text": "Words"}
    choice = {"type": "checkboxes", "options": [{"text": words, "value": "yes"}]}
    initial = {"type": "plain_text_input", "initial_value": "before"}
    fields = {"w": {"type": "plain_text_input"}, "c": choice, "i": initial}
    view = {
        "type": "modal", "title": words, "submit": words,
        "blocks": [
            {"type": "input", "block_id": name, "label": words, "element": element | {"action_id": name}, "optional": True}
            for name, element in fields.items()
        ],
    }  # fmt: skip
    shown = slack.board.open_view("U0RITA", view)
    before = web.get("/", params={"as": "U0RITA"}).text
    web.post("/play/submit", data={"as": "U0RITA", "channel": "C0ACME", "view_id": shown.id, "value:w": "mine", "value:c": "yes"})  # fmt: skip
    after = web.get("/", params={"as": "U0RITA"}).text
    assert ('value="before"' in before, "mine" in before, " checked>" in before) == (
        True,
        False,
        False,
    )
    assert ('value="before"' in after, 'value="mine"' in after, "checked>" in after) == (
        False,
        True,
        True,
    )
