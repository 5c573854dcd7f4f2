"""Puts a post, an edit or a reaction into the ledger and tells the bot what Slack would tell it."""

from dataclasses import dataclass, field

from partnerline.fake_slack import envelopes
from partnerline.fake_slack.delivery import Delivery, Outbox
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.faults import FaultBoard
from partnerline.fake_slack.ledger import Ephemeral, Json, Ledger, Message, View
from partnerline.fake_slack.limits import Limits
from partnerline.fake_slack.shapes import message_json
from partnerline.fake_slack.world import Channel, Install, World

SUBSCRIPTIONS = frozenset(
    {
        "app_mention",
        "message.channels",
        "message.groups",
        "message.im",
        "app_home_opened",
        "member_joined_channel",
        "channel_shared",
        "channel_unshared",
        "channel_id_changed",
        "app_uninstalled",
        "tokens_revoked",
    }
)
_FAMILY = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}


@dataclass(slots=True, kw_only=True)
class Code:
    """What the install page hands back: the right to fetch one token."""

    value: str
    team_id: str
    user: str
    redirect_uri: str
    scopes: tuple[str, ...]
    issued: float
    used: bool = False


@dataclass(slots=True, kw_only=True)
class Switchboard:
    """The parts of a running fake Slack, and what happens between them; ``lacking`` are scopes that the app has not."""

    world: World
    ledger: Ledger
    outbox: Outbox
    faults: FaultBoard
    limits: Limits
    bot_token: str
    app_token: str
    subscriptions: frozenset[str] = SUBSCRIPTIONS
    base_url: str = ""
    lacking: set[str] = field(default_factory=set)
    client_id: str = "1000.2000"
    client_secret: str = "fake-client-secret"  # noqa: S105 - a fake's secret
    codes: dict[str, Code] = field(default_factory=dict)
    commands: tuple[str, ...] = ()
    shortcuts: dict[str, str] = field(default_factory=dict)
    acting: Install | None = None

    @property
    def me(self) -> Install:
        """The app that is calling: the one whose token came along, else the vendor's."""
        return self.acting or self.world.home_install()

    def install_of(self, token: str) -> Install | None:
        """Whose token it is, also where it serves no more."""
        return next((i for i in self.world.installs.values() if i.token == token), None)

    def post(self, message: Message) -> list[Delivery]:
        """Adds a message and sends its events: for a mention in a channel two, `app_mention` first."""
        self._name_blocks(message.blocks)
        self.ledger.add(message)
        if message.bot_id:
            self.ledger.statuses.pop((message.channel, message.thread_ts or message.ts), None)
        channel = self.world.channels[message.channel]
        install = self.world.install_in(channel, message.text)
        if install is None:
            return []
        sent = []
        named = f"<@{install.bot_user_id}" in message.text and not message.bot_id
        if named and channel.kind != "im" and self._hears("app_mention"):
            mention = envelopes.mention_event(self.world, self.ledger, message, install)
            sent.append(self.event(mention, install))
        if self._hears_posts(channel):
            said = envelopes.message_event(self.world, self.ledger, message, install)
            sent.append(self.event(said, install))
        return sent

    def remove(self, message: Message) -> list[Delivery]:
        """Deletes a message and sends `message_deleted`; one with replies leaves its place behind."""
        replied = any(m.thread_ts == message.ts for m in self.ledger.in_channel(message.channel))
        if replied:
            gone: Json = {"text": "This message was deleted.", "subtype": "tombstone"}
            gone |= {"user": "USLACKBOT", "bot_id": None, "blocks": [], "files": []}
            return self.rewrite(message, **gone)
        channel = self.world.channels[message.channel]
        install = self.world.install_in(channel)
        self.ledger.remove(message)
        if install is None or not self._hears_posts(channel):
            return []
        previous = message_json(self.world, message, metadata=True, install=install)
        ts = self.ledger.next_ts()
        event = envelopes.deleted_event(self.world, message, previous, ts, install)
        return [self.event(event, install)]

    def rewrite(self, message: Message, **changes: object) -> list[Delivery]:
        """Edits a message in place and sends `message_changed`."""
        channel = self.world.channels[message.channel]
        install = self.world.install_in(channel, message.text)
        previous = message_json(self.world, message, metadata=True, install=install)
        ts = self.ledger.next_ts()
        with self.ledger.change():
            for name, value in changes.items():
                setattr(message, name, value)
            self._name_blocks(message.blocks)
        if install is None or not self._hears_posts(channel):
            return []
        event = envelopes.changed_event(self.world, message, previous, ts, install)
        return [self.event(event, install)]

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
        install = self.world.install_in(self.world.channels[message.channel])
        if install and self._hears(kind):
            event = envelopes.reaction_event(kind, message, user, name, self.ledger.next_ts())
            self.event(event, install)
        return True

    def event(self, event: Json, install: Install | None = None) -> Delivery:
        """Sends an event in its full envelope, to the vendor's installation where none is given."""
        event_id = self.ledger.serial("Ev")
        now = int(self.ledger.clock())
        whose = install or self.world.home_install()
        body = envelopes.envelope(self.world, event, event_id, now, whose)
        return self.outbox.send("event", body)

    def show_once(self, ephemeral: Ephemeral) -> None:
        """Shows a message to one person."""
        self._name_blocks(ephemeral.blocks)
        with self.ledger.change():
            self.ledger.ephemerals.append(ephemeral)

    def show_again(self, ephemeral: Ephemeral, text: str, blocks: list[Json]) -> None:
        """Replaces what a message to one person says."""
        self._name_blocks(blocks)
        with self.ledger.change():
            ephemeral.text, ephemeral.blocks = text, blocks

    def open_view(self, user: str, view: Json, *, previous: View | None = None) -> View:
        """Puts a modal before a person, or their home tab."""
        identity = self.ledger.serial("V")
        shown = View(
            id=identity,
            user=user,
            view=view,
            hash=self.ledger.serial("hash"),
            root_view_id=previous.root_view_id if previous else identity,
            previous_view_id=previous.id if previous else None,
            team_id=previous.team_id if previous else self.me.team_id,
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
        if answer.get("response_type") == "in_channel":
            self.post(self.bots_message(channel, text, blocks, thread_ts=answer.get("thread_ts")))
            return
        self.show_once(
            Ephemeral(
                channel=channel,
                ts=self.ledger.next_ts(),
                user=user,
                text=text,
                blocks=blocks,
                thread_ts=answer.get("thread_ts", thread_ts),
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
            user=self.me.bot_user_id,
            bot_id=self.me.bot_id,
            team=self.me.team_id,
            text=text,
            blocks=blocks,
            thread_ts=thread_ts,
        )

    def channel(self, channel_id: str) -> Channel:
        """A channel by id; raises PlayError."""
        if channel_id not in self.world.channels:
            raise PlayError(f"no channel {channel_id!r}; there are {sorted(self.world.channels)}")
        return self.world.channels[channel_id]

    def _hears(self, name: str) -> bool:
        return name in self.subscriptions

    def _hears_posts(self, channel: Channel) -> bool:
        return self._hears(f"message.{_FAMILY[channel.kind]}")

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
