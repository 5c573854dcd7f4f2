"""Words that point at something outside their message: "it", "their", "that", "the smaller one"."""

import re
from dataclasses import dataclass

from partnerline.knowledge.intent.grammar import telling_words
from partnerline.knowledge.intent.language import Language

_IT = r"(?<!\w)(?:its?|itself)\b(?!-)"
_THEY = r"\b(?:they|them|theirs?|themselves)\b"
_AUX = r"(?:is|are|was|were|does|do|did|can|could|may|might|must|should|will|would|has|have|had|isn't|aren't|doesn't|can't|won't)"
_PREP = r"(?:after|before|with|without|for|of|about|to|on|from|by|than|like|at|in|under|against|as|into)"
_TIME_NOUN = r"(?:year|month|week|quarter|morning|afternoon|time|weekend|season|summer|winter|spring|autumn|way|channel|chat|thread|message|question|case)s?\b"
_NO_NOUN = r"(?:also|still|only|really|apply|applies|go|goes|count|counts|hold|work|works|include|includes|cover|covers|mean|means|per|for|in|on|with|to|at|by|from|true|right|correct|possible|allowed|ok|enough|the|a|an|any|all|even|need|needs|have|has|happen|change|depend|valid|available|and|or|if|when|cost|costs|take|takes|help|helps|be|been|affect|influence|expire|replace|run|fit|come|lead|make|require|support|last|start|end|lapse|not|really|per|of|done|normal|new|free|extra|included|enough)"
_POINTING = rf"\b{_AUX} (?P<w1>that|this|these|those)\b(?=\W*$|\s*[,.]|\s+{_NO_NOUN}\b)|\b{_PREP} (?P<w2>that|this|these|those)\b(?=\W*$|\s*[,.?!]|\s+{_NO_NOUN}\b)|\b{_PREP} (?:that|those|these) (?!{_TIME_NOUN})\w+(?=\W*$)|^\W*(?P<w3>that|this|these|those) (?:{_AUX}|one|too|as well|also|applies|includes|covers|means)\b|^\W*(?:that|these|those|this) \w+\W*$|\b(?P<w4>that|this|these|those)(?=\W*$)|\b(?:why|how|what|where|when|who)(?:'s|'re|s)? (?P<w5>that|this|these|those)\b(?!\s+{_TIME_NOUN})|\b(?:combine|use|do|get|claim|sell|order|return|register|extend|cancel|change|apply for|mount|install|avoid|prove|request|book|take|send|know|need|see|find|share|offer|say|quote|tell) (?P<w6>that|this|these|those|those)(?=\W*$|\s+(?:{_PREP}|if|when|and|or|too|as well|online|myself|again)\b)"
_ONE = r"\b(?:the|this|that|which|another|other|any|a|an|smaller|bigger|larger)\s+(?:(?!no\b)[\w-]+\s+)?ones?\b(?!\s+(?:of\b|[\w-]*\d|year|month|week|day|more|per|time|unit|piece|person|seat|user|gateway|sensor))|^\W*which ones?\W*$|\bwhich (?:one )?(?:is|are|would be) (?:better|best|right|more|less|heavier|lighter|smaller|bigger|newer|faster|stronger)\b"
_THERE = r"\b(?:mount|install|use|put|work|works|hang|store|stored|used|placed|go|register|apply|send) (?:it |them )?there\b|\bfrom there\b"
_AFTER = r"\bwhat (?:happens|do i do|comes|would happen) (?:then|next|afterwards?|otherwise|if not|after(?=\W*$))\b|\b(?:if|in) (?:not|so|that case)\W*$|^\W*(?:afterwards?|otherwise|next|then)\W*$|\bthe (?:same|other)(?: (?:one|thing|two))?(?=\W*$|\s+(?:for|with|in|on|apply|goes)\b)|\bthe (?:former|latter)\b|\b(?:both|neither|either)(?: of them)?(?=\W*$)|\bboth of them\b"
_ENGLISH = re.compile("|".join(f"(?:{part})" for part in (_IT, _THEY, _POINTING, _ONE, _THERE, _AFTER)), re.IGNORECASE)  # fmt: skip
_EXPLETIVE = re.compile(
    r"\b(?:is|was|would|will) it (?:be )?(?:also |still |really |ever )?(?:possible|allowed|ok|okay|true|worth|necessary|required|mandatory|important|better|fine|safe|legal|permitted|advisable|enough|normal|smart|wise)\b(?=.{0,12}\b(?:to|that|if|for|when|worth|\w+ing)\b)"
    r"|\bhow \w+ (?:is|was|would) it to\b|\bit(?:'s| is| was| would be) (?:also |still |really |not )?(?:possible|allowed|ok|okay|true|worth|necessary|required|mandatory|important|better|fine|safe|permitted|hard|easy|difficult|raining|cold|too late)\b(?=.{0,12}\b(?:to|that|if|for|when|\w+ing|outside)\b)"
    r"|\b(?:does|do|did|will|would|can|could) it (?:usually |normally |typically )?(?:take|cost|matter|help|need|make sense|require)\b(?=.*\b(?:to|until|till|for (?:the|an?|us|you|them)|if|when|whether|before)\b\s+\w+)"
    r"|\bit (?:takes?|costs?)\b(?=.*\b(?:to|until|till|before|if|when)\b)|\bit (?:seems?|appears?|depends?|looks? like|matters?|says|turns out)\b|\b(?:call|make|made|find|think|believe|take|get) it (?:a|an|hard|difficult|that|to|clear|right|day|easy)\b|\bit (?:department|team|people|guys?|staff|security|admins?|manager|says|wants|policy|infrastructure|service|services|landscape|environment|budget)\b"
    r"|\b(?:customer|client|their|our|my|your|the|'s) it\b(?=\W*$| (?:will|won't|is|are|does|says|wants|never|blocks|needs|refuses|asks|thinks|must|has|can))|\bthat's it\b|\bas it is\b|\bhow is it going\b|\bit is what\b|^\W*it(?:'s| is) (?:for|about) (?:a|an|my|our|the)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\b(?:say|says|said|think|thinks|know|knows|believe|means?|sure|claim|claims|told|tell|tells|fact|so|such|guarantee|prove|assume|hear|heard) that\b", re.IGNORECASE)  # fmt: skip
