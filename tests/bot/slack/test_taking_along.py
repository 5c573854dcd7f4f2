"""A price taken along from Slack: its receipt, the quote as a file, and who gets them."""

import io
from collections.abc import AsyncIterator
from dataclasses import replace

import openpyxl
import pdfplumber
import pytest
from tests.bot.slack.conftest import Stage, actions_of

from partnerline.bot.slack.answers.papering import NO_SCOPE, NOT_TAKEN, run_id
from partnerline.bot.slack.answers.taking import NOT_THEIRS
from partnerline.bot.slack.web.pressed import Press
from partnerline.fake_slack import File, Message, View
from partnerline.knowledge.partners import Directory

PRICE = "price for 120 x AX-400 and 250 x CL-PRO"


@pytest.fixture(params=["http", "socket"])
async def either(backstage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """A bot on each of the two ways that Slack can reach it."""
    backstage.socket_mode = request.param == "socket"
    await backstage.start()
    yield backstage
    await backstage.stop()


async def priced(stage: Stage, text: str = PRICE) -> Message:
    asked = stage.slack.say("U0RITA", "C0ACME", text, mention=True)
    return await stage.reply(asked)


async def file_in_thread(stage: Stage, reply: Message) -> tuple[File, bytes]:
    """The one file that stands in the reply's thread."""
    (file,) = await stage.slack.until(stage.slack.files)
    (shown,) = [m for m in stage.slack.replies("C0ACME", str(reply.thread_ts)) if m.files]
    assert (file.channel, file.message_ts, shown.files[0]["id"]) == ("C0ACME", shown.ts, file.id)
    return file, stage.slack.download(file.id)


async def told(stage: Stage, user: str) -> str:
    (shown,) = await stage.slack.until(lambda: stage.slack.ephemerals(user))
    assert stage.slack.files() == []
    return shown.text


def words(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as read:
        return " ".join(" ".join(page.extract_text() for page in read.pages).split())


def words_of(view: View) -> str:
    return "\n".join(
        text["text"]
        for block in view.view["blocks"]
        for text in ([block["text"]] if "text" in block else block["elements"])
    )


async def test_a_price_has_its_sum_first_and_its_receipt_folded_away(stage: Stage) -> None:
    reply = await priced(stage)
    assert reply.blocks[0]["text"].startswith("**120,096.00 EUR** in all")
    assert actions_of(reply) == ["feedback", "receipt", "quote_pdf", "quote_xlsx", "get_human"]
    assert "EMEA!F14" not in str(reply.blocks)


async def test_the_receipt_opens_with_rules_cells_and_words(either: Stage) -> None:
    reply = await priced(either)
    either.slack.click("U0RITA", "C0ACME", reply.ts, "receipt")
    (view,) = await either.slack.until(either.slack.open_views)

    assert view.user == "U0RITA"
    said = words_of(view)
    for expected in (
        "*Total over the term: 120,096.00 EUR*\nOne-off: 37,296.00 EUR · Recurring over 36 months: 82,800.00 EUR",
        "1. *AX-400* Gateway\n",
        "120 × pcs: *37,296.00 EUR* (310.80 net, 370.00 list)",
        "Applied: volume band 100+; gold 16%",
        "From price-lists/hardware-emea-2026-h2.xlsx, EMEA!F14, until 31 December 2026",
        ">SKU: AX-400 | Description: Gateway | From 100: 370,00 €",
        "250 × seat per month, 36 months: *82,800.00 EUR* (9.20 net, 11.50 list)",
        "promotions/2026.docx · table 1, row 4",
    ):
        assert expected in said


async def test_a_pdf_comes_into_the_thread(either: Stage) -> None:
    reply = await priced(either)
    either.slack.click("U0RITA", "C0ACME", reply.ts, "quote_pdf")
    file, content = await file_in_thread(either, reply)

    assert file.name.startswith("quote-acme-resellers-")
    assert file.name.endswith(".pdf")
    said = words(content)
    assert said.startswith("Quote Tarnwick Instruments For Acme Resellers")
    assert "Total over the term, EUR 120,096.00" in said
    assert "Not valid" not in said
    await either.quiet()
    transports = {a.transport for d in either.slack.deliveries() for a in d.attempts}
    assert transports == {"socket" if either.socket_mode else "http"}


async def test_a_workbook_comes_into_the_thread(stage: Stage) -> None:
    reply = await priced(stage)
    stage.slack.click("U0RITA", "C0ACME", reply.ts, "quote_xlsx")
    file, content = await file_in_thread(stage, reply)

    book = openpyxl.load_workbook(io.BytesIO(content))
    assert file.name.endswith(".xlsx")
    assert book.sheetnames == ["Quote", "Sources"]
    assert 120096 in [cell for row in book["Quote"].values for cell in row]


async def test_the_file_is_what_was_answered_and_says_that_it_is_over_since(stage: Stage) -> None:
    reply = await priced(stage, f"{PRICE}, as it ended")
    stage.slack.click("U0RITA", "C0ACME", reply.ts, "quote_pdf")
    _, content = await file_in_thread(stage, reply)

    assert "Not valid: over since 1 February 2020" in words(content)
    assert len(stage.answerer.asked) == 1


async def test_one_press_brings_one_file_however_often_it_arrives(stage: Stage) -> None:
    reply = await priced(stage)
    pressed = stage.slack.click("U0RITA", "C0ACME", reply.ts, "quote_pdf")
    for _ in range(2):
        stage.slack.redeliver(pressed)
    await stage.slack.until(stage.slack.files)
    await stage.quiet()

    assert len(stage.slack.files()) == 1


def test_two_presses_in_a_row_are_one_and_a_later_one_is_another() -> None:
    first = Press(
        user="U1", user_team=None, channel="C1", thread="1.0", value="q1", moment="1000.1"
    )
    assert run_id(first, "pdf") == run_id(replace(first, moment="1009.9"), "pdf")
    others = {
        run_id(replace(first, moment="1010.0"), "pdf"),
        run_id(replace(first, user="U2"), "pdf"),
        run_id(replace(first, value="q2"), "pdf"),
        run_id(first, "xlsx"),
    }
    assert len(others | {run_id(first, "pdf")}) == 5


@pytest.mark.parametrize("button", ["receipt", "quote_pdf", "quote_xlsx"])
@pytest.mark.parametrize("user", ["W0GUS", "U0STRANGER", "U0DANA"])
async def test_nobody_of_another_company_gets_it(stage: Stage, user: str, button: str) -> None:
    reply = await priced(stage)
    stage.slack.world.join("C0ACME", user)
    stage.slack.click(user, "C0ACME", reply.ts, button)

    assert await told(stage, user) == NOT_THEIRS
    assert stage.slack.open_views() == []


async def test_a_colleague_of_who_asked_gets_it(stage: Stage) -> None:
    reply = await priced(stage)
    rita = stage.slack.world.users["U0RITA"]
    stage.slack.world.add_user(replace(rita, id="U0RAY", name="ray", real_name="Ray Sale"))
    stage.slack.world.join("C0ACME", "U0RAY")
    stage.slack.click("U0RAY", "C0ACME", reply.ts, "quote_pdf")

    await file_in_thread(stage, reply)


async def test_once_others_read_the_channel_it_is_not_handed_out_there(stage: Stage) -> None:
    reply = await priced(stage)
    channel = stage.slack.world.channels["C0ACME"]
    stage.slack.world.add_channel(
        replace(
            channel,
            members=(*channel.members, "W0GUS"),
            connected_team_ids=("T0ACME", "T0GLOBEX"),
        )
    )
    stage.bot._parts.people.forget()  # type: ignore[union-attr]  # as `channel_shared` does
    stage.slack.click("U0RITA", "C0ACME", reply.ts, "quote_pdf")

    assert await told(stage, "U0RITA") == NOT_THEIRS


async def test_a_partner_that_was_taken_off_the_list_is_not_everybody(stage: Stage) -> None:
    reply = await priced(stage)
    stage.record.directory = Directory()
    stage.slack.world.join("C0ACME", "U0DANA")
    stage.slack.click("U0DANA", "C0ACME", reply.ts, "quote_pdf")

    assert await told(stage, "U0DANA") == NOT_THEIRS


async def test_a_button_from_another_channel_does_nothing(stage: Stage) -> None:
    reply = await priced(stage)
    forged = stage.slack.board.bots_message("C0LOUNGE", "x", reply.blocks)
    stage.slack.board.post(forged)
    for button in ("receipt", "quote_pdf"):
        stage.slack.click("U0RITA", "C0LOUNGE", forged.ts, button)
    await stage.quiet()

    assert stage.slack.files() == []
    assert stage.slack.open_views() == []
    assert all(delivery.ok for delivery in stage.slack.deliveries())


async def test_a_missing_permission_is_said_to_who_pressed(stage: Stage) -> None:
    reply = await priced(stage)
    stage.slack.board.lacking.add("files:write")
    stage.slack.click("U0RITA", "C0ACME", reply.ts, "quote_pdf")

    assert await told(stage, "U0RITA") == NO_SCOPE


async def test_a_file_that_slack_refuses_is_said_to_who_pressed(stage: Stage) -> None:
    reply = await priced(stage)
    stage.slack.hold()
    stage.slack.click("U0RITA", "C0ACME", reply.ts, "quote_pdf")
    del stage.slack.ledger.messages["C0ACME"][str(reply.thread_ts)]
    stage.slack.release()

    assert await told(stage, "U0RITA") == NOT_TAKEN


@pytest.mark.parametrize("kind", ["500", "reset", "html_502"])
async def test_a_slack_in_trouble_gets_the_file_when_it_is_back(stage: Stage, kind: str) -> None:
    reply = await priced(stage)
    stage.slack.fail("files.getUploadURLExternal", kind, count=3)  # type: ignore[arg-type]
    stage.slack.fail("upload", kind, count=2)  # type: ignore[arg-type]
    stage.slack.fail("files.completeUploadExternal", kind, count=2)  # type: ignore[arg-type]
    stage.slack.click("U0RITA", "C0ACME", reply.ts, "quote_pdf")

    await file_in_thread(stage, reply)


async def test_a_file_that_was_shared_after_all_is_shared_once(stage: Stage) -> None:
    reply = await priced(stage)
    # Longer than the bot waits: Slack shares it when the bot has given up on it.
    stage.slack.fail("files.completeUploadExternal", "hang", seconds=0.6)
    stage.slack.click("U0RITA", "C0ACME", reply.ts, "quote_pdf")
    await file_in_thread(stage, reply)
    await stage.quiet()

    assert len(stage.slack.files()) == 1
    assert stage.slack.ephemerals("U0RITA") == []


async def test_in_a_direct_message_too(stage: Stage) -> None:
    asked = stage.slack.tell("U0RITA", PRICE)
    reply = await stage.reply(asked)
    stage.slack.click("U0RITA", asked.channel, reply.ts, "quote_pdf")
    (file,) = await stage.slack.until(stage.slack.files)

    assert file.channel == asked.channel
