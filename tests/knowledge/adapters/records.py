"""What tests of the record say: its people, its questions, and answers of every shape."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from partnerline.knowledge.decision import Decision, Effect
from partnerline.knowledge.model import (
    Answer,
    Citation,
    Origin,
    Outcome,
    Question,
    Reason,
    Reply,
    Step,
    StepKind,
    Turn,
)
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.pricing.quote import Quote, QuoteLine, Subtotal

ACME = Partner(id="acme", name="Acme Resellers", tier="gold", region="EMEA", currency="EUR")
DIRECTORY = Directory(partners=(ACME,))
NOON = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC)
ORIGIN = Origin(door="slack", thread="T0/C0/1.2", asker="U0REP", asker_name="Rae")
QUESTION = Question(
    text="What is the list price of AC-4410?",
    as_of=date(2025, 5, 1),
    asked_on=date(2026, 3, 2),
    partner=ACME,
    history=(Turn(role="user", text="Hello"), Turn(role="assistant", text="Hi")),
)
CITATION = Citation(source="price-lists/emea.xlsx", locator="EMEA!B14", quote="AC-4410 99,00 €")
ANSWERED = Answer(outcome="answered", text="99.00 EUR", confidence=0.93, citations=(CITATION,))
ESCALATED = Answer(
    outcome="escalated",
    text="I've asked a person.",
    confidence=0.2,
    reason=Reason.LOW_CONFIDENCE,
    found=(CITATION,),
    doubt="Two lists name different prices.",
    signals={"margin": 0.1},
)


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def asking(text: str, partner: Partner | None = ACME) -> Question:
    return replace(QUESTION, text=text, partner=partner)


def reply(
    reply_id: str, escalation_id: str, *, at: datetime = NOON, text: str = "It is 99."
) -> Reply:
    return Reply(id=reply_id, escalation_id=escalation_id, manager="dana", text=text, written_at=at)


def step(step_id: str, escalation_id: str, kind: StepKind, *, at: datetime = NOON) -> Step:
    return Step(id=step_id, escalation_id=escalation_id, kind=kind, at=at, by="Dana")


# Text of a column loses what no database holds, so only what both hold is expected back to the letter.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
amounts = st.decimals(allow_nan=False, allow_infinity=False)
days = st.none() | st.dates()
citations = st.builds(Citation, source=texts, locator=texts, quote=texts)
lines = st.builds(
    QuoteLine,
    sku=texts,
    name=texts,
    quantity=st.integers(),
    unit=texts,
    list_price=amounts,
    unit_price=amounts,
    amount=amounts,
    term_months=st.none() | st.integers(),
    applied=st.lists(texts, max_size=3).map(tuple),
    cell=texts,
    row=texts,
    price_list=texts,
    per=st.sampled_from(["once", "month", "year", "term"]),
    pack_size=st.integers(min_value=1),
    valid_from=days,
    valid_until=days,
    listed=st.booleans(),
)
subtotals = st.builds(
    Subtotal,
    kind=st.sampled_from(["one-off", "recurring"]),
    amount=amounts,
    term_months=st.none() | st.integers(),
    a_month=st.none() | amounts,
)
quotes = st.builds(
    Quote,
    currency=texts,
    lines=st.lists(lines, max_size=3).map(tuple),
    total=st.builds(Decimal, st.integers()) | amounts,
    price_list=texts,
    valid_from=days,
    valid_until=days,
    subtotals=st.lists(subtotals, max_size=2).map(tuple),
    as_of=days,
)
effects = st.builds(Effect, way=texts, unit_price=texts, total=texts, difference=texts, off=amounts)
decisions = st.builds(
    Decision,
    wish=texts,
    what=texts,
    facts=st.lists(texts, max_size=2).map(tuple),
    effects=st.lists(effects, max_size=2).map(tuple),
    unknown=st.lists(texts, max_size=2).map(tuple),
)
answers = st.builds(
    Answer,
    outcome=st.sampled_from(get_args(Outcome)),
    text=texts,
    confidence=st.floats(0, 1),
    reason=st.none() | st.sampled_from(Reason),
    citations=st.lists(citations, max_size=3).map(tuple),
    quote=st.none() | quotes,
    quotes=st.lists(quotes, max_size=2).map(tuple),
    choices=st.lists(texts, max_size=3).map(tuple),
    found=st.lists(citations, max_size=3).map(tuple),
    doubt=texts,
    signals=st.dictionaries(texts, st.floats(allow_nan=False), max_size=3),
    decision=st.none() | decisions,
)
