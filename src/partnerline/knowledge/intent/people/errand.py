"""Things to be done for a rep that a bot for questions doesn't do, and a person may."""

import re

from partnerline.knowledge.intent.people.spoken import (
    asks_how_things_are,
    inquires,
    reports_another,
    sayings,
)

_ASKED = (
    r"^(?:(?:can|could|would|will) you(?: please| pls| also| maybe| kindly)? |please |pls |plz |kindly |i (?:want|need|would like|'d like) you to |you (?:should|must|have to) |go ahead and |"
    r"just |then |now |bitte |konn(?:en|ten) sie (?:bitte )?|kannst du (?:bitte )?|pouvez-vous |peux-tu |por favor |puede[sn]? |per favore |puoi |potete )*"
)
_ONE = (
    r"(?:(?:me|us|up|for me|for us) )?(?:(?:an?|the|my|our|this|that|some|another|these|two|\d+) )?"
)
_WRITTEN = r"(?:e-?mails?|mails?|letters?|proposals?|presentations?|powerpoints?|ppt|slides?|decks?|(?:linkedin |blog |forum )?posts?|(?:offer|quote|proposal) documents?|contracts?|messages?|brochures?|flyers?|business plans?|spreadsheets?|excel|press releases?|tender (?:response|answer)s?|case stud(?:y|ies)|agenda)"
_DATED = r"(?:demos?|meetings?|calls?|slots?|appointments?|trainings?|courses?|rooms?|visits?|flights?|hotels?|tables?|webinars?|workshops?|survey|site visits?)"
_ACCOUNT = r"(?:passwords?|accounts?|log-?ins?|(?:e-?mail |delivery |billing |postal |company |shipping )*address(?:es)?|users?|bank details|profiles?|phone numbers?|portal|data|licen[cs]es?|subscriptions?|office|contact details|names?|seats?)"
_CASE = r"(?:tickets?|cases?|rma(?: cases?| numbers?)?|claims?|mdf claims?|incidents?|support (?:tickets?|cases?|requests?)|return(?: requests?)?|credit notes?)"
_ADDRESS = r"\S+@\S+"

