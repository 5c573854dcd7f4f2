"""What was read is kept for one version of the index, and never for longer."""

from collections.abc import Sequence

import pytest

from partnerline.knowledge.adapters.index.kept import Kept


@pytest.fixture
def made() -> list[str]:
    """The keys that had to be made, in order."""
    return []


def asked(kept: Kept[str, str], version: str, keys: str, made: list[str]) -> dict[str, str]:
    def make(missing: Sequence[str]) -> dict[str, str]:
        made.extend(missing)
        return {key: f"{key} of {version}" for key in missing}

    return kept.several(version, keys, make)


def test_what_is_kept_is_not_made_again(made: list[str]) -> None:
    kept: Kept[str, str] = Kept(3)
    assert asked(kept, "1", "ab", made) == {"a": "a of 1", "b": "b of 1"}
    assert asked(kept, "1", "bc", made) == {"b": "b of 1", "c": "c of 1"}
    assert made == ["a", "b", "c"]


def test_another_version_is_made_anew_and_so_is_an_older_one(made: list[str]) -> None:
    kept: Kept[str, str] = Kept(3)
    assert asked(kept, "1", "a", made) == {"a": "a of 1"}
    assert asked(kept, "2", "a", made) == {"a": "a of 2"}
    assert asked(kept, "1", "a", made) == {"a": "a of 1"}
    assert made == ["a", "a", "a"]


def test_what_was_asked_for_longest_ago_goes_first(made: list[str]) -> None:
    kept: Kept[str, str] = Kept(2)
    for keys in ("a", "b", "a", "c", "a", "b"):
        asked(kept, "1", keys, made)
    assert made == ["a", "b", "c", "b"]


def test_everything_that_was_asked_for_at_once_is_given_though_not_all_is_kept(
    made: list[str],
) -> None:
    kept: Kept[str, str] = Kept(12, len)
    assert list(asked(kept, "1", "abcd", made)) == ["a", "b", "c", "d"]
    asked(kept, "1", "cd", made)
    assert made == ["a", "b", "c", "d"]
    asked(kept, "1", "a", made)
    assert made[4:] == ["a"]
