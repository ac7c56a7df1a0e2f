"""The picture between two looks: seen eight times a second, a seat fills and empties evenly."""

import numpy as np

from app.group.demo_plan import demo_plan
from app.group.eyes import GroupEyes, exercise_at
from app.group.show import first_at
from exercises.library import find_exercise
from feedback.group.group import Group
from feedback.group.leading import Lead
from feedback.group.step import GroupStep
from tests.app import recorded_group
from tests.app.recorded_group import coming, zones

SUNRISE = find_exercise("sunrise-arms-standing")
LOOKS_PER_S, PICTURES_PER_S = 8.0, 60.0
# Of the whole way between emptied and filled: less is not seen as a step (a default of ours). A
# form of 60 pixels' radius grows by a quarter of that in all: this is a third of a pixel.
MOST = 0.02


def test_seats_fill_evenly_at_eight_looks_a_second() -> None:
    plan = demo_plan(SUNRISE, (1, 2), talk_s=0.5)
    ways, eyes, group = first_at(plan), GroupEyes(zones(2)), Group(plan)
    recorded_group_fps = recorded_group.FPS
    step: GroupStep | None = None
    fullness = []
    seen = list(coming(ways, {}, 60.0, 0.0))
    for picture in range(round(25 * PICTURES_PER_S)):
        t = picture / PICTURES_PER_S
        newest = int(t * LOOKS_PER_S) / LOOKS_PER_S
        eyes.see(seen[int(newest * recorded_group_fps)], exercise_at(step, ways))
        asked = Lead.NEXT if picture in (10, 40) else None
        step = group.step(asked, eyes.sights(), t)
        if t > 5:
            fullness.append([seat.fullness for seat in step.public.seats])
    steps = np.abs(np.diff(np.array(fullness), axis=0))
    assert np.ptp(np.array(fullness), axis=0).min() > 0.5
    assert steps.max() < MOST
