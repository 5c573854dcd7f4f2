"""What is said of the passages that were found: what answers first, then what belongs to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from partnerline.knowledge.expected import Expected
from partnerline.knowledge.model import Citation, Hit
from partnerline.knowledge.saying import lists, objections, prose, tables
from partnerline.knowledge.saying.agreeing import agree
from partnerline.knowledge.saying.cited import citations, quoted
from partnerline.knowledge.saying.contradicting import contradict
from partnerline.knowledge.saying.dated import day_of, in_words
from partnerline.knowledge.saying.lead import Asked, asked_of, lead_of, scores
from partnerline.knowledge.saying.part import Part, stretch
from partnerline.knowledge.saying.rest import with_rest
from partnerline.knowledge.saying.said import Contradiction, Said
from partnerline.knowledge.saying.section import Neighbours, Section, Unit, section_of
from partnerline.knowledge.saying.statement import Statement, statement_of
from partnerline.knowledge.saying.verdicts import headed, verdict_of

TRIED = 3
"""Hits that are looked at for something that can be quoted."""
BESIDE = 8
"""Hits that are looked at for another document that says the same, or the contrary."""
ALSO = 2
"""Other documents that are cited at most."""
_WHOLE: tuple[Expected, ...] = ("steps",)


def say(
    text: str, hits: Sequence[Hit], neighbours: Neighbours | None = None
) -> Said | Contradiction | None:
    """The answer to a question in the words of the best hit and its section; `None` where nothing can be quoted.

    `neighbours` gives the passages around one of them that its asker may see.
    """
    for hit in hits[:TRIED]:
        section = section_of(hit, hits, neighbours)
        if section.units and any(u.place == _place(section, hit) for u in section.units):
            return _said(text, hit, section, hits)
    return None


def _place(section: Section, hit: Hit) -> int:
    return next(n for n, one in enumerate(section.passages) if one.id == hit.passage.id)


def _said(
    text: str, hit: Hit, section: Section, hits: Sequence[Hit]
) -> Said | Contradiction | None:
    asked = asked_of(text, section)
    found = scores(asked, section)
    lead = lead_of(found)
    objection = objections.told(section, hit, lead)
    if objection is not None:
        return _finished(section, objection)
    own = statement_of(asked, section, lead, hit)
    others = list(_others(asked, hit, hits)) if own else []
    against = [
        (other, told)
        for other, told, _ in others
        if own and contradict(asked, own, told, (hit.document, other.document))
    ]
    if own and against:
        return _contradiction(section, hit, own, against)
    part = _part(asked, section, lead, found)
    if part is None:
        return None
    said = _finished(section, part)
    verdict = verdict_of(asked, section, part.lead[0])
    also = [cited for _, told, cited in others if own and agree(asked, own, told)][:ALSO]
    return replace(
        said,
        text=said.text if verdict is None else headed(verdict, said),
        verdict=verdict,
        citations=(*said.citations, *also),
    )


def _part(asked: Asked, section: Section, lead: Unit, found: Mapping[Unit, float]) -> Part | None:
    """What answers, with what can't be parted from it, and what belongs to it."""
    if asked.expected in _WHOLE and lead.kind != "item":
        runs = lists.steps_in(section)
        if len(runs) == 1 and lists.intro_of(section, runs[0]) in {None, lead}:
            lead = runs[0][0]
    if lead.kind == "row":
        part: Part | None = tables.told(asked, section, lead, found)
    elif lead.kind == "item" or lists.leads_into_list(section, lead):
        part = lists.told(section, lead, asked.expected)
    else:
        part = prose.told(section, lead)
    return with_rest(section, part) if part else None


def _finished(section: Section, part: Part) -> Said:
    return Said(
        text=part.text,
        lead=stretch(section, part.lead).strip(),
        citations=citations(section, part.lead, part.units),
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
