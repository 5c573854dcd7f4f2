"""Which of the offers that a text speaks of are named as those that are not to count."""

import re
from collections.abc import Sequence
from itertools import pairwise

from partnerline.knowledge.intent.offer_mentions import Said
from partnerline.knowledge.intent.spans import Span, without

_LACKING = r"without|w/o|w/out|ohne|sans|sin|senza"
_OFFER_NOUN = (
    r"promo\w*|codes?|campaigns?|coupons?|vouchers?|offers?|discounts?|specials?|rebates?|aktion\w*|kampagne\w*|gutschein\w*|rabatt\w*|rabattcodes?|"
    r"campañas?|ofertas?|descuentos?|códigos?|offres?|remises?|campagn[ae]|offert[ae]|scont[oi]|codice"
)
_VERB = (
    r"use|using|used|apply|applying|applied|count|counting|counted|include|including|included|add|adding|take|taking|want|wanting|need|needing|have|having|got|get|"
    r"consider\w*|put|give|calculate|price|quote|go|going|anwenden|verwenden|nutzen|berücksichtigen|einrechnen|rechnen|brauchen|wollen|möchten|"
    r"appliquer|appliquez|applique|utiliser|utilisez|prendre|prenez|compter|comptez|inclure|tenir|veux|voulons|aplicar|apliques?|aplique|apliquen|usar|uses?|incluir|incluyas?|contar|"
    r"cuentes|quiero|queremos|necesit\w+|applicare|applicate|applica|usare|usate|includere|contare|considerare|calcolare|vogliamo|voglio|serve|tener|teniendo|tenere|berücksichtigung|anwendung|einbezug|application|application de|aplicación|applicazione|counting in|regard"
)
_SMALL = (
    r"the|our|any|other|andere\w*|autres?|otr[ao]s?|altr[ao]|my|your|a|an|this|that|these|those|such|all|more|to|of|for|on|in|into|account|really|yet|der|die|das|dem|den|des|eine?[nmrs]?|unser\w*|diese\w*|jede\w*|von|zu|für|bitte|please|"
    r"la|le|les|l['\u2019]|de|du|d['\u2019]|notre|cette|ce|une?|aucune?|compte|en|el|los|las|del|nuestr[ao]|esta|este|ningun[ao]?|ningún|cuenta|il|lo|gli|i|di|della|dello|dell['\u2019]|nostr[ao]|quest[ao]|alcuna?|nessuna?|current|running|special"
)
_BRIDGE = rf"(?:(?:(?:{_SMALL}|{_OFFER_NOUN}|{_VERB})\b|[ld]['\u2019])[\s:\"\u201c\u201e(]*){{0,6}}"
_VERBED = rf"(?:(?:{_SMALL})\s+){{0,2}}(?:{_VERB}|go with)\b[\s:]+{_BRIDGE}"
_DROPPING = (
    r"exclu\w*|exkl\w*|excl|except(?:ing)?|omit\w*|drop(?:ping|ped)?|skip(?:ping|ped)?|remov(?:e|ing|ed)|delet(?:e|ing)|cancel(?:l?ing)?|forget(?:ting)?(?: about)?|unless|ignor(?:e|ing|ez|er|ar|are)|scrap|ditch|disregard(?:ing)?|"
    r"minus|ausgenommen|außer|ausser|ausschließlich|abgesehen|streich\w*|entferne\w*|vergiss|vergessen|ignorier\w*|"
    r"hors|hormis|sauf|excepté|retire[rz]?|enlève[rz]?|enlever|supprime[rz]?|oublie[rz]?|quit(?:a|ar|e|en)|elimin(?:a|ar|are|e)|retir(?:a|ar)|excepto|salvo|descart(?:a|ar|e)|olvid(?:a|ar|e)|"
    r"togli\w*|togliere|fuera|rimuov\w*|esclu\w*|escluden\w*|tranne|eccetto|dimentica\w*|turn(?:ing)? off|switch(?:ing)? off|lass(?:en)? (?:wir|sie)|keep out"
)
_INSTEAD_OF = (
    r"instead of|rather than|in place of|in lieu of|as opposed to|other than|apart from|aside from|regardless of|irrespective of|leav(?:e|ing) (?:out|off|aside)|tak(?:e|ing) (?:out|off|away)|strip(?:ping)? (?:out|off)|"
    r"never mind|no need (?:for|of|to use|to apply)|do(?:ing)? without|get rid of|no more|not with|nicht mit|pas avec|no con|non con|statt|anstatt|anstelle(?: von)?|an stelle von|unabhängig von|"
    r"au lieu d[eu']|à la place d[eu']|plutôt qu[e'\u2019]|hors de|en lugar del?|en vez del?|antes que|invece d(?:i|ella|ell['\u2019])|anziché|piuttosto che|al posto d(?:i|ella|ell['\u2019])|rather[^.?!;]* than|prefer\w*[^.?!;]* (?:over|to)|lieber[^.?!;]* als"
)
_REFUSED = (
    r"declin(?:e[ds]?|ing)|reject(?:s|ed|ing)?|refus(?:es?|ed|ing|ée?s?|ons|ent)|turn(?:s|ed|ing)? down|cancel(?:s|l?ed)|vetoed|pass(?:es|ed) on|opt(?:s|ed|ing)? out of|waiv(?:es?|ed|ing)|withdr[ae]wn?|scrapped|ditched|"
    r"abgelehnt\w*|ablehnen|gestrichen\w*|storniert\w*|verworfen|rejetée?s?|rejetons|décliné?e?s?|annulée?s?|annulons|supprimée?s?|rechaza\w*|anula\w*|cancela\w*|descartad[ao]s?|"
    r"rifiut\w*|annull\w*|respint[aoie]|scartat[aoie]|cancellat[aoie]|bocciat[aoie]"
)
"""Words of a customer or a finance desk that won't have a promotion; of a deal they say how its vendor decided."""
_SOONER = r"before|prior to|ahead of|vor|avant|antes del?|prima d(?:i|ella|ell['\u2019])"
_NOT = r"not|no|neither|nor|never|nicht|kein\w*|pas|non|ne|n['\u2019]|ni|né|weder|noch"
_NT = (
    r"(?:do|does|did|should|would|must|ca|could|wo|will|need|is|are|was)n['\u2019]?t|cannot|don\s?t"
)
_NEVER_DROPPED = r"(?:(?:do|does|did|must|should|ca|wo|has|have|had|was)n['\u2019]?t|not|never|why|did (?:you|we)|(?:you|we) (?:may )?have|nicht|nie|ne|no te|non)\s+"
_BEFORE = re.compile(
    rf"(?:(?<![\w/])(?P<lacking>{_LACKING})\b\.?[\s:]+{_BRIDGE}|\b(?P<dropping>{_DROPPING})\b\.?[\s:]+{_BRIDGE}|(?<!\w)(?P<instead>{_INSTEAD_OF})(?:\b|(?<=['\u2019]))\s*{_BRIDGE}"
    rf"|\b(?P<refused>{_REFUSED})\b[\s:]+{_BRIDGE}|\b(?P<sooner>{_SOONER})\s+{_BRIDGE}|(?<![\w\u2019'])(?P<nicht>{_NOT})\b[\s\-]*{_BRIDGE}|(?<![\w\u2019'])(?P<nt>{_NT})\s+{_VERBED})$"
)
_IS = r"(?:\s*(?:is|are|was|were|be|been|to|should|shall|must|can|does|do|did|will|would|may|has|we|i|you|they|it|wird|werden|soll|sollte|muss|darf|ist|brauchen|benötigen|wollen|möchten|wir|ich|est|doit|sera|se|es|debe|è|deve|va|ci)\b)*"
_WANTED = (
    r"need\w*|necessary|required?|wanted|want|apply|applied|applying|use[d]?|include[d]?|count\w*|consider\w*|relevant|today|this time|for now|here|please|"
    r"nötig|notwendig|erforderlich|gewünscht|anwenden\w*|angewendet|berücksichtig\w*|verwende\w*|einrechnen|mitrechnen|gebraucht|benötigt|wichtig|nehmen|bitte|"
    r"nécessaire|requise?|utile|appliqu\w*|compt\w*|inclu\w*|voulue?|utilis\w*|besoin|hace|aplic\w*|necesari[ao]|necesit\w*|quer\w*|cuenta|contar|usar|incluid[ao]|serve|applic\w*|necessari[ao]|considera\w*|contare|usare|richiest[ao]|vogliamo"
)
_AFTER = re.compile(
    rf"^[\s\"\u201d'\u2019),:?\-\u2013]*(?:{_OFFER_NOUN})?{_IS}\s*(?:n['\u2019]?est |ne |n['\u2019])?(?:(?:(?:is|are|was|does|did|do|should|must|need|would|wo)n['\u2019]?t|not|never|nicht|pas|no|non)\s+(?:\w+\s+){{0,2}}?(?:{_WANTED})\b|n['\u2019]est pas|(?:brauch\w*|benötig\w*|woll\w*|möcht\w*|nehm\w*)\s+(?:wir |ich )?nicht\b|(?:we|i) (?:don['\u2019]?t|do not|won['\u2019]?t) (?:need|want|use)\b|unnecessary|not\W*$|no(?:,? (?:thanks?|thank you|please))?\W*$|nein(?:,? danke)?\W*$|non(?:,? merci)?\W*$|(?:(?:did|does|do|were|was)n['\u2019]?t) (?:exist|there|running|available)\b|(?:lassen|lass|lasse) (?:wir |ich |sie |es )?(?:weg|aus|raus)\b|off(?:,? (?:please|bitte))?\W*$|"
    rf"(?:(?:to be|should be|is|be|wird|ist|est|es|è)\s+)?(?:excluded|omitted|left out|removed|dropped|skipped|ignored|ausgeschlossen|ausgenommen|weglassen|weggelassen|streichen|entfernen|raus|rausnehmen|unnötig|exclue?|exclu[ií]d[ao]|esclus[ao]|aparte|inutile|superflue?)\b|"
    rf"(?:drop|skip|remove|forget|ignore|exclude) (?:it|that|this)\b)"
)
_REFUSED_AFTER = re.compile(
    rf"^[\s\"\u201d'\u2019),:?\-\u2013]*(?:{_OFFER_NOUN})?(?:\s*(?:is|was|were|has|had|been|got|be|being|we|they|just|now|hat|wurde|wird|ist|worden|est|a|été|fue|es|ha|sido|está|è|stat[ao]|viene)\b)*"
    rf"(?:\s*(?:by|vom|von|durch|par|por|da|dal|dall['\u2019])\s(?:[^\W\d]+\s){{1,3}}?)?\s*(?:(?P<refused>{_REFUSED})\b(?!\s+(?:the|our|your|their|his|her|my|last|an?|it|orders?|quotes?|deals?|unser\w*|notre|nuestr\w+|nostr\w+|bestellung|angebot)\b)"
    r"|lehn\w*\s+(?:\w+\s+){1,3}?ab\b|streich\w*\b|entfällt\b|entfallen\b|fällt weg\b|off the table\b|no longer (?:needed|wanted|required)\b)"
)
_TURNED_DOWN = re.compile(rf"\blehn\w*\s+(?:(?:{_SMALL}|{_OFFER_NOUN}|wir|ich|sie)\s+)*$")  # fmt: skip
_DOWN = re.compile(rf"^\W*(?:{_OFFER_NOUN})?\s*ab\b(?!\s*\d)")
_PARTED = re.compile(r"\b(?:leave|leaving|take|taking|turn|switch|set|put|strip|lass\w*|lassen sie|nimm|nehmen sie)\s+(?:(?:the|our|die|den|das|bitte|promo\w*|code|aktion)\s+)*$")  # fmt: skip
_PARTED_OFF = re.compile(r"^\W*(?:promo\w*|code)?\s*(?:off|out|aside|away|weg|raus|beiseite|heraus)\b")  # fmt: skip
_ASKED = re.compile(r"\b(?:is|isn['\u2019]?t|are|does|doesn['\u2019]?t|did|was|why|can|warum|wieso|ist|est-ce que|pourquoi|por qué|perché)\s+(?:the |our |code |promo\w* |die )*$")  # fmt: skip
_DATED = re.compile(r"^\W*(?:promo\w*|code)?\s*(?:ends?|expires?|starts?|begins?|runs? out|is over|comes|kicks|lapses|closes|endet|ausläuft|abläuft|startet|beginnt)\b")  # fmt: skip
_ENDED = re.compile(r"\b(?:after|once|when|nach(?:dem)?)\s+(?:the |our |die )*$")
_EITHER = re.compile(rf"\s*(?:,?\s*(?:or|nor|and|oder|und|noch|ou|et|ni|o|y|e|né|&)|/)\s+(?:(?:{_SMALL}|{_OFFER_NOUN})\s+)*")  # fmt: skip
_BESIDE = re.compile(r"[\s\"\u201c\u201d'()\-:\ufffc]*")
_POINTED = re.compile(
    rf"(?<![\w/])(?:(?:{_LACKING})\s+(?:it|that|this|them|these|those|one|ihn|sie|es|diese\w*|elle|lui|ça|ella|él|eso|ess[ao]|quell[ao]|quest[ao]|(?:the |any |den |la |le |el |lo )*(?:{_OFFER_NOUN}|deals?))\b"
    rf"|(?:{_LACKING})[^\w\ufffc]*(?:(?:then|please|pls|bitte|dann|svp|por favor|per favore)[^\w\ufffc]*)?$"
    rf"|(?<!n['\u2019]t )(?<!not )(?:drop|skip|remove|exclude|ignore|omit|cancel|ditch|scrap|don['\u2019]?t (?:use|apply|count|include)|do not (?:use|apply|count|include)|quítal[ao]|quita(?:r)? es[ao]|toglil[ao]|retire[zr]?[- ](?:la|le)|enlève[zr]?[- ](?:la|le))(?: (?:it|that|this|them|both|those)\b|(?<=l[ao])|(?<=-l[ae]))"
    rf"|(?:take|leave) (?:it|that|them) (?:off|out|away)\b|lass (?:sie|es|das|ihn) weg\b)"
)
_BOTH_WAYS = re.compile(
    r"\bwith(?: and |/| or | & | vs\.? )without\b|\bmit (?:und|oder) ohne\b|\bavec (?:et|ou) sans\b|\bcon [yo] sin\b|\bcon (?:e|o) senza\b|\bwithout and with\b|\bohne und mit\b|\bsans et avec\b|\bsin y con\b|\bsenza e con\b|\bw/ ?(?:and|&) w/o\b"
)
_THEN_WITHOUT = re.compile(
    rf"(?<=\ufffc)(?P<then>[^\w\ufffc]*(?:and|or|vs\.?|versus|/|und|oder|et|ou|y|o|e|once|einmal|against|compared (?:to|with))(?: also| then| once| einmal)?\s+(?:{_LACKING})\b(?: it\b| that\b| the code\b| the promo\b)?)(?!\s*(?:{_BRIDGE})\ufffc)"
)
REFUSING = re.compile(
    rf"{_LACKING}|{_REFUSED}|{_DROPPING}|{_NOT}|{_NT}|{_INSTEAD_OF}|als|{_VERB}|don|t"
)
"""A word that turns an offer down, or stands between such a word and the offer."""


