"""`partnerline doctor`: what is configured, what is missing, and the mend for each."""

import click

from partnerline.bot.checkup import Finding, checkup
from partnerline.bot.cli.options import home_option, settings_for

_SIGNS = {"ok": "ok   ", "hint": "hint ", "wrong": "WRONG"}


@click.command("doctor")
@home_option
@click.pass_context
def command(ctx: click.Context, own_home: str | None) -> None:
    """Say what is configured, what is missing and how to mend it. Exits with 1 where something is wrong.

    Nothing is changed, and no secret is printed. Slack and servers that are configured are asked whether they answer.
    """
    findings = list(checkup(settings_for(ctx, own_home)))
    for finding in findings:
        click.echo(_line(finding))
    wrong = sum(finding.state == "wrong" for finding in findings)
    click.echo(f"\n{'Everything needed is there.' if not wrong else f'{wrong} to mend.'}")
    raise SystemExit(1 if wrong else 0)


def _line(finding: Finding) -> str:
    mend = f"\n      Mend: {finding.mend}" if finding.mend else ""
    return f"{_SIGNS[finding.state]} {finding.what}: {finding.says}{mend}"
