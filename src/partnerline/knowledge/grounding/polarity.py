"""What turns a statement round: a denial, a restriction, a duty, a floor or a ceiling of a figure."""

import re

from partnerline.knowledge.words import stem, words

_DENIAL = re.compile(
    r"\b(?:not|never|no|none|cannot|neither|nor|without|nothing|nobody|lacks?|unable|isn|aren|doesn|don|didn|won|can['\u2019]t|"
    r"excluded|excludes|excluding|prohibited|forbidden|unsupported|unavailable|instead of|"
    r"nicht|kein\w*|nie|niemals|ohne|weder|ausgeschlossen|verboten|"
    r"ne|n['\u2019]|pas|jamais|aucune?|sans|ni|exclue?s?|interdite?s?|nunca|sin|ninguna?|ningún|tampoco|excluid[oa]s?|prohibid[oa]s?|"
    r"non|mai|senza|nessuna?|nessuno|né|esclus[oaie]|vietat[oaie])\b|n['\u2019]t\b|(?<=: )no\b|^no[,.]"
)
_LIMIT = re.compile(
    r"\b(?:only|solely|exclusively|except|unless|apart from|other than|just|nur|ausschließlich|lediglich|außer|ausgenommen|"
    r"seulement|uniquement|sauf|excepté|solo|sólo|solamente|únicamente|salvo|excepto|soltanto|solamente|esclusivamente|tranne|eccetto)\b|"
    r"\bne\b.{1,40}\bque\b"
)
_DUTY = re.compile(
    r"\b(?:must|shall|required?|requires|mandatory|obligatory|have to|has to|obliged|muss|müssen|erforderlich|verpflicht\w*|doit|doivent|"
    r"obligatoire\w*|exig\w+|debe|deben|obligatori[oa]s?|deve|devono|obbligatori[oa])\b"
)
_FLOOR = re.compile(
    r"\b(?:at least|threshold|schwelle|seuil|umbral|soglia|minimum|min\.?|more than|over|exceeds?|above|or more|and more|no less than|not less than|starting (?:at|from)|"
    r"mindestens|mehr als|wenigstens|au moins|plus de|minimum|al menos|como mínimo|más de|almeno|più di|oltre)\b|\d\+|≥|>"
)
_CEILING = re.compile(
    r"\b(?:at most|maximum|max\.?|up to|no more than|not more than|less than|fewer than|under|below|not exceed|until|"
    r"höchstens|maximal|bis zu|weniger als|au plus|au maximum|jusqu\w*|moins de|como máximo|hasta|menos de|"
    r"al massimo|fino a|meno di)\b|≤|<"
)
_FROM = re.compile(
    r"\b(?:from|ab) (?:€ ?|eur )?\d[\d.,]*(?![\d.,]*\d)(?! ?(?:-|\u2013|to\b|until\b|bis\b|[:h]\d|am\b|pm\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
"""A least amount: "from 2,500 euros", and neither a range nor a day."""
_IF_NOT = re.compile(r"\bif\b([^,.;]*?)\s(?:is|are|was|were)(?:n['\u2019]t| not)\b")
_FIGURE_TALK = re.compile(
    r"\b(?:no|not) (?:more|less|fewer|later|earlier) than\b|\b(?:not|nicht) only\b|\bnicht mehr als\b|\bno\. ?(?=\d)"
)
_PARTICLE = re.compile(
    r"\s*(?P<yes>yes|ja|oui|sí|sì)\b[\s,.:;!\u2013\u2014-]*|\s*(?P<no>no|nein|non|nee)\b\s*[,.:;!\u2013\u2014]+\s*"
)


_TO_DO = re.compile(r"\b(?:must|shall|has to|have to)(?: be)? (?P<verb>\w+)")
_NUMBERED = re.compile(r"(?:^|(?<=\u00b7 ))\s*(?:\d+[.)]|[-*\u2022])\s+")
_AND = re.compile(r"\b(?:and|or|und|oder|et|ou|y|o|e)\b|[,;:\u00b7]")


def denies(text: str) -> bool:
    """Whether a folded text denies something; "no more than" denies nothing."""
    return bool(_DENIAL.search(_FIGURE_TALK.sub(" ", text)))


def denials(text: str) -> int:
    """How many times one part of a folded text denies: "no answer means not approved" does it twice."""
    parts = _AND.split(_FIGURE_TALK.sub(" ", text))
    return max(len(_DENIAL.findall(part)) for part in parts)


def restricts(text: str) -> bool:
    """Whether a folded text holds for some only."""
    return bool(_LIMIT.search(_FIGURE_TALK.sub(" ", text)))


def obliges(text: str) -> bool:
    """Whether a folded text says that something has to be."""
    return bool(_DUTY.search(text))


def floors(text: str) -> bool:
    """Whether a folded text gives a least amount."""
    return bool(_FLOOR.search(text) or _FROM.search(text))


def ceils(text: str) -> bool:
    """Whether a folded text gives a greatest amount, or a last day."""
    return bool(_CEILING.search(text))


def particle_of(text: str) -> tuple[str, str]:
    """The "yes" or "no" a folded answer begins with, "" for none, and what follows it."""
    found = _PARTICLE.match(text)
    if found is None:
        return "", text
    return "yes" if found["yes"] else "no", text[found.end() :]


def turned_round(said: str, clauses: str, units: str) -> str | None:
    """What a folded sentence turns round of the clauses it rests on, or adds to the units they stand in.

    A denial or a restriction has to stand on both sides; a duty, a floor and a ceiling are only never to be added.
    """
    if "unless" in units:
        said = _IF_NOT.sub(r"unless\1 is", said)
    particle, rest = particle_of(said)
    if particle == "no" and not (denies(clauses) or restricts(clauses)):
        return "denial"
    if denies(rest) != denies(clauses) and not (denies(rest) and denies(units)):
        return "denial"
    if denials(rest) == 1 and denials(clauses) == 2 and denials(units) == 2:
        return "denial"
    if restricts(rest) != restricts(clauses) and not (restricts(rest) and restricts(units)):
        return "restriction"
    for name, tells in (("duty", obliges), ("least amount", floors), ("greatest amount", ceils)):
        if tells(rest) and not tells(units) and not (name == "duty" and _is_told_to(rest, units)):
            return name
    return None


def _is_told_to(said: str, units: str) -> bool:
    """Whether a duty is told as an order, of which the verb comes first: "Report damage" has to be done."""
    done = _TO_DO.search(said)
    first = [words(unit)[:1] for unit in re.split(r"\s\u00b7\s|[.!?]\s", _NUMBERED.sub("", units))]
    return bool(done) and any(one and stem(one[0]) == stem(done["verb"]) for one in first if done)
