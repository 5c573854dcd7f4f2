"""The vendor's own people: as any partner where nobody else reads, and never before others."""

import pytest
from tests.bot.slack.conftest import MANAGERS, Stage, text_of
from tests.bot.slack.scripted import ACME, DIRECTORY, GLOBEX

from partnerline.bot.slack.answers.taking import NOT_THEIRS
from partnerline.bot.slack.home.home_tab import STAFF
from partnerline.bot.slack.who.privately import AS_PARTNER
from partnerline.bot.slack.who.standings import FOR_STAFF, NO_SUCH, NOT_HERE, NOT_VOUCHED, called
from partnerline.knowledge.model import Answer, Question, Reason


@pytest.mark.parametrize(
    ("said", "partner"),
    [("as acme: price for 10 AX-200", "acme"), ("As  Globex : how long?", "globex")],
)
async def test_a_manager_asks_as_any_partner_in_private(
    stage: Stage, said: str, partner: str
) -> None:
    asked = stage.slack.tell("U0MAX", said)
    reply = await stage.reply(asked)

    (question,) = stage.answerer.asked
    assert question.partner is not None
    assert question.partner.id == partner
    assert question.text == said.partition(":")[2].strip()
    assert text_of(reply).endswith(f"_Answered as {question.partner.name}._")


async def test_the_thread_goes_on_as_that_partner(stage: Stage) -> None:
    asked = stage.slack.tell("U0DANA", "as acme: how long?")
    await stage.reply(asked)
    stage.slack.tell("U0DANA", "And for sensors?", thread_ts=asked.ts)
    await stage.reply(asked, count=2)

    assert [q.partner.id if q.partner else None for q in stage.answerer.asked] == ["acme"] * 2


async def test_before_others_it_is_refused(stage: Stage) -> None:
    asked = stage.slack.say("U0DANA", "C0ACME", "as acme: price for 10 AX-200", mention=True)

    assert text_of(await stage.reply(asked)) == NOT_HERE
    assert stage.answerer.asked == []


async def test_a_guest_in_the_channel_is_others_too(stage: Stage) -> None:
    asked = stage.slack.say("U0DANA", "C0GENERAL", "as acme: how long?", mention=True)
    assert text_of(await stage.reply(asked)) == NOT_HERE


async def test_no_partner_of_that_name_is_said(stage: Stage) -> None:
    asked = stage.slack.tell("U0DANA", "as nobody: how long?")
    assert text_of(await stage.reply(asked)) == NO_SUCH


async def test_any_of_the_vendors_own_asks_as_a_partner(stage: Stage) -> None:
    stage.slack.leave("U0MAX", MANAGERS)
    asked = stage.slack.tell("U0MAX", "as acme: how long?")
    await stage.reply(asked)

    assert [q.partner.id if q.partner else None for q in stage.answerer.asked] == ["acme"]


@pytest.mark.parametrize("email", [None, "max@elsewhere.example", "max@vendor.example.evil"])
async def test_a_member_without_the_managers_address_does_not(
    stage: Stage, email: str | None
) -> None:
    stage.slack.leave("U0MAX", MANAGERS)
    stage.slack.change_user("U0MAX", email=email)
    asked = stage.slack.tell("U0MAX", "as acme: how long?")

    assert text_of(await stage.reply(asked)) == NOT_VOUCHED
    assert stage.answerer.asked == []


class RefusingAnswerer:
    """Says of everything that it isn't for whoever asks."""

    def answer(self, question: Question) -> Answer:
        return Answer(
            outcome="escalated", text="Not for you.", confidence=0.0, reason=Reason.NOT_PERMITTED
        )


@pytest.mark.parametrize("user", ["U0DANA", "U0MAX"])
async def test_what_differs_by_partner_is_explained_to_staff_and_asked_of_nobody(
    backstage: Stage, user: str
) -> None:
    backstage.answerer = RefusingAnswerer()  # type: ignore[assignment]  # answers as a stage's own does
    await backstage.start()
    asked = backstage.slack.tell(user, "price for 10 AX-200")

    assert text_of(await backstage.reply(asked)) == AS_PARTNER
    await backstage.quiet()
    assert backstage.record.escalations() == ()


async def test_staff_are_no_strangers_to_the_managers_nor_at_home(stage: Stage) -> None:
    stage.slack.leave("U0MAX", MANAGERS)
    stage.slack.say("U0MAX", "C0GENERAL", "Please escalate", mention=True)
    card = await stage.card()
    stage.slack.open_home("U0MAX")
    stage.slack.open_home("U0MAX", "home")
    await stage.quiet()

    assert "*Max Okafor, one of our own, asks*" in str(card.blocks)
    assert "a stranger to me" not in str(card.blocks)
    assert STAFF in str(stage.slack.messages("D0MAX", by_bot=True))
    home = stage.slack.home("U0MAX")
    assert home is not None
    assert STAFF in str(home.view)


@pytest.mark.parametrize("user", ["U0RITA", "U0STRANGER", "U0GUEST"])
async def test_nobody_from_outside_asks_as_another(stage: Stage, user: str) -> None:
    stage.slack.world.join(MANAGERS, user)
    asked = stage.slack.tell(user, "as globex: how long?")

    await stage.reply(asked)
    (question,) = stage.answerer.asked
    assert question.partner is None or question.partner.id == "acme"
    assert question.text == "as globex: how long?"


async def test_without_a_partner_staff_get_what_every_partner_may_see(stage: Stage) -> None:
    asked = stage.slack.tell("U0DANA", "How long?")

    assert text_of(await stage.reply(asked)).endswith(FOR_STAFF)
    (question,) = stage.answerer.asked
    assert (question.partner, question.readers) == (None, (ACME, GLOBEX))


async def test_in_a_partners_channel_staff_get_what_that_partner_may_see(stage: Stage) -> None:
    asked = stage.slack.say("U0DANA", "C0ACME", "How long?", mention=True)

    await stage.reply(asked)
    (question,) = stage.answerer.asked
    assert (question.partner, question.readers) == (None, (ACME,))


async def test_a_manager_opens_the_receipt_of_what_they_asked_as_a_partner(stage: Stage) -> None:
    asked = stage.slack.say("U0DANA", MANAGERS, "as acme: price for 10 AX-200", mention=True)
    reply = await stage.reply(asked)
    stage.slack.click("U0DANA", MANAGERS, reply.ts, "receipt")
    stage.slack.click("U0MAX", MANAGERS, reply.ts, "receipt")
    await stage.quiet()

    assert len(stage.slack.open_views("U0DANA")) == 1
    assert stage.slack.open_views("U0MAX") == []
    assert [e.text for e in stage.slack.ephemerals("U0MAX")] == [NOT_THEIRS]


@pytest.mark.parametrize(
    ("whom", "found"),
    [("ACME", ACME), (" acme  resellers ", ACME), ("Globex", GLOBEX), ("glob", None), ("", None)],
)
def test_a_partner_is_called_by_id_or_name(whom: str, found: object) -> None:
    assert called(DIRECTORY, whom) == found
