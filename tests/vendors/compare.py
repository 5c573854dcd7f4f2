"""Sets what was taken from a vendor's library beside the truth."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.vendors.truth import Decoy, TruePrice, Truth

from partnerline.ingest.library import Rule
from partnerline.ingest.reader import Read, read_document
from partnerline.ingest.settled import load_rules
from partnerline.knowledge.pricing.price import Price

Facts = tuple[tuple[str, str], ...]
"""Each field that must be right, with its value, in one order."""

SAMPLES = 6


@dataclass(slots=True)
class Comparison:
    """How many price cells had to be taken and were, and what was missed or taken wrongly."""

    required: int = 0
    missed: list[Facts] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    decoys: list[str] = field(default_factory=list)
    refused: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def share_taken(self) -> float:
        """The share of the required price cells that were taken with every field right."""
        return 1 - len(self.missed) / self.required

    def lines(self) -> Iterator[str]:
        """Says by file what was missed and what was wrong."""
        yield f"{self.required - len(self.missed)} of {self.required} taken, {len(self.wrong)} wrong"
        files: dict[str, list[str]] = defaultdict(list)
        for missed in self.missed:
            files[dict(missed)["file"]].append(f"missed {_shown(missed)}")
        for wrong in self.wrong + self.decoys:
            files[wrong.partition(": ")[0]].append(wrong.partition(": ")[2])
        for file, lines in files.items():
            yield f"{file}: {len(lines)}"
            firsts = [line for line in lines if line.startswith("missed")][:SAMPLES]
            firsts += [line for line in lines if not line.startswith("missed")][:SAMPLES]
            yield from (f"    {line}" for line in firsts)
            yield from (f"    refused {line}" for line in self.refused.get(file, ())[:SAMPLES])


def compare(root: Path, truth: Truth) -> Comparison:
    """Reads every list in the library and compares cell by cell."""
    rules = load_rules(root)
    comparison = Comparison()
    for file in sorted({price.file for price in truth.prices}):
        rule = rules.library.rule_for(file)
        read = read_document(root, file, rule, rules.named, digest=file)
        comparison.refused[file] = read.refused
        _compare_file(comparison, file, rule, read, truth)
    return comparison


def _compare_file(comparison: Comparison, file: str, rule: Rule, read: Read, truth: Truth) -> None:
    true = [price for price in truth.prices if price.file == file]
    taken = Counter(_taken_facts(file, rule, price) for price in read.prices)
    required = _counted(rule, (price for price in true if price.verdict == "required"))
    allowed = _counted(rule, true)
    comparison.required += required.total()
    comparison.missed += (required - taken).elements()
    for facts in (taken - allowed).elements():
        # A cell that is known to bear no price says nothing wrong.
        if dict(facts)["amount"]:
            comparison.wrong.append(f"{file}: wrong {_shown(facts)}")
    comparison.wrong += _pieces_for_packs(file, read.prices)
    comparison.decoys += _from_decoys(file, read.prices, truth.decoys)


def _counted(rule: Rule, prices: Iterable[TruePrice]) -> Counter[Facts]:
    return Counter(_true_facts(rule, price) for price in prices)


def _true_facts(rule: Rule, price: TruePrice) -> Facts:
    first, last = _days(rule, price.valid_from, price.valid_until)
    return _facts(
        file=price.file,
        place=price.place if "!" in price.place else "",
        sku=price.sku,
        name=_plain(price.name),
        currency=price.currency,
        amount="" if price.amount is None else f"{price.amount:.2f}",
        tier=(price.tier or "").casefold(),
        band=f"{price.min_quantity}-{price.max_quantity or ''}",
        term=price.term_months or "",
        per=price.per,
        pack=price.pack_size or 1,
        first=first,
        last=last,
        region=price.region or "",
    )


def _taken_facts(file: str, rule: Rule, price: Price) -> Facts:
    first, last = _days(rule, price.valid_from, price.valid_until)
    region = "" if rule.audience.regions == frozenset({price.region}) else price.region
    return _facts(
        file=file,
        place=price.locator if "!" in price.locator else "",
        sku=price.sku,
        name=_plain(price.name),
        currency=price.currency,
        amount="" if price.amount is None else f"{price.amount:.2f}",
        tier=price.tier.casefold(),
        band=f"{price.min_quantity}-{price.max_quantity or ''}",
        term=price.term_months or "",
        per=price.per,
        pack=price.pack_size,
        first=first,
        last=last,
        region=region,
    )


def _facts(**fields: object) -> Facts:
    return tuple((key, str(value)) for key, value in fields.items())


def _plain(name: str) -> str:
    """The name without its footnote's mark, in the compatible letters that a PDF may put for others."""
    return " ".join(unicodedata.normalize("NFKC", name).strip(" *").split())


def _shown(facts: Facts) -> str:
    return " ".join(f"{key}={value}" for key, value in facts if value and key != "file")


def _days(rule: Rule, first: date | None, last: date | None) -> tuple[str, str]:
    """The days on which both the rule and the row hold."""
    firsts = [day for day in (rule.valid_from, first) if day]
    lasts = [day for day in (rule.valid_until, last) if day]
    return (
        max(firsts).isoformat() if firsts else "",
        min(lasts).isoformat() if lasts else "",
    )


def _pieces_for_packs(file: str, prices: Iterable[Price]) -> Iterator[str]:
    """Gives the prices of a whole pack that were taken for the price of one piece."""
    for price in prices:
        if price.pack_size > 1 and price.amount is not None and price.amount_is_for == "piece":
            yield f"{file}: pack's price taken for a piece's at {price.locator}, {price.sku}"


def _from_decoys(file: str, prices: Iterable[Price], decoys: Iterable[Decoy]) -> Iterator[str]:
    """Gives the prices that were taken from cells that bear none."""
    decoyed = {decoy.place: decoy for decoy in decoys if decoy.file == file and "!" in decoy.place}
    for price in prices:
        if price.amount is not None and (decoy := decoyed.get(price.locator)):
            yield f"{file}: decoy ({decoy.why}) taken at {decoy.place}: {decoy.sku} {decoy.amount}"
