"""What Brennfeld sells: consumables and devices, named in four languages, and spare parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tests.vendors.amounts import cents
from tests.vendors.grid import Row

Language = Literal["de", "fr", "it", "es"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A family member that comes in several sizes."""

    family: dict[Language, str]
    number: int
    names: dict[Language, str]
    sizes: tuple[str, ...]
    pack: int
    price: Decimal


def _names(de: str, fr: str, it: str, es: str) -> dict[Language, str]:
    return {"de": de, "fr": fr, "it": it, "es": es}


GLOVES = _names("Untersuchungshandschuhe", "Gants d'examen", "Guanti da esame", "Guantes de examen")
SYRINGES = _names(
    "Spritzen und Kanülen", "Seringues et aiguilles", "Siringhe e aghi", "Jeringas y agujas"
)
TUBES = _names(
    "Probengefäße", "Tubes et récipients", "Provette e contenitori", "Tubos y recipientes"
)
TIPS = _names("Pipettieren", "Pipetage", "Pipettaggio", "Pipeteo")
CARE = _names("Desinfektion", "Désinfection", "Disinfezione", "Desinfección")
TESTS = _names("Schnelltests", "Tests rapides", "Test rapidi", "Pruebas rápidas")

CONSUMABLES = [
    Kind(
        family=family,
        number=number,
        names=_names(*names),
        sizes=sizes,
        pack=pack,
        price=Decimal(price),
    )
    for family, number, names, sizes, pack, price in [
        (
            GLOVES,
            104010,
            (
                "Nitrilhandschuh puderfrei",
                "Gant nitrile non poudré",
                "Guanto in nitrile",
                "Guante de nitrilo",
            ),
            ("S", "M", "L", "XL"),
            100,
            "8.90",
        ),
        (
            GLOVES,
            104110,
            (
                "Latexhandschuh gepudert",
                "Gant latex poudré",
                "Guanto in lattice",
                "Guante de látex",
            ),
            ("S", "M", "L"),
            100,
            "7.45",
        ),
        (
            GLOVES,
            104210,
            ("Vinylhandschuh", "Gant vinyle", "Guanto in vinile", "Guante de vinilo"),
            ("M", "L"),
            200,
            "9.20",
        ),
        (
            SYRINGES,
            118010,
            ("Einmalspritze Luer", "Seringue Luer", "Siringa Luer", "Jeringa Luer"),
            ("2 ml", "5 ml", "10 ml", "20 ml", "50 ml"),
            100,
            "6.30",
        ),
        (
            SYRINGES,
            118210,
            (
                "Sicherheitskanüle",
                "Aiguille de sécurité",
                "Ago di sicurezza",
                "Aguja de seguridad",
            ),
            ("0,60 × 25 mm", "0,80 × 40 mm", "0,90 × 40 mm"),
            50,
            "14.80",
        ),
        (
            TUBES,
            126010,
            (
                "Zentrifugenröhrchen",
                "Tube à centrifuger",
                "Provetta da centrifuga",
                "Tubo de centrífuga",
            ),
            ("15 ml", "50 ml"),
            500,
            "88.00",
        ),
        (
            TUBES,
            126210,
            ("Kryoröhrchen steril", "Cryotube stérile", "Provetta criogenica", "Criotubo estéril"),
            ("1,2 ml", "2 ml", "5 ml"),
            1000,
            "1139.00",
        ),
        (
            TUBES,
            126410,
            ("Urinbecher mit Deckel", "Flacon à urine", "Contenitore per urine", "Frasco de orina"),
            ("100 ml", "125 ml"),
            250,
            "41.50",
        ),
        (
            TIPS,
            131010,
            ("Pipettenspitze", "Pointe de pipette", "Puntale", "Punta de pipeta"),
            ("10 µl", "200 µl", "1000 µl", "5000 µl"),
            960,
            "64.90",
        ),
        (
            TIPS,
            131210,
            ("Pasteurpipette", "Pipette Pasteur", "Pipetta Pasteur", "Pipeta Pasteur"),
            ("1 ml", "3 ml"),
            500,
            "27.15",
        ),
        (
            CARE,
            142010,
            (
                "Flächendesinfektion",
                "Désinfectant surfaces",
                "Disinfettante superfici",
                "Desinfectante de superficies",
            ),
            ("1 l", "5 l", "10 l"),
            6,
            "52.40",
        ),
        (
            CARE,
            142210,
            (
                "Händedesinfektion",
                "Désinfectant mains",
                "Disinfettante mani",
                "Desinfectante de manos",
            ),
            ("500 ml", "1000 ml"),
            12,
            "71.80",
        ),
        (
            TESTS,
            157010,
            ("Urinteststreifen", "Bandelette urinaire", "Striscia urine", "Tira de orina"),
            ("3 Parameter", "10 Parameter"),
            100,
            "18.25",
        ),
        (
            TESTS,
            157210,
            ("CRP-Schnelltest", "Test rapide CRP", "Test rapido PCR", "Prueba rápida PCR"),
            ("20", "50"),
            20,
            "139.00",
        ),
        (
            TESTS,
            157410,
            ("Troponin-Test", "Test troponine", "Test troponina", "Prueba de troponina"),
            ("T", "I"),
            10,
            "1020.00",
        ),
    ]
]

