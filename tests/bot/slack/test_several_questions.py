"""Several questions in one message: each is answered, and one that a person has to answer holds up none."""

from dataclasses import replace

import pytest
from tests.bot.slack.conftest import Stage, text_of
from tests.bot.slack.scripted import PRICED, ScriptedAnswerer

from partnerline.knowledge.answering.several import together
from partnerline.knowledge.intent.several_questions import questions_in
from partnerline.knowledge.model import Answer, Question

LISTED = (
    "1. price for 10 AX-200?\n2. How long is the warranty?\n3. Can you escalate the rebate, please?"
)


class Parting(ScriptedAnswerer):
    """Parts a message as the answerer does, and answers each part by its words."""

    def answer(self, question: Question, listener: object = None) -> Answer:
        parts = questions_in(question.text)
        if len(parts) < 2:
            return super().answer(question)
        answers = [super(Parting, self).answer(replace(question, text=one)) for one in parts]
        return together(answers, parts)


@pytest.fixture
async def parting(backstage: Stage) -> Stage:
    backstage.answerer = Parting()
    await backstage.start()
    return backstage


async def test_each_is_answered_and_what_needs_a_person_gets_one_card(parting: Stage) -> None:
    asked = parting.slack.say("U0RITA", "C0ACME", LISTED, mention=True)
    said = text_of(await parting.reply(asked))
    card = await parting.card()
    await parting.quiet()

    assert PRICED.text.splitlines()[0] in said
    assert "How long is the warranty" in said
    assert "I'm not sure, so I've asked a person." in said
    assert "rebate" in str(card.blocks)
    assert len(parting.record.escalations()) == 1


async def test_without_one_for_a_person_there_is_no_card(parting: Stage) -> None:
    asked = parting.slack.say(
        "U0RITA", "C0ACME", "How long is the warranty? How heavy is the gateway?", mention=True
    )
    said = text_of(await parting.reply(asked))
    await parting.quiet()

    assert "warranty" in said
    assert "How heavy is the gateway?" in said
    assert parting.record.escalations() == ()
