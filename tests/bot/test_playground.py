"""The demo's Slack: who is in it, and that every scene can be played."""

from dataclasses import replace

import pytest
from tests.bot.slack.scripted import ACME, DIRECTORY, GLOBEX

from partnerline.bot.playground import OPEN, SHARED, STRANGER, cast_of, world_of
from partnerline.bot.scenes import scenes_for
from partnerline.fake_slack import FakeSlack, world_from
from partnerline.knowledge.partners import Directory


@pytest.fixture
def played() -> FakeSlack:
    return FakeSlack(world_from(world_of(DIRECTORY)))


def test_two_partners_read_one_channel_and_a_stranger_is_in_another(played: FakeSlack) -> None:
    shared, visitors = played.world.channels[SHARED], played.world.channels[OPEN]
    assert set(shared.connected_team_ids) == {"T0ACME", "T0GLOBEX"}
    assert {"U0REPACME", "U0REPGLOBEX"} <= set(shared.members)
    assert STRANGER in visitors.members
    assert STRANGER not in shared.members


def test_a_guest_of_the_first_partner_has_only_their_address(played: FakeSlack) -> None:
    guest = played.world.users["U0GUESTACME"]
    assert (guest.team_id, guest.email, guest.is_restricted) == (
        "T0VENDOR",
        "gale@acme.example",
        True,
    )


def test_the_third_partner_is_on_grid() -> None:
    third = replace(
        GLOBEX, id="third", team_ids=frozenset({"T0THIRD"}), channels=frozenset({"C0T"})
    )
    world = world_from(world_of(replace(DIRECTORY, partners=(ACME, GLOBEX, third))))
    assert world.teams["T0THIRD"].enterprise_id == "E0THIRD"
    assert world.teams["T0ACME"].enterprise_id is None


def test_every_scene_can_be_played_and_shows_places_its_people_are_in(played: FakeSlack) -> None:
    cast = cast_of(DIRECTORY)
    assert cast is not None
    scenes = scenes_for(cast)
    assert len({s.id for s in scenes}) == len(scenes) >= 14
    for scene in scenes:
        for pane in (*scene.begin(played), *scene.before):
            members = played.world.channels[pane["channel"]].members
            assert pane["as"] in members, scene.id
            assert not pane.get("thread") or played.message(pane["channel"], pane["thread"])


def test_a_library_of_one_partner_has_the_scenes_that_one_can_play() -> None:
    alone = replace(DIRECTORY, partners=(ACME,))
    cast = cast_of(alone)
    assert cast is not None
    assert SHARED not in world_from(world_of(alone)).channels
    assert "partners" not in {s.id for s in scenes_for(cast)}


def test_without_partners_there_is_nothing_to_play() -> None:
    assert cast_of(Directory(open=True)) is None
    assert world_from(world_of(Directory(open=True))).people()
