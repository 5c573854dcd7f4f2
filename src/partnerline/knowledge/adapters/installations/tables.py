"""The tables of workspaces, tickets and replicas; a change here needs a revision in `migrations/versions`."""

from sqlalchemy import BigInteger, Column, String, Table

from partnerline.knowledge.adapters.record.columns import Moment, Text
from partnerline.knowledge.adapters.record.tables import metadata

installations = Table(
    "installations",
    metadata,
    Column("team", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("bot_user", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("token", Text),
    Column("ended_at", Moment),
)

install_tickets = Table(
    "install_tickets",
    metadata,
    Column("digest", String, primary_key=True),
    Column("by", Text, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

replicas = Table(
    "replicas",
    metadata,
    Column("life", Text, primary_key=True),
    Column("beats", BigInteger, nullable=False),
)
