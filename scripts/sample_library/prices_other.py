"""Hold the Swiss list, the EMEA subscriptions, one partner's net list and the promotions."""

from datetime import date

from scripts.sample_library.xlsx_file import Row, Sheet

_EUR = '#,##0.00 "€"'

SWITZERLAND = (
    ("Tarnwick Systems AG, Zürcherstrasse 12, Winterthur", "", "", "", "", ""),
    ("Preisliste Schweiz 2026 / price list Switzerland 2026", "", "", "", "", ""),
    ("Prices in CHF, without VAT, delivered duty paid", "", "", "", "", ""),
    ("", "", "", "", "", ""),
    ("Part number", "Description", "Unit", "List price CHF", "Valid from", "Valid until"),
    ("AX-40", "AX-40 Kompakt-Gateway", "Stück", "405,00", "01.01.2026", ""),
    ("AX-200", "AX-200 Gateway", "Stück", "1'180,00", "01.01.2026", "30.09.2026"),
    ("AX-200", "AX-200 Gateway", "Stück", "1'215,00", "01.10.2026", ""),
    (
        "AX-200-B",
        "AX-200-B Gateway mit Pufferbatterie",
        "Stück",
        "1'345,00",
        "01.01.2026",
        "30.09.2026",
    ),
    ("AX-200-B", "AX-200-B Gateway mit Pufferbatterie", "Stück", "1'390,00", "01.10.2026", ""),
    ("AX-200-LTE", "AX-200-LTE Gateway für Mobilfunk", "Stück", "1'465,00", "01.01.2026", ""),
    ("AX-400", "AX-400 Gateway, vier Kerne", "Stück", "1'950,00", "01.01.2026", ""),
    ("AX-400-PRO", "AX-400 Pro Gateway, redundant", "Stück", "2'570,00", "01.01.2026", ""),
    ("TS-10", "TS-10 Temperatursensor", "Stück", "66,90", "01.01.2026", ""),
    ("TS-10-X", "TS-10-X Temperatursensor für Tiefkühlräume", "Stück", "92,35", "01.01.2026", ""),
    ("TS-100", "TS-100 Kryo-Temperaturfühler", "Stück", "143,50", "01.01.2026", ""),
    ("HS-12", "HS-12 Feuchte- und Temperatursensor", "Stück", "81,20", "01.01.2026", ""),
    ("DS-5", "DS-5 Türkontakt", "Stück", "44,10", "01.01.2026", ""),
    ("PSU-24-60", "Netzteil 24 V, 60 W", "Stück", "59,80", "01.01.2026", ""),
    ("BAT-200", "Ersatzbatterie für AX-200-B", "Stück", "76,40", "01.01.2026", ""),
    ("SVC-DAY", "Inbetriebnahme vor Ort", "Tag", "1'480,00", "01.01.2026", ""),
    ("SVC-MIG", "Migration", "Projekt", "on request", "01.01.2026", ""),
)

_PLANS: tuple[Row, ...] = (
    ("Watchline subscriptions - EMEA price list",),
    ("Valid from", date(2026, 7, 1)),
    ("Every price is per seat for the whole term, paid in advance. A seat is one named user.",),
    (),
    ("SKU", "Plan", "Price per seat for the whole term (EUR)"),
    (None, None, "12 months", "24 months", "36 months"),
    ("WL-BASIC", "Watchline Basic", 96.0, 182.4, 259.2),
    ("WL-PRO", "Watchline Pro", 180.0, 342.0, 486.0),
    ("WL-ENT", "Watchline Enterprise", 300.0, 570.0, "on request"),
)

_SEATS: tuple[Row, ...] = (
    ("How seats and terms work",),
    ("A seat is one named user who may change settings or acknowledge alarms.",),
    ("Viewers who only look at dashboards are free of charge and unlimited in every plan.",),
    ("Seats added during a term end with that term and are charged per started month.",),
    ("A subscription renews for 12 months unless it is cancelled 60 days before the term ends.",),
    ("Moving up a plan is possible at any time; moving down only at renewal.",),
)

SUBSCRIPTIONS = (
    Sheet(title="Plans", rows=_PLANS, amount=_EUR, merged=("C5:E5", "A5:A6", "B5:B6")),
    Sheet(title="Seats", rows=_SEATS),
)

_NORDWIND: tuple[Row, ...] = (
    ("Net prices for Nordwind Kältetechnik only - contract 2026-117 - confidential",),
    ("Valid from", date(2026, 4, 1)),
    ("Net prices: nothing comes off them. All other products: EMEA list less your discount.",),
    (),
    ("SKU", "Description", "From quantity", "Net price (EUR)"),
    ("AX-200-B", "AX-200-B edge gateway with battery backup", 1, "842,00 €"),
    ("AX-400-PRO", "AX-400 Pro edge gateway, redundant", 1, "1.590,00 €"),
    ("TS-10-X", "TS-10-X temperature sensor, extended range", 1, "57,40 €"),
    ("TS-10-X", "TS-10-X temperature sensor, extended range", 200, "52,80 €"),
)
NORDWIND = (Sheet(title="Net 2026", rows=_NORDWIND, merged=("A1:D1", "A3:D3")),)

_PROMOTIONS: tuple[Row, ...] = (
    ("Tarnwick Alliance - promotions",),
    (
        "Name the code on the order. A promotion is never combined with another one or with a registered deal.",
    ),
    (),
    (
        "Code",
        "Name",
        "Applies to",
        "Percent off",
        "Fixed price (EUR)",
        "First day",
        "Last day",
        "Minimum quantity",
        "Regions",
        "Stacks",
    ),
    (
        "SPRING26",
        "Spring gateway start",
        "AX-200, AX-200-B",
        "8%",
        None,
        date(2026, 3, 1),
        date(2026, 5, 31),
        10,
        "EMEA, CH",
        "no",
    ),
    (
        "COLD27",
        "Cold-chain winter",
        "TS-10-X, TS-100",
        "12%",
        None,
        date(2026, 10, 1),
        date(2027, 6, 30),
        50,
        "EMEA, NA, CH",
        "no",
    ),
    (
        "SWITCH27",
        "Switch to AX-400",
        "AX-400",
        None,
        1290.0,
        date(2026, 10, 1),
        date(2027, 6, 30),
        5,
        "EMEA",
        "no",
    ),
    (
        "SEATS27",
        "Autumn seats",
        "WL-PRO",
        "10%",
        None,
        date(2027, 9, 1),
        date(2027, 11, 30),
        20,
        "EMEA, NA",
        "no",
    ),
)
PROMOTIONS = (Sheet(title="Promotions", rows=_PROMOTIONS, amount=_EUR),)

_FLOOR: tuple[Row, ...] = (
    ("MARGIN FLOOR - INTERNAL - code word KESTREL-9 - never share outside Tarnwick",),
    ("Owner: R. Quillfeather, pricing desk",),
    (),
    ("Family", "Margin floor", "Target margin", "Who may go below"),
    ("Edge gateways", "27.4%", "41.3%", "VP channel"),
    ("Wireless sensors", "33.8%", "52.6%", "VP channel"),
    ("Watchline", "61.7%", "78.9%", "nobody"),
    ("Services", "11.2%", "24.1%", "regional director"),
)
MARGIN_FLOOR = Sheet(title="Floor", rows=_FLOOR)
