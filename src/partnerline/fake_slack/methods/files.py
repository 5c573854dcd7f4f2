"""The external upload: an address to bring a file to, and sharing it once it is there."""

from typing import Any

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import File, Json
from partnerline.fake_slack.methods import lookups
from partnerline.fake_slack.shapes import file_json
from partnerline.fake_slack.switchboard import Switchboard

_LARGEST = 1_000_000_000


def get_upload_url(board: Switchboard, args: Args) -> Json:
    """files.getUploadURLExternal."""
    name, length = args.required("filename"), args.number("length", 0)
    if not 0 < length <= _LARGEST:
        raise SlackError("invalid_arguments", ["[ERROR] length must be between 1 and 1 GB"])
    ledger = board.ledger
    file = File(
        id=ledger.serial("F"),
        name=name,
        length=length,
        ticket=ledger.serial("up"),
        user=board.me.bot_user_id,
        created=int(ledger.clock()),
    )
    with ledger.change():
        ledger.files[file.id] = file
    return {"upload_url": f"{board.base_url}/upload/v1/{file.ticket}", "file_id": file.id}


def complete(board: Switchboard, args: Args) -> Json:
    """files.completeUploadExternal, with at most one channel to share in; without one the file stays private."""
    given = args.data("files")
    if not isinstance(given, list) or not given:
        raise SlackError("invalid_arguments", ["[ERROR] missing required field: files"])
    files = [_uploaded(board, entry) for entry in given]
    if not args.text("channel_id"):
        if args.text("thread_ts"):
            raise SlackError("invalid_arguments", ["[ERROR] thread_ts needs a channel_id"])
        _finish(board, files, None, None)
    else:
        channel = lookups.own_channel(board, args, "channel_id")
        thread_ts = lookups.thread_ts(board, channel.id, args)
        message = board.bots_message(
            channel.id, args.text("initial_comment"), [], thread_ts=thread_ts
        )
        message.files = [file_json(board.base_url, file) for file in files]
        board.post(message)
        _finish(board, files, channel.id, message.ts)
    return {"files": [file_json(board.base_url, file) for file in files]}


def _uploaded(board: Switchboard, entry: Any) -> File:
    identity = entry.get("id") if isinstance(entry, dict) else None
    file = board.ledger.files.get(str(identity))
    if file is None or file.content is None or file.done:
        raise SlackError("file_not_found")
    file.title = str(entry.get("title") or file.name)
    return file


def _finish(board: Switchboard, files: list[File], channel: str | None, ts: str | None) -> None:
    with board.ledger.change():
        for file in files:
            file.done, file.channel, file.message_ts = True, channel, ts


def info(board: Switchboard, args: Args) -> Json:
    """files.info, also of what an outsider shared in a channel that the bot is in."""
    file = visible(board, args.required("file"))
    if file is None:
        raise SlackError("file_not_found")
    return {"file": file_json(board.base_url, file), "comments": []}


def visible(board: Switchboard, file_id: str) -> File | None:
    """A file of the calling bot's own, or shared where that bot is."""
    file = board.ledger.files.get(file_id)
    if file is None or not file.done:
        return None
    channel = board.world.channels.get(file.channel or "")
    shared = channel is not None and board.me.bot_user_id in channel.members
    gone = shared and board.ledger.find(file.channel or "", file.message_ts) is None
    return file if (shared and not gone) or file.user == board.me.bot_user_id else None


METHODS = {
    "files.getUploadURLExternal": get_upload_url,
    "files.completeUploadExternal": complete,
    "files.info": info,
}
