"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from partnerline.bot.settings import Settings, load_settings

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or a usage error."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day. Write it as 2026-03-31.", param, ctx)


def home_option(command: Command) -> Command:
    """`--home` after the command's name too, as people type it."""
    return click.option(
        "--home", "own_home", metavar="DIR", help="Folder of all state.  [default: .partnerline]"
    )(command)


def settings_for(ctx: click.Context, own_home: str | None, **given: object) -> Settings:
    """The settings, with the command line before the environment."""
    return load_settings(home=own_home or ctx.obj, **given)
