"""The form that `/quote` opens, and what is asked by it: one question in plain words, like any other."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import cut

COMMAND = "/quote"
FORM = "quote_form"
PRODUCTS, TERM, PROMOTION, DAY, LIST = "products", "term", "promotion", "day", "list"
MOST_LINES = 50
LONGEST = 3_000
"""Characters; a form's field holds no more, and a question is read up to 4,000."""

NO_PRODUCTS = "Write at least one product, as “10 AX-200”."
TOO_MANY = f"That is more than {MOST_LINES} lines: please ask for them in two quotes."
NO_TERM = "Write the term in months, as “36”, or in years, as “3 years”."

_COUNTED = re.compile(
    r"(\d[\d.,]*)(?<![.,])\s*(?:[x×*](?=\s)|[,;:]?(?=\s))\s*(?=\S)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[;\n]\s*|,\s+|\s+and\s+", re.IGNORECASE)
_MONTHS = re.compile(r"\d{1,3}")
_SPAN = re.compile(r"\d{1,3}\s*-?\s*(?:months?|mos?|years?|yrs?|y|m)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where a form was asked for: `thread` is empty but for a button in a thread, `respond` but for a command."""

    channel: str
    thread: str = ""
    respond: str = ""

    def packed(self) -> str:
        """Text that `unpacked` reads back."""
        return json.dumps(asdict(self))


def unpacked(text: str) -> Home:
    """The place that `packed` gave this text."""
    return Home(**json.loads(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was filled in. `products` are lines, each with its quantity before it where one was given."""

    products: tuple[str, ...] = ()
    term: str = ""
    promotion: str = ""
    day: str = ""
    list_only: bool = False

    @property
    def problems(self) -> dict[str, str]:
        """What can't be asked, by field."""
        found = {}
        if not self.products:
            found[PRODUCTS] = NO_PRODUCTS
        if len(self.products) > MOST_LINES:
            found[PRODUCTS] = TOO_MANY
        if self.term and not (_MONTHS.fullmatch(self.term) or _SPAN.fullmatch(self.term)):
            found[TERM] = NO_TERM
        return found

    @property
    def question(self) -> str:
        """The whole as one question."""
        months = f"{self.term} months" if _MONTHS.fullmatch(self.term) else self.term
        parts = (
            "list price" if self.list_only else "price",
            f"for {' and '.join(map(_counted, self.products))}",
            f"over {months}" if self.term else "",
            f"with promotion {self.promotion}" if self.promotion else "",
            f"on {self.day}" if self.day else "",
        )
        return " ".join(part for part in parts if part)


def form_view(home: Home, text: str = "") -> Json:
    """The form, its products filled in from what was typed after the command."""
    lines = "\n".join(line for line in _BETWEEN.split(text.strip()) if line)
    initial = {"initial_value": cut(lines, LONGEST)} if lines else {}
    product = {"multiline": True, "placeholder": _plain("10 AX-200\n2 TS-10")} | initial
    only_list = {"text": _plain("The list price, with nothing taken off"), "value": LIST}
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": home.packed(),
        "title": _plain("A quote"),
        "submit": _plain("Ask for it"),
        "close": _plain("Cancel"),
        "blocks": [
            _input(
                PRODUCTS,
                "Products",
                _text(product),
                "One a line: how many, then the part number or name.",
            ),
            _input(
                TERM,
                "Term",
                _text({"max_length": 40}),
                "In months, as 36. Only for what is paid by term.",
                optional=True,
            ),
            _input(
                PROMOTION,
                "Promotion",
                _text({"max_length": 100}),
                "Its name or code.",
                optional=True,
            ),
            _input(
                DAY,
                "Day of the order",
                {"type": "datepicker"},
                "Without one it is today.",
                optional=True,
            ),
            _input(
                LIST,
                "Which price",
                {"type": "checkboxes", "options": [only_list]},
                "",
                optional=True,
            ),
        ],
    }


def wish_of(values: dict[str, Any]) -> Wish:
    """What was filled in, from a sent form's `state.values`."""
    lines = str(_state(values, PRODUCTS).get("value") or "").splitlines()
    return Wish(
        products=tuple(text for line in lines if (text := _one_line(line))),
        term=_one_line(_state(values, TERM).get("value")),
        promotion=_one_line(_state(values, PROMOTION).get("value")),
        day=_day(_state(values, DAY).get("selected_date")),
        list_only=bool(_state(values, LIST).get("selected_options")),
    )


def _counted(line: str) -> str:
    """The line with a plain sign between quantity and product, where a quantity stands first."""
    found = _COUNTED.match(line)
    return f"{found[1]} x {line[found.end() :]}" if found else line


def _one_line(text: object) -> str:
    return " ".join(str(text or "").split())


def _day(text: object) -> str:
    """A day as Slack's picker gives it; nothing else is passed on."""
    try:
        return date.fromisoformat(str(text or "")).isoformat()
    except ValueError:
        return ""


def _state(values: dict[str, Any], field: str) -> dict[str, Any]:
    found: dict[str, Any] = (values.get(field) or {}).get(field) or {}
    return found


def _text(more: Json) -> Json:
    return {"type": "plain_text_input", "max_length": LONGEST} | more


def _input(field: str, label: str, element: Json, hint: str, *, optional: bool = False) -> Json:
    hinted = {"hint": _plain(hint)} if hint else {}
    return {
        "type": "input",
        "block_id": field,
        "optional": optional,
        "label": _plain(label),
        "element": element | {"action_id": field},
    } | hinted


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}
