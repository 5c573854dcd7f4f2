"""The one place where everything is put together, from settings to something that answers."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Engine

from partnerline.bot.auditing import Auditor, IndexDigests
from partnerline.bot.desk import Desk
from partnerline.bot.keeping import Keeping
from partnerline.bot.own_confidence import confidence_of
from partnerline.bot.settings import Settings
from partnerline.ingest.kept import bring_kept
from partnerline.ingest.library import load_library
from partnerline.ingest.settled_directory import SettledDirectory
from partnerline.knowledge.adapters.database import make_engine, sqlite_url
from partnerline.knowledge.adapters.embedding.prepare import prepare
from partnerline.knowledge.adapters.embedding.served import load_embedder
from partnerline.knowledge.adapters.enrolments import SqlEnrolments
from partnerline.knowledge.adapters.home import HomeLock
from partnerline.knowledge.adapters.index.search import SqlPriceBook, SqlRetriever
from partnerline.knowledge.adapters.index.store import SqlIndex, forget_index, open_index
from partnerline.knowledge.adapters.index.vectors import ChromaVectors, connect, disconnect
from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.answering.lookups import LookupDesk
from partnerline.knowledge.answering.prices import PriceDesk
from partnerline.knowledge.answering.shelf_catalog import CatalogShelf
from partnerline.knowledge.confidence import UnitVectors
from partnerline.knowledge.errors import IndexUnusable, SettingsError
from partnerline.knowledge.escalating.similar import PastAnswers
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Embedder, Generator, Record, Reranker
from partnerline.knowledge.ports.audit import Audit
from partnerline.knowledge.pricing.request import PricingRules

logger = logging.getLogger(__name__)
RECORD = "record.sqlite"


def now() -> datetime:
    """This moment, with its zone."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is where the product runs."""
    return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The index, open: to write and to search."""

    engine: Engine
    lock: HomeLock
    embedder: Embedder
    index: SqlIndex
    retriever: SqlRetriever
    prices: SqlPriceBook
    directory: SettledDirectory


@contextmanager
def opened_index(
    settings: Settings, *, rebuild: bool = False, threads: int = 1
) -> Iterator[Opened]:
    """The index of a home, made where there is none; with `rebuild` the old one is dropped first.

    `threads` is how many processors one embedding may use: one where answers come quickly, all where a library is read.
    """
    make_home(settings.home)
    prepare(settings.embedding_model, settings.models)
    embedder = load_embedder(settings.embedding_model, settings.models, threads=threads)
    engine = make_engine(_index_url(settings))
    lock = HomeLock(settings.home)
    with ExitStack() as stack:
        stack.callback(engine.dispose)
        stack.callback(lock.close)
        if settings.chroma_url is None:
            lock.read()
        client = connect(settings.home, settings.chroma_url)
        stack.callback(disconnect, client)
        for old in forget_index(engine) if rebuild else ():
            ChromaVectors(client, old).forget_others([])
        vectors = ChromaVectors(client, open_index(engine, embedder.identity))
        yield Opened(
            engine=engine,
            lock=lock,
            embedder=embedder,
            index=SqlIndex(engine, vectors, lock),
            retriever=SqlRetriever(engine, vectors),
            prices=SqlPriceBook(engine),
            directory=SettledDirectory(settings.library),
        )


def make_answerer(opened: Opened, settings: Settings) -> Answerer:
    """What turns questions into answers; raises `IndexUnusable` where nothing was read yet."""
    if not opened.retriever.shelves():
        raise IndexUnusable(
            f"The index in {settings.home} is empty. Run `partnerline ingest {settings.library}` first."
        )
    confidence, library = confidence_of(settings.home), load_library(settings.library)
    pricing = library.pricing
    return Answerer(
        retriever=opened.retriever,
        directory=opened.directory,
        prices=PriceDesk(
            book=opened.prices,
            retriever=opened.retriever,
            catalogs=CatalogShelf(opened.prices),
            confidence=confidence,
            rules=PricingRules(rounding=pricing.rounding, deal=pricing.registered_deal),
        ),
        lookups=LookupDesk(
            embedder=opened.embedder,
            retriever=opened.retriever,
            confidence=confidence,
            threshold=settings.answer_threshold,
            units=UnitVectors(opened.embedder),
            generator=make_generator(settings),
            languages=frozenset(settings.model_languages.replace(",", " ").split()),
            reranker=make_reranker(settings),
            links=library.links,
        ),
    )


def make_generator(settings: Settings) -> Generator | None:
    """The language model that is set, which nothing is asked of yet."""
    if settings.model is None:
        return None
    from partnerline.knowledge.adapters.generation import ChatGenerator, Patience

    key = settings.model_api_key
    return ChatGenerator(
        settings.model,
        api_key=key.get_secret_value() if key else None,
        base_url=settings.model_base_url,
        patience=Patience.of(settings.model_seconds),
    )


def make_reranker(settings: Settings) -> Reranker | None:
    """The cross-encoder that is set."""
    if settings.reranker is None:
        return None
    from partnerline.knowledge.adapters.reranking.cross_encoder import CrossEncoderReranker

    return CrossEncoderReranker(settings.reranker)


@contextmanager
def opened_record_engine(settings: Settings) -> Iterator[Engine]:
    """The database of what can't be rebuilt, brought up to date."""
    from partnerline.knowledge.adapters.record import migrate

    make_home(settings.home)
    engine = make_engine(_record_url(settings))
    try:
        migrate(engine)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def opened_record(settings: Settings, directory: Callable[[], Directory]) -> Iterator[Record]:
    """The record, brought up to date."""
    from partnerline.knowledge.adapters.record import SqlRecord

    with opened_record_engine(settings) as engine:
        yield SqlRecord(engine, directory)


