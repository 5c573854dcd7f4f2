"""The control side over HTTP: what a person does, and what happened, as JSON under `/control/`."""

import asyncio
from base64 import b64decode
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from partnerline.fake_slack.admins import Admins
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.faults import KINDS, Fault
from partnerline.fake_slack.ledger import File, Json
from partnerline.fake_slack.world import Install
from partnerline.fake_slack.world_spec import extend

ACTS = (
    "say", "tell", "edit", "delete", "unfurl", "react", "join", "leave", "open_home", "group",
    "click", "click_in_view", "submit", "dismiss", "command", "shortcut", "deliver",
    "install", "grant", "revoke", "uninstall", "rename_channel_id", "share", "unshare",
    "change_user", "limit_app", "limit_posts", "chaos", "storm", "drop_sockets",
)  # fmt: skip
READS = (
    "messages",
    "thread",
    "replies",
    "open_views",
    "ephemerals",
    "files",
    "deliveries",
    "calls",
    "home",
    "status",
    "prompts",
)


def control_routes(people: Admins) -> APIRouter:
    """``POST /control/<act>`` and ``GET /control/<read>`` take the methods' own argument names."""
    routes = APIRouter(prefix="/control")
    for name in ACTS:
        routes.add_api_route(f"/{name}", _act(getattr(people, name)), methods=["POST"])
    for name in READS:
        routes.add_api_route(f"/{name}", _read(getattr(people, name)), methods=["GET"])
    routes.add_api_route("/download", _download(people), methods=["GET"])
    routes.add_api_route("/faults", _faults(people), methods=["POST"])
    routes.add_api_route("/connect", _connect(people), methods=["POST"])
    routes.add_api_route("/world", _world(people), methods=["POST"])
    routes.add_api_route("/wait", _wait(people), methods=["GET"])
    return routes


Route = Callable[..., Any]


def _answer(run: Callable[[], Any]) -> Response:
    try:
        return JSONResponse(_plain(run()))
    except (PlayError, TypeError, KeyError) as error:
        return JSONResponse({"error": str(error)}, status_code=400)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(v) for v in value]
    if isinstance(value, File):  # its bytes are at `/control/download`
        return asdict(replace(value, content=None))
    if isinstance(value, Install):  # its token goes by oauth.v2.access alone
        return asdict(replace(value, token=""))
    return asdict(value) if hasattr(value, "__dataclass_fields__") else value


def _act(method: Callable[..., Any]) -> Route:
    async def act(request: Request) -> Response:
        given = await request.json()
        if "files" in given:  # bytes travel as base64
            given["files"] = [(name, b64decode(content)) for name, content in given["files"]]
        return _answer(lambda: method(**given))

    return act


def _read(method: Callable[..., Any]) -> Route:
    async def read(request: Request) -> Response:
        given: Json = dict(request.query_params)
        if "by_bot" in given:
            given["by_bot"] = given["by_bot"] in ("1", "true")
        return _answer(lambda: method(**given))

    return read


def _download(people: Admins) -> Route:
    async def download(file_id: str = "") -> Response:
        try:
            content = people.download(file_id)
        except PlayError as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        return Response(content, media_type="application/octet-stream")

    return download


def _faults(people: Admins) -> Route:
    async def faults(request: Request) -> Response:
        given = await request.json()
        if given.get("kind") not in KINDS:
            return JSONResponse({"error": f"kind must be one of {KINDS}"}, status_code=400)
        fault = Fault(kind=given["kind"], seconds=float(given.get("seconds", 1.0)))
        people.board.faults.set(given.get("method", "*"), fault, int(given.get("count", 1)))
        return JSONResponse({})

    return faults


def _connect(people: Admins) -> Route:
    async def connect(request: Request) -> Response:
        given = await request.json()
        url = given["events_url"]
        people.board.outbox.urls = {
            "event": url,
            "interactive": given.get("interactivity_url", url),
            "command": given.get("commands_url", url),
        }
        return JSONResponse({})

    return connect


def _world(people: Admins) -> Route:
    async def world(request: Request) -> Response:
        given = await request.json()
        return _answer(lambda: extend(people.world, given))

    return world


def _wait(people: Admins) -> Route:
    async def wait(
        channel: str = "",
        thread_ts: str = "",
        contains: str = "",
        count: int = 1,
        timeout: float = 20.0,  # noqa: ASYNC109 - the caller's own
    ) -> Response:
        def found() -> list[Any]:
            some = people.messages(channel or None, by_bot=True)
            hits = [
                m
                for m in some
                if (not thread_ts or m.thread_ts == thread_ts)
                and contains in f"{m.text} {m.blocks}"
                and not m.streaming
            ]
            return hits if len(hits) >= count else []

        try:
            hits = await asyncio.to_thread(people.ledger.wait_for, found, timeout)
        except TimeoutError as error:
            return JSONResponse({"error": str(error)}, status_code=408)
        return JSONResponse(_plain(hits))

    return wait
