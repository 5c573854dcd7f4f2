"""What people do in Slack's client."""

from collections.abc import Sequence
from typing import Any

from partnerline.fake_slack import envelopes, interactions
from partnerline.fake_slack.delivery import Delivery
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.ledger import Ephemeral, File, Json, Message, View
from partnerline.fake_slack.seen import Seen
from partnerline.fake_slack.shapes import file_json, message_json, view_json
from partnerline.fake_slack.signing import Signature
from partnerline.fake_slack.world import Channel


class People(Seen):
    """Acts for people; every act returns at once, and what the bot does with it comes later."""

    def say(
        self,
        user: str,
        channel: str,
        text: str,
        *,
        thread_ts: str | None = None,
        mention: bool = False,
        files: Sequence[tuple[str, bytes]] = (),
    ) -> Message:
        """Posts as a person, with files if any; `mention` puts the bot's name in front, as does ``<@U0BOT>``."""
        place = self._place(user, channel)
        if thread_ts and not self.ledger.find(channel, thread_ts):
            raise PlayError(f"no message {thread_ts} in {channel}")
        if mention:
            text = f"<@{self.world.install_for(user).bot_user_id}> {text}"
        message = Message(
            channel=place.id,
            ts=self.ledger.next_ts(),
            user=user,
            text=text,
            thread_ts=thread_ts,
            team=self.world.users[user].team_id,
        )
        message.files = [self._uploaded(message, name, content) for name, content in files]
        self.board.post(message)
        return message

    def tell(
        self,
        user: str,
        text: str,
        *,
        thread_ts: str | None = None,
        files: Sequence[tuple[str, bytes]] = (),
    ) -> Message:
        """Posts as a person in the direct conversation with the bot."""
        channel = self.direct(user)
        return self.say(user, channel.id, text, thread_ts=thread_ts, files=files)

    def direct(self, user: str) -> Channel:
        """The direct conversation with the bot: with their own workspace's, where it has the app."""
        return self.world.direct_channel(self._known(user), self.world.install_for(user))

    def group(self, users: Sequence[str]) -> Channel:
        """A conversation of several people and the bot, begun by the first of them."""
        install = self.world.install_for(self._known(users[0]))
        members = tuple(dict.fromkeys((*map(self._known, users), install.bot_user_id)))
        return self.world.group(members, self.world.users[users[0]].team_id)

    def edit(self, user: str, channel: str, ts: str, text: str) -> Message:
        """Edits a message of the person's own."""
        message = self._own(user, channel, ts)
        edited = {"user": user, "ts": self.ledger.next_ts()}
        self.board.rewrite(message, text=text, edited=edited)
        return message

    def delete(self, user: str, channel: str, ts: str) -> None:
        """Deletes a message of the person's own."""
        self.board.remove(self._own(user, channel, ts))

    def unfurl(self, channel: str, ts: str, title: str = "A page") -> None:
        """Lets Slack hang a link's preview on a message: it changes, and nobody edited it."""
        preview: Json = {"title": title, "fallback": title, "id": 1}
        self.board.rewrite(self.message(channel, ts), attachments=[preview])

    def react(self, user: str, channel: str, ts: str, name: str, *, add: bool = True) -> None:
        """Adds or takes back a person's reaction."""
        self.board.react(self.message(channel, ts), self._known(user), name, add=add)

    def join(self, user: str, channel: str) -> Delivery:
        """Lets a person, or the bot itself, join a channel."""
        place = self.world.join(channel, self._known(user))
        event = envelopes.joined_event(self.world, place, user, self.ledger.next_ts())
        return self.board.event(event, self.world.install_in(place))

    def open_home(self, user: str, tab: str = "messages") -> Delivery:
        """Opens the bot's messages or home tab."""
        install = self.world.install_for(self._known(user))
        place = self.world.direct_channel(user, install)
        shown = self.home(user)
        view = view_json(self.world, shown) if shown else None
        event = envelopes.home_event(user, place, tab, self.ledger.next_ts(), view)
        return self.board.event(event, install)

    def click(
        self,
        user: str,
        channel: str,
        ts: str,
        action_id: str,
        *,
        value: Any = None,
        filled: Json | None = None,
    ) -> Delivery:
        """Clicks a button, a thumb or an option of a message or ephemeral.

        `value` picks which; `filled` is what was put into the message's inputs before, by action id.
        """
        place = self._place(user, channel)
        message = self.ledger.find(channel, ts) or self._ephemeral(user, channel, ts)
        block, element = interactions.find_element(message.blocks, action_id)
        self._check_choice(element, value)
        chosen = self.ledger.chosen.setdefault((user, channel, ts), {})
        for name, content in (filled or {}).items():
            interactions.choose(chosen, *interactions.find_element(message.blocks, name), content)
        interactions.choose(chosen, block, element, value)
        container: Json = {"type": "message", "message_ts": ts, "channel_id": channel}
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        where: Json = {
            "container": container | {"is_ephemeral": isinstance(message, Ephemeral)},
            "channel": {"id": channel, "name": place.name},
            "state": {"values": interactions.shown_state(message.blocks, chosen)},
            "response_url": self._response_url(user, channel, ts, message.thread_ts),
        }
        if isinstance(message, Message):
            where["message"] = message_json(self.world, message, metadata=True)
        done = interactions.action(block, element, value, self.ledger.next_ts())
        return self._act(user, done, where, team_id=self._hears(place, user))

    def click_in_view(
        self, user: str, view_id: str, action_id: str, *, value: Any = None
    ) -> Delivery:
        """Clicks a button, or chooses an option, in an open modal or on the home tab."""
        shown = self.view(view_id)
        if shown.user != user:
            raise PlayError(f"the view {view_id} is not before {user}")
        block, element = interactions.find_element(shown.view["blocks"], action_id)
        self._check_choice(element, value)
        interactions.choose(shown.chosen, block, element, value)
        done = interactions.action(block, element, value, self.ledger.next_ts())
        state = interactions.shown_state(shown.view["blocks"], shown.chosen)
        view = view_json(self.world, shown) | {"state": {"values": state}}
        where: Json = {"container": {"type": "view", "view_id": view_id}, "view": view}
        return self._act(user, done, where, view_id, team_id=shown.team_id)

    def submit(self, user: str, view_id: str, values: Json | None = None) -> Delivery:
        """Submits an open modal; values go by block id or action id, options by their value."""
        shown = self._open_before(user, view_id)
        filled = interactions.view_values(shown.view, values or {}, shown.chosen)
        shown.typed = dict(values or {})
        trigger = self.ledger.issue_trigger(user, view_id)
        payload = interactions.view_submission(self.world, user, trigger, shown, filled)
        return self.board.outbox.send("interactive", payload)

    def dismiss(self, user: str, view_id: str) -> Delivery | None:
        """Closes a modal without submitting it; the bot hears of it only where it asked to."""
        shown = self._open_before(user, view_id)
        with self.ledger.change():
            shown.open = False
        if not shown.view.get("notify_on_close"):
            return None
        payload = interactions.view_closed(self.world, user, "", shown)
        return self.board.outbox.send("interactive", payload)

    def command(self, user: str, channel: str, command: str, text: str = "") -> Delivery:
        """Runs a slash command."""
        place = self._place(user, channel)
        trigger = self.ledger.issue_trigger(user)
        form = interactions.slash_command(self.world, user, place, command, text, trigger)
        form["response_url"] = self._response_url(user, channel, "", None)
        return self.board.outbox.send("command", form)

    def shortcut(self, user: str, channel: str, ts: str, callback_id: str) -> Delivery:
        """Picks one of the app's entries in a message's menu."""
        place = self._place(user, channel)
        message = self.message(channel, ts)
        where: Json = {
            "channel": {"id": channel, "name": place.name},
            "message": message_json(self.world, message),
            "message_ts": ts,
            "action_ts": self.ledger.next_ts(),
            "response_url": self._response_url(user, channel, "", message.thread_ts),
        }
        trigger = self.ledger.issue_trigger(user)
        team = self._hears(place, user)
        payload = interactions.message_action(self.world, user, trigger, callback_id, where, team)
        return self.board.outbox.send("interactive", payload)

    def deliver(self, body: Json, *, signature: Signature = "good") -> Delivery:
        """Sends any Events API body as it is, with a good, bad or stale signature."""
        return self.board.outbox.send("event", body, signature=signature)

    def redeliver(self, delivery: Delivery) -> Delivery:
        """Sends the same thing once more, event id and all."""
        return self.board.outbox.send(delivery.kind, delivery.body)

    def _uploaded(self, message: Message, name: str, content: bytes) -> Json:
        file = File(
            id=self.ledger.serial("F"),
            name=name,
            length=len(content),
            ticket="",
            content=content,
            done=True,
            channel=message.channel,
            message_ts=message.ts,
            user=message.user,
            created=int(self.ledger.clock()),
        )
        with self.ledger.change():
            self.ledger.files[file.id] = file
        return file_json(self.board.base_url, file)

    def _act(
        self, user: str, done: Json, where: Json, view_id: str | None = None, *, team_id: str
    ) -> Delivery:
        trigger = self.ledger.issue_trigger(self._known(user), view_id)
        payload = interactions.block_actions(self.world, user, trigger, done, where, team_id)
        return self.board.outbox.send("interactive", payload)

    def _hears(self, place: Channel, user: str) -> str:
        install = self.world.install_in(place) or self.world.install_for(user)
        return install.team_id

    def _check_choice(self, element: Json, value: Any) -> None:
        known: Json = {
            "users_select": self.world.users,
            "conversations_select": self.world.channels,
        }
        wanted = known.get(element["type"])
        if value and wanted is not None and value not in wanted:
            raise PlayError(f"no {element['type']} {value!r}")

    def _own(self, user: str, channel: str, ts: str) -> Message:
        message = self.message(channel, ts)
        if message.user != user:
            raise PlayError(f"{user} can't change a message of {message.user}")
        return message

    def _open_before(self, user: str, view_id: str) -> View:
        shown = self.view(view_id)
        if shown.user != user or not shown.open:
            raise PlayError(f"the view {view_id} is not open before {user}")
        return shown

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
            "issued": self.ledger.clock(),
            "uses": 0,
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
