"""Nothing outside the scope is ever found: random shelves, random askers, every way of searching."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.knowledge.adapters.index.shelves import DAY, Store

from partnerline.knowledge.access import scope_of
from partnerline.knowledge.partners import Audience, Partner

# Names that would be taken for one another if they were joined without care.
tiers = st.sampled_from(["gold", "silver", "gold,silver", "gold;regions=EMEA", "public", ""])
regions = st.sampled_from(["EMEA", "NA", "Größe"])
ids = st.sampled_from(["acme", "globex", "acme,globex"])
days = st.none() | st.integers(-1, 1).map(lambda n: DAY + timedelta(days=n))


def some(of: st.SearchStrategy[str]) -> st.SearchStrategy[frozenset[str] | None]:
    return st.none() | st.frozensets(of, max_size=2)


audiences = st.builds(
    Audience,
    public=st.sampled_from([False, False, True]),
    tiers=some(tiers),
    regions=some(regions),
    partners=some(ids),
)
partners = st.none() | st.builds(
    Partner, id=ids, name=st.just("A partner"), tier=tiers, region=regions
)
documents = st.tuples(audiences, days, days)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    shelves=st.lists(documents, min_size=1, max_size=5),
    askers=st.lists(partners, min_size=1, max_size=4),
    day=st.integers(-1, 1).map(lambda n: DAY + timedelta(days=n)),
)
def test_what_is_found_is_what_the_asker_may_see_that_day_and_all_of_it(
    store: Store,
    shelves: list[tuple[Audience, date | None, date | None]],
    askers: list[Partner | None],
    day: date,
) -> None:
    store.index.remove(sorted(store.index.documents()))
    for i, (audience, first, last) in enumerate(shelves):
        store.put(
            str(i),
            f"gateway {i}",
            amounts=(str(i + 1),),
            audience=audience,
            valid_from=first,
            valid_until=last,
        )
    for asker in askers:
        allowed = {
            str(i) for i, (a, *held) in enumerate(shelves) if a.admits(asker) and _on(day, *held)
        }
        scope = scope_of(store.retriever.shelves(), asker, day)
        vector = store.embedder.embed(["gateway"])[0]
        by_meaning = store.retriever.dense(vector, scope, 30)
        by_words = store.retriever.lexical(["gateway"], scope, 30)
        prices = store.prices.prices("AX-0", scope)
        assert {found.document.path for found in by_meaning} == allowed
        assert {found.document.path for found in by_words} == allowed
        assert {price.list.path for price in prices} == allowed
        assert bool(store.prices.products(scope)) == bool(allowed)
        assert store.retriever.frequencies(["gateway"], scope)[0] == len(allowed)


def _on(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


@given(audiences, audiences)
def test_two_audiences_have_one_key_only_where_they_admit_the_same_people(
    one: Audience, other: Audience
) -> None:
    if one.key == other.key:
        assert one == other or (one.public and other.public)


@given(audiences, audiences, partners)
def test_one_audience_within_another_admits_those_whom_both_admit(
    one: Audience, other: Audience, partner: Partner | None
) -> None:
    both = one.admits(partner) and other.admits(partner)
    assert one.within(other).admits(partner) == both
