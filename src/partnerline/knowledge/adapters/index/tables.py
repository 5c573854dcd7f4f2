"""The index's tables. They are derived, so another layout simply starts anew: there are no migrations."""

from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Date,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)

LAYOUT = "4"
"""Changes with any table here; an index of another layout is dropped and read again."""


class Exact(TypeDecorator[Decimal]):
    """A Decimal that comes back as it went in: NUMERIC on PostgreSQL, its digits as text on SQLite."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """The database's own type."""
        return dialect.type_descriptor(Numeric() if dialect.name == "postgresql" else String(64))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """The value as the database takes it."""
        return value if value is None or dialect.name == "postgresql" else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 - SQLAlchemy's signature
        """The value as it was."""
        return None if value is None else Decimal(value)


VERSION = "version"
"""The key in `meta` whose value changes with every document that is written or taken out."""

metadata = MetaData()

meta = Table(
    "index_meta",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "index_documents",
    metadata,
    Column("path", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("audience_key", Text, nullable=False),
    Column("audience", JSON, nullable=False),
    Column("net", Boolean, nullable=False),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Column("digest", String(64), nullable=False),
    Column("stamp", Text, nullable=False),
)

shelves = Table(
    "index_shelves",
    metadata,
    Column("document", Text, primary_key=True),
    Column("shelf", String(32), primary_key=True, index=True),
    Column("audience", JSON, nullable=False),
    Column("valid_from", Date),
    Column("valid_until", Date),
)
"""Where each document stands, and where those of its prices do that are for fewer people. A shelf's column holds a
digest of its key: a key names every partner it is for, and may be longer than an index takes."""

passages = Table(
    "index_passages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("document", Text, nullable=False, index=True),
    Column("shelf", String(32), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("locator", Text, nullable=False),
    Column("headings", JSON, nullable=False),
    Column("text", Text, nullable=False),
    Column("searchable", Text, nullable=False),
)

words = Table(
    "index_passage_words",
    metadata,
    Column("passage", String(64), primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("vectors", LargeBinary, nullable=False),
)
"""Beside the passages, not among them: it is large, and read for the few that are held against a question."""

prices = Table(
    "index_prices",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("shelf", String(32), nullable=False),
    Column("net", Boolean, nullable=False),
    Column("locator", Text, nullable=False),
    Column("row_text", Text, nullable=False),
    Column("sku", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("currency", String(8), nullable=False),
    Column("amount", Exact),
    Column("unit", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("min_quantity", Integer, nullable=False),
    Column("max_quantity", Integer),
    Column("term_months", Integer),
    Column("per", String(8), nullable=False),
    Column("note", Text, nullable=False),
    Column("pack_size", Integer, nullable=False),
    Column("amount_is_for", String(8), nullable=False),
    Column("region", Text, nullable=False),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Index("index_prices_by_sku", "sku", "shelf"),
)

products = Table(
    "index_products",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("shelf", String(32), nullable=False, index=True),
    Column("sku", Text, nullable=False),
    Column("name", Text, nullable=False),
)
"""What a document's prices are of, each once: a list has many prices a product, and every question reads its products."""

promotions = Table(
    "index_promotions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("shelf", String(32), nullable=False, index=True),
    Column("locator", Text, nullable=False),
    Column("row_text", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("applies_to", JSON, nullable=False),
    Column("percent", Exact),
    Column("fixed", Exact),
    Column("currency", String(8), nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("min_quantity", Integer, nullable=False),
    Column("regions", JSON, nullable=False),
    Column("tiers", JSON, nullable=False),
    Column("stacks", Text, nullable=False),
)
"""A promotion stands on its document's shelf, whatever its own days: one that is over is still asked about."""

vocabulary = Table(
    "index_vocabulary",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("shelf", String(32), nullable=False),
    Column("beginning", String(1), nullable=False),
    Column("word", Text, nullable=False),
    Index("index_vocabulary_by_beginning", "beginning", "shelf"),
)
"""The words of a document's passages that a misspelt word may be meant for, each once."""

acronyms = Table(
    "index_acronyms",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("shelf", String(32), nullable=False),
    Column("short", String(8), nullable=False),
    Column("long", Text, nullable=False),
    Index("index_acronyms_by_short", "short", "shelf"),
)
"""What a document says its short forms stand for, each once."""

OF_DOCUMENTS = (shelves, passages, words, prices, products, promotions, vocabulary, acronyms)
"""Every table whose rows belong to a document."""

TOKENIZER = "porter unicode61"
"""How FTS5 cuts and stems words."""

_WORDS = f"""
CREATE VIRTUAL TABLE IF NOT EXISTS index_words USING fts5(
    searchable, content='index_passages', content_rowid='number', tokenize='{TOKENIZER}'
)"""
_INSTANCES = """
CREATE VIRTUAL TABLE IF NOT EXISTS index_instances USING fts5vocab(index_words, instance)"""
"""A view of the same: every place of every word."""
_WORDS_IN = """
CREATE TRIGGER IF NOT EXISTS index_words_in AFTER INSERT ON index_passages BEGIN
    INSERT INTO index_words(rowid, searchable) VALUES (new.number, new.searchable);
END"""
_WORDS_OUT = """
CREATE TRIGGER IF NOT EXISTS index_words_out AFTER DELETE ON index_passages BEGIN
    INSERT INTO index_words(index_words, rowid, searchable) VALUES ('delete', old.number, old.searchable);
END"""
LEXEMES = "to_tsvector('english', translate(index_passages.searchable, '-_/', '   '))"
"""A passage's words on PostgreSQL: left as it is, "AX-200-B" would hold the number -200, and no 200."""

_LEXEMES = f"""
CREATE INDEX IF NOT EXISTS index_passages_words ON index_passages
    USING gin ({LEXEMES.replace("index_passages.", "")})"""


def create(connection: Connection) -> None:
    """Makes the tables and the full-text search beside them, where they aren't there."""
    metadata.create_all(connection)
    for statement in (
        (_WORDS, _INSTANCES, _WORDS_IN, _WORDS_OUT)
        if connection.dialect.name == "sqlite"
        else (_LEXEMES,)
    ):
        connection.execute(text(statement))


def drop(connection: Connection) -> None:
    """Takes everything of the index away."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TABLE IF EXISTS index_instances"))
        connection.execute(text("DROP TABLE IF EXISTS index_words"))
    metadata.drop_all(connection)
