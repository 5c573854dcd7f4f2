"""What Harbourline sells: subscriptions in editions, perpetual licences and people's days."""

from collections.abc import Iterator
from decimal import Decimal

from tests.vendors.amounts import cents
from tests.vendors.grid import Row

PRODUCTS = [
    ("CRM", "Harbourline CRM", "18.00"),
    ("DSK", "Harbourline Desk", "14.50"),
    ("FLW", "Harbourline Flow", "22.00"),
    ("INS", "Harbourline Insight", "31.00"),
    ("VLT", "Harbourline Vault", "9.75"),
    ("SGN", "Harbourline Sign", "11.20"),
    ("VOX", "Harbourline Voice", "26.40"),
    ("HUB", "Harbourline Hub", "38.90"),
]
EDITIONS = [("ES", "Essentials", "1"), ("PR", "Professional", "1.9"), ("EN", "Enterprise", "3.4")]

ADD_ONS = [
    ("HL-ADD-STO", "Extra storage, 100 GB", "49.00"),
    ("HL-ADD-SBX", "Sandbox environment", "320.00"),
    ("HL-ADD-SSO", "Single sign-on", "2.40"),
    ("HL-ADD-API", "API pack, 1M calls", "1250.00"),
    ("HL-ADD-AUD", "Audit log retention", "4.10"),
    ("HL-ADD-SMS", "SMS bundle, 10,000 messages", "415.00"),
    ("HL-ADD-BKP", "Daily backup", "3.35"),
    ("HL-ADD-KEY", "Customer-held keys", "1890.00"),
]

SERVICES = [
    ("HS-1010", "Solution architect", "1240.00"),
    ("HS-1020", "Implementation consultant", "985.00"),
    ("HS-1030", "Data migration engineer", "1065.00"),
    ("HS-1040", "Project manager", "920.00"),
    ("HS-1050", "Trainer, remote", "690.00"),
    ("HS-1060", "Trainer, on site", "875.00"),
    ("HS-2010", "Quick-start package", "4800.00"),
    ("HS-2020", "Migration package, up to 50 users", "9650.00"),
    ("HS-2030", "Migration package, up to 250 users", "18400.00"),
    ("HS-2040", "Health check", "2375.00"),
]

LICENCES = [
    ("41001", "Harbourline Server 9, Standard", "2150.00"),
    ("41002", "Harbourline Server 9, Advanced", "5480.00"),
    ("41003", "Harbourline Server 9, Cluster node", "11900.00"),
    ("41010", "Client access licence, named user", "86.00"),
    ("41011", "Client access licence, device", "72.50"),
    ("41020", "Report designer", "640.00"),
    ("41021", "Report designer, site licence", "7250.00"),
    ("41030", "Archive module", "1395.00"),
    ("41031", "Archive module, second site", "980.00"),
    ("41040", "Mainframe connector", "16800.00"),
]

SUPPORT = [
    ("HL-SUP-STD", "Standard support, 8×5", "1200.00"),
    ("HL-SUP-PLS", "Plus support, 12×6", "2950.00"),
    ("HL-SUP-PRM", "Premium support, 24×7", "6480.00"),
    ("HL-SUP-TAM", "Technical account manager", "24500.00"),
]


def subscriptions(prefix: str = "HL", factor: str = "1") -> Iterator[Row]:
    """Every product in every edition, its monthly price times `factor`."""
    for at, (code, product, amount) in enumerate(PRODUCTS):
        for n, (mark, edition, times) in enumerate(EDITIONS):
            yield Row(
                n=3 * at + n,
                sku=f"{prefix}-{code}-{mark}",
                name=f"{product} {edition}",
                price=cents(Decimal(amount) * Decimal(times) * Decimal(factor)),
                family=product,
            )


def listed(items: list[tuple[str, str, str]], factor: str = "1") -> Iterator[Row]:
    """Gives the rows of a short list of part, name and price."""
    for n, (sku, name, amount) in enumerate(items):
        yield Row(n=n, sku=sku, name=name, price=cents(Decimal(amount) * Decimal(factor)))
