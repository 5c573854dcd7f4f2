"""The library of Brennfeld Medizintechnik: medical and laboratory supplies in four languages."""

from pathlib import Path

from tests.vendors.brennfeld_papers import write_papers
from tests.vendors.brennfeld_workbooks import write_workbooks
from tests.vendors.truth import Truth

LIBRARY = """\
documents:
  - match: "tarifs/**"
    kind: price_list
    audience: {regions: [FR]}
    valid_from: 2026-01-01
    valid_until: 2026-12-31
  - match: "listini/**"
    kind: price_list
    audience: {regions: [IT]}
    valid_from: 2026-01-01
    valid_until: 2026-12-31
  - match: "tarifas/**"
    kind: price_list
    audience: {regions: [ES]}
    valid_from: 2026-01-15
    valid_until: 2026-12-31
  - match: "preislisten/export-*"
    kind: price_list
    prices: net
    valid_from: 2026-01-01
    valid_until: 2026-12-31
  - match: "preislisten/schweiz-*"
    kind: price_list
    audience: {regions: [CH]}
    valid_from: 2026-01-01
    valid_until: 2026-12-31
  - match: "preislisten/**"
    kind: price_list
    valid_from: 2026-01-01
    valid_until: 2026-12-31
  - match: "service/**"
    kind: price_list
    valid_from: 2026-01-01
    valid_until: 2026-12-31
"""

PARTNERS = """\
partners:
  - id: praxisbedarf-sued
    name: Praxisbedarf Süd GmbH
    tier: fachhandel
    region: DE
    currency: EUR
  - id: laborhaus-wien
    name: Laborhaus Wien GmbH
    tier: stützpunkt
    region: AT
    currency: EUR
  - id: helvemed
    name: Helvemed AG
    tier: premium
    region: CH
    currency: CHF
  - id: lutece-sante
    name: Lutèce Santé SARL
    tier: premium
    region: FR
    currency: EUR
  - id: forniture-cliniche
    name: Forniture Cliniche S.p.A.
    tier: fachhandel
    region: IT
    currency: EUR
    discount: 0.15
  - id: sumlab
    name: Sumlab S.L.
    tier: premium
    region: ES
    currency: EUR
managers:
  - email: kanal@brennfeld.example
"""


def write(folder: Path) -> Truth:
    """Writes the whole library into the folder and gives what has to be read from it."""
    for name in ("preislisten", "tarifs", "listini", "tarifas", "service"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "library.yaml").write_text(LIBRARY, encoding="utf-8")
    (folder / "partners.yaml").write_text(PARTNERS, encoding="utf-8")
    truth = Truth()
    write_workbooks(folder, truth)
    write_papers(folder, truth)
    return truth
