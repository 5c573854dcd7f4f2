"""assistant.threads.*: a status while the bot works, and prompts to begin with."""

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Json
from partnerline.fake_slack.methods import lookups
from partnerline.fake_slack.switchboard import Switchboard


def set_status(board: Switchboard, args: Args) -> Json:
    """assistant.threads.setStatus; an empty status, or the bot's reply, takes it away."""
    channel = lookups.own_channel(board, args, "channel_id")
    thread_ts = args.required("thread_ts")
    if board.ledger.find(channel.id, thread_ts) is None:
        raise SlackError("thread_not_found")
    messages = args.data("loading_messages") or []
    if not isinstance(messages, list) or len(messages) > 10:
        raise SlackError("invalid_arguments", ["[ERROR] no more than 10 loading messages"])
    with board.ledger.change():
        status: Json = {"status": args.text("status"), "loading_messages": messages}
        status |= {"at": board.ledger.clock()}
        board.ledger.statuses[channel.id, thread_ts] = status
    return {}


def set_prompts(board: Switchboard, args: Args) -> Json:
    """assistant.threads.setSuggestedPrompts: at most four; with a thread they go nowhere, and nothing says so."""
    channel = lookups.own_channel(board, args, "channel_id")
    prompts = args.data("prompts")
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= 4:
        raise SlackError("invalid_arguments", ["[ERROR] between 1 and 4 prompts are allowed"])
    if any(not p.get("title") or not p.get("message") for p in prompts):
        raise SlackError("invalid_arguments", ["[ERROR] a prompt needs a title and a message"])
    if not args.text("thread_ts"):
        with board.ledger.change():
            shown = {"title": args.text("title"), "prompts": prompts}
            board.ledger.prompts[channel.id, None] = shown
    return {}


METHODS = {
    "assistant.threads.setStatus": set_status,
    "assistant.threads.setSuggestedPrompts": set_prompts,
}
