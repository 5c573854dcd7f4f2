"""What a sentence or a table's cell states, taken apart so that two of them can be held against each other."""

import re
from dataclasses import dataclass

from partnerline.knowledge.model import Hit
from partnerline.knowledge.saying.lead import Asked
from partnerline.knowledge.saying.naming import codes_in
from partnerline.knowledge.saying.rows import asked_cells, row_of
from partnerline.knowledge.saying.section import Section, Unit
from partnerline.knowledge.words import content_words, fold, stem

_CODE = re.compile(r"\b[a-z]{1,8}[-‐‑]?\d[\w‐‑-]*\b|\b\d+[a-z][\w-]*-[\w-]+\b")
_FIGURE = re.compile(r"(?<![\w.,-])(\d[\d,. ’']*\d|\d)\s*(%|°\s?[a-z]|[^\W\d_]+)?")
_DATE = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:\d{1,2},? )?(?:19|20)\d\d\b"
)
_BETWEEN = re.compile(r"[,. ’'](?=\d{3}\b)")
_ABOUT_AMOUNTS = frozenset(
    """a an the of in to for and or by at per on with is are up from within after before until days_ no not""".split()
)
_BOUND = re.compile(
    r"\b(?:up to|at most|at least|typical\w*|max\w*|min\w*|about|around|approx\w*|nearly|almost|over|under|above|below|between"
    r"|from|average|on average|per|each|every|first|next|additional|further|extra|if|when|where|while|after|before|until|unless"
    r"|within|load|idle|standby|charging|peak|nominal|or more|or less|more than|less than|plus|to)\b|±|[<>≤≥~]|\d\s*[-–]\s*\d"
)
_NEGATION = re.compile(r"\b(?:not|no|never|cannot|none|neither|nor|without)\b|n['’]t\b")
_YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number as it is compared, with what it counts or measures, "" where nothing says it."""

    number: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is said of what: `subject` the words of it, `about` those of the headings above.

    `under` are the headings' below the document's title. `bounds` are the words that say how a figure is meant: "up to", "typical".
    """

    unit: Unit
    subject: frozenset[str]
    about: frozenset[str]
    under: frozenset[str]
    codes: frozenset[str]
    above: frozenset[str]
    figures: tuple[Figure, ...]
    dates: tuple[str, ...]
    bounds: frozenset[str]
    negated: bool
    settled: bool | None
    is_cell: bool


def statement_of(asked: Asked, section: Section, unit: Unit, hit: Hit) -> Statement | None:
    """What the unit states in answer to the question; `None` for a row none or several of whose cells are asked for."""
    if unit.kind != "row":
        return _statement(
            asked, section, unit, hit, subject=unit.bare, value=unit.bare, is_cell=False
        )
    row = row_of(unit.text)
    cells = row.told if row.is_pair else asked_cells(row, asked.text)
    if len(cells) != 1:
        return None
    name = "" if row.is_pair else cells[0].name
    return _statement(
        asked, section, unit, hit, subject=f"{row.label} {name}", value=cells[0].value, is_cell=True
    )


def figures_in(text: str) -> tuple[Figure, ...]:
    """The numbers of a text with their units, part numbers and days left out."""
    bare = _CODE.sub(" ", _DATE.sub(" ", fold(text)))
    found = []
    for number, unit in _FIGURE.findall(bare):
        plain = _BETWEEN.sub("", number).strip(" ,.")
        found.append(
            Figure(number=plain, unit="" if unit in _ABOUT_AMOUNTS else stem(unit.replace(" ", "")))
        )
    return tuple(found)


def _statement(
    asked: Asked, section: Section, unit: Unit, hit: Hit, *, subject: str, value: str, is_cell: bool
) -> Statement:
    headings = " ".join(section.headings)
    named = {figure.number for figure in figures_in(asked.text)}  # "version 6" tells nothing of it
    figures = tuple(figure for figure in figures_in(value) if figure.number not in named)
    counted = {part for figure in figures for part in (figure.number, figure.unit)}
    bare = _CODE.sub(" ", _DATE.sub(" ", fold(subject)))
    return Statement(
        unit=unit,
        subject=frozenset(
            word
            for word in content_words(bare)
            if stem(word) not in counted and not word.isdigit() and not _NEGATION.fullmatch(word)
        ),
        about=frozenset(content_words(headings)),
        under=frozenset(content_words(" ".join(section.headings[1:]))),
        codes=codes_in(subject),
        above=codes_in(f"{headings} {hit.document.title}"),
        figures=figures,
        dates=tuple(_DATE.findall(fold(value))),
        bounds=frozenset(_BOUND.findall(_DATE.sub(" ", fold(f"{subject} {value}")))),
        negated=bool(_NEGATION.search(fold(value))),
        settled=_YES_NO.get(fold(value).strip(" .")) if is_cell else None,
        is_cell=is_cell,
    )
