"""What people attach to a question: read where it can be, and else said plainly."""

import io
import zipfile
from collections.abc import AsyncIterator

import openpyxl
import pytest
from tests.bot.slack.conftest import Stage, text_of

from partnerline.bot.slack.asking import attached
from partnerline.bot.slack.web import fetching
from partnerline.fake_slack import Message

LIST = [["Part number", "Description", "Qty"], ["AX-200", "gateway", 10], ["TS-10", "sensor", 2]]
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
Files = list[tuple[str, bytes]]


@pytest.fixture(params=["http", "socket"])
async def either(backstage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """A bot on each of the two ways that Slack can reach it."""
    backstage.socket_mode = request.param == "socket"
    await backstage.start()
    yield backstage
    await backstage.stop()


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def bomb() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return kept.getvalue()


async def ask(stage: Stage, text: str, files: Files) -> Message:
    said = stage.slack.say("U0RITA", "C0ACME", text, mention=True, files=files)
    return await stage.reply(said)


async def test_a_list_of_part_numbers_is_priced_as_a_basket(either: Stage) -> None:
    reply = await ask(either, "Can you price these?", [("rfq.xlsx", workbook(LIST))])

    assert either.answerer.asked[0].text == "Can you price 10 x AX-200 and 2 x TS-10?"
    assert "I read 2 lines in *rfq\\.xlsx*\\." in text_of(reply) or "2 lines in" in text_of(reply)


async def test_a_part_on_several_lines_is_wanted_that_many_times_over(stage: Stage) -> None:
    await ask(stage, "price these", [("rfq.csv", b"10;AX-200\n2;TS-10\n5;AX-200\n")])

    assert stage.answerer.asked[0].text == "price 15 x AX-200 and 2 x TS-10"


async def test_a_list_without_words_is_priced_too(stage: Stage) -> None:
    await ask(stage, "", [("rfq.csv", b"10;AX-200\n2;TS-10\n")])

    assert stage.answerer.asked[0].text == "price for 10 x AX-200 and 2 x TS-10"


async def test_what_a_text_asks_is_the_question(stage: Stage) -> None:
    await ask(stage, "", [("mail.txt", b"How long is the warranty of the gateway?\n")])

    assert stage.answerer.asked[0].text == "How long is the warranty of the gateway?"


async def test_words_that_stand_alone_are_answered_by_themselves(stage: Stage) -> None:
    reply = await ask(stage, "How long is the warranty?", [("notes.txt", b"We met on Monday.\n")])

    assert stage.answerer.asked[0].text == "How long is the warranty?"
    assert "left *notes" in text_of(reply)


UNREAD: dict[str, tuple[str, bytes, str]] = {
    "a picture": ("photo.png", PNG, "it is a picture, and I can't read pictures"),
    "a picture under another name": ("list.xlsx", PNG, "it is a picture"),
    "an unknown format": ("tool.exe", b"MZ\0\0" * 50, "I don't read"),
    "an empty file": ("empty.txt", b" ", "it is empty"),
    "a bomb": ("bomb.xlsx", bomb(), "it unpacks to far more than it should"),
    "a locked workbook": (
        "locked.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 4,
        "protected by a password",
    ),
    "a damaged file": ("broken.pdf", b"%PDF-1.7\n" + b"x" * 300, "damaged"),
}


@pytest.mark.parametrize(("name", "content", "why"), UNREAD.values(), ids=UNREAD)
async def test_what_can_not_be_read_is_said_and_the_words_are_answered(
    stage: Stage, name: str, content: bytes, why: str
) -> None:
    reply = await ask(stage, "How long is the warranty?", [(name, content)])

    said = text_of(reply).replace("\\", "")
    assert said.startswith("For acme: **How long is the warranty?**")
    assert f"I couldn't read *{name}*" in said
    assert why in said


async def test_a_file_alone_that_can_not_be_read_gets_a_plain_word(either: Stage) -> None:
    reply = await ask(either, "", [("photo.png", PNG)])

    assert "I can't read pictures. Write what it says in words." in text_of(reply)
    assert either.answerer.asked == []


async def test_a_file_that_is_too_large_is_not_even_fetched(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attached, "LARGEST", 1_000)
    reply = await ask(stage, "Price these", [("rfq.txt", b"10 x AX-200\n" * 200)])

    assert "it is larger than" in text_of(reply)


async def test_a_size_that_slack_states_too_low_is_found_out(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attached, "refusal_of", lambda told: None)
    monkeypatch.setattr(attached, "LARGEST", 1_000)
    reply = await ask(stage, "Price these", [("rfq.txt", b"10 x AX-200\n" * 200)])

    assert "it is larger than" in text_of(reply)


async def test_a_long_list_is_refused_with_its_name_and_the_mend(stage: Stage) -> None:
    rows = [["SKU", "Quantity"], *([f"AX-{n}", 1] for n in range(60))]
    reply = await ask(stage, "How long is the warranty?", [("all.xlsx", workbook(rows))])

    assert "lists 60 items, and I price 50 at once: send it in parts" in text_of(reply)
    assert stage.answerer.asked[0].text == "How long is the warranty?"


async def test_more_files_than_are_read_at_once_are_not_passed_over_in_silence(
    stage: Stage,
) -> None:
    files = [(f"{n}.txt", b"10 x AX-200\n") for n in range(7)]
    reply = await ask(stage, "Price these", files)

    assert "I read 5 files at once and left 2 more aside." in text_of(reply)


async def test_what_a_file_says_never_pings_and_is_no_markup(stage: Stage) -> None:
    reply = await ask(stage, "Is it ok?", [("<!channel> *a*.png", PNG)])

    assert "<!channel>" not in text_of(reply)


async def test_a_file_in_a_thread_without_a_mention_is_read(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    await stage.reply(asked)
    stage.slack.say(
        "U0RITA", "C0ACME", "Price these", thread_ts=asked.ts, files=[("a.txt", b"10 x AX-200")]
    )
    await stage.reply(asked, count=2)

    assert stage.answerer.asked[-1].text == "Price 10 x AX-200"


ADDRESSES = {
    "https://files.slack.com/files-pri/T1-F1/a.txt": True,
    "http://files.slack.com/a.txt": False,
    "https://files.slack.com.evil.example/a.txt": False,
    "https://evil.example/files.slack.com": False,
    "https://files.slack.com@evil.example/a.txt": False,
    "file:///etc/passwd": False,
    "https://[": False,
    "": False,
}


@pytest.mark.parametrize(("url", "fetched"), ADDRESSES.items())
def test_the_token_goes_to_slack_s_file_host_alone(url: str, *, fetched: bool) -> None:
    assert fetching.is_file_address(url, "https://slack.com/api/") is fetched


def test_in_front_of_another_slack_its_own_address_is_good() -> None:
    here = "http://127.0.0.1:4711"
    assert fetching.is_file_address(f"{here}/files/F1/a.txt", f"{here}/api/")
    assert not fetching.is_file_address("http://127.0.0.1:4712/files/F1/a.txt", f"{here}/api/")


async def test_no_other_host_is_asked_whatever_an_event_says(stage: Stage) -> None:
    said = stage.slack.say("U0RITA", "C0ACME", "see file")
    await stage.quiet()
    event = {
        "type": "app_mention",
        "user": "U0RITA",
        "channel": "C0ACME",
        "ts": said.ts,
        "text": "<@U0BOT> How long is the warranty?",
        "files": [{"id": "F1", "name": "a.txt", "url_private_download": "http://127.0.0.1:9/a"}],
    }
    body = {"type": "event_callback", "team_id": "T0VENDOR", "event_id": "Ev9", "event": event}
    stage.slack.deliver(body | {"api_app_id": "A0BOT"})

    assert "it lies outside Slack, where I may not go" in text_of(await stage.reply(said))


async def test_a_line_without_a_whole_quantity_is_said_beside_the_price(stage: Stage) -> None:
    rows = [*LIST, ["AX-400", "gateway", "five"], ["AX-40", "gateway", 0]]
    reply = await ask(stage, "price for this list", [("rfq.xlsx", workbook(rows))])

    said = text_of(reply)
    assert "**Not in this price**: I can't make out how many of “AX\\-400” you want." in said
    assert "AX\\-40”" not in said
