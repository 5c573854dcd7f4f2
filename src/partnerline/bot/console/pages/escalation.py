"""One question that was handed over: its conversation, why the bot was unsure, what it found, and the box to answer."""

import logging
import re
import secrets
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from partnerline.bot.console.csrf import Form
from partnerline.bot.console.site import Console, LoggedIn, Sent, Site
from partnerline.bot.console.words import asker
from partnerline.bot.desk import new_id
from partnerline.knowledge.model import Escalation, Reply

logger = logging.getLogger(__name__)

router = APIRouter(prefix="/escalations/{escalation_id}", dependencies=[LoggedIn])

MOST_CHARACTERS = 10_000
_MOST_IN_A_NAME = 200
_LATER = "Your answer is kept. It couldn't be delivered just now, and goes out as soon as it can."
_NONCE = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reply as it was filled in, with what is wrong about each field; nothing wrong means it can be sent."""

    manager: str = ""
    text: str = ""
    manager_problem: str = ""
    text_problem: str = ""
    overtaken: bool = False

    @property
    def ready(self) -> bool:
        """Whether it can be sent."""
        return not (self.manager_problem or self.text_problem or self.overtaken)


@router.get("")
def show(request: Request, site: Console, escalation_id: str) -> Response:
    """The question with all that helps to answer it."""
    escalation = _find(site, escalation_id)
    return _page(request, site, escalation, Draft(manager=_likely_manager(request, site)))


@router.post("/reply")
def reply(request: Request, site: Console, escalation_id: str, form: Sent) -> Response:
    """Sends a manager's reply to the rep, once however often the form comes."""
    escalation = _find(site, escalation_id)
    if not _NONCE.fullmatch(form.get("nonce", "")):
        raise HTTPException(422)
    reply_id = new_id("console", escalation.id, form["nonce"], form.get("text", "").strip())
    sent_before = reply_id in {reply.id for reply in escalation.replies}
    delivered = True
    draft = _read(site, escalation, form)
    if not sent_before:
        if not draft.ready:
            return _page(request, site, escalation, draft, status=409 if draft.overtaken else 422)
        kept = site.desk.reply(reply_id, escalation.id, manager=draft.manager, text=draft.text)
        if kept is None:
            raise HTTPException(404)
        delivered = _deliver(site, kept, escalation)
    told = f"Sent to {asker(escalation)}." if delivered else _LATER
    response = site.goto(f"/escalations/{escalation.id}", told)
    site.remember_manager(response, draft.manager)
    return response


def _read(site: Site, escalation: Escalation, form: Form) -> Draft:
    """The form's fields, each with what is wrong about it."""
    manager, text = " ".join(form.get("manager", "").split()), form.get("text", "").strip()
    return Draft(
        manager=manager,
        text=text,
        manager_problem=_manager_problem(manager, _names(site)),
        text_problem=_text_problem(text),
        overtaken=form.get("seen", "") != str(len(escalation.replies)),
    )


def _manager_problem(manager: str, names: list[str]) -> str:
    if not manager:
        return "Say who answers: the rep sees this name."
    if (names and manager not in names) or len(manager) > _MOST_IN_A_NAME:
        return "Choose one of the managers in the list." if names else "That name is too long."
    return ""


def _text_problem(text: str) -> str:
    if not text:
        return "Write an answer first."
    if len(text) > MOST_CHARACTERS:
        return f"That is {len(text):,} characters; at most {MOST_CHARACTERS:,} can be sent."
    return ""


def _deliver(site: Site, kept: Reply, escalation: Escalation) -> bool:
    """Takes the reply to the rep. It is safe in the record: what fails here is delivered later."""
    try:
        site.on_reply(kept, escalation)
    except Exception:
        logger.exception("Reply %s is kept but couldn't be handed on now", kept.id)
        return False
    if escalation.origin.door == "console":  # the trial page shows it from the record
        site.desk.record.reply_delivered(kept.id, site.clock())
    return True


def _page(
    request: Request, site: Site, escalation: Escalation, draft: Draft, status: int = 200
) -> Response:
    return site.page(
        request,
        "escalation.html",
        status=status,
        escalation=escalation,
        given=site.desk.record.answer(escalation.question_id),
        turns=site.desk.record.turns(escalation.origin.thread, escalation.origin.door),
        managers=_names(site),
        draft=draft,
        nonce=secrets.token_hex(8),
        most=MOST_CHARACTERS,
    )


def _find(site: Site, escalation_id: str) -> Escalation:
    escalation = site.desk.record.escalation(escalation_id)
    if escalation is None:
        raise HTTPException(404)
    return escalation


def _names(site: Site) -> list[str]:
    """The managers' names as the rep would read them, each once."""
    return list(
        dict.fromkeys(" ".join((m.name or m.email).split()) for m in site.directory.managers)
    )


def _likely_manager(request: Request, site: Site) -> str:
    """Who answers from this browser: the one who did before. Never the partner's own manager by guess, or a reply
    would go out under somebody else's name.
    """
    names, last = _names(site), site.last_manager(request)
    if len(names) == 1:
        return names[0]
    return last if not names or last in names else ""
