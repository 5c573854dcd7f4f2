"""The fake Slack as an ASGI application: Web API, response URLs, websocket, control, page."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from fastapi import FastAPI, Request, Response, WebSocket
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from partnerline.fake_slack import responses, web_api
from partnerline.fake_slack.admins import Admins
from partnerline.fake_slack.control import control_routes
from partnerline.fake_slack.faults import Send, cut, play
from partnerline.fake_slack.install_page import install_routes
from partnerline.fake_slack.methods.files import visible
from partnerline.fake_slack.page import page_routes
from partnerline.fake_slack.shapes import file_json
from partnerline.fake_slack.switchboard import Switchboard

Scope = MutableMapping[str, Any]
Asgi = Callable[[Scope, Callable[[], Awaitable[Any]], Send], Awaitable[None]]


def build_app(people: Admins) -> Asgi:
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
    app.include_router(install_routes(people))
    _add_api(app, board)
    _add_private_files(app, board)
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
        headers = {"x-slack-req-id": board.ledger.serial("req")} | reply.headers
        return JSONResponse(reply.body, status_code=reply.status, headers=headers)

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
        try:
            answer = await request.json()
        except ValueError:
            answer = None
        error = responses.respond(board, key, answer)
        if not error:
            return Response("ok")
        gone = error in ("used_url", "expired_url")
        return JSONResponse({"ok": False, "error": error}, status_code=404 if gone else 400)

    @app.websocket("/link/")
    async def link(socket: WebSocket, ticket: str = "") -> None:
        await board.outbox.sockets.serve(socket, ticket, board.world.app_id)


def _add_private_files(app: FastAPI, board: Switchboard) -> None:
    """Without a token that may see the file there is a page to sign in at, as Slack has it."""

    @app.get("/files-pri/{place}/{name:path}")
    async def private_file(place: str, request: Request) -> Response:
        install = board.install_of(web_api.bearer(request.headers.get("authorization", "")))
        file = None
        if install and install.live and "files:read" not in board.lacking:
            file = visible(replace(board, acting=install), place.partition("-")[2])
        if file is None or file.content is None:
            return RedirectResponse(f"{board.base_url}/signin", status_code=302)
        return Response(file.content, media_type=file_json(board.base_url, file)["mimetype"])

    @app.get("/signin")
    async def signin() -> Response:
        return HTMLResponse("<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>")


_FAULTY = {"/upload/": "upload", "/response/": "response", "/files-pri/": "download"}


def _with_faults(app: FastAPI, board: Switchboard) -> Asgi:
    async def serve(scope: Scope, receive: Callable[[], Awaitable[Any]], send: Send) -> None:
        method = _method(scope)
        fault = board.faults.take(method) if method else None
        if fault and fault.kind == "lost":
            await app(scope, receive, _nowhere)
            cut(send)
            return
        if fault and await play(fault, send):
            return
        await app(scope, receive, send)

    return serve


def _method(scope: Scope) -> str:
    """The Web API method that a request is for, or the noun of what else can fail."""
    if scope["type"] != "http":
        return ""
    path = str(scope["path"])
    if path.startswith("/api/"):
        return path.removeprefix("/api/")
    return next((noun for begin, noun in _FAULTY.items() if path.startswith(begin)), "")


async def _nowhere(message: MutableMapping[str, Any]) -> None:
    """Takes an answer that nobody will get."""
