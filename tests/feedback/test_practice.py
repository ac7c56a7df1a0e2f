import pytest

from exercises.exercise import Exercise
from exercises.library import find_exercise
from feedback.intent import Intent
from feedback.practice import Practice
from feedback.step import Step
from feedback.visit import LINGER_S
from tests.people import Person, arms, seconds, swing
from vision.sight import Sight, nobody

SUNRISE = find_exercise("sunrise-arms-standing")
ARRIVING = find_exercise("arriving-breath")
SEATED = find_exercise("sunrise-arms-seated")


def short(exercise: Exercise, minutes: float) -> Exercise:
    return exercise.model_copy(update={"minutes": minutes})


def raising(t: float) -> Sight:
    return arms(t, swing(t, 10, 95))


def gone_through(
    practice: Practice,
    person: Person,
    until_s: float,
    intents: dict[float, Intent] | None = None,
    start_s: float = 0.0,
) -> list[Step]:
    waiting = dict(sorted((intents or {}).items()))
    steps = []
    for t in seconds(until_s, fps=10, start_s=start_s):
        due = next((at for at in waiting if at <= t), None)
        intent = None if due is None else waiting.pop(due)
        steps.append(practice.step(intent, person(t), t))
    return steps


def test_a_practice_without_movements_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one movement"):
        Practice([])


def test_a_movement_ends_once_its_repetitions_are_done_and_the_next_begins() -> None:
    practice = Practice([SUNRISE, SEATED])
    steps = gone_through(practice, raising, 70)
    changed = next(step for step in steps if step.index == 1)
    assert 48 + LINGER_S <= changed.feedback.time_s <= 50 + LINGER_S
    assert changed.exercise is SEATED
    assert changed.feedback.repetitions == ()
    first, second = practice.record(70).movements
    assert (first.exercise_id, first.completed) == (SUNRISE.id, True)
    assert len(first.summary.repetitions) == 10
    assert not second.completed


def test_a_movement_ends_with_the_last_breath_of_its_minutes() -> None:
    practice = Practice([short(ARRIVING, 0.5), SUNRISE])
    steps = gone_through(practice, nobody, 50)
    changed = next(step for step in steps if step.index == 1)
    assert 30 <= changed.feedback.time_s <= 30 + ARRIVING.cycle_s + 0.2
    assert steps[100].remaining_s == pytest.approx(20, abs=0.2)


def test_after_the_last_movement_it_is_finished_and_stays_so() -> None:
    practice = Practice([short(ARRIVING, 0.2)])
    steps = gone_through(practice, nobody, 40, {38.0: Intent.PAUSE})
    assert steps[-1].kind == "finished"
    finished = next(step for step in steps if step.kind == "finished")
    assert steps[-1] is finished
    assert practice.record(99).ended_s == pytest.approx(finished.feedback.time_s)


def test_pausing_toggles_and_uses_up_no_time() -> None:
    practice = Practice([SUNRISE])
    steps = gone_through(practice, raising, 40, {5.0: Intent.PAUSE, 25.0: Intent.PAUSE})
    kinds = [step.kind for step in steps]
    assert kinds[:50] == ["moving"] * 50
    assert kinds[50:250] == ["paused"] * 200
    assert kinds[250:] == ["moving"] * 150
    assert steps[60].remaining_s == steps[240].remaining_s
    assert steps[-1].remaining_s == pytest.approx(120 - 20, abs=0.3)
    assert practice.record(40).movements[0].active_s == pytest.approx(20, abs=0.3)


def test_coming_back_to_a_movement_finds_what_was_done() -> None:
    practice = Practice([SUNRISE, ARRIVING])
    intents = {22.0: Intent.NEXT, 30.0: Intent.PREVIOUS}
    steps = gone_through(practice, raising, 31, intents)
    assert [step.index for step in (steps[210], steps[250], steps[-1])] == [0, 1, 0]
    assert len(steps[210].feedback.repetitions) == 4
    assert len(steps[-1].feedback.repetitions) >= 4
    assert [m.exercise_id for m in practice.record(31).movements] == [SUNRISE.id, ARRIVING.id]


def test_a_completed_movement_come_back_to_is_begun_anew_and_kept() -> None:
    practice = Practice([short(ARRIVING, 0.2), SUNRISE])
    gone_through(practice, nobody, 40, {35.0: Intent.PREVIOUS})
    records = practice.record(40).movements
    assert [m.exercise_id for m in records] == [ARRIVING.id, SUNRISE.id, ARRIVING.id]
    assert [m.completed for m in records] == [True, False, False]


