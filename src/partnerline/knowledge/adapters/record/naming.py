"""The names of escalations, as people say them to each other."""

import base64
import hashlib
from collections.abc import Iterator


def escalation_ids(question_id: str) -> Iterator[str]:
    """Ids for the escalation of a question, shortest first, always the same: "E-7Q3MZK2A", then longer ones.

    A longer one is for the day on which two questions share the shorter.
    """
    digest = hashlib.sha256(question_id.encode("utf-8", "surrogatepass")).digest()
    letters = base64.b32encode(digest).decode("ascii").rstrip("=")
    for length in (8, 12, 16, len(letters)):
        yield f"E-{letters[:length]}"
