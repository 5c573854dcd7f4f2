"""Products that are named as not meant: "no TS-10", "instead of the AX-200", "we no longer need the 5 TS-10"."""

import re
from collections.abc import Sequence

from partnerline.knowledge.intent.products import Placed
from partnerline.knowledge.intent.spans import Span
from partnerline.knowledge.intent.spelled import NUMBER_WORDS

_THE = r"(?:(?:any|all|of|for|the|those|these|that|this|our|my|an?|more|die|der|das|den|le|la|les|el|los|las|il|lo|gli|i)\s+)*"
_HOW_MANY = rf"(?:(?:\d+\s?x?|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\s+(?:of (?:the )?|units? (?:of )?|pcs?\.? |x )?)?"
_NOT = (
    r"not|nicht|kein\w*|pas(?: de)?|instead of|rather than|statt|anstatt|no longer|excluding|except(?: for)?|without|w/o|ohne|sans|sin|senza|minus"
    r"|(?<!item )(?<!part )(?<!article )(?<!order )(?<!product )(?<!model )(?<!serial )(?<!sku )(?<!art )(?<!type )no"
)
_TAKEN_OUT = (
    r"drop(?:ped)?|removed?|cancel\w*|deleted?|skip(?:ped)?|scrap(?:ped)?|ditch|omit|excluded?|strike|scratch|forget(?: about)?|already (?:have|got|own|bought|ordered|received)|take (?:out|off|away)|leave (?:out|off|away)|"
    r"get rid of|never mind|nevermind|lose|streich\w*|weg mit|enlève\w*|quita\w*|togli\w*"
)
_UNWANTED = r"(?:(?:no longer|not|don['\u2019]?t|doesn['\u2019]?t|won['\u2019]?t|never)\s+(?:\w+\s+)?(?:need|want|require|take|order|buy|include)\w*(?:\s+(?:to|order|buy|have|get))*(?:\s+any ?more)?)"
_BEFORE = re.compile(rf"(?:\b(?:{_NOT}|{_TAKEN_OUT})|\b{_UNWANTED})\s+{_THE}{_HOW_MANY}{_THE}$")
_COUNTED = re.compile(rf"{_HOW_MANY}$")
_BEHIND = re.compile(
    r"\s*(?:(?:is|are|was|were|s)\s+)?(?:no longer (?:needed|wanted|required)|not (?:needed|wanted|required) ?(?:any ?more)?|(?:already |now |been |have been )*(?:cancelled|canceled|already (?:ordered|bought|delivered|there|paid|covered)|ordered already)|(?:can|should) (?:go|be dropped|be removed)|out\b(?! of)|weg\b|raus\b)"
)
_A_FEW = re.compile(
    r"\b(?:drop|remove|cancel|delete|skip|scrap|take (?:out|off|away)|leave (?:out|off)|minus|without|less|deduct|subtract)\s+(?:the\s+|only\s+|just\s+)?\d"
    r"|\b\d+\s+(?:\ufffc+\s+)?(?:less|fewer|weniger|de moins|menos|in meno)\b"
)


def refused(folded: str, placed: Sequence[Placed]) -> dict[int, Span]:
    """Which of the products are named as not meant, and from where that is said to where the product begins."""
    found: dict[int, Span] = {}
    for i, one in enumerate(placed):
        start, end = one.spans[0][0], max(span[1] for span in one.spans)
        if before := _BEFORE.search(folded[:start]):
            found[i] = (before.start(), start)
        elif behind := _BEHIND.match(folded, end):
            counted = _COUNTED.search(folded[:start])
            found[i] = (counted.start() if counted else start, behind.end())
    return found


def takes_some_away(folded: str) -> bool:
    """Whether a number says how many fewer are wanted, and not how many."""
    return _A_FEW.search(folded) is not None
