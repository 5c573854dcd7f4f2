"""Somebody opens the bot: its messages, where they are greeted, or its Home tab."""

from dataclasses import asdict
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.who.visiting import Visit


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for both tabs."""

    @app.event("app_home_opened")
    async def opened(
        event: dict[str, Any], body: dict[str, Any], context: AsyncBoltContext
    ) -> None:
        team = context.team_id or (await parts.people.installation()).team
        visit = Visit(
            team=team,
            user=str(event.get("user", "")),
            channel=str(event.get("channel", "")),
            moment=str(event.get("event_ts", "")),
            app=str(body.get("api_app_id", "")),
        )
        if event.get("tab") == "home":
            await _begin(parts, visit, "show_home", visit.moment)
        elif event.get("tab") == "messages" and visit.channel:
            # The welcome is one run for ever: somebody who opens it twice at once is greeted once.
            await _begin(parts, visit, "greet_person", "once")
            await _begin(parts, visit, "suggest_prompts", visit.moment)


async def _begin(parts: Parts, visit: Visit, job: str, which: str) -> None:
    if visit.user:
        run_id = f"{job}:{visit.team}:{visit.user}:{which}"
        await parts.work.begin(run_id, job, asdict(visit))
