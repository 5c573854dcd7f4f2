"""The small words of five languages by which the shape of a message is told: question words, verbs, prepositions, pronouns."""

import re
from collections.abc import Sequence

from partnerline.knowledge.words import STOPWORDS, content_words, fold, stem, words

ASKING = frozenset(
    """what which who whom whose when where why how was welche welcher welches welchen wer wen wem wann wo wohin woher warum wieso
    wie wieviel que quoi quel quelle quels quelles qui quand où comment combien pourquoi qué cuál cual cuáles cuándo cuando dónde donde cómo
    cuánto cuánta cuántos cuántas quién che cosa quale quali quando dove come quanto quanta quanti chi perché wofür womit""".split()
)
VERBS = frozenset(
    """is are was were am be do does did can could may might must shall should will would has have had isn aren wasn don doesn didn can't
    cannot couldn won wouldn shouldn ist sind war hat haben kann kannst können darf dürfen muss müssen soll sollen wird werden gibt gilt gelten
    braucht brauche est sont peut peux peuvent faut doit doivent ont avez avons es son está están hay tiene tienen puede puedo pueden debe
    è sono hanno ha può posso possono deve c'è funktioniert fonctionne funciona funziona""".split()
)
_OF_OTHER_TONGUES = frozenset("was que son come che quando ha a".split())
_HARDLY_VERBS = frozenset("son ha a".split())
PREPOSITIONS = frozenset(
    """for in on at with without above below beyond within to from by during after before under over about inside outside within until till since per via against between
    as für im am bei mit ohne nach vor zum zur ab bis seit während auf unter über innerhalb pour en dans avec sans pendant après avant chez
    sous depuis jusqu'à para con sin durante después antes bajo desde hasta per nel nella nei con senza durante dopo prima sotto da fino""".split()
)
ARTICLES = frozenset(
    """the a an l d my our your their its this that these those der die das den dem des ein eine einen einem einer le la les un une des du mon notre el los las
    una unos unas mi nuestro il lo i gli uno una""".split()
)
ORDERS = frozenset("show tell give send explain list find describe compare help please need looking want zeig sag gib schick erkläre montre dis donne explique envoie muestra dime dame explica envía mostra dimmi dammi spiega invia".split())  # fmt: skip
PERSONS = frozenset("i we you he she ich wir du sie je nous vous yo nosotros usted io noi voi tu".split())  # fmt: skip
ADVERBS = frozenset(
    """outdoors outdoor outside indoors indoor inside abroad underground underwater overseas online offline worldwide today tomorrow now later
    draußen drinnen außen innen dehors dedans fuera dentro fuori all'aperto al'aperto""".split()
)
TIMES = frozenset(
    """winter summer spring autumn fall january february march april may june july august september october november december q1 q2 q3 q4 quarter
    year month week weekend weekends monday tuesday wednesday thursday friday saturday sunday night day sommer herbst frühling jahr monat woche
    januar februar märz mai juni juli oktober dezember hiver été automne printemps année mois semaine invierno verano otoño primavera año mes
    semana inverno estate autunno anno mese settimana christmas easter""".split()
)
OF = {"en": "of", "de": "von", "fr": "de", "es": "de", "it": "di"}
"""What joins an attribute to the product that has it."""

