"""What the summary holds: every number with its error, every gap with its reason, no NaN."""

import json
import re
from dataclasses import replace
from math import nan
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.measured_summary import REASONS, VERTICAL
from app.summary import summary_of, write_summary
from app.summary_lines import lines_of
from exercises.exercise import Exercise
from exercises.library import find_exercise
from feedback.coach import Coach, Summary
from feedback.repetition import Repetition
from tests.people import arms, seconds, sight, swing
from vision.measures import INDEX, MEASURES, Withheld
from vision.sight import Sight, nobody
from vision.viewpoint import Viewpoint

SUNRISE = find_exercise("sunrise-arms-standing")
KNEES = find_exercise("soft-knee-sink")
PAGE = Path(__file__).parents[2] / "docs" / "analysis.md"


def stood(seen: Sight, turn_deg: float = 2.0) -> Sight:
    """Return the sight with a person standing so, 180 pixels from shoulders to hips."""
    return replace(seen, viewpoint=Viewpoint(turn_deg, 1.5, 180.0, levelled=True))


def turned(t: float, turn_deg: float = 45.0) -> Sight:
    """Return a person turned too far: counted, and nothing told."""
    seen = sight(t)
    seen.measures.course[:] = arms(t, swing(t, 10, 90)).measures.course
    seen.measures.withheld[:] = Withheld.TURNED
    return stood(seen, turn_deg)


def raising(t: float) -> Sight:
    seen = arms(t, swing(t, 10, 90))
    seen.measures.error[:] = 4.2
    return stood(seen)


def summary(sights: list[Sight], exercise: Exercise = SUNRISE) -> dict[str, Any]:
    coach = Coach(exercise)
    for seen in sights:
        coach.step(seen, seen.time_s)
    whole = [coach.summary(sights[-1].time_s)]
    return summary_of(
        exercise, whole, frames=len(sights), seconds=9, incomplete=False, model=None, height_px=720
    )


def zone_of(sights: list[Sight], exercise: Exercise = SUNRISE) -> dict[str, Any]:
    zone: dict[str, Any] = summary(sights, exercise)["zones"][0]
    return zone


def test_an_angle_is_told_with_its_range_to_five_degrees_and_its_error() -> None:
    arm = zone_of([raising(t) for t in seconds(30)])["angles"]["shoulder_abduction_left"]
    assert arm["unit"] == "degrees"
    assert arm["role"] == "lead"
    assert (arm["given_fraction"], arm["withheld_fraction"]) == (1, 0)
    assert arm["error"] == pytest.approx(4.2)
    assert arm["about_range"] == {"low": 10, "low_error": 5, "high": 90, "high_error": 5}
    assert "note" not in arm


def test_what_is_withheld_is_told_with_its_reasons_which_add_up() -> None:
    seen = [raising(t) if t < 20 else turned(t) for t in seconds(40)]
    seen += [nobody(40 + t) for t in seconds(10)]
    zone = zone_of(seen)
    for key, angle in zone["angles"].items():
        assert angle["given_fraction"] + angle["withheld_fraction"] == pytest.approx(1, abs=1e-3)
        assert sum(angle["withheld"].values()) == pytest.approx(
            angle["withheld_fraction"], abs=1e-3
        ), key
        assert set(angle["withheld"]) == {why.name.lower() for why in REASONS}
    arm = zone["angles"]["shoulder_abduction_right"]
    assert arm["given_fraction"] == pytest.approx(0.4, abs=0.01)
    assert arm["withheld"]["turned"] == pytest.approx(0.4, abs=0.01)
    assert arm["withheld"]["unseen"] == pytest.approx(0.2, abs=0.01)


def test_measures_without_a_meaning_in_the_declared_view_are_listed_apart() -> None:
    zone = zone_of([raising(0.0)])
    assert set(zone["angles"]).isdisjoint(zone["not_asked"])
    assert set(zone["angles"]) | set(zone["not_asked"]) == set(INDEX)
    assert "shoulder_flexion_left" in zone["not_asked"]


def test_the_view_is_told_as_it_was_and_as_it_was_asked_for() -> None:
    view = zone_of([turned(t) if t < 6 else raising(t) for t in seconds(8)])["view"]
    assert view["declared"] == "front"
    assert view["seen"] == "turned"
    assert view["seen_fractions"] == {"turned": 0.75, "front": 0.25}
    assert view["turn_deg"] == 45
    assert view["roll_deg"] == 1.5
    assert view["levelled_fraction"] == 1
    assert view["body_fraction_of_height"] == pytest.approx(180 / 720, rel=0.03)


