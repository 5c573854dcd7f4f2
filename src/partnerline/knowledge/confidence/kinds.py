"""What kind of question a look-up is, as far as it decides how sure an answer has to be."""

import re
from typing import Literal

from partnerline.knowledge.words import fold

QuestionKind = Literal["knowledge", "money", "objection"]

_MONEY = re.compile(
    r"[€$£%]|\b(?:eur|usd|chf|gbp|euros?|dollars?|pounds?|francs?|bucks|percent\w*|per cent|costs?|pric\w+|fees?|surcharges?"
    r"|charges?|discounts?|rebates?|margins?|commissions?|refunds?|reimburse\w*|budgets?|funds?|mdf|credit limits?|penalt(?:y|ies)"
    r"|how much|how expensive)\b"
)


def kind_of(question: str, *, voiced: bool = False) -> QuestionKind:
    """`objection` where one is voiced, `money` where amounts or percentages are asked for, else `knowledge`."""
    if voiced:
        return "objection"
    return "money" if _MONEY.search(fold(question)) else "knowledge"
