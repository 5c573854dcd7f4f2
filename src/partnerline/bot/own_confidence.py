"""The confidence of a home: fitted to a company's own labelled answers, or else the one that ships."""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from partnerline.knowledge.confidence import Confidence, shipped
from partnerline.knowledge.errors import SettingsError

FILE = "confidence.json"


def confidence_of(home: Path) -> Confidence:
    """The confidence to answer with. Raises `SettingsError` naming the file where it can't be read."""
    return shipped(_text(home))


def fields_of(home: Path) -> Mapping[str, Any]:
    """All that the file of that confidence says."""
    text = _text(home)
    shipped(text)
    packaged = files("partnerline.knowledge.confidence").joinpath(FILE)
    fields: Mapping[str, Any] = json.loads(text or packaged.read_text(encoding="utf-8"))
    return fields


def _text(home: Path) -> str | None:
    """The home's own file, if it has one; raises `SettingsError` where it is damaged."""
    file = home / FILE
    if not file.exists():
        return None
    try:
        text = file.read_text(encoding="utf-8")
        shipped(text)
    except (OSError, UnicodeDecodeError, SettingsError) as error:
        raise SettingsError(
            f"{file} can't be read. Fit it again with `partnerline calibrate`, or delete it to go back to the one that ships."
        ) from error
    return text
