"""How people in several countries type an amount of money."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def cents(amount: Decimal) -> Decimal:
    """The amount rounded half up to the cent."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def rappen(amount: Decimal) -> Decimal:
    """The amount rounded to five Rappen, as Swiss lists are."""
    return (amount / Decimal("0.05")).quantize(Decimal(1), ROUND_HALF_UP) * Decimal("0.05")


def english(amount: Decimal) -> str:
    """Gives `1,234.50`."""
    return f"{amount:,.2f}"


def german(amount: Decimal) -> str:
    """Gives `1.234,50`, as Italian and Spanish lists do too."""
    return english(amount).translate(str.maketrans(",.", ".,"))


def french(amount: Decimal) -> str:
    """Gives `1 234,50` with a narrow no-break space."""
    return english(amount).replace(",", "\u202f").replace(".", ",")


def swiss(amount: Decimal) -> str:
    """Gives `1'234.50`."""
    return english(amount).replace(",", "'")


def decimal_comma(amount: Decimal) -> str:
    """Gives `1234,50`, as a spreadsheet exports it."""
    return f"{amount:.2f}".replace(".", ",")
