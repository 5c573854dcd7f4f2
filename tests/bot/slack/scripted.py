"""The partners, the managers and the answerer of these tests."""

from dataclasses import replace
from datetime import date

from tests.bot.quotes.papers import ANSWER, BASKET

from partnerline.knowledge.model import Answer, Citation, Question, Reason
from partnerline.knowledge.partners import Directory, Manager, Partner

ACME = Partner(
    id="acme",
    name="Acme Resellers",
    tier="gold",
    region="EMEA",
    team_ids=frozenset({"T0ACME"}),
    channels=frozenset({"C0ACME"}),
    email_domains=frozenset({"acme.example"}),
    manager="dana@vendor.example",
)
GLOBEX = Partner(
    id="globex",
    name="Globex",
    tier="silver",
    region="NA",
    team_ids=frozenset({"T0GLOBEX"}),
    channels=frozenset({"C0GLOBEX"}),
)
DANA = Manager(email="dana@vendor.example", name="Dana Vendor", slack_user="U0DANA")
DIRECTORY = Directory(partners=(ACME, GLOBEX), managers=(DANA,))


PRICED = replace(
    ANSWER,
    text="**120,096.00 EUR** in all for 2 items.\n\n| Item | Amount, EUR |\n| --- | ---: |\n| AX-400 | 37,296.00 |",
    quote=replace(BASKET, valid_until=None),
)
ENDED = replace(PRICED, quote=replace(BASKET, valid_until=date(2020, 1, 31)))


class ScriptedAnswerer:
    """Answers by words in the question, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Question] = []

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        who = question.partner.id if question.partner else "a stranger"
        text = question.text.casefold()
        if "hello" in text:
            return Answer(outcome="smalltalk", text="Hello!", confidence=1.0)
        if "which" in text:
            return Answer(
                outcome="clarify",
                text="For how long?",
                confidence=0.5,
                reason=Reason.AMBIGUOUS,
                choices=("12 months", "24 months"),
            )
        if text.startswith(("price", "list price")):
            return PRICED if "ended" not in text else ENDED
        cited = Citation(source="faq/hardware.md", locator="## Warranty", quote="two years")
        if "escalate" in text:
            return Answer(
                outcome="escalated",
                text="I'm not sure, so I've asked a person.",
                confidence=0.4,
                reason=Reason.LOW_CONFIDENCE,
                found=(cited,),
                doubt="Two guides disagree.",
            )
        return Answer(
            outcome="answered",
            text=f"For {who}: **{question.text}**",
            confidence=0.9,
            citations=(cited,),
        )
