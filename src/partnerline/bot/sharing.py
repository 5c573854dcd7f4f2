"""What a replica shares with others, and the workspaces beside the home: opened in the record's database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from partnerline.bot.bootstrap import opened_record_engine
from partnerline.bot.settings import Settings
from partnerline.bot.slack.assembly import Beyond
from partnerline.knowledge.adapters.installations import Cipher, SqlInstallations, SqlReplicas


@contextmanager
def opened_beyond(settings: Settings) -> Iterator[Beyond]:
    """Other workspaces where a key for their tokens is set, other replicas where the database is a server."""
    with opened_record_engine(settings) as engine:
        installations = _installations(settings, engine)
        if installations is not None:
            installations.renew()
        yield Beyond(
            installations=installations,
            replicas=SqlReplicas(engine) if settings.database_url else None,
        )


@contextmanager
def opened_installations(settings: Settings) -> Iterator[SqlInstallations | None]:
    """The workspaces beside the home; `None` where no key for their tokens is set."""
    with opened_record_engine(settings) as engine:
        yield _installations(settings, engine)


def _installations(settings: Settings, engine: Engine) -> SqlInstallations | None:
    if settings.encryption_key is None:
        return None
    return SqlInstallations(engine, Cipher(settings.encryption_key.get_secret_value()))
