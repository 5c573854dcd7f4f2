"""A wish for a person, in five languages."""

import re

from partnerline.knowledge.intent.people.spoken import (
    asks_how_things_are,
    inquires,
    reports_another,
    sayings,
)

_BODY = (
    r"(?:some ?(?:one|body|1)|any(?:one|body)|humans?(?: being)?|(?:real|live|actual) (?:person|people|human|one)|persons?|people|colleagues?|"
    r"(?:support|customer|sales|channel|partner|account|product|your) (?:service|team|staff|people)|customer (?:service|care))"
)
_ROLE = (
    r"(?:agents?|operators?|representatives?|reps?|managers?|management|experts?|specialists?|engineers?|technicians?|boss|directors?|sales|"
    r"support|advisers?|advisors?|supervisors?|consultants?|account team|helpdesk|help desk|hotline)"
    r"(?! (?:licen[cs]e|seats?|roles?|accounts?|software|panel|updates?|hours?|days?|plans?|cases?|contract|page|portal))"
)
_WHOM = rf"(?:(?:an?|the|my|our|your|one of your|some|any|another|that|this) )?(?:[a-z-]+ ){{0,2}}?(?:{_BODY}|{_ROLE})\b"
_NAME = r"(?!(?:an?|the|my|our|your|their|its|each|it|them|him|her|this|that|one|two|more|other|another|all|any|some|every|both|customers?|clients?)\b)[a-z][a-z'-]+"
_SUBJECT = r"(?:i|we|you|me|us|some ?(?:one|body)|any(?:one|body)|an? [a-z]+|one of you)"
_WISHING = (
    rf"(?:(?:can|could|may|might|shall|would|please|pls|plz|let|will) (?:{_SUBJECT} )?|(?:i|we)(?:'d| would)? (?:like|love|rather|prefer)|"
    r"\b(?:want|wanna|need|wish|have) to|\bwanna|\b(?:want|need|prefer) (?:an?|some)|\brather)"
)
_START = r"^(?:please |pls |plz |just |kindly |i'd rather |let me |let us |let's )*"
_CONTACT = r"(?:t(?:al|la)k|speak|chat|discuss|have a (?:word|call|chat)|jump on a call|get on the (?:phone|line)|get hold|get in touch)"
_TOWARDS = r"(?:to|with|of|2)"
_DO_CALL = r"(?:call|ring|phone|contact|reach|write to|get back to|reply to|answer|come back to|help) (?:me|us)\b"

