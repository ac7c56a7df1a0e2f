"""Every measure against a plain computation of one body, and against all that can be wrong."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from tests.vision.plain_measures import Plain
from tests.vision.stick_body import FRONT_NEUTRAL, front_body, mirrored, polar, side_body, tilted
from vision.measures import INDEX, MEASURES, NAMES, indices_of
from vision.measuring import (
    FIRST_WEIGHTS,
    SECOND_WEIGHTS,
    landmarks_of,
    measure_all,
    take,
)
from vision.neutral import Learning, Neutral, learn
from vision.posture import facing
from vision.skeleton import LANDMARK_COUNT, Landmark

Body = NDArray[np.float64]
ALL_SEEN = np.ones(LANDMARK_COUNT, dtype=np.bool_)
CROOKED = Neutral(0.31, 0.28, 0.7, 0.05, -0.1, 0.2)
OFF_TRUNK = ("shoulder_flexion", "shoulder_abduction")

# Whole pixels: two places are then either the same or well apart.
scattered = arrays(np.float64, (LANDMARK_COUNT, 2), elements=st.integers(-300, 1500).map(float))
jitter = arrays(np.float64, (LANDMARK_COUNT, 2), elements=st.floats(-12, 12, width=32))
rolls = st.floats(-30, 30)
hidden = st.sets(st.sampled_from(list(Landmark)), max_size=8)


def without(*landmarks: Landmark) -> NDArray[np.bool_]:
    seen = ALL_SEEN.copy()
    seen[list(landmarks)] = False
    return seen


NO_HIPS = without(Landmark.LEFT_HIP, Landmark.RIGHT_HIP)
# What of a person at a desk is seen.
DESK = without(*(landmark for landmark in Landmark if landmark >= Landmark.LEFT_HIP))


def same(value: float, expected: float, unit: str) -> bool:
    if math.isnan(value) or math.isnan(expected):
        return math.isnan(value) and math.isnan(expected)
    off = value - expected
    if unit == "degrees":  # 180 and -180 are the same way
        off = math.remainder(off, 360)
    return abs(off) <= 1e-6 * max(1.0, abs(expected))


@settings(max_examples=60, deadline=None)
@given(
    bodies=st.lists(scattered, min_size=1, max_size=3),
    unseen=hidden,
    roll=rolls,
    hips=st.booleans(),
)
def test_each_measure_is_what_plain_geometry_says(
    bodies: list[Body], unseen: set[Landmark], roll: float, hips: bool
) -> None:
    seen = without(*unseen) & (ALL_SEEN if hips else NO_HIPS)
    stack = np.stack(bodies)
    taken = take(stack, np.broadcast_to(seen, stack.shape[:2]), CROOKED, roll_deg=roll)
    for body, values in zip(bodies, taken.values, strict=True):
        plain = Plain(body, seen, CROOKED, roll)
        for measure, value in zip(MEASURES, values.tolist(), strict=True):
            expected = plain.value(measure.name, measure.side or "")
            assert same(value, expected, measure.unit), (measure.key, value, expected)


@settings(max_examples=30, deadline=None)
@given(body=scattered, unseen=hidden, roll=rolls)
def test_the_vectors_are_the_weighed_landmarks_and_unseen_where_one_is(
    body: Body, unseen: set[Landmark], roll: float
) -> None:
    taken = take(body, without(*unseen), FRONT_NEUTRAL, roll_deg=roll)
    upright = complex(math.sin(math.radians(roll)), -math.cos(math.radians(roll)))
    level = 1j * upright
    held_against = {INDEX["trunk_forward_lean"]: upright, INDEX["trunk_side_lean"]: level}
    for weights, vectors in ((FIRST_WEIGHTS, taken.first), (SECOND_WEIGHTS, taken.second)):
        for row in range(len(MEASURES)):
            own_vertical = taken.by_vertical[row] and weights is FIRST_WEIGHTS
            if row in held_against and weights is FIRST_WEIGHTS:
                np.testing.assert_allclose(vectors[row], held_against[row], atol=1e-12)
            elif own_vertical:
                np.testing.assert_allclose(vectors[row], -upright, atol=1e-12)
            elif any(weights[row, landmark] for landmark in unseen):
                assert np.isnan(vectors[row])
            else:
                np.testing.assert_allclose(vectors[row], complex(*weights[row] @ body), atol=1e-9)


class TestHipsOutOfSight:
    """A person at a desk: arms are held against the vertical, and say so."""

    @pytest.mark.parametrize("raised", [0.0, 45.0, 90.0, 150.0])
    def test_an_arm_is_measured_from_its_own_shoulder_and_elbow_alone(self, raised: float) -> None:
        body = front_body(left_elbow=polar((450, 200), 100, raised))
        alone = np.zeros_like(ALL_SEEN)
        alone[[Landmark.LEFT_SHOULDER, Landmark.LEFT_ELBOW]] = True
        taken = take(body, alone)
        rows = [INDEX["shoulder_flexion_left"], INDEX["shoulder_abduction_left"]]
        np.testing.assert_allclose(taken.values[rows], raised, atol=1e-9)
        assert np.flatnonzero(np.isfinite(taken.values)).tolist() == rows
        assert np.flatnonzero(taken.by_vertical).tolist() == rows

    def test_a_leaning_body_is_then_read_from_the_vertical_and_not_from_its_trunk(self) -> None:
        leaning = tilted(front_body(left_elbow=polar((450, 200), 100, 70)), 20)
        row = INDEX["shoulder_abduction_left"]
        assert take(leaning, ALL_SEEN).values[row] == pytest.approx(70)
        assert take(leaning, NO_HIPS).values[row] == pytest.approx(50)

    def test_one_hip_is_enough_to_wait_for_the_other(self) -> None:
        taken = take(front_body(), without(Landmark.LEFT_HIP), FRONT_NEUTRAL)
        assert not taken.by_vertical.any()
        assert np.isnan(taken.values[list(indices_of("shoulder_abduction"))]).all()

    def test_nothing_else_is_taken_from_it(self) -> None:
        body = front_body(nose=(410, 104))
        whole, desk = take(body, ALL_SEEN, FRONT_NEUTRAL), take(body, DESK, FRONT_NEUTRAL)
        assert not whole.by_vertical.any()
        numbers = {m.name for m, v in zip(MEASURES, desk.values, strict=True) if np.isfinite(v)}
        assert numbers == {
            *OFF_TRUNK,
            *("elbow_flexion", "neck_side_bend", "neck_rotation", "wrist_span"),
        }
        upright = np.isfinite(desk.values)
        np.testing.assert_allclose(desk.values[upright], whole.values[upright], atol=1e-9)
        assert {m.name for m, v in zip(MEASURES, desk.by_vertical, strict=True) if v} == set(
            OFF_TRUNK
        )

    def test_each_person_of_many_by_themselves(self) -> None:
        taken = take(np.stack([front_body()] * 2), np.stack([ALL_SEEN, NO_HIPS]))
        rows = list(indices_of("shoulder_abduction"))
        assert taken.by_vertical[:, rows].tolist() == [[False, False], [True, True]]

    def test_a_straight_arm_is_read_by_its_wrist_as_well_and_a_bent_one_is_not(self) -> None:
        row = INDEX["shoulder_abduction_left"]
        slipped = front_body(
            left_elbow=polar((450, 200), 100, 78), left_wrist=polar((450, 200), 200, 90)
        )
        read = take(slipped, ALL_SEEN).values[row]
        assert 78 < read < 90
        assert take(slipped, without(Landmark.LEFT_WRIST)).values[row] == pytest.approx(78)
        bent = front_body(left_elbow=polar((450, 200), 100, 78), left_wrist=(520, 100))
        assert take(bent, ALL_SEEN).values[row] == pytest.approx(78)

    def test_the_declared_view_still_rules(self) -> None:
        values = measure_all(front_body(), DESK, "front")
        assert np.isnan(values[INDEX["shoulder_flexion_left"]])
        assert values[INDEX["shoulder_abduction_left"]] == pytest.approx(0)


class TestRoll:
    @settings(max_examples=30, deadline=None)
    @given(shake=jitter, front=st.booleans(), roll=rolls, hips=st.booleans())
    def test_a_rolled_camera_that_is_known_changes_nothing(
        self, shake: Body, front: bool, roll: float, hips: bool
    ) -> None:
        body = front_body() if front else side_body()
        body[:, :2] += shake
        free = [i for i, measure in enumerate(MEASURES) if measure.name != "heel_height"]
        seen = ALL_SEEN if hips else NO_HIPS
        straight, rolled = take(body, seen), take(tilted(body, roll), seen, roll_deg=roll)
        # Which way they look is told by what lies to the right, which a roll may make too slight.
        told = facing(body[:, :2]) == facing(tilted(body, roll)[:, :2])
        if not told:
            free.remove(INDEX["trunk_forward_lean"])
        if not front:  # one hip behind the other: the line between them has no way that means much
            for key in ("trunk_side_lean", "hip_abduction_left", "hip_abduction_right"):
                free.remove(INDEX[key])
        for row in free:
            before, after = float(straight.values[row]), float(rolled.values[row])
            assert same(after, before, MEASURES[row].unit), MEASURES[row].key

    def test_forward_lean_less_the_roll(self) -> None:
        body = tilted(side_body(), 12)
        row = INDEX["trunk_forward_lean"]
        assert take(body, ALL_SEEN).values[row] == pytest.approx(12)
        assert take(body, ALL_SEEN, roll_deg=5.0).values[row] == pytest.approx(7)

    def test_an_arm_at_a_desk_less_the_roll(self) -> None:
        hanging = tilted(front_body(), -8)
        row = INDEX["shoulder_abduction_left"]
        assert take(hanging, DESK).values[row] == pytest.approx(8)
        assert take(hanging, DESK, roll_deg=-8.0).values[row] == pytest.approx(0, abs=1e-5)


@settings(max_examples=25, deadline=None)
@given(shake=jitter, front=st.booleans(), roll=rolls)
def test_a_mirror_exchanges_vectors_and_verticals_too(
    shake: Body, front: bool, roll: float
) -> None:
    body = front_body() if front else side_body()
    body[:, :2] += shake
    seen = without(Landmark.LEFT_HIP, Landmark.RIGHT_HIP, Landmark.LEFT_ELBOW)
    other = without(Landmark.LEFT_HIP, Landmark.RIGHT_HIP, Landmark.RIGHT_ELBOW)
    straight, mirror = take(body, seen, roll_deg=roll), take(mirrored(body), other, roll_deg=-roll)
    for name in NAMES:
        if len(rows := indices_of(name)) == 1:
            continue
        left, right = rows
        assert straight.by_vertical[left] == mirror.by_vertical[right]
        np.testing.assert_allclose(straight.values[left], mirror.values[right], atol=1e-6)
        np.testing.assert_allclose(-straight.second[left].conj(), mirror.second[right], atol=1e-9)


class TestBadInput:
    """No exception, no warning (a warning fails a test), no number out of nothing."""

    @pytest.mark.parametrize(
        "spoiled",
        [
            lambda body: np.full_like(body, np.nan),
            lambda body: np.full_like(body, np.inf),
            lambda body: np.full_like(body, -np.inf),
            lambda body: np.full_like(body, 1.7e308),
            lambda body: np.full_like(body, 320.0),
            lambda body: np.zeros_like(body),
        ],
        ids=["NaN", "inf", "-inf", "far", "one point", "origin"],
    )
    def test_nothing_can_be_measured(self, spoiled: Callable[[Body], Body]) -> None:
        body = spoiled(side_body())
        for seen in (ALL_SEEN, DESK, NO_HIPS):
            taken = take(body, seen, FRONT_NEUTRAL, roll_deg=7.0)
            assert np.isnan(taken.values).all()
        assert np.isnan(facing(body[:, :2]))
        learning = Learning()
        for time_s in np.arange(0, 5, 0.1).tolist():
            learning = learn(learning, body[:, :2], time_s)
        assert learning.neutral == Learning().neutral

    @given(
        body=arrays(np.float64, (LANDMARK_COUNT, 4), elements=st.floats(width=64)),
        roll=st.floats(-180, 180),
    )
    @settings(max_examples=60, deadline=None)
    def test_whatever_comes_is_a_number_or_none(self, body: Body, roll: float) -> None:
        taken = take(body, ALL_SEEN, CROOKED, roll_deg=roll)
        assert not np.isinf(taken.values).any()
        facing(body[:, :2])

    @given(
        shake=jitter, lost=st.sampled_from(list(Landmark)), what=st.sampled_from([np.nan, np.inf])
    )
    @settings(max_examples=60, deadline=None)
    def test_what_is_not_a_place_takes_only_its_own_measures_along(
        self, shake: Body, lost: Landmark, what: float
    ) -> None:
        body = side_body()
        body[:, :2] += shake
        spoiled = body.copy()
        spoiled[lost, 0] = what
        straight, now = take(body, ALL_SEEN, CROOKED), take(spoiled, ALL_SEEN, CROOKED)
        for measure, before, after in zip(MEASURES, straight.values, now.values, strict=True):
            if lost in landmarks_of(measure):
                assert np.isnan(after), measure.key
            elif lost.name.endswith("WRIST") and measure.name in OFF_TRUNK:
                # An arm without a wrist is read from its elbow alone.
                assert after == pytest.approx(before, abs=20), measure.key
            elif measure.name in ("hip_flexion", "knee_flexion"):
                # Which way they look tells the sign, and may be told no longer.
                assert abs(after) == pytest.approx(abs(before), abs=1e-9, nan_ok=True), measure.key
            elif measure.name != "trunk_forward_lean":
                assert after == pytest.approx(before, abs=1e-9, nan_ok=True), measure.key

    def test_nobody_at_all(self) -> None:
        taken = take(np.zeros((0, LANDMARK_COUNT, 4)), np.zeros((0, LANDMARK_COUNT), np.bool_))
        assert taken.values.shape == taken.by_vertical.shape == (0, len(MEASURES))
        assert taken.first.shape == taken.second.shape == (0, len(MEASURES))
