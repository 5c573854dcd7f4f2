"""Wishes that only a person may grant: a discount, an exception, a change of contract, money, a favour."""

import re

from partnerline.knowledge.intent.people.spoken import (
    asks_how_things_are,
    inquires,
    reports_another,
    sayings,
    seeks_an_argument,
)

_PERCENT = r"\d+(?:[.,]\d+)?\s?(?:%|percent|per cent|prozent|points?|punkte)"
_NO_MEASURE = r"(?! ?(?:tolerance|humidity|accuracy|load|battery|charge|rh|deviation|of|relative|duty|packet))"
_PRICED = re.compile(
    r"\b(?:can|could|may|shall|should) (?:i|we|you) (?:give|offer|grant|do|go|approve|have|get|match|extend)\b.{0,40}"
    r"(?:\d+(?:[.,]\d+)?\s?(?:%|percent)|\bdiscount\b|\bcheaper\b|\bmatch\b|\bprice of\b)"
    r"|\b(?:approve|sign off on|authori[sz]e)\b.{0,40}\b(?:price|discount|deal|exception|quote|offer)\b"
    r"|\b(?:wants?|needs?|asks? for|give|get|push(?:es|ing)? for|could|can|possible)\b.{0,30}"
    r"\b(?:another|extra|additional|further|bigger|better|special|custom|lower)\b.{0,20}"
    r"(?:\bdiscounts?\b|\bprices?\b|\bpricing\b|\d+\s?(?:%|percent))"
    r"|\bmatch\b.{0,30}\bprices?\b|\bprice match\b"
    r"|\bspecial (?:net )?(?:prices?|pricing|rate|conditions|terms)\b|\b(?:sonder|spezial)preis\w*|\bprecio especial\b|\bprix special\b|\bprezzo speciale\b"
    r"|^\W*(?:any |a |some )?discounts? (?:for|on) \d+\b|\b\d+ [^?]{1,60}\bwith (?:a |an |another )?\d+(?:[.,]\d+)?\s?(?:%|percent) (?:discount|off|rebate)\b"
    r"|\d+(?:[.,]\d+)?\s?(?:%|percent)(?: off| discount)\b.{0,40}\b(?:ok|okay|possible|fine|allowed)\b"
)
"""Something off a price; a figure beside it makes a wish even of a question."""

