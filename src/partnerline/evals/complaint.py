"""What pydantic found wrong, in words that name the field and the mend."""

from pydantic import ValidationError

_MENDS = {
    "missing": "Add it.",
    "extra_forbidden": "Remove it, or mend its spelling.",
    "string_type": "Write text; put a number or a yes/no in quotes.",
}


def complaint(error: ValidationError) -> str:
    """Each fault with its field and its mend, in one line."""
    return " ".join(
        f"{'.'.join(map(str, fault['loc'])) or 'the whole'}: {_words(fault['msg'])}. "
        f"{_MENDS.get(fault['type'], 'Correct it.')}"
        for fault in error.errors(include_url=False)
    )


def _words(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".")
