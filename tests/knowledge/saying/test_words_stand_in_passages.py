"""Whatever is asked of whatever passage: nothing is said that doesn't stand there."""

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.knowledge.saying.passages import hit

from partnerline.knowledge.saying import Said, say
from partnerline.knowledge.words import words

LINES = [
    "The GX-10 supports Modbus. It does not speak OPC UA.",
    "Weights are these:",
    "- GX-10: 620 g",
    "- GX-10-B: 780 g. It has a battery",
    "  - with a handle",
    "1. Ask for a number.",
    "2. Send it within 21 days.",
    "3. Wait for 10 working days.",
    "7. Never start here.",
    "Property: Weight · GX-10: 620 g · GX-10-B: 780 g",
    "Property: Audit trail · Basic: no · Pro: yes",
    "Tier: Gold · Cap: 8,000 · Share: 50 %",
    "What to say: It is cheaper per sensor.",
    "Proof: The comparison of 2026.",
    "Question to ask back: How many sensors?",
    "Processor: Single core, 600 MHz",
    "Yes, that is possible.",
    "How long does it last?",
    "Write to rma@vendor.example (before 2026-12-31).",
    "*bold* | pipe | `code` <b>left over</b>",
    "",
    "---",
]
QUESTIONS = [
    "does the GX-10 support Modbus",
    "how heavy is the GX-10-B",
    "how do I return it",
    "what are the weights",
    "cap for gold?",
    "has Pro an audit trail",
    "too expensive",
    "how long does it last",
    "",
    "who do I write to",
]
PASSAGES = st.lists(st.sampled_from(LINES), min_size=1, max_size=12)
GLUES = st.sampled_from(["\n", "\n\n"])


@given(
    st.sampled_from(QUESTIONS),
    st.lists(st.tuples(PASSAGES, GLUES), min_size=1, max_size=3),
    st.sampled_from(["objections", "collateral"]),
)
def test_every_word_stands_in_the_cited_words_or_the_headings(
    question: str, parts: list[tuple[list[str], str]], kind: str
) -> None:
    hits = [
        hit(glue.join(lines), "Guide", "2. Weights and more", position=n, kind=kind)  # type: ignore[arg-type] # a kind
        for n, (lines, glue) in enumerate(parts)
    ]
    found = say(question, hits)
    if not isinstance(found, Said):
        return
    texts = {one.passage.text for one in hits}
    assert all(any(cited.quote in text for text in texts) for cited in found.citations)
    held = {word for cited in found.citations for word in words(cited.quote)}
    held |= {word for one in hits for heading in one.passage.headings for word in words(heading)}
    said = words(re.sub(r"^(?:Yes|No)\. ", "", found.text) if found.verdict else found.text)
    assert set(said) <= held
    assert found.lead in found.citations[0].quote or all(word in held for word in words(found.lead))
