"""Registered deals that a text speaks of, and whether they are said to be approved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from partnerline.knowledge.intent.offer_mentions import Said
from partnerline.knowledge.intent.spans import Span

_THING = r"(?:deal|project|opportunity|projekt\w*|affaire|opération|projet|operación|oportunidad|proyecto|affare|opportunità|progetto)"
_NUMBER = r"(?:\s*(?:no\.?|number|nr\.?|id|#)?\s*:?\s*(?:[a-z]{2,4}-?)?\d{3,})?"
_DEAL_NOUN = r"(?:deals?|projects?|opportunit(?:y|ies)|projekte?|affaire|opération|projet|operación|oportunidad|proyecto|affare|opportunità|progetto)"
_ITS = r"(?:(?:the|our|this|a|an|that|den|das|die|dieses|unser\w*|la|le|el|il|esta|este|ce|cette|notre|nuestr[ao]|nostr[ao]|quest[ao])\s+|[l]['\u2019]\s*)"
_REGISTERING = (
    rf"(?:register(?:ed|ing|s)?|enregistr(?:é|er|ons|ez|ions|e)|registr(?:amos|ado|ar|áramos|ásemos|emos|ato|are|iamo|assimo))\s+{_ITS}{_DEAL_NOUN}"
    rf"|{_ITS}{_DEAL_NOUN}\s+(?:registrier(?:t|en|ten)|anmelden|angemeldet|anmelde\w*)(?!\w)"
)
"""To register a deal, done or to be done: by itself it doesn't say that the vendor approves it."""
_TOLD = r"(?:approuv|refus|rejet|valid|accept|accord|expir|annul|soumis|aprob|acept|rechaz|deneg|caduc|confirm|pend|solicit|approv|accett|respint|rifiut|scadut|richiest|presentat|en attente|en cours|in attesa|in corso|en trámite|en revisión)"
_CORE = (
    rf"(?:{_REGISTERING}|(?:registrazione|enregistrement|registro)(?=\s+(?:[^\W\d]+\s+){{0,3}}?{_TOLD})|projekt-?schutz|deal-?schutz|deals? (?:approved|registered|confirmed|genehmigt|registriert|approuvé|aprobado|approvato)|(?:approved|confirmed|accepted|genehmigte[rnms]?|bewilligte[rnms]?) deals?|"
    r"(?:un)?registered (?:deals?|projects?|opportunity)|deal[- ]?reg(?:istrations?|istered|istrierung|s)?|(?:deal|project|opportunity)[- ]registrations?|registrations?|"
    rf"{_THING} (?:(?:is|was|has been|isn['\u2019]?t|is not|not|wasn['\u2019]?t|ist|est|n['\u2019]est pas|es|no está|è|non è|has|been|yet|still|noch|nicht)\s+){{1,3}}(?:registered|approved|registriert|angemeldet|genehmigt|enregistrée?|approuvée?|registrad[ao]|aprobad[ao]|registrat[ao]|approvat[ao])|"
    r"regist(?:er|ering) (?:the|our|this|a|that) (?:deal|project|opportunity)|(?:un)?registrierte[rnsm]? (?:deal|projekt\w*)|projekt-?registrierung\w*|deal-?registrierung\w*|angemeldete[rnsm]? (?:deal|projekt\w*)|projektanmeldung|"
    r"(?:affaire|opération|projet) enregistrée?|enregistrement (?:de l['\u2019]affaire|du projet|de projet|d['\u2019]affaire|de deal)|(?:operación|oportunidad|proyecto) registrad[ao]|registro (?:de (?:la )?(?:oportunidad|operación)|del? (?:proyecto|deal))|"
    r"(?:affare|opportunità|progetto) registrat[ao]|registrazione (?:dell['\u2019](?:affare|opportunità)|del (?:progetto|deal)|di (?:progetto|deal)|deal))"
)
_GOOD = (
    r"approved|granted|confirmed|accepted|signed off|(?:went|gone|came) through|greenlit|ok['\u2019]?d|okayed|registered|in place|on file|in force|valid|active|"
    r"genehmigte?[rnms]?|bewilligte?[rnms]?|bestätigte?[rnms]?|freigegebene?[rnms]?|registrierte?[rnms]?|angemeldete?[rnms]?|approuvée?s?|acceptée?s?|validée?s?|accordée?s?|enregistrée?s?|"
    r"aprobad[ao]s?|aceptad[ao]s?|confirmad[ao]s?|concedid[ao]s?|autorizad[ao]s?|registrad[ao]s?|approvat[aoie]|accettat[aoie]|confermat[aoie]|concess[aoie]|autorizzat[aoie]|registrat[aoie]"
)
_DEAL = re.compile(
    rf"\b(?P<before>(?:(?:our|my|the|a|an|{_GOOD}|unser\w*|eine\w*|der|die|mit|la|le|l['\u2019]|notre|el|nuestr[ao]|una?|nostr[ao]|il) ?)*)(?P<core>{_CORE}\b{_NUMBER}(?:\s+(?:dr-?)?\d{{4,}})?|dr-\d{{3,}}\b)"
    rf"(?P<behind>\s+(?:{_GOOD})\b)?"
)
_WEAK_GOOD = re.compile(r"regist|angemeldet|enregist")
_CLAIM = re.compile(
    rf"\b(?:{_GOOD})\b|\b(?:have|has|got|with|received|mit|avec|con|haben)\s+(?:the |its |vendor |der |an )?approval\b|\bapproval (?:has |is )?(?:came|come|granted|received|arrived|in|there|through|da)\b"
)
_OVER = (
    r"pending|reject\w*|declin(?:ed|es|ing)|den(?:ied|y|ies)|refus(?:ed|es|al)|turned down|knocked back|thrown out|expired|lapsed|ran out|run out|timed out|withdrawn|withdrew|revoked|rescinded|void\w*|invalid\w*|terminated|suspended|cancell?ed|on hold|stuck|blocked|open|outstanding|overdue|"
    r"abgelehnt\w*|abgelaufen\w*|verfallen\w*|erloschen\w*|zurückgewiesen\w*|zurückgezogen\w*|storniert\w*|widerrufen\w*|offen\w*|hängig\w*|pendent\w*|ausstehend\w*|ungültig\w*|"
    r"refusée?s?|rejetée?s?|expirée?s?|périmée?s?|caduque?s?|annulée?s?|retirée?s?|échue?s?|rechazad[ao]s?|denegad[ao]s?|caducad[ao]s?|vencid[ao]s?|expirad[ao]s?|cancelad[ao]s?|anulad[ao]s?|desestimad[ao]s?|pendientes?|"
    r"rifiutat[aoie]|respint[aoie]|negat[aoie]|scadut[aoie]|annullat[aoie]|bocciat[aoie]|decadut[aoie]|revocat[aoie]"
)
_ON_ITS_WAY = (
    r"submi(?:t|ts|tted|tting|ssion)|appl(?:y|ied|ying) for|application|in review|under review|(?:being|to be) (?:reviewed|processed|checked|approved|confirmed|decided|granted|accepted|registered)|review(?:ing)?|in (?:process|progress)|in the (?:works|pipeline|queue)|processing|wait\w*|await\w*|"
    r"request(?:ed|ing)|filed|filing|lodged|sent (?:in|off|it|to)|handed in|put in|draft\w*|tb[acd]|unconfirmed|unapproved|unregistered|non[- ]approved|non[- ]registered|provisional\w*|tentative\w*|conditional\w*|subject to|hop(?:e|ed|es|ing|efully)|expect\w*|plan(?:ned|ning|s)?(?: to)?|intend\w*|"
    r"under (?:consideration|evaluation|assessment)|no (?:answer|decision|reply|response|word|approval|feedback)|have(?:n['\u2019]?t| not) heard|not (?:\w+ ){0,4}yet|n['\u2019]t (?:\w+ ){0,4}yet|yet to|no longer|any ?more|too late|out of date|undecided|in limbo|missing|maybe|perhaps|might|probably|"
    r"(?:need|needs|require|requires|lacks?|before|without|until|unless|for|seek\w*) (?:\w+ )?approval|approval (?:\w+ )?(?:pending|outstanding|missing|open|expected|needed|required|status|process)|in for|"
    r"beantragt\w*|eingereicht\w*|in (?:der )?(?:prüfung|bearbeitung|klärung)|wird (?:noch )?(?:geprüft|bearbeitet)|wart\w*|unbestätigt\w*|ungenehmigt\w*|nicht[- ]genehmigt\w*|geplant\w*|steht (?:noch )?aus|stehen (?:noch )?aus|angefragt\w*|vorläufig\w*|noch (?:nicht|kein\w*|offen)|hoffentlich|vielleicht|nicht mehr|(?:genehmigung|freigabe|bewilligung)(?: \w+)? (?:fehlt|aus|offen|ausstehend)|"
    r"en (?:attente|cours|examen|révision)|soumise?s?|demandée?s?|déposée?s?|envoyée?s?|à (?:l['\u2019]étude|valider|approuver)|pas encore|ne plus|plus valable|"
    r"solicitad[ao]s?|presentad[ao]s?|enviad[ao]s?|en (?:revisión|trámite|proceso|espera|estudio)|esperando|a la espera|(?:por|sin) aprobar|aprueb\w+|a[uú]n no|todavía no|ya no|"
    r"in (?:attesa|revisione|corso|esame|sospeso|valutazione)|richiest[ao]|presentat[ao]|inviat[ao]|da approvare|non ancora|non più|aspett\w*|approvin[oa]|approvi"
)
_WISHED = re.compile(
    r"\b(?:get|gets|getting|obtain\w*|register(?:ing)?|seek\w*|(?:try|trying|want|wants|like|looking|going|about|able) to \w+|qualify for|eligible for|going for|go for|chasing|working on|do (?:we|i|you) have|are we|can (?:we|i|you) \w+|could (?:we|i|you) \w+)\s+(?:for )?(?:(?:a|an|the|our|this|that|my)\s+)*$"
)
_OPEN = re.compile(rf"\b(?P<over>{_OVER})\b|(?<!\w)(?P<way>{_ON_ITS_WAY})\b")
_NEGATION = re.compile(
    r"\b(?:not|never|no|nor|neither|without|un|non|no longer|nicht|nie|kein\w*|pas|jamais|sin|ni|mai|nessun\w*)\b|n['\u2019]t\b|\b(?:is|has|was|does|did|are|have|had)nt\b"
)
_DOUBT = re.compile(
    r"\b(?:if|once|until|till|unless|whether|provided|providing|assum\w*|suppos\w*|in case|hopefully|hope\w*|as soon as|when|before|almost|nearly|about to|wait\w*|await\w*|pending|expect\w*|soon|falls|wenn|sobald|sofern|ob|bis|bevor|hoffentlich|si|quand|dès que|lorsque|une fois|avant|cuando|una vez|hasta|antes|en cuanto|se|quando|appena|finché|prima|qualora)\b"
    r"|\b(?:will|would|should|could|might|may|can|must|shall|to|gets?|getting|being|needs?|wird|werden|sollte|dürfte|sera|serait|soit|será|sea|sarà|venga|viene|sia)\s+(?:(?:be|been|get|have|not|hopefully|soon|probably|likely|still|also|first|finally|eventually|fully|it|this|that|an?|our|the|noch|bald|être|ser|essere|estar)\s+)*$"
    r"|\b(?:is|has|was|were|did|isn['\u2019]?t|hasn['\u2019]?t|ist|wurde)\s+(?:(?:the|our|my|this|that|unsere?|die)\s+)*(?:\ufffa|it\b|this\b|that\b|sie\b)"
)
_POLITE = re.compile(r"\bif (?:it(?:['\u2019]s| is) )?(?:possible|allowed|you can|you could|you would|i may|that(?:['\u2019]s| is) (?:ok|fine)|we can|ok|okay)\b")  # fmt: skip
_LATER = re.compile(
    r"^\W*(?:yet\b|soon|next |tomorrow|later|(?:if|once|when) (?!we (?:order|buy|take)|i (?:order|buy|take)|you |possible|allowed|they |the customer)|nächste|bald|demain|mañana|domani)"
)
_BREAK = re.compile(r"[.;!?\n,()\ufffb]|\s[-\u2013\u2014]\s|\b(?:but|with|using|now|already|finally|aber|mit|jetzt|inzwischen|mais|avec|maintenant|pero|con|ahora|ya|ma|ora|ormai)\b")  # fmt: skip
_ABOUT_ELSE = re.compile(
    r"\b(?:customers?|clients?|quotes?|orders?|budgets?|offers?|po|payments?|credit|deliver(?:y|ies)|shipments?|invoices?|kunden?|angebot)\s+(?:(?:has|have|had|is|are|was|were|got|been|just|hat|ist|wurde)\s+)*$"
    r"|\ufffb\s*(?:['\u2019]s|has|have|is|was|had|been|just|already|ist|wurde)(?:\s+(?:been|just|already))*\s*$"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|mai|juni|juli|okt|dez|enero|febrero|marzo|abril|mayo|junio|julio|janvier|février|mars|avril|juin|juillet|août|gennaio|febbraio|aprile|maggio|giugno|luglio)[a-zäéû]*\.?"
