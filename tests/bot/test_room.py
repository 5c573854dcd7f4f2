"""A few jobs begin at once, and one that waits keeps no other from beginning."""

import asyncio

from partnerline.bot.room import Room


async def test_as_many_begin_as_there_are_places_in_the_order_in_which_they_came() -> None:
    room, begun, end = Room(places=2, hold=60), list[int](), asyncio.Event()

    async def job(number: int) -> None:
        async with room.taken():
            begun.append(number)
            await end.wait()

    jobs = [asyncio.create_task(job(number)) for number in range(5)]
    done, _ = await asyncio.wait(jobs, timeout=0.01)
    assert not done
    assert begun == [0, 1]
    end.set()
    await asyncio.gather(*jobs)
    assert begun == [0, 1, 2, 3, 4]


async def test_a_place_that_was_held_for_long_goes_to_the_next_and_only_once() -> None:
    room, waits = Room(places=1, hold=0.01), asyncio.Event()

    async def long() -> None:
        async with room.taken():
            await waits.wait()

    waiting = asyncio.create_task(long())
    await asyncio.sleep(0)
    async with room.taken():
        waits.set()
        await waiting
        assert room._free.locked()
    assert not room._free.locked()
    async with room.taken():
        assert room._free.locked()
