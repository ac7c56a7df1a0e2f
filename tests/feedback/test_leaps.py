"""What an arm leaps to for a moment is passed over, and believed once it stays."""

from math import isnan, nan

from hypothesis import given
from hypothesis import strategies as st

from feedback.leaps import FASTEST_PER_S, Leaps
from vision.measures import INDEX, MEASURES, unseen

ARM = INDEX["shoulder_abduction_left"]


def handed_on(
    values: list[float], measure: str = "shoulder_abduction", row: int = ARM
) -> list[list[float]]:
    """Return what is handed on after each moment of a course that is seen ten times a second."""
    leaps, found = Leaps(measure), []
    for i, value in enumerate(values):
        course = [nan] * len(MEASURES)
        course[row] = value
        found.append([each.course[row] for each in leaps.take(i / 10, course, unseen())])
    return found


def all_of(found: list[list[float]]) -> list[float]:
    return [value for each in found for value in each if not isnan(value)]


def test_somebody_who_walks_by_makes_no_gap_at_the_top_into_a_way_down() -> None:
    # The arm is read beside the one who walks by, lost, and found again where it was.
    read = [90.0, 92.0, 93.0, 12.0, 25.0, nan, nan, nan, nan, 91.0, 90.0]
    assert all_of(handed_on(read)) == [90.0, 92.0, 93.0, 91.0, 90.0]


def test_what_stays_is_believed_from_its_beginning() -> None:
    read = [90.0, 90.0] + [20.0] * 8
    found = handed_on(read)
    assert [len(each) for each in found] == [1, 1, 0, 0, 0, 0, 5, 1, 1, 1]
    assert all_of(found) == read


def test_what_leaps_about_is_not_waited_for() -> None:
    found = handed_on([90.0, *(20.0 + 60 * (i % 2) for i in range(30))])
    assert max(len(each) for each in found) <= 12
    assert sum(len(each) for each in found) > 18


def test_an_arm_that_leapt_and_is_lost_holds_up_the_other_for_a_second_alone() -> None:
    leaps, counts = Leaps("shoulder_abduction"), []
    other = INDEX["shoulder_abduction_right"]
    for i, value in enumerate([20.0, 150.0, *(nan for _ in range(60))]):
        course = [nan] * len(MEASURES)
        course[ARM], course[other] = value, 45.0 + i
        counts.append(len(list(leaps.take(i / 10, course, unseen()))))
    assert counts[13:] == [1] * len(counts[13:])
    assert sum(counts) == len(counts)


@given(st.lists(st.floats(-FASTEST_PER_S / 10, FASTEST_PER_S / 10), min_size=1, max_size=60))
def test_whatever_an_arm_can_do_is_handed_on_at_once(steps: list[float]) -> None:
    values = [0.0]
    for step in steps:
        values.append(values[-1] + 0.99 * step)
    assert handed_on(values) == [[value] for value in values]


def test_a_leg_that_steps_is_left_as_it_is() -> None:
    row = INDEX["knee_flexion_left"]
    values = [5.0, 70.0, 5.0, 70.0]
    assert handed_on(values, "knee_flexion", row) == [[value] for value in values]
