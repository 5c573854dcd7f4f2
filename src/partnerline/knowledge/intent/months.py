"""The names of months and days in English, German, French, Spanish and Italian."""

import calendar
import re

_ABROAD = """januar jänner janvier enero gennaio|februar février fevrier febrero febbraio|märz maerz mrz mars marzo
    |avril abril aprile|mai mayo maggio|juni juin junio giugno|juli juillet julio luglio|août aout agosto
    |sept septembre septiembre setiembre settembre|oktober okt octobre octubre ottobre|novembre noviembre
    |dezember dez décembre decembre diciembre dicembre"""
_WEEKDAYS = """monday montag lundi lunes lunedì|tuesday dienstag mardi martes martedì|wednesday mittwoch mercredi miércoles
    mercoledì|thursday donnerstag jeudi jueves giovedì|friday freitag vendredi viernes venerdì|saturday samstag samedi sábado
    sabato|sunday sonntag dimanche domingo domenica"""

MONTHS = {
    name.casefold(): i
    for names in (calendar.month_name, calendar.month_abbr)
    for i, name in enumerate(names)
    if name
} | {word: i for i, group in enumerate(_ABROAD.split("|"), 1) for word in group.split()}
WEEKDAYS = {word: i for i, group in enumerate(_WEEKDAYS.split("|")) for word in group.split()}

MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
"""Any month's name, or what it is cut to."""
_OTHERWISE = {"may", "march", "mars", "mai", "juli", "august", "set"}
"""Names that are words of their own, or people's."""
SURE_MONTH = rf"(?:{'|'.join(sorted((name for name in MONTHS if len(name) > 4 and name not in _OTHERWISE), key=len, reverse=True))}|märz)"
"""A month's name that is nothing else, wherever it stands."""
WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})"

_PAST = re.compile(
    r"\b(?:was(?! (?:kost|ist\b|sind\b|wird|werden|würde|macht|bezahl|zahl))|were|did|had|used to|back (?:in|on|then)|paid|ago|charged|ordered|bought|have cost|has cost|have been|has been|"
    r"war|waren|wurden?|hatten?|gekostet|kosteten?|zahlten|bezahlt|bestellt|était|étaient|a coûté|coûtait|coûtaient|avons payé|"
    r"costaba|costaban|costó|era|eran|pagamos|costava|costavano|costato|erano|pagato)\b"
)
_COMING = re.compile(
    r"\b(?:will|shall|going to|orders?|ordering|upcoming|coming|would(?! have)|if we|when we|plan(?:ned|ning)? (?:to|for)|delivery|"
    r"wird|werden|bestellen|bestellung|bestellungen|auftrag|kommenden?|sera|seront|commande|commandes|será|serán|pedido|pedidos|sarà|saranno|"
    r"ordine|ordini)\b|['\u2019]ll\b"
)


def tense_of(folded: str) -> int:
    """-1 where the text speaks of what was, 1 where of what is to come, 0 where it says neither or both."""
    return bool(_COMING.search(folded)) - bool(_PAST.search(folded))
