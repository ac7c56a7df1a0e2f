import pytest

from exercises.exercise import Exercise
from exercises.library import find_exercise, library
from exercises.ranges import SafeRange
from feedback.aims import aims


@pytest.mark.parametrize("exercise", library().values(), ids=lambda exercise: exercise.id)
def test_every_target_is_aimed_for_left_before_right(exercise: Exercise) -> None:
    found = aims(exercise, (), "left" if exercise.sides == "alternating" else None)
    order = [target.measure for target in exercise.targets]
    assert list(dict.fromkeys(aim.measure.name for aim in found)) == order
    for target in exercise.targets:
        sides = [aim.measure.side for aim in found if aim.measure.name == target.measure]
        left_alone = exercise.sides == "alternating" and target.role != "steady"
        assert sides in ([None], ["left"] if left_alone else ["left", "right"])


def test_only_the_person_s_own_side_is_narrowed() -> None:
    own = SafeRange("shoulder_abduction_left", low=40, high=70, ceiling=80)
    left, right, _ = aims(find_exercise("sunrise-arms-seated"), [own], None)
    assert (left.target.high, left.target.ceiling, left.calibrated) == (70, 80, True)
    assert (right.target.high, right.target.ceiling, right.calibrated) == (120, 150, False)


def test_the_right_of_a_midline_measure_has_the_other_sign() -> None:
    bend = find_exercise("side-bend-seated")
    left, right = aims(bend, (), "left")[0].target, aims(bend, (), "right")[0].target
    assert (right.low, right.high, right.ceiling) == (-left.high, -left.low, -left.ceiling)


def test_the_idle_side_is_left_out_while_the_other_is_done() -> None:
    bend = find_exercise("side-bend-seated")
    lead = bend.targets[0].model_copy(
        update={"measure": "shoulder_abduction", "low": 60.0, "high": 90.0, "ceiling": 120.0}
    )
    raise_one = bend.model_copy(update={"targets": (lead,)})
    assert [aim.measure.side for aim in aims(raise_one, (), "right")] == ["right"]