def test_there_is_nothing_before_the_first_and_after_the_last() -> None:
    practice = Practice([SUNRISE])
    steps = gone_through(practice, raising, 6, {2.0: Intent.NEXT, 4.0: Intent.PREVIOUS})
    assert {(step.kind, step.index) for step in steps} == {("moving", 0)}
    assert len(practice.record(6).movements) == 1


def test_changing_the_movement_in_a_pause_stays_paused() -> None:
    practice = Practice([SUNRISE, SEATED])
    steps = gone_through(practice, raising, 8, {2.0: Intent.PAUSE, 4.0: Intent.NEXT})
    assert (steps[-1].kind, steps[-1].index) == ("paused", 1)
    assert steps[-1].remaining_s == SEATED.minutes * 60


def test_leaving_finishes_and_keeps_everything() -> None:
    practice = Practice([SUNRISE, SEATED])
    steps = gone_through(practice, raising, 26, {23.0: Intent.LEAVE})
    assert steps[-1].kind == "finished"
    movement = practice.record(26).movements[0]
    assert len(movement.summary.repetitions) == 4
    assert not movement.completed


def test_planned_is_what_the_movement_offers() -> None:
    step = Practice([SUNRISE]).step(None, nobody(0.0), 0.0)
    assert step.planned == SUNRISE.repetitions


def test_sides_in_turn_are_done_when_both_are() -> None:
    bend = find_exercise("side-bend-seated")
    practice = Practice([bend.model_copy(update={"repetitions": 1}), SUNRISE])

    def person(t: float) -> Sight:
        way = swing(t, 0, 16, cycle_s=bend.cycle_s)
        left = int(t / bend.cycle_s) % 2 == 0
        return arms(t, 12, lean=way if left else -way)

    steps = gone_through(practice, person, 2 * bend.cycle_s + LINGER_S + 2)
    changed = next(step for step in steps if step.index == 1)
    assert changed.feedback.time_s > 2 * bend.cycle_s - 3
    assert len(practice.record(99).movements[0].summary.repetitions) == 2


def test_after_a_movement_there_is_a_rest_of_its_own_length_that_ends_by_itself() -> None:
    practice = Practice([short(ARRIVING, 0.2), short(ARRIVING, 0.2), SUNRISE], rests_s=[15, 0, 30])
    steps = gone_through(practice, nobody, 90)
    resting = [step for step in steps if step.kind == "resting"]
    assert {step.index for step in resting} == {0}
    assert resting[0].remaining_s == pytest.approx(15)
    assert resting[-1].remaining_s == pytest.approx(0.1)
    kinds = [step.kind for step in steps if step.index]
    assert set(kinds) == {"moving"}
    first, second, third = practice.record(90).movements
    assert first.completed
    assert second.started_s == pytest.approx(resting[-1].feedback.time_s + 0.1)
    assert first.active_s == pytest.approx(resting[0].feedback.time_s)
    assert third.started_s == pytest.approx(second.started_s + second.active_s)


@pytest.mark.parametrize("intent", [Intent.PREVIOUS, Intent.NEXT])
def test_a_rest_ends_as_soon_as_the_person_likes(intent: Intent) -> None:
    practice = Practice([short(ARRIVING, 0.2), SUNRISE], rests_s=[600])
    steps = gone_through(practice, nobody, 60, {50.0: intent})
    before, after = steps[499], steps[500]
    assert (before.kind, before.index) == ("resting", 0)
    assert (after.kind, after.index) == ("moving", 1)
    assert {step.kind for step in steps[500:]} == {"moving"}


def test_in_a_rest_an_arm_past_its_ceiling_is_told_and_leaving_leaves() -> None:
    practice = Practice([short(ARRIVING, 0.2), SUNRISE], rests_s=[600])
    practice_of_arms = Practice([short(SUNRISE, 0.2), ARRIVING], rests_s=[600])
    gone_through(practice_of_arms, nobody, 50)
    past = practice_of_arms.step(None, arms(50.1, 155), 50.1)
    assert past.kind == "resting"
    assert past.feedback.cue is not None
    assert past.feedback.cue.protective
    gone_through(practice, nobody, 50)
    assert practice.step(Intent.LEAVE, nobody(50.1), 50.1).kind == "finished"
