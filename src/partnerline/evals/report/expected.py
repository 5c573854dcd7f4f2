"""What a case expects, in lines that a person reads."""

from collections.abc import Iterator

from partnerline.evals.model import Expectation


def expected_lines(expected: Expectation) -> Iterator[str]:
    """One line for each thing that is expected."""
    outcome = " or ".join(expected.outcomes) or "any outcome"
    reasons = f", because {' or '.join(expected.reasons)}" if expected.reasons else ""
    yield outcome + reasons
    if expected.price:
        yield _price(expected)
    if expected.contains:
        yield f"says {_listed(expected.contains)}"
    if expected.excludes:
        yield f"doesn't say {_listed(expected.excludes)}"
    if expected.passages:
        yield f"found in {', '.join(' '.join(filter(None, (p.source, p.locator))) for p in expected.passages)}"
    if expected.sources:
        yield f"from {' or '.join(expected.sources)}"
    if expected.judged:
        now = "the same" if expected.judged.verdict == "right" else "another"
        yield f"{now} answer as the one judged {expected.judged.verdict}"
    if expected.judge:
        yield expected.judge


def _price(expected: Expectation) -> str:
    price = expected.price
    if price is None:
        return ""
    parts = (
        ("", price.quantity),
        ("", price.sku),
        ("at ", price.unit_price),
        ("total ", price.total),
        ("", price.currency),
    )
    return " ".join(f"{word}{value}" for word, value in parts if value is not None)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words)
