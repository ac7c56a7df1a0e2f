"""Finding a range by command from recorded landmarks; the pose model's own turn is elsewhere."""

from datetime import date
from pathlib import Path

import pytest

from app.figure_motion import Motion
from app.figure_options import FigureOptions
from exercises.exercise import Exercise
from exercises.library import find_exercise
from exercises.signed_range import SignedRange
from tests.app.clinic import PIN, Clinic
from tests.vision.exact_body import SIZE, pose_seen
from vision.replay import save_replay

CODE = "P-0147"
SUNRISE = find_exercise("sunrise-arms-standing")
BEND = find_exercise("side-bend-seated")
LEFT, RIGHT = "shoulder_abduction_left", "shoulder_abduction_right"
FPS = 6.0


@pytest.fixture(autouse=True)
def person(clinic: Clinic) -> None:
    clinic.run("people", "add", CODE)


def recorded(folder: Path, exercise: Exercise = SUNRISE, seconds: float = 85) -> str:
    """Return a recording of an exact body that rests and shows, over and over."""
    figure = FigureOptions(fps=FPS, rest=3, top_left=95, reach=1.2)
    motion, frames = Motion(exercise, figure), round(seconds * FPS)
    path = folder / "shown.npz"
    poses = [pose_seen(motion.posture(index)) for index in range(frames)]
    save_replay(path, [index / FPS for index in range(frames)], poses, SIZE)
    return str(path)


def calibrate(source: str, exercise: Exercise = SUNRISE) -> tuple[str, ...]:
    return ("calibrate", CODE, exercise.id, "--headless", "--source", source)


def held(clinic: Clinic) -> dict[tuple[str, bool], SignedRange]:
    with clinic.store() as store:
        return {(own.measure_key, own.rising): own for own in store.ranges.current(CODE)}


def test_what_is_shown_is_told_and_holds_only_once_it_is_signed(
    clinic: Clinic, tmp_path: Path
) -> None:
    source = recorded(tmp_path)
    told = clinic.run(*calibrate(source), "--sign", "AB", secrets=(PIN,)).out
    assert told.count(" top 9") == 3
    assert "shoulder_abduction, left: at rest for two seconds" in told
    assert "shoulder_abduction, right: at rest for two seconds" in told
    assert told.count("proposed: comfortable") == 2
    left, right = held(clinic)[LEFT, True], held(clinic)[RIGHT, True]
    assert 85 <= left.low < left.high <= 95 < right.low
    assert (left.signed_on, left.view, len(left.tops)) == (date.today(), "front", 3)
    again = ("--side", "left", "--sign", "AB")
    refused = clinic.refused(*calibrate(source), *again, secrets=("0000",))
    assert "not the PIN of AB" in refused.last
    assert refused.out.count(" top 9") == 3
    assert "right" not in refused.out
    assert [own.version for own in held(clinic).values()] == [1, 1]


def test_a_lean_to_the_right_has_its_own_range_below_zero(clinic: Clinic, tmp_path: Path) -> None:
    source = recorded(tmp_path, BEND, seconds=85)
    clinic.run(*calibrate(source, BEND), "--side", "right", "--sign", "AB", secrets=(PIN,))
    (right,) = held(clinic).values()
    assert right.measure_key == "trunk_side_lean"
    assert 0 > right.high > right.low > right.ceiling


def test_a_recording_that_ends_early_gives_what_was_shown_by_then(
    clinic: Clinic, tmp_path: Path
) -> None:
    source = recorded(tmp_path, seconds=31)
    clinic.run(*calibrate(source), "--sign", "AB", secrets=(PIN,))
    assert list(held(clinic)) == [(LEFT, True)]
    assert len(held(clinic)[LEFT, True].tops) == 2
    short = clinic.refused(*calibrate(source), "--seconds", "5", "--sign", "AB", secrets=(PIN,))
    assert "nothing was found, and nothing was signed" in short.last


def test_alone_and_locked_the_ceiling_stays_and_nothing_is_signed(
    clinic: Clinic, tmp_path: Path
) -> None:
    own = ("ranges", "set", CODE, SUNRISE.id, "--side", "left", "--comfort", "60", "80")
    clinic.run(*own, "--ceiling", "110", "--sign", "AB", secrets=(PIN,))
    told = clinic.run(*calibrate(recorded(tmp_path)), "--locked").out
    assert "nothing is signed yet" in told
    (left,) = [line for line in told.splitlines() if line.startswith(f"found: {LEFT}")]
    assert left.endswith("ceiling 110°")
    assert [own.version for own in held(clinic).values()] == [1]
    both = clinic.refused(*calibrate("figure"), "--locked", "--sign", "AB", secrets=(PIN,))
    assert "nothing is signed in it" in both.last


def test_in_a_view_that_is_not_valid_nothing_is_measured_and_it_is_said_kindly(
    clinic: Clinic, tmp_path: Path
) -> None:
    motion = Motion(SUNRISE, FigureOptions(fps=FPS, rest=3))
    poses = [pose_seen(motion.posture(index), turn_deg=60) for index in range(120)]
    save_replay(tmp_path / "turned.npz", [index / FPS for index in range(120)], poses, SIZE)
    refused = clinic.refused(*calibrate(str(tmp_path / "turned.npz")))
    assert "said: stand-front" in refused.out
    assert " top " not in refused.out
    assert "nothing was found" in refused.last


def test_what_cannot_be_found_is_refused_before_anything_is_opened(clinic: Clinic) -> None:
    timed = clinic.refused(*calibrate("figure", find_exercise("wrist-circles-seated")))
    assert "wrist-circles-seated has nothing measured that leads it" in timed.last
    clinic.run("people", "set", CODE, "--spare", "shoulder:left")
    left = clinic.refused(*calibrate("figure"), "--side", "left")
    assert f"its left is not offered to {CODE}" in left.last
    absent = clinic.refused("calibrate", "P-9999", SUNRISE.id, "--headless")
    assert "P-9999 is not in the store" in absent.last
    assert "no-such.mp4" in clinic.refused(*calibrate("no-such.mp4")).last
