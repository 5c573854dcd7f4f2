"""Files as an app brings them to Slack, and as people find them there."""

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from partnerline.fake_slack import FakeSlack, PlayError

CONTENT = b"%PDF-1.4 a quote"


@pytest.fixture
def web(slack: FakeSlack):  # type: ignore[no-untyped-def]
    with httpx.Client(base_url=slack.base_url, trust_env=False, follow_redirects=True) as web:
        yield web


def error_of(refused: pytest.ExceptionInfo[SlackApiError]) -> str:
    return str(refused.value.response["error"])


def begun(client: WebClient, web: httpx.Client, content: bytes = CONTENT) -> str:
    told = client.files_getUploadURLExternal(filename="quote.pdf", length=len(content))
    assert web.post(told["upload_url"], content=content).status_code == 200
    return str(told["file_id"])


def test_slack_s_own_client_uploads_into_a_thread(slack: FakeSlack, client: WebClient) -> None:
    asked = slack.say("U0RITA", "C0ACME", "A quote?")
    client.files_upload_v2(
        filename="quote.pdf",
        content=CONTENT,
        title="The quote",
        channel="C0ACME",
        thread_ts=asked.ts,
        initial_comment="Here it is",
    )
    (file,) = slack.files("C0ACME")
    (shown,) = slack.replies("C0ACME", asked.ts)
    assert slack.download(file.id) == CONTENT
    assert (file.name, file.title, file.message_ts) == ("quote.pdf", "The quote", shown.ts)
    assert (shown.text, shown.files[0]["id"]) == ("Here it is", file.id)
    (event,) = [d for d in slack.deliveries("message") if d.body["event"].get("bot_id")]
    assert event.body["event"]["subtype"] == "file_share"
    assert event.body["event"]["files"][0]["name"] == "quote.pdf"


async def test_the_asynchronous_client_does_too(slack: FakeSlack) -> None:
    client = AsyncWebClient(token=slack.bot_token, base_url=slack.url)
    await client.files_upload_v2(filename="quote.pdf", content=CONTENT, channel="C0ACME")
    (file,) = slack.files()
    assert slack.download(file.id) == CONTENT


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"files": []}, "invalid_arguments"),
        ({"files": [{"id": "F0NOWHERE"}]}, "file_not_found"),
        ({"channel_id": "C0NOWHERE"}, "channel_not_found"),
        ({"channel_id": "C0ACME", "thread_ts": "1.2"}, "thread_not_found"),
        ({"thread_ts": "1.2"}, "invalid_arguments"),
    ],
)
def test_a_file_is_shared_only_with_arguments_that_slack_takes(
    client: WebClient,
    web: httpx.Client,
    arguments: dict,  # type: ignore[type-arg]
    error: str,
) -> None:
    given = {"files": [{"id": begun(client, web)}]} | arguments
    with pytest.raises(SlackApiError) as refused:
        client.files_completeUploadExternal(**given)
    assert error_of(refused) == error


def test_a_file_is_not_shared_before_it_is_there_nor_twice(
    slack: FakeSlack, client: WebClient, web: httpx.Client
) -> None:
    told = client.files_getUploadURLExternal(filename="quote.pdf", length=len(CONTENT))
    entry = [{"id": told["file_id"]}]
    for _ in range(2):
        with pytest.raises(SlackApiError) as refused:
            client.files_completeUploadExternal(files=entry, channel_id="C0ACME")
        assert error_of(refused) == "file_not_found"
        web.post(told["upload_url"], content=CONTENT)
        if not slack.files():
            client.files_completeUploadExternal(files=entry, channel_id="C0ACME")
    assert len(slack.files()) == 1


def test_a_file_of_another_length_than_announced_is_refused(
    client: WebClient, web: httpx.Client
) -> None:
    told = client.files_getUploadURLExternal(filename="quote.pdf", length=3)
    assert web.post(told["upload_url"], content=CONTENT).status_code == 400
    with pytest.raises(SlackApiError) as refused:
        client.files_getUploadURLExternal(filename="quote.pdf", length=0)
    assert error_of(refused) == "invalid_arguments"


def test_without_the_scope_slack_names_it(slack: FakeSlack, client: WebClient) -> None:
    slack.board.lacking.add("files:write")
    with pytest.raises(SlackApiError) as refused:
        client.files_getUploadURLExternal(filename="quote.pdf", length=3)
    assert error_of(refused) == "missing_scope"
    assert refused.value.response["needed"] == "files:write"


def test_the_page_shows_a_file_and_hands_it_out(
    slack: FakeSlack, client: WebClient, web: httpx.Client
) -> None:
    asked = slack.say("U0RITA", "C0ACME", "A quote?")
    entry = [{"id": begun(client, web), "title": "<b>Quote</b>"}]
    client.files_completeUploadExternal(files=entry, channel_id="C0ACME", thread_ts=asked.ts)
    (file,) = slack.files()
    page = web.get("/", params={"as": "U0RITA", "channel": "C0ACME", "thread": asked.ts}).text
    assert f'href="/files/{file.id}/quote.pdf"' in page
    assert "&lt;b&gt;Quote&lt;/b&gt;" in page
    handed = web.get(f"/files/{file.id}/quote.pdf")
    assert handed.content == CONTENT
    assert handed.headers["content-disposition"].startswith("attachment")
    assert web.get("/files/F0NOWHERE/quote.pdf").status_code == 404


def test_control_over_http_lists_files_and_hands_them_out(
    slack: FakeSlack, client: WebClient, web: httpx.Client
) -> None:
    entry = [{"id": begun(client, web)}]
    client.files_completeUploadExternal(files=entry, channel_id="C0ACME")
    (listed,) = web.get("/control/files", params={"channel": "C0ACME"}).json()
    assert (listed["name"], listed["length"]) == ("quote.pdf", len(CONTENT))
    assert web.get("/control/download", params={"file_id": listed["id"]}).content == CONTENT
    assert web.get("/control/download", params={"file_id": "F0"}).status_code == 400
    with pytest.raises(PlayError, match="no file"):
        slack.download("F0")


def test_a_form_s_boxes_and_days_can_be_filled_in_on_the_page(
    slack: FakeSlack, web: httpx.Client
) -> None:
    words = {"type": "plain_text", "text": "Words"}
    box = {"type": "checkboxes", "action_id": "b", "options": [{"text": words, "value": "yes"}]}
    day = {"type": "datepicker", "action_id": "d"}
    blocks = [
        {"type": "input", "block_id": name, "optional": True, "label": words, "element": element}
        for name, element in (("box", box), ("day", day))
    ]
    view = {"type": "modal", "title": words, "submit": words, "blocks": blocks}
    me = {"as": "U0RITA", "channel": "C0ACME"}
    for sent, boxes, chosen in (
        ({"value:box": "yes", "value:day": "2027-01-04"}, ["yes"], "2027-01-04"),
        ({"value:day": ""}, [], None),
    ):
        shown = slack.board.open_view("U0RITA", view)
        page = web.get("/", params=me).text
        assert 'type="checkbox" name="value:box" value="yes"' in page
        assert 'type="date"' in page
        web.post("/play/submit", data=me | {"view_id": shown.id} | sent)
        values = slack.deliveries()[-1].body["view"]["state"]["values"]
        assert [o["value"] for o in values["box"]["b"]["selected_options"]] == boxes
        assert values["day"]["d"]["selected_date"] == chosen
