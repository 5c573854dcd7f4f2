"""The library of Harbourline: software by subscription and services, in dollars and pounds."""

from pathlib import Path

from tests.vendors.harbourline_papers import write_papers
from tests.vendors.harbourline_workbooks import write_workbooks
from tests.vendors.truth import Truth

LIBRARY = """\
documents:
  - match: "uk/**"
    kind: price_list
    audience: {regions: [UK]}
    valid_from: 2026-01-01
    valid_until: 2026-12-31
  - match: "us/subscriptions-2026.xlsx"
    kind: price_list
    valid_from: 2026-01-01
    valid_until: 2026-12-31
  - match: "us/**"
    kind: price_list
    audience: {regions: [US]}
    valid_from: 2026-01-01
    valid_until: 2026-12-31
  - match: "web/**"
    kind: price_list
    public: true
  - match: "services/**"
    kind: price_list
    valid_from: 2026-01-01
  - match: "decks/**"
    kind: price_list
    valid_from: 2026-01-01
"""

PARTNERS = """\
partners:
  - id: cascadia
    name: Cascadia Cloud Partners
    tier: premier
    region: US
    currency: USD
  - id: prairie-it
    name: Prairie IT Group
    tier: registered
    region: US
    currency: USD
    discount: 0.08
  - id: severn
    name: Severn Systems Ltd
    tier: select
    region: UK
    currency: GBP
  - id: highmoor
    name: Highmoor Digital Ltd
    tier: premier
    region: UK
    currency: GBP
managers:
  - email: channel@harbourline.example
"""


def write(folder: Path) -> Truth:
    """Writes the whole library into the folder and gives what has to be read from it."""
    for name in ("us", "uk", "web", "services", "decks"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "library.yaml").write_text(LIBRARY, encoding="utf-8")
    (folder / "partners.yaml").write_text(PARTNERS, encoding="utf-8")
    truth = Truth()
    write_workbooks(folder, truth)
    write_papers(folder, truth)
    return truth
