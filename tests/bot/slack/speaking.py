"""An answerer that is listened to, and waits between sentences until the test lets it go on; and one with a shopfront."""

import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from tests.bot.slack.scripted import ScriptedAnswerer

from partnerline.fake_slack import FakeSlack
from partnerline.fake_slack.faults import Fault
from partnerline.knowledge.answering.shopfront import Shown
from partnerline.knowledge.model import Answer, Citation, Question
from partnerline.knowledge.partners import Audience, Partner
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Product

FIRST, SECOND = "It is two years.", "Sensors have three."
CITED = Citation(source="faq/hardware.md", locator="## Warranty", quote="two years")
FINAL = Answer(
    outcome="answered",
    text=f"**{FIRST}** {SECOND}\n\n— faq/hardware.md, ## Warranty",
    confidence=0.9,
    citations=(CITED,),
)
PATIENCE = 10.0


class SpeakingAnswerer(ScriptedAnswerer):
    """Says two sentences to a question about the warranty; `go` lets each of the two pauses after them end."""

    words = True

    def __init__(self, final: Answer = FINAL) -> None:
        super().__init__()
        self.final, self.go = final, threading.Semaphore(0)

    def answer(self, question: Question, listener: Callable[[str], None] | None = None) -> Answer:
        if "warranty" not in question.text:
            return super().answer(question)
        self.asked.append(question)
        for sentence in (FIRST, SECOND):
            if listener is not None:
                listener(sentence)
            self.go.acquire(timeout=PATIENCE)
        return self.final

    def finish(self) -> None:
        """Lets every pause end."""
        self.go.release(100)


class SlowAnswerer(ScriptedAnswerer):
    """Words nothing, and takes its time all the same until `go` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def answer(self, question: Question) -> Answer:
        self.go.wait(PATIENCE)
        return super().answer(question)


def struck(slack: FakeSlack) -> threading.Event:
    """Is set once any fault has happened."""
    event, take = threading.Event(), slack.board.faults.take

    def taking(method: str) -> Fault | None:
        fault = take(method)
        if fault is not None:
            event.set()
        return fault

    slack.board.faults.take = taking  # type: ignore[method-assign]  # a look over its shoulder
    return event


def promotion(code: str, *, last_day: date | None = None) -> Promotion:
    """A promotion that takes a tenth off."""
    return Promotion(
        path="promotions.xlsx",
        locator="P!A1",
        row_text=code,
        audience=Audience(),
        code=code,
        name=f"{code} deal",
        applies_to=("AX-200",),
        percent=Decimal("0.1"),
        last_day=last_day,
    )


SHOWN = {
    "acme": Shown(
        promotions=(promotion("ACME-ONLY", last_day=date(2027, 6, 30)), promotion("ACME-TWO")),
        product=Product(sku="AX-ACME", name="Gateway"),
        programme=("Acme playbook",),
    ),
    "globex": Shown(promotions=(promotion("GLOBEX-ONLY"),), programme=("Globex playbook",)),
}
PUBLIC = Shown(programme=("Public rules",))


class ShowingAnswerer(ScriptedAnswerer):
    """Shows each partner something of its own, and a stranger what is public; every document is of one day."""

    def shown_to(self, partner: Partner | None, day: date) -> Shown:
        return SHOWN.get(partner.id, PUBLIC) if partner else PUBLIC

    def days(self, paths: Iterable[str]) -> Mapping[str, date]:
        return dict.fromkeys(paths, date(2026, 7, 1))
