"""Displeasure with the bot's answers, or with waiting for one."""

import re

from partnerline.knowledge.intent.people.spoken import reports_another, sayings

_VERY = r"(?:(?:so|really|very|totally|completely|just|absolutely|simply|again|still|all|quite|pretty|getting|a|an|the|such|complete|total|also|clearly|plain) )*"
_IT = r"(?:this|that|it|you|(?:this|the|your|that|my)(?: last| first| previous)? (?:answers?|reply|response|bot|thing|chat|tool|service|assistant|price you (?:gave|told|quoted)(?: me| us)?|answer you gave(?: me| us)?|answer above|information)(?: above)?)"
_IS = r"(?: is| are| was| were| isn't|'s|'re|s)"
_BAD = r"(?:useless|worthless|hopeless|ridiculous|annoying|rubbish|garbage|crap|nonsense|bullshit|bs|stupid|dumb|terrible|awful|horrible|pathetic|frustrating|unhelpful|a joke|waste of (?:my |our )?time|no help|not (?:very |really |at all )?helpful|disappointing|unacceptable|no use)"
_WRONG = r"(?:wrong|incorrect|false|mistaken|not (?:correct|right|true)|nonsense)"
_MEANT = r"(?!.*\bi (?:meant|mean)\b)"

_OWN = re.compile(
    rf"^{_IT}{_IS} {_VERY}{_BAD}\b|^{_VERY}{_BAD}(?: (?:bot|answer|thing|service|tool|again))?\W*$|^what a (?:{_BAD}|joke|mess)"
    rf"|^{_MEANT}{_IT}{_IS} {_VERY}{_WRONG}\b(?! (?:in|on|about|with) the)|^{_VERY}wrong(?: answer| again| price| info)\b|^{_MEANT}{_VERY}{_WRONG}(?:,|\W*$)|^(?:you|u) (?:got|have|had) (?:it|that|this) {_VERY}wrong\b"
    r"|^(?:this|that|it) (?:really |still )?(?:does|did)(?:n'?t| not) (?:really )?help\b|^no help\b|^not (?:very |really |at all )?helpful\b|^(?:this|that|it) (?:makes|made) no sense"
    r"|\byou(?:'ve| have)? (?:just |already )+(?:said|told|answered|wrote|gave)\b|\byou (?:said|told me|wrote) (?:that|this|so)(?: already| before| twice)|\bkeep (?:repeating|saying|giving me|telling me|asking)|\bstop repeating|\b(?:the )?same (?:wrong )?answer (?:again|twice)|^same (?:answer|thing|reply) again"
    r"|\b(?:second|third|fourth|fifth|3rd|4th|2nd|10th|tenth|hundredth|umpteenth|last) time\b.{0,12}\b(?:i'?m? |i am |i've |i have )(?:ask\w*|say\w*|writ\w*|tell\w*)|^for the (?:last|third|hundredth|umpteenth|\w+th) time\b"
    r"|\b(?:i|we)(?:'ve| have)? (?:already )?asked (?:you )?(?:this|that|it|for this)?(?: question)? ?(?:already|before|twice|(?:two|three|four|five|several|many|\d+) times)|\bhow (?:many times|often) (?:do|must|should) i (?:have to |need to )?(?:ask|repeat|say)"
    r"|\bw\.?t\.?f\b|\bffs\b|\bwhat the (?:hell|heck|fuck)\b|\bomfg\b|\b(?:fuck|shit|bullshit|damn it|dammit|goddamn)\w*|^(?:are|r) (?:you|u) (?:kidding|serious|joking|stupid|dumb|deaf|even listening|for real)|\byou must be joking\b"
    r"|\b(?:not|isn'?t) (?:what i (?:asked|wanted|was asking)|my question|an answer|answering)|\byou (?:did|do|have)(?:n'?t| not)(?: even| really)? (?:answer|understand|get it|listen|read)\w*|\byou(?:'re| are) not (?:listening|answering|helping|understanding|helpful)|\byou (?:never|don'?t ever) (?:answer|listen|understand)"
    r"|\bi(?:'m| am) (?:so |really |getting |very |quite |extremely )*(?:annoyed|frustrated|fed up|angry|losing patience|disappointed|tired of)\b|^i(?:'ve| have)? ?(?:give|had enough|am done with)(?: up)?\b|\b(?:this|it) is (?:driving me|getting on)|\bso annoying\b|\b(?:worst|stupid|dumb|bloody|damn|useless|crappy) (?:bot|service|tool|chatbot|assistant|thing|ai)\b"
    r"|\b(?:can'?t|cannot|can|could|why can'?t) you (?:please )?(?:just|not|simply) (?:just |simply )?answer\b|\bjust answer (?:the|my|me)\b|\bstraight answer\b|\bwaste of (?:my |our )?time\b"
    r"|\b(?:been|am|are|still|i'm|we're) (?:been )?waiting (?:for (?:an? )?(?:answer|reply|response|feedback)|since|for (?:days|weeks|hours))|^still no (?:answer|reply|response|news)|\bno ?(?:body|one) (?:ever |has |is |has ever |at your side )*(?:answers?|answered|responds?|responded|replie[sd]|called|calls|got|gets|gotten|came|helping|answering|cares?)\b|\bwhy does(?:n'?t)? (?:nobody|no one|anybody|anyone) (?:respond|answer|reply)|\bpromised\b.{0,25}\b(?:get back|call|answer|reply)"
)
_ALSO = re.compile(
    r"\byou make no sense\b|\b(?:completely|totally|way|so) off\b(?! the (?:mark|list|price))\W*$|\byou (?:answered|told me|gave me|sent me) something (?:else|different)\b|\banother (?:useless|pointless|stupid|wrong|meaningless|silly) (?:reply|answer|response)\b|\bi (?:asked|was asking|am asking) (?:about|for) \w+(?: \w+)?,? not (?:about |for )?(?:the )?\w+\W*$|\bnot even close\b|\b(?:reading|read|listening to) what (?:i|we) (?:write|wrote|am writing|type|say|said|ask)\b|\b(?:i|we)(?:'ve| have)? waited (?:\w+ )?(?:\w+ )?(?:days?|weeks?|hours?)\b|^(?:this|that) is going nowhere\b|\bwhy is this so (?:hard|difficult|complicated)\b|\bdu nervst\b|^(?:o+m+g+|a+r+g+h+|u+g+h+|grr+|jesus(?: christ)?|for (?:god|heaven|christ)'?s? sake|unbelievable|come on|seriously|really\?+|hello\?{2,})\W*(?:$|just|again|still|any)|\b(?:you|this|it|bot|that) suck(?:s|ed)?\b|\bwhat (?:kind|sort) of (?:an? )?(?:answer|bot|service|support|joke|reply)\b|\bread my (?:question|message)\b|\bagain the same\b|\bthe same thing (?:over|again)|\bover and over\b"
    r"|\bround in circles\b|\b(?:are|do) you even\b|\banyone going to answer\b|^why (?:don'?t|do|can'?t|won'?t) you (?:not )?(?:answer|reply|respond|understand|listen|help)|\btaking (?:forever|ages|too long)\b|\b(?:days?|weeks?|hours?) (?:and|with(?:out)?) (?:still )?(?:no|an?|any)? ?(?:reply|answer|response)|\b(?:was|were|been|have been) promised\b|\bnot (?:happy|satisfied|impressed|pleased) with (?:this|that|the|your)\b|\bhow hard can (?:it|this|that) be\b"
    r"|^(?:that|this|it) can'?t be (?:right|correct|true|serious)|\bthis price is wrong\b|^(?:nope|no),? wrong\b|^(?:your|this|that) (?:information|info|data|answer|reply|price)s? (?:is|are) (?:outdated|old|out of date|wrong|incorrect|not up to date)|\byou (?:told|gave|said) (?:me |us )?(?:something|a) (?:else|different)|\bearlier you (?:said|told|wrote)\b|\bwhich (?:one )?is it\?{2,}|\bno (?:reply|answer|response) (?:yet|so far|since|for)\b|^not what i meant\b|^that is not what i meant|\bjust give me (?:the|a|an)\b"
    r"|^das stimmt (?:so |doch |uberhaupt |gar )*nicht\b|\bist doch (?:lacherlich|quatsch|ein witz)|\bschon wieder\b|\b(?:vous vous trompez|tu te trompes)|\bce n'est pas ma question|\b(?:es|e) (?:ridiculo|ridicolo|una broma|uno scherzo)\b|\b(?:te equivocas|se equivoca|ti sbagli|si sbaglia)\b|^(?:ma )?sei serio\b|^(?:hablas|habla) en serio\b|^vous (?:plaisantez|etes serieux)"
)
_TONGUES = re.compile(
    r"\b(?:das|es|du|ihr|dieser bot|die antwort|deine antwort) (?:ist|war|bist|seid) (?:doch |einfach |vollig |total |so |schon wieder |leider )*(?:nutzlos|falsch|unsinn|quatsch|mist|blodsinn|lacherlich|sinnlos|keine hilfe|nicht (?:hilfreich|richtig))"
    r"|\bbringt (?:mir|uns) (?:gar |uberhaupt |so )*nichts\b|\bpas ce que j'ai demande\b|\bno es lo que (?:pregunt|ped)|\bnon e quello che ho chiesto\b|\bne comprenez (?:rien|pas)\b|\bno entiend(?:es|e|en) nada\b|\bnon capis(?:ci|ce|cono) (?:niente|nulla)\b|\bhilft (?:mir |uns )?(?:das )?(?:gar |uberhaupt |so )?nicht(?: weiter)?\W*$|\b(?:hast|haben sie|habt ihr) (?:du )?(?:das |mir das )?(?:doch )?(?:schon|bereits)\b.{0,20}gesagt|\bzum (?:zweiten|dritten|vierten|x-ten|letzten) mal\b|\b(?:du verstehst|sie verstehen) (?:mich |das )?nicht\b|\b(?:so ein|was soll der|was fur ein) (?:quatsch|mist|unsinn|scheiss|blodsinn)"
    r"|\b(?:ne|n')? ?(?:sert|servez) a rien\b|^c'est (?:vraiment |completement |n'importe |tout simplement )*(?:inutile|faux|nul|ridicule|quoi|n'importe quoi|agacant)|\bdeja dit\b|\b(?:ne )?repondez pas\b|\bne m'aide(?:z)? pas\b|\btroisieme fois\b|\bcomprenez pas\b"
    r"|\bno (?:sirve|ayuda|vale) (?:para|de)? ?nada\b|\bno me (?:ayuda|sirve|entiend\w+|ha ayudado)\b|^(?:eso )?esta mal\b|^(?:eso )?es (?:inutil|falso|incorrecto|ridiculo)|\bya (?:lo |me lo |eso )*(?:dijiste|dijo|has dicho)\b|\btercera vez\b"
    r"|\bnon serve a (?:niente|nulla)\b|\bnon mi (?:aiuta|e d'aiuto|serve|capisc\w+)\b|^(?:questo )?(?:e|e') (?:completamente )?(?:sbagliato|inutile|ridicolo|falso)|^sbagliato\b|\bgia detto\b|\bnon (?:hai|ha|avete) risposto\b|\bterza volta\b"
)


_SUPPOSED = re.compile(r"^(?:and |but |so |ok |okay )*(?:what if|what happens (?:if|when)|what do (?:i|we) do (?:if|when)|if|when|suppose)\b")  # fmt: skip


def is_frustrated(said: str) -> bool:
    """Whether the rep is displeased; what a customer is displeased with is an objection."""
    if reports_another(said):
        return False
    return any(
        _OWN.search(one) or _ALSO.search(one) or _TONGUES.search(one)
        for one in (said, *sayings(said))
        if not _SUPPOSED.search(one)
    )
