"""A number of identity cases against the real answerer, each secret where it belongs and nowhere else."""

from pathlib import Path

import pytest
from scripts.identity_run import play
from scripts.identity_world import PUBLIC, build


@pytest.mark.timeout(300)
async def test_every_secret_stays_where_it_belongs(tmp_path: Path) -> None:
    found = await play(build(50, seed=7), tmp_path)

    assert [leak for one in found for leak in one.leaks] == []
    assert [one.kind for one in found if one.silent] == []
    assert [one.kind for one in found if one.missed] == []
    assert sum(one.due for one in found) > 20


@pytest.mark.timeout(300)
async def test_a_secret_in_the_wrong_place_is_found(tmp_path: Path) -> None:
    world = build(1, seed=7)
    world.cases = [case for case in world.cases if case.kind == "a rep in private"]
    for case in world.cases:
        case.allowed = frozenset() if case.asked == "public" else PUBLIC
    found = await play(world, tmp_path)

    told = [one for one in found if one.kind == "a rep in private" and one.leaks]
    assert len(told) == len(world.cases)
    (record,) = [one for one in found if one.kind == "(the record)"]
    assert record.leaks
