"""One question that was handed over: its conversation, why the bot was unsure, what it found, and the box to answer."""

import logging
import re
import secrets
from dataclasses import dataclass, replace
from typing import cast, get_args

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from partnerline.bot.console.claims import claim, holder_named, somebody_else
from partnerline.bot.console.csrf import Form
from partnerline.bot.console.drafts import Start, starts_of
from partnerline.bot.console.site import MOST_IN_A_NAME, Console, LoggedIn, Sent, Site
from partnerline.bot.console.words import asker
from partnerline.bot.desk import new_id
from partnerline.bot.keeping_words import audience_words, kept_words, refused_words
from partnerline.knowledge.escalating.deadlines import expectation, holder_name
from partnerline.knowledge.escalating.packets import packet_of
from partnerline.knowledge.keeping import KeepWish, Reach, allowed, wish_from
from partnerline.knowledge.model import Escalation, Reply, ReplyKind

logger = logging.getLogger(__name__)

router = APIRouter(prefix="/escalations/{escalation_id}", dependencies=[LoggedIn])

MOST_CHARACTERS = 10_000
_LATER = "Your answer is kept. It couldn't be delivered just now, and goes out as soon as it can."
_NONCE = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reply as it was filled in, with what is wrong about each field; nothing wrong means it can be sent."""

    manager: str = ""
    text: str = ""
    kind: ReplyKind = "answer"
    keep: str = ""
    until: str = ""
    manager_problem: str = ""
    text_problem: str = ""
    until_problem: str = ""
    overtaken: bool = False
    keep_problem: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be sent."""
        problems = (
            self.manager_problem,
            self.text_problem,
            self.keep_problem,
            self.until_problem,
        )
        return not (any(problems) or self.overtaken)


@router.get("")
def show(request: Request, site: Console, escalation_id: str) -> Response:
    """The question with all that helps to answer it; `draft` names the draft that the answer starts from."""
    escalation = _find(site, escalation_id)
    start = starts_of(escalation).get(request.query_params.get("draft", ""), Start("", "answer"))
    draft = Draft(manager=site.likely_manager(request), text=start.text, kind=start.kind)
    return _page(request, site, escalation, draft)


@router.post("/reply")
def reply(request: Request, site: Console, escalation_id: str, form: Sent) -> Response:
    """Sends a manager's reply to the rep, once however often the form comes."""
    escalation = _find(site, escalation_id)
    if not _NONCE.fullmatch(form.get("nonce", "")):
        raise HTTPException(422)
    reply_id = new_id("console", escalation.id, form["nonce"], form.get("text", "").strip())
    draft = _read(site, escalation, form)
    delivered = True
    if reply_id not in {reply.id for reply in escalation.replies}:
        if draft.ready:
            draft = _claimed(site, escalation, draft)
        if not draft.ready:
            return _page(request, site, escalation, draft, status=409 if draft.overtaken else 422)
        delivered = _send(site, escalation, reply_id, draft)
    told = [f"Sent to {asker(escalation)}." if delivered else _LATER]
    told += _keep(site, reply_id, escalation.id, draft)
    response = site.goto(f"/escalations/{escalation.id}", " ".join(told))
    site.remember_manager(response, draft.manager)
    return response


def _claimed(site: Site, escalation: Escalation, draft: Draft) -> Draft:
    """Gives it to whoever answers, where nobody else has it: with the first word to the rep at the latest."""
    if escalation.state != "closed":
        who = holder_named(draft.manager, site.directory)
        held = claim(site.desk, escalation, who)
        if held is not None and held.kind != "passed_on" and held.holder != who.key:
            return replace(draft, manager_problem=_has_it(held.holder_name))
    return draft


def _has_it(name: str) -> str:
    return f"{name or 'Somebody else'} has it. Hand it to yourself first, and the others see that you go on with it."


