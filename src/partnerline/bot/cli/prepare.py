"""`partnerline prepare`: the embedding model, made ready once."""

import click

from partnerline.bot.cli.options import home_option, settings_for
from partnerline.knowledge.adapters.embedding.prepare import prepare
from partnerline.knowledge.adapters.embedding.prepared import folder_of


@click.command("prepare")
@home_option
@click.pass_context
def command(ctx: click.Context, own_home: str | None) -> None:
    """Prepare the embedding model for serving, unless it is ready.

    sentence-transformers loads, checks and exports it; after that onnxruntime runs it and neither torch nor
    sentence-transformers is needed. `ingest` does this by itself where they are installed.
    """
    settings = settings_for(ctx, own_home)
    manifest = prepare(settings.embedding_model, settings.models)
    click.echo(f"{manifest.name}: {manifest.dimensions} dimensions, served by {manifest.runtime}.")
    click.echo(f"It is in {folder_of(settings.models, manifest.name)}.")
