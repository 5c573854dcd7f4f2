"""Say which file of the library is made from what."""

from collections.abc import Callable, Mapping
from functools import partial

from scripts.sample_library import (
    battlecard,
    cold_chain,
    datasheets_gateways,
    datasheets_sensors,
    objections_hardware,
    objections_subscription,
    press,
    prices_emea,
    prices_na,
    prices_other,
    programme_life,
    programme_money,
    rules,
    security,
    support,
)
from scripts.sample_library.csv_file import csv
from scripts.sample_library.docx_file import docx
from scripts.sample_library.html_file import html
from scripts.sample_library.pdf_file import pdf
from scripts.sample_library.pptx_file import pptx
from scripts.sample_library.xlsx_file import xlsx

DOCUMENTS: Mapping[str, Callable[[], bytes]] = {
    "library.yaml": rules.LIBRARY.encode,
    "partners.yaml": rules.PARTNERS.encode,
    "price-lists/hardware-emea-2026-h1.xlsx": partial(xlsx, *prices_emea.SUPERSEDED),
    "price-lists/hardware-emea-2026-h2.xlsx": partial(xlsx, *prices_emea.CURRENT),
    "price-lists/hardware-na-2026-h2.xlsx": partial(xlsx, *prices_na.HARDWARE),
    "price-lists/hardware-ch-2026.csv": partial(
        csv, prices_other.SWITZERLAND, delimiter=";", encoding="cp1252"
    ),
    "price-lists/subscriptions-emea-2026-h2.xlsx": partial(xlsx, *prices_other.SUBSCRIPTIONS),
    "price-lists/subscriptions-na-2026-h2.csv": partial(
        csv, prices_na.SUBSCRIPTIONS, delimiter=",", encoding="utf-8-sig"
    ),
    "price-lists/nordwind-net-2026.xlsx": partial(xlsx, *prices_other.NORDWIND),
    "promotions/promotions.xlsx": partial(xlsx, *prices_other.PROMOTIONS),
    "datasheets/ax-200-series.pdf": partial(pdf, "AX-200 series", datasheets_gateways.AX_200),
    "datasheets/ax-400-series.pdf": partial(pdf, "AX-400 series", datasheets_gateways.AX_400),
    "datasheets/sensors-and-ax-40.pdf": partial(
        pdf, "Wireless sensors and the AX-40", datasheets_sensors.SENSORS
    ),
    "collateral/battlecard-gateways.pptx": partial(pptx, battlecard.SLIDES),
    "collateral/brief-cold-chain.docx": partial(docx, cold_chain.COLD_CHAIN),
    "collateral/product-comparison.html": partial(
        html, "Which gateway for whom", cold_chain.COMPARISON
    ),
    "collateral/security-faq.md": security.FAQ.encode,
    "objections/gateways-and-sensors.docx": partial(docx, objections_hardware.GUIDE),
    "objections/watchline.md": objections_subscription.GUIDE.encode,
    "programme/rebates-2026.docx": partial(docx, programme_money.REBATE),
    "programme/mdf-rules.pdf": partial(pdf, "MDF rules", programme_money.MDF),
    "programme/deal-registration.md": programme_money.DEAL_REGISTRATION.encode,
    "programme/onboarding.html": partial(html, "Onboarding guide", programme_life.ONBOARDING),
    "programme/gold-platinum-playbook.md": programme_life.PLAYBOOK.encode,
    "support/returns-and-warranty.txt": support.RETURNS.encode,
    "support/service-levels.docx": partial(docx, support.SLA),
    "roadmap/roadmap-2027.md": programme_life.ROADMAP.encode,
    "press/2026-10-06-polar-freight.md": press.RELEASE.encode,
    "press/company-overview.html": partial(html, "Tarnwick Systems at a glance", press.OVERVIEW),
    "internal/margin-floor.xlsx": partial(xlsx, prices_other.MARGIN_FLOOR),
}
