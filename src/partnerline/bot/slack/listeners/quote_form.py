"""A rep sends the quote form."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.asking.quote_form import FORM, unpacked, wish_of
from partnerline.bot.slack.asking.quoting import claim_wish
from partnerline.bot.slack.parts import Parts


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the form; what can't be asked is said at its field."""

    @app.view(FORM)
    async def sent(
        ack: AsyncAck, body: dict[str, Any], view: dict[str, Any], context: AsyncBoltContext
    ) -> None:
        wish = wish_of(view["state"]["values"])
        if wish.problems:
            await ack(response_action="errors", errors=wish.problems)
            return
        person = body.get("user") or {}
        await claim_wish(
            parts,
            wish,
            unpacked(str(view["private_metadata"])),
            view=str(view["id"]),
            user=str(person.get("id", "")),
            team=person.get("team_id"),
            installed=context.team_id,
        )
        await ack()
