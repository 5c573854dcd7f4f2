"""Everything that can go wrong on purpose.

PartnerlineError
├── SettingsError      a setting or option is wrong
├── LibraryError       library.yaml or partners.yaml can't be read
├── CasesError         eval cases or their gates can't be read, or don't allow a fit
├── UnreadableError    one file of the library can't be read; the rest goes on
├── IndexUnusable      the index is missing, of another model, or in use by another process
├── ModelUnusable      the embedding model can't be prepared or loaded
├── GeneratorFailed    the language model gave nothing that can be used; what is quoted needs none
└── RecordUnusable     the database of what must not be lost can't be used

A message names the thing, the place in it and the mend. It is for the one who runs the product: no rep and no
partner ever reads one.
"""

from typing import Literal


class PartnerlineError(Exception):
    """The base of every error this product raises on purpose."""


class SettingsError(PartnerlineError):
    """A setting or an option is missing or wrong."""


class LibraryError(PartnerlineError):
    """A library's own YAML can't be read or contradicts itself."""


class CasesError(PartnerlineError):
    """Eval cases, or the gates beside them, can't be read or don't suffice for what was asked of them."""


class UnreadableError(PartnerlineError):
    """One file of the library can't be read.

    `path` is relative to the library, `place` says where in the file ("" for the whole of it), `mend` what to do.
    """

    def __init__(self, path: str, problem: str, *, mend: str, place: str = "") -> None:
        self.path, self.problem, self.place, self.mend = path, problem, place, mend
        where = f"{path} ({place})" if place else path
        super().__init__(f"{where}: {problem}. {mend}")


class IndexUnusable(PartnerlineError):
    """The index is missing, was made by another model, or another process is writing it."""


class ModelUnusable(PartnerlineError):
    """The embedding model can't be prepared or loaded."""


class RecordUnusable(PartnerlineError):
    """The database that holds what must never be lost can't be opened or is of another version."""


Failure = Literal[
    "stalled",
    "broken_off",
    "junk",
    "refused",
    "rate_limited",
    "unauthorised",
    "unreachable",
    "misconfigured",
]


class GeneratorFailed(PartnerlineError):
    """A language model didn't answer, or not in a form that can be read."""

    def __init__(self, failure: Failure, message: str) -> None:
        self.failure = failure
        super().__init__(message)