@contextmanager
def opened_audit(settings: Settings) -> Iterator[Audit]:
    """The lines of who was shown what."""
    from partnerline.knowledge.adapters.audit import SqlAudit

    with opened_record_engine(settings) as engine:
        yield SqlAudit(engine)


@contextmanager
def opened_desk(settings: Settings) -> Iterator[tuple[Desk, Directory, Opened]]:
    """The desk with all that stands behind it, for a process that answers."""
    from partnerline.knowledge.adapters.record import SqlRecord

    with opened_index(settings) as opened, opened_record_engine(settings) as engine:
        record = SqlRecord(engine, opened.directory)
        desk = Desk(
            answerer=make_answerer(opened, settings),
            record=record,
            clock=now,
            audit=make_auditor(engine, opened, settings),
            keeping=make_keeping(engine, opened, record),
        )
        yield desk, opened.directory(), opened


def make_auditor(engine: Engine, opened: Opened, settings: Settings) -> Auditor:
    """What keeps who was shown what; `engine` is the record's database."""
    from partnerline.knowledge.adapters.audit import SqlAudit

    digests = IndexDigests(opened.index, opened.prices)
    return Auditor(audit=SqlAudit(engine), digests=digests, model=settings.model or "")


def make_keeping(engine: Engine, opened: Opened, record: Record) -> Keeping:
    """What keeps managers' answers; `engine` is the record's database."""
    from partnerline.knowledge.adapters.kept import SqlGivenAnswers, SqlKeptAnswers

    answers = SqlKeptAnswers(engine)
    return Keeping(
        answers=answers,
        record=record,
        past=PastAnswers(SqlGivenAnswers(engine), opened.embedder),
        clock=now,
        bring=lambda: bring_kept(answers, opened.index, opened.embedder, today()),
    )


def bring_kept_into(settings: Settings, opened: Opened) -> int:
    """Has an index hold the answers that managers keep, whatever became of it; gives how many there are."""
    from partnerline.knowledge.adapters.kept import SqlKeptAnswers

    if database_url(settings) is None and not (settings.home / RECORD).exists():
        return 0  # nobody was asked anything yet
    with opened_record_engine(settings) as engine:
        return bring_kept(
            SqlKeptAnswers(engine), opened.index, opened.embedder, today(), repair=True
        )


def open_enrolments(settings: Settings) -> SqlEnrolments:
    """What managers say in Slack, in the record's database, which `opened_record` brings up to date."""
    return SqlEnrolments(make_engine(_record_url(settings)))


def vendor_of(settings: Settings) -> str:
    """The vendor's name as the settings or else its library give it; empty where neither does."""
    return settings.vendor or load_library(settings.library).vendor


def make_home(home: Path) -> None:
    """Makes the home folder; raises `SettingsError` where that can't be done."""
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The home folder {home} can't be made. Name another by --home or PARTNERLINE_HOME."
        ) from error


def _index_url(settings: Settings) -> str:
    return database_url(settings) or sqlite_url(settings.home / "index.sqlite")


def _record_url(settings: Settings) -> str:
    return database_url(settings) or sqlite_url(settings.home / RECORD)


def database_url(settings: Settings) -> str | None:
    """The database's URL, if one is set."""
    return settings.database_url.get_secret_value() if settings.database_url else None