def both_ways(text: str, said: Sequence[Said]) -> Span | None:
    """Where the text asks for the price with and without an offer."""
    if found := _BOTH_WAYS.search(text):
        return found.span()
    then = _THEN_WITHOUT.search(without(text, [one.span for one in said]))
    return then.span("then") if then else None


def declined(text: str, said: Sequence[Said]) -> dict[Said, Span]:
    """The offers that are turned down, each with where the text does so; `said` is in the text's order."""
    runs = _runs(text, said)
    turned: dict[int, Span] = {}
    for i, run in enumerate(runs):
        if span := _turned_down(text, run) or _with_the_one_before(text, runs, turned, i):
            turned[i] = span
    named = {one: turned[i] for i, run in enumerate(runs) if i in turned for one in run}
    if pointed := _POINTED.search(without(text, [one.span for one in said])):
        named |= {one: pointed.span() for one in said if one.span[1] <= pointed.start()}
    return named


def points_at_an_offer(text: str) -> Span | None:
    """Where the text turns down what was offered before: "without it"."""
    found = _POINTED.search(text)
    return found.span() if found else None


def _runs(text: str, said: Sequence[Said]) -> list[list[Said]]:
    """The places that stand side by side and mean one: "promo COLD27"."""
    runs: list[list[Said]] = [[one] for one in said[:1]]
    for before, one in pairwise(said):
        between = text[before.span[1] : one.span[0]]
        if before.sort == one.sort and _BESIDE.fullmatch(between):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _turned_down(text: str, run: Sequence[Said]) -> Span | None:
    """From where to where the run is turned down by the words before or after it, if it is."""
    start, end = run[0].span[0], max(one.span[1] for one in run)
    left, right = text[:start], text[end:]
    before = _BEFORE.search(left)
    if before and _is_meant(before, left, right, run[0]):
        return before.start(), end
    if run[0].sort == "promotion" and _ENDED.search(left) and _DATED.search(right):
        return start, end
    if (parted := _PARTED.search(left)) and (off := _PARTED_OFF.search(right)):
        return parted.start(), end + off.end()
    if run[0].sort == "promotion" and (lost := _refused(left, right)):
        return lost[0], end + lost[1]
    after = _AFTER.search(right)
    return (start, end + after.end()) if after and not _ASKED.search(left) else None


