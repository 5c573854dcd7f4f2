"""The methods that stream a message: start, append, stop."""

from collections.abc import Callable

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.blocks import check_blocks
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Json, Message
from partnerline.fake_slack.methods import lookups
from partnerline.fake_slack.shapes import message_json
from partnerline.fake_slack.switchboard import Switchboard

_LIMIT = 12_000
_LIFE_S = 300.0
_PER_MINUTE = 20
_STATES = ("pending", "in_progress", "complete", "error")


def start(board: Switchboard, args: Args) -> Json:
    """chat.startStream; in channels the reader and the reader's team have to be named."""
    _count(board, "start")
    channel = lookups.own_channel(board, args)
    args.required("thread_ts")
    thread_ts = lookups.thread_ts(board, channel.id, args)
    if channel.kind != "im":
        _check_recipient(board, args)
    message = board.bots_message(channel.id, "", [], thread_ts=thread_ts)
    message.streaming, message.stream_began = True, board.ledger.clock()
    message.username = args.text("username") or None
    _take(message, args)
    board.post(message)
    return {"channel": channel.id, "ts": message.ts}


def append(board: Switchboard, args: Args) -> Json:
    """chat.appendStream."""
    message = _running(board, args)
    if not args.text("markdown_text") and not args.data("chunks"):
        raise SlackError("no_text")
    with board.ledger.change():
        _take(message, args)
    return {"channel": message.channel, "ts": message.ts}


def stop(board: Switchboard, args: Args) -> Json:
    """chat.stopStream; its blocks come after what was streamed."""
    _count(board, "stop")
    message = _running(board, args)
    blocks, metadata = lookups.blocks(args), lookups.metadata(args)
    with board.ledger.change():
        _take(message, args)
    board.rewrite(message, blocks=[*message.blocks, *blocks], streaming=False, metadata=metadata)
    shown = message_json(board.world, message, metadata=True)
    return {"channel": message.channel, "ts": message.ts, "message": shown}


def _check_recipient(board: Switchboard, args: Args) -> None:
    team, user = args.text("recipient_team_id"), args.text("recipient_user_id")
    if not team:
        raise SlackError("missing_recipient_team_id")
    if not user:
        raise SlackError("missing_recipient_user_id")
    if team not in board.world.teams:
        raise SlackError("team_not_found")
    person = board.world.users.get(user)
    if person is None or person.team_id != team:
        raise SlackError("user_not_found")


def _running(board: Switchboard, args: Args) -> Message:
    message = lookups.own_message(board, args, "message_not_owned_by_app")
    if message.streaming and board.ledger.clock() - message.stream_began > _LIFE_S:
        with board.ledger.change():
            message.streaming = False
    if not message.streaming:
        raise SlackError("message_not_in_streaming_state")
    return message


def _count(board: Switchboard, act: str) -> None:
    board.limits.take(("stream", act, board.me.team_id), _PER_MINUTE, 60.0)


def _take(message: Message, args: Args) -> None:
    text = args.text("markdown_text")
    if len(text) > _LIMIT:
        raise SlackError("msg_too_long")
    chunks = args.data("chunks") or []
    if text and chunks:
        raise SlackError("markdown_text_conflict")
    for chunk in [*([{"type": "markdown_text", "text": text}] if text else []), *chunks]:
        _KINDS.get(chunk.get("type", ""), _unknown)(message, chunk)


def _add_text(message: Message, chunk: Json) -> None:
    if len(message.stream_text) + len(chunk["text"]) > _LIMIT:
        raise SlackError("msg_too_long")
    message.stream_text += chunk["text"]
    message.text = message.stream_text
    blocks = [b for b in message.blocks if b["type"] == "markdown"]
    if blocks:
        blocks[0]["text"] = message.stream_text
    else:
        message.blocks.append(
            {"type": "markdown", "block_id": "stream", "text": message.stream_text}
        )


def _add_task(message: Message, chunk: Json) -> None:
    if not chunk.get("id") or not chunk.get("title") or chunk.get("status") not in _STATES:
        raise SlackError("invalid_chunks")
    known = [b for b in message.blocks if b.get("task_id") == chunk["id"]]
    fields = {"title": chunk["title"], "status": chunk["status"]}
    if known:
        known[0].update(fields)
    else:
        card = {"type": "task_card", "block_id": f"task-{chunk['id']}", "task_id": chunk["id"]}
        message.blocks.append(card | fields)


def _add_plan(message: Message, chunk: Json) -> None:
    plans = [b for b in message.blocks if b["type"] == "plan"]
    if plans:
        plans[0]["title"] = chunk.get("title", "")
    else:
        message.blocks.insert(
            0, {"type": "plan", "block_id": "plan", "title": chunk.get("title", "")}
        )


def _add_blocks(message: Message, chunk: Json) -> None:
    problems = check_blocks(chunk.get("blocks"))
    if problems:
        raise SlackError("invalid_blocks", problems)
    message.blocks.extend(chunk["blocks"])


def _unknown(message: Message, chunk: Json) -> None:
    raise SlackError(
        "invalid_chunks", [f"[ERROR] unknown chunk {chunk.get('type')} at {message.ts}"]
    )


_KINDS: dict[str, Callable[[Message, Json], None]] = {
    "markdown_text": _add_text,
    "task_update": _add_task,
    "plan_update": _add_plan,
    "blocks": _add_blocks,
}

METHODS = {"chat.startStream": start, "chat.appendStream": append, "chat.stopStream": stop}