_ENGLISH = re.compile(
    rf"(?:write|draft|compose|prepare|create|make|build|design|generate|formulate|put together) {_ONE}(?:[a-z-]+ ){{0,3}}?{_WRITTEN}\b"
    r"|put in an order|process (?:my|our|the|this) |(?:ship|dispatch|deliver) (?:it|them|this|\d+ (?!.*\b(?:next|by|within|until|in \d))\S+)(?=\W|$)|cancel (?:my|our) |(?:move|postpone|stop|hold|speed up) (?:my|our|the) (?:delivery|order|shipment|appointment)|(?:create|make|prepare) (?:an? |the )?(?:quote|offer) (?:pdf|document|with (?:my|our) logo)|(?:drop|shoot|fire off) (?:an? |the )?(?:e-?mail|mail|line|note|message)|(?:reply|respond|answer|write|talk) to (?:the|my|our|this) (?:customer|client)"
    r"|(?:draft|write|compose|formulate) (?:me )?(?:something|anything|it|a few|two|three|one)\b|put (?:together|an?|it|this|the meeting) .{0,20}(?:slides|calendar|diary|agenda)|put together |make (?:me |us )?an? (?:one-?pager|flyer|poster|video)|(?:enrol|enroll|book|sign up) (?:me|us|\w+ (?:technicians?|people|reps?|colleagues?))\b|give [a-z]+ access|reset it\b|(?:nudge|ping|wake) me\b|deactivate "
    r"|(?:arrange|organi[sz]e|schedule|book) (?:an? |the )?(?:pick-?up|collection|shipment|radio survey|survey|courier|transport)|(?:upload|print|attach|archive) (?:it|this|that|these)|correct (?:our|my) |(?:fill (?:in|out)|complete) (?:the|this|our|my|that|an?) "
    rf"|(?:book|schedule|arrange|organi[sz]e|set up|reserve) {_ONE}(?:[a-z-]+ ){{0,3}}?{_DATED}\b"
    r"|(?:place|submit|cancel|confirm|change|modify|amend|update|expedite) (?:the|my|our|this|that|an?) (?:[a-z-]+ )?orders?\b|(?:place|submit|cancel) (?:the )?order\b|cancel order\b|order (?:it|them|that|those|this)\b"
    r"|(?:change|update) the (?:delivery|shipping|billing) (?:address|date)\b|buy \d+ (?:of (?:those|them|these|it) )?(?:for (?:me|us)|\W*$)|.*\border (?:me |us )?\d+ .*\bfor (?:me|us)\b"
    rf"|(?:reset|unlock|change|update|delete|remove|create|add|activate|deactivate|renew|block|close|open|edit) (?:[a-z]+ ){{0,2}}?(?:my|our)(?: [a-z]+){{0,2}}? {_ACCOUNT}\b"
    rf"|(?:create|open|set up|add|make|delete|remove) (?:an? |the )?(?:[a-z]+ )?(?:{_ACCOUNT}) (?:for|called|named)\b|(?:add|invite|remove|delete) [^?]{{1,40}}\b(?:to|from) (?:our|my|the|this) (?:portal|account|channel|team|system|workspace)\b"
    rf"|(?:change|update|correct) (?:my|our) [^?]{{1,40}}\b(?:in|on) (?:the|your) (?:portal|system|records?)\b|(?:remove|delete) our\b[^?]{{1,40}}\b(?:from|in) your\b"
    rf"|(?:send|e-?mail|mail|fax|forward|post|share|print|upload|text) (?:it|this|that|these|them)\b(?! rule)|(?:send|e-?mail|mail|forward|fax|share) (?:[a-z-]+ ){{0,4}}?(?:to|at) (?:{_ADDRESS}|(?:the|my|our) (?:customer|client|boss|office|colleague))"
    r"|(?:e-?mail|mail|fax|post) (?:me|us) (?:the|an?|this|that|your)\b|(?:send|e-?mail|give|issue|reissue|resend) (?:me |us )?(?:the|an?|my|our) (?:[a-z-]+ )?(?:invoices?|credit notes?|delivery notes?|receipts?|order confirmations?)\b|.*\b(?:invite|add) my colleagues?\b"
    r"|register (?:the|this|my|our|an?) (?:deal|project|opportunity)(?: for (?:me|us)|:| with| at| please|\b.*\d)|register \S+(?: \S+){0,2} as (?:my|our|an?)\b|(?:submit|file) (?:my|our|an?|the|this) "
    rf"|(?:open|create|raise|file|log|submit|close|issue|start) (?:me |us )?(?:an?|the|my|our|this) (?:[a-z-]+ )?{_CASE}\b|(?:track|trace|find) my (?:parcel|order|shipment|package|delivery)\b"
    r"|(?:sign|enrol|enroll|register) (?:me|us|my colleague|our technician) (?:up|in|for|on)\b|.*\bremind me\b|set (?:me )?(?:an? )?(?:reminder|alarm|timer)\b(?: for (?:me|\d|tomorrow|monday))?"
    r"|(?:call|ring|phone|ring up|contact|write to|message) (?:the|my|our|this) (?:customer|client|prospect)\b|ring up [a-z]+|(?:pay|settle) (?:the|our|my|this) (?:invoice|bill)"
)
_TONGUES = re.compile(
    r"(?:bitte )?(?:\d+ (?:stuck|x) .{0,20}bestellen|.{0,20}\bbestellen\W*$|.{0,25}\btermin\b.{0,20}\b(?:mit|fur)\b)|(?:bestell(?:e|en|t)?(?: sie)?(?: bitte)? \d|schreib\w*(?: sie)? (?:mir |uns )?(?:bitte )?(?:eine? )?(?:e-?mail|mail|brief|angebotsschreiben)|setz\w*(?: sie)? (?:bitte )?mein passwort|ander\w*(?: sie)? (?:bitte )?(?:unsere|meine) adresse|erinner\w*(?: sie)? mich|buch\w*(?: sie)? (?:mir |uns |bitte )*(?:eine|einen|ein)|storniere\w*(?: sie)? (?:bitte )?(?:meine|unsere|die)|send\w*(?: sie)? (?:das|es|dies) )"
    r"|(?:ecri(?:s|vez)(?:-moi)? (?:un|une)|passe[zr]? (?:la |une )?commande|commande[zr]? \d|reinitialise[zr]? mon|reserve[zr]?(?:-moi)? (?:un|une)|envoie[zr]?-? ?(?:le|la|ca|cela)|rappelle[z]?-moi de|annule[zr]? (?:ma|la) commande)"
    r"|(?:escrib[ea](?:me)? un|haz(?:me)? (?:el|un) (?:pedido|correo)|haga el pedido|recuerda(?:me|melo)|reserva(?:me)? (?:un|una)|envia(?:lo|selo|me)|cancel[ae] (?:mi|el) pedido|restablec\w+ mi)"
    r"|(?:scriv[ia](?:mi)? (?:un|una)|fa(?:i|te) l'ordine|ordina(?:te)? \d|ricorda(?:mi|melo)|prenota(?:mi|te)? (?:un|una)|invia(?:lo|te|gli)|annulla(?:te)? (?:il|l')|reimposta)"
)
_REQUEST = re.compile(rf"{_ASKED}(?:{_ENGLISH.pattern}|{_TONGUES.pattern})")
_ASKED_TO_ORDER = re.compile(
    r"^(?:(?:can|could|would|will) you(?: please)? |please |pls |ok,? |yes,? )+order (?:us |me )?\d"
)


def asks_for_an_errand(said: str) -> bool:
    """Whether something is to be done, beyond an answer: an order placed, an e-mail written, an account changed."""
    if reports_another(said):
        return False
    return any(
        not (inquires(one) or asks_how_things_are(one)) and _is_errand(one) for one in sayings(said)
    ) or bool(_ASKED_TO_ORDER.search(said))


def _is_errand(saying: str) -> bool:
    return bool(_REQUEST.search(saying) or _ASKED_TO_ORDER.search(saying))
