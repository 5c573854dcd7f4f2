"""The chat.* methods that post, edit and point."""

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Ephemeral, Json
from partnerline.fake_slack.methods import lookups
from partnerline.fake_slack.shapes import message_json
from partnerline.fake_slack.switchboard import Switchboard

_TEXT_LIMIT = 40_000
_MARKDOWN_LIMIT = 12_000


def _content(args: Args) -> tuple[str, list[Json]]:
    text, blocks, markdown = args.text("text"), lookups.blocks(args), args.text("markdown_text")
    if markdown and (text or blocks):
        raise SlackError("markdown_text_conflict")
    if len(text) > _TEXT_LIMIT or len(markdown) > _MARKDOWN_LIMIT:
        raise SlackError("msg_too_long")
    if markdown:
        return markdown, [{"type": "markdown", "text": markdown}]
    if not text.strip() and not blocks and not args.data("attachments"):
        raise SlackError("no_text")
    return text, blocks


def post_message(board: Switchboard, args: Args) -> Json:
    """chat.postMessage."""
    channel = lookups.writable_channel(board, args)
    board.limits.take_post(channel.id)
    text, blocks = _content(args)
    thread_ts = lookups.thread_ts(board, channel.id, args)
    message = board.bots_message(channel.id, text, blocks, thread_ts=thread_ts)
    message.metadata = lookups.metadata(args)
    message.username = args.text("username") or None
    board.post(message)
    shown = message_json(board.world, message, metadata=True, install=board.me)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def update(board: Switchboard, args: Args) -> Json:
    """chat.update."""
    message = lookups.own_message(board, args, "cant_update_message")
    if message.streaming:
        raise SlackError("streaming_state_conflict")
    text, blocks = _content(args)
    metadata = lookups.metadata(args)
    kept = {"metadata": metadata} if metadata else {}
    edited = {"user": board.me.bot_user_id, "ts": board.ledger.next_ts()}
    board.rewrite(message, text=text, blocks=blocks, edited=edited, **kept)
    shown = message_json(board.world, message, metadata=True)
    return {"channel": message.channel, "ts": message.ts, "text": text, "message": shown}


def delete(board: Switchboard, args: Args) -> Json:
    """chat.delete."""
    message = lookups.own_message(board, args, "cant_delete_message")
    board.remove(message)
    return {"channel": message.channel, "ts": message.ts}


def post_ephemeral(board: Switchboard, args: Args) -> Json:
    """chat.postEphemeral."""
    channel = lookups.own_channel(board, args)
    user = lookups.user(board, args)
    if user.id not in channel.members:
        raise SlackError("user_not_in_channel")
    text, blocks = _content(args)
    ts = board.ledger.next_ts()
    thread_ts = args.text("thread_ts") or None
    board.show_once(
        Ephemeral(
            channel=channel.id, ts=ts, user=user.id, text=text, blocks=blocks, thread_ts=thread_ts
        )
    )
    return {"message_ts": ts}


def get_permalink(board: Switchboard, args: Args) -> Json:
    """chat.getPermalink, which points at the fake's own page."""
    channel = lookups.channel(board, args)
    message = lookups.message(board, channel.id, args.required("message_ts"))
    place = f"{board.base_url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts:
        place += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": place}


METHODS = {
    "chat.postMessage": post_message,
    "chat.update": update,
    "chat.delete": delete,
    "chat.postEphemeral": post_ephemeral,
    "chat.getPermalink": get_permalink,
}
