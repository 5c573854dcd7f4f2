"""What a test or a page may look at in a fake Slack."""

from partnerline.fake_slack.delivery import Delivery
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.ledger import Call, Ephemeral, File, Json, Ledger, Message, View
from partnerline.fake_slack.switchboard import Switchboard
from partnerline.fake_slack.world import World

_STATUS_LIFE_S = 120.0


class Seen:
    """Reads only; what it returns is a moment's state."""

    def __init__(self, board: Switchboard) -> None:
        self.board = board

    @property
    def world(self) -> World:
        """Who and what exists; may be added to at any time."""
        return self.board.world

    @property
    def ledger(self) -> Ledger:
        """What was said and called so far."""
        return self.board.ledger

    def message(self, channel: str, ts: str) -> Message:
        """A message; raises PlayError."""
        found = self.ledger.find(channel, ts)
        if found is None:
            raise PlayError(f"no message {ts} in {channel}")
        return found

    def messages(self, channel: str | None = None, *, by_bot: bool = False) -> list[Message]:
        """Every message, of one channel or all, oldest first; `by_bot` leaves people's out."""
        with self.ledger.changed:
            places = [channel] if channel else list(self.ledger.messages)
            found = [m for place in places for m in self.ledger.in_channel(place)]
        return sorted((m for m in found if m.bot_id or not by_bot), key=lambda m: m.ts)

    def thread(self, channel: str, ts: str) -> list[Message]:
        """A thread's first message and its replies."""
        return self.ledger.thread(channel, ts)

    def replies(self, channel: str, ts: str) -> list[Message]:
        """The bot's replies in a thread."""
        return [m for m in self.thread(channel, ts) if m.bot_id and m.ts != ts]

    def files(self, channel: str | None = None) -> list[File]:
        """The files that were shared, in one channel or all, oldest first."""
        done = [f for f in list(self.ledger.files.values()) if f.done]
        return [f for f in done if channel in (None, f.channel)]

    def download(self, file_id: str) -> bytes:
        """A file's bytes; raises PlayError."""
        file = self.ledger.files.get(file_id)
        if file is None or file.content is None:
            raise PlayError(f"no file {file_id}; there are {sorted(self.ledger.files)}")
        return file.content

    def open_views(self, user: str | None = None) -> list[View]:
        """The modals before people, the newest last."""
        views = [
            v for v in list(self.ledger.views.values()) if v.open and v.view["type"] == "modal"
        ]
        return [v for v in views if user in (None, v.user)]

    def view(self, view_id: str) -> View:
        """A view; raises PlayError."""
        if view_id not in self.ledger.views:
            raise PlayError(f"no view {view_id}; there are {sorted(self.ledger.views)}")
        return self.ledger.views[view_id]

    def ephemerals(self, user: str | None = None) -> list[Ephemeral]:
        """What was shown to one person only."""
        return [e for e in list(self.ledger.ephemerals) if user in (None, e.user)]

    def deliveries(self, event_type: str | None = None) -> list[Delivery]:
        """What was sent to the bot, of all kinds or one event type, in order."""
        sent = list(self.board.outbox.deliveries)
        return [d for d in sent if event_type in (None, d.body.get("event", {}).get("type"))]

    def calls(self, method: str | None = None) -> list[Call]:
        """The Web API calls that came in."""
        return [c for c in list(self.ledger.calls) if method in (None, c.method)]

    def home(self, user: str) -> View | None:
        """The home tab that the bot published for a person."""
        return self.ledger.homes.get(user)

    def status(self, channel: str, thread_ts: str) -> str:
        """What the bot shows in a thread while it works; empty where it shows nothing, or for two minutes now."""
        kept: Json = self.ledger.statuses.get((channel, thread_ts), {})
        stale = self.ledger.clock() - kept.get("at", 0.0) > _STATUS_LIFE_S
        return "" if stale else str(kept.get("status", ""))

    def prompts(self, channel: str) -> list[Json]:
        """The suggested prompts of a direct conversation."""
        kept: Json = self.ledger.prompts.get((channel, None), {})
        return list(kept.get("prompts", []))
