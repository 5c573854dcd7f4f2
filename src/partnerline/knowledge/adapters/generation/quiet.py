"""Keeps a question's and a document's words out of traces and logs, whatever the environment asks for."""

import logging
import os
from collections.abc import AsyncIterator, Callable
from typing import Any

_TALKATIVE = (
    "openai",
    "anthropic",
    "httpx",
    "httpx2",
    "httpcore",
    "httpcore2",
    "langchain",
    "langchain_core",
    "langsmith",
    "google_genai",
)
"""Loggers whose debug level, which an environment variable can set, writes down what is sent."""


def hush() -> None:
    """Keeps the clients' loggers and spans from telling what they send."""
    os.environ["ANTHROPIC_OPEN_TELEMETRY"] = (
        "false"  # read as its client is made, at the first call
    )
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))


def untraced(source: Callable[[], AsyncIterator[Any]]) -> Callable[[], AsyncIterator[Any]]:
    """The same stream, outside of any LangSmith trace, also where the environment turns tracing on."""

    async def stream() -> AsyncIterator[Any]:
        from langsmith.run_helpers import tracing_context

        with tracing_context(enabled=False):
            async for piece in source():
                yield piece

    return stream
