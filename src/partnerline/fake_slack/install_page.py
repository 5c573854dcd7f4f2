"""The page where a person lets the app into their workspace: `/oauth/v2/authorize`."""

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import escape

from partnerline.fake_slack.admins import Admins
from partnerline.fake_slack.errors import PlayError

_PATH = "/oauth/v2/authorize"
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Install the app</title>
<link rel="stylesheet" href="/static/style.css"></head><body class="install"><main class="card">
<h1>{app} asks to come into your workspace</h1><p>It asks for: {scopes}</p>
<form method="post" action="{path}?{query}"><label>You are <select name="user">{people}</select></label>
<p><button class="primary" name="allow" value="1">Allow</button> <button name="allow" value="">Cancel</button></p>
</form></main></body></html>"""
_POLICY = "default-src 'none'; style-src 'self'"


def install_routes(admins: Admins) -> APIRouter:
    """The page and its two buttons; what comes back is a code, or `access_denied`."""
    routes = APIRouter()

    @routes.get(_PATH, response_class=HTMLResponse)
    async def ask(request: Request) -> Response:
        problem = _problem(admins, request.query_params)
        if problem:
            return HTMLResponse(f"<p>{problem}</p>", status_code=400)
        page = _page(admins, request)
        return HTMLResponse(page, headers={"content-security-policy": _POLICY})

    @routes.post(_PATH)
    async def decide(request: Request) -> Response:
        problem = _problem(admins, request.query_params)
        if problem:
            return HTMLResponse(f"<p>{problem}</p>", status_code=400)
        form = await request.form()
        asked = request.query_params
        try:
            answer = _answer(
                admins, asked, str(form.get("user", "")), allowed=bool(form.get("allow"))
            )
        except PlayError as error:
            return HTMLResponse(f"<p>{escape(str(error))}</p>", status_code=400)
        join = "&" if "?" in asked["redirect_uri"] else "?"
        place = f"{asked['redirect_uri']}{join}{urlencode(answer)}"
        return RedirectResponse(place, status_code=302)

    return routes


def _problem(admins: Admins, asked: Mapping[str, str]) -> str:
    if asked.get("client_id") != admins.board.client_id:
        return "invalid_client_id"
    if not asked.get("scope"):
        return "no_scopes"
    return "" if asked.get("redirect_uri") else "bad_redirect_uri"


def _answer(
    admins: Admins, asked: Mapping[str, str], user: str, *, allowed: bool
) -> dict[str, str]:
    state = {"state": asked["state"]} if "state" in asked else {"state": ""}
    if not allowed:
        return {"error": "access_denied"} | state
    scopes = [s for s in asked["scope"].split(",") if s]
    code = admins.grant(user, redirect_uri=asked["redirect_uri"], scopes=scopes)
    return {"code": code} | state


def _page(admins: Admins, request: Request) -> str:
    world = admins.world
    wanted = request.query_params.get("team", "")
    people = [p for p in world.people() if not wanted or p.team_id == wanted]
    options = "".join(
        f'<option value="{escape(p.id)}">{escape(p.real_name)}, {escape(world.teams[p.team_id].name)}</option>'
        for p in people
    )
    return _PAGE.format(
        app=escape(world.users[world.bot_user_id].real_name),
        scopes=escape(request.query_params["scope"].replace(",", ", ")),
        path=_PATH,
        query=escape(request.url.query),
        people=options,
    )
