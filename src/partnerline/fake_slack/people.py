"""What people do in Slack's client, and what a test may look at afterwards."""

from partnerline.fake_slack import envelopes, interactions
from partnerline.fake_slack.delivery import Delivery
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.ledger import Call, Ephemeral, File, Json, Ledger, Message, View
from partnerline.fake_slack.shapes import message_json, view_json
from partnerline.fake_slack.signing import Signature
from partnerline.fake_slack.switchboard import Switchboard
from partnerline.fake_slack.world import Channel, World


class People:
    """Acts for people; every act returns at once, and what the bot does with it comes later."""

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

    def say(
        self,
        user: str,
        channel: str,
        text: str,
        *,
        thread_ts: str | None = None,
        mention: bool = False,
    ) -> Message:
        """Posts as a person; `mention` puts the bot's name in front, as does ``<@U0BOT>`` in the text."""
        place = self._place(user, channel)
        if thread_ts and not self.ledger.find(channel, thread_ts):
            raise PlayError(f"no message {thread_ts} in {channel}")
        if mention:
            text = f"<@{self.world.bot_user_id}> {text}"
        message = Message(
            channel=place.id,
            ts=self.ledger.next_ts(),
            user=user,
            text=text,
            thread_ts=thread_ts,
            team=self.world.users[user].team_id,
        )
        self.board.post(message)
        return message

    def tell(self, user: str, text: str, *, thread_ts: str | None = None) -> Message:
        """Posts as a person in the direct conversation with the bot."""
        channel = self.world.direct_channel(self._known(user))
        return self.say(user, channel.id, text, thread_ts=thread_ts)

    def edit(self, user: str, channel: str, ts: str, text: str) -> Message:
        """Edits a message of the person's own."""
        message = self.message(channel, ts)
        if message.user != user:
            raise PlayError(f"{user} can't edit a message of {message.user}")
        edited = {"user": user, "ts": self.ledger.next_ts()}
        self.board.rewrite(message, text=text, edited=edited)
        return message

    def react(self, user: str, channel: str, ts: str, name: str, *, add: bool = True) -> None:
        """Adds or takes back a person's reaction."""
        self.board.react(self.message(channel, ts), self._known(user), name, add=add)

    def join(self, user: str, channel: str) -> Delivery:
        """Lets a person, or the bot itself, join a channel."""
        place = self.world.join(channel, self._known(user))
        event = envelopes.joined_event(self.world, place, user, self.ledger.next_ts())
        return self.board.event(event)

    def open_home(self, user: str, tab: str = "messages") -> Delivery:
        """Opens the bot's messages or home tab."""
        event = envelopes.home_event(self.world, self._known(user), tab, self.ledger.next_ts())
        return self.board.event(event)

    def click(
        self, user: str, channel: str, ts: str, action_id: str, *, value: str | None = None
    ) -> Delivery:
        """Clicks a button, a thumb or an option of a message or ephemeral; `value` picks which."""
        place = self._place(user, channel)
        message = self.ledger.find(channel, ts) or self._ephemeral(user, channel, ts)
        block, element = interactions.find_element(message.blocks, action_id)
        container: Json = {"type": "message", "message_ts": ts, "channel_id": channel}
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        where: Json = {
            "container": container | {"is_ephemeral": isinstance(message, Ephemeral)},
            "channel": {"id": channel, "name": place.name},
            "state": {"values": {}},
            "response_url": self._response_url(user, channel, ts, message.thread_ts),
        }
        if isinstance(message, Message):
            where["message"] = message_json(self.world, message, metadata=True)
        return self._act(
            user, interactions.action(block, element, value, self.ledger.next_ts()), where
        )

    def click_in_view(
        self, user: str, view_id: str, action_id: str, *, value: str | None = None
    ) -> Delivery:
        """Clicks a button in an open modal or on the home tab."""
        shown = self.view(view_id)
        block, element = interactions.find_element(shown.view["blocks"], action_id)
        done = interactions.action(block, element, value, self.ledger.next_ts())
        view = view_json(self.world, shown)
        where: Json = {"container": {"type": "view", "view_id": view_id}, "view": view}
        return self._act(user, done, where, view_id)

    def submit(self, user: str, view_id: str, values: Json | None = None) -> Delivery:
        """Submits an open modal; values go by block id or action id, options by their value."""
        shown = self.view(view_id)
        if shown.user != user or not shown.open:
            raise PlayError(f"the view {view_id} is not open before {user}")
        filled = interactions.view_values(shown.view, values or {})
        shown.typed = dict(values or {})
        trigger = self.ledger.issue_trigger(user, view_id)
        payload = interactions.view_submission(self.world, user, trigger, shown, filled)
        return self.board.outbox.send("interactive", payload)

    def command(self, user: str, channel: str, command: str, text: str = "") -> Delivery:
        """Runs a slash command."""
        place = self._place(user, channel)
        trigger = self.ledger.issue_trigger(user)
        form = interactions.slash_command(self.world, user, place, command, text, trigger)
        form["response_url"] = self._response_url(user, channel, "", None)
        return self.board.outbox.send("command", form)

    def deliver(self, body: Json, *, signature: Signature = "good") -> Delivery:
        """Sends any Events API body as it is, with a good, bad or stale signature."""
        return self.board.outbox.send("event", body, signature=signature)

    def redeliver(self, delivery: Delivery) -> Delivery:
        """Sends the same thing once more, event id and all."""
        return self.board.outbox.send(delivery.kind, delivery.body)

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

    def _act(self, user: str, done: Json, where: Json, view_id: str | None = None) -> Delivery:
        trigger = self.ledger.issue_trigger(self._known(user), view_id)
        payload = interactions.block_actions(self.world, user, trigger, done, where)
        return self.board.outbox.send("interactive", payload)

    def _ephemeral(self, user: str, channel: str, ts: str) -> Ephemeral:
        for shown in self.ephemerals(user):
            if (shown.channel, shown.ts) == (channel, ts):
                return shown
        raise PlayError(f"no message {ts} in {channel} that {user} sees")

    def _response_url(self, user: str, channel: str, ts: str, thread_ts: str | None) -> str:
        key = self.ledger.serial("R")
        self.ledger.response_urls[key] = {
            "user": user,
            "channel": channel,
            "ts": ts,
            "thread_ts": thread_ts,
        }
        return f"{self.board.base_url}/response/{key}"

    def _known(self, user: str) -> str:
        if user not in self.world.users:
            raise PlayError(f"nobody is {user!r}; there are {sorted(self.world.users)}")
        return user

    def _place(self, user: str, channel: str) -> Channel:
        place = self.board.channel(channel)
        if self._known(user) not in place.members:
            raise PlayError(f"{user} is not in {channel}")
        return place