def _refused(left: str, right: str) -> Span | None:
    """Where what is left of a promotion begins and what is right of it ends, where that refuses it: "COLD27 cancelled"."""
    if (begun := _TURNED_DOWN.search(left)) and (ended := _DOWN.search(right)):
        return begun.start(), ended.end()
    after = _REFUSED_AFTER.search(right)
    return (len(left), after.end()) if after and not _ASKED.search(left) else None


def _is_meant(before: re.Match[str], left: str, right: str, one: Said) -> bool:
    """Whether the word found turns the offer down: not in "don't forget COLD27", nor "before COLD27 ends"."""
    if before["sooner"]:
        return _DATED.search(right) is None
    if before["refused"] and one.sort == "deal":
        return False
    if before["nicht"]:
        standing = one.graced and before["nicht"] in {"not", "nicht", "non", "pas"}
        asked = re.search(r"\b(?:why|or|warum|pourquoi)\s+$", left[: before.start()])
        return not standing and asked is None
    again = re.search(rf"\b(?:{_NEVER_DROPPED})$", left[: before.start()])
    return again is None or bool(before["nt"])


def _with_the_one_before(
    text: str, runs: Sequence[Sequence[Said]], turned: dict[int, Span], i: int
) -> Span | None:
    """Where the run is turned down together with the one before it: "without COLD27 or the deal"."""
    if i - 1 not in turned or turned[i - 1][1] > max(one.span[1] for one in runs[i - 1]):
        return None
    between = text[max(one.span[1] for one in runs[i - 1]) : runs[i][0].span[0]]
    joined = _EITHER.fullmatch(between)
    return runs[i][0].span if joined and not runs[i][0].graced else None
