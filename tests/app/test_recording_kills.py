"""Killed in the middle of a practice, less than a second of it is lost, and it is interrupted."""

import os
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest

from records import keys
from records.store import make_store, open_store
from records.verifying import verify
from tests.app import practice_writer
from tests.records.killing import killed
from tests.records.store_writer import little_work, place_in, say

# The writer is killed within so many seconds of its first word.
WITHIN_S = 1.5


def practise_without_end(folder: Path, words: Connection) -> None:
    """Be the writer: a process of its own, whose standard output is `words`."""
    os.dup2(words.fileno(), 1)
    little_work()
    say("begun")
    practice_writer.main(folder, 1000)


def kill_times(folder: Path, count: int, seed: int) -> None:
    """Kill a practice `count` times, each going on with the store that the one before left."""
    folder.mkdir()
    chance = Random(seed)
    place = place_in(folder)
    little_work()
    make_store(place)
    kept = 0
    for _ in range(count):
        said = killed(practise_without_end, folder, chance.uniform(0.2, WITHIN_S))
        with open_store(place) as store:
            assert practice_writer.lacks(store, said, killed=True) is None
        kept += sum(line.startswith("kept") for line in said)
    assert verify(place.store, keys.find_key(place.key_file)).faults == ()
    assert kept, "it wrote at all"


def test_killed_five_times_it_loses_less_than_a_second_and_nothing_it_acknowledged(
    tmp_path: Path,
) -> None:
    kill_times(tmp_path / "store", 5, seed=0)


@pytest.mark.endurance
def test_killed_two_hundred_times_it_loses_less_than_a_second(tmp_path: Path) -> None:
    for store in range(10):
        kill_times(tmp_path / f"store-{store}", 20, seed=store)
