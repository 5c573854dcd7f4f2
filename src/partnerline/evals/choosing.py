"""Which cases of all there are to be run."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.evals.baseline import Remembered
from partnerline.evals.model import Case
from partnerline.knowledge.errors import CasesError


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Kinds, splits and ids; of each that names any, a case must be one."""

    kinds: tuple[str, ...] = ()
    splits: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every case is chosen."""
        return not (self.kinds or self.splits or self.ids)

    def about(self) -> dict[str, str]:
        """What a report says of the choice; nothing where every case is chosen."""
        named = (("kinds", self.kinds), ("splits", self.splits), ("ids", self.ids))
        return {f"only {word}": ", ".join(names) for word, names in named if names}

    def takes(self, name: str, one: Case | Remembered) -> bool:
        """Whether a case is chosen."""
        return (
            (not self.kinds or one.kind in self.kinds)
            and (not self.splits or one.split in self.splits)
            and (not self.ids or name in self.ids)
        )


def choose(cases: Sequence[Case], choice: Choice) -> tuple[Case, ...]:
    """The chosen cases, in their order. Raises `CasesError` where a name is of none, or nothing is left."""
    for wanted, known, word in (
        (choice.kinds, {case.kind for case in cases}, "kind"),
        (choice.ids, {case.id for case in cases}, "id"),
    ):
        for name in wanted:
            if name not in known:
                near = f" There are {', '.join(sorted(known))}." if word == "kind" else ""
                raise CasesError(f"No case has the {word} {name!r}.{near}")
    chosen = tuple(case for case in cases if choice.takes(case.id, case))
    if not chosen:
        raise CasesError("No case is of that kind, split and id together. Leave one of them out.")
    return chosen