_ENGLISH = re.compile(
    rf"{_WISHING}.{{0,20}}\b{_CONTACT}\b.{{0,30}}?\b{_TOWARDS} {_WHOM}"
    rf"|{_START}{_CONTACT}\b.{{0,20}}?\b{_TOWARDS} {_WHOM}|{_START}(?:contact|call|reach|ask|get) (?:me |us )?{_WHOM}(?: (?:please|pls|now|asap|today)|\W*$)"
    rf"|\b(?:can|could|may|want to|need to|like to|let me) (?:i |we )?(?:talk|speak|chat) (?:to|with) {_NAME}(?: please| pls| now| today| directly| again|\W*$)"
    rf"|{_WISHING}.{{0,15}}\b(?:an? )(?:quick )?(?:phone |video )?call\b(?: with {_WHOM}| about|\W*$)|^let's have a call|^(?:can|could) we (?:jump on|have|do) a (?:quick )?call"
    r"|\b(?:put|connect|transfer|hand|pass|refer|direct|route|redirect) (?:me|us)(?: \w+)? ?(?:through |over |on )?(?:to|with)\b"
    rf"|\b(?:forward|pass|hand|raise|escalate|transfer|take|route|refer) (?:this|it|that|my (?:question|request|case|message))\b(?: question| request)?(?: on| over| up)? ?(?:to|with) (?:{_WHOM}|{_NAME}(?: please|\W*$))"
    rf"|(?:{_START}|\bcan |\bcould |\bwould |\bwill |\bplease |\bpls |\b(?:get|have|ask|tell|let) )(?:you )?(?:{_WHOM}|{_NAME})?(?: please)?(?: to)? ?(?:call|ring|phone|contact) (?:me|us)\b"
    rf"|\b(?:have|get|ask|let|tell) {_WHOM}.{{0,20}}\b(?:{_DO_CALL}|contact (?:me|us))|\bgive (?:me|us) a (?:quick )?(?:call|ring|buzz|shout)\b|\b(?:ring|call) (?:me|us)? ?back\b"
    rf"|\b(?:can|could|would|please|pls)\b.{{0,12}}\b(?:ask|check|clarify|verify|discuss|confirm)\b.{{0,20}}\b(?:with )?(?:your |an? |my |the )(?:[a-z-]+ )?(?:{_BODY}|{_ROLE}|team)\b"
    rf"|^(?:please |pls )?ask {_NAME}(?: please| pls|\W*$)|(?:^|\byou |\bplease |\bpls )get {_NAME} on the (?:line|phone)|^is {_NAME} (?:there|around|in today)\W*$"
    r"|\b(?:let|tell|inform) my (?:[a-z-]+ )?manager\b"
    rf"|\b(?:get|give|find|send) (?:me|us) (?:an? |some )?(?:[a-z-]+ )?(?:{_BODY}|support\b|agent\b|operator\b)|\bset (?:me|us) up with (?:{_WHOM})"
    rf"|\b(?:i|we)?(?:'d| would)? ?(?:want|need|prefer|like)\b (?:to (?:reach|see|get|involve) )?(?:an? |some |my |help from |an? answer from |the help of )*(?:{_BODY})(?: (?:please|now|from|to|who|at|for|on|being|answer)\b|\W*$|, )"
    r"|\b(?:want|need|prefer|like)\b.{0,30}\b(?:answered|checked|handled|done|answer) (?:by )?(?:an? )?(?:human|person|real)|\bprefer an? human\b|\bneed (?:personal|human) (?:assistance|help|support|contact)\b"
    rf"|\bneed (?:an? |the |my )?(?:[a-z-]+ )?{_ROLE}(?: (?:now|please|to call|to help)\b|\W*$)"
    r"|\b(?:can|could|let|have|may) (?:an? (?:real |live )?(?:human|person|colleague|expert|specialist|engineer|technician)|some ?(?:one|body)|any(?:one|body))(?: there| please| of you| at your side| from [a-z]+)* "
    r"(?:please )?(?:look|check|answer|help|review|reply|confirm|take (?:over|care)|join|assist|respond|handle|call|get back|explain)\b"
    r"|^some ?(?:one|body),? (?:please )?help|\b(?:is|are) (?:there )?(?:any(?:one|body)|some(?:one|body)|an? (?:real )?(?:human|person|agent)|any (?:real )?(?:humans?|people|persons?))\b.{0,12}\b(?:there|available|alive|around|here|i can|i could|who can|to talk|to speak|for me)\b"
    r"|^any(?:one|body) (?:alive|there|here|home)\b|^who (?:can|could|will) help (?:me|us)\b|\bwho (?:can|could|may|do|should) (?:i|we) (?:talk|speak) (?:to|with)\b(?: about (?:this|it|that))?\W*$"
    r"|\b(?:don'?t|do not|not|no longer) (?:want|wanna|like)(?: to)? (?:talk|chat|speak|deal)\w* (?:to|with) (?:an? |the |this )?(?:bot|robot|machine|computer|ai)\b|\bnot a (?:ro)?bot\b"
    r"|^(?:please |pls |can you |could you )?escalate(?: this| it| that)?(?: question| please| now| further)*\W*$|\blive (?:support|chat|agent)\b"
    rf"|^(?:please |pls |an? |the |real |live |actual )*(?:{_BODY}|customer (?:service|care)|agent|operator|representative|rep|manager|support agent)(?: (?:please|pls|plz|now|asap|svp))*\W*$"
)
_THINGS = r"(?:api|apis|device|devices|gateway|gateways|sensor|sensors|plc|plcs|broker|server|modbus|bacnet|mqtt|system|dashboard|customers?|clients?|prospects?|competitor)"
_BROUGHT_IN = re.compile(
    rf"\b(?:i|we|me|us)\b(?: [a-z']+){{0,5}} (?:talk|speak|chat)(?:ing)?\b(?! (?:about|like)\b)(?!.{{0,20}}\b{_THINGS}\b)|\b(?:possible|chance|able|like|time) to (?:talk|speak|chat) (?:to|with)\b(?!.{{0,20}}\b{_THINGS}\b)"
    rf"|\b(?:loop|bring|add|pull|involve|include|fetch|summon)(?: in)? (?:{_WHOM}|{_NAME}(?= (?:in|please|pls|here|to this)\b))|\bloop in\b|\b(?:get|bring|pull) {_WHOM} (?:in(?: here)?|into|on|over)\b"
    rf"|\b(?:switch|hand|turn|pass|move|change|go)(?: me| us| this| it)?(?: over| on)? to (?:an? |the |your |real |live )*(?:{_BODY}|agent|operator|representative)\b|\b(?:need|needs|want|for|have|rather have|prefer) (?:an? )?(?:real |live )?(?:human|person)\b(?! (?:to )?(?:on site|presence|at the|machine|detect\w*|error|who|counter))"
    r"|^(?:(?:could|can|may|might) (?:i|we) (?:please )?(?:have|get|request|ask for) |please |requesting |request |i(?:'d| would) (?:like|appreciate|love) |arrange |organi[sz]e )*(?:an? )?call-? ?back\b(?: please| pls|\W*$| from| today| tomorrow| at)|\bappreciate an? (?:phone )?call\b|\bloop (?:my|our|your) [a-z]+ in\b|\b(?:possible|chance) to have an? (?:quick |short |brief )?(?:chat|call|word) with\b|\b(?:can|could) an? (?:technician|engineer|specialist|expert|colleague) (?:join|get on|hop on|jump on|be on) (?:an? |the |our )?(?:call|meeting)\b|\b(?:can|could|would|will|please) (?:my|our|your|the) (?:[a-z]+ )?(?:manager|rep|contact|engineer|cam) (?:please )?(?:join|step in|take over|chime in|call)\b|^is (?:anyone|anybody|someone|somebody)\b.{0,25}\b(?:around|online|available|there|here)\b(?! (?:on|at|in|during) (?:the |a )?(?:night|weekend|sunday|saturday|holiday)s?)|^hand (?:me|us) over\b|\b(?:by|over the|on the) phone with (?:some|any|you)"
    r"|\b(?:i'd|i would|would) (?:like|love|appreciate) (?:a |to have a )?(?:quick )?(?:chat|word|call)\b|\blet [a-z]+ know (?:that )?(?:i|we) (?:want|need|would like|'d like)\b|^(?:done|i'm done|im done) with (?:bots?|this bot)"
)
_GERMAN = re.compile(
    r"\b(?:einen?|jemanden?|frau|herrn?|kolleg\w+) (?:[a-z]+ )?sprechen\b|\b(?:ansprechpartner|kollegen|menschen|mitarbeiter) (?:weiter|ubergeben)|\bgeben sie .{0,25}\bweiter\b|\bjemanden bitten, mich\b|\b(?:mich|uns) anzurufen\b|\bhatte gern\w* einen? (?:ansprechpartner|ruckruf|mitarbeiter|menschen)|\bmit .{1,40}\b(?:sprechen|reden|telefonieren)\b|\bspreche[n]? (?:gern|lieber)\b|\b(?:ruckruf|zuruckruf\w*|zuruckzurufen)\b|\bruf(?:t|e|en)?(?: sie)? (?:mich|uns)\b"
    r"|\b(?:mich|uns)\b.{0,20}\b(?:anrufen|anruft|kontaktieren)\b|\bverbinde\w*(?: sie)? (?:mich|uns)\b"
    r"|^(?:bitte |einen? |echte[nr]? )*(?:mitarbeiter(?:in)?|mensch(?:en)?|ansprechpartner|berater|person)(?: bitte)?\W*$"
    r"|\bbrauche? (?:einen? )?(?:echten? )?(?:mensch\w*|mitarbeiter\w*|person|ansprechpartner\w*|berater\w*|jemanden)\b"
    r"|\bleite\w*(?: sie)? (?:das|es|dies\w*|meine frage)\b.{0,40}\bweiter\b|\b(?:kann|konnte|soll)\b.{0,20}\b(?:ein mensch|jemand von (?:euch|ihnen)|ein kollege)\b"
)
_ROMANCE = re.compile(
    r"\b(?:prefere|prefiero|preferisco|souhaite|me gustaria|essere) .{0,20}\b(?:parler (?:a|avec)|hablar con|parlare con|richiamat[oa]|etre rappele\w*|un contatto umano)\b|\b(?:con cui|avec qui|con quien|con la que) .{0,12}\b(?:parlare|parler|hablar)\b|\bquelqu'un au telephone\b|\b(?:sentire|contattare) (?:un[oa]? )?(?:collega|operatore|persona|qualcuno|responsabile)\b|\bquelqu'un (?:peut|pourrait) (?:me|nous)\b|\b(?:puis-je|peux|pourrais|voudrais|veux|aimerais|souhaite|besoin de|peut-on|possible de) .{0,12}?\b(?:parler|discuter)\b|^parler (?:a|avec)\b"
    r"|\b(?:r?appelez|contactez)-(?:moi|nous)\b|\b(?:me|nous|m')(?: )?(?:r?appeler|contacter)\b|\bpassez-moi\b|\bmettez-(?:moi|nous) en (?:relation|contact)\b"
    r"|\btransfer\w+ (?:ma|cette|mon) .{1,30}\b(?:responsable|conseiller|collegue|humain|equipe)\b|^(?:une? )?(?:vrai[e]? )?(?:humain|personne|conseiller|agent|operateur)\b.{0,6}(?:svp|s'il vous plait|\W*$)"
    r"|\b(?:puedo|podria|quiero|quisiera|necesito|queremos|me gustaria|podemos) (?:poder )?hablar con\b|^hablar con\b|\b(?:ll?amen?me|llameme|llamadme|llamame|llamarme|llamarnos)\b|\bme (?:pueden?|podrian?|podeis|puedes) (?:llamar|contactar)\b"
    r"|\b(?:alguien|que alguien|que) (?:me|nos) (?:llame|contacte|atienda|llamara)\b|\b(?:pas[ae]|pong[ae]|pon|comuni(?:que|ca)|conect[ae])(?:me|nos)\b(?: en contacto)? con\b|^(?:una? )?(?:persona|humano|agente|operador)(?: real| humano| humana)?(?: por favor|\W*$)"
    r"|\b(?:posso|potrei|vorrei|voglio|devo|possiamo|bisogno di|vorremmo) .{0,12}?\bparlare con\b|^parlare con\b|\b(?:ri)?chiama(?:te)?mi\b|\b(?:ri)?chiamarmi\b|\bmi (?:puo|potete|potrebbe|puoi) (?:ri)?(?:chiamare|contattare)\b"
    r"|\bmi pass[ia]\b|\bpassatemi\b|\bmi metta in contatto\b|^(?:una?|un) (?:operatore|persona|umano|collega)(?: vera| reale| umano)?(?: per favore|\W*$)"
)


