"""Yes or no, and only where a sentence or a table's cell says so outright."""

import re
from collections.abc import Collection, Iterator, Sequence

from partnerline.knowledge.saying.alike import any_alike
from partnerline.knowledge.saying.clauses import (
    LIGHT,
    NEGATION,
    USE,
    Word,
    narrows,
    plain,
    same,
    words_of,
)
from partnerline.knowledge.saying.closed_questions import DUTY, ClosedQuestion, closed
from partnerline.knowledge.saying.lead import Asked
from partnerline.knowledge.saying.naming import codes_in, is_of_another
from partnerline.knowledge.saying.part import frame_of
from partnerline.knowledge.saying.persons import same_persons
from partnerline.knowledge.saying.rows import asked_cells, row_of
from partnerline.knowledge.saying.said import Verdict
from partnerline.knowledge.saying.section import Section, Unit
from partnerline.knowledge.words import content_words, fold

_HEDGE = re.compile(
    r"\b(?:only|unless|except\w*|apart|besides|if|whether|when|where|while|until|till|provided|providing|depend\w*|subject to"
    r"|up to|at most|at least|from \d|over|under|above|below|between|about|around|almost|nearly|optional\w*|option|extra"
    r"|separate\w*|planned|expected|upcoming|coming|future|next|soon|roadmap|beta|applied|intend\w*|should|might|could|would"
    r"|may be|can be made|some|sometimes|most|mostly|many|few|several|partly|partially|usually|normally|typical\w*|generally"
    r"|often|rarely|hardly|barely|limited|certain|selected|on request|by arrangement|instead|rather|more|less|than|yet|still"
    r"|already|any ?more|longer|formerly|used to|in principle|theoretically|either|via|before|after|as long as|in case"
    r"|otherwise|exceptionally|but|will)\b"
)
_PLAIN_NEGATION = frozenset({"not", "no", "never"})
_CLAUSE = re.compile(r";|—|\s[–-]\s|: |, (?=(?:which|it|they|he|she|we|you) )")
_CELL: dict[str, Verdict] = {"yes": "yes", "no": "no", "✓": "yes", "✔": "yes", "✗": "no", "✘": "no"}
_BEGINS = re.compile(r"(?P<verdict>yes|no)\b[,.!:;]")


def verdict_of(asked: Asked, section: Section, lead: Unit) -> Verdict | None:
    """The yes or no that the lead says outright; none where it hedges, narrows or says both."""
    question = closed(asked.text)
    if question is None or lead.text.endswith("?") or _is_framed(section, lead):
        return None
    if lead.kind == "row":
        return _of_cell(asked, section, lead)
    said = {*_of_heading(asked, section, lead), *_of_sentence(question, asked, section, lead)}
    return said.pop() if len(said) == 1 else None


def _is_framed(section: Section, lead: Unit) -> bool:
    """Whether the lead says what it says only with what stands above it: an item of a list, a part of exclusions."""
    return lead.kind == "item" or bool(frame_of(section, lead.text))


def headed(verdict: Verdict, text: str, lead: str) -> str:
    """What is said with its yes or no at the head, unless the document begins with it itself."""
    if re.match(rf"\W*{verdict}\b", fold(lead)):
        return text
    return f"{verdict.capitalize()}. {text}"


def _of_cell(asked: Asked, section: Section, lead: Unit) -> Verdict | None:
    """The yes or no of the one cell whose row and whose column are both named."""
    row = row_of(lead.text)
    cells = asked_cells(row, asked.text)
    if len(cells) != 1 or row.notes:
        return None
    label, column = content_words(row.label), content_words(cells[0].name)
    above = content_words(" ".join((*section.headings, row.cells[0].name)))
    wanted = [word for word in asked.words if word not in LIGHT]
    of_row = [word for word in wanted if any_alike(word, label)]
    if not of_row or not all(any_alike(word, (*label, *column, *above)) for word in wanted):
        return None
    if sum(not any_alike(word, asked.words) for word in label) > len(label) // 2:
        return None  # "IEC 62443-4-2 level 2" is more than the "IEC 62443" that was asked
    named = codes_in(cells[0].name) & asked.codes or all(any_alike(w, wanted) for w in column)
    return _CELL.get(fold(cells[0].value).strip(" .")) if named else None


def _of_heading(asked: Asked, section: Section, lead: Unit) -> Iterator[Verdict]:
    """The answer to the heading's own question, where it is the one asked and the text begins with yes or no."""
    heading = section.headings[-1] if section.headings else ""
    begins = _BEGINS.match(fold(lead.text))
    if begins is None or not heading.endswith("?") or lead != section.units[0]:
        return
    told, own = content_words(heading), content_words(asked.text)
    alike = all(any_alike(w, told) for w in own) and all(any_alike(w, own) for w in told)
    if alike and not NEGATION.search(fold(plain(heading))):
        yield "yes" if begins["verdict"] == "yes" else "no"


def _of_sentence(
    question: ClosedQuestion, asked: Asked, section: Section, lead: Unit
) -> Iterator[Verdict]:
    text = plain(lead.bare)
    if _HEDGE.search(fold(text)) or is_of_another(codes_in(lead.bare), asked.codes):
        return
    above = content_words(plain(" ".join(section.headings)))
    for clause in filter(None, map(str.strip, _CLAUSE.split(text))):
        negations = NEGATION.findall(fold(clause))
        plainly = len(negations) <= 1 and set(negations) <= _PLAIN_NEGATION
        if plainly and _says(clause, question, above):
            yield "no" if negations else "yes"


def _says(clause: str, question: ClosedQuestion, above: Collection[str]) -> bool:
    """Whether the clause is about all that was asked, in the same parts, and about no less."""
    told = words_of(clause)
    held = [word for word in question.words if any(same(word, other) for other in told)]
    missing = [word for word in question.words if word not in held]
    predicate = [word for word in held if fold(word.word) not in LIGHT] or held
    return (
        bool(predicate)
        and question.of_duty is bool(DUTY.search(fold(clause)))
        and (not question.of_all or bool(re.search(r"(?i)\b(?:every|each|all)\b", clause)))
        and _are_above(missing, question, above)
        and _in_order(predicate, told, question)
        and same_persons(question.rest, clause)
        and not narrows(clause, question.words, above, of_it=question.of_it)
    )


def _are_above(missing: Sequence[Word], question: ClosedQuestion, above: Collection[str]) -> bool:
    """Whether the headings name what the clause leaves out; what is said of it stands last, and in the clause itself."""
    if missing and missing[-1] == question.words[-1] and fold(missing[-1].word) not in LIGHT:
        return False
    if sum(not word.is_name for word in missing) > 1:
        return False
    return all((word := fold(one.word)) in LIGHT - USE or any_alike(word, above) for one in missing)


def _in_order(predicate: Sequence[Word], told: Sequence[Word], question: ClosedQuestion) -> bool:
    """Whether the words come in the same order, so that nobody's part is swapped.

    Where persons ask for themselves ("can I replace the battery"), a sentence without persons may turn it round.
    """
    if re.match(r"\s*(?:i|we|you|one|customers?|partners?|users?)\b", question.rest, re.IGNORECASE):
        return True
    last = -1
    for word in predicate:
        after = [other.at for other in told if same(word, other) and other.at > last]
        if not after:
            return False
        last = after[0]
    return True