DEVICES = [
    (201120, "Tischzentrifuge Z 200", "2480.00"),
    (201140, "Standzentrifuge Z 400 R", "8950.00"),
    (201160, "Mikrozentrifuge Z 24", "1315.50"),
    (204010, "Labormikroskop M 50", "1899.00"),
    (204020, "Stereomikroskop M 80", "2745.00"),
    (207010, "Autoklav A 18", "4590.00"),
    (207020, "Autoklav A 25 Plus", "6120.00"),
    (211010, "Laborwaage W 320", "985.00"),
    (211020, "Analysenwaage W 120", "3240.00"),
    (214010, "Inkubator I 55", "1675.00"),
    (214020, "CO2-Inkubator I 170", "7480.00"),
    (217010, "Wasserbad B 12", "645.00"),
    (217020, "Thermoblock T 24", "812.00"),
    (221010, "Photometer P 600", "5210.00"),
    (221020, "pH-Meter P 7", "438.00"),
]

MODELS = "Z 200,Z 400 R,Z 24,M 50,M 80,A 18,A 25 Plus,W 320,W 120,I 55".split(",")
PARTS = [
    ("Netzkabel", "14.90"),
    ("Sicherung T 2 A", "3.20"),
    ("Deckeldichtung", "38.50"),
    ("Türscharnier", "57.00"),
    ("Display", "189.00"),
    ("Steuerplatine", "1042.00"),
    ("Lüfter", "46.75"),
    ("Temperaturfühler", "72.30"),
    ("Tastatur", "118.00"),
    ("Fuß verstellbar", "6.15"),
    ("Typenschild", "2.05"),
    ("Antriebsmotor", "1286.40"),
]


def consumables(language: Language = "de", factor: str = "1") -> Iterator[Row]:
    """Every consumable, its price times `factor`, with the size in its name."""
    n = 0
    for kind in CONSUMABLES:
        for at, size in enumerate(kind.sizes):
            price = cents(kind.price * (1 + Decimal("0.07") * at) * Decimal(factor))
            yield Row(
                n=n,
                sku=str(kind.number + 10 * at),
                name=f"{kind.names[language]} {_sized(kind, size)}",
                price=price,
                family=kind.family[language],
                facts={"pack_size": kind.pack},
            )
            n += 1


def devices() -> Iterator[Row]:
    """Every device, sold one at a time."""
    for n, (sku, name, price) in enumerate(DEVICES):
        yield Row(n=n, sku=str(sku), name=name, price=Decimal(price))


def parts() -> Iterator[Row]:
    """Every spare part of every device."""
    for at, model in enumerate(MODELS):
        for n, (name, price) in enumerate(PARTS):
            yield Row(
                n=at * len(PARTS) + n,
                sku=f"E-{4410 + 10 * at}-{n + 1:02}",
                name=name,
                price=cents(Decimal(price) * (1 + Decimal("0.03") * at)),
                shown={"model": model},
            )


def _sized(kind: Kind, size: str) -> str:
    return f"Gr. {size}" if kind.family is GLOVES else size
