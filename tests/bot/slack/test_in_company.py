"""Where several companies read: what all of them may see, and the rest in private."""

from dataclasses import replace

import pytest
from tests.bot.slack.conftest import Stage, actions_of, text_of

from partnerline.bot.slack.web.blocks import ASK_PRIVATELY, GET_HUMAN
from partnerline.bot.slack.who.privately import NOT_YOURS, OFFER, THERE
from partnerline.bot.slack.who.standings import IN_COMPANY, KEPT_TO
from partnerline.fake_slack import Message
from partnerline.knowledge.model import Answer, Question, Reason


class AloneAnswerer:
    """Answers a partner, and hands over what is asked before others."""

    def __init__(self) -> None:
        self.asked: list[Question] = []

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        if question.partner is None:
            return Answer(
                outcome="escalated", text="A person.", confidence=0.0, reason=Reason.NO_EVIDENCE
            )
        return Answer(outcome="answered", text=f"Only {question.partner.id}'s", confidence=0.9)


def among_two(stage: Stage) -> None:
    lounge = stage.slack.world.channels["C0LOUNGE"]
    people = tuple(m for m in lounge.members if m != "U0STRANGER")
    stage.slack.world.add_channel(
        replace(lounge, connected_team_ids=("T0ACME", "T0GLOBEX"), members=people)
    )


async def asked_in_company(stage: Stage, text: str = "How long?") -> tuple[Message, Message]:
    among_two(stage)
    asked = stage.slack.say("U0RITA", "C0LOUNGE", text, mention=True)
    return asked, await stage.reply(asked)


async def test_readers_are_all_partners_that_share_the_channel(stage: Stage) -> None:
    _, reply = await asked_in_company(stage)

    (question,) = stage.answerer.asked
    assert question.partner is None
    assert [reader.id for reader in question.readers] == ["acme", "globex"]
    assert text_of(reply).endswith(IN_COMPANY)
    assert actions_of(reply)[-2:] == [ASK_PRIVATELY, GET_HUMAN]
    (row,) = [b for b in reply.blocks if b["type"] == "actions"]
    assert [e["action_id"] for e in row["elements"]] == [ASK_PRIVATELY, GET_HUMAN]


async def test_the_rest_is_answered_once_in_the_askers_own_conversation(stage: Stage) -> None:
    asked, first = await asked_in_company(stage)
    stage.slack.say("U0RITA", "C0LOUNGE", "And for sensors?", thread_ts=asked.ts)
    reply = await stage.reply(asked, count=2)
    assert reply.ts != first.ts
    for _ in range(2):
        stage.slack.click("U0RITA", "C0LOUNGE", reply.ts, ASK_PRIVATELY)
    await stage.quiet()

    (opening,) = [m for m in stage.slack.messages("D0RITA", by_bot=True) if not m.thread_ts]
    assert text_of(opening) == "You asked where others read along:\n> And for sensors?"
    (answer,) = stage.slack.replies("D0RITA", opening.ts)
    assert text_of(answer) == "For acme: **And for sensors?**"
    assert [t.text for t in stage.answerer.asked[-1].history] == ["How long?"]
    assert [e.text for e in stage.slack.ephemerals("U0RITA")] == [THERE]
    assert len(stage.slack.replies("C0LOUNGE", asked.ts)) == 2


@pytest.mark.parametrize("user", ["W0GUS", "U0DANA"])
async def test_nobody_but_the_asker_has_it_answered_in_private(stage: Stage, user: str) -> None:
    _, reply = await asked_in_company(stage)
    stage.slack.click(user, "C0LOUNGE", reply.ts, ASK_PRIVATELY)
    await stage.quiet()

    assert [e.text for e in stage.slack.ephemerals(user)] == [NOT_YOURS]
    assert stage.slack.messages("D" + user[1:], by_bot=True) == []


async def test_what_only_the_company_may_see_is_offered_instead_of_handed_over(
    backstage: Stage,
) -> None:
    backstage.answerer = AloneAnswerer()  # type: ignore[assignment]  # answers as a stage's own does
    await backstage.start()
    asked, reply = await asked_in_company(backstage)
    await backstage.quiet()

    assert text_of(reply) == OFFER
    assert "Only acme's" not in str(backstage.slack.messages("C0LOUNGE"))
    assert backstage.record.escalations() == ()
    backstage.slack.click("U0RITA", "C0LOUNGE", reply.ts, ASK_PRIVATELY)
    await backstage.quiet()
    assert "Only acme's" in str(backstage.slack.messages("D0RITA", by_bot=True))
    assert "Only acme's" not in str(backstage.slack.replies("C0LOUNGE", asked.ts))


async def test_what_nobody_may_see_goes_to_a_person(stage: Stage) -> None:
    _, reply = await asked_in_company(stage, "Please escalate this")
    await stage.quiet()

    assert ASK_PRIVATELY not in actions_of(reply)
    assert text_of(reply).endswith(KEPT_TO)
    assert "stranger" not in str((await stage.card()).blocks)
    (escalation,) = stage.record.escalations()
    assert escalation.question.partner is None


async def test_a_guest_who_joins_makes_the_channel_one_of_others_too(stage: Stage) -> None:
    stage.slack.change_user("U0GUEST", email="gale@elsewhere.example")
    stage.slack.world.join("C0ACME", "U0GUEST")
    asked = stage.slack.say("U0RITA", "C0ACME", "How long?", mention=True)

    assert text_of(await stage.reply(asked)).endswith(IN_COMPANY)
    assert stage.answerer.asked[-1].readers == ()


async def test_a_small_group_of_one_company_and_the_vendor_is_private(stage: Stage) -> None:
    stage.slack.world.group(("U0RITA", "U0DANA", "U0BOT"), "T0VENDOR")
    group = next(c for c in stage.slack.world.channels.values() if c.kind == "mpim")
    asked = stage.slack.say("U0RITA", group.id, "How long?", mention=True)

    assert text_of(await stage.reply(asked)) == "For acme: **How long?**"
