"""Answers `/api/<method>`: arguments in, status, headers and JSON out."""

from dataclasses import dataclass, field

from partnerline.fake_slack.arguments import Args, parse
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Call, Json
from partnerline.fake_slack.methods import METHODS
from partnerline.fake_slack.switchboard import Switchboard

_APP_TOKEN_METHODS = {"apps.connections.open"}
_OPEN_METHODS = {"api.test"}
_SCOPES = {
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "reactions.add": "reactions:write",
    "users.info": "users:read",
}
"""The scopes that can be told to be lacking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What goes back to the caller."""

    body: Json
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What came in."""

    method: str
    query: str
    content_type: str
    authorization: str
    body: bytes


def answer(board: Switchboard, request: Request) -> Reply:
    """Runs one Web API call and writes it down."""
    values: Json = {}
    try:
        values = parse(request.query, request.content_type, request.body)
        token = str(
            values.pop("token", "") or request.authorization.removeprefix("Bearer ").strip()
        )
        _authorise(board, request.method, token)
        body = {"ok": True} | METHODS[request.method](board, Args(values))
    except SlackError as refusal:
        body = _refused(refusal)
    with board.ledger.change():
        call = Call(method=request.method, args=values, status=200, response=body)
        board.ledger.calls.append(call)
    return Reply(body=body)


def _authorise(board: Switchboard, method: str, token: str) -> None:
    if method not in METHODS:
        raise SlackError("unknown_method")
    if method in _OPEN_METHODS:
        return
    if not token:
        raise SlackError("not_authed")
    if token not in (board.bot_token, board.app_token):
        raise SlackError("invalid_auth")
    if (method in _APP_TOKEN_METHODS) != (token == board.app_token):
        raise SlackError("not_allowed_token_type")
    scope = _SCOPES.get(method)
    if scope in board.lacking:
        raise SlackError("missing_scope", needed=scope)


def _refused(refusal: SlackError) -> Json:
    body: Json = {"ok": False, "error": refusal.code}
    if refusal.messages:
        body["response_metadata"] = {"messages": refusal.messages}
        body["errors"] = [m.removeprefix("[ERROR] ") for m in refusal.messages]
    if refusal.needed:
        body["needed"] = refusal.needed
    return body
