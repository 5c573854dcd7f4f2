"""What the bot sends to a response URL: five times at most, for thirty minutes."""

from typing import Any

from partnerline.fake_slack.blocks import check_blocks
from partnerline.fake_slack.ledger import Ephemeral, Json
from partnerline.fake_slack.switchboard import Switchboard

_USES = 5
_LIFE_S = 1800.0


def respond(board: Switchboard, key: str, answer: Any) -> str:
    """Does what the answer asks for; returns Slack's error, empty where there is none."""
    place = board.ledger.response_urls.get(key)
    if place is None or place["uses"] >= _USES:
        return "used_url"
    if board.ledger.clock() - place["issued"] > _LIFE_S:
        return "expired_url"
    error = _refusal(answer)
    if error:
        return error
    place["uses"] += 1
    if answer.get("delete_original") or answer.get("replace_original"):
        return _change(board, place, answer)
    board.respond(place["channel"], place["user"], answer, place["thread_ts"])
    return ""


def _refusal(answer: Any) -> str:
    if not isinstance(answer, dict):
        return "invalid_payload"
    if answer.get("blocks") and check_blocks(answer["blocks"]):
        return "invalid_blocks"
    wordless = not answer.get("text") and not answer.get("blocks")
    return "no_text" if wordless and not answer.get("delete_original") else ""


def _change(board: Switchboard, place: Json, answer: Json) -> str:
    text, blocks = answer.get("text", ""), answer.get("blocks", [])
    message = board.ledger.find(place["channel"], place["ts"])
    shown = _shown_once(board, place)
    if message and answer.get("delete_original"):
        board.remove(message)
    elif message:
        board.rewrite(message, text=text, blocks=blocks)
    elif shown and answer.get("delete_original"):
        with board.ledger.change():
            board.ledger.ephemerals.remove(shown)
    elif shown:
        board.show_again(shown, text, blocks)
    else:
        board.respond(place["channel"], place["user"], answer, place["thread_ts"])
    return ""


def _shown_once(board: Switchboard, place: Json) -> Ephemeral | None:
    for shown in board.ledger.ephemerals:
        if (shown.channel, shown.ts, shown.user) == (place["channel"], place["ts"], place["user"]):
            return shown
    return None
