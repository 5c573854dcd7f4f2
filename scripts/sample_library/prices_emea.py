"""Hold the two EMEA hardware lists: the one in force and the one it superseded."""

from datetime import date

from scripts.sample_library.xlsx_file import Row, Sheet

_EUR = '#,##0.00 "€"'
_BANDS = ("1-9", "10-49", "50-99", "100+")
_REQUEST = ("on request",) * 4

_HARDWARE: tuple[Row, ...] = (
    ("Tarnwick Systems - price list EMEA, second half of 2026",),
    ("Valid from", date(2026, 7, 1), "until further notice"),
    (
        "All prices in EUR, net of VAT, ex works Utrecht. List prices per piece; your discount is taken off the band's list price.",
    ),
    (),
    (
        "SKU",
        "Description",
        "Unit",
        "List price per piece by quantity (EUR)",
        None,
        None,
        None,
        "Remark",
    ),
    (None, None, None, *_BANDS, None),
    ("Edge gateways",),
    ("AX-40", "AX-40 compact edge gateway", "pc", 390.0, 378.0, 362.0, 345.0, None),
    (
        "AX-100",
        "AX-100 edge gateway",
        "pc",
        "n/a",
        "n/a",
        "n/a",
        "n/a",
        "End of life since 2026-06-30, replaced by AX-200",
    ),
    ("AX-200", "AX-200 edge gateway", "pc", 1180.0, 1145.0, 1095.0, 1015.0, None),
    (
        "AX-200-B",
        "AX-200-B edge gateway with battery backup",
        "pc",
        1345.0,
        1305.0,
        1248.0,
        1160.0,
        None,
    ),
    (
        "AX-200-LTE",
        "AX-200-LTE edge gateway with LTE",
        "pc",
        1420.0,
        1378.0,
        1318.0,
        1225.0,
        "European bands",
    ),
    ("AX-400", "AX-400 edge gateway, quad core", "pc", 1890.0, 1835.0, 1755.0, 1630.0, None),
    (
        "AX-400-PRO",
        "AX-400 Pro edge gateway, redundant",
        "pc",
        2490.0,
        2415.0,
        2310.0,
        2145.0,
        None,
    ),
    ("AX-400-EX", "AX-400-EX edge gateway for zone 2", "pc", *_REQUEST, "Project business only"),
    ("Wireless sensors",),
    ("TS-10", "TS-10 temperature sensor", "pc", 64.9, 62.95, 60.25, 55.95, None),
    ("TS-10-X", "TS-10-X temperature sensor, extended range", "pc", 89.5, 86.8, 83.1, 77.25, None),
    ("TS-100", "TS-100 cryogenic temperature probe", "pc", 139.0, 134.85, 129.0, 119.95, None),
    ("HS-12", "HS-12 humidity and temperature sensor", "pc", 78.4, 76.05, 72.8, 67.65, None),
    ("DS-5", "DS-5 door contact", "pc", 42.5, 41.25, 39.45, 36.7, None),
    ("VS-30", "VS-30 vibration sensor", "pc", 218.0, 211.5, 202.35, 188.0, None),
    ("Input/output modules",),
    ("IO-8", "IO-8 input/output module, 8 channels", "pc", 164.0, 159.1, 152.2, 141.9, None),
    ("IO-16", "IO-16 input/output module, 16 channels", "pc", 248.0, 240.55, 230.15, 214.5, None),
)

