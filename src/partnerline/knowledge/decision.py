"""What only a person can grant, in parts: the wish, what is known, and what granting it comes to."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one way to grant a wish comes to, each amount computed and written out with its currency.

    `way` says what is granted: "22 % off the price now". `unit_price` is empty where there are several lines.
    `difference` is told against the price today: "80.00 EUR less"; `off` is that amount, negative for more.
    """

    way: str
    unit_price: str
    total: str
    difference: str
    off: Decimal

    @property
    def amounts(self) -> str:
        """The amounts in a line: "8.00 EUR each, 320.00 EUR in total"."""
        each = f"{self.unit_price} each, " if self.unit_price else ""
        return f"{each}{self.total} in total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a manager needs to decide on a wish that no document grants; `what` is what it is for: "40 pieces of AX-200".

    `facts` are what is known today; `unknown` are the things that could not be computed, and why.
    """

    wish: str
    what: str = ""
    facts: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    unknown: tuple[str, ...] = ()
