"""What the parts of a quote come to: what is bought once, and what recurs over each term."""

from collections.abc import Sequence

from partnerline.knowledge.pricing.amounts import a_month, in_all
from partnerline.knowledge.pricing.quote import QuoteLine, Subtotal


def subtotals(lines: Sequence[QuoteLine]) -> tuple[Subtotal, ...]:
    """One-off before recurring, the shorter term first; none for a single thing that is bought once."""
    recurring = [line for line in lines if _recurs(line)]
    once = [line for line in lines if not _recurs(line)]
    if len(lines) == 1 and once:
        return ()
    terms = sorted({line.term_months for line in recurring}, key=lambda term: term or 0)
    return (
        *((Subtotal(kind="one-off", amount=in_all(line.amount for line in once)),) if once else ()),
        *(
            _recurring(term, [line for line in recurring if line.term_months == term])
            for term in terms
        ),
    )


def _recurs(line: QuoteLine) -> bool:
    return line.term_months is not None or line.per != "once"


def _recurring(term: int | None, lines: Sequence[QuoteLine]) -> Subtotal:
    """What recurs over one term; a list that doesn't say how long its term is leaves the month open."""
    amount = in_all(line.amount for line in lines)
    return Subtotal(
        kind="recurring",
        amount=amount,
        term_months=term,
        a_month=None if term is None else a_month(amount, term),
    )
