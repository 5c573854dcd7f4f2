"""Replicas on one database: who lives keeps their work, and what the dead leave is taken over."""

import pytest
from tests.fakes import FakeReplicas

from partnerline.bot.lease import Lease, Tenure
from partnerline.knowledge.errors import RecordUnusable

TENURE = Tenure(beat=1, own=5, others=20)


class Ward:
    """A lease with a clock and with work of others in view."""

    def __init__(self, replicas: FakeReplicas, life: str = "a#1") -> None:
        self.now, self.pending, self.taken = 0.0, set[str](), list[str]()
        self.lease = Lease(
            life=life,
            replicas=replicas,
            pending=lambda: self.pending,
            take_over=self.taken.append,
            tenure=TENURE,
            clock=lambda: self.now,
        )

    def at(self, moment: float) -> list[str]:
        self.now = moment
        self.lease.round()
        return self.taken


@pytest.fixture
def replicas() -> FakeReplicas:
    return FakeReplicas()


def test_a_replica_that_beats_keeps_its_work(replicas: FakeReplicas) -> None:
    ward = Ward(replicas)
    ward.pending = {"b#1", "a#1"}
    for moment in range(0, 100, 10):
        replicas.beat("b#1")
        assert ward.at(moment) == []


def test_what_stands_still_is_taken_over_once_and_forgotten(replicas: FakeReplicas) -> None:
    ward = Ward(replicas)
    replicas.beat("b#1")
    assert ward.at(0) == ward.at(19) == []
    assert ward.at(20) == ["b#1"]
    assert ward.at(60) == ["b#1"]
    assert set(replicas.beats()) == {"a#1"}


def test_an_earlier_life_of_the_same_replica_is_waited_for_less(replicas: FakeReplicas) -> None:
    ward = Ward(replicas, "a#2")
    replicas.beat("a#1")
    assert ward.at(0) == ward.at(4) == []
    assert ward.at(5) == ["a#1"]


def test_work_of_a_life_that_never_beat_is_taken_over_too(replicas: FakeReplicas) -> None:
    ward = Ward(replicas)
    ward.pending = {"local"}
    assert ward.at(0) == ward.at(19) == []
    assert ward.at(20) == ["local"]


def test_time_in_which_the_database_could_not_be_asked_does_not_count(
    replicas: FakeReplicas, monkeypatch: pytest.MonkeyPatch
) -> None:
    ward = Ward(replicas)
    replicas.beat("b#1")
    ward.at(0)
    with monkeypatch.context() as broken:

        def away(life: str) -> None:
            raise RecordUnusable("it can't be reached. Mend it.")

        broken.setattr(replicas, "beat", away)
        ward.at(15)
    assert ward.at(25) == ward.at(44) == []
    assert ward.at(45) == ["b#1"]


def test_a_life_beats_until_it_is_stopped(replicas: FakeReplicas) -> None:
    lease = Lease(
        life="a#1",
        replicas=replicas,
        pending=set,
        take_over=lambda life: None,
        tenure=Tenure(beat=0.001),
    )
    lease.start()
    while replicas.beats()["a#1"] < 3:
        pass
    lease.stop()
    beats = replicas.beats()["a#1"]
    assert lease._thread is not None
    assert not lease._thread.is_alive()
    assert replicas.beats()["a#1"] == beats
