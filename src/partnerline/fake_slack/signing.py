"""Slack's request signature, version v0."""

import hashlib
import hmac
from typing import Literal

Signature = Literal["good", "bad", "stale"]
_STALE_BY_S = 600


def signed_headers(
    secret: str, body: bytes, now: float, kind: Signature = "good"
) -> dict[str, str]:
    """The two headers that Slack signs with; ``bad`` uses another secret, ``stale`` is 10 minutes old."""
    stamp = str(int(now) - (_STALE_BY_S if kind == "stale" else 0))
    key = (secret + ("!" if kind == "bad" else "")).encode()
    digest = hmac.new(key, b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {"x-slack-request-timestamp": stamp, "x-slack-signature": f"v0={digest}"}
