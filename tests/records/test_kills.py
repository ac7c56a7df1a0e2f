"""Killed while it writes, the program loses nothing it acknowledged, and leaves nothing half."""

import os
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest

from records import keys
from records.store import make_store, open_store
from records.verifying import verify
from tests.records import store_writer
from tests.records.holding import lacks
from tests.records.killing import killed
from tests.records.store_writer import place_in

# The writer is killed within so many seconds of its first word: while the store is made, written
# to, closed, backed up or brought back.
WITHIN_S = 1.0


def write_without_end(folder: Path, words: Connection) -> None:
    """Be the writer: a process of its own, whose standard output is `words`."""
    os.dup2(words.fileno(), 1)
    store_writer.little_work()
    store_writer.say("begun")
    store_writer.main(folder, 1000)


def kill_times(folder: Path, count: int, seed: int) -> None:
    """Kill a writer `count` times, each going on with the store that the one before left."""
    folder.mkdir()
    chance = Random(seed)
    acknowledged: list[str] = []
    place = place_in(folder)
    for _ in range(count):
        acknowledged += killed(write_without_end, folder, chance.uniform(0, WITHIN_S))
        if not place.store.exists():
            assert "made" not in acknowledged
            make_store(place)
        with open_store(place) as store:
            assert lacks(store, acknowledged) is None
        assert verify(place.store, keys.find_key(place.key_file)).faults == ()
    assert len(acknowledged) > count, "it wrote at all"


def test_killed_five_times_it_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    kill_times(tmp_path / "store", 5, seed=0)


@pytest.mark.endurance
def test_killed_two_hundred_times_it_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    for store in range(20):  # anew now and then, so that its making is killed too
        kill_times(tmp_path / f"store-{store}", 10, seed=store)
