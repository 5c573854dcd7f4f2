"""What a provider's errors are called here: the one place where they are told apart."""

from collections.abc import Iterator

from partnerline.knowledge.errors import Failure, GeneratorFailed

_BY_NAME: dict[str, Failure] = {
    "TimeoutError": "stalled", "ModelTimeoutError": "stalled", "TimeoutException": "stalled", "APITimeoutError": "stalled",
    "ModelAuthenticationError": "unauthorised", "ModelPermissionDeniedError": "unauthorised",
    "AuthenticationError": "unauthorised", "PermissionDeniedError": "unauthorised",
    "ModelRateLimitError": "rate_limited", "RateLimitError": "rate_limited",
    "ModelInvalidRequestError": "misconfigured", "ModelNotFoundError": "misconfigured", "ContextOverflowError": "misconfigured",
    "BadRequestError": "misconfigured", "NotFoundError": "misconfigured", "ImportError": "misconfigured",
    "LengthFinishReasonError": "broken_off", "IncompleteRead": "broken_off", "RemoteProtocolError": "broken_off", "ReadError": "broken_off",
    "ContentFilterFinishReasonError": "refused", "OpenAIRefusalError": "refused",
    "ModelConnectionError": "unreachable", "ModelAPIError": "unreachable", "APIConnectionError": "unreachable",
    "InternalServerError": "unreachable", "TransportError": "unreachable", "ConnectionError": "unreachable", "APIStatusError": "unreachable",
    "ValueError": "junk", "APIError": "junk", "OutputParserException": "junk", "TypeError": "junk", "KeyError": "junk", "AssertionError": "junk",
}  # fmt: skip
"""By the name of an error's class or of one it derives from: every provider's package has its own, and none is imported for it."""

_MENDS: dict[Failure, str] = {
    "stalled": "It answered too slowly. Allow it more by PARTNERLINE_MODEL_SECONDS, or choose a quicker one.",
    "broken_off": "It stopped in the middle of an answer.",
    "junk": "What it sent can't be read. Choose a model that gives structured output.",
    "refused": "It refused to answer.",
    "rate_limited": "Its provider refuses further questions for a while. Raise the limit there.",
    "unauthorised": "Its provider refuses the key. Check PARTNERLINE_MODEL_API_KEY.",
    "unreachable": "Its provider can't be reached. Check the network and PARTNERLINE_MODEL_BASE_URL.",
    "misconfigured": "Its provider knows no such model or request. Check PARTNERLINE_MODEL with `partnerline doctor`.",
}


def failed(failure: Failure) -> GeneratorFailed:
    """The error for a failure, with what to do about it."""
    return GeneratorFailed(failure, f"The language model gave no answer. {_MENDS[failure]}")


def failure_of(error: BaseException, *, begun: bool = False) -> GeneratorFailed:
    """Our error for one of a provider's, or of a machine's in between; a connection lost once it has `begun` broke off."""
    if isinstance(error, GeneratorFailed):
        return error
    kind: Failure = next(_kinds(error), "unreachable")
    if begun and kind == "unreachable":
        kind = "broken_off"
    return failed(kind)


def _kinds(error: BaseException) -> Iterator[Failure]:
    """What its classes and then the errors behind it say: an SDK wraps the connection's own."""
    seen: BaseException | None = error
    for _ in range(5):
        if seen is None:
            return
        yield from (
            _BY_NAME[cls.__name__] for cls in type(seen).__mro__ if cls.__name__ in _BY_NAME
        )
        seen = seen.__cause__ or seen.__context__
