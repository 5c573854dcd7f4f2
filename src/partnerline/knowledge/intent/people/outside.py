"""What is none of the vendor's business, and orders to a bot to be another."""

import re

from partnerline.knowledge.intent.people.spoken import reports_another, sayings

_ASKED = r"^(?:(?:can|could|would|will) you(?: please)? |please |pls |just |now |then |let's |i want you to |bitte |kannst du (?:bitte )?|pouvez-vous |peux-tu |por favor |per favore |puoi )*"

_TASKS = re.compile(
    rf"{_ASKED}(?:translate (?:this|that|it|the|my|into|to|following|for me|\")|(?:ubersetz\w*|traduis\w*|traduisez|traduc[ei]\w*|tradu[cz]\w*) "
    r"|(?:write|tell|make|sing|compose|give|know|schreib\w*|erzahl\w*|ecri[st]\w*|raconte\w*|cuenta\w*|escrib\w*|racconta\w*|scriv\w*)\b(?:-| )?(?:me |us |moi |mir |any |good |some |an? |un |une |una |ein |einen |eine |another |short |funny |your |favou?rite )*"
    r"(?:poems?|jokes?|songs?|stor(?:y|ies)|haikus?|limericks?|rhymes?|riddles?|essays?|novel|lyrics|gedicht\w*|witz\w*|poeme|blague|histoire|poesia|poema|chiste|cuento|barzelletta|storia)\b(?! about (?:the )?(?:customer|reference))"
    r"|(?:write|generate|give|show|debug|fix|review|run|execute)\b (?:me |us |some |an? |this |the |my |following |short |simple )*(?:python|javascript|java|c\+\+|sql|bash|shell|html|php|code|script|function|regex|program|macro)\b"
    r"|(?:gimme|make up) (?:me )?(?:an? |some )*(?:[a-z]+ )?(?:jokes?|stor(?:y|ies)|poems?|songs?)|(?:code|program) (?:me )?an? |write code|fix my (?:excel|code|computer|laptop|formula)|convert \d+ ?(?:miles|km|kilomet\w+|pounds|kg|inch\w*|feet|celsius|fahrenheit)|explain (?:quantum|relativity|philosophy|evolution|the universe)|be my (?:therapist|friend|teacher|coach|lawyer|doctor)|help me with my (?:diet|homework|love|taxes|cv|girlfriend|boyfriend)|schreib\w* (?:mir )?(?:ein(?:en)? )?(?:lied|text|aufsatz|geschichte)"
    r"|do my (?:homework|taxes|job)|plan my (?:holiday|trip|vacation|wedding)|(?:recommend|suggest|find) (?:me |us )?(?:an? |some |good )*(?:restaurants?|hotels?|films?|movies?|books?|bars?|music)|(?:calculate|compute|what(?: is|\'s)) the (?:square )?root|(?:calculate|compute|work out) \d[\d.,]* ?(?:%|percent)? ?(?:of|times|plus|minus|x|\*|/|\+|-) ?\d[\d.,]*\W*$|solve [a-z0-9^]|play (?:an? |some )?(?:games?|chess|music)\b|sing\b)"
)
_WORLD = re.compile(
    r"^(?:what(?:'s| is| will)|how(?:'s| is| will)|weather|is the|wie (?:ist|wird)|quel|que|che|nice|tell me) ?(?:the )?\b.{0,12}\b(?:weather|wetter|temps fait-il|tiempo hace|temps|tempo fa)\b(?!.?-?(?:proof|resistan\w+|station|protection|data|api|tight|rating|sensor|forecast (?:on|in)|housing))|\bwill it (?:rain|snow)\b|\bwho won\b(?! the (?:deal|tender|project|order|bid|[a-z]+ award))|\b(?:score of the (?:game|match)|world cup|champions league|super bowl|bundesliga)\b"
    r"|\bwho(?: is going to|'s going to| will| wins) (?:win )?(?:the )?(?:win|election|match|game|war|world|championship|race)\b|^what do you think (?:about|of) my (?!(?:order|quote|deal|project|customer|price|registration)\b)\w+\W*$|\bbook (?:me|us) (?:an? )?(?:flights?|hotels?|taxi|table|room|train)\b|\bis it (?:sunny|raining|cold|hot|warm|snowing) in\b|\bfor lunch\b|^(?:how do you say|what'?s the word for)\b|^what'?s \d+ ?% of \d|\b(?:tallest|highest|longest|biggest|oldest|richest) \w+ in the world\b|\bwho (?:painted|wrote|discovered|invented|directed) (?:the |romeo|america|hamlet|faust)|\b(?:wer hat .{0,20}\b(?:spiel|wahl|em|wm)\b|quelle heure est-il|que hora es|che ore sono|wie spat ist es|(?:quien|chi) (?:gano|ha ganado|ha vinto) (?:el partido|la partita))|\bqui a gagne le match"
    r"|\b(?:president|chancellor|prime minister|king|queen|capital|population|mayor) of (?!the (?:company|vendor))|\bmeaning of life\b|\b(?:horoscope|star sign|lottery|bitcoins?|crypto(?:currency)?|stock price|share price|dogecoin)\b|\bhow old is the (?:universe|earth|sun|world)\b"
    r"|^what (?:should|shall|can) i (?:cook|eat|wear|watch)\b|^best (?:hotel|restaurant|bar|pizza)\b|^(?:what|which) (?:time|day|date) is (?:it|today)\b|^what'?s the (?:time|date)\b(?: (?:now|today|in)\b|\W*$)"
    r"|^(?:what(?:'s| is) )?\d+ ?(?:times|plus|minus|divided by|[*/+]) ?\d+\W*$|\bwho should i vote\b|\b(?:think|opinion) (?:about|of|on) (?:politics|religion|the war|trump|the election)|<script\b|\bdrop table\b|^sudo\b"
)
_OF_THE_BOT = re.compile(
    r"\b(?:system|hidden|initial|secret|your) (?:system )?[- ]?prompts?\b|\b(?:your|print|output|show|reveal)\b.{0,12}\bsystem message\b|\byour (?:hidden |internal |secret |initial |own |original )*(?:instructions|rules|guidelines|prompt|programming)\b|\b(?:repeat|print|output|show) (?:me )?(?:everything|all|the text|the words) (?:above|before)\b|\b(?:deine[nm]?|tes|vos|tus|le tue) (?:system ?prompt|anweisungen|regeln|instructions|instrucciones|istruzioni|prompt|system-prompt)\b"
    r"|^are you (?:an? )?(?:really )?(?:ro)?(?:bot|human|real|chat ?gpt|gpt|ai|machine|person|alive|computer|claude|gemini|llm|conscious|married|single|sentient)\b|^(?:who|what) (?:made|built|created|programmed|trained) you\b|^(?:which|what) (?:language |ai )*(?:model|llm|ai) (?:are you|do you (?:use|run))|^do you (?:have (?:feelings|emotions|a (?:name|soul|girlfriend|boyfriend|life))|love me|like me|sleep|dream|believe in)"
    r"|\byour (?:favou?rite|hobb|birthday|gender|mother|boyfriend|girlfriend)\w*|^how old are you\b|^(?:what(?:'s| is) your name)\b|^can you (?:keep a secret|feel|think|dream)\b|^bist du (?:ein|eine|echt)|^(?:es-tu|etes-vous|tu es) un|^eres un|^sei un"
    r"|^what do you look like\b|^where do you live\b|^who(?:'s| is) your (?:boss|master|creator|owner)\b|\bam i (?:talking|speaking|chatting) (?:to|with) (?:an? )?(?:ro)?(?:bot|human|machine|ai|person|computer|real)|\bwhat were you told\b|\btell me your (?:rules|instructions|prompt|secrets?)|\byou (?:have|are bound by) no (?:more )?(?:rules|limits|restrictions)|\bthere are no (?:rules|restrictions|limits)\b|^(?:from now on|new instructions?)\b|\banswer (?:only|every question|everything) (?:in|with|as)\b|\byou(?:'re| are) an? (?:pirate|cat|dog|hacker|poet|wizard|doctor|lawyer|unrestricted|evil|girl|boy)\b|\btalk like an?\b"
    r"|\byou are now\b|\b(?:pretend|imagine) (?:to be|you(?:'re| are)|that you)\b|^(?:please )?act (?:as|like) (?:an?|my|if)\b|\brole-? ?play\b|\bfrom now on,? you\b"
    r"|^(?:please )?(?:enable|enter|activate|switch (?:in)?to|go into|turn on) (?:the )?(?:developer|debug|god|admin|jailbreak|dan|unrestricted|maintenance) mode\b(?! on| of| for)|\bjailbreak\b|\blet's play\b"
)
_ORDERS = re.compile(
    r"\b(?:please )?(?:ignore|disregard|forget|override|bypass|skip|drop|ignoriere?\w*|vergiss|ignore[zr]?|oublie[zr]?|ignora(?:te)?|olvida|dimentica)\b (?:about )?(?:all |any |everything |of |the |your |my |previous |prior |above |earlier |these |those |tes |vos |toutes |les |tus |todas |las |le |tue |tutte |deine |alle |bisherigen )*"
    r"(?:instructions?|rules?|prompts?|guidelines?|limits?|limitations?|restrictions?|orders?|programming|training|you (?:were|have been|are) told|anweisungen|regeln|instrucciones|reglas|istruzioni|regole|consignes)\b(?: (?:above|before|so far|you have|you were given|precedentes|anteriores|precedenti))*"
)


_ALL_OF_IT = re.compile(r"^(?:and )?(?:show|tell|give|list|print|reveal|dump)(?: (?:me|us))? (?:everything|all(?: of it| you (?:know|have))?|anything)\W*$")  # fmt: skip


def is_outside(said: str) -> bool:
    """Whether the text asks for nothing that a vendor's bot or its people are there for."""
    if reports_another(said):
        return False
    left = without_orders(said)
    if left != said and (not re.search(r"\w", left) or _ALL_OF_IT.match(left)):
        return True
    return any(
        pattern.search(one)
        for one in (left, *sayings(left))
        for pattern in (_TASKS, _WORLD, _OF_THE_BOT)
    )


def without_orders(said: str) -> str:
    """The text less what tells the bot to leave its rules: a wish behind it is treated as any other."""
    return re.sub(r"^[\s,.:;!]*(?:and|und|et|y|e|then)?\b[\s,.:;]*", "", _ORDERS.sub("", said)) if _ORDERS.search(said) else said  # fmt: skip