_WHEN = re.compile(
    rf"(?:\s+(?:yesterday|today|tomorrow|gestern|heute|hier|ayer|hoy|ieri|oggi|ago|on|in|at|since|from|until|by|back|the|last|past|this|next|earlier|am|im|seit|vor|letzten?|letzte[rsmn]?|le|el|il|en|depuis|desde|dal|la|semaine|mois|passée?|dernière?|dernier|pasad[ao]|scors[ao]|week|month|quarter|year|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    rf"woche|monat|quartal|jahr|montag|dienstag|mittwoch|donnerstag|freitag|semana|mes|año|settimana|mese|anno|{_MONTH}|(?:\d+|a|an|one|two|three|zwei|drei|few) (?:days?|weeks?|months?|years?|tagen?|wochen|monaten?)|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th|\.)?(?= ?{_MONTH}\b)|(?<=[a-z] )\d{{1,2}}(?:st|nd|rd|th)\b|20\d\d)(?![\w-]))+"
)
_STRAY = re.compile(
    r"(?:\s+(?:on|in|at|since|from|until|by|the|am|im|seit|vor|le|el|il|en|la|an?))+$"
)

Standing = Literal["approved", "registered", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deals:
    """What a text says of how a deal stands: `registered` is no more than that there is one."""

    standing: Standing | None = None
    spans: tuple[Span, ...] = ()


def read_deals(text: str) -> list[Said]:
    """The places in the folded text that speak of a registered deal."""
    return [
        Said(sort="deal", span=(match.start(), match.end("core")), graced=_is_graced(match))
        for match in _DEAL.finditer(text)
    ]


def _is_graced(match: re.Match[str]) -> bool:
    said = f"{match['before']} {match['behind'] or ''}"
    return re.search(rf"\b(?:{_GOOD})\b", said) is not None


def read_standing(text: str, deals: Sequence[Said], others: Sequence[Said]) -> Deals:
    """How the deals stand; where there are none, how what was spoken of before does.

    What is said last counts, and anything said of a deal that isn't known to approve it leaves it open.
    """
    masked = _masked(text, deals, others)
    marks = sorted(_marks(masked), key=lambda mark: mark[0])
    given = [one for one in deals if _is_given(text, one)]
    told: Standing | None = next((standing for _, standing in reversed(marks)), None)
    if any(_WISHED.search(masked[: one.span[0]]) for one in deals):
        told = "open"
    if told is None and any(_is_left_open(text, masked, one) for one in deals):
        told = "open"
    if not deals and told == "approved" and _is_wondered(masked):
        told = "open"
    if told is None and deals and not given:
        told = "open"
    registering = [one.span for one in deals if _REGISTERED.match(text, one.span[0])]
    spans = tuple(_with_its_day(masked, span) for span in (*(span for span, _ in marks), *registering))  # fmt: skip
    return Deals(standing=told or ("registered" if deals else None), spans=spans)


def _masked(text: str, deals: Sequence[Said], others: Sequence[Said]) -> str:
    """The text with one sign for each letter of a promotion, another for each of a deal's noun."""
    for one in others:
        text = text[: one.span[0]] + "\ufffb" * (one.span[1] - one.span[0]) + text[one.span[1] :]
    for one in deals:
        match = _DEAL.search(text, one.span[0])
        if match and match.start() == one.span[0]:
            text = _noun_masked(text, match)
    return text


def _noun_masked(text: str, match: re.Match[str]) -> str:
    """The text without the deal's noun; what says that it stands or doesn't is left."""
    start, end = match.span("core")
    core = re.sub(rf"\b(?:un)?(?:{_GOOD})\b|\b(?:not|isn['\u2019]?t|wasn['\u2019]?t|nicht|non|no|pas|yet|noch)\b(?!\.)|regist(?:er|ering) ", lambda m: m.group().replace(" ", "\ufff9"), text[start:end])  # fmt: skip
    kept = set[int]()
    for found in re.finditer(rf"\b(?:un)?(?:{_GOOD})\b|\b(?:not|isn['\u2019]?t|wasn['\u2019]?t|nicht|non|pas|yet|noch)\b", core):  # fmt: skip
        kept |= set(range(found.start(), found.end()))
    shown = "".join(c if i in kept or c == " " else "\ufffa" for i, c in enumerate(text[start:end]))
    return text[:start] + shown + text[end:]


def _marks(text: str) -> Iterator[tuple[Span, Standing]]:
    """Each place that says how the deal stands."""
    for match in _OPEN.finditer(text):
        left = _clause(text[: match.start()])
        denied = match["over"] and _NEGATION.search(left)
        if not denied and not _ABOUT_ELSE.search(text[: match.start()]):
            yield match.span(), "open"
    polite = _POLITE.sub(lambda found: "\ufffd" * len(found.group()), text)
    for match in _CLAIM.finditer(text):
        if _ABOUT_ELSE.search(text[: match.start()]):
            continue
        left = _clause(polite[: match.start()])
        weak = _WEAK_GOOD.match(match.group()) is not None
        if _NEGATION.search(left) or _DOUBT.search(left) or _LATER.search(polite[match.end() :]):
            yield match.span(), "open"
        elif not weak:
            yield match.span(), "approved"


def _clause(left: str) -> str:
    """What stands before a word in its own clause."""
    ends = [match.end() for match in _BREAK.finditer(left)]
    return left[ends[-1] :] if ends else left


_CONTINGENT = re.compile(
    r"^\W*(?:if|once|when|as soon as|unless|provided|assuming|in case|falls|wenn|sobald|si|se|quando|cuando|quand|dès que)\s+(?:(?:we|i|they|you|the vendor|wir|on)\s+(?:\w+\s+)?(?:get|have|receive|obtain|win|approve|accept|grant|bekommen|erhalten|l['\u2019]obtient)\b|(?:it|that|this|sie|es|das|elle|il|approval)\b(?!(?:['\u2019]s| is) (?:possible|allowed|ok|fine)))"
)
_REGISTERED = re.compile(rf"(?:(?:our|my|the|an?)\s+)*(?:register(?:ing)?\s|unregistered|{_REGISTERING})")  # fmt: skip
_NUMBER_ALONE = re.compile(r"dr-\d{3,}")
_GIVES = re.compile(r"(?<!\w)(?:with|w/|mit|avec|con|under|unter|using|use|apply|via|per|incl\w*|deal\w*|reg\w*|registr\w*|enregistr\w*|proje[ck]t\w*|projet|proyecto|progetto|approved|genehmigt\w*)(?![^\W_])[\s:#.(=]*(?:(?:no|nr|number|nummer|id|is|ist)\b[\s:.#=]*)*$")  # fmt: skip
_SUPPOSED = re.compile(r"\b(?:if|once|assuming|suppose|supposing|imagine|falls|wenn|sobald|si|se)\s+(?:there (?:is|was|were)\s+)?(?:(?:the|our|my|a|an|that|this|unsere?|die|la|notre|nuestra)\s+)*$")  # fmt: skip
_PREDICATE = re.compile(
    r"^\s*(?:,|\(|-|\u2013)?\s*(?:(?:that|which|it|but|though|die|der|qui|que|che|y|e|and)\s+)*(?:(?:is|was|has|hasn['\u2019]?t|isn['\u2019]?t|wasn['\u2019]?t|went|got|gets|goes|still|läuft|needs?|looks?|seems?|wurde|wird|ist|steht|liegt|sigue|está|fue|è|sta|est|a été)\b)\s*(?P<rest>[^.?!;,]*)"
)
_NEUTRAL = re.compile(
    r"^(?:how|what|the|included|applied|applicable|counted|for|on|from|ours|attached|there|here|number|no\b|nr|dr|worth|used|cheaper|better|available|running|live|done|complete|fine|ok|good|in|our|\W*$)"
)


def _is_left_open(text: str, masked: str, deal: Said) -> bool:
    """Whether the deal is yet to be registered, counts only if something else does, or is said to be who knows what."""
    if _REGISTERED.match(text, deal.span[0]):
        return True
    right = masked[deal.span[1] :]
    return bool(_SUPPOSED.search(masked[: deal.span[0]]) or _CONTINGENT.search(right)) or _is_predicated(right)  # fmt: skip


def _is_given(text: str, deal: Said) -> bool:
    """Whether the words say that there is a deal; a number that stands alone may be of one that was never approved."""
    alone = _NUMBER_ALONE.fullmatch(text[slice(*deal.span)])
    return alone is None or _GIVES.search(text[: deal.span[0]]) is not None


def _is_predicated(right: str) -> bool:
    """Whether something is said of the deal that isn't known to mean that it stands."""
    match = _PREDICATE.match(right)
    return match is not None and not _NEUTRAL.match(match["rest"].strip())


def _is_wondered(text: str) -> bool:
    """Whether it is asked rather than said: "approved?", but not "and now that it's approved?"."""
    now = re.search(r"\b(?:now|since|jetzt|maintenant|ahora|adesso|ora)\b", text)
    return text.rstrip().endswith("?") and now is None


def _with_its_day(text: str, span: Span) -> Span:
    """The place with the day that is said of it alone: "submitted yesterday"."""
    when = _WHEN.match(text, span[1])
    if not when:
        return span
    said = _STRAY.sub("", when.group())
    return span[0], span[1] + len(said)
