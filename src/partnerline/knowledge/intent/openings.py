"""How a message begins: with courtesy, with a correction, with a word that joins it to what was said, or that drops that."""

import re
from dataclasses import dataclass, replace

_PAUSE = r"(?:\s*(?:[,.!;:\u2013\u2014…]|-(?=\s)|$)+\s*)"
_THANKS = (
    r"(?:many |vielen |tausend |muchas |mille |molte )?(?:thanks|thank you|thx|ty|cheers|danke(?:schön)?|dank|merci|gracias|grazie)"
    r"(?: (?:so much|very much|a lot|a bunch|again|for (?:that|this|the \w+)|schön|sehr|beaucoup|bien|mille|tante|everyone|all))*"
)
_GREETING = (
    r"(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|morning|hallo|guten (?:tag|morgen|abend)|moin|servus|bonjour|"
    r"salut|bonsoir|hola|buenos días|buenas(?: tardes)?|ciao|buongiorno|salve)(?: (?:there|all|(?:\w+ )?team|everyone|bot|again|zusammen|à tous|a todos|a tutti))?"
)
_WELL = r"(?:i |we )?(?:hope|trust) (?:you(?:'re| are)|all is|everything is|this (?:mail |message )?finds you|things are) (?:all |both |doing )*(?:well|fine|good|great|ok)"
_ASSENT = (
    r"(?:(?:that(?:'s| is| was)|very|super|really) )?(?:great|perfect|super|cool|nice|good|awesome|brilliant|excellent|helpful|clear|"
    r"ok(?:ay|ey)?|right|got it|understood|i see|makes sense|fine|wow|yes|yep|yeah|sure|hmm+|hm+|ah+|oh|well|that helps|good to know|noted|"
    r"alles klar|verstanden|genau|ja|gut|d'accord|parfait|génial|très bien|oui|vale|perfecto|genial|entendido|sí|perfetto|bene|capito|va bene|sì)"
)
_COURTESY = re.compile(
    rf"^\W*(?:{_THANKS}(?:{_PAUSE}|\s+(?=\w))|{_GREETING}(?:{_PAUSE}|\s+(?=\w))|{_GREETING} \w+\s*[,!:]\s*|{_ASSENT}{_PAUSE}|{_WELL}{_PAUSE}|"
    r"(?:ok(?:ay)?|hm+|ah|oh|well|right|yes|no)\s+(?=(?:and|so|but|what|how|then|und|et|y|e)\b))",
    re.IGNORECASE,
)
_PLEASE = re.compile(
    r"^(?:(?:a )?quick (?:question|one)|question|frage|pregunta|domanda|kurze frage)\s*[:,.–-]+\s*", re.IGNORECASE
)  # fmt: skip
_DROPPED = re.compile(
    r"^\W*(?:forget (?:about )?(?:that|it|this)|never ?mind(?: (?:that|it))?|scratch that|ignore (?:that|this)|disregard(?: that)?|"
    r"(?:a |on a |now (?:a )?)?(?:(?:completely|totally|whole)\s)?(?:new|different) (?:question|topic|subject|note|thing)|change of (?:topic|subject)|"
    r"(?:something|on something|now (?:for )?something) (?:completely |totally |quite )?(?:else|different|new|unrelated)|(?:totally |completely )?unrelated(?: question)?|"
    r"(?:sorry,? )?wrong (?:question|thread|chat|channel|one)|vergiss (?:das|es)|vergessen sie (?:das|es)|(?:eine )?(?:neue|andere) frage|(?:ein )?anderes thema|was anderes|"
    r"oublie[zs]? (?:ça|cela)|(?:une )?(?:autre|nouvelle) question|autre (?:sujet|chose)|changeons de sujet|olvid[ae](?:lo| eso)?|(?:una )?(?:otra|nueva) pregunta|otra cosa|"
    r"cambi(?:o|ando) de tema|dimentica(?:lo)?|(?:un')?altra (?:domanda|cosa)|cambio argomento)\b(?:\s*(?:,?\s*(?:please|then|now))?)(?:[\s,.!;:\u2013-]+|$)",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"^\W*(?:and |oh,? and |oh,? |but )?(?:(?:just )?(?:one|1) (?:more|last|other|final)(?: (?:thing|question|one))?|another (?:thing|question|one)|(?:a )?second question|(?:my )?(?:next|last|final) (?:question|one|thing)|"
    r"next|by the way|btw|also|p\.?s\.?|while (?:i have|i've got|we're|i'm) [^,:]{1,20}|follow[- ]?up(?: question)?|noch (?:eine frage|etwas|was|eins|eine)|übrigens|"
    r"encore une (?:question|chose)|une dernière (?:question|chose)|au fait|(?:una )?pregunta más|una cosa más|por cierto|(?:un')?ultima (?:cosa|domanda)|ancora una (?:cosa|domanda)|a proposito)\s*[:,.;\u2013-]+\s*",
    re.IGNORECASE,
)
_MEANT = (
    r"(?:(?:i|we) (?:actually |really )?mean(?:t)?(?: to (?:say|ask|write))?|(?:i|we) was asking (?:about|for)|(?:i|we) asked (?:about|for)|meant|correction|ich mein(?:e|te)|gemeint (?:ist|war)|"
    r"je (?:voulais dire|veux dire|parlais? d[eu])|quiero decir|quer[ií]a decir|quise decir|me refer[ií]a? ?(?:o|ía)? a|me refiero a|intend(?:o|evo)|volevo dire|voglio dire)\b[\s,:]*"
)
_WRONG = r"(?:no+|nope|nah|sorry|sry|oops|wait|hold on|actually|not that(?: one)?|pardon|nein|nee|ups|sorry|entschuldigung|doch|non|excuse[zs]?(?:-moi)?|perdón|perdona|scusa|scusi|rather)"
_AFTER_WRONG = r"(?:\s*[,.!:;\u2013-]+\s*|\s+(?=(?:i|we) mean|(?:i|we) was|(?:i|we) asked|meant|the\b|not\b|for\b|sorry|no\b|wait|actually|das\b|die\b|der\b|den\b|ich mein|le\b|la\b|je (?:voulais|parl)|el\b|il\b|quer|quier|intend|volev|l['\u2019]|[A-Z]{2,}-?\d))"
_CORRECTED = re.compile(
    rf"^\W*(?:{_WRONG}{_AFTER_WRONG})+(?:{_MEANT})?|^\W*{_MEANT}",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(
    r"^\W*(?:not|nicht|pas|non?(?=\s+(?:el|la|il|lo|l'|le)\b))\s+(?:for |in |on )?(?:the |das |den |die |le |la |el |il )?[^,?]{1,40}?(?:,| but| sondern| mais| sino| ma)\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"^\W*(?:(?:so|ok|and|but)\s+)?(?:(?:going |coming |come |circling )?back (?:to|on)|returning to|to return to|again (?:on|about)|regarding|re|as for|concerning|about|on|zurück zu[mr]?|nochmals? zu[mr]?|zu[mr]?|"
    r"bezüglich|pour revenir (?:à|au|sur)|revenons (?:à|au|sur)|concernant|volviendo al?|sobre|tornando a[l]?(?: l)?|riguardo a[l]?)\s*:?\s+(?P<what>[^:,.?!\u2013]{1,50}?)\s*(?:[:,.\u2013]|\s-\s)\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_JOINED = re.compile(
    r"^\W*(?:(?:and|(?:also|only|just|too)(?= (?:in|on|for|at|with|from|during|after)\b)|but|or|so|then|now|plus|also|well|or rather|und|aber|oder|dann|et|mais|ou|alors|y|pero|o|entonces|e|ed|ma|allora|poi|(?:not )?even|especially|auch|nur|sogar|même|aussi|también|incluso|anche|solo|seulement)\b[\s,]*|&\s*|\+\s*)+",
    re.IGNORECASE,
)
_ASKED_ABOUT = re.compile(
    r"^\W*(?:what about|how about|what of\b|what if it(?:'s| is)|what's with|how is it (?:for|with)|(?:is (?:it|that) )?(?:also )?(?:the )?same (?:thing |question )?(?=for|with|on|in|at)|"
    r"(?:do(?:es)?|is|are) (?:that|it|this|the same) (?:also |too )?(?:apply |go |hold |count |true |valid |work )?(?:also )?(?=(?:to|for|in|on|with) (?!me\b))(?:to )?|"
    r"was ist mit|wie (?:sieht|ist|steht) es (?:aus )?(?:mit|bei)|wie sieht's (?:mit|bei)|und (?:was|wie) ist mit|qu'en est[- ]il (?:de|du|des|pour)|"
    r"qué (?:hay|pasa) (?:de|con)|(?:e )?che mi dici (?:di|del|della)|che ne (?:è|dici) (?:di|del|della)|cosa (?:mi dici )?(?:di|del|della))\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A message parted from how it begins.

    `dropped`: it leaves what was before. `corrected`: it mends what was before, `meant` where it says so outright.
    `joined`: a word ties it to what was before. `asked_about`: it asks the same of something else. `back_to`: the
    subject that it returns to.
    """

    rest: str
    dropped: bool = False
    corrected: bool = False
    meant: bool = False
    joined: bool = False
    asked_about: bool = False
    back_to: str = ""


def opened(text: str) -> Opening:
    """The message and how it begins."""
    opening = _without_courtesy(Opening(rest=text.strip()))
    if found := _NOT_BUT.match(opening.rest):
        return replace(_joined(replace(opening, rest=found["rest"])), corrected=True, meant=True)
    if (found := _CORRECTED.match(opening.rest)) and found.end() < len(opening.rest):
        meant = re.search(_MEANT, found.group(), re.IGNORECASE) is not None
        opening = replace(opening, rest=opening.rest[found.end() :], corrected=True, meant=meant)
        if again := _NOT_BUT.match(opening.rest):
            opening = replace(opening, rest=again["rest"], meant=True)
        opening = _without_courtesy(opening)
    if found := _BACK.match(opening.rest):
        opening = replace(opening, rest=found["rest"], back_to=found["what"])
    return _joined(opening)


def _without_courtesy(opening: Opening) -> Opening:
    """The message without thanks, greetings and words that only say that a question comes."""
    for _ in range(4):
        rest = opening.rest
        for pattern in (_COURTESY, _PLEASE, _FURTHER):
            found = pattern.match(rest)
            rest = rest[found.end() :] if found and found.end() < len(rest) else rest
        if (found := _DROPPED.match(rest)) and found.end() < len(rest):
            opening, rest = replace(opening, dropped=True), rest[found.end() :]
        if rest == opening.rest:
            break
        opening = replace(opening, rest=rest)
    return opening


def _joined(opening: Opening) -> Opening:
    rest = opening.rest
    joined = _JOINED.match(rest)
    if joined and joined.end() < len(rest):
        opening, rest = replace(opening, joined=True), rest[joined.end() :]
    if (found := _ASKED_ABOUT.match(rest)) and found.end() < len(rest.rstrip(" ?!.")):
        opening, rest = replace(opening, asked_about=True), rest[found.end() :]
    return replace(opening, rest=rest.strip())
