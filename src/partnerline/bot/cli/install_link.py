"""`partnerline install-link`: a link by which the bot is installed in one more Slack workspace."""

import getpass

import click

from partnerline.bot.bootstrap import now
from partnerline.bot.cli.options import home_option, settings_for
from partnerline.bot.sharing import opened_installations
from partnerline.bot.slack.installing import LIFE, new_link
from partnerline.knowledge.adapters.installations.cipher import new_key
from partnerline.knowledge.errors import SettingsError


@click.command("install-link")
@click.option(
    "--new-key", "key_only", is_flag=True, help="Print a new PARTNERLINE_ENCRYPTION_KEY instead."
)
@home_option
@click.pass_context
def command(ctx: click.Context, own_home: str | None, *, key_only: bool) -> None:
    """Print a link that installs the bot in one workspace: it serves once, for three days.

    Send it to somebody who may install apps there.
    """
    if key_only:
        click.echo(new_key())
        return
    settings = settings_for(ctx, own_home)
    if settings.public_url is None:
        raise SettingsError(
            "PARTNERLINE_PUBLIC_URL is not set. Set it to the address at which browsers reach `partnerline serve`."
        )
    with opened_installations(settings) as installations:
        if installations is None:
            raise SettingsError(
                "PARTNERLINE_ENCRYPTION_KEY is not set. Make a key with `partnerline install-link --new-key`."
            )
        click.echo(new_link(installations, settings.public_url, by=getpass.getuser(), at=now()))
    click.echo(f"Good once, for {LIFE.days} days.", err=True)
