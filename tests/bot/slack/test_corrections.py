"""From a change in the library to a correction in the rep's thread, by a manager's word."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.bot.slack.conftest import MANAGERS, Stage, actions_of, text_of
from tests.bot.slack.scripted import PRICED
from tests.fakes.changes import FakeChanges

from partnerline.bot.corrections.desk import CorrectionDesk
from partnerline.bot.slack.assembly import Beyond
from partnerline.bot.slack.learning.change_card import SEND_ALL, SEND_CORRECTIONS, SEND_NOTHING
from partnerline.bot.slack.learning.correcting import look_for_changes
from partnerline.bot.slack.parts import Parts
from partnerline.fake_slack import Message
from partnerline.knowledge.model import Answer, Document, Question
from partnerline.knowledge.partners import Audience

LIST = "price-lists/hardware.xlsx"
DEAR = replace(
    PRICED,
    quote=replace(
        PRICED.quote,
        lines=tuple(
            replace(
                line, unit_price=line.unit_price + 1, amount=line.amount + Decimal(line.quantity)
            )
            for line in PRICED.quote.lines
        ),
    ),
)


class Library:
    """One price list that changes, and what is answered from it since."""

    def __init__(self) -> None:
        self.digest = "1"
        self.audience = Audience(partners=frozenset({"acme"}))
        self.now = DEAR
        self.asked: list[Question] = []

    def documents(self) -> dict[str, Document]:
        listed = Document(
            path=LIST,
            title="Hardware",
            kind="price_list",
            audience=self.audience,
            digest=self.digest,
        )
        return {LIST: listed}

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        return self.now


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def desk(backstage: Stage, library: Library) -> CorrectionDesk:
    return CorrectionDesk(
        changes=FakeChanges(),
        record=backstage.record,
        answerer=library,
        stands=lambda past, today: True,
        documents=library.documents,
        clock=backstage.clock.now,
    )


@pytest.fixture
async def told(backstage: Stage, desk: CorrectionDesk, library: Library) -> Message:
    """A rep of Acme who was told a price before the list changed; the card stands before the managers."""
    backstage.beyond = Beyond(corrections=desk)
    await backstage.start()
    await look_for_changes(_parts(backstage))
    asked = backstage.slack.say("U0RITA", "C0ACME", "price of AX-400", mention=True)
    await backstage.reply(asked)
    library.digest = "2"
    for _ in range(2):
        await look_for_changes(_parts(backstage))
    await backstage.card()
    return asked


def _parts(stage: Stage) -> Parts:
    assert stage.bot is not None
    return stage.bot._parts


async def _press(stage: Stage, action: str, user: str = "U0DANA") -> None:
    card = await stage.card()
    stage.slack.click(user, MANAGERS, card.ts, action)
    await stage.quiet()


async def test_a_manager_is_asked_before_anybody_is_told(backstage: Stage, told: Message) -> None:
    card = await backstage.card()
    shown = str(card.blocks)
    assert f"Changed: {LIST}" in shown
    assert "Acme" in shown
    assert "→" in shown
    assert actions_of(card) == [SEND_ALL, SEND_CORRECTIONS, SEND_NOTHING]
    assert len(backstage.slack.replies("C0ACME", told.ts)) == 1


async def test_the_rep_reads_what_was_told_and_what_holds_now(
    backstage: Stage, told: Message
) -> None:
    await _press(backstage, SEND_CORRECTIONS)
    correction = await backstage.reply(told, count=2)
    assert "A correction to what I told you on" in text_of(correction)
    assert "each" in text_of(correction)
    assert "get_human" in actions_of(correction)
    card = await backstage.card()
    assert "Sent by Dana" in str(card.blocks)
    assert "(told)" in str(card.blocks)
    assert actions_of(card) == []


async def test_the_digest_goes_to_the_channel_that_may_see_it(
    backstage: Stage, told: Message
) -> None:
    await _press(backstage, SEND_ALL)
    digests = [
        m
        for m in backstage.slack.messages(by_bot=True)
        if "What changed in the documents" in str(m.blocks)
    ]
    assert [m.channel for m in digests] == ["C0ACME"]
    assert digests[0].thread_ts is None


async def test_nothing_is_sent_where_a_manager_says_so(backstage: Stage, told: Message) -> None:
    await _press(backstage, SEND_NOTHING)
    await _press_again(backstage)
    assert len(backstage.slack.replies("C0ACME", told.ts)) == 1
    assert "decided to send nothing" in str((await backstage.card()).blocks)


async def _press_again(stage: Stage) -> None:
    """A press that was under way when the buttons went."""
    assert stage.bot is not None
    (change,) = stage.bot._parts.corrections.changes.changes()
    payload = {"id": change.id, "user": "U0DANA", "corrections": True, "digest": True}
    await _parts(stage).work.begin("send:late", "send_change", payload)
    await stage.quiet()


async def test_a_correction_is_sent_once_however_often_it_is_pressed(
    backstage: Stage, told: Message
) -> None:
    await _press(backstage, SEND_CORRECTIONS)
    await _press_again(backstage)
    assert len(backstage.slack.replies("C0ACME", told.ts)) == 2


async def test_a_word_from_somebody_who_is_no_manager_counts_for_nothing(
    backstage: Stage, told: Message, desk: CorrectionDesk
) -> None:
    (change,) = desk.changes.changes()
    payload = {"id": change.id, "user": "U0RITA", "corrections": True, "digest": True}
    await _parts(backstage).work.begin("send:forged", "send_change", payload)
    await backstage.quiet()
    assert len(backstage.slack.replies("C0ACME", told.ts)) == 1
    assert [one.state for one in desk.changes.changes()] == ["waiting"]


async def test_nobody_is_corrected_where_others_read_along_by_now(
    backstage: Stage, told: Message, desk: CorrectionDesk
) -> None:
    channel = backstage.slack.world.channels["C0ACME"]
    backstage.slack.world.add_channel(
        replace(channel, connected_team_ids=(*channel.connected_team_ids, "T0OTHER"))
    )
    _parts(backstage).people.forget()
    await _press(backstage, SEND_ALL)
    assert len(backstage.slack.replies("C0ACME", told.ts)) == 1
    assert "(could not be told)" in str((await backstage.card()).blocks)
    assert not [
        m for m in backstage.slack.messages(by_bot=True) if "What changed in" in str(m.blocks)
    ]


async def test_a_card_that_waited_while_the_price_came_back_corrects_nobody(
    backstage: Stage, told: Message, library: Library
) -> None:
    library.now = PRICED
    await _press(backstage, SEND_CORRECTIONS)
    assert len(backstage.slack.replies("C0ACME", told.ts)) == 1
    assert "(not needed any more)" in str((await backstage.card()).blocks)


async def test_a_bot_that_died_before_the_card_posts_it_after_the_start(
    backstage: Stage, desk: CorrectionDesk, library: Library
) -> None:
    backstage.beyond = Beyond(corrections=desk)
    for _ in range(2):
        desk.look()
    library.digest = "2"
    for _ in range(2):
        desk.look()
    await backstage.start()
    await look_for_changes(_parts(backstage))
    assert "The library has changed" in (await backstage.card()).text
