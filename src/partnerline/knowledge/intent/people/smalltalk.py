"""Greetings, thanks, goodbyes and acknowledgements of any length, in five languages."""

import re

from partnerline.knowledge.intent.people.spoken import spoken
from partnerline.knowledge.words import words

_HEARTY = frozenset(
    """hi hello hey hiya good thanks thank thx tx ty tysm cheers bye goodbye great perfect super cool nice ok okay k kk awesome brilliant morning
    gotcha noted understood clear lol haha hahaha wow np sorry oops sure right alright alrighty aha oh ah excellent fantastic amazing wonderful lovely
    welcome roger fair love appreciate appreciated nevermind happy merry test testing ttyl helpful helped exactly yay yep yup enjoy sweet hmm hm interesting
    ace legend pleased fine rock worries kidding congrats congratulations okey dokey glad pleasure works perfectly tanks legendary meet
    danke dank vielen hallo guten guter gute moin servus gruss gruezi tschuss morgen klar passt perfekt schones schonen bis wunderbar prima toll gut verstanden super einen okay feierabend
    merci bonjour bonsoir salut parfait d'accord accord c'est bonne bon bientot revoir entendu compris genial tres
    hola buenos buenas gracias muchas muchisimas mil perfecto vale acuerdo adios buen claro estupendo
    ciao buongiorno buonasera buonanotte grazie perfetto bene capito ottimo arrivederci buona presto salve benissimo buon chiaro""".split()
)
"""Words that make a clause of chat hearty: a greeting, thanks, praise, a goodbye, a nod."""
_NODS = re.compile(
    r"^(?:(?:oh|ah|ok|yes|no|and|well|so),? )*(?:i see|(?:that|it) (?:all )?makes sense|makes (?:perfect )?sense|(?:that'?s|that is|that was|this was|it'?s) (?:all|it)(?: (?:for (?:now|today)|i (?:need|needed|wanted)))?|nothing else|no more questions|no (?:problem|worries|need|thanks)|never mind|forget it|found it(?: myself)?"
    r"|i found it(?: myself)?|my (?:mistake|fault|apologies)|brb|bbl|afk|gtg|got it|you too|same to you|my bad|wrong channel|see (?:you|ya)(?: \w+)?|talk (?:to you )?(?:soon|later)|until next time|have a (?:good|nice|great) \w+|take care|how are you|hope (?:you|all|to)\b.*|will do|(?:very )?well done|(?:that )?works(?: for me)?|you(?:'re| are) a star|(?:you|that|this) (?:just )?(?:saved|made) (?:my|our|me)(?: a lot of| so much| some)? (?:day|life|time|bacon)|alles klar|(?:you(?:'re| are) the|all the) best|that was (?:quick|fast)|evening all|hasta (?:luego|manana|pronto)|todo (?:claro|bien)|c'est note|va bene)\W*$"
)
_NO_CHAT = re.compile(
    r"\b(?:not|cannot|can'?t|(?:do|did|does|was|is|are|have|would)n'?t|nobody|help me|answer me|need help|no (?:sense|help|answer|good|use)|never(?! ?mind)|kind of)\b|\b(?:how|why|what|which|who|when|where)\W*$|\bwrong\b(?! channel)"
    r"|^(?:(?:ok|okay|hi|hello|hey),? )?(?:do|does|did|is|are|can|could|would|will you|what|who|whom|which|where|when|why|how)\b"
)
_CHAT = frozenset(
    """bunch ton tons loads heaps sweet hallo patience clarifying letting me have everything had gotcha hmm hm interesting beans rock ace legend service keep evening talking pleased speak get back let fine by ich mache okay einen schnelle antwort pour l'info tres gentile molto todo claro informacion tutto chiaro lavoro informazioni buon jetzt nein danach mehr about yesterday up it'll getting quickly back explaining nachher ihnen vous news wanted
    hi hello hey hiya good morning afternoon evening day night thanks thank thx tx ty tysm cheers mate bye goodbye great perfect super cool nice ok
    okay k kk helpful helped helps that this you u a an lot very much so many how are today there all team bot awesome brilliant have weekend one
    the it is was and again see ya later welcome lovely wonderful will tell them him her us got noted understood sounds clear lol haha hahaha wow np no
    problem worries i i'm im i'll we'll we i'd i've for your my our help answer answers quick fast info information indeed million star needed need all that's thats what exactly looking to know
    of just really appreciate appreciated much nothing else more questions question do everybody everyone hope you're youre well monday tuesday wednesday thursday
    friday saturday sunday year new christmas merry happy easter holidays who tomorrow now then till until next time talk soon best love stuff job done work did excellent fantastic amazing
    answers found find myself forget never nevermind mind sorry wrong channel oops bad sure right alright aha oh ah roger fair enough makes sense make same too test testing ttyl
    hear meet nice going how's hows what's whats up great good time rest week take care enjoy yours sincerely regards kind folks guys man buddy friend pal sir madam yes yep yup yay
    be am not can any at on in with me pleasure glad wishes clearer feierabend soiree a hasta pronto
    danke dank schon schone schones schonen vielen herzlichen lieben dir euch ihnen fur die der das den ihre deine eure hilfe hilft sehr super klar alles passt perfekt prima toll wunderbar gut guten gute guter abend
    morgen tag zusammen moin servus gruss gruezi gott grusse tschuss bis bald wochenende noch genau habe ich gebraucht verstanden mir weiter und auch nacht mal spater
    merci beaucoup bien bonjour bonsoir salut parfait d'accord d accord c'est c est note notee bonne bon journee soiree week end a au bientot revoir tous toutes votre ton aide pour l le la tout compris entendu ca va demain
    hola buenos buenas dias tardes noches gracias muchas muchisimas mil por la ayuda perfecto vale de acuerdo hasta luego manana pronto que tengas un buen dia fin semana tal adios entendido claro estupendo genial todo bien como estas
    ciao buongiorno buonasera buonanotte grazie mille tante per l'aiuto aiuto perfetto va bene capito ottimo arrivederci buona giornata serata presto salve benissimo tutto chiaro come stai domani""".split()
)
_COURTESY = r"(?:(?:ok|okay|great|thanks|thank you|thx|cool|perfect|alright|right|sure|good|super|merci|danke|gracias|grazie|gut|bon|vale|bene),? )*"
_I_WILL = r"(?:let me |let us )?(?:i|we)?(?: ?will|'ll| am going to|'m going to| am|'m| can| have to)? ?(?:then |now |go and )?"
_PASSED_ON = re.compile(
    rf"^{_COURTESY}{_I_WILL}"
    r"(?:(?:let|tell|inform|pass|forward|send|sending|forwarding|passing|share|sharing|relay|telling)(?: (?:it|this|that|them|him|her|the|my|our|on|customers?|clients?|team|boss|colleagues?|know|to|now|right|away|straight))*"
    r"|(?:talk|speak|discuss|ask)(?: (?:it|this|that|to|with|about|the|my|our|customers?|clients?|team|boss|colleagues?|first|over|internally))*|get back to you(?: later| soon| tomorrow)?|(?:have|take) a look(?: at (?:it|this|that))?|(?:try|check|test|read|have a look at|look into|think about|go through|come back|get back|do|take|use|note|keep|remember|wait)(?: (?:it|this|that|them|out|and|come|get|back|to|for|you|your|reply|answer|later|then|now|the|if|needed|with|do|customer|mind|in))*)\W*$"
    r"|^(?:gut,? )?(?:sage|sag) ich (?:dem|den|der) (?:kunden?|kollegen|chef)\W*$|^(?:je|j'en) (?:le |les |lui )?(?:dirai|transmets|parle)\b.{0,20}$|^(?:se )?lo (?:dire|digo|paso)\b.{0,20}$|^(?:glie)?lo (?:diro|dico|giro)\b.{0,20}$"
)
"""Something is passed on or tried: said behind a thanks or an "I will", never alone, as it would be an order then."""
_SAYS_SO = re.compile(r"^(?:(?:i|we)(?:'ll| will| am going to|'m going to)|will|let me)\b")
_GOES_ON = re.compile(
    r"^(?:yes|no),? (?!.*\b(?:thanks?|thx|that'?s|i'm (?:fine|good)|problem|worries|more|question)\b)"
)
_SAID_SHORTLY = frozenset("yes no ja nein oui non si yep nope".split())
_ASKS_NOTHING = re.compile(
    r"^(?:(?:hi|hello|hey|hallo|hola|ciao|bonjour|salut)\b[ ,!]*(?:\w+[ ,!]+)?)?(?:how (?:are|r) (?:you|u|things)(?: (?:today|doing|all|guys|going))*|how'?s it going|how is it going|how do you do|what'?s up|wie geht(?:'s|s| es)?(?: dir| ihnen)?|(?:comment )?ca va|(?:hola,? )?[¿ ]*que tal|como estas?|come (?:stai|va|sta))\W*$"
)
_WHO_ARE_YOU = re.compile(
    r"^(?:(?:hi|hello|hey|ok|so|and)\b[ ,!]*)?(?:what (?:can|do) you (?:do|know|answer|help with)(?: for (?:me|us))?|what are you(?: for| able to do)?|who (?:are|r) (?:you|u)|how can you help(?: me| us)?|what can (?:i|we) ask(?: you)?(?: about| for)?"
    r"|was kannst du(?: alles)?|was konnen sie|wer (?:bist du|sind sie)|(?:que|qu'est-ce que) (?:tu )?(?:peux|sais)(?:-tu| tu)? faire|qui (?:es-tu|etes-vous)|que (?:puedes|sabes) hacer|quien eres|(?:che )?cosa (?:puoi|sai) fare|chi sei)\W*$"
)
"""Asks of the bot itself what can be asked of it."""
_GREETED_BY_NAME = re.compile(r"^(?:hi|hello|hey|hallo|hola|ciao|bonjour) [a-z-]{3,}\W*$")
_NUMBER = re.compile(r"\d")


