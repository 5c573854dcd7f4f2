"""The fake Slack as an ASGI application: Web API, response URLs, websocket, control, page."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response, WebSocket
from fastapi.responses import JSONResponse

from partnerline.fake_slack import web_api
from partnerline.fake_slack.control import control_routes
from partnerline.fake_slack.faults import Send, play
from partnerline.fake_slack.page import page_routes
from partnerline.fake_slack.people import People
from partnerline.fake_slack.switchboard import Switchboard

Scope = MutableMapping[str, Any]
Asgi = Callable[[Scope, Callable[[], Awaitable[Any]], Send], Awaitable[None]]


def build_app(people: People) -> Asgi:
    """The whole application; deliveries run on the event loop that serves it."""
    board = people.board

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        board.outbox.bind(asyncio.get_running_loop())
        yield
        await board.outbox.close()

    app = FastAPI(title="Fake Slack", lifespan=lifespan, docs_url=None, redoc_url=None)
    app.include_router(control_routes(people))
    app.include_router(page_routes(people))
    _add_api(app, board)
    return _with_faults(app, board)


def _add_api(app: FastAPI, board: Switchboard) -> None:
    @app.api_route("/api/{method:path}", methods=["GET", "POST"])
    async def api(method: str, request: Request) -> Response:
        called = web_api.Request(
            method=method,
            query=request.url.query,
            content_type=request.headers.get("content-type", ""),
            authorization=request.headers.get("authorization", ""),
            body=await request.body(),
        )
        reply = web_api.answer(board, called)
        headers = {"x-slack-req-id": board.ledger.serial("req")}
        return JSONResponse(reply.body, headers=headers)

    @app.post("/upload/v1/{ticket}")
    async def upload(ticket: str, request: Request) -> Response:
        content = await request.body()
        waiting = [f for f in board.ledger.files.values() if f.ticket == ticket and not f.done]
        if not waiting or len(content) != waiting[0].length:
            return Response("no such upload, or not as long as announced", status_code=400)
        with board.ledger.change():
            waiting[0].content = content
        return Response(f"OK - {len(content)}")

    @app.post("/response/{key}")
    async def respond(key: str, request: Request) -> Response:
        place = board.ledger.response_urls.get(key)
        if place is None:
            return JSONResponse({"ok": False, "error": "used_url"}, status_code=404)
        answer = await request.json()
        message = board.ledger.find(place["channel"], place["ts"])
        if message and answer.get("delete_original"):
            with board.ledger.change():
                del board.ledger.messages[message.channel][message.ts]
        elif message and answer.get("replace_original"):
            board.rewrite(message, text=answer.get("text", ""), blocks=answer.get("blocks", []))
        else:
            board.respond(place["channel"], place["user"], answer, place["thread_ts"])
        return Response("ok")

    @app.websocket("/link/")
    async def link(socket: WebSocket, ticket: str = "") -> None:
        await board.outbox.sockets.serve(socket, ticket, board.world.app_id)


def _with_faults(app: FastAPI, board: Switchboard) -> Asgi:
    async def serve(scope: Scope, receive: Callable[[], Awaitable[Any]], send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(("/api/", "/upload/")):
            method = scope["path"].removeprefix("/api/")
            fault = board.faults.take("upload" if method.startswith("/upload/") else method)
            if fault and await play(fault, send):
                return
        await app(scope, receive, send)

    return serve
