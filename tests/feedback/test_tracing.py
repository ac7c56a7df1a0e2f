"""What is kept of sights moment by moment: what was judged, and landmarks now and then."""

from dataclasses import replace

import numpy as np

from feedback.tracing import LANDMARKS_PER_S, Judged, trace_of
from vision.measures import Withheld, measures_from
from vision.pose import Pose
from vision.sight import Sight, nobody


def judged(time_s: float, abduction: float = 40.0, *, visible: float = 1.0) -> Judged:
    image = np.tile([320.0, 240.0, 0.0, visible], (33, 1))
    pose = Pose(image, image)
    measures = measures_from([("shoulder_abduction_left", abduction), ("knee_flexion_left", 5.0)])
    sight = Sight(time_s, present=True, pose=pose, measures=measures, quality=1.0)
    return Judged(sight, "sunrise-arms-seated", "front", (640, 480))


def test_what_has_no_meaning_in_the_view_is_not_asked_for_whoever_is_seen() -> None:
    absent = replace(judged(100.1), sight=nobody(100.1))
    trace = trace_of([judged(100.0), absent], 90.0)
    at = trace.measures.index
    left, knee = at("shoulder_abduction_left"), at("knee_flexion_left")
    assert trace.values[0, left] == 40.0
    assert trace.withheld[:, left].tolist() == [Withheld.GIVEN, Withheld.UNSEEN]
    assert (trace.withheld[:, knee] == Withheld.NOT_ASKED).all()
    assert np.isnan(trace.values[:, knee]).all()
    np.testing.assert_allclose(trace.times_s, [10.0, 10.1])


def test_landmarks_are_kept_now_and_then_and_only_where_they_were_seen() -> None:
    moments = [judged(i / 60) for i in range(60)]
    kept = np.isfinite(trace_of(moments, 0.0).landmarks).any(axis=(1, 2))
    assert kept.sum() == LANDMARKS_PER_S
    unseen = trace_of([judged(0.0, visible=0.2)], 0.0)
    assert np.isnan(unseen.landmarks).all()
