"""Messages about the answer before rather than about the world: shorter, again, why, where it says so, what a word means."""

import re
from typing import Literal

from partnerline.knowledge.words import fold

Remark = Literal["shorter", "longer", "why", "again", "source"]

_PLEASE = r"(?:\s*,?\s*(?:please|pls|plz|bitte|svp|s'il (?:te|vous) plaît|por favor|per favore|then|though|again|now))*"
_CAN_YOU = r"(?:(?:can|could|would|will) (?:you|i|we) (?:please |pls )?(?:get |have |give (?:me|us) |say |put |make |explain |tell me |do |rephrase |summari[sz]e )?|(?:give|tell|show|send) (?:me|us) |i (?:need|want|'d like) |please |pls |kannst du (?:das )?|können sie (?:das )?|peux-tu |pouvez-vous |puedes |puoi )?"
_IT = r"(?:(?:it|that|this|the answer|das|es|ça|cela|lo|eso|la risposta)\s+)?"
_PATTERNS: tuple[tuple[Remark, str], ...] = (
    (
        "shorter",
        (
            rf"{_CAN_YOU}{_IT}(?:(?:make|keep|say|put|explain) {_IT})?(?:a (?:bit|little) |much |even |in )?(?:shorter|brief(?:ly|er)?|short(?:ly)?|(?:the |a )?short(?:er)? (?:version|answer|form)|concise(?:ly)?|more concise)"
            r"(?: (?:version|answer))?|(?:the )?tl;?\s?dr\??|too long(?: (?:didn'?t|did not) read|; didn't read)?|(?:that(?:'s| is) )?(?:too|very) long"
            rf"|{_CAN_YOU}{_IT}(?:(?:put|say|explain|sum) {_IT}(?:up )?)?in (?:one|a|1|two|2|a single|a few) (?:sentences?|lines?|words?|short sentence)|(?:the )?(?:summary|bottom line|gist|short version|one[- ]liner|executive summary)"
            rf"|{_CAN_YOU}(?:summari[sz]e|sum (?:it |that )?up|sum up)(?: (?:it|that|this))?|in short|in brief|just the (?:answer|number|figure|point)"
            r"|(?:etwas |bitte |geht(?:'s| es) )?kürzer|kurz(?:fassung| gesagt| und knapp)?|zu lang|in einem satz|zusammenfassung|plus court|en bref|(?:en )?résumé|trop long|en une phrase"
            r"|más corto|más breve|en resumen|resumen|en una frase|demasiado largo|più (?:corto|breve)|in breve|in sintesi|in una frase|troppo lungo|riassunto"
        ),
    ),
    (
        "longer",
        (
            rf"{_CAN_YOU}{_IT}(?:(?:some |a (?:bit|little) |any )?more (?:details?|info(?:rmation)?|about (?:it|that|this)|please|context|specifics)|details|(?:the )?(?:full|long|complete|whole) (?:answer|version|text|thing|story)|longer|elaborate|expand)"
            r"(?: on (?:it|that|this))?|(?:tell me |say )?more|go on|elaborate(?: (?:please|on (?:that|it|this)))?|(?:can|could|would) you (?:elaborate|expand|explain (?:that|it|this))(?: (?:on (?:that|it)|a bit(?: more)?|further|more|please))?|explain(?: (?:that|it|this|more|further))?|in (?:more )?detail|anything else|what else"
            r"|(?:und )?(?:etwas )?(?:genauer|ausführlicher)|mehr (?:details|dazu|infos?|informationen)|plus de détails|en détail|más detalles?|más información|più dettagli|maggiori dettagli|più informazioni"
        ),
    ),
    (
        "source",
        (
            r"(?:and )?(?:where|in which (?:document|doc|file|section)|on which page|which page) (?:does|do|did|is|can|could|exactly) (?:(?:it|that|this|they|you)\s*(?:say|says|said|written|stated|documented|come from|get (?:that|this|it) from|find|read)?|(?:i|we) (?:read|check|verify|see (?:that|it) in writing)|say|says)?\s*(?:that|this|it|so)?(?: (?:from|written|stated|documented|exactly|in writing|say so|says so))?"
            r"|(?:are|r) (?:you|u) (?:really |absolutely |quite )?(?:sure|certain|positive)(?: (?:about|of) (?:that|this|it))?|(?:you )?sure(?: about (?:that|this|it))?|really|is that (?:right|correct|true|really true|so|official|still (?:true|valid|correct|current))|(?:the )?(?:source|sources|reference|link|proof|page|document)"
            r"|says who|who says(?: (?:that|so))?|according to (?:what|whom|which (?:doc|document))|(?:what(?:'s| is)|give me|show me|send me|do you have|got|any|can i (?:have|get|see)|can you (?:send|show|give)(?: me)?) (?:the |a |your |its )?(?:source|sources|reference|link|proof|page|document|evidence)(?: (?:for|of) (?:that|this|it))?"
            r"|how do you know(?: (?:that|this|it))?|where(?:'s| is) (?:that|this|it) from|which (?:document|doc|file|page|source|section)(?: (?:is|was|says) (?:that|this|it)(?: (?:in|from))?)?|can i (?:rely on|trust|quote) (?:that|this|it)"
            r"|wo steht (?:das|es)(?: genau)?|bist du (?:dir )?sicher|sind sie (?:sich )?sicher|sicher|stimmt das|quelle|où est-ce (?:que c'est )?écrit|où (?:est-ce|c'est) (?:écrit|indiqué)|(?:tu es|t'es|vous êtes|es-tu|êtes-vous) sûre?|sûr|c'est sûr|(?:la |quelle )?source"
            r"|dónde (?:dice|pone|está) (?:eso|escrito)|dónde lo (?:dice|pone)|estás? segur[oa]|seguro|(?:la )?fuente|dove (?:c'è|sta|è) scritto|dove lo dice|sei sicur[oa]|è sicur[oa]|sicuro|(?:la )?fonte"
        ),
    ),
    (
        "again",
        (
            rf"{_CAN_YOU}(?:say|repeat|write|send|show) {_IT}(?:again|once more|one more time|to me again)|(?:come |once |one more time)?again|{_CAN_YOU}repeat(?: (?:that|it|this|please|the answer))?|once more|one more time|(?:sorry,? )?what (?:was (?:that|it)|did you say)(?: again)?|pardon(?: me)?|come again"
            r"|(?:bitte )?(?:noch ?mal|nochmals|noch einmal|wiederhol(?:e|en sie)?(?: das)?(?: bitte)?)(?: bitte)?|wie bitte|(?:tu peux |peux-tu |pouvez-vous )?répéte[rz]?|encore une fois|pardon|(?:puedes )?repet(?:ir|irlo|elo|e)|otra vez|de nuevo|(?:puoi )?ripet(?:ere|i|erlo)|di nuovo|un'altra volta"
        ),
    ),
    (
        "why",
        (
            r"(?:but |and |so )?why(?: (?:not|so|is (?:that|it|this)(?: so)?|exactly|that|though|would that be))?|how come|what(?:'s| is) the reason(?: (?:for (?:that|this|it)|behind (?:that|it|this)))?|for what reason|(?:the )?reason|because of what"
            r"|(?:und |aber )?(?:warum|wieso|weshalb)(?: (?:nicht|das|ist das so|denn(?: nicht)?))?|(?:et |mais )?pourquoi(?: (?:pas|ça|cela))?|¿?(?:y |pero )?por ?qué(?: no)?|(?:e |ma )?perch[eé](?: (?:no|non))?"
        ),
    ),
)
_REMARKS = tuple(
    (remark, re.compile(rf"\W*(?:{pattern}){_PLEASE}\W*")) for remark, pattern in _PATTERNS
)
_MEANT = re.compile(
    r"^\W*(?:what (?:do|did|does|would) (?:you|u|they) mean(?: (?:by|with)| when you (?:say|said|wrote))\s+(?P<said>.+?)|was (?:meinst du|meintest du|meinen sie) mit (?P<mit>.+?)"
    r"|qu'(?:est-ce que tu|entends-tu|entendez-vous) (?:veux dire )?par (?P<par>.+?)|¿?qué quieres decir con (?P<con>.+?)|(?:che )?cosa (?:intendi|vuoi dire) con (?P<cosa>.+?))\W*(?:here|again|exactly)?\W*$",
    re.IGNORECASE,
)
_MEANING = re.compile(
    r"^\W*(?:(?:and|but|so|sorry|wait|und|et|y|e)\W+)*(?:what (?:does|do|did|is) (?P<term>.+?) (?:mean|stand for|short for|refer to)|what(?:'s| is| are|s) (?:meant by|the meaning of) (?P<meant>.+?)|what is meant (?:by|with) (?P<by>.+?)|(?:meaning|definition) of (?P<of>.+?)|define (?P<defined>.+?)"
    r"|was (?:bedeutet|heißt|heisst) (?P<bedeutet>.+?)|que (?:veut dire|signifie) (?P<veut>.+?)|qu'est-ce que (?:veut dire |signifie |c'est que )?(?P<que>.+?)|c'est quoi,? (?P<quoi>.+?)"
    r"|¿?qué (?:significa|quiere decir|es eso de) (?P<significa>.+?)|(?:che )?cosa (?:significa|vuol dire) (?P<cosa>.+?)|che vuol dire (?P<vuol>.+?))\W*(?:here|again|exactly|in this context)?\W*$",
    re.IGNORECASE,
)
_WHAT_IS = re.compile(
    r"^\W*(?:(?:and|but|so|sorry|wait)\W+)*(?:what(?:'?s| is| are)|was ist|was sind|cos'è|qué es|qu'est-ce qu(?:e|'une?)) (?P<term>[^?]+?)\W*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|an?|your|this|that|der|die|das|ein|eine|le|la|l'|un|une|el|los|il|lo)\s+", re.IGNORECASE)  # fmt: skip
