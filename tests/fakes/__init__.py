"""Fakes of the ports, each held to the same tests as the real thing."""

from tests.fakes.audit import FakeAudit
from tests.fakes.changes import FakeChanges
from tests.fakes.enrolments import FakeEnrolments
from tests.fakes.gaps import FakeGaps
from tests.fakes.generation import FakeGenerator
from tests.fakes.installations import FakeInstallations, FakeReplicas
from tests.fakes.kept import FakeGivenAnswers, FakeKeptAnswers
from tests.fakes.library import FakeEmbedder, FakeIndex, FakePriceBook, FakeReranker, FakeRetriever
from tests.fakes.record import FakeRecord

__all__ = [
    "FakeAudit",
    "FakeChanges",
    "FakeEmbedder",
    "FakeEnrolments",
    "FakeGaps",
    "FakeGenerator",
    "FakeGivenAnswers",
    "FakeIndex",
    "FakeInstallations",
    "FakeKeptAnswers",
    "FakePriceBook",
    "FakeRecord",
    "FakeReplicas",
    "FakeReranker",
    "FakeRetriever",
]
