"""The page where a person plays reps and managers by hand."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from partnerline.fake_slack.admins import Admins
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.page_acts import play
from partnerline.fake_slack.page_content import Reading, content
from partnerline.fake_slack.page_templates import page_templates

_HERE = Path(__file__).parent
_STATIC = {"style.css": "text/css", "stage.css": "text/css", "live.js": "text/javascript"}
_POLICY = (
    "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'"
)


def page_routes(people: Admins) -> APIRouter:
    """The page, the one with two of it side by side, their static files and their forms."""
    routes = APIRouter()
    templates = page_templates(people)
    reading = Reading()

    def shown(name: str, values: dict[str, Any]) -> Response:
        html = templates.get_template(name).render(values)
        return HTMLResponse(html, headers={"content-security-policy": _POLICY})

    @routes.get("/", response_class=HTMLResponse)
    async def page(request: Request) -> Response:
        return shown("page.html", content(people, request.query_params, reading))

    @routes.get("/stage", response_class=HTMLResponse)
    async def stage(request: Request) -> Response:
        given = request.query_params
        scene = next((s for s in people.scenes if s.id == given.get("scene")), None)
        panes = [given.get("left", ""), given.get("right", "")]
        if people.scenes and not all(panes):
            panes = [urlencode(p) for p in people.scenes[0].before]
        values = {"scenes": people.scenes, "scene": scene, "panes": panes}
        return shown("stage.html", values | {"error": given.get("error", "")})

    @routes.post("/scene/{scene_id}")
    async def begin(scene_id: str) -> Response:
        scene = next((s for s in people.scenes if s.id == scene_id), None)
        if scene is None:
            return Response(status_code=404)
        for view in people.open_views():  # what another scene left open would hide this one
            people.dismiss(view.user, view.id)
        try:
            left, right = scene.begin(people)
        except PlayError as error:
            return RedirectResponse(f"/stage?{urlencode({'error': str(error)})}", status_code=303)
        back = {"scene": scene.id, "left": urlencode(left), "right": urlencode(right)}
        return RedirectResponse(f"/stage?{urlencode(back)}", status_code=303)

    _add_small_things(routes, people)
    return routes


def _add_small_things(routes: APIRouter, people: Admins) -> None:
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
            found = people.download(file_id)
        except PlayError:
            return Response(status_code=404)
        kept = f"attachment; filename*=UTF-8''{quote(name)}"
        headers = {"content-disposition": kept, "x-content-type-options": "nosniff"}
        return Response(found, media_type="application/octet-stream", headers=headers)

    @routes.get("/archives/{channel}/{stamp}")
    async def permalink(
        channel: str, stamp: str, request: Request, thread_ts: str = ""
    ) -> Response:
        ts = f"{stamp[1:-6]}.{stamp[-6:]}"
        before = dict(parse_qsl(urlsplit(request.headers.get("referer", "")).query))
        me = {"as": before["as"]} if "as" in before else {}
        place = me | {"channel": channel, "thread": thread_ts or ts}
        return RedirectResponse(f"/?{urlencode(place)}")

    @routes.post("/play/{act}")
    async def act(act: str, request: Request) -> Response:
        async with request.form() as form:
            words = {k: v for k, v in form.multi_items() if isinstance(v, str)}
            many = {k: [v for v in form.getlist(k) if isinstance(v, str)] for k in words}
            uploads = [f for f in form.getlist("file") if not isinstance(f, str) and f.filename]
            files = [(str(f.filename), await f.read()) for f in uploads]
        back = {k: words[k] for k in ("as", "channel", "thread", "tab") if words.get(k)}
        try:
            back |= play(people, act, words, many, files)
        except PlayError as error:
            back["error"] = str(error)
        return RedirectResponse(f"/?{urlencode(back)}", status_code=303)
