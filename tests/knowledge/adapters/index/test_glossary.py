"""Words for misspelt ones, short forms, which documents hold a term, what stands about a passage: in scope alone."""

from tests.knowledge.adapters.index.shelves import ACME, GLOBEX, Store, made

from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports import Scope

THEIRS = Audience(partners=frozenset({"globex"}))
NOTHING = Scope(shelves=frozenset(), audiences=frozenset())


def test_the_vocabulary_is_of_what_the_asker_may_see(any_store: Store) -> None:
    any_store.put("a", "Warranty, warranty and Wiring", "warranty again")
    any_store.put("b", "warranty")
    any_store.put("hidden", "wireless warranty", audience=THEIRS)
    ours = any_store.retriever.vocabulary("w", any_store.scope(ACME))
    assert ours == {"warranty": 2, "wiring": 1}
    theirs = any_store.retriever.vocabulary("w", any_store.scope(GLOBEX))
    assert theirs == {"warranty": 3, "wiring": 1, "wireless": 1}
    assert any_store.retriever.vocabulary("w", NOTHING) == {}


def test_the_vocabulary_has_no_numbers_part_numbers_or_short_words(any_store: Store) -> None:
    any_store.put("a", "AX200 200 200000 axes Geräte")
    assert any_store.retriever.vocabulary("a", any_store.scope()) == {}
    assert any_store.retriever.vocabulary("2", any_store.scope()) == {}
    assert any_store.retriever.vocabulary("g", any_store.scope()) == {"geräte": 1}


def test_the_vocabulary_changes_with_its_documents(any_store: Store) -> None:
    any_store.put("a", "warranty")
    any_store.put("a", "wiring")
    assert any_store.retriever.vocabulary("w", any_store.scope()) == {"wiring": 1}
    any_store.index.remove(["a"])
    assert any_store.retriever.vocabulary("w", any_store.scope()) == {}


def test_short_forms_stand_for_what_visible_documents_say_the_commonest_first(
    any_store: Store,
) -> None:
    any_store.put("a", "Market development funds (MDF) are paid.")
    any_store.put("b", "The market development funds (MDF) and many different fish (MDF).")
    any_store.put("hidden", "The new thing (TNT) is here.", audience=THEIRS)
    found = any_store.retriever.acronyms(["mdf", "tnt", "abc"], any_store.scope())
    assert found == {"mdf": ("market development funds", "many different fish")}
    assert "tnt" in any_store.retriever.acronyms(["tnt"], any_store.scope(GLOBEX))
    assert any_store.retriever.acronyms([], any_store.scope()) == {}
    assert any_store.retriever.acronyms(["mdf"], NOTHING) == {}


def test_holders_are_those_of_the_documents_that_hold_a_term_anywhere_in_scope(
    any_store: Store,
) -> None:
    any_store.put("a", "gateway", "sensor")
    any_store.put("b", "gateway")
    any_store.put("c", "sensor")
    any_store.put("hidden", "gateway", audience=THEIRS)
    found = any_store.retriever.holders(
        ["gateway", "sensors", "kit"], ["a", "b", "hidden"], any_store.scope()
    )
    assert found == {
        "gateway": frozenset({"a", "b"}),
        "sensors": frozenset({"a"}),
        "kit": frozenset(),
    }
    assert any_store.retriever.holders(["gateway"], [], any_store.scope()) == {
        "gateway": frozenset()
    }
    assert any_store.retriever.holders([], ["a"], any_store.scope()) == {}


def test_no_word_of_a_question_is_a_query_language(any_store: Store) -> None:
    any_store.put("a", "gateway")
    scope = any_store.scope()
    for word in ('"', "'", "%", "_", "OR", "*", "\\"):
        assert any_store.retriever.vocabulary(word, scope) == {}
        assert any_store.retriever.acronyms([word], scope) == {}
        assert any_store.retriever.holders([word], ["a"], scope) == {word: frozenset()}


def test_a_part_number_is_found_as_the_phrase_it_is(any_store: Store) -> None:
    any_store.put("a", "AX 200 B", "200 AX B", "AX-200-C and B")
    found = any_store.retriever.lexical(["ax-200-b"], any_store.scope(), 10)
    assert [one.passage.text for one in found] == ["AX 200 B"]


def test_what_stands_about_a_passage_is_of_its_document_in_order_and_in_scope(
    any_store: Store,
) -> None:
    texts = [f"part {i}" for i in range(20)]
    any_store.put("a", *texts)
    any_store.put("b", "part of another")
    _, passages, _ = made("a", *texts)
    about = any_store.retriever.around(passages[10], any_store.scope())
    assert [one.text for one in about] == texts[6:15]
    first = any_store.retriever.around(passages[0], any_store.scope())
    assert [one.text for one in first] == texts[:5]
    assert any_store.retriever.around(passages[10], NOTHING) == ()
