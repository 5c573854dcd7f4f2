"""Kept answers and given ones in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from partnerline.knowledge.ports import ModelIdentity, Vectors
from partnerline.knowledge.ports.kept import CHECKED_AFTER, GivenAnswer, KeptAnswer


class FakeKeptAnswers:
    """The answers in the order they were kept in."""

    def __init__(self) -> None:
        self._kept: dict[str, KeptAnswer] = {}

    def keep(self, answer: KeptAnswer) -> bool:
        return self._kept.setdefault(answer.id, answer) is answer

    def kept(self) -> tuple[KeptAnswer, ...]:
        return tuple(self._kept.values())

    def one(self, answer_id: str) -> KeptAnswer | None:
        return self._kept.get(answer_id)

    def due(self, day: date) -> tuple[KeptAnswer, ...]:
        return tuple(one for one in self.kept() if one.is_due(day))

    def doubt(self, answer_id: str, on: date) -> KeptAnswer | None:
        one = self.one(answer_id)
        if one is not None and one.state == "kept" and one.asked_on is None:
            self._kept[answer_id] = replace(one, state="to_check", check_on=on)
        return self.one(answer_id)

    def asked(self, answer_id: str, on: date) -> KeptAnswer | None:
        one = self.one(answer_id)
        waits = one is not None and one.state != "withdrawn" and one.asked_on is None
        if one is not None and waits and one.check_on <= on:
            self._kept[answer_id] = replace(one, state="to_check", asked_on=on)
        return self.one(answer_id)

    def confirm(self, answer_id: str, on: date, *, by: str) -> KeptAnswer | None:
        one = self.one(answer_id)
        if one is not None and one.state != "withdrawn":
            again = on + CHECKED_AFTER
            self._kept[answer_id] = replace(
                one, state="kept", held_on=on, check_on=again, asked_on=None, by=by
            )
        return self.one(answer_id)

    def withdraw(self, answer_id: str, on: date, *, by: str) -> KeptAnswer | None:
        one = self.one(answer_id)
        if one is not None and one.state != "withdrawn":
            self._kept[answer_id] = replace(one, state="withdrawn", held_on=on, by=by)
        return self.one(answer_id)


class FakeGivenAnswers:
    """What managers answered, and the vectors that were remembered."""

    def __init__(self, given: Iterable[GivenAnswer] = ()) -> None:
        self.given = list(given)
        self.remembered: dict[int, Vectors] = {}

    def after(self, number: int) -> tuple[GivenAnswer, ...]:
        return tuple(one for one in self.given if one.number > number)

    def vectors(self, model: ModelIdentity, after: int) -> Mapping[int, Vectors]:
        return {number: one for number, one in self.remembered.items() if number > after}

    def remember(self, model: ModelIdentity, vectors: Mapping[int, Vectors]) -> None:
        self.remembered.update(vectors)
