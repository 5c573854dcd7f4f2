"""The tables of what managers said of people and channels; a change here needs a revision in `migrations/versions`."""

from sqlalchemy import Column, String, Table

from partnerline.knowledge.adapters.record.columns import Moment, Text
from partnerline.knowledge.adapters.record.tables import metadata

assignments = Table(
    "assignments",
    metadata,
    Column("subject", String, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("partner_id", Text),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

channel_modes = Table(
    "channel_modes",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("mode", String, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

channel_renamings = Table(
    "channel_renamings",
    metadata,
    Column("old", Text, primary_key=True),
    Column("new", Text, primary_key=True),
    Column("at", Moment, primary_key=True),
)
