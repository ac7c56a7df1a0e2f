"""The power goes while the real store writes: what was acknowledged is kept, whole."""

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from records import keys
from records.errors import StoreError
from records.store import make_store, open_store
from records.verifying import verify
from tests.records.disk import disk_after
from tests.records.holding import lacks
from tests.records.store_writer import place_in
from tests.records.trace import Deed, recorded

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="records the store's own writes with strace"
)


def record(folder: Path, rounds: int, synchronous: str = "FULL") -> list[Deed]:
    inside = folder / "store"
    inside.mkdir()
    writer = ["-m", "tests.records.store_writer", str(inside), str(rounds), synchronous]
    return recorded(inside, folder / "log", writer)


def after_a_cut(deeds: Sequence[Deed], cut: int, seed: int, folder: Path) -> str | None:
    """Let the power go after `cut` deeds; return what was lost or damaged by it, if anything."""
    traced = folder / "store"
    after = folder / f"after-{cut}-{seed}"
    after.mkdir()
    disk, acknowledged = disk_after(deeds, cut, Random(seed))
    disk.write_out(traced, after)
    place = place_in(after)
    try:
        if "made" not in acknowledged and not place.store.exists():
            make_store(place)  # nothing that is left over stands in its way
        with open_store(place) as store:
            found = verify(place.store, keys.find_key(place.key_file))
            return found.faults[0] if found.faults else lacks(store, acknowledged)
    except StoreError as error:
        return f"{type(error).__name__}: {error}"


def cuts(deeds: Sequence[Deed], count: int) -> list[int]:
    """Return moments over the whole of the run, its beginning included."""
    chance = Random(count)
    return [chance.randrange(1, len(deeds)) for _ in range(count)]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Deed]]:
    folder = tmp_path_factory.mktemp("power")
    return folder, record(folder, rounds=3)


def test_power_goes_five_times_and_nothing_acknowledged_is_lost(
    run: tuple[Path, list[Deed]],
) -> None:
    folder, deeds = run
    for seed, cut in enumerate(cuts(deeds, 5)):
        assert after_a_cut(deeds, cut, seed, folder) is None, f"after {cut} of {len(deeds)} deeds"


def test_without_a_cut_all_that_was_said_is_there(run: tuple[Path, list[Deed]]) -> None:
    folder, deeds = run
    assert after_a_cut(deeds, len(deeds), 0, folder) is None


def test_a_store_that_does_not_sync_is_seen_to_lose(tmp_path: Path) -> None:
    deeds = record(tmp_path, rounds=2, synchronous="OFF")
    outcomes = (after_a_cut(deeds, cut, seed, tmp_path) for seed, cut in enumerate(cuts(deeds, 60)))
    assert any(outcome is not None for outcome in outcomes)


@pytest.mark.endurance
def test_power_goes_two_hundred_times_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    deeds = record(tmp_path, rounds=40)
    found = [after_a_cut(deeds, cut, seed, tmp_path) for seed, cut in enumerate(cuts(deeds, 200))]
    assert [outcome for outcome in found if outcome is not None] == []
