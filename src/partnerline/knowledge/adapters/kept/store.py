"""The KeptAnswers port in SQLAlchemy Core."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Engine, or_, select, update

from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.kept.tables import kept_answers
from partnerline.knowledge.adapters.record import writes
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports.kept import CHECKED_AFTER, KeptAnswer

_USED = kept_answers.c.state != "withdrawn"
_NOT_ASKED = kept_answers.c.asked_on.is_(None)


class SqlKeptAnswers:
    """Kept answers in a database that `migrate` brought up to date; one that fails raises `RecordUnusable`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, answer: KeptAnswer) -> bool:
        """Keeps an answer; false, and nothing changed, where that id was kept before."""
        with writing(self._engine) as connection:
            return writes.put(connection, kept_answers, _row(answer))

    def kept(self) -> tuple[KeptAnswer, ...]:
        """Every answer that was ever kept, oldest first."""
        return self._select()

    def one(self, answer_id: str) -> KeptAnswer | None:
        """One of them."""
        return next(iter(self._select(kept_answers.c.id == answer_id)), None)

    def due(self, day: date) -> tuple[KeptAnswer, ...]:
        """Those that managers are to be asked about on that day, oldest first."""
        until = kept_answers.c.valid_until
        return self._select(
            _USED, _NOT_ASKED, kept_answers.c.check_on <= day, or_(until.is_(None), until >= day)
        )

    def doubt(self, answer_id: str, on: date) -> KeptAnswer | None:
        """Has managers asked from that day on; one they are asked of already stays as it is."""
        early = {"state": "to_check", "check_on": on}
        return self._change(answer_id, early, kept_answers.c.state == "kept", _NOT_ASKED)

    def asked(self, answer_id: str, on: date) -> KeptAnswer | None:
        """Notes that managers were asked; the first day counts, and a word that was quicker stands."""
        due = kept_answers.c.check_on <= on
        asked = {"state": "to_check", "asked_on": on}
        return self._change(answer_id, asked, _USED, _NOT_ASKED, due)

    def confirm(self, answer_id: str, on: date, *, by: str) -> KeptAnswer | None:
        """Keeps it for another ninety days from that day; one that was withdrawn stays so."""
        again = {
            "state": "kept",
            "held_on": on,
            "check_on": on + CHECKED_AFTER,
            "asked_on": None,
            "by": by,
        }
        return self._change(answer_id, again, _USED)

    def withdraw(self, answer_id: str, on: date, *, by: str) -> KeptAnswer | None:
        """Lets it be used no more; the first to say so counts."""
        return self._change(answer_id, {"state": "withdrawn", "held_on": on, "by": by}, _USED)

    def _change(
        self, answer_id: str, values: dict[str, Any], *where: ColumnElement[bool]
    ) -> KeptAnswer | None:
        """Changes what meets the conditions, and gives it as it then is."""
        with writing(self._engine) as connection:
            this = kept_answers.c.id == answer_id
            connection.execute(update(kept_answers).where(this, *where).values(values))
        return self.one(answer_id)

    def _select(self, *where: ColumnElement[bool]) -> tuple[KeptAnswer, ...]:
        wanted = select(kept_answers).where(*where).order_by(kept_answers.c.number)
        with reading(self._engine) as connection:
            return tuple(_answer(row) for row in connection.execute(wanted).mappings())


def _row(answer: KeptAnswer) -> dict[str, Any]:
    return asdict(answer) | {"audience": _written(answer.audience)}


def _answer(row: Mapping[Any, Any]) -> KeptAnswer:
    fields = {name: value for name, value in row.items() if name != "number"}
    return KeptAnswer(**{**fields, "audience": _read(row["audience"])})


def _written(audience: Audience) -> dict[str, Any]:
    """The audience as JSON can say it; what is not given is not there."""
    given = {name: getattr(audience, name) for name in ("tiers", "regions", "partners")}
    sets = {name: sorted(one) for name, one in given.items() if one is not None}
    return {"public": audience.public, **sets}


def _read(stored: Mapping[str, Any]) -> Audience:
    sets = {name: frozenset(one) for name, one in stored.items() if name != "public"}
    return Audience(public=stored["public"], **sets)
