"""The judge that `--judge` asks, against a provider on the loopback."""

from pathlib import Path

import pytest
from tests.bot.test_cli import own_settings
from tests.provider.script import Raw, Status, Step, pieces
from tests.provider.server import provider

from partnerline.bot.judge import make_judge
from partnerline.bot.settings import Settings, load_settings
from partnerline.evals.judging import JudgeTask, JudgeVerdict
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.model import Citation

TASK = JudgeTask(
    question="What does it run on?",
    expected=("It must say: 9 V",),
    answer="On 9 V.",
    passages=(Citation(source="a.pdf", locator="p. 3", quote="9 V"),),
)
WRONG = {"verdict": {"why": "It says nothing of 36 V.", "opinion": "wrong"}, "complete": True}


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own_settings(monkeypatch, tmp_path)


def settings(place: Path, url: str, **given: object) -> Settings:
    return load_settings(
        home=place, model_api_key="key-1", model_base_url=f"{url}/v1", model_seconds=5, **given
    )


def test_it_asks_the_model_that_is_named(tmp_path: Path) -> None:
    with provider() as server:
        server.says(pieces(WRONG))
        judge = make_judge(settings(tmp_path, server.url), "openai:gpt-example")
        assert judge(TASK) == JudgeVerdict(opinion="wrong", why="It says nothing of 36 V.")
        assert server.asked[0]["model"] == "gpt-example"


def test_or_else_the_one_that_words_the_answers(tmp_path: Path) -> None:
    with provider() as server:
        server.says(pieces(WRONG))
        make_judge(settings(tmp_path, server.url, model="openai:other"))(TASK)
        assert server.asked[0]["model"] == "other"


@pytest.mark.parametrize(
    "step",
    [
        Status(500),
        Raw("not JSON"),
        *pieces({"verdict": {"why": "x", "opinion": "splendid"}, "complete": True}, size=999),
    ],
)
def test_one_that_fails_or_talks_junk_is_unsure(tmp_path: Path, step: Step) -> None:
    with provider() as server:
        server.says(step)
        judge = make_judge(settings(tmp_path, server.url), "openai:gpt-example")
        assert judge(TASK).opinion == "unsure"


def test_without_a_model_the_mend_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="PARTNERLINE_MODEL"):
        make_judge(load_settings(home=tmp_path))