def _send(site: Site, escalation: Escalation, reply_id: str, draft: Draft) -> bool:
    """Keeps the reply and takes it to the rep; false where it goes out later."""
    kept = site.desk.reply(
        reply_id, escalation.id, manager=draft.manager, text=draft.text, kind=draft.kind
    )
    if kept is None:
        raise HTTPException(404)
    return _deliver(site, kept, escalation)


def _read(site: Site, escalation: Escalation, form: Form) -> Draft:
    """The form's fields, each with what is wrong about it."""
    manager, text = " ".join(form.get("manager", "").split()), form.get("text", "").strip()
    kind = form.get("kind", "answer")
    if kind not in get_args(ReplyKind):
        raise HTTPException(422)
    return Draft(
        manager=manager,
        text=text,
        kind=cast("ReplyKind", kind),
        keep=form.get("keep", ""),
        until=form.get("until", ""),
        keep_problem=_keep_problem(form, kind),
        until_problem=_until_problem(site, form),
        manager_problem=_manager_problem(site, escalation, manager),
        text_problem=_text_problem(text),
        overtaken=form.get("seen", "") != str(len(escalation.replies)),
    )


def _manager_problem(site: Site, escalation: Escalation, manager: str) -> str:
    names = site.managers()
    if not manager:
        return "Say who answers: the rep sees this name."
    if (names and manager not in names) or len(manager) > MOST_IN_A_NAME:
        return "Choose one of the managers in the list." if names else "That name is too long."
    other = somebody_else(escalation, holder_named(manager, site.directory))
    return _has_it(other) if other else ""


def _keep_problem(form: Form, kind: str) -> str:
    if not form.get("keep") or kind == "answer":
        return ""
    return "Only an answer is kept. Choose not to keep it, or send it as the answer."


def _until_problem(site: Site, form: Form) -> str:
    if not form.get("keep"):
        return ""
    wish = _wish(form.get("keep", ""), form.get("until", ""))
    if wish is None:
        return "Write the day like 2026-12-31, or leave it empty."
    over = site.keeping is not None and wish.until is not None and wish.until < site.keeping.today()
    return "That day has passed. Choose a later one, or leave it empty." if over else ""


def _wish(audience: str, until: str) -> KeepWish | None:
    return wish_from({"audience": audience, "until": until or None})


def _keep(site: Site, reply_id: str, escalation_id: str, draft: Draft) -> list[str]:
    """Keeps the answer where that was wished, and says what became of the wish."""
    wish = _wish(draft.keep, draft.until) if draft.keep else None
    if site.keeping is None or wish is None:
        return []
    kept = site.keeping.keep_answer(reply_id, escalation_id, wish)
    if kept is None:
        return []  # sent before, as something that is no answer
    if isinstance(kept, str):
        return [refused_words(kept)]
    site.bring_kept()
    return [kept_words(kept, site.directory)]


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
        site.desk.delivered(kept.id, escalation.id)
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
        managers=site.managers(),
        holder=holder_name(escalation, site.directory),
        expected=expectation(escalation, site.directory, site.clock()),
        packet=packet_of(escalation),
        drafted=tuple(starts_of(escalation)),
        similar=site.keeping.similar(escalation) if site.keeping is not None else (),
        keeps=_keeps(site, escalation) if site.keeping is not None else [],
        draft=draft,
        nonce=secrets.token_hex(8),
        most=MOST_CHARACTERS,
    )


def _keeps(site: Site, escalation: Escalation) -> list[tuple[str, str]]:
    """For whom the answer can be kept, each with its name."""
    question, today = escalation.question, site.clock().astimezone().date()
    wishes = [("", "Don't keep it")]
    for reach in get_args(Reach):
        found = allowed(KeepWish(reach=reach), question, "", today)
        if not isinstance(found, str) and not found.narrowed:
            wishes.append((reach, f"For {audience_words(found.audience, site.directory)}"))
    return wishes


def _find(site: Site, escalation_id: str) -> Escalation:
    escalation = site.desk.record.escalation(escalation_id)
    if escalation is None:
        raise HTTPException(404)
    return escalation
