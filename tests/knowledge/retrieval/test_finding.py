"""From a question to its passages, over a small library."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.fakes import FakeEmbedder, FakeIndex, FakeReranker, FakeRetriever
from tests.knowledge.adapters.index.shelves import ACME, DAY, EVERY, GLOBEX
from tests.knowledge.retrieval.hits import found

from partnerline.knowledge.access import scope_of
from partnerline.knowledge.model import Document, Hit, Passage
from partnerline.knowledge.partners import Audience, Partner
from partnerline.knowledge.retrieval import WEIGHTS, Retrieved, Weights, fuse, retrieve
from partnerline.knowledge.retrieval.finding import ordered, without_repeats

THEIRS = Audience(partners=frozenset({"globex"}))


@dataclass
class Library:
    """Documents, and what is found in them."""

    index: FakeIndex = field(default_factory=FakeIndex)
    embedder: FakeEmbedder = field(default_factory=lambda: FakeEmbedder(dimensions=512))

    def tells(self, path: str, *texts: str, **fields: Any) -> None:
        given = {"title": path, "kind": "collateral", "audience": EVERY, "digest": "d", **fields}
        document = Document(path=path, **given)
        passages = [
            Passage(id=f"{path}#{i}", document=path, position=i, locator="", headings=(), text=text)
            for i, text in enumerate(texts)
        ]
        vectors, words = self.embedder.embed_with_words([p.searchable for p in passages])
        self.index.replace(document, passages, vectors, words, ())

    def asked(self, text: str, partner: Partner | None = ACME, **options: Any) -> Retrieved:
        retriever = FakeRetriever(self.index)
        scope = scope_of(retriever.shelves(), partner, DAY)
        return retrieve(text, scope, embedder=self.embedder, retriever=retriever, **options)

    def order(self, text: str, **options: Any) -> list[str]:
        return [hit.passage.text for hit in self.asked(text, **options).hits]


@pytest.fixture
def library() -> Library:
    return Library()


def test_a_passage_outside_the_scope_is_not_among_the_hits(library: Library) -> None:
    library.tells("a.md", "red gateway")
    library.tells("b.md", "red gateway of theirs", audience=THEIRS)
    result = library.asked("red gateway")
    assert {hit.passage.document for hit in result.hits} == {"a.md"}
    assert result.passages == 1
    assert result.frequencies == {"red": 1, "gateway": 1}


@pytest.mark.parametrize("text", ["", "?!", "the of a", "😀", "99", "\0", "a-1 " * 300])
def test_any_text_can_be_asked(library: Library, text: str) -> None:
    library.tells("a.md", "red gateway")
    result = library.asked(text)
    assert len(result.hits) <= 1
    assert library.asked(text, None, reranker=FakeReranker()).passages in (0, 1)


def test_a_typo_is_mended_and_what_was_mended_is_told(library: Library) -> None:
    library.tells("a.md", "The warranty is two years.")
    library.tells("b.md", "The sensor is red.")
    result = library.asked("how long is the warrenty")
    assert result.hits[0].passage.document == "a.md"
    assert dict(result.corrected) == {"warrenty": "warranty"}
    assert result.terms == ("long", "warranty")
    assert result.frequencies == {"long": 0, "warrenty": 0, "warranty": 1}
    assert result.unknown == ("long",)
    assert result.text == "how long is the warranty"


def test_a_typo_is_never_mended_into_a_word_of_others(library: Library) -> None:
    library.tells("a.md", "The sensor is red.")
    library.tells("b.md", "The warranty is two years.", audience=THEIRS)
    ours, theirs = library.asked("the warrenty"), library.asked("the warrenty", GLOBEX)
    assert (dict(ours.corrected), ours.unknown) == ({}, ("warrenty",))
    assert dict(theirs.corrected) == {"warrenty": "warranty"}


def test_a_word_that_the_model_knows_is_no_typo(library: Library) -> None:
    library.tells("a.md", "The leash is red.")
    library.embedder.known = {"lease", "globe"}
    assert dict(library.asked("the lease").corrected) == {}


def test_a_name_is_not_mended_into_a_word(library: Library) -> None:
    library.tells("a.md", "All over the globe, by Watchline.")
    library.embedder.known = {"globe"}
    result = library.asked("does Globex have Wachtline")
    assert dict(result.corrected) == {"wachtline": "watchline"}


def test_a_short_form_is_spelt_out_as_the_documents_do(library: Library) -> None:
    library.tells("a.md", "Market development funds (MDF) come from us.", "Claim funds in May.")
    assert library.asked("who pays MDF").text == "who pays MDF (market development funds)"
    library.tells("b.md", "The new thing (TNT) is here.", audience=THEIRS)
    assert library.asked("what is TNT").text == "what is TNT"


@pytest.mark.parametrize(
    "question", ["does the AX-200 ship", "does the ax200 ship", "AX 200-B ship"]
)
def test_what_holds_the_part_number_comes_first(library: Library, question: str) -> None:
    library.tells("a.md", "does it ship, does the AX-400 ship, does the ship ship")
    library.tells("b.md", "The AX-200 and AX-200-B are grey and heavy boxes with two ports")
    assert library.order(question)[0].startswith("The AX-200")


def test_two_that_follow_the_question_alike_are_told_apart_by_their_documents(
    library: Library,
) -> None:
    library.tells("a.md", "It lasts two years.", "Sensors are red.")
    library.tells(
        "b.md", "It lasts two years indeed.", "Gateways and warranty are dealt with here."
    )
    hits = library.asked("warranty of gateways lasts").hits
    best = next(hit for hit in hits if hit.passage.text.startswith("It lasts"))
    assert best.passage.document == "b.md"
    assert best.surroundings == pytest.approx(1.0)


def test_the_preferred_kind_wins_where_it_is_about_as_close(library: Library) -> None:
    library.tells("a.md", "the price is too high")
    library.tells("b.md", "the price is high too often", kind="objections")
    assert (
        library.asked("price too high", prefer="objections").hits[0].document.kind == "objections"
    )
    library.tells("b.md", "nothing of the sort", kind="objections")
    assert library.asked("price too high", prefer="objections").hits[0].document.path == "a.md"


def test_a_reranker_has_the_last_word_but_on_part_numbers(library: Library) -> None:
    class Backwards:
        def rerank(self, question: str, texts: Any) -> tuple[float, ...]:
            return tuple(float(len(text)) for text in texts)

    library.tells("a.md", "red", "red gateway", "red gateway with AX-200 on it")
    library.tells("b.md", "red gateway of great and wholly unneeded length, very long")
    hits = library.asked("red gateway", reranker=Backwards()).hits
    assert [hit.reranked for hit in hits] == sorted((hit.reranked for hit in hits), reverse=True)
    assert "length" in hits[0].passage.text
    assert "AX-200" in library.order("red gateway AX-200", reranker=Backwards())[0]
    assert all(hit.reranked is None for hit in library.asked("red gateway").hits)


def test_a_reranker_sees_nothing_outside_the_scope(library: Library) -> None:
    seen: list[str] = []

    class Watching:
        def rerank(self, question: str, texts: Any) -> tuple[float, ...]:
            seen.extend(texts)
            return tuple(0.0 for _ in texts)

    library.tells("a.md", "red gateway")
    library.tells("b.md", "red secret", audience=THEIRS)
    library.asked("red", reranker=Watching())
    assert seen == ["red gateway"]


def test_the_same_words_twice_are_one_hit(library: Library) -> None:
    library.tells("a.md", "Red gateway.")
    library.tells("b.md", "red   gateway.")
    library.tells("c.md", "red gateway 2.")
    assert len(library.asked("red gateway").hits) == 2
    hits = fuse([found("a", 0.9), found("A", 0.8), found("b", 0.7)], [])
    assert [hit.passage.id for hit in without_repeats(hits)] == ["a", "b"]


def test_hits_are_in_the_order_that_they_tell(library: Library) -> None:
    library.tells("a.md", "red gateway", "blue gateway", "red", "sensor")
    orders = [hit.order for hit in library.asked("red gateway").hits]
    assert orders == sorted(orders, reverse=True)
    assert len(set(orders)) > 1


def test_what_only_words_found_counts_as_the_least_similar_of_the_rest() -> None:
    hits: list[Hit] = fuse([found("a", 0.9), found("b", 0.4)], [found("c", 3.0)])
    by_name = {h.passage.id: h.order for h in ordered(hits, Weights(cosine=1.0))}
    assert by_name == {"a": 0.9, "b": 0.4, "c": 0.4}


def test_the_weights_that_ship_are_signs_of_a_hit() -> None:
    signs = set(Weights.__dataclass_fields__) - {"favour"}
    assert signs <= set(Hit.__dataclass_fields__)
    assert all(getattr(WEIGHTS, name) >= 0 for name in signs)
