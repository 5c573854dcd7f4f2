"""Hold the North American lists: hardware with a column per tier, and subscriptions."""

from datetime import date

from scripts.sample_library.xlsx_file import Row, Sheet

_USD = '"$"#,##0.00'
_HEAD = ("Part Number", "Description", "From Qty", "List Price (USD)", "Silver", "Gold", "Platinum")
_NONE = ("n/a",) * 4

_HARDWARE: tuple[Row, ...] = (
    (None, "Tarnwick Systems Inc. - North America partner price list"),
    (None, "Effective", date(2026, 7, 1)),
    (
        None,
        "USD, FOB Columbus OH. The tier columns are final partner prices: no discount is taken off them.",
    ),
    (),
    _HEAD,
    ("GATEWAYS",),
    ("AX-40", "AX-40 compact edge gateway", 1, 429.0, 386.0, 347.0, 318.0),
    ("AX-40", "AX-40 compact edge gateway", 50, 402.0, 362.0, 326.0, 298.0),
    ("AX-200", "AX-200 edge gateway", 1, 1290.0, 1161.0, 1045.0, 955.0),
    ("AX-200", "AX-200 edge gateway", 50, 1210.0, 1089.0, 980.0, 895.0),
    ("AX-200-B", "AX-200-B edge gateway with battery backup", 1, 1475.0, 1327.5, 1195.0, 1092.0),
    ("AX-200-B", "AX-200-B edge gateway with battery backup", 50, 1382.0, 1244.0, 1120.0, 1023.0),
    ("AX-200-LTE", "AX-200-LTE edge gateway with LTE (not certified in North America)", 1, *_NONE),
    ("AX-400", "AX-400 edge gateway, quad core", 1, 2075.0, 1868.0, 1681.0, 1536.0),
    ("AX-400", "AX-400 edge gateway, quad core", 50, 1945.0, 1751.0, 1576.0, 1439.0),
    ("AX-400-PRO", "AX-400 Pro edge gateway, redundant", 1, 2740.0, 2466.0, 2219.0, 2028.0),
    ("AX-400-PRO", "AX-400 Pro edge gateway, redundant", 50, 2570.0, 2313.0, 2082.0, 1902.0),
    ("SENSORS",),
    ("TS-10", "TS-10 temperature sensor", 1, 71.5, 64.35, 57.9, 52.9),
    ("TS-10", "TS-10 temperature sensor", 50, 66.9, 60.2, 54.2, 49.5),
    ("TS-10-X", "TS-10-X temperature sensor, extended range", 1, 98.5, 88.65, 79.8, 72.9),
    ("TS-10-X", "TS-10-X temperature sensor, extended range", 50, 92.3, 83.05, 74.75, 68.3),
    ("TS-100", "TS-100 cryogenic temperature probe", 1, 152.0, 136.8, 123.1, 112.5),
    ("HS-12", "HS-12 humidity and temperature sensor", 1, 86.0, 77.4, 69.65, 63.65),
    ("DS-5", "DS-5 door contact", 1, 46.75, 42.1, 37.85, 34.6),
    ("VS-30", "VS-30 vibration sensor", 1, 239.0, 215.1, 193.6, 176.85),
)

_EXTRAS: tuple[Row, ...] = (
    (None, "Modules, accessories and services (USD)"),
    (),
    _HEAD,
    ("IO-8", "IO-8 input/output module, 8 channels", 1, 179.0, 161.1, 145.0, 132.45),
    ("IO-16", "IO-16 input/output module, 16 channels", 1, 272.0, 244.8, 220.3, 201.3),
    ("PSU-24-60", "Power supply 24 V, 60 W", 1, 64.0, 57.6, 51.85, 47.35),
    ("PSU-24-120", "Power supply 24 V, 120 W", 1, 101.0, 90.9, 81.8, 74.75),
    ("MNT-DIN", "DIN rail bracket", 1, 14.1, 12.7, 11.4, 10.45),
    ("MNT-WALL", "Wall bracket", 1, 20.4, 18.35, 16.5, 15.1),
    ("BAT-200", "Spare battery for AX-200-B", 1, 81.5, 73.35, 66.0, 60.3),
    ("SVC-DAY", "Commissioning on site, one engineer, per day", 1, 1400.0, 1330.0, 1260.0, 1190.0),
    ("SVC-CAL", "Calibration certificate (ISO 17025), per sensor", 1, 55.0, 52.25, 49.5, 46.75),
    ("SVC-MIG", "Migration from another vendor's system", 1, *("on request",) * 4),
)

HARDWARE = (
    Sheet(title="Hardware USD", rows=_HARDWARE, amount=_USD),
    Sheet(title="Accessories USD", rows=_EXTRAS, amount=_USD),
)

SUBSCRIPTIONS = (
    ("Watchline subscriptions, North America, USD, effective 2026-07-01",),
    ("Every price is per seat for the whole term, paid in advance",),
    (),
    (
        "Part Number",
        "Plan",
        "Currency",
        "12 months (per seat, whole term)",
        "24 months (per seat, whole term)",
        "36 months (per seat, whole term)",
    ),
    ("WL-BASIC", "Watchline Basic", "USD", "105.00", "199.50", "283.50"),
    ("WL-PRO", "Watchline Pro", "USD", "198.00", "376.20", "534.60"),
    ("WL-ENT", "Watchline Enterprise", "USD", "330.00", "627.00", "on request"),
)
