"""A manager's answer is kept, found by others of its audience, asked about, confirmed and withdrawn."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.bot.slack.conftest import MANAGERS, Stage, actions_of, text_of
from tests.fakes import FakeEmbedder
from tests.fakes.kept import FakeGivenAnswers, FakeKeptAnswers

from partnerline.bot.bootstrap import bring_kept_into, opened_desk, opened_index
from partnerline.bot.desk import Desk
from partnerline.bot.keeping import Keeping
from partnerline.bot.settings import Settings
from partnerline.bot.slack.learning.keeping import sweep_kept
from partnerline.bot.slack.web import blocks
from partnerline.fake_slack import FakeSlack, Message, MovableClock
from partnerline.fake_slack.blocks import check_blocks
from partnerline.ingest.library import load_directory
from partnerline.ingest.sync import sync
from partnerline.knowledge.escalating.similar import PastAnswers
from partnerline.knowledge.model import Answer, Citation
from partnerline.knowledge.ports.kept import KeptAnswer

ASKED = "Is the AX-400 certified for use in Brazil?"
ALIKE = "Does the AX-400 have a certification for Brazil?"
ANSWER = "No, the AX-400 has no ANATEL certificate for Brazil yet. It is expected next spring."
LIBRARY = {
    "returns.md": "# Returns\n\nUnopened gateways can be returned within 30 days of delivery.\n",
    "weights.md": "# Weights\n\nThe AX-400 weighs 1.1 kg. The AX-200 weighs 620 g.\n",
}
PARTNERS = """\
partners:
  - {{id: acme, name: Acme Resellers, tier: gold, region: EMEA, slack: {{team_ids: [T0ACME], channels: [C0ACME]}}}}
  - {{id: globex, name: Globex, tier: {tier}, region: NA, slack: {{team_ids: [T0GLOBEX, E0GLOBEX], channels: [C0GLOBEX]}}}}
managers:
  - {{email: dana@vendor.example, name: Dana Weiss, slack_user: U0DANA, partners: [acme, globex]}}
