"""A language model's verdict on an answer, beside the exact checks and never in their place."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from partnerline.knowledge.model import Citation

logger = logging.getLogger(__name__)

Opinion = Literal["right", "wrong", "unsure"]
LONGEST = 300
"""Characters of a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeTask:
    """All that a judge is told: the question, what is expected of its answer, a line each, and the answer with its passages.

    `thread` holds what the asker wrote before, oldest first.
    """

    question: str
    expected: tuple[str, ...]
    answer: str
    passages: tuple[Citation, ...]
    thread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeVerdict:
    """What a judge thinks of an answer, and why, in a sentence."""

    opinion: Opinion
    why: str


Judge = Callable[[JudgeTask], JudgeVerdict]


def careful(asks: Callable[[JudgeTask], tuple[object, object]]) -> Judge:
    """A judge that never fails: whatever breaks, or isn't an opinion with a reason, is `unsure`."""

    def judge(task: JudgeTask) -> JudgeVerdict:
        try:
            opinion, why = asks(task)
        except Exception as error:  # noqa: BLE001 - a judge stands beside the checks; its fault is no fault of the run
            # Without the error's own text, which may repeat the question.
            logger.warning("A judge failed (%s)", type(error).__name__)
            return JudgeVerdict(opinion="unsure", why=f"The judge failed ({type(error).__name__}).")
        return _verdict(opinion, why)

    return judge


def _verdict(opinion: object, why: object) -> JudgeVerdict:
    reason = " ".join(why.split()) if isinstance(why, str) else ""
    match opinion:
        case "right" | "wrong" | "unsure" if reason:
            return JudgeVerdict(opinion=opinion, why=_short(reason))
        case "right" | "wrong" | "unsure":
            return JudgeVerdict(opinion="unsure", why="The judge gave no reason.")
        case _:
            return JudgeVerdict(opinion="unsure", why="The judge gave no verdict.")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