_EXTRAS: tuple[Row, ...] = (
    ("Accessories and services, EMEA, second half of 2026",),
    ("Prices in EUR, valid from 2026-07-01",),
    (),
    ("Part number", "Description", "Unit", *_BANDS),
    ("PSU-24-60", "Power supply 24 V, 60 W", "pc", 58.0, 56.25, 53.8, 50.15),
    ("PSU-24-120", "Power supply 24 V, 120 W", "pc", 92.0, 89.25, 85.4, 79.6),
    ("ANT-LTE-2M", "LTE antenna with 2 m cable", "pc", 34.0, 33.0, 31.55, 29.4),
    ("ANT-LTE-5M", "LTE antenna with 5 m cable", "pc", 46.5, 45.1, 43.15, 40.2),
    ("MNT-DIN", "DIN rail bracket", "pc", 12.8, 12.4, 11.9, 11.05),
    ("MNT-WALL", "Wall bracket", "pc", 18.6, 18.05, 17.25, 16.1),
    ("BAT-200", "Spare battery for AX-200-B", "pc", 74.0, 71.8, 68.65, 64.0),
    (),
    ("Services (no quantity bands)",),
    ("Part number", "Description", "Unit", "List price (EUR)"),
    ("SVC-DAY", "Commissioning on site, one engineer", "day", 1150.0),
    ("SVC-CAL", "Calibration certificate (ISO 17025)", "sensor", 48.0),
    ("SVC-TRAIN", "Remote training, up to 8 people", "session", 690.0),
    ("SVC-MIG", "Migration from another vendor's system", "project", "on request"),
)

_HIDDEN: tuple[Row, ...] = (
    ("INTERNAL - NOT FOR PARTNERS - code word HERONFLOOR",),
    ("SKU", "Purchase cost (EUR)", "Lowest price sales may give (EUR)"),
    ("AX-200", 431.17, 688.13),
    ("AX-400-PRO", 902.61, 1377.19),
    ("Approver of anything lower: R. Quillfeather",),
)

_OLD: tuple[Row, ...] = (
    ("Tarnwick Systems - price list EMEA, first half of 2026",),
    ("Valid from", date(2026, 1, 1), "until", date(2026, 6, 30)),
    ("All prices in EUR, net of VAT, ex works Utrecht.",),
    (),
    ("SKU", "Description", "Unit", *_BANDS),
    ("Edge gateways",),
    ("AX-40", "AX-40 compact edge gateway", "pc", 372.0, 361.0, 345.0, 329.0),
    ("AX-100", "AX-100 edge gateway", "pc", 846.0, 821.0, 785.0, 729.0),
    ("AX-200", "AX-200 edge gateway", "pc", 1124.0, 1090.0, 1042.0, 967.0),
    ("AX-200-B", "AX-200-B edge gateway with battery backup", "pc", 1282.0, 1243.0, 1188.0, 1104.0),
    ("AX-200-LTE", "AX-200-LTE edge gateway with LTE", "pc", 1356.0, 1315.0, 1257.0, 1168.0),
    ("AX-400", "AX-400 edge gateway, quad core", "pc", 1804.0, 1750.0, 1673.0, 1553.0),
    ("AX-400-PRO", "AX-400 Pro edge gateway, redundant", "pc", 2376.0, 2305.0, 2204.0, 2046.0),
    ("Wireless sensors",),
    ("TS-10", "TS-10 temperature sensor", "pc", 61.8, 59.95, 57.4, 53.2),
    ("TS-10-X", "TS-10-X temperature sensor, extended range", "pc", 85.2, 82.65, 79.1, 73.4),
    ("TS-100", "TS-100 cryogenic temperature probe", "pc", 132.0, 128.05, 122.5, 113.7),
    ("HS-12", "HS-12 humidity and temperature sensor", "pc", 74.6, 72.35, 69.2, 64.3),
    ("DS-5", "DS-5 door contact", "pc", 40.6, 39.4, 37.65, 35.0),
)

CURRENT = (
    Sheet(
        title="Hardware",
        rows=_HARDWARE,
        amount=_EUR,
        merged=("A1:H1", "A3:H3", "D5:G5", "A5:A6", "B5:B6", "C5:C6", "H5:H6"),
    ),
    Sheet(title="Accessories & services", rows=_EXTRAS, amount=_EUR, merged=("A1:G1",)),
    Sheet(title="_internal", rows=_HIDDEN, amount=_EUR, hidden=True),
)
SUPERSEDED = (Sheet(title="Hardware", rows=_OLD, amount=_EUR, merged=("A1:G1",)),)