_DEFINITE = re.compile(r"(?:the|its|their|das|die|der|le|la|el|il|l')\b", re.IGNORECASE)
_POINTING = frozenset("that this it those these they his her the das dies ça cela eso esto questo quello".split())  # fmt: skip
_TERM_WORDS = 4


def remark_of(text: str) -> Remark | None:
    """What a message says of the answer before, where it says nothing else."""
    folded = fold(text).replace("\u2019", "'")
    return next((remark for remark, words in _REMARKS if words.fullmatch(folded)), None)


def term_asked(text: str) -> str:
    """The word or term that the bot is asked what it meant by; empty where it isn't asked so."""
    found = _MEANT.match(text.replace("\u2019", "'"))
    return _bare(next(term for term in found.groups() if term)) if found else ""


def term_perhaps(text: str) -> str:
    """The term of a "what's RMA?" or "what does RMA mean?", which asks for a meaning where it was said before; else empty."""
    text = text.replace("\u2019", "'")
    if found := _MEANING.match(text):
        return _bare(next(term for term in found.groups() if term))
    found = _WHAT_IS.match(text)
    return _bare(found["term"]) if found and not _DEFINITE.match(found["term"]) else ""


def _bare(term: str) -> str:
    bare = _ARTICLE.sub("", term.strip(" \"'\u201c\u201d\u201e\u00ab\u00bb"))
    said = fold(bare).split()
    return bare if said and len(said) <= _TERM_WORDS and said[0] not in _POINTING else ""
