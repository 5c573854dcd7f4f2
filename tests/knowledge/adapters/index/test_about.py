"""How old documents are, and what those of an asker are called: in every index, the fake one too."""

from datetime import date

import pytest
from tests.knowledge.adapters.index.shelves import ACME, GLOBEX, Store

from partnerline.knowledge.adapters.index.about import changed_on
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports import KnowsDocuments

ACMES = Audience(partners=frozenset({"acme"}))
STAMP = "138682-1795421035143595118-1795421035143595118-5513296-23f40"


def known(store: Store) -> KnowsDocuments:
    assert isinstance(store.retriever, KnowsDocuments)
    return store.retriever


def test_a_document_is_as_old_as_its_first_day_or_else_as_its_file(any_store: Store) -> None:
    any_store.put("list.csv", "A price.", valid_from=date(2026, 7, 1), stamp=STAMP)
    any_store.put("faq.md", "A fact.", stamp=STAMP)
    any_store.put("old.md", "A fact.", stamp="")
    days = known(any_store).days(["list.csv", "faq.md", "old.md", "nowhere.md"])
    assert days == {"list.csv": date(2026, 7, 1), "faq.md": date(2026, 11, 23)}


def test_titles_are_those_that_the_asker_may_see(any_store: Store) -> None:
    any_store.put("b.md", "A rule.", title="Rebates", kind="program")
    any_store.put("a.md", "A rule.", title="Acme's own", kind="program", audience=ACMES)
    any_store.put("c.md", "A fact.", title="A sheet")
    titles = known(any_store).titles
    assert titles("program", any_store.scope(ACME)) == ("Acme's own", "Rebates")
    assert titles("program", any_store.scope(GLOBEX)) == ("Rebates",)
    assert titles("program", any_store.scope(None)) == ()


@pytest.mark.parametrize("stamp", ["", "12", "12-x", "1-99999999999999999999999999"])
def test_a_stamp_without_a_day_says_nothing(stamp: str) -> None:
    assert changed_on(stamp) is None
