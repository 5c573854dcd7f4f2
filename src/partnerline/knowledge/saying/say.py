"""What is said of the passages that were found: what answers first, then what belongs to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from partnerline.knowledge.answered import is_answered
from partnerline.knowledge.expected import Expected
from partnerline.knowledge.model import Citation, Hit
from partnerline.knowledge.saying import lists, objections, prose, tables
from partnerline.knowledge.saying.agreeing import agree
from partnerline.knowledge.saying.cited import citations, quoted
from partnerline.knowledge.saying.contradicting import contradict
from partnerline.knowledge.saying.dated import day_of, in_words
from partnerline.knowledge.saying.entries import entry_of
from partnerline.knowledge.saying.lead import Asked, asked_of, lead_of, scores
from partnerline.knowledge.saying.part import Part, bold, stretch
from partnerline.knowledge.saying.quotable import first_quotable, place_of
from partnerline.knowledge.saying.rest import with_rest
from partnerline.knowledge.saying.said import Contradiction, Said
from partnerline.knowledge.saying.section import Neighbours, Section, Unit, section_of
from partnerline.knowledge.saying.statement import Statement, statement_of
from partnerline.knowledge.saying.superseded import notice_of
from partnerline.knowledge.saying.verdicts import headed, verdict_of
from partnerline.knowledge.words import content_words

TRIED = 3
"""Hits that are looked at for something that can be quoted."""
BESIDE = 8
"""Hits that are looked at for another document that says the same, or the contrary."""
ALSO = 2
"""Other documents that are cited at most."""
SHORT = 5
"""Words that a line without an end has at least where it states something: "On this page" doesn't."""
_WHOLE: tuple[Expected, ...] = ("steps",)


def say(
    text: str, hits: Sequence[Hit], neighbours: Neighbours | None = None
) -> Said | Contradiction | None:
    """The answer to a question in the words of the best hit and its section; `None` where nothing can be quoted.

    `neighbours` gives the passages around one of them that its asker may see.
    """
    first = first_quotable(hits[:TRIED], hits, neighbours)
    if first is None:
        return None
    hit, section = first
    told = _said(text, hit, _entry(text, section, hit), hits, neighbours)
    return _with_notice(told, hit, hits, neighbours) if isinstance(told, Said) else told


def _entry(text: str, section: Section, hit: Hit) -> Section:
    """What of the section the question is about; of a manager's answer all of it."""
    if is_answered(hit.document.path):
        return section
    return entry_of(section, content_words(text), place_of(section, hit))


def _with_notice(told: Said, hit: Hit, hits: Sequence[Hit], neighbours: Neighbours | None) -> Said:
    """What is said of a document that says itself that it is over: that first."""
    passage, notice = notice_of(hit, hits, neighbours)
    is_of_it = told.citations[0].source == hit.passage.document
    if not notice or not is_of_it or notice in told.text:
        return told
    cited = Citation(source=passage.document, locator=passage.locator, quote=notice)
    return replace(
        told,
        text=f"{bold(notice)}\n\n{told.text}",
        short=f"{bold(notice)}\n\n{told.short}",
        citations=(told.citations[0], cited, *told.citations[1:]),
    )


def _said(
    text: str,
    hit: Hit,
    section: Section,
    hits: Sequence[Hit],
    neighbours: Neighbours | None,
) -> Said | Contradiction | None:
    asked = asked_of(text, section)
    found = scores(asked, section)
    lead = lead_of(found)
    objection = None if is_answered(hit.document.path) else objections.told(section, hit, lead)
    if objection is not None:
        return _finished(section, objection)
    own = statement_of(asked, section, lead, hit)
    others = list(_others(asked, hit, hits)) if own else []
    against = [
        (other, told)
        for other, told, _ in others
        if own and contradict(asked, own, told, (hit.document, other.document))
    ]
    in_force = [one for one in against if not notice_of(one[0], hits, neighbours)[1]]
    if in_force and notice_of(hit, hits, neighbours)[1]:
        return say(text, [in_force[0][0], *(one for one in hits if one.document.path != hit.document.path)], neighbours)  # fmt: skip
    if own and in_force:
        return _contradiction(section, hit, own, in_force)
    if is_answered(hit.document.path):
        return _finished(section, _whole(section, lead))
    part = _part(asked, section, lead, found)
    if part is None:
        return None
    said = _finished(section, part)
    verdict = verdict_of(asked, section, part.lead[0])
    also = [cited for _, told, cited in others if own and agree(asked, own, told)][:ALSO]
    return replace(
        said,
        text=said.text if verdict is None else headed(verdict, said.text, said.lead),
        short=said.short if verdict is None else headed(verdict, said.short, said.lead),
        verdict=verdict,
        citations=(*said.citations, *also),
    )