def asks_for_a_person(said: str) -> bool:
    """Whether a person is wished for; what a customer wishes, or how one is reached, is something to look up."""
    if reports_another(said):
        return False
    return _NO_BOT.search(said) is not None or any(_wishes(one) for one in sayings(said))


_NO_BOT = re.compile(r"^no (?:more )?(?:ro)?bots?(?: please| pls|\W*$)")
_TALKED_TO = re.compile(r"^(?:que alguien|do you have (?:some|any)(?:one|body) (?:i|we)|is it possible to (?:talk|speak|chat)|how about letting me|c'e qualcuno con cui|hay alguien con quien|y a-t-il quelqu'un|who (?:can|could|may|should|do) (?:i|we) (?:talk|speak) (?:to|with)(?: about (?:this|that|it))?\W*$|who (?:can|could|will) help (?:me|us)(?: (?:with|on) (?:this|that|it)| here| now| please)*\W*$|is (?:anyone|anybody|someone|somebody) .{0,25}\b(?:around|online)\b|is there (?:any|some)(?:one|body) (?:i|we) (?:can|could)|(?:is|are) (?:there )?any|is an? (?:human|person)|is [a-z'-]+ (?:there|around)|gibt es .{1,40}\bsprechen|est-ce que quelqu'un)")  # fmt: skip


def _wishes(saying: str) -> bool:
    if (inquires(saying) or asks_how_things_are(saying)) and not _TALKED_TO.search(saying):
        return False
    return any(pattern.search(saying) for pattern in (_ENGLISH, _BROUGHT_IN, _GERMAN, _ROMANCE))
