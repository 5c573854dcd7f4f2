"""The views.* methods; a trigger serves once, for 3 seconds."""

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.blocks import check_view
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Json, Trigger, View
from partnerline.fake_slack.methods import lookups
from partnerline.fake_slack.shapes import view_json
from partnerline.fake_slack.switchboard import Switchboard

_TRIGGER_LIFE_S = 3.0


def open_view(board: Switchboard, args: Args) -> Json:
    """views.open."""
    view = _checked(args, "modal")
    trigger = _exchange(board, args.required("trigger_id"))
    return {"view": view_json(board.world, board.open_view(trigger.user, view))}


def push(board: Switchboard, args: Args) -> Json:
    """views.push, on top of the view that the trigger came from."""
    view = _checked(args, "modal")
    trigger = _exchange(board, args.required("trigger_id"))
    below = board.ledger.views.get(trigger.view_id or "")
    return {"view": view_json(board.world, board.open_view(trigger.user, view, previous=below))}


def update(board: Switchboard, args: Args) -> Json:
    """views.update by view id or external id, with an optional hash against races."""
    view = args.data("view")
    shown = _find(board, args)
    problems = check_view(view)
    if problems:
        raise SlackError("invalid_arguments", problems)
    if args.text("hash") and args.text("hash") != shown.hash:
        raise SlackError("hash_conflict")
    return {"view": view_json(board.world, board.change_view(shown, view))}


def publish(board: Switchboard, args: Args) -> Json:
    """views.publish: a person's home tab."""
    user = lookups.user(board, args, "user_id")
    view = _checked(args, "home")
    home = board.ledger.homes.get(user.id)
    if home is None:
        home = board.open_view(user.id, view)
        with board.ledger.change():
            board.ledger.homes[user.id] = home
    elif args.text("hash") and args.text("hash") != home.hash:
        raise SlackError("hash_conflict")
    return {"view": view_json(board.world, board.change_view(home, view))}


def _checked(args: Args, kind: str) -> Json:
    view = args.data("view")
    problems = check_view(view)
    if problems:
        raise SlackError("invalid_arguments", problems)
    if view["type"] != kind:
        raise SlackError("invalid_arguments", [f"[ERROR] must be {kind} [json-pointer:/view/type]"])
    return dict(view)


def _exchange(board: Switchboard, trigger_id: str) -> Trigger:
    trigger = board.ledger.triggers.get(trigger_id)
    if trigger is None:
        raise SlackError("invalid_trigger_id")
    if trigger.used:
        raise SlackError("exchanged_trigger_id")
    if board.ledger.clock() - trigger.issued > _TRIGGER_LIFE_S:
        raise SlackError("expired_trigger_id")
    trigger.used = True
    return trigger


def _find(board: Switchboard, args: Args) -> View:
    view_id, external_id = args.text("view_id"), args.text("external_id")
    for view in board.ledger.views.values():
        by_external = bool(external_id) and view.view.get("external_id") == external_id
        if view.open and (view.id == view_id or by_external):
            return view
    raise SlackError("not_found")


METHODS = {
    "views.open": open_view,
    "views.push": push,
    "views.update": update,
    "views.publish": publish,
}