def _whole(section: Section, lead: Unit) -> Part:
    """A manager's answer, every word of it and none besides: what it is found by may be another partner's question."""
    text = "\n\n".join(passage.text for passage in section.passages)
    return Part(text=text, short=text, lead=(lead,), units=section.units)


def _part(asked: Asked, section: Section, lead: Unit, found: Mapping[Unit, float]) -> Part | None:
    """What answers, with what can't be parted from it, and what belongs to it."""
    if asked.expected in _WHOLE and lead.kind != "item":
        lead = _first_step(section, lead) or lead
    if lead.kind == "row":
        part: Part | None = tables.told(asked, section, lead, found)
    elif lead.kind == "item" or _stands_for_its_list(asked, section, lead):
        part = lists.told(asked, section, lead)
    else:
        part = prose.told(section, lead)
    return with_rest(section, part) if part else None


def _first_step(section: Section, lead: Unit) -> Unit | None:
    """The first of the section's steps, where they are its only ones and the lead belongs to them."""
    runs = lists.steps_in(section)
    if len(runs) != 1:
        return None
    intro = lists.intro_of(section, runs[0])
    return runs[0][0] if intro is None or intro.block == lead.block else None


def _stands_for_its_list(asked: Asked, section: Section, lead: Unit) -> bool:
    """Whether a sentence says nothing without the list after it, or the list is what was asked for."""
    if not lists.leads_into_list(section, lead):
        return False
    return lead.text.endswith(":") or asked.expected in lists.WHOLE


def _finished(section: Section, part: Part) -> Said:
    titles = [unit for unit in section.under if unit.text in part.text]
    return Said(
        text=part.text,
        short=part.short or part.text,
        lead=stretch(section, part.lead).strip(),
        citations=citations(section, part.lead, (*titles, *part.units)),
    )


def _others(
    asked: Asked, hit: Hit, hits: Sequence[Hit]
) -> Iterator[tuple[Hit, Statement, Citation]]:
    """What other documents state in answer, each document's best hit, with where it stands."""
    seen = {hit.passage.document}
    for other in hits[:BESIDE]:
        if other.passage.document in seen:
            continue
        section = section_of(other, [other])
        if not section.units:
            continue
        section = _entry(asked.text, section, other)
        unit = lead_of(scores(asked, section))
        told = statement_of(asked, section, unit, other)
        if told is not None:
            seen.add(other.passage.document)
            yield other, told, quoted(section, [unit])


def _contradiction(
    section: Section, hit: Hit, own: Statement, against: Sequence[tuple[Hit, Statement]]
) -> Contradiction:
    accounts = [(hit, quoted(section, [own.unit]))]
    accounts += [(other, _cited(other, told)) for other, told in against]
    days = {one.document.path: day_of(one.document) for one, _ in accounts}
    accounts.sort(key=lambda one: -(day.toordinal() if (day := days[one[0].document.path]) else 0))
    return Contradiction(
        accounts=tuple(cited for _, cited in accounts),
        days=tuple(in_words(one.document) for one, _ in accounts),
    )


def _cited(hit: Hit, told: Statement) -> Citation:
    return Citation(source=hit.passage.document, locator=hit.passage.locator, quote=told.unit.text)
