"""Answers `/api/<method>`: arguments in, status, headers and JSON out."""

from dataclasses import dataclass, field, replace

from partnerline.fake_slack.arguments import Args, parse
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Call, Json
from partnerline.fake_slack.methods import METHODS
from partnerline.fake_slack.switchboard import Switchboard
from partnerline.fake_slack.world import Install

_APP_TOKEN_METHODS = {"apps.connections.open"}
_OPEN_METHODS = {"api.test", "oauth.v2.access"}
_SCOPES = {
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "files.info": "files:read",
    "reactions.add": "reactions:write",
    "team.info": "team:read",
    "users.info": "users:read",
    "users.lookupByEmail": "users:read.email",
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
    reply = Reply(body={})
    try:
        values = parse(request.query, request.content_type, request.body)
        token = str(values.pop("token", "") or bearer(request.authorization))
        install = _authorise(board, request.method, token)
        args = Args(values, authorization=request.authorization)
        done = METHODS[request.method](replace(board, acting=install), args)
        reply = Reply(body={"ok": True} | done)
    except SlackError as refusal:
        reply = _refused(refusal)
    kept = {k: v for k, v in values.items() if k != "client_secret"}
    with board.ledger.change():
        call = Call(method=request.method, args=kept, status=reply.status, response=reply.body)
        board.ledger.calls.append(call)
    return reply


def bearer(authorization: str) -> str:
    """The token in an Authorization header."""
    kind, _, token = authorization.partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _authorise(board: Switchboard, method: str, token: str) -> Install | None:
    if method not in METHODS:
        raise SlackError("unknown_method")
    if method in _OPEN_METHODS:
        return None
    if not token:
        raise SlackError("not_authed")
    if (method in _APP_TOKEN_METHODS) != (token == board.app_token):
        known = token == board.app_token or board.install_of(token)
        raise SlackError("not_allowed_token_type" if known else "invalid_auth")
    if token == board.app_token:
        return None
    install = board.install_of(token)
    if install is None:
        raise SlackError("invalid_auth")
    if not install.live:
        raise SlackError("token_revoked" if install.state == "revoked" else "account_inactive")
    scope = _SCOPES.get(method)
    if scope in board.lacking:
        raise SlackError("missing_scope", needed=scope)
    return install


def _refused(refusal: SlackError) -> Reply:
    body: Json = {"ok": False, "error": refusal.code}
    if refusal.messages:
        body["response_metadata"] = {"messages": refusal.messages}
        body["errors"] = [m.removeprefix("[ERROR] ") for m in refusal.messages]
    if refusal.needed:
        body["needed"] = refusal.needed
    if refusal.retry_after is not None:
        return Reply(body=body, status=429, headers={"retry-after": str(refusal.retry_after)})
    return Reply(body=body)
