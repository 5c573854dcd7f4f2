"""The Web API's methods, one module a family, by name."""

from collections.abc import Callable

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.ledger import Json
from partnerline.fake_slack.methods import (
    assistant,
    chat,
    conversations,
    files,
    identity,
    oauth,
    reactions,
    streams,
    views,
)
from partnerline.fake_slack.switchboard import Switchboard

Method = Callable[[Switchboard, Args], Json]

_FAMILIES = (identity, chat, streams, conversations, files, reactions, views, assistant, oauth)
METHODS: dict[str, Method] = {
    name: method for family in _FAMILIES for name, method in family.METHODS.items()
}
