"""What errors come to: bias, worst tenth, what is withheld, and each body's own median."""

from dataclasses import replace
from math import nan
from typing import Any

import numpy as np
import pytest

from figure.body import Body
from tests.benchmarks.recorded import of_truth, recorded, scene
from vision.measures import INDEX, MEASURES, Withheld

strands_of = of_truth("strands")
marks = of_truth("marks")
KNEE = MEASURES[INDEX["knee_flexion_right"]]


def strand(
    errors: list[float],
    body: str = "one",
    bound: float = 3.0,
    why: Withheld = Withheld.TURNED,
) -> Any:
    """Return a knee's strand whose truth is 40, with these errors; NaN is withheld."""
    value = 40 + np.array(errors)
    withheld = np.where(np.isnan(value), why, Withheld.GIVEN).astype(np.int8)
    of_body = replace(scene("knee bend, standing"), body=Body(name=body))
    return strands_of.Strand(
        of_body, KNEE, np.full(len(value), 40.0), value, np.full(len(value), bound), withheld
    )


def test_a_constant_error_is_all_bias_and_none_of_it_is_left_without_it() -> None:
    found = strands_of.summed([strand([5.0] * 10)])
    assert (found.bias, found.p90, found.own_p90) == (5.0, 5.0, 0.0)


def test_each_body_has_its_own_median_taken_off_and_no_other() -> None:
    two = [strand([4.0] * 10, "one"), strand([-6.0] * 10, "two")]
    assert strands_of.summed(two).own_p90 == 0.0
    same = [strand([4.0] * 10), strand([-6.0] * 10)]
    assert strands_of.summed(same).own_p90 == pytest.approx(5.0)


def test_an_error_that_comes_and_goes_is_left() -> None:
    swinging = [strand([-8.0, 0.0, 8.0] * 10)]
    assert strands_of.summed(swinging).own_p90 == 8.0


def test_what_is_withheld_counts_and_what_is_still_learnt_stands_apart() -> None:
    withheld = strands_of.summed([strand([0.0, nan, 0.0, nan])])
    assert (withheld.withheld, withheld.learning) == (0.5, 0.0)
    learning = strands_of.summed([strand([0.0, nan, 0.0, nan], why=Withheld.LEARNING)])
    assert (learning.withheld, learning.learning) == (0.0, 0.5)


def test_coverage_is_the_share_of_numbers_within_their_bound() -> None:
    assert strands_of.summed([strand([1.0, -2.9, 3.1, nan])]).kept == pytest.approx(2 / 3)


def test_nothing_given_is_no_number_and_meets_no_target() -> None:
    found = strands_of.summed([strand([nan, nan])])
    assert np.isnan([found.median, found.p90, found.own_p90, found.kept]).all()
    _, claims = marks.targets([strand([nan, nan])])
    assert [claim.met for claim in claims] == [False]


def test_a_target_needs_both_a_small_error_and_few_frames_without_a_number() -> None:
    def met(errors: list[float]) -> bool:
        _, claims = marks.targets([strand(errors)])
        return bool(claims[0].met)

    assert met([0.0, 3.0] * 10)
    assert not met([0.0, 9.0] * 10)
    assert not met([0.0] * 9 + [nan])


@pytest.mark.parametrize(
    ("course", "turn", "hidden"),
    [
        ("knee bend, standing", 0.0, "left"),
        ("knee bend, standing", -45.0, "left"),
        ("knee bend, standing", -90.0, None),
        ("arms out, standing", 90.0, None),
    ],
)
def test_the_body_hides_its_left_when_it_is_turned_to_its_left(
    course: str, turn: float, hidden: str | None
) -> None:
    assert strands_of.far_side(scene(course, turn)) == hidden


def test_perfect_landmarks_are_measured_without_error_and_only_the_far_limb_is_withheld() -> None:
    clip = of_truth("followed").followed(recorded("knee bend, standing"))
    knees = [s for s in strands_of.strands(clip) if s.measure.name == "knee_flexion"]
    near, far = (next(s for s in knees if s.far is hidden) for hidden in (False, True))
    assert np.nanmax(np.abs(near.error)) < 0.5
    assert strands_of.summed([near]).withheld < 0.1
    assert strands_of.summed([far]).withheld == 1.0
