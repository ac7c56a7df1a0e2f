"""Whether the picture's vertical means something for a body."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure.joint_angles import NEUTRAL, SEATED
from tests.vision.exact_body import pose_seen
from tests.vision.stick_body import front_body, side_body, tilted
from vision.measures import MEASURES
from vision.skeleton import LANDMARK_COUNT, Landmark
from vision.upright import AGAINST_VERTICAL, MOST_DEG, is_upright

BODIES = {"front": front_body(), "side": side_body()}


@pytest.mark.parametrize("view", BODIES)
@given(lean=st.floats(-MOST_DEG + 3, MOST_DEG - 3), roll=st.floats(-30, 30))
def test_who_leans_is_upright(view: str, lean: float, roll: float) -> None:
    assert is_upright(tilted(BODIES[view], lean + roll)[:, :2], roll)


@pytest.mark.parametrize("view", BODIES)
@given(lean=st.floats(MOST_DEG + 3, 360 - MOST_DEG - 3), roll=st.floats(-30, 30))
def test_who_lies_across_the_picture_or_hangs_upside_down_is_not(
    view: str, lean: float, roll: float
) -> None:
    assert not is_upright(tilted(BODIES[view], lean + roll)[:, :2], roll)


def test_who_folds_forward_over_their_feet_is() -> None:
    folded = replace(NEUTRAL, trunk_forward_lean=85)
    assert is_upright(pose_seen(folded, turn_deg=90).image[:, :2])
    assert is_upright(pose_seen(replace(SEATED, trunk_forward_lean=75), turn_deg=90).image[:, :2])


@pytest.mark.parametrize(("lean", "upright"), [(0, True), (40, True), (90, False), (180, False)])
def test_with_the_hips_hidden_the_head_tells(lean: float, upright: bool) -> None:
    points = tilted(front_body(), lean)[:, :2]
    points[Landmark.LEFT_HIP :] = np.nan
    assert is_upright(points) is upright


def test_of_whom_too_little_is_seen_nothing_is_held_against() -> None:
    assert is_upright(np.full((LANDMARK_COUNT, 2), np.nan))
    arms_only = tilted(front_body(), 180)[:, :2]
    arms_only[: Landmark.LEFT_SHOULDER] = np.nan
    arms_only[Landmark.LEFT_HIP :] = np.nan
    assert is_upright(arms_only)


def test_what_is_held_against_the_vertical_or_the_level_is_known_from_its_definition() -> None:
    names = {measure.name for measure, held in zip(MEASURES, AGAINST_VERTICAL, strict=True) if held}
    assert names == {"trunk_side_lean", "trunk_forward_lean", "pelvis_shift", "heel_height"}
