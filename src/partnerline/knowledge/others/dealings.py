"""What other partners do, have and are, asked without naming one: "which partner registered that deal"."""

import re

from partnerline.knowledge.regions.areas import plain
from partnerline.knowledge.words import fold

_PARTNERS = r"(?:partners?|resellers?|dealers?|distributors?|integrators?|handler|partnern?|vertriebspartner|partenaires?|revendeurs?|socios?|distribuidor\w*|rivenditor[ei])"
_OTHER = r"(?:other|another|any other|competing|competitor|rival|neighbou?ring|(?:second|third|next|biggest|largest|best(?: selling)?|top) )"
_HAVE = r"(?:get|gets|got|getting|have|has|had|having|pay|pays|paid|make|makes|made|earn|sell|sells|offer\w*|quot\w+|receive\w*|enjoy)"
_TERMS = r"(?:discounts?|prices?|pricing|terms|conditions|margins?|rebates?|deals?|exclusiv\w*|revenue|turnover|quotas?|targets?|bonus|price list|mdf|leads?|\d+ ?%)"
_REGISTERED = r"(?:registered|quoted|quoting|supplied|supplies|won|sold|sells|selling|bid|bidding|working|offering|offered|claimed|submitted|attended|serves|serving|bought|ordered)"
_ELSE = r"(?:else|other (?:partner|reseller|company)|other than us|apart from us|besides us)"

