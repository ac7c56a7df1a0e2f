"""The power goes while a practice is written: nothing that was acknowledged is lost."""

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from records import keys
from records.errors import StoreError
from records.store import make_store, open_store
from records.verifying import verify
from tests.app.practice_writer import lacks
from tests.records.disk import disk_after
from tests.records.store_writer import little_work, place_in
from tests.records.trace import Deed, Said, recorded

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="records the store's own writes with strace"
)


def practised(folder: Path, practices: int) -> list[Deed]:
    inside = folder / "store"
    inside.mkdir()
    writer = ["-m", "tests.app.practice_writer", str(inside), str(practices)]
    return recorded(inside, folder / "log", writer)


def after_a_cut(deeds: Sequence[Deed], cut: int, seed: int, folder: Path) -> str | None:
    """Let the power go after `cut` deeds; return what was lost or damaged by it, if anything."""
    after = folder / f"after-{cut}-{seed}"
    after.mkdir()
    disk, acknowledged = disk_after(deeds, cut, Random(seed))
    disk.write_out(folder / "store", after)
    place = place_in(after)
    little_work()
    try:
        if "made" not in acknowledged and not place.store.exists():
            make_store(place)
        with open_store(place) as store:
            found = verify(place.store, keys.find_key(place.key_file))
            return found.faults[0] if found.faults else lacks(store, acknowledged)
    except StoreError as error:
        return f"{type(error).__name__}: {error}"


def cuts(deeds: Sequence[Deed], count: int) -> list[int]:
    """Return moments of the run from where the first practice begins."""
    begins = next(
        i for i, deed in enumerate(deeds) if isinstance(deed, Said) and "seen" in deed.words
    )
    chance = Random(count)
    return [chance.randrange(begins, len(deeds)) for _ in range(count)]


def test_power_goes_five_times_in_a_practice_and_nothing_acknowledged_is_lost(
    tmp_path: Path,
) -> None:
    deeds = practised(tmp_path, practices=1)
    for seed, cut in enumerate([*cuts(deeds, 5), len(deeds)]):
        assert after_a_cut(deeds, cut, seed, tmp_path) is None, f"after {cut} of {len(deeds)} deeds"


@pytest.mark.endurance
def test_power_goes_two_hundred_times_in_practices(tmp_path: Path) -> None:
    deeds = practised(tmp_path, practices=12)
    found = [after_a_cut(deeds, cut, seed, tmp_path) for seed, cut in enumerate(cuts(deeds, 200))]
    assert [outcome for outcome in found if outcome is not None] == []
