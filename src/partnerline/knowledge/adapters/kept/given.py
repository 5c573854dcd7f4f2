"""The GivenAnswers port in SQLAlchemy Core: managers' replies with the questions they answer."""

from collections.abc import Mapping

import numpy as np
from sqlalchemy import Engine, delete, select

from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.kept.tables import answer_vectors
from partnerline.knowledge.adapters.record import writes
from partnerline.knowledge.adapters.record.tables import escalations, questions, replies
from partnerline.knowledge.ports import ModelIdentity, Vectors
from partnerline.knowledge.ports.kept import GivenAnswer


class SqlGivenAnswers:
    """Managers' answers, read from the record; a database that fails raises `RecordUnusable`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def after(self, number: int) -> tuple[GivenAnswer, ...]:
        """The answers of a higher number, lowest first."""
        given = (
            select(
                replies.c.number,
                replies.c.escalation_id,
                questions.c.text.label("question"),
                replies.c.text,
                replies.c.manager,
                replies.c.written_at.label("at"),
            )
            .join(escalations, escalations.c.id == replies.c.escalation_id)
            .join(questions, questions.c.id == escalations.c.question_id)
            .where(replies.c.number > number, replies.c.kind == "answer")
            .order_by(replies.c.number)
        )
        with reading(self._engine) as connection:
            return tuple(GivenAnswer(**row) for row in connection.execute(given).mappings())

    def vectors(self, model: ModelIdentity, after: int) -> Mapping[int, Vectors]:
        """The vectors of the questions to answers of a higher number, as far as they are remembered."""
        known = select(answer_vectors).where(
            answer_vectors.c.number > after, answer_vectors.c.model == model.weights
        )
        with reading(self._engine) as connection:
            return {row.number: _read(row.vector) for row in connection.execute(known)}

    def remember(self, model: ModelIdentity, vectors: Mapping[int, Vectors]) -> None:
        """Remembers vectors by the answers' numbers; another model's are forgotten."""
        others = delete(answer_vectors).where(answer_vectors.c.model != model.weights)
        with writing(self._engine) as connection:
            connection.execute(others)
            for number, vector in vectors.items():
                row = {"number": number, "model": model.weights, "vector": _written(vector)}
                writes.put(connection, answer_vectors, row)


def _written(vector: Vectors) -> bytes:
    """Half precision: which of two questions is nearer doesn't hang on the fourth decimal."""
    return vector.astype("<f2").tobytes()


def _read(stored: bytes) -> Vectors:
    return np.frombuffer(stored, dtype="<f2").astype(np.float32)
