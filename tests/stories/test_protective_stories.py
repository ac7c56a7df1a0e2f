"""Whatever a person asks for and however they are seen, passing a ceiling is told within 0.7 s."""

from math import isnan

from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.exercise import Exercise
from exercises.library import library
from feedback.aims import Aim, aims
from feedback.intent import Intent
from feedback.judge import distance_of
from feedback.practice import Practice
from tests.people import sight
from vision.measures import MEASURES, SIDES
from vision.sight import Sight, nobody

FPS = 15
WITHIN_S = 0.7
MEASURED = [exercise for exercise in library().values() if exercise.targets]
# A stretch of time: its seconds, how far everything measured has gone, which of its frames show
# nobody, how sure the landmarks are, and what is asked for as it begins.
STRETCHES = st.lists(
    st.tuples(
        st.floats(0.1, 4.0),
        st.floats(-40, 190),
        st.sampled_from([0, 2, 3, 7]),
        st.sampled_from([0.0, 0.3, 1.0]),
        st.sampled_from([None, None, Intent.PAUSE, Intent.NEXT, Intent.PREVIOUS, Intent.LEVEL]),
    ),
    min_size=2,
    max_size=10,
)
Stretches = list[tuple[float, float, int, float, Intent | None]]


def guarded(exercise: Exercise) -> list[Aim]:
    sides = SIDES if exercise.sides == "alternating" else (None,)
    return [aim for side in sides for aim in aims(exercise, (), side)]


def past_ceiling(exercise: Exercise, seen: Sight) -> bool:
    for aim in guarded(exercise):
        value = float(seen.measures.values[aim.row])
        limit = distance_of(aim.target, aim.target.ceiling)
        if not isnan(value) and distance_of(aim.target, value) > limit:
            return True
    return False


@given(
    movements=st.lists(st.sampled_from(MEASURED), min_size=1, max_size=3),
    stretches=STRETCHES,
)
@settings(max_examples=40, deadline=None)
def test_passing_a_ceiling_is_told_in_time_in_every_state(
    movements: list[Exercise], stretches: Stretches
) -> None:
    practice, frame, since_s = Practice(movements), 0, None
    step = practice.step(None, nobody(0.0), 0.0)
    for seconds, value, hidden, quality, asked in stretches:
        for index in range(round(seconds * FPS)):
            frame += 1
            t = frame / FPS
            everything = {m.key: value for m in MEASURES if step.exercise.view in m.views}
            seen = sight(t, quality=quality, **everything)
            if hidden and frame % hidden == 0:
                seen = nobody(t)
            before, step = step, practice.step(asked if index == 0 else None, seen, t)
            if step.kind == "finished":
                return
            if not seen.present:
                continue  # a frame without anybody does not end what was begun
            if before.index != step.index or not past_ceiling(step.exercise, seen):
                since_s = None
                continue
            since_s = t if since_s is None else since_s
            cue = step.feedback.cue
            assert t - since_s <= WITHIN_S or (cue is not None and cue.protective)