"""


@dataclass
class KeepingStage(Stage):
    """A stage whose managers can keep answers; how often the index was to follow is counted."""

    kept: FakeKeptAnswers = field(default_factory=FakeKeptAnswers)
    brought: int = 0
    real: Desk | None = None

    @property
    def desk(self) -> Desk:
        if self.real is not None:
            return self.real
        keeping = Keeping(
            answers=self.kept,
            record=self.record,
            past=PastAnswers(FakeGivenAnswers(), FakeEmbedder()),
            clock=self.clock.now,
            bring=self._bring,
        )
        return Desk(
            answerer=self.answerer, record=self.record, clock=self.clock.now, keeping=keeping
        )

    def _bring(self) -> int:
        self.brought += 1
        return len(self.kept.kept())

    def only(self) -> KeptAnswer:
        (one,) = self.kept.kept()
        return one

    async def sweep(self) -> None:
        assert self.bot is not None
        await sweep_kept(self.bot._parts)

    async def checks(self, count: int = 1) -> list[Message]:
        def found() -> list[Message]:
            messages = self.slack.messages(MANAGERS, by_bot=True)
            asked = [m for m in messages if "Still true?" in str(m.text)]
            return asked if len(asked) >= count else []

        return await self.slack.until(found)


@pytest.fixture
async def keeping(
    slack: FakeSlack, clock: MovableClock, tmp_path: Path, empty_work: Path
) -> AsyncIterator[KeepingStage]:
    shutil.copy(empty_work, tmp_path)
    stage = KeepingStage(slack=slack, home=tmp_path, clock=clock)
    yield stage
    await stage.stop()


async def answered_and_kept(
    stage: Stage, asked: Message, *, text: str, keep: str, until: str | None = None
) -> None:
    """A manager answers in the dialog and keeps the answer."""
    card = await stage.card()
    stage.slack.click("U0DANA", MANAGERS, card.ts, "answer_escalation")
    (view,) = await stage.slack.until(stage.slack.open_views)
    values: dict[str, object] = {"reply": text, "keep": keep}
    stage.slack.submit("U0DANA", view.id, values | ({"until": until} if until else {}))
    await stage.slack.until(lambda: said_to(stage, asked, text))
    await stage.quiet()


def said_to(stage: Stage, asked: Message, text: str) -> bool:
    replies = stage.slack.replies(asked.channel, asked.ts)
    return any(text in text_of(message) for message in replies)


def under_card(stage: Stage, card: Message) -> str:
    return "\n".join(str(m.blocks) for m in stage.slack.replies(MANAGERS, card.ts))


async def start_kept(stage: KeepingStage, text: str = "Yes, you may.", keep: str = "tier") -> str:
    await stage.start()
    asked = stage.slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
    await answered_and_kept(stage, asked, text=text, keep=keep)
    return (await stage.card()).ts


@pytest.mark.parametrize("socket_mode", [False, True])
async def test_a_kept_answer_is_kept_as_the_manager_wished_and_said_so(
    keeping: KeepingStage, *, socket_mode: bool
) -> None:
    keeping.socket_mode = socket_mode
    await keeping.start()
    asked = keeping.slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
    until = (keeping.clock.now().date() + timedelta(days=40)).isoformat()
    await answered_and_kept(keeping, asked, text="Yes.", keep="tier", until=until)

    kept = keeping.only()
    assert (kept.text, kept.manager, kept.question) == (
        "Yes.",
        "Dana Vendor",
        "Please escalate this",
    )
    assert kept.audience.key == "tiers=gold"
    assert str(kept.valid_until) == until
    assert keeping.brought == 1
    said = under_card(keeping, await keeping.card())
    assert "I use this answer for gold partners until" in said


async def test_amounts_are_kept_for_the_partner_alone_and_the_manager_is_told(
    keeping: KeepingStage,
) -> None:
    await start_kept(keeping, text="Take them at 20 EUR each.", keep="everyone")
    assert keeping.only().audience.key == "partners=acme"
    said = under_card(keeping, await keeping.card())
    assert "It names amounts, so it is kept for Acme Resellers alone" in said


async def test_an_answer_that_nobody_keeps_is_not_kept(keeping: KeepingStage) -> None:
    await keeping.start()
    asked = keeping.slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
    card = await keeping.card()
    keeping.slack.click("U0DANA", MANAGERS, card.ts, "answer_escalation")
    (view,) = await keeping.slack.until(keeping.slack.open_views)
    keeping.slack.submit("U0DANA", view.id, {"reply": "Yes."})
    await keeping.slack.until(lambda: said_to(keeping, asked, "Yes."))
    await keeping.quiet()
    assert keeping.kept.kept() == ()


async def test_managers_are_asked_once_after_ninety_days_and_confirm(
    keeping: KeepingStage,
) -> None:
    await start_kept(keeping)
    await keeping.sweep()
    await keeping.quiet()
    keeping.clock.move(days=91)
    for _ in range(3):
        await keeping.sweep()
    (check,) = await keeping.checks()
    await keeping.quiet()
    assert len(await keeping.checks()) == 1
    check_blocks(check.blocks)
    assert actions_of(check) == ["kept_confirm", "kept_withdraw"]
    assert "Unless somebody confirms it, I stop using it after" in str(check.blocks)
    assert keeping.only().state == "to_check"

    keeping.slack.click("U0MAX", MANAGERS, check.ts, "kept_confirm")
    await keeping.quiet()
    kept = keeping.only()
    assert (kept.state, kept.by, kept.asked_on) == ("kept", "Max Okafor", None)
    assert kept.check_on == keeping.clock.now().astimezone().date() + timedelta(days=90)
    renewed = keeping.slack.message(MANAGERS, check.ts)
    assert "Confirmed by Max Okafor" in str(renewed.blocks)
    assert actions_of(renewed) == []

    keeping.clock.move(days=91)
    await keeping.sweep()
    assert len(await keeping.checks(1)) == 1  # the first one reads "Confirmed" now
    await keeping.quiet()


async def test_a_manager_withdraws_it(keeping: KeepingStage) -> None:
    await start_kept(keeping)
    keeping.clock.move(days=91)
    await keeping.sweep()
    (check,) = await keeping.checks()
    keeping.slack.click("U0DANA", MANAGERS, check.ts, "kept_withdraw")
    await keeping.quiet()
    assert keeping.only().state == "withdrawn"
    assert "Withdrawn by Dana Vendor" in str(keeping.slack.message(MANAGERS, check.ts).blocks)


async def test_only_managers_have_a_word_and_only_in_their_channel(keeping: KeepingStage) -> None:
    await start_kept(keeping)
    keeping.clock.move(days=91)
    await keeping.sweep()
    (check,) = await keeping.checks()
    copied = keeping.slack.board.bots_message("C0ACME", "check", check.blocks)
    keeping.slack.board.post(copied)
    keeping.slack.click("U0RITA", "C0ACME", copied.ts, "kept_withdraw")
    await keeping.quiet()
    assert keeping.only().state == "to_check"

    assert keeping.bot is not None
    turn = f"{keeping.only().id}:{keeping.only().check_on}"
    forged = {
        "id": keeping.only().id,
        "turn": turn,
        "holds": False,
        "user": "U0RITA",
        "place": f"T0HOME/{MANAGERS}/{check.ts}",
    }
    await keeping.bot._parts.work.begin("forged", "settle_kept", forged)
    await keeping.quiet()
    assert keeping.only().state == "to_check"


async def test_a_word_on_an_earlier_asking_changes_nothing(keeping: KeepingStage) -> None:
    await start_kept(keeping)
    keeping.clock.move(days=91)
    await keeping.sweep()
    (check,) = await keeping.checks()
    await keeping.quiet()
    keeping.kept.confirm(keeping.only().id, keeping.clock.now().date(), by="Max")
    before = keeping.only()
    keeping.slack.click("U0DANA", MANAGERS, check.ts, "kept_withdraw")
    await keeping.quiet()
    assert keeping.only() == before
    assert "Confirmed by Max" in str(keeping.slack.message(MANAGERS, check.ts).blocks)


async def test_one_that_lost_to_a_newer_document_is_asked_about_at_once(
    keeping: KeepingStage,
) -> None:
    await start_kept(keeping)
    assert keeping.desk.keeping is not None
    keeping.desk.keeping.doubt([f"answered/{keeping.only().id}"])
    await keeping.sweep()
    (check,) = await keeping.checks()
    assert "A newer document of the library says something else." in str(check.blocks)


@contextlib.contextmanager
def _opened(settings: Settings) -> Iterator[Desk]:
    with opened_index(settings) as opened:
        sync(settings.library, index=opened.index, embedder=opened.embedder)
        bring_kept_into(settings, opened)
    with opened_desk(settings) as (desk, _, _):
        yield desk


@pytest.mark.parametrize("tier", ["gold", "silver"])
async def test_what_was_answered_and_kept_is_answered_at_once_to_its_tier_alone(
    keeping: KeepingStage, tmp_path: Path, tier: str
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    for name, text in {**LIBRARY, "partners.yaml": PARTNERS.format(tier=tier)}.items():
        (library / name).write_text(text, encoding="utf-8")
    keeping.directory = load_directory(library)
    settings = keeping.settings().model_copy(update={"library": library})
    with _opened(settings) as desk:
        keeping.real = desk
        await keeping.start()
        asked = keeping.slack.say("U0RITA", "C0ACME", ASKED, mention=True)
        await answered_and_kept(keeping, asked, text=ANSWER, keep="tier")

        again = keeping.slack.say("W0GUS", "C0GLOBEX", ALIKE, mention=True)
        told = text_of(await keeping.reply(again))
        await keeping.quiet()
        if tier == "gold":
            assert told.startswith(ANSWER)
            assert "answered by Dana Weiss" in told
            assert len(await asyncio.to_thread(desk.record.escalations)) == 1
        else:
            assert "ANATEL" not in told
            assert len(await asyncio.to_thread(desk.record.escalations)) == 2
            card = str((await keeping.card(2)).blocks)
            assert "Answered before:" in card  # managers see what was answered, whoever asked
            assert "ANATEL" in card
        assert "Rita" not in told
    with opened_index(settings, rebuild=True) as opened:
        sync(library, index=opened.index, embedder=opened.embedder)
        assert bring_kept_into(settings, opened) == 1


def test_a_source_that_a_manager_is_names_them_and_no_path() -> None:
    title = "answered by Dana Weiss, 12 May 2026"
    cited = Citation(source="answered/k1", locator=title, quote="Yes.", day=date(2026, 5, 12))
    assert blocks.source_line(cited) == f"{title} · “Yes.”"
    told = Answer(outcome="answered", text=f"Yes.\n\n— {title}", confidence=0.9, citations=(cited,))
    assert blocks.sources_block(told) is None
