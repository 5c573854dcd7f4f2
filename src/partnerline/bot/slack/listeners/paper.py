"""A rep takes a quote along, as PDF or as a workbook."""

from dataclasses import asdict
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.quotes.paper import Format
from partnerline.bot.slack.answers.papering import run_id
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import EXCEL, PDF
from partnerline.bot.slack.web.pressed import read_press


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for both buttons."""

    @app.action(PDF)
    async def pdf(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        await _claim(parts, body, context, "pdf")
        await ack()

    @app.action(EXCEL)
    async def excel(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        await _claim(parts, body, context, "xlsx")
        await ack()


async def _claim(
    parts: Parts, body: dict[str, Any], context: AsyncBoltContext, kind: Format
) -> None:
    press = read_press(body, context.team_id or "")
    if await parts.asked_in(press.value, press.channel):
        payload = {"kind": kind, "press": asdict(press)}
        await parts.work.begin(run_id(press, kind), "bring_paper", payload)