def test_repetitions_are_counted_in_a_turned_view_and_their_numbers_are_null() -> None:
    given, held = (
        zone_of([see(t) for t in seconds(41)])["repetitions"] for see in (raising, turned)
    )
    assert len(held) == len(given) == 8
    assert [done["side"] for done in held] == [done["side"] for done in given]
    for done in held:
        assert [done[key] for key in ("peak", "peak_error", "range", "speed")] == [None] * 4
        assert done["end_s"] > done["peak_s"] > done["start_s"]
    for done in given:
        assert done["peak"] == pytest.approx(90, abs=1)
        assert done["peak_error"] == pytest.approx(4.2)
        assert done["range"] == pytest.approx(80, abs=4)


def test_what_counts_is_named_with_its_unit() -> None:
    assert zone_of([raising(0)])["counted"] == {
        "measure": "shoulder_abduction",
        "unit": "degrees",
    }
    heart = find_exercise("open-heart-seated")
    assert zone_of([sight(0)], heart)["counted"]["unit"] == "shoulder_widths"
    assert zone_of([sight(0)], find_exercise("arriving-breath"))["counted"] is None


def test_arms_taken_from_the_vertical_are_said_to_be() -> None:
    seen = [raising(t) for t in seconds(2)]
    for one in seen[:30]:
        one.measures.by_vertical[INDEX["shoulder_abduction_left"]] = True
    angles = zone_of(seen)["angles"]
    assert angles["shoulder_abduction_left"]["by_vertical_fraction"] == 0.5
    assert angles["shoulder_abduction_left"]["note"] == VERTICAL
    assert "note" not in angles["shoulder_abduction_right"]


NUMBERS = st.one_of(st.just(nan), st.floats(-500, 500))


@given(numbers=st.lists(NUMBERS, min_size=8, max_size=8), stands=NUMBERS)
@settings(max_examples=40, deadline=None)
def test_no_nan_ever_reaches_the_file(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[float], stands: float
) -> None:
    peak, error, reach, hold, out, back, speed, smooth = numbers
    done = Repetition("left", 1, 2, 3, peak, error, reach, hold, out, back, speed, smooth)
    measured = Coach(SUNRISE)
    measured.step(stood(arms(0, stands), stands), 0)
    zone = Summary((done,), 1, 0, (), 1.0, measured.summary(0).measured)
    whole = summary_of(
        SUNRISE, [zone], frames=1, seconds=0, incomplete=False, model="full", height_px=480
    )
    path = tmp_path_factory.mktemp("made") / "summary.json"
    write_summary(path, whole)

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    assert json.loads(path.read_text("utf-8"), parse_constant=refuse) == whole


def test_before_anything_is_seen_the_summary_is_whole_and_says_nothing() -> None:
    empty = summary_of(
        KNEES, [Coach(KNEES).summary(0)], frames=0, seconds=0, incomplete=True, model=None,
        height_px=480,
    )  # fmt: skip
    (zone,) = empty["zones"]
    assert zone["angles"] == {}
    assert zone["view"]["seen"] == "unknown"
    assert zone["view"]["turn_deg"] is None
    assert list(lines_of("clip.mp4", empty)) == [
        "clip.mp4: 0 frames, 0.0 s, seen 0%; repetitions: none; partial 0, unfinished 0; "
        "the file ends early or is damaged: incomplete"
    ]


def test_the_printed_lines_say_the_view_the_error_and_what_was_withheld() -> None:
    front = list(lines_of("clip.mp4", summary([raising(t) for t in seconds(21)])))
    assert front[0].startswith("clip.mp4: 630 frames")
    assert front[1] == "view: front, turned 2°; declared: front"
    assert "shoulder_abduction_left: about 10 to 90 degrees, ± 5" in front
    aside = list(lines_of("clip.mp4", summary([turned(t) for t in seconds(21)])))
    assert aside[1] == "view: turned, turned 45°; declared: front"
    assert "shoulder_abduction_right: no number in 100% of the frames (turned 100%)" in aside


def test_the_page_on_analysis_names_every_field_and_reason() -> None:
    page = PAGE.read_text("utf-8")
    named = set(re.findall(r"`(\w+)`", page)) | set(re.findall(r"^### (\w+)$", page, re.MULTILINE))
    seen = [raising(t) for t in seconds(12)]
    whole = summary(seen)
    (zone,) = whole["zones"]
    arm = zone["angles"]["shoulder_abduction_left"]
    written = {
        *whole,
        *zone,
        *zone["view"],
        *arm,
        *arm["about_range"],
        *arm["withheld"],
        *zone["repetitions"][0],
        "note",
    }
    assert written - named - {"zone"} == set()
    assert {measure.unit for measure in MEASURES} <= named
