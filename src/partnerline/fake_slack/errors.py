"""What the fake refuses, in two trees.

```
Exception
├── SlackError   the Web API's ``{"ok": false, "error": code}``
└── PlayError    a person can't do that (no such button, no such channel): a mistake in a test
```
"""


class SlackError(Exception):
    """A refusal that the Web API answers with status 200, a rate limit with 429."""

    def __init__(
        self,
        code: str,
        messages: list[str] | None = None,
        *,
        needed: str | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages or []
        self.needed = needed
        self.retry_after = retry_after


class PlayError(ValueError):
    """A person was asked to do what Slack's own client would not let them do."""
