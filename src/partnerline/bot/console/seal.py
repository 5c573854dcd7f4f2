"""Signs what a browser keeps for us, so that it comes back as it was or not at all."""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seal:
    """Marks and checks text with a key of its own, so that nothing signed survives a change of the key.

    Each use names its `purpose`: what was signed for one is worth nothing for another.
    """

    key: bytes = field(repr=False)

    @classmethod
    def of_token(cls, token: str) -> "Seal":
        """A seal whose key comes from the login token: a new token ends every session."""
        return cls(hashlib.sha256(b"partnerline console\x1f" + _bytes(token)).digest())

    def mark(self, purpose: str, text: str) -> str:
        """The signature of a text, in hexadecimal."""
        return hmac.new(self.key, _bytes(f"{purpose}\x1f{text}"), hashlib.sha256).hexdigest()

    def matches(self, purpose: str, text: str, mark: str) -> bool:
        """Whether the signature is the text's, compared in constant time."""
        return hmac.compare_digest(_bytes(self.mark(purpose, text)), _bytes(mark))

    def close(self, purpose: str, values: Mapping[str, str]) -> str:
        """The values as one signed line that fits into a cookie."""
        body = base64.urlsafe_b64encode(json.dumps(dict(values)).encode()).decode().rstrip("=")
        return f"{body}.{self.mark(purpose, body)}"

    def open(self, purpose: str, line: str) -> dict[str, str] | None:
        """The values of a line made by `close`, or `None` where anything about it was changed."""
        body, _, mark = line.rpartition(".")
        if not body or not self.matches(purpose, body, mark):
            return None
        try:
            values = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        except (binascii.Error, ValueError):
            return None
        return {str(k): str(v) for k, v in values.items()} if isinstance(values, dict) else None


def same(one: str, other: str) -> bool:
    """Whether two secrets are equal; takes the same time wherever they differ and however long they are."""
    return hmac.compare_digest(
        hashlib.sha256(_bytes(one)).digest(), hashlib.sha256(_bytes(other)).digest()
    )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
