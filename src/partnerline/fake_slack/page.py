"""The page where a person plays reps and managers by hand."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader

from partnerline.fake_slack import interactions, markup
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.ledger import Json, Message
from partnerline.fake_slack.people import People
from partnerline.fake_slack.world import User

_HERE = Path(__file__).parent
_STATIC = {"style.css": "text/css", "live.js": "text/javascript"}


def page_routes(people: People) -> APIRouter:
    """The page, its two static files and its forms."""
    routes = APIRouter()
    templates = _templates(people)

    @routes.get("/", response_class=HTMLResponse)
    async def page(request: Request) -> Response:
        shown = templates.get_template("page.html").render(_content(people, request))
        return HTMLResponse(shown, headers={"content-security-policy": _POLICY})

    @routes.get("/static/{name}")
    async def static(name: str) -> Response:
        if name not in _STATIC:
            return Response(status_code=404)
        return Response((_HERE / "static" / name).read_text("utf-8"), media_type=_STATIC[name])

    @routes.get("/revision")
    async def revision() -> Response:
        return JSONResponse({"revision": people.ledger.revision})

    @routes.get("/files/{file_id}/{name}")
    async def file(file_id: str, name: str) -> Response:
        try:
            content = people.download(file_id)
        except PlayError:
            return Response(status_code=404)
        kept = f"attachment; filename*=UTF-8''{quote(name)}"
        headers = {"content-disposition": kept, "x-content-type-options": "nosniff"}
        return Response(content, media_type="application/octet-stream", headers=headers)

    @routes.get("/archives/{channel}/{stamp}")
    async def permalink(channel: str, stamp: str, thread_ts: str = "") -> Response:
        ts = f"{stamp[1:-6]}.{stamp[-6:]}"
        return RedirectResponse(f"/?{urlencode({'channel': channel, 'thread': thread_ts or ts})}")

    @routes.post("/play/{act}")
    async def play(act: str, request: Request) -> Response:
        form = {k: str(v) for k, v in (await request.form()).multi_items()}
        back = {k: form[k] for k in ("as", "channel", "thread") if form.get(k)}
        try:
            _play(people, act, form)
        except PlayError as error:
            back["error"] = str(error)
        return RedirectResponse(f"/?{urlencode(back)}", status_code=303)

    return routes


_POLICY = "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; script-src 'self'; connect-src 'self'; form-action 'self'"


def _play(people: People, act: str, form: dict[str, str]) -> None:
    user, channel = form.get("as", ""), form.get("channel", "")
    match act:
        case "say":
            _say(people, user, channel, form)
        case "click":
            people.click(user, channel, form["ts"], form["action_id"], value=form.get("value"))
        case "submit":
            values = {
                k.removeprefix("value:"): v for k, v in form.items() if k.startswith("value:")
            }
            people.submit(user, form["view_id"], values)
        case "dismiss":
            with people.ledger.change():
                people.view(form["view_id"]).open = False
        case "react":
            people.react(user, channel, form["ts"], form["name"])
        case _:
            raise PlayError(f"nobody can {act!r}")


def _say(people: People, user: str, channel: str, form: dict[str, str]) -> None:
    text = form.get("text", "").strip()
    if not text:
        raise PlayError("write something first")
    if text.startswith("/"):
        command, _, rest = text.partition(" ")
        people.command(user, channel, command, rest)
        return
    bot = people.world.users[people.world.bot_user_id]
    text = text.replace(f"@{bot.name}", f"<@{bot.id}>")
    people.say(user, channel, text, thread_ts=form.get("thread") or None)


def _content(people: People, request: Request) -> Json:
    given = request.query_params
    world, ledger = people.world, people.ledger
    everyone = world.people()
    me = world.users.get(given.get("as", "")) or (
        everyone[0] if everyone else world.users[world.bot_user_id]
    )
    if not me.is_bot:
        world.direct_channel(me.id)
    channels = world.channels_of(me.id)
    here = next((c for c in channels if c.id == given.get("channel")), channels[0])
    thread = given.get("thread", "")
    ephemerals = [e for e in people.ephemerals(me.id) if e.channel == here.id]
    return {
        "me": me,
        "people": everyone,
        "channels": channels,
        "here": here,
        "thread": thread,
        "messages": [m for m in ledger.in_channel(here.id) if not m.thread_ts],
        "replies": ledger.thread(here.id, thread) if thread else [],
        "counts": _counts(ledger.in_channel(here.id)),
        "ephemerals": ephemerals,
        "statuses": ledger.statuses,
        "prompts": ledger.prompts.get((here.id, None)),
        "views": people.open_views(me.id)[-1:],
        "error": given.get("error", ""),
        "revision": ledger.revision,
        "world": world,
    }


def _counts(messages: list[Message]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for message in messages:
        if message.thread_ts:
            counts[message.thread_ts] = counts.get(message.thread_ts, 0) + 1
    return counts


def _templates(people: People) -> Environment:
    world = people.world
    environment = Environment(loader=FileSystemLoader(_HERE / "templates"), autoescape=True)
    environment.filters |= {
        "markdown": markup.markdown,
        "mrkdwn": lambda text: markup.mrkdwn(world, text),
        "plain": markup.plain,
        "local": lambda address: address.removeprefix(people.board.base_url),
        "rich_text": markup.rich_text,
        "initial": interactions.initial,
        "clock": lambda ts: datetime.fromtimestamp(float(ts), UTC).strftime("%H:%M"),
        "person": lambda user_id: world.users[user_id],
        "team": lambda user: world.teams[user.team_id].name,
        "colour": _colour,
    }
    return environment


def _colour(user: User) -> int:
    return sum(user.id.encode()) % 6
