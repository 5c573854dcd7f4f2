"""What is learnt from the questions that were asked: where knowledge is missing, and who was told something else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from partnerline.bot.bootstrap import Opened, now, opened_record_engine
from partnerline.bot.corrections.desk import CorrectionDesk
from partnerline.bot.corrections.standing_words import StandingWords
from partnerline.bot.desk import Desk
from partnerline.bot.gaps.desk import GapDesk
from partnerline.bot.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """The gaps in the library, and the corrections that follow from its changes."""

    gaps: GapDesk
    corrections: CorrectionDesk


@contextmanager
def opened_learning(settings: Settings, desk: Desk, opened: Opened) -> Iterator[Learning]:
    """What learns beside a desk that answers."""
    from partnerline.knowledge.adapters.changes import SqlChanges
    from partnerline.knowledge.adapters.gaps import SqlGaps

    with opened_record_engine(settings) as engine:
        yield Learning(
            gaps=GapDesk(
                gaps=SqlGaps(engine),
                record=desk.record,
                embedder=opened.embedder,
                answerer=desk.answerer,
                version=opened.prices.version,
                clock=now,
            ),
            corrections=CorrectionDesk(
                changes=SqlChanges(engine),
                record=desk.record,
                answerer=desk.answerer,
                stands=StandingWords(retriever=opened.retriever),
                documents=opened.index.documents,
                clock=now,
                days=settings.corrections_days,
                digest=settings.digest,
            ),
        )