_PRICE = re.compile(
    rf"^(?:is|are|would|could|sind|waren|est-ce que|es|sono)\b.{{0,20}}?{_PERCENT}{_NO_MEASURE}.{{0,40}}\b(?:ok|okay|fine|possible|acceptable|allowed|alright|all right|in ordnung|moglich)\b"
    rf"|\bok(?:ay)? (?:with|for) (?:you|\d)|\bare you (?:ok|okay|fine|good) with\b|\b(?:can|could|would) you (?:do|give|make|offer|go|come)\b.{{0,25}}(?:{_PERCENT}|\bbetter\b|\blower\b|\bdown\b|\bcheaper\b)"
    rf"|\bsharpen (?:your|the) pencil|\bany (?:chance|room|way|possibility)\b.{{0,20}}\b(?:better|lower|special|extra|discount|negotiat\w*)|\b(?:i|we) need (?:an? )?(?:[a-z]+ )?{_PERCENT}{_NO_MEASURE}|\bgive (?:me|us|them|him|her) (?:an? |another |an extra )*{_PERCENT}{_NO_MEASURE}"
    r"|\b(?:need|want|get|have|request|give us|grant us|apply for)\b.{0,15}\b(?:special|project|tender|custom|individual|better|preferential) (?:prices?|pricing|conditions|terms|deal)\b|\b(?:can|could|may) (?:i|we) (?:give|offer|grant)\b.{0,30}\b(?:free|discount|rebate|for nothing)\b"
    r"|\b(?:will|would|can|could|do) you (?:match|beat|support (?:that|this|it|us)|agree to|go along)|\b(?:honou?r|hold|keep|freeze|lock|leave|let us have)\b.{0,12}\b(?:price|promo(?:tion)?|offer|rate|conditions|discount)s?\b"
    r"|\bgeht da noch was\b|\bnoch was (?:am|beim) preis\b|\bmehr rabatt\b|\b(?:accorder|faire|donner)\b.{0,20}\d+ ?%|\b(?:dar|hacer|conceder)(?:nos)?\b.{0,20}\d+ ?%|\b(?:conceder|fare|dar)(?:e|ci)?\b.{0,20}\d+ ?%"
)
_EXCEPTION = re.compile(
    r"\b(?:make|grant|need|allow|give|get|have|want|request)\b.{0,25}\bexceptions?\b|\bexceptions? (?:be )?(?:possible|please|for us)\b|\bausnahme (?:machen|gewahren|moglich)\b|\bmach\w*(?: sie)? (?:bitte )?(?:uns )?eine ausnahme|\b(?:faire|accorder) (?:nous )?une exception\b|\b(?:hacer|hagan) una excepcion\b|\bfa(?:re|te) un'?eccezione\b"
)
_MONEY = re.compile(
    r"\b(?:can|could|may) (?:we|i) (?:get|have|pay)\b.{0,30}\b(?:net \d+|\d+ days|instal?ments?|later|payment terms|after delivery|in (?:two|three|four|several) \w+)\b|\b(?:give|grant|accept|agree|allow)\b.{0,30}\b(?:net \d+|instal?ments?|payment plan|payment terms|longer to pay)\b|\b(?:longer|better|other|more) (?:payment terms|time to pay)\b"
    r"|\b(?:waive|forgive|skip|drop(?! an? (?:e-?mail|mail|line|note))|absorb|cover|reimburse|refund|write off|compensate|credit)\b.{0,30}\b(?:fee|fees|charge|charges|costs?|shipping|freight|penalty|penalties|us|me|difference|customer|damage)\b|\b(?:will|can|could|would) you pay for\b"
    r"|\b(?:want|demand|need|claim|expect|get|insist on)\b (?:an? |our |some |full |the )*(?:refund|compensation|money back|damages)\b|\b(?:raise|increase|lift|extend|higher)\b (?:our|my|the) credit\b|\bcredit (?:line|limit) (?:raised|increased)\b"
    r"|\b(?:give|grant|allow|get) us (?:some )?more\b|\b(?:fund|sponsor|finance) our\b|\bcount (?:the|our)\b.{0,30}\b(?:for|towards?|as)\b|\bzahlungsziel\b|\bgebuhr(?:en)? erlass|\berlassen sie\b|\bpayer en (?:\w+ )?fois\b|\b(?:pagar|pagare) (?:a|en|in) (?:\d|plazos|rate)"
)
_DEAL = re.compile(
    r"\b(?:approve|authori[sz]e|accept|release|grant|reopen|reactivate|prolong|extend|sign off(?: on)?|okay|green-?light)\b.{0,40}\b(?:deal|registration|project|exception|discount|quote|claim|request|returns?|protection|promo(?:tion)?|offer|warranty|deadline|loan|dr-?\d+)\b|\bkeep (?:the|this|our) (?:promo\w*|offer|deal)\b.{0,12}\bopen\b"
    r"|\b(?:take|accept)\b.{0,25}\b(?:back|returns?)\b|\b(?:genehmig|verlanger|freigeb|akzeptier)\w*(?: sie)? (?:bitte )?(?:mein|unser|die|das|den)|\b(?:approuver|valider|prolonger) (?:mon|notre|ma|l')|\b(?:aprueb|aprob|ampli|prorrog)\w+ (?:mi|nuestr)|\b(?:approv|proroga)\w* (?:il mio|la mia|il nostro|la nostra)"
)
_LAW = re.compile(
    r"\b(?:change|amend|modify|remove|strike|delete|adjust|renegotiate|alter|terminate|end|cancel|add)\b.{0,40}\b(?:clauses?|contract|agreement|annex|addendum|non-compete|section \d|paragraph \d)\b|\bcontract be (?:amended|changed|adjusted|extended)\b|\b(?:counter-?)?sign (?:off )?(?:it|this|that|the|our|my|an?|attached)\b"
    r"|\b(?:accept|agree to|be|take)\b.{0,20}\b(?:liable|liability|general terms|our (?:terms|conditions))\b|\bconfirm in writing\b|\bguarantee\b.{0,40}\b(?:in writing|delivery|us)\b|\bcommit to\b|\bcancel the subscription\b.{0,30}\b(?:please|agree|before)\b"
    r"|\b(?:want|need|give us|get|grant us|ask for|request)\b.{0,25}\bexclusiv\w*|\bbe your only partner\b|\b(?:klausel|vertrag)\b.{0,20}\b(?:andern|anpassen|streichen)\b|\bwollen (?:die )?exklusiv\w*|\bvoulons l'exclusiv\w*|\bqueremos (?:la )?exclusiv\w*|\bvogliamo l'esclusiva\b|\b(?:modifier|changer) (?:la clause|le contrat)\b|\b(?:cambiar|modificar) (?:la clausula|el contrato)\b|\b(?:cambiare|modificare) (?:la clausola|il contratto)\b"
)
_FAVOUR = re.compile(
    r"\b(?:raise|lift|upgrade|improve|increase) (?:our|my) (?:tier|level|status|discount|rebate|margin)\b|\b(?:upgrade|move|promote|bump|put|keep|lift) us (?:to|in|into|up|at)\b|\b(?:prioriti[sz]e|expedite|speed up|fast-?track) (?:our|us|my|this)\b"
    r"|\b(?:let|allow) us (?:to )?(?:sell|buy|have|keep|return|use|order|pay|skip)\b|\b(?:give|lend|send|provide|ship) (?:us|them|him|her)\b.{0,40}\b(?:free|for nothing|at no (?:cost|charge)|for longer|longer than)\b"
)

