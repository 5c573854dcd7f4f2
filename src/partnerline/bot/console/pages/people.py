"""Who belongs to which partner, on whose word, and in which channels the bot speaks unasked."""

from dataclasses import dataclass
from typing import cast, get_args

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from partnerline.bot.console import belonging
from partnerline.bot.console.csrf import Form
from partnerline.bot.console.site import Console, LoggedIn, Sent, Site
from partnerline.knowledge.escalating.deadlines import OWED
from partnerline.knowledge.model import EscalationState
from partnerline.knowledge.past import Past
from partnerline.knowledge.ports import Assignment, ChannelMode, Enrolments
from partnerline.knowledge.ports.enrolment import Subject

router = APIRouter(prefix="/people", dependencies=[LoggedIn])

READ = 1_000
"""The last questions, among which strangers, names and channels are looked for."""
WHO = "Choose your name first, so that the others know whose word it is."
_LIKE: dict[Subject, str] = {
    "person": "U0123ABCD",
    "workspace": "T0123ABCD",
    "channel": "C0123ABCD",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a manager is about to say of somebody, with what is wrong about each field; no partner takes it back."""

    subject: Subject = "person"
    id: str = ""
    partner: str = ""
    manager: str = ""
    id_problem: str = ""
    partner_problem: str = ""
    manager_problem: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be kept."""
        return not (self.id_problem or self.partner_problem or self.manager_problem)


@router.get("")
def show(request: Request, site: Console) -> Response:
    """Strangers who wrote, what managers said, the channels and the partners."""
    return _page(request, site, Word(manager=site.likely_manager(request)))


@router.post("/assign")
def assign(request: Request, site: Console, form: Sent) -> Response:
    """Says where somebody belongs, or that they belong nowhere."""
    enrolments = _enrolments(site)
    if site.directory.open:
        raise HTTPException(404)  # everybody is enrolled, so a word on somebody would mean nothing
    word = _read(site, enrolments, form)
    if not word.ready:
        return _page(request, site, word, status=422)
    enrolments.assign(
        Assignment(
            subject=word.subject,
            id=word.id,
            partner_id=word.partner or None,
            by=word.manager,
            at=site.clock(),
        )
    )
    partner = site.directory.partner(word.partner) if word.partner else None
    said = f"belongs to {partner.name} now" if partner else "belongs to no partner now"
    response = site.goto("/people", f"{word.id} {said}.")
    site.remember_manager(response, word.manager)
    return response


@router.post("/mode")
def switch(site: Console, form: Sent) -> Response:
    """Sets when the bot speaks in a channel."""
    enrolments, mode = _enrolments(site), form.get("mode", "")
    channel = belonging.id_of("channel", form.get("channel", ""))
    if mode not in get_args(ChannelMode) or not channel:
        raise HTTPException(422)
    name = site.manager_in(form)
    if not name:
        return site.goto("/people#channels", WHO)
    enrolments.set_mode(channel, cast("ChannelMode", mode), by=name, at=site.clock())
    response = site.goto(
        "/people#channels", f"In {channel} the bot {_DOES[cast('ChannelMode', mode)]}."
    )
    site.remember_manager(response, name)
    return response


_DOES: dict[ChannelMode, str] = {
    "listen": "answers every question from now on",
    "called": "answers only where it is called from now on",
}


def _read(site: Site, enrolments: Enrolments, form: Form) -> Word:
    """The form's fields, each with what is wrong about it; a channel gets the id it has now."""
    subject, partner = form.get("subject", ""), form.get("partner", "")
    if subject not in get_args(Subject) or (form.get("act", "") not in ("assign", "none")):
        raise HTTPException(422)
    kind = cast("Subject", subject)
    told = belonging.id_of(kind, form.get("id", ""))
    renamed = enrolments.renamed()
    id_ = renamed.get(told, told) if kind == "channel" else told
    name, gives = site.manager_in(form), form["act"] == "assign"
    return Word(
        subject=kind,
        id=id_ or form.get("id", "").strip()[:60],
        partner=partner if gives else "",
        manager=name,
        id_problem=_id_problem(site, kind, id_, renamed),
        partner_problem=_partner_problem(site, partner) if gives else "",
        manager_problem="" if name else WHO,
    )


def _id_problem(site: Site, subject: Subject, id_: str, renamed: belonging.Renamed) -> str:
    if not id_:
        return f"Give the id as Slack shows it, like {_LIKE[subject]}."
    owner = belonging.written_owner(site.directory, subject, id_, renamed)
    return f"partners.yaml gives it to {owner}; it is changed there." if owner else ""


def _partner_problem(site: Site, partner: str) -> str:
    known = any(one.id == partner for one in site.directory.partners)
    return "" if known else "Choose a partner from the list."


def _enrolments(site: Site) -> Enrolments:
    if site.enrolments is None:
        raise HTTPException(404)
    return site.enrolments


def _page(request: Request, site: Site, word: Word, status: int = 200) -> Response:
    directory, asked = site.directory, _asked(site)
    told = site.enrolments
    words = told.assignments() if told else ()
    renamed = told.renamed() if told else {}
    owed = [state for state in get_args(EscalationState) if state in OWED]
    waiting = [one for state in owed for one in site.desk.record.escalations(state)]
    return site.page(
        request,
        "people.html",
        status=status,
        word=word,
        assigns=told is not None and not directory.open,
        switches=told is not None,
        directory=directory,
        strangers=[] if directory.open else belonging.strangers(asked, words),
        assignments=tuple(reversed(words)),
        named=belonging.names(asked),
        channels=belonging.channels(directory, words, told.modes() if told else {}, asked, renamed),
        companies=belonging.companies(directory, waiting, renamed),
        managers=site.managers(),
    )


def _asked(site: Site) -> tuple[Past, ...]:
    return site.desk.record.past(READ)
