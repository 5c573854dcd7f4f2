"""What kind of document a file is, told from its contents where no rule says it."""

import re
from pathlib import PurePosixPath

from partnerline.ingest.prices.folding import fold
from partnerline.ingest.reading import Reading, Table
from partnerline.knowledge.model import Kind

_PROGRAM = re.compile(
    r"\b(?:rebates?|deal registration|registered deal|mdf|market development funds?|incentives?|partner programm?e|spiff?s?|"
    r"onboarding|warranty claim|returns? policy|accreditation|certification levels?|boni|ruckvergutung|werbekostenzuschuss)\b"
)
_ANSWERS = re.compile(r"\b(?:what to say|how to respond|how to answer|response|rebuttal|suggested reply|so antworten)\b")  # fmt: skip
_OBJECTION = re.compile(r"\b(?:objections?|einwand|einwande|objection handling|pushback)\b")
_QUOTED = re.compile(r"""^\s*(?:\d+[.)]\s*)?["“„«'‘].+["”“»'’][.!?]?\s*$""")
_QUESTION = re.compile(r"\?\s*$")
_PERCENT = re.compile(
    r"percent|discount|\boff\b|fixed price|rabatt|remise|%|promo(?:tion)? price|aktionspreis"
)
_FIRST = re.compile(r"first day|start|valid from|\bfrom\b|begin|gultig ab|debut|inicio|inizio")
_LAST = re.compile(
    r"last day|\bend|valid (?:until|to)|until|expir|gultig bis|\bfin\b|hasta|scadenza"
)
_PROMOTION = re.compile(r"promo|\bcode\b|\boffer|\bname\b|aktion|campaign")


def kind_of(path: str, reading: Reading, prices_found: int, *, promotions_found: bool) -> Kind:
    """The kind; `prices_found` is how many prices the reader of price lists took from it."""
    if promotions_found:
        return "promotions"
    if _is_price_list(reading, prices_found):
        return "price_list"
    headings = _headings(reading)
    words = fold(" ".join((PurePosixPath(path).stem.replace("-", " "), reading.title, *headings)))
    if _is_objections(headings, words, reading):
        return "objections"
    if _share(headings, _QUESTION) >= 0.5 or re.search(r"\bfaq\b|frequently asked", words):
        return "faq"
    return "program" if _PROGRAM.search(words) else "collateral"


def has_promotions(reading: Reading) -> bool:
    """Whether a table names promotions: a code or name, what it takes off, its first and its last day."""
    return any(_names_promotions(table) for table in reading.tables)


def _names_promotions(table: Table) -> bool:
    for row in table.rows[:30]:
        texts = [fold(cell.text) for cell in row if cell.text and len(cell.text) < 60]
        needed = (_PROMOTION, _PERCENT, _FIRST, _LAST)
        if len(texts) >= 4 and all(any(part.search(text) for text in texts) for part in needed):
            return True
    return False


def _is_price_list(reading: Reading, prices_found: int) -> bool:
    """Whether most rows of its tables give prices, and the tables are most of what it says."""
    rows = sum(_is_row(row) for table in reading.tables for row in table.rows)
    in_tables = sum(
        len(cell.text) for table in reading.tables for row in table.rows for cell in row
    )
    around = sum(
        len(block.text)
        for section in reading.sections
        for block in section.blocks
        if block.kind != "row"
    )
    return prices_found > 0 and prices_found * 2 >= rows and around <= in_tables


def _is_row(row: tuple[object, ...]) -> bool:
    return sum(bool(getattr(cell, "text", "")) for cell in row) > 1


def _headings(reading: Reading) -> tuple[str, ...]:
    found = (section.headings[-1] for section in reading.sections if section.headings)
    return tuple(dict.fromkeys(found))


def _share(texts: tuple[str, ...], shape: re.Pattern[str]) -> float:
    own = texts[1:] if len(texts) > 1 else texts
    return sum(bool(shape.search(text)) for text in own) / len(own) if own else 0.0


def _is_objections(headings: tuple[str, ...], words: str, reading: Reading) -> bool:
    text = fold(" ".join(b.text for s in reading.sections for b in s.blocks))
    said = bool(_OBJECTION.search(words)) or bool(_ANSWERS.search(text))
    return said and (_share(headings, _QUOTED) >= 0.3 or bool(_OBJECTION.search(words)))
