"""A decision on a card: what is known, the rule in its own words, what it would come to, and what is not known."""

from partnerline.bot.slack.web.blocks import context, source_line
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import fitted, inert
from partnerline.knowledge.escalating.packets import Packet

LINES = 7
LINE = 400
RULES = 4


def packet_blocks(packet: Packet) -> tuple[Json, ...]:
    """The packet; what is missing is said, never left out."""
    effects = tuple(f"{effect.way}: {effect.amounts}" for effect in packet.effects)
    rules = [source_line(rule) for rule in packet.rules[:RULES]]
    return (
        _section("To decide", (packet.wish,)),
        *_listed("What is known", packet.facts),
        context("*The rule:*", *rules) if rules else context("*The rule:* I found none."),
        *_listed("If it is granted", effects or ("UNKNOWN",)),
        *_listed("UNKNOWN", packet.unknown),
    )


def _listed(heading: str, lines: tuple[str, ...]) -> tuple[Json, ...]:
    return (_section(heading, lines),) if lines else ()


def _section(heading: str, lines: tuple[str, ...]) -> Json:
    shown = [fitted(" ".join(line.split()), LINE, inert) for line in lines[:LINES]]
    listed = [line for line in shown if line]
    body = listed[0] if len(listed) == 1 else "\n".join(f"• {line}" for line in listed)
    return {"type": "section", "text": {"type": "mrkdwn", "text": f"*{heading}:*\n{body}"}}
