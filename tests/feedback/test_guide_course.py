import numpy as np
import pytest

from exercises.exercise import Exercise
from exercises.library import find_exercise, library
from feedback.guide_course import STEP_S, guide_course
from vision.measures import INDEX, indices_of

COUNTED = [e for e in library().values() if e.targets and e.repetitions]


@pytest.mark.parametrize("exercise", COUNTED, ids=lambda exercise: exercise.id)
def test_the_guide_carries_its_lead_into_the_comfortable_range_and_back(exercise: Exercise) -> None:
    lead = next(target for target in exercise.targets if target.role == "lead")
    course = guide_course(exercise)[:, indices_of(lead.measure)[0]]
    assert len(course) == round(exercise.cycle_s / STEP_S)
    assert np.min(np.abs(course - lead.rest)) < abs(lead.near - lead.rest) / 2
    farthest = course.max() if lead.rising else course.min()
    assert lead.low - 3 <= farthest <= lead.high + 3


def test_sides_in_turn_are_each_others_mirror() -> None:
    bend = find_exercise("side-bend-standing")
    left, right = guide_course(bend, "left"), guide_course(bend, "right")
    lean = INDEX["trunk_side_lean"]
    assert left[:, lean].max() > 10
    assert right[:, lean] == pytest.approx(-left[:, lean], abs=0.5)
    arms = [INDEX[f"shoulder_abduction_{side}"] for side in ("left", "right")]
    assert left[:, arms[0]] == pytest.approx(right[:, arms[1]], abs=0.5)


def test_a_side_view_sees_the_knees_bend() -> None:
    course = guide_course(find_exercise("soft-knee-sink"))[:, INDEX["knee_flexion_left"]]
    assert course.max() == pytest.approx(30, abs=1)
    assert course.min() == pytest.approx(5, abs=1)


def test_it_is_worked_out_once() -> None:
    exercise = find_exercise("soft-knee-sink")
    assert guide_course(exercise) is guide_course(exercise)