ATTRIBUTES = frozenset(
    stem(word)
    for word in """weight size dimension dimensions height width depth length footprint power consumption draw voltage range reach accuracy precision
    resolution speed throughput capacity memory storage ram battery life lifetime lifespan lead time delivery availability warranty guarantee protection rating temperature
    operating humidity color colour material connector connectors interface interfaces port ports protocol protocols certificate certificates certification approvals
    noise number sku datasheet manual firmware successor predecessor alternative buffer processor cpu mtbf supply input output mounting antenna display uptime
    shelf latency bandwidth viscosity density purity thickness diameter pressure flow torque gewicht größe maße reichweite genauigkeit stromverbrauch
    lieferzeit garantie schutzart betriebstemperatur temperatur akkulaufzeit laufzeit poids taille portée précision autonomie consommation garantie dimensions
    peso tamaño alcance precisión autonomía consumo garantía dimensiones portata precisione autonomia garanzia dimensioni temperatura
    température""".split()
)
"""What can only be asked of some thing."""
ABOUT_A_RULE = frozenset(
    stem(word)
    for word in """deadline deadlines limit limits cap threshold fee fees condition conditions requirement requirements exception exceptions minimum maximum process
    procedure form difference advantage disadvantage benefit catch rate percentage amount proof eligibility share criteria contact duration validity
    penalty restriction restrictions frist bedingungen grenze gebühr voraussetzungen ausnahmen délai limite conditions frais exceptions plazo límite
    condiciones requisitos scadenza termine condizioni requisiti eccezioni""".split()
)
"""What can only be asked of some rule or offer."""
PLAIN = frozenset(
    stem(word)
    for word in """take takes happen happens work works apply applies last lasts start starts end ends exact exactly typical typically max min net total usual actual
    long far big heavy large tall wide high deep fast loud old hot cold much many often soon expected nominal overall here still""".split()
)
"""Words that say no subject by themselves."""

_SMALL = frozenset(
    """es er man nicht kein keine auch noch mal bitte ja nein mir mich dir uns ihr ne pas ca ça ce cela se si lo ya te non sì ci ne vi svp plaît
    s'il favor por""".split()
)
"""Words of other tongues that say nothing of a subject."""
_TRAILING = re.compile(r"[\s?!.\u2026]+$")


def bare(text: str) -> str:
    """The text without what ends a sentence."""
    return _TRAILING.sub("", text.strip()).lstrip("¿¡ ")


def is_clause(text: str) -> bool:
    """Whether the text is a whole sentence of its own: it has a verb, or asks or orders with what it is about."""
    said = words(text)
    if not said:
        return False
    asks = any(word in ASKING and not _is_doubtful(word, place) for place, word in enumerate(said))
    verb = any(word in VERBS and word not in _HARDLY_VERBS for word in said)
    telling = [word for word in content_words(text) if word not in ASKING and stem(word) not in PLAIN and word not in PREPOSITIONS]  # fmt: skip
    if asks and not verb:
        return len(telling) >= 2
    if verb:
        return True
    return said[0] in ORDERS or any(word in PERSONS for word in said)


def _is_doubtful(word: str, place: int) -> bool:
    """Whether the word asks only at the head of a message, and may be another language's elsewhere."""
    return word in _OF_OTHER_TONGUES and place > 0


def only_asks(text: str) -> bool:
    """Whether nothing but question words is said: "for how long", "since when", "depuis quand"."""
    said = words(text)
    if not any(word in ASKING for word in said) or any(word in VERBS and word not in _OF_OTHER_TONGUES for word in said):  # fmt: skip
        return False
    return all(
        word in ASKING
        or word in PREPOSITIONS
        or word in STOPWORDS
        or stem(word) in PLAIN
        or word in {"lange", "oft", "viel", "weit", "longtemps", "tiempo", "tempo", "temps", "kg"}
        for word in said
    )


def begins_with_preposition(text: str) -> bool:
    """Whether a place, time or person is named as one: "in winter", "für Goldpartner"."""
    said = fold(text).split()
    return len(said) > 1 and said[0].strip("¿") in PREPOSITIONS


def telling_words(text: str) -> tuple[str, ...]:
    """The content words that say what a text is about, in any of the languages."""
    return tuple(
        word
        for word in content_words(text)
        if word not in ASKING and word not in _SMALL and word not in VERBS and word not in ARTICLES and word not in PREPOSITIONS and stem(word) not in PLAIN
    )  # fmt: skip


def is_circumstance(text: str) -> bool:
    """Whether only a place or a time is named."""
    said = [word for word in words(text) if word not in ARTICLES]
    return bool(said) and (said[0] in ADVERBS or all(word in ADVERBS | TIMES or word in {"next", "last", "this"} for word in said))  # fmt: skip


def are_all(said: Sequence[str], kind: frozenset[str]) -> bool:
    """Whether there are words, and all of them of the kind."""
    return bool(said) and all(stem(word) in kind for word in said)
