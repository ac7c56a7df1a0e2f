"""Stories of a camera that is bumped or carried while somebody practises."""

from dataclasses import replace

import pytest

from exercises.library import find_exercise
from feedback.coach import AFTER_MOVING_S, Coach
from feedback.verdict import Standing
from tests.people import Person, arms, cues_of, live, sight, swing
from vision.measures import Withheld, unseen
from vision.sight import Sight, nobody

SUNRISE = find_exercise("sunrise-arms-standing")


def moving(t: float, *, present: bool = True) -> Sight:
    """Return a sight while the camera is moved."""
    seen = replace(nobody(t), camera_moved=True, measures=unseen(Withheld.MOVED))
    return replace(seen, present=present, quality=1.0) if present else seen


def bumped(person: Person, start_s: float, end_s: float, *, present: bool = True) -> Person:
    """Return `person` as a camera sees them that is moved from `start_s` to `end_s`."""
    return lambda t: moving(t, present=present) if start_s <= t < end_s else person(t)


def raising(t: float) -> Sight:
    return arms(t, swing(t, 10, 95))


def test_camera_is_bumped_in_mid_repetition_and_it_is_not_counted_across() -> None:
    coach = Coach(SUNRISE)
    answers = live(coach, bumped(raising, 14.0, 15.4), 41)
    assert [round(r.start_s / 10) for r in answers[-1].repetitions if r.side == "left"] == [0, 2, 3]
    assert all(not r.start_s < 14 < r.end_s for r in answers[-1].repetitions)


def test_the_set_up_is_asked_after_calmly_and_nothing_else_is_said_meanwhile() -> None:
    answers = live(Coach(SUNRISE), bumped(raising, 14.0, 15.4), 40)
    asked = [a.time_s for a in answers if a.cue is not None and a.cue.id == "camera-moved"]
    assert 14 < asked[0] < 14 + 2.5
    assert asked[-1] < 15.4 + AFTER_MOVING_S + 4
    between = [a for a in answers if 14 <= a.time_s < 15.4 + AFTER_MOVING_S]
    assert {a.cue.id for a in between if a.cue is not None} == {"camera-moved"}
    assert {v.standing for a in between[:40] for v in a.verdicts} == {Standing.UNSEEN}
    assert not {"cannot-see-joint", "cannot-see"} & {cue for _, cue in cues_of(answers)}


def test_what_was_being_said_of_the_range_goes_at_once() -> None:
    answers = live(Coach(SUNRISE), bumped(lambda t: arms(t, 140), 2.0, 3.5), 4)
    before, after = answers[2 * 30 - 1].cue, answers[2 * 30 + 1].cue
    assert before is not None
    assert before.id == "within"
    assert after is None


def test_what_was_measured_in_mid_move_is_neither_fast_nor_uneven() -> None:
    def thrown(t: float) -> Sight:
        return arms(t, swing(t, 10, 95)) if t < 14 else arms(t, 100, 10)

    answers = live(Coach(SUNRISE), bumped(thrown, 14.0, 14.3), 14.3 + AFTER_MOVING_S - 0.1)
    said = {cue for t, cue in cues_of(answers) if t > 14}
    assert said == {"camera-moved"}


def test_past_the_ceiling_is_told_as_soon_as_there_are_numbers_again() -> None:
    answers = live(Coach(SUNRISE), bumped(lambda t: arms(t, 155 if t > 5 else 60), 4.0, 6.0), 7)
    first = next(a for a in answers if a.time_s >= 6.0)
    assert first.cue is not None
    assert first.cue.protective


def test_a_camera_carried_off_is_not_said_to_be_a_person_who_left() -> None:
    def empty(t: float) -> Sight:
        return raising(t) if t < 14 else nobody(t)

    answers = live(Coach(SUNRISE), bumped(empty, 14.0, 20.0, present=False), 34)
    carried = [a for a in answers if 14.5 < a.time_s < 20]
    assert not any(a.cannot_see for a in carried)
    assert {a.cue.id for a in carried if a.cue is not None} == {"camera-moved"}
    assert answers[-1].cannot_see, "at rest it shows nobody, and that is said"


@pytest.mark.parametrize(("moves", "counted"), [(False, 2), (True, 1)])
def test_a_camera_moved_in_a_pause_ends_what_was_begun_before_it(moves: bool, counted: int) -> None:
    coach = Coach(SUNRISE)
    live(coach, raising, 5)
    coach.pause(5.0)
    moved_s = (7.0, 8.0) if moves else (7.0, 7.0)
    paused = live(coach, bumped(lambda t: arms(t, 12), *moved_s), 20, start_s=5.0)
    assert "camera-moved" not in {cue for _, cue in cues_of(paused)}
    coach.resume(20.0)
    live(coach, lambda t: arms(t, swing(t - 15, 10, 95)), 36, start_s=20.0)
    assert [r.side for r in coach.summary(36).repetitions].count("left") == counted


@pytest.mark.parametrize("moved_s", [0.3, 1.2])
def test_even_a_short_bump_right_after_another_cue_is_spoken_of(moved_s: float) -> None:
    def person(t: float) -> Sight:
        return arms(t, 140 if t < 6 else 60)

    answers = live(Coach(SUNRISE), bumped(person, 5.0, 5.0 + moved_s), 12)
    assert "camera-moved" in {cue for _, cue in cues_of(answers)}


def test_a_video_from_the_hand_says_so_all_along_and_counts_nothing() -> None:
    coach = Coach(SUNRISE)
    answers = live(coach, moving, 40)
    ((first_s, said),) = cues_of(answers)
    assert first_s < 0.5
    assert said == "camera-moved"
    assert answers[-1].cue is not None
    assert coach.summary(40).repetitions == ()


def test_the_camera_that_was_moved_has_found_its_view_again() -> None:
    back = bumped(lambda t: sight(t, shoulder_abduction_left=140.0), 2.0, 3.0)
    answers = live(Coach(SUNRISE), back, 12)
    late = {a.cue.id for a in answers if a.cue is not None and a.time_s > 10}
    assert late == {"cannot-see-joint"}, "the right arm is hidden, and is named again"