_BE_SO_KIND = re.compile(
    r"\b(?:consider|reconsider|okay|grant|allow|approve|agree to|accept|tolerate|review|overrule|reverse|reinstate|revive|renew|waive|defer|postpone|stretch|find a way|bend the rules|turn a blind eye)\b.{0,40}"
    r"(?:\d|\b(?:discount|price|fee|registration|rejection|decision|dr-?\d*|contract|terms|payments?|invoice|return|trial|rules?|exception|it|extra|deadline)\b)"
    r"|\b(?:request(?:ing)?|ask(?:ing)? (?:you )?for|apply(?:ing)? for|seeking|need) (?:an? |your |the )*(?:approval|exception|ok|okay|permission|authori[sz]ation|go-?ahead|sign-?off|green light|consent)\b|\bdo you (?:approve|accept|agree)\W*$"
    r"|\bbe (?:waived|deferred|extended|lowered|reduced|granted|refunded|reimbursed|credited) (?:for|to) (?:us|me|this|our)\b|\b(?:make it|let's say|settle (?:on|at)) \d+(?:[.,]\d+)? ?(?:%|percent|points)|\bneed your ok\b"
    r"|\b(?:i|we)(?:'d| would)? (?:like|want|need|wish) (?:to )?(?:return \d|renegotiate|re-negotiate|extend (?:my|our)|get out of|out of our|cancel our|terminate our|leave the)|\b(?:legal|your lawyers?|management|your (?:legal|management) team)\b.{0,12}\b(?:approve|accept|sign|agree)"
    r"|\b(?:protect|promote|support|favou?r|prefer) us\b|\b(?:give|grant|pass|leave|assign) us (?:the|that|this|a longer|an? extra|more)\b|\b(?:lower|raise|lift|drop|reduce|increase|skip) (?:the|our) (?:threshold|target|minimum|limit|discount|tier|price|fee|quota|requirement)s?\b"
    r"|\bif (?:we|i|they|he|she) (?:get|got|had|have|receive) (?:another |an extra )?\d+(?:[.,]\d+)? ?(?:% )?(?:more |extra |additional )?(?:points?|percent|%)|\b(?:throw|chuck) in\b.{0,15}\b(?:free|extra|two|three|some|a few|an?|\d+)\b|\b(?:can|could|may|shall|should) we (?:agree|accept|sign|commit)(?: to (?:it|that|this))?\W*$|\bstill (?:honou?r|accept|count|approve|grant) (?:it|this|that|us)\b|\b(?:wiggle|wriggle) room\b|\btake (?:on|over) (?:half|part|a (?:share|part)|some|\d+ ?%)\b"
    r"|\b(?:need|want|like|have)\b.{0,20}\b(?:warranty|guarantee|deadline|term|trial|loan|registration)\b.{0,20}\b(?:stretched|extended|prolonged|lengthened)\b|\bentgegenkommen\b|\bfaire un geste\b|\bvenirci incontro\b"
    r"|\bpay (?:out )?(?:us )?(?:the|our) rebate (?:early|now|in cash|out)|\b(?:take (?:on|over)|bear|share|split) the [a-z]* ?costs?\b|\b(?:settle|pay) (?:the|our|this) invoices? (?:at|in|later|until|by|next)\b|\bpossible to (?:have|get|pay|delay|extend) .{0,30}\b(?:days?|term|instal?ments?|discount|later|longer)\b"
    r"|\bkonnen sie uns \d|\b(?:brauchen|hatten gern\w*|wollen) (?:einen|ein|mehr|bessere) ?(?:besseren |hoheren |weiteren )?(?:preis|rabatt|nachlass|konditionen)\b|\berlass\w*(?: sie)? (?:bitte |uns )*(?:die|das)|\bdelai de paiement\b|\bmejorar(?:nos)? el precio\b|\bmigliorare il prezzo\b|\bmeilleur prix possible\b"
)
_FAVOURS = (_PRICE, _EXCEPTION, _MONEY, _DEAL, _LAW, _FAVOUR, _BE_SO_KIND)
_BY_RULE = re.compile(
    r"^(?:is|are|does|do|did|has|have|must|was|were)\b(?! (?:you (?:ok|okay|fine|good|approve|accept|agree\W*$)|your (?:legal|lawyer|management)|it possible|\d))|^(?:can|could|may|must|should|would) (?:the|a|an|any|customers?|partners?|they|he|she|it|somebody|someone)\b(?! exception)(?!.*\bfor us\b)(?!.*\bpossible to\b)"
)
"""What asks for the rule itself: whether a thing is so, or what anybody may do."""
_NAMED_ONLY = re.compile(
    r"^(?:notice period|process|procedure|rules|conditions|deadline|steps|requirements|form|policy|details|information|info|period|terms|criteria)\b"
)
_GRANTED = re.compile(
    r"\bok(?:ay)? (?:for|with) you\b|\b(?:will|would|can|could|do) you\b|\bplease\b|\bpls\b|\b(?:may|can|could|shall) (?:i|we)\b|\bok\?|\bpossible\?|\bapprove\b"
)


def asks_for_a_decision(said: str) -> bool:
    """Whether something is wished that no document grants, by the rep or through it by a customer."""
    if seeks_an_argument(said):
        return False
    if reports_another(said):
        return bool(_PRICED.search(said) or (_GRANTED.search(said) and _wished(said)))
    return any(_asked(one) for one in sayings(said))


def _asked(saying: str) -> bool:
    if inquires(saying) or _NAMED_ONLY.search(saying):
        return False
    if _PRICED.search(saying) and not _asks_whether(saying):
        return True
    return _wished(saying) and (_PRICE.search(saying) is not None or not _BY_RULE.search(saying))


def _asks_whether(saying: str) -> bool:
    return asks_how_things_are(saying) and re.search(r"\d", saying) is None


def _wished(saying: str) -> bool:
    return any(pattern.search(saying) for pattern in _FAVOURS)
