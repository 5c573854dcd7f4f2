"""Puts a post, an edit or a reaction into the ledger and tells the bot what Slack would tell it."""

from dataclasses import dataclass, field

from partnerline.fake_slack import envelopes
from partnerline.fake_slack.delivery import Delivery, Outbox
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.faults import FaultBoard
from partnerline.fake_slack.ledger import Ephemeral, Json, Ledger, Message, View
from partnerline.fake_slack.shapes import message_json
from partnerline.fake_slack.world import Channel, World

SUBSCRIPTIONS = frozenset(
    {
        "app_mention",
        "message.channels",
        "message.groups",
        "message.im",
        "app_home_opened",
        "member_joined_channel",
    }
)
_FAMILY = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}


@dataclass(slots=True, kw_only=True)
class Switchboard:
    """The parts of a running fake Slack, and what happens between them; ``lacking`` are scopes that the app has not."""

    world: World
    ledger: Ledger
    outbox: Outbox
    faults: FaultBoard
    bot_token: str
    app_token: str
    subscriptions: frozenset[str] = SUBSCRIPTIONS
    base_url: str = ""
    lacking: set[str] = field(default_factory=set)

    def post(self, message: Message) -> list[Delivery]:
        """Adds a message and sends its events: for a mention in a channel two, `app_mention` first."""
        self._name_blocks(message.blocks)
        self.ledger.add(message)
        if message.bot_id:
            self.ledger.statuses.pop((message.channel, message.thread_ts or message.ts), None)
        channel = self.world.channels[message.channel]
        sent = []
        mention = f"<@{self.world.bot_user_id}>" in message.text and not message.bot_id
        if mention and channel.kind != "im" and self._hears("app_mention", channel):
            sent.append(self.event(envelopes.mention_event(self.world, self.ledger, message)))
        if self._hears(f"message.{_FAMILY[channel.kind]}", channel):
            sent.append(self.event(envelopes.message_event(self.world, self.ledger, message)))
        return sent

    def rewrite(self, message: Message, **changes: object) -> list[Delivery]:
        """Edits a message in place and sends `message_changed`."""
        previous = message_json(self.world, message, metadata=True)
        ts = self.ledger.next_ts()
        with self.ledger.change():
            for name, value in changes.items():
                setattr(message, name, value)
            self._name_blocks(message.blocks)
        channel = self.world.channels[message.channel]
        if not self._hears(f"message.{_FAMILY[channel.kind]}", channel):
            return []
        return [self.event(envelopes.changed_event(self.world, message, previous, ts))]

    def react(self, message: Message, user: str, name: str, *, add: bool) -> bool:
        """Adds or takes back a reaction; False where there is nothing to change."""
        users = message.reactions.get(name, [])
        if (user in users) == add:
            return False
        left = [*users, user] if add else [u for u in users if u != user]
        with self.ledger.change():
            message.reactions[name] = left
            if not left:
                del message.reactions[name]
        kind = "reaction_added" if add else "reaction_removed"
        if self._hears(kind, self.world.channels[message.channel]):
            self.event(envelopes.reaction_event(kind, message, user, name, self.ledger.next_ts()))
        return True

    def event(self, event: Json) -> Delivery:
        """Sends an event in its full envelope."""
        event_id = self.ledger.serial("Ev")
        now = int(self.ledger.clock())
        return self.outbox.send("event", envelopes.envelope(self.world, event, event_id, now))

    def show_once(self, ephemeral: Ephemeral) -> None:
        """Shows a message to one person."""
        self._name_blocks(ephemeral.blocks)
        with self.ledger.change():
            self.ledger.ephemerals.append(ephemeral)

    def open_view(self, user: str, view: Json, *, previous: View | None = None) -> View:
        """Puts a modal before a person."""
        identity = self.ledger.serial("V")
        shown = View(
            id=identity,
            user=user,
            view=view,
            hash=self.ledger.serial("hash"),
            root_view_id=previous.root_view_id if previous else identity,
            previous_view_id=previous.id if previous else None,
        )
        self._name_blocks(view["blocks"])
        with self.ledger.change():
            self.ledger.views[identity] = shown
        return shown

    def change_view(self, shown: View, view: Json) -> View:
        """Replaces what a view shows."""
        self._name_blocks(view["blocks"])
        with self.ledger.change():
            shown.view, shown.hash, shown.errors = view, self.ledger.serial("hash"), {}
        return shown

    def answered(self, delivery: Delivery) -> None:
        """Does what the bot's answer to a submission or a command asks for."""
        if delivery.kind == "command" and delivery.ok and delivery.response:
            self._command_answer(delivery)
        if delivery.kind == "interactive" and delivery.body.get("type") == "view_submission":
            self._submission_answer(delivery)

    def _command_answer(self, delivery: Delivery) -> None:
        answer = delivery.response
        given = answer if isinstance(answer, dict) else {"text": str(answer)}
        self.respond(delivery.body["channel_id"], delivery.body["user_id"], given)

    def respond(self, channel: str, user: str, answer: Json, thread_ts: str | None = None) -> None:
        """Shows a response-URL or command answer: to the person, or to all where it asks for that."""
        text, blocks = answer.get("text", ""), answer.get("blocks", [])
        thread_ts = answer.get("thread_ts", thread_ts)
        if answer.get("response_type") == "in_channel":
            self.post(self.bots_message(channel, text, blocks, thread_ts=thread_ts))
            return
        ts = self.ledger.next_ts()
        self.show_once(
            Ephemeral(
                channel=channel, ts=ts, user=user, text=text, blocks=blocks, thread_ts=thread_ts
            )
        )

    def _submission_answer(self, delivery: Delivery) -> None:
        shown = self.ledger.views[delivery.body["view"]["id"]]
        answer = delivery.response if delivery.ok and isinstance(delivery.response, dict) else {}
        action = answer.get("response_action")
        if not delivery.ok:
            with self.ledger.change():
                shown.errors = {"": "We had some trouble connecting. Try again?"}
        elif action == "errors":
            with self.ledger.change():
                shown.errors = dict(answer["errors"])
        elif action == "update":
            self.change_view(shown, answer["view"])
        elif action == "push":
            self.open_view(shown.user, answer["view"], previous=shown)
        else:
            self._close(shown, everything=action == "clear")

    def _close(self, shown: View, *, everything: bool) -> None:
        with self.ledger.change():
            shown.open = False
            for view in self.ledger.views.values():
                if everything and view.root_view_id == shown.root_view_id:
                    view.open = False

    def bots_message(
        self, channel: str, text: str, blocks: list[Json], *, thread_ts: str | None = None
    ) -> Message:
        """A message of the bot, not yet posted."""
        return Message(
            channel=channel,
            ts=self.ledger.next_ts(),
            user=self.world.bot_user_id,
            bot_id=self.world.bot_id,
            team=self.world.home_team_id,
            text=text,
            blocks=blocks,
            thread_ts=thread_ts,
        )

    def channel(self, channel_id: str) -> Channel:
        """A channel by id; raises PlayError."""
        if channel_id not in self.world.channels:
            raise PlayError(f"no channel {channel_id!r}; there are {sorted(self.world.channels)}")
        return self.world.channels[channel_id]

    def _hears(self, name: str, channel: Channel) -> bool:
        return name in self.subscriptions and self.world.bot_user_id in channel.members

    def _name_blocks(self, blocks: list[Json]) -> None:
        for block in blocks:
            block.setdefault("block_id", self.ledger.serial("b"))
            for element in [
                *block.get("elements", []),
                block.get("accessory"),
                block.get("element"),
            ]:
                if isinstance(element, dict) and _acts(block, element):
                    element.setdefault("action_id", self.ledger.serial("a"))


def _acts(block: Json, element: Json) -> bool:
    interactive = block["type"] in ("actions", "context_actions", "section", "input")
    return interactive and element.get("type") != "image"
