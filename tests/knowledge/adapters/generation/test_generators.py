"""What every generator does: the fake one and langchain's, by two providers' protocols."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from tests.fakes import FakeGenerator
from tests.provider.script import EndEarly, Status, answer, pieces
from tests.provider.server import Provider

from partnerline.knowledge.adapters.generation import ChatGenerator, Patience
from partnerline.knowledge.errors import Failure, GeneratorFailed
from partnerline.knowledge.model import AskedItem, Evidence, Sentence, WordingTask
from partnerline.knowledge.ports import Generator

TASK = WordingTask(
    question="How heavy is it?",
    thread=("What of the BL-40?",),
    language="en",
    evidence=(
        Evidence(id="E1", source="a.md", locator="top", text="The BL-40 weighs 12.5 kg."),
        Evidence(id="E2", source="b.md", locator="p. 2", text="It has a boiler of 1.8 l."),
    ),
)
SENTENCES = (
    Sentence(text="The BL-40 weighs 12.5 kg.", passages=("E1",)),
    Sentence(text="Its boiler holds 1.8 l.", passages=("E1", "E2")),
)


@dataclass(frozen=True)
class Scripted:
    """A generator that can be told what to say."""

    saying: Callable[[Sequence[Sentence]], Generator]
    failing: Callable[[Failure], Generator]
    translating: Callable[[str], Generator]
    reading: Callable[[Sequence[AskedItem]], Generator]


def _fake(_server: Provider) -> Scripted:
    return Scripted(
        saying=lambda said: FakeGenerator(*said),
        failing=lambda failure: FakeGenerator(*SENTENCES[:1], failure=failure),
        translating=lambda text: FakeGenerator(translation=text),
        reading=lambda items: FakeGenerator(items=items),
    )


def _served(model: str, path: str) -> Callable[[Provider], Scripted]:
    def scripted(server: Provider) -> Scripted:
        generator = ChatGenerator(
            model, api_key="key", base_url=server.url + path, patience=Patience.of(30)
        )

        def says(*steps: object) -> Generator:
            server.says(*steps)  # type: ignore[arg-type]  # the scripts below are steps
            return generator

        def saying(said: Sequence[Sentence]) -> Generator:
            return says(answer(*((one.text, one.passages) for one in said), answered=bool(said)))

        def failing(failure: Failure) -> Generator:
            first = answer(*((one.text, one.passages) for one in SENTENCES))
            scripts: dict[Failure, list[object]] = {
                "unauthorised": [Status(401)],
                "rate_limited": [Status(429, headers={"retry-after": "30"})],
                "unreachable": [Status(500)],
                "misconfigured": [Status(404)],
                "broken_off": [first[:14], EndEarly()],
                "junk": [pieces({"something": "else"})],
            }
            return says(*scripts[failure])

        return Scripted(
            saying=saying,
            failing=failing,
            translating=lambda text: says(pieces({"text": text, "complete": True})),
            reading=lambda items: says(
                pieces(
                    {
                        "items": [{"product": i.product, "quantity": i.quantity} for i in items],
                        "complete": True,
                    }
                )
            ),
        )

    return scripted


@pytest.fixture(
    params=[_fake, _served("openai:gpt-example", "/v1"), _served("anthropic:claude-example", "")],
    ids=["fake", "openai", "anthropic"],
)
def scripted(request: pytest.FixtureRequest, server: Provider) -> Scripted:
    made: Scripted = request.param(server)
    return made


class TestGenerator:
    def test_sentences_come_in_order_with_what_they_cite(self, scripted: Scripted) -> None:
        assert tuple(scripted.saying(SENTENCES).word(TASK)) == SENTENCES

    def test_no_sentence_comes_where_the_evidence_does_not_answer(self, scripted: Scripted) -> None:
        assert tuple(scripted.saying(()).word(TASK)) == ()

    @pytest.mark.parametrize(
        "failure",
        ["unauthorised", "rate_limited", "unreachable", "misconfigured", "broken_off", "junk"],
    )
    def test_a_failure_is_named(self, scripted: Scripted, failure: Failure) -> None:
        with pytest.raises(GeneratorFailed) as raised:
            list(scripted.failing(failure).word(TASK))
        assert raised.value.failure == failure

    def test_a_stopped_answer_raises_nothing(self, scripted: Scripted) -> None:
        said = scripted.saying(SENTENCES).word(TASK)
        assert next(said) == SENTENCES[0]
        said.close()
        assert list(said) == []

    def test_a_generator_can_be_asked_again_after_it_failed(self, scripted: Scripted) -> None:
        with pytest.raises(GeneratorFailed):
            list(scripted.failing("unauthorised").word(TASK))
        assert tuple(scripted.saying(SENTENCES).word(TASK)) == SENTENCES

    def test_a_translation_comes_whole(self, scripted: Scripted) -> None:
        assert (
            scripted.translating("How heavy is it?").translate("Wie schwer?") == "How heavy is it?"
        )

    def test_a_request_is_read_into_products_and_quantities(self, scripted: Scripted) -> None:
        items = (
            AskedItem(product="AX-200", quantity="twenty"),
            AskedItem(product="TS-100", quantity=""),
        )
        assert scripted.reading(items).read_request("twenty AX-200, TS-100", ["AX-200"]) == items
