"""Who answers a question, and who is next where they don't."""

from collections.abc import Iterator
from datetime import datetime

from partnerline.knowledge.escalating.topics import topic_of
from partnerline.knowledge.model import Escalation
from partnerline.knowledge.partners import Directory, Manager


def line_of(escalation: Escalation, directory: Directory, at: datetime) -> tuple[Manager, ...]:
    """Who answers, in order and each once: the partner's manager, by topic, who is on duty at that time, the fallback.

    Of several of one kind those on duty come first. Where nobody is a fallback, everybody is.
    """
    return tuple(dict.fromkeys(_in_turn(escalation, directory, at)))


def next_in_line(escalation: Escalation, directory: Directory, at: datetime) -> Manager | None:
    """Who has it next: the first in line that it never was with; `None` where it was with all of them."""
    asked = {manager.email for manager in asked_so_far(escalation, directory)}
    line = line_of(escalation, directory, at)
    return next((manager for manager in line if manager.email not in asked), None)


def asked_so_far(escalation: Escalation, directory: Directory) -> tuple[Manager, ...]:
    """Everybody that it was with so far, first who it was handed to when it was opened."""
    first = line_of(escalation, directory, escalation.opened_at)[:1]
    held = (directory.manager(step.holder) for step in escalation.steps if step.holder)
    return tuple(dict.fromkeys((*first, *(manager for manager in held if manager))))


def holder_of(escalation: Escalation, directory: Directory) -> Manager | None:
    """Who has it: by the latest step that names somebody, else who was first in line when it was opened.

    `None` where that is somebody whom the directory doesn't know, or where it knows nobody.
    """
    held = escalation.held
    if held is not None:
        return directory.manager(held.holder)
    return next(iter(line_of(escalation, directory, escalation.opened_at)), None)


def _in_turn(escalation: Escalation, directory: Directory, at: datetime) -> Iterator[Manager]:
    partner, topic = escalation.question.partner, topic_of(escalation)
    theirs = directory.manager_of(partner)
    here = sorted(directory.managers, key=lambda manager: not manager.hours.on_duty(at))
    if theirs is not None and partner is not None:
        yield theirs
        yield from (manager for manager in here if partner.id in manager.partners)
    yield from (manager for manager in here if topic in manager.topics)
    yield from (manager for manager in here if manager.hours.on_duty(at))
    fallbacks = [manager for manager in here if manager.fallback]
    yield from fallbacks or here
