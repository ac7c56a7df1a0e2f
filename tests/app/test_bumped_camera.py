"""The whole line before a camera that is bumped: the real pose model in a painted room."""

import csv
from pathlib import Path

import pytest

from app.analysis import analyse
from exercises.library import find_exercise
from tests.app.fake_camera import FakeCamera
from tests.people import swing
from tests.vision.painted_room import SEEN, seen
from vision.frames import Frame

FPS = 10
CYCLE_S = 6.0
# In the middle of the second repetition of three, while the arms come down.
BUMP_S = 9.0


def raising(index: int, dx: float) -> Frame | None:
    t = index / FPS
    if t >= 3.2 * CYCLE_S:
        return None
    arms_deg = 5 * round(swing(t, 0, 100, cycle_s=CYCLE_S, rising=0.5) / 5)
    return Frame(seen(arms_deg, dx=dx if t > BUMP_S else 0.0, grain=index)[0], t, index)


@pytest.mark.parametrize(("dx", "moved"), [(0.0, False), (0.08, True)])
@pytest.mark.endurance
def test_a_bump_in_mid_repetition_withholds_all_numbers_is_spoken_of_and_not_counted(
    dx: float, moved: bool, tmp_path: Path
) -> None:
    camera = FakeCamera(lambda index: raising(index, dx))
    camera.size = SEEN
    summary = analyse(camera, find_exercise("sunrise-arms-standing"), tmp_path)
    (zone,) = summary["zones"]
    assert ("camera-moved" in {cue["cue"] for cue in zone["cues"]}) == moved
    tops = [done["peak_s"] for done in zone["repetitions"] if done["side"] == "left"]
    expected = [3.0, 15.0] if moved else [3.0, 9.0, 15.0]
    assert tops == pytest.approx(expected, abs=0.7)
    with (tmp_path / "angles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    blank = [row["shoulder_abduction_left"] == "" for row in rows]
    around = [b for b, row in zip(blank, rows, strict=True) if 9.5 < float(row["time_s"]) < 10.0]
    assert all(around) if moved else not any(around)
    assert sum(blank) < 0.25 * len(blank)