def is_small_talk(text: str) -> bool:
    """Whether nothing is asked and nothing is told that anybody should act on."""
    said = spoken(text)
    if not words(said):
        return _is_picture(text)
    if _ASKS_NOTHING.search(said) or _WHO_ARE_YOU.search(said) or said in {"+1", "1+"}:
        return True
    if said.strip(" .!,") in _SAID_SHORTLY or _GOES_ON.search(said):
        return False
    if "?" in said or _NUMBER.search(said):
        return False
    if _GREETED_BY_NAME.search(said) and len(said.split()) == 2:
        return said.split()[1].strip("!.,") not in _ASKED_SHORTLY
    clauses = re.split(r"[,.!;:–—-]+(?:\s|$)|[()\"]", said)
    told = [clause.strip() for clause in clauses if words(clause)]
    return any(_is_hearty(clause) for clause in told) and all(_is_chat(clause) for clause in told)


_ASKED_SHORTLY = frozenset("human agent operator person support price prices help rma mdf manager".split())  # fmt: skip


_GREETING = re.compile(
    r"^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|morning|evening|hallo|moin|servus|gruss|gruezi|guten (?:tag|morgen|abend)|bonjour|bonsoir|salut|hola|buen[oa]s (?:dias|tardes|noches)|ciao|salve|buon(?:giorno|asera)|how are you|what'?s up)\b(?!.*\b(?:thanks?|thx|danke|merci|gracias|grazie)\b)"
)


def greets(text: str) -> bool:
    """Whether small talk opens a conversation, so that saying what can be asked is of use; else it ends one."""
    said = spoken(text)
    return _GREETING.search(said) is not None or _WHO_ARE_YOU.search(said) is not None


def _heard(clause: str) -> list[str]:
    return re.findall(r"[a-z']+", clause)


def _is_chat(clause: str) -> bool:
    """Whether a clause tells nothing: only words of chat, none of which denies or asks, or what is passed on."""
    if _NODS.search(clause) or _PASSED_ON.search(clause):
        return True
    return not _NO_CHAT.search(clause) and all(
        word in _CHAT or word in _HEARTY for word in _heard(clause)
    )


def _is_hearty(clause: str) -> bool:
    if _NODS.search(clause) or _SAYS_SO.search(clause):
        return True
    return any(word in _HEARTY for word in _heard(clause))


def _is_picture(text: str) -> bool:
    """Whether a text without words is a sign of the hand or the face; a lone question mark asks for more."""
    return "?" not in text