_ASKED = re.compile(
    rf"\bwho else\b.{{0,20}}\b(?:sells?|selling|quot\w+|offer\w*|registered|bid\w*|got|gets|is (?:on|in) (?:this|that|the)|works?|distributes?|buys?|supplies)\b"
    rf"|\bwho\b.{{0,12}}\b(?:registered|quoted|is quoting|supplied|undercuts?|undercut)\b(?! (?:first)?\W*$)(?! (?:it|them) (?:first|at))"
    rf"|\b(?:which|what|whose) (?:of your |other |competing )?{_PARTNERS} (?:\w+ )?(?:{_REGISTERED}|got|gets|has|have|is|are|undercut\w*|did|pays?|paid)\b(?! (?:benefits?|trainings?|there|counts))"
    rf"|\b(?:which|what) (?:other|competing) {_PARTNERS}\b|\b(?:who|which|what) (?:is|are|was|were)(?: all| some of)? (?:your|the) (?:other |biggest |largest |best(?:[- ]selling)? |top |competing |main )+{_PARTNERS}\b|\b(?:name|list|show me|give me|send me)\b.{{0,20}}\b(?:your|all|other|the biggest|the other)\b.{{0,10}}\b{_PARTNERS}\b(?! (?:benefits?|trainings?|rules|levels?|portal|programme|program|tiers?|discounts?|prices?|manual|contacts?))"
    rf"|\b(?:a |the )?list of (?:all |your |the |other )*{_PARTNERS}\b|\bwho (?:is|are) (?:the |your )?(?:platinum|gold|silver|bronze|premium)\b(?! for)|\b(?:which|what) {_PARTNERS} (?:is|are) \w+"
    rf"|\bwho (?:is|was) the other {_PARTNERS}\b|\bwho did you (?:give|pass|hand|send|promise) (?:the|that|this|our) (?:lead|deal|project|customer)\b|\b(?:which|what) {_PARTNERS} (?:did|does|do)\b(?! get for)"
    rf"|\b(?:what|which|how much)\b.{{0,30}}\b(?:do|does|did|have|has|are|is|will|you (?:quote|give|offer|charge))\b.{{0,12}}\b(?:other|another|any other|competing|rival|your biggest|your largest|your best|your top)(?: [a-z]+)? {_PARTNERS}\b(?!.{{0,20}}\b(?:say|think|use|want)\b)"
    rf"|\b(?:do|does|are|is|has|have|did) (?:the |any |all |your )*(?:other|another|competing)(?: [a-z]+)? {_PARTNERS}\b.{{0,30}}(?:\b{_TERMS}|\b(?:better|more|less|cheaper|already|working|quoting|exclusiv\w*)\b)"
    rf"|\b{_OTHER} ?(?:[a-z]+ )?{_PARTNERS}\b.{{0,40}}\b(?:their|what|which|how)\b.{{0,15}}\b{_TERMS}.{{0,20}}(?:\b(?:do|does|did) (?:they|he|she|it)\b|\W*$)|\b(?:what|which) {_TERMS}\b.{{0,20}}\b(?:did|does|do|has|have|had)\b.{{0,12}}\b(?:other|another)\b.{{0,12}}\b{_PARTNERS}\b"
    rf"|\b(?:has|have|did|is|was) (?:some ?(?:one|body)|any ?(?:one|body)) else\b.{{0,15}}\b{_REGISTERED}\b|\b(?:has|have|did) (?:another|any other|an other) {_PARTNERS} (?:already )?{_REGISTERED}\b|\bis (?:another|any other) {_PARTNERS} {_REGISTERED}\b"
    rf"|\b(?:rank|compare|stack up|stand|do we do)\b.{{0,15}}\b(?:against|to|with|among)\b.{{0,12}}\b(?:other|all)\b.{{0,15}}\b{_PARTNERS}\b|\bare we (?:your|the) (?:biggest|largest|best|only|top|smallest)\b.{{0,12}}\b{_PARTNERS}\b|\bcompetitors? (?:among|within) (?:your|the)\b|\bwho else (?:is|are|has (?!to)|have (?!to)|got|gets?)\b"
)
_ABOUT = re.compile(
    rf"\b(?:are|is) there (?:any |an? )?(?:other|another|more) {_PARTNERS}\b.{{0,6}}\b(?:in|near|around|who|that|with)\b|\b(?:name|recommend|suggest) (?:me |us )?(?:an?|another|some|any)(?: other)? {_PARTNERS}\b|\bbeen registered by\b|\bwho (?:beat|outbid|undercut|won against) us\b"
    rf"|\bwhat (?:does|do|did|has|have) the (?:[a-z]+ )?{_PARTNERS} (?:next door|over there|in [a-z]+|across|nearby)\b|\bhow much\b.{{0,25}}\b(?:did|do|does|have) (?:the )?others\b|\bwho are (?:all )?your {_PARTNERS}\b|\bwhat did you (?:give|offer|quote|charge|promise)\b.{{0,25}}\bother\b"
)
_AMONG = re.compile(
    rf"\b(?:any ?(?:one|body)|some ?(?:one|body)) else\b.{{0,20}}\b(?:selling|sells?|offering|quoting|distributing)\b|\b(?:which|what) (?:other )?(?:companies|firms|vendors|shops|ones) (?:else )?(?:sell|resell|distribute|carry|offer)s? (?:your|this|these|our)\b|\bhow (?:many|much|often)\b.{{0,30}}\b(?:did|do|does|has|have) (?:the |your )?(?:other|another|biggest|largest) {_PARTNERS}\b"
    rf"|\bwho(?:'s| is| are) (?:the |your )(?:top|biggest|largest|best|main|strongest|most successful)\b.{{0,15}}\b{_PARTNERS}\b|\b(?:supply|sell to|work with|deliver to) (?:our|my) competitors?\b|\bwho is the {_PARTNERS} (?:that|who|which)\b|\bis there (?:an?|any|another) {_PARTNERS} (?:with|that has|who has|who gets|in)\b"
    rf"|\bwhat do (?:the )?(?:platinum|gold|silver|bronze) (?:guys|ones|people|folks|companies|partners)\b.{{0,20}}\b(?:pay|get|have)\b|\bhow (?:big|large|good|old) is your (?:biggest|largest|best|top)\b|\b(?:my|our) (?:rivals?|competitors?) (?:in|within|among) your\b|\bdo (?:the )?others (?:get|have|pay)\b|\b(?:does|has|did|is) the other {_PARTNERS}\b(?! be told| know)"
)
_TONGUES = re.compile(
    rf"\bwer (?:verkauft|vertreibt|hat|bietet) .{{0,12}}\b(?:noch|sonst|registriert|angeboten)\b|\bwer hat\b.{{0,40}}\bregistriert\b|\bwelche[rnsm]? (?:andere[rn]? )?{_PARTNERS}\b.{{0,40}}\b(?:registriert|bekomm\w*|hat|haben|verkauf\w*|sind)\b"
    rf"|\bwelche\w* (?:rabatte?|preise?|konditionen)\b.{{0,30}}\bandere\w* {_PARTNERS}\b|\bwer sind (?:eure|ihre|die) .{{0,12}}{_PARTNERS}\b|\b(?:qui|quien|chi) (?:d'autre|mas|altro|altri)\b.{{0,12}}\b(?:vend\w*|propos\w*|ofrec\w*|offr\w*)\b"
    rf"|\b(?:quel|quels|que|cual|quale|quali) (?:autre |altro |otro )?{_PARTNERS}\b.{{0,12}}\b(?:enregistre|registro|registrado|ha registrato|a gagne|ha vinto)|\b(?:quelles?|que|che|quali) (?:remises?|prix|descuentos?|precios?|sconti?|sconto|prezzi)\b.{{0,20}}\b(?:autres|otros|altri)\b.{{0,4}}{_PARTNERS}\b"
)
_OWN_CASE = re.compile(
    r"^\W*(?:does (?:the|a|my|our) (?:end )?customer|what if|what happens|what now|can|could|may|who gets|which registration|two|will|am i|do (?:i|we) (?:need|have)|must|is it|how do (?:i|we) (?:handle|deal)|if)\b(?! you tell me (?:who|which))"
    r"|\bwhat (?:do|should|can|shall) i (?:say|answer|reply|tell)\b|\bhow do i (?:handle|answer)\b"
)
"""What asks for the rules of the asker's own case."""


def asks_for_others_dealings(text: str) -> bool:
    """Whether it is asked who other partners are, or what they have, do, pay or registered."""
    said = " ".join(plain(fold(text)).replace("’", "'").split())
    if _OWN_CASE.search(said):
        return False
    return any(pattern.search(said) for pattern in (_ASKED, _ABOUT, _AMONG, _TONGUES))