_SEPARATED = re.compile(r"[,;:.?!\u2013]\s|\b(?:and|if|when|whenever|before|after|because|so|but|which|who|once|until|or|while|where|that|though|as soon as|unless|whether|to)\b", re.IGNORECASE)  # fmt: skip
_PEOPLE = re.compile(r"\b(?:customers?|clients?|partners?|prospects?|resellers?|vendors?|competitors?|users?|reps?|teams?|people|buyers?|managers?|company|companies|[a-z]{4,}s)\b", re.IGNORECASE)  # fmt: skip
_VOICED = re.compile(
    r"\b(?:customers?|clients?|prospects?|buyers?|end users?)\b.{0,30}\b(?:says?|said|thinks?|claims?|asks?|asked|wants?|fears?|worr(?:y|ied|ies)|complains?|told|believes?|objects?|insists?)\b",
    re.IGNORECASE,
)
_OWN_STORY = 2
"""Telling words above which what a customer says is understood by itself."""
_OTHERS: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:sein(?:e[rsnm]?)?|dessen|deren|davon|dafür|damit|daran|darauf|dazu|dabei|dagegen|dort|das(?: (?:auch|denn|so|immer|noch|alles))?(?=\W*$)|(?:ist|gilt|geht|heißt|kann|muss|darf|wird|hat|kostet|wiegt|braucht|dauert|hält|läuft|funktioniert|passt|macht|kommt|bekomme ich|kriege ich|mache ich) (?:das|er|es|sie|dies|dieser|diese|dieses)(?! (?:gerät|produkt|projekt|kunde|kunden|gateway|sensor|möglich|erlaubt))\b|(?:er|es) (?:denn )?(?:wiegt|hat|kann|braucht|hält|kostet)|ihn|ihm|(?:das|der|die|den) (?:andere|kleinere|größere|andern|gleiche|selbe)[nrs]?)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:son|sa|ses|leurs?|cela|ça|celui-ci|celle-ci|celui-là|celle-là|celui|l'autre|le même|la même|dessus|dedans|(?:est|a|peut|doit|pèse|coûte|dure|fonctionne|marche)[- ](?:t-)?(?:il|elle|ils|elles)|(?:il|elle)s? (?:est|pèse|a|peut|doit|coûte|dure|fonctionne|marche|supporte|tient)|(?:le|la) (?:plus )?(?:petite?|grande?)(?=\W*$)|en (?:a|as|avez|faut))\b(?!\s+(?:possible|il y a))",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:sus?|eso|esto|ello|ese|esa|ésta?|éste|el otro|la otra|el mismo|la misma|lo mismo|(?:el|la) (?:más )?(?:pequeñ[oa]|grande)(?=\W*$)|(?:usar|comprar|devolver|instalar|registrar|aprueba|pedir|renovar|cambiar)l[oae]s?|lo (?:aprueba|puedo|pueden|paga|necesito|cubre)|cuánto (?:pesa|dura|mide|tarda)(?=\W*$)|dónde lo)\b",
        re.IGNORECASE,
    ),
    "it": re.compile(
        r"\b(?:su[oae]i?|quello|quella|questo(?=\W*$)|ciò|ne|l'altr[oa]|lo stesso|la stessa|(?:il|la) più (?:piccol[oa]|grande)|(?:usar|comprar|restituir|installar|registrar|approvar|ordinar)l[oae]|lo (?:approva|posso|possono|paga|copre)|chi lo|quanto (?:pesa|dura|misura)(?=\W*$))\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A word that points out of its message, and where it stands."""

    word: str
    start: int
    end: int


def pointers(text: str, language: Language | None, named: int | None = None) -> tuple[Pointer, ...]:
    """The words that point out of the text; `named` is where the first product in it stands, which later ones mean."""
    if language in _OTHERS:
        found = [Pointer(word=one.group(), start=one.start(), end=one.end()) for one in _OTHERS[language].finditer(text)]  # fmt: skip
        return tuple(one for one in found if named is None or one.start < named)
    if _VOICED.search(text) and len(telling_words(text)) > _OWN_STORY:
        return ()
    empty = [one.span() for pattern in (_EXPLETIVE, _SPEECH) for one in pattern.finditer(text)]
    outward = []
    for one in _ENGLISH.finditer(text):
        within = any(start <= one.start() < end for start, end in empty) or one.group() == "IT"
        if not within and not (named is not None and named < one.start()) and not _is_answered(text, one):  # fmt: skip
            start, end = _place(one)
            outward.append(Pointer(word=text[start:end], start=start, end=end))
    return tuple(outward)


def _place(match: re.Match[str]) -> tuple[int, int]:
    """Where the pointing word itself stands in what was matched."""
    inner = next((name for name, word in match.groupdict().items() if word), None)
    return match.span(inner) if inner else match.span()


def _is_answered(text: str, match: re.Match[str]) -> bool:
    """Whether what the word points at stands before it in the same message."""
    before = text[: match.start()]
    if re.fullmatch(_THEY, match.group(), re.IGNORECASE) and _PEOPLE.search(before):
        return True
    if match.group().lower().endswith("ones") and re.search(r"\b[a-z]{4,}s\b", before):
        return True
    return len(telling_words(before)) >= 2 and _SEPARATED.search(before) is not None
