import asyncio
import contextlib
from collections.abc import AsyncIterator

import aiohttp
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from partnerline.fake_slack import FakeSlack


@contextlib.asynccontextmanager
async def connected(slack: FakeSlack) -> AsyncIterator[AsyncApp]:
    web = AsyncWebClient(token=slack.bot_token, base_url=slack.url)
    app = AsyncApp(client=web, process_before_response=True)
    handler = AsyncSocketModeHandler(app, slack.app_token, web_client=web)
    await handler.connect_async()
    try:
        await slack.until(lambda: slack.board.outbox.sockets.connected)
        yield app
    finally:
        await handler.close_async()


async def raw_socket(
    slack: FakeSlack, session: aiohttp.ClientSession
) -> aiohttp.ClientWebSocketResponse:
    headers = {"authorization": f"Bearer {slack.app_token}"}
    async with session.post(f"{slack.url}apps.connections.open", headers=headers) as answer:
        place = (await answer.json())["url"]
    socket = await session.ws_connect(place)
    assert (await socket.receive_json())["type"] == "hello"
    return socket


async def test_a_question_and_its_answer_go_round_by_websocket(slack: FakeSlack) -> None:
    async with connected(slack) as app:

        @app.event("app_mention")
        async def answer(event: dict, client: AsyncWebClient) -> None:
            await client.chat_postMessage(
                channel=event["channel"], thread_ts=event["ts"], text="by socket"
            )

        @app.event("message")
        async def said() -> None: ...

        asked = slack.say("U0RITA", "C0ACME", "hi", mention=True)
        assert (await slack.reply("C0ACME", asked.ts)).text == "by socket"
        await slack.settled()
    sent = [(a.transport, a.ok) for d in slack.deliveries() for a in d.attempts]
    assert sent == [("socket", True)] * 3


async def test_a_commands_acknowledgement_carries_its_answer(slack: FakeSlack) -> None:
    async with connected(slack) as app:

        @app.command("/partnerline")
        async def ran(ack) -> None:  # type: ignore[no-untyped-def]
            await ack("here")

        slack.command("U0DANA", "C0MANAGERS", "/partnerline")
        await slack.settled()
    assert [e.text for e in slack.ephemerals("U0DANA")] == ["here"]


async def test_an_envelope_without_acknowledgement_comes_again(slack: FakeSlack) -> None:
    slack.board.outbox.ack_timeout = 0.1
    async with aiohttp.ClientSession() as session:
        socket = await raw_socket(slack, session)
        await slack.until(lambda: slack.board.outbox.sockets.connected)
        slack.say("U0DANA", "C0GENERAL", "hello")
        first, second = await socket.receive_json(), await socket.receive_json()
        await socket.send_json({"envelope_id": second["envelope_id"]})
        await slack.settled()
        await socket.close()
    assert first["payload"]["event_id"] == second["payload"]["event_id"]
    assert (second["retry_attempt"], second["retry_reason"]) == (1, "timeout")
    [delivery] = slack.deliveries()
    assert [a.error for a in delivery.attempts] == ["timeout", None]


async def test_a_disconnect_is_announced_and_a_ticket_serves_once(slack: FakeSlack) -> None:
    async with aiohttp.ClientSession() as session:
        socket = await raw_socket(slack, session)
        await slack.until(lambda: slack.board.outbox.sockets.connected)
        slack.disconnect_sockets()
        assert (await socket.receive_json())["reason"] == "refresh_requested"
        assert (await asyncio.wait_for(socket.receive(), 5)).type is aiohttp.WSMsgType.CLOSE
        await socket.close()
