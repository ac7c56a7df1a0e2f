"""Stories of whole practices, over synthetic seconds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from exercises.exercise import Exercise
from exercises.library import library
from feedback.arc import HANDS_S, Arc
from feedback.grounding import lasts_s
from feedback.intent import Intent
from feedback.moment import MOVEMENT_ONLY, WHOLE, Moment, Outlook, Plan
from feedback.pacing import GENTLE, Pacing
from feedback.practice import Practice
from feedback.presence import GONE_AFTER_S, WELCOME_S
from feedback.said import Asked, Compared, Day, DayChosen, Rated, SignNamed, Wrote
from tests.feedback.test_setting_up import SIZE, placed
from tests.people import arms, seconds, swing
from tests.vision.test_gestures import resting
from vision.sight import Sight, nobody
from vision.skeleton import Landmark
from vision.viewpoint import Viewpoint

FPS = 10
LIBRARY = library()
SUNRISE, BEND = LIBRARY["sunrise-arms-seated"], LIBRARY["side-bend-seated"]
ARRIVING = LIBRARY["arriving-breath"]
PERSON = Callable[[float], Sight]
HANDS = resting()  # on the heart
ALIGNMENT = {"within", "steady", "evenness", "slower"}


def short(exercise: Exercise, minutes: float) -> Exercise:
    return exercise.model_copy(update={"minutes": minutes})


def arc(
    movements: Sequence[Exercise] = (SUNRISE, BEND),
    plan: Plan = MOVEMENT_ONLY,
    pacing: Pacing = GENTLE,
) -> Arc:
    def begin(day: Day, t: float) -> Practice:
        chosen = movements[:1] if day == "two-minutes" else movements
        return Practice(chosen, (), t, pacing=pacing, lighter={"sunrise-arms-standing": SUNRISE})

    return Arc(plan, begin, lambda day: movements)


def lived(
    practice: Arc, person: PERSON, until_s: float, asked: Mapping[float, Asked] | None = None
) -> list[Moment]:
    """Return all moments of somebody who asks for these things at these seconds."""
    waiting = sorted((asked or {}).items(), key=lambda each: each[0])
    moments = []
    for t in seconds(until_s, FPS):
        due = waiting.pop(0)[1] if waiting and t >= waiting[0][0] else None
        moments.append(practice.step(due, person(t), t))
    return moments


def at(moments: Sequence[Moment], t: float) -> Moment:
    return moments[round(t * FPS)]


def kinds(moments: Sequence[Moment]) -> list[str]:
    """Return what there was, one after another."""
    found = [
        "movement/" + each.step.kind if each.kind == "movement" and each.step else each.kind
        for each in moments
    ]
    return [kind for i, kind in enumerate(found) if i == 0 or kind != found[i - 1]]


def following(t: float) -> Sight:
    return arms(t, swing(t, 10, 95))


def cues(moments: Sequence[Moment]) -> list[tuple[float, str]]:
    given = {
        (each.step.feedback.cue.since_s, each.step.feedback.cue.id)
        for each in moments
        if each.step is not None and each.step.feedback.cue is not None
    }
    return sorted(given)


def test_a_whole_practice_goes_from_arriving_to_closing_and_keeps_what_was_said() -> None:
    plan = Plan(WHOLE, grounding="breaths", goal="to reach the top shelf")
    practice = arc([short(SUNRISE, 0.3), short(ARRIVING, 0.3)], plan)
    asked: dict[float, Asked] = {
        1.0: Rated("pain", 3),
        1.2: Rated("mood", 4),
        2.0: Intent.NEXT,
        3.0: Intent.NEXT,
        4.0: Intent.NEXT,
        5.0: Intent.NEXT,  # the camera, skipped
        5.0 + lasts_s("breaths") + 2 + SUNRISE.cycle_s: Intent.STRETCHY,
    }
    ends_s = 240.0
    moments = lived(practice, following, ends_s, asked)
    assert kinds(moments)[:8] == [
        "arrival",
        "signs",
        "today",
        "seeing",
        "grounding",
        "movement/showing",
        "movement/moving",
        "movement/comparing",
    ]
    t, moment = ends_s, moments[-1]
    assert _asks(moment)  # it waits for an answer as long as is liked
    moment = practice.step(Compared("easier"), following(t), t)
    while moment.kind != "after":
        t += 1 / FPS
        moment = practice.step(Compared("same") if _asks(moment) else None, following(t), t)
        assert t < ends_s + 120
    assert moment.kind == "after"
    for answer in (
        Rated("pain", 2),
        Rated("effort", 2),
        Intent.NEXT,
        Wrote("lighter"),
        Intent.NEXT,
    ):
        t += 0.1
        moment = practice.step(answer, following(t), t)
    assert moment.kind == "summary"
    assert practice.step(Intent.NEXT, following(t + 1), t + 1).kind == "finished"
    ratings = practice.ratings()
    assert (ratings.pain_before, ratings.pain_after, ratings.effort) == (3, 2, 2)
    assert [(felt.exercise_id, felt.answer, felt.stretchy) for felt in ratings.felt] == [
        (SUNRISE.id, "easier", 1),
        (ARRIVING.id, "same", 0),
    ]
    assert practice.said.words == "lighter"
    record = practice.record(t)
    assert record is not None
    assert [each.exercise_id for each in record.movements] == [SUNRISE.id, ARRIVING.id]


def _asks(moment: Moment) -> bool:
    return moment.step is not None and moment.step.kind == "comparing"


def test_every_part_can_be_skipped_and_gone_back_from_by_one() -> None:
    practice = arc(plan=Plan(WHOLE, grounding="scan"), pacing=Pacing())
    asked: dict[float, Asked] = {float(i): Intent.NEXT for i in range(1, 11)}
    on = kinds(lived(practice, following, 11.5, asked))
    assert on == [
        *("arrival", "signs", "today", "seeing", "grounding", "movement/moving"),
        *("hands", "after", "words", "summary"),
    ]
    back: dict[float, Asked] = {float(i): Intent.PREVIOUS for i in range(1, 12)}
    moments = [practice.step(back.get(float(i)), following(20 + i), 20.0 + i) for i in range(12)]
    assert kinds(moments)[-1] == "arrival"
    assert moments[-1].first
    assert kinds(moments)[:4] == ["summary", "words", "after", "hands"]


def test_a_pause_stands_still_what_is_timed() -> None:
    practice = arc(plan=Plan(("grounding", "movement"), grounding="breaths"))
    asked: dict[float, Asked] = {3.0: Intent.PAUSE, 60.0: Intent.PAUSE}
    moments = lived(practice, following, 70, asked)
    assert (at(moments, 30).kind, at(moments, 30).paused) == ("grounding", True)
    assert at(moments, 30).within_s == pytest.approx(at(moments, 59).within_s)
    assert at(moments, 69).kind == "grounding"


def test_hands_on_the_belly_end_by_themselves() -> None:
    practice = arc(plan=Plan(("movement", "hands", "after")), pacing=Pacing())
    moments = lived(practice, following, HANDS_S + 4, {1.0: Intent.NEXT, 1.5: Intent.NEXT})
    assert kinds(moments) == ["movement/moving", "hands", "after"]


def test_quitting_anywhere_keeps_what_was_done() -> None:
    plan = Plan(WHOLE, grounding="breaths")
    for leaves_s in (1.5, 3.5, 7.5, 30.0):
        practice = arc(plan=plan, pacing=Pacing())
        asked: dict[float, Asked] = {0.5: Rated("pain", 4)}
        asked |= {float(i): Intent.NEXT for i in range(1, 6)}
        asked[leaves_s] = Intent.LEAVE
        moments = lived(practice, following, leaves_s + 2, asked)
        assert moments[-1].kind == "finished"
        assert practice.ratings().pain_before == 4
        record = practice.record(leaves_s + 2)
        if leaves_s == 30.0:
            assert record is not None
            assert record.movements[0].active_s > 20
            assert len(record.movements[0].summary.repetitions) >= 1


def test_pain_jumps_in_the_middle_so_all_of_it_is_smaller_and_the_movement_waits() -> None:
    practice = arc(plan=Plan(("arrival", "movement")), pacing=Pacing())
    asked: dict[float, Asked] = {
        0.5: Rated("pain", 3),
        1.0: Intent.NEXT,
        8.0: Intent.PAIN,
        9.0: Rated("pain", 6),
        9.5: Rated("pain", 5),
        10.0: Intent.NEXT,
        20.0: Intent.NEXT,
    }
    moments = lived(practice, following, 30, asked)
    assert kinds(moments) == ["arrival", "movement/moving", "pain", "rose", "movement/moving"]
    assert at(moments, 9.2).pain == 6
    before, held, after = at(moments, 7), at(moments, 15), at(moments, 25)
    assert before.step is not None
    assert held.step is not None
    assert after.step is not None
    assert held.step.kind == "paused"
    ceiling = before.step.feedback.verdicts[0].ceiling
    assert after.step.feedback.verdicts[0].ceiling == pytest.approx(0.8 * ceiling)
    assert after.step.planned < before.step.planned
    ratings = practice.ratings()
    assert [mark.pain for mark in ratings.pain_marks] == [5]
    # Said again, no higher: nothing is made smaller a second time.
    practice.step(Intent.PAIN, following(31), 31)
    practice.step(Rated("pain", 5), following(32), 32)
    assert practice.step(Intent.NEXT, following(33), 33).kind == "movement"


def test_pain_that_is_as_before_only_goes_on() -> None:
    practice = arc(plan=Plan(("arrival", "movement")), pacing=Pacing())
    asked: dict[float, Asked] = {
        0.5: Rated("pain", 3),
        1.0: Intent.NEXT,
        3.0: Intent.PAIN,
        4.0: Rated("pain", 4),
        5.0: Intent.NEXT,
    }
    assert kinds(lived(practice, following, 7, asked))[-2:] == ["pain", "movement/moving"]


def test_stopping_names_a_sign_and_asks_no_more() -> None:
    practice = arc(plan=Plan(WHOLE), pacing=Pacing())
    asked: dict[float, Asked] = {float(i): Intent.NEXT for i in range(1, 5)}
    asked |= {8.0: Intent.STOP, 9.0: SignNamed("faintness"), 10.0: Intent.NEXT}
    moments = lived(practice, following, 12, asked)
    assert kinds(moments)[-3:] == ["movement/moving", "stop", "summary"]
    ratings = practice.ratings()
    assert ratings.stopped
    assert ratings.signs == ("faintness",)


def test_a_stop_asked_for_by_chance_is_gone_back_from() -> None:
    practice = arc(pacing=Pacing())
    moments = lived(practice, following, 12, {5.0: Intent.STOP, 8.0: Intent.PREVIOUS})
    assert kinds(moments) == ["movement/moving", "stop", "movement/moving"]
    assert not practice.ratings().stopped


@pytest.mark.parametrize("aside", [Intent.STOP, Intent.PAIN])
def test_an_arm_past_its_ceiling_is_told_whatever_is_before_the_person(aside: Intent) -> None:
    practice = arc(pacing=Pacing())
    moments = lived(practice, lambda t: arms(t, 20 if t < 8 else 160), 10, {5.0: aside})
    last = moments[-1].step
    assert last is not None
    assert last.feedback.cue is not None
    assert last.feedback.cue.protective


def test_somebody_who_rests_the_whole_time_is_never_called_back() -> None:
    practice = arc([SUNRISE], pacing=Pacing())
    moments = lived(practice, lambda t: arms(t, 8), 115)
    assert all(cue not in ALIGNMENT for _, cue in cues(moments))
    assert moments[-1].kind == "movement"


def test_leaving_the_picture_waits_and_coming_back_is_welcomed() -> None:
    practice = arc([SUNRISE], pacing=Pacing())

    def person(t: float) -> Sight:
        return nobody(t) if 20 <= t < 60 else following(t)

    moments = lived(practice, person, 80)
    away, back = at(moments, 20 + GONE_AFTER_S + 1), at(moments, 62)
    assert away.step is not None
    assert away.step.gone
    assert away.step.kind == "paused"
    assert back.step is not None
    assert back.step.kind == "moving"
    assert back.step.welcomed
    late = at(moments, 61 + WELCOME_S + 1).step
    assert late is not None
    assert not late.welcomed
    record = practice.record(80)
    assert record is not None
    assert record.movements[0].active_s == pytest.approx(80 - 40 + GONE_AFTER_S - 1, abs=1.0)


def test_a_pause_of_ones_own_is_not_ended_by_coming_back() -> None:
    practice = arc([SUNRISE], pacing=Pacing())

    def person(t: float) -> Sight:
        return nobody(t) if 20 <= t < 40 else following(t)

    moments = lived(practice, person, 50, {10.0: Intent.PAUSE})
    last = moments[-1].step
    assert last is not None
    assert (last.kind, last.gone) == ("paused", False)


def test_who_goes_slower_than_the_pacer_is_waited_for_and_not_called_slow() -> None:
    practice = arc([SUNRISE], pacing=Pacing())
    moments = lived(practice, lambda t: arms(t, swing(t, 10, 95, cycle_s=16)), 90)
    assert {cue for _, cue in cues(moments)} <= {"comfort", "follow-breath", "rest"}
    last = moments[-1].step
    assert last is not None
    assert len(last.feedback.repetitions) >= 8


def test_two_overshoots_are_told_at_once_each_and_nothing_is_made_of_them() -> None:
    practice = arc([SUNRISE], pacing=Pacing())

    def person(t: float) -> Sight:
        return arms(t, swing(t, 10, 160 if 20 <= t < 40 else 95))

    protective = [t for t, cue in cues(lived(practice, person, 60)) if cue == "soften-back"]
    assert len(protective) == 2


def test_one_arm_alone_is_a_whole_practice() -> None:
    practice = arc([SUNRISE], pacing=Pacing())
    moments = lived(practice, lambda t: arms(t, swing(t, 10, 95), 8), 70)
    assert moments[-1].kind == "finished"
    record = practice.record(70)
    assert record is not None
    assert record.movements[0].completed
    assert {rep.side for rep in record.movements[0].summary.repetitions} == {"left"}


@pytest.mark.parametrize("amplitude", [25.0, pytest.param(0.0, marks=pytest.mark.endurance)])
def test_who_never_does_what_the_guide_does_hears_no_alignment_cue_more_than_three_times(
    amplitude: float,
) -> None:
    practice = arc([SUNRISE.model_copy(update={"minutes": 6.0})], pacing=Pacing())

    def person(t: float) -> Sight:
        # Leans far and waves fast, in a time of their own.
        return arms(t, 60 + 55 * ((t * 1.3) % 2 < 1), 30, lean=amplitude)

    heard = [cue for _, cue in cues(lived(practice, person, 300)) if cue in ALIGNMENT]
    assert all(heard.count(cue) <= 3 for cue in ALIGNMENT)


def test_rests_come_by_the_clock_before_tiredness() -> None:
    pacing = Pacing(move_s=60, rest_s=20)
    practice = arc([SUNRISE.model_copy(update={"minutes": 5.0, "repetitions": 30})], pacing=pacing)
    moments = lived(practice, following, 200)
    resting = [each for each in moments if each.step and each.step.kind == "resting"]
    assert len(resting) / FPS == pytest.approx(40, abs=2)
    first = next(i for i, each in enumerate(moments) if each.step and each.step.kind == "resting")
    assert 60 <= first / FPS <= 60 + SUNRISE.cycle_s + 1
    last = moments[-1].step
    assert last is not None
    assert last.index == 0  # it went on where it was
    record = practice.record(200)
    assert record is not None
    assert record.rested_s == pytest.approx(40, abs=2)


def test_between_movements_a_rest_comes_where_the_time_is_nearly_used_up() -> None:
    pacing = Pacing(move_s=60, rest_s=20)
    practice = arc([SUNRISE, BEND], pacing=pacing)  # five repetitions take some 50 s
    assert "movement/resting" in kinds(lived(practice, following, 80))
    fresh = arc([short(SUNRISE, 0.2), BEND], pacing=pacing)
    assert "movement/resting" not in kinds(lived(fresh, following, 30))


def test_the_chair_is_one_key_away_and_where_there_is_none_it_is_smaller() -> None:
    standing = LIBRARY["sunrise-arms-standing"]
    practice = arc([standing, BEND], pacing=Pacing())
    moments = lived(practice, following, 12, {5.0: Intent.VARIANT, 9.0: Intent.VARIANT})
    before, seated, small = at(moments, 4).step, at(moments, 7).step, at(moments, 11).step
    assert before is not None
    assert seated is not None
    assert small is not None
    assert (before.exercise.id, before.lighter) == (standing.id, True)
    assert (seated.exercise.id, seated.lighter) == (SUNRISE.id, False)
    assert small.feedback.verdicts[0].ceiling < seated.feedback.verdicts[0].ceiling


def test_what_is_chosen_for_today_may_be_chosen_again_and_loses_nothing() -> None:
    practice = arc(plan=Plan(("today", "movement")), pacing=Pacing())
    asked: dict[float, Asked] = {
        1.0: DayChosen("two-minutes"),
        2.0: Intent.NEXT,
        2.5: Intent.NEW,
        2.7: Intent.TOO_MUCH,
    }
    lived(practice, following, 3, asked)
    assert practice.practice is not None
    assert practice.practice.on_last
    practice.step(Intent.PREVIOUS, following(3), 3)
    practice.step(DayChosen("usual"), following(3.1), 3.1)
    last = practice.step(Intent.NEXT, following(3.2), 3.2).step
    assert not practice.practice.on_last
    assert practice.practice.size.too_much == (SUNRISE.id,)
    assert last is not None
    assert last.planned < SUNRISE.repetitions
    (felt,) = practice.ratings().felt
    assert (felt.new, felt.times_too_much) == (1, 1)
    record = practice.record(3.2)
    assert record is not None
    assert record.started_s == pytest.approx(2)
    # What was moved before stays, and the movement that was at hand goes on as it is done today.
    ids = [each.exercise_id for each in record.movements]
    assert ids == [SUNRISE.id, SUNRISE.id]
    assert record.movements[0].active_s == pytest.approx(1, abs=0.11)


def test_another_choice_goes_on_at_the_movement_that_was_at_hand_in_its_gentler_way() -> None:
    standing = LIBRARY["sunrise-arms-standing"]
    plan = Plan(("today", "movement"))
    practice = arc([BEND, standing, BEND], plan, GENTLE)
    asked: dict[float, Asked] = {1.0: Intent.NEXT, 2.0: Intent.NEXT, 3.0: Intent.NEXT}
    asked |= {4.0: Intent.VARIANT, 5.0: Intent.PREVIOUS, 5.5: Intent.PREVIOUS}
    asked |= {6.0: DayChosen("flare"), 7.0: Intent.NEXT}
    moments = lived(practice, following, 8, asked)
    last = moments[-1].step
    assert kinds(moments)[-2:] == ["today", "movement/moving"]
    assert last is not None
    assert (last.exercise.id, last.index) == (BEND.id, 0)
    again = practice.step(Intent.NEXT, following(8), 8)
    assert again.step is not None
    assert again.step.exercise.id == SUNRISE.id


@pytest.mark.parametrize("left", [Intent.STOP, Intent.LEAVE])
def test_pain_that_was_being_said_is_kept_though_its_slider_was_left(left: Intent) -> None:
    practice = arc(plan=Plan(WHOLE), pacing=Pacing())
    asked: dict[float, Asked] = {0.5: Rated("pain", 3)}
    asked |= {float(i): Intent.NEXT for i in range(1, 5)}
    asked |= {8.0: Intent.PAIN, 9.0: Rated("pain", 8), 10.0: left, 11.0: Intent.LEAVE}
    moments = lived(practice, following, 12, asked)
    assert "rose" not in kinds(moments)
    assert [mark.pain for mark in practice.said.pain_marks] == [8]
    assert practice.ratings().stopped == (left is Intent.STOP)
    # A slider that was only looked at says nothing.
    untouched = arc(plan=Plan(("movement",)), pacing=Pacing())
    lived(untouched, following, 5, {2.0: Intent.PAIN, 3.0: Intent.STOP, 4.0: Intent.PREVIOUS})
    assert untouched.said.pain_marks == ()


def test_pain_that_rose_before_moving_makes_the_movements_smaller_too() -> None:
    plan = Plan(("arrival", "today", "grounding", "movement"), grounding="scan")
    practice = arc(plan=plan, pacing=Pacing())
    asked: dict[float, Asked] = {0.5: Rated("pain", 3), 1.0: Intent.NEXT, 2.0: Intent.NEXT}
    asked |= {3.0: Intent.PAIN, 4.0: Rated("pain", 6), 5.0: Intent.NEXT, 6.0: Intent.NEXT}
    asked |= {7.0: Intent.NEXT, 8.0: Intent.PREVIOUS, 9.0: Intent.PREVIOUS}
    asked |= {10.0: DayChosen("smaller"), 11.0: Intent.NEXT, 12.0: Intent.NEXT}
    moments = lived(practice, following, 13, asked)
    assert kinds(moments)[-3:] == ["today", "grounding", "movement/moving"]
    for t in (7.5, 12.5):
        step = at(moments, t).step
        assert step is not None
        assert step.planned < SUNRISE.repetitions
    assert practice.practice is not None
    assert practice.practice.size.pain_rises == 1


def test_without_an_answer_before_pain_rises_from_the_first_that_is_said() -> None:
    practice = arc(pacing=Pacing())
    asked: dict[float, Asked] = {2.0: Intent.PAIN, 3.0: Rated("pain", 4), 4.0: Intent.NEXT}
    asked |= {5.0: Intent.PAIN, 6.0: Rated("pain", 6), 7.0: Intent.NEXT}
    on = kinds(lived(practice, following, 8, asked))
    assert on == ["movement/moving", "pain", "movement/moving", "pain", "rose"]


def test_nobody_who_stopped_is_led_back_into_moving() -> None:
    practice = arc(plan=Plan(WHOLE), pacing=Pacing())
    asked: dict[float, Asked] = {float(i): Intent.NEXT for i in range(1, 5)}
    asked |= {8.0: Intent.STOP, 10.0: Intent.NEXT}
    asked |= {float(i): Intent.PREVIOUS for i in range(11, 16)}
    moments = lived(practice, following, 17, asked)
    assert (moments[-1].kind, moments[-1].first) == ("summary", True)


def test_what_protects_is_not_said_of_what_is_over() -> None:
    practice = arc([short(SUNRISE, 0.1)], Plan(("movement", "after")), GENTLE)
    t, moment = 0.0, practice.step(None, following(0), 0)
    while not _asks(moment):
        t += 1 / FPS
        moment = practice.step(None, following(t), t)
    moment = practice.step(None, arms(t + 0.1, 175), t + 0.1)
    assert moment.step is not None
    assert moment.step.feedback.cue is not None
    moment = practice.step(Compared("same"), arms(t + 0.2, 175), t + 0.2)
    assert moment.kind == "after"
    assert moment.step is not None
    assert moment.step.feedback.cue is None
    assert moment.first  # and there is nothing to go back to


def test_a_day_of_two_minutes_leaves_out_what_is_around_the_movements() -> None:
    plan = Plan(WHOLE, grounding="scan", short=frozenset({"two-minutes"}))
    practice = arc(plan=plan, pacing=Pacing())
    asked: dict[float, Asked] = {2.5: DayChosen("two-minutes")}
    asked |= {float(i): Intent.NEXT for i in range(1, 6)}
    asked |= {6.0: Intent.PREVIOUS, 7.0: Intent.PREVIOUS}
    on = kinds(lived(practice, following, 8, asked))
    assert on[3:] == ["seeing", "movement/moving", "after", "movement/moving", "seeing"]


def test_going_on_a_moment_late_passes_over_nothing() -> None:
    practice = arc([SUNRISE, BEND])
    ends_s = SUNRISE.cycle_s + 0.2
    asked: dict[float, Asked] = {ends_s + 1: Intent.NEXT, ends_s + 3: Intent.NEXT}
    moments = lived(practice, following, ends_s + 4, asked)
    late, asked_again = at(moments, ends_s + 2).step, moments[-1].step
    assert late is not None
    assert asked_again is not None
    assert (late.kind, late.index) == ("moving", 0)
    assert asked_again.index == 1
    arrived = arc([SUNRISE, BEND], Plan(("grounding", "movement"), grounding="breaths"), Pacing())
    ends_s = lasts_s("breaths")
    moments = lived(arrived, following, ends_s + 4, {ends_s + 1: Intent.NEXT})
    assert moments[-1].step is not None
    assert moments[-1].step.index == 0
    ends_s = SUNRISE.cycle_s + 0.2
    alone = arc([SUNRISE], Plan(("movement", "hands")))
    assert lived(alone, following, ends_s + 2, {ends_s + 1: Intent.NEXT})[-1].kind == "movement"


@pytest.mark.parametrize("aside", [Intent.PAIN, Intent.STOP])
def test_arriving_waits_while_something_else_is_before_the_person(aside: Intent) -> None:
    practice = arc(plan=Plan(("grounding", "movement"), grounding="breaths"))
    moments = lived(practice, following, 50, {3.0: aside, 48.0: Intent.PREVIOUS})
    assert moments[-1].kind == "grounding"
    assert at(moments, 47).within_s == pytest.approx(3, abs=0.2)


def test_a_rest_stands_still_at_the_persons_asking_and_back_ends_it() -> None:
    practice = arc([short(SUNRISE, 0.1), BEND], pacing=Pacing(move_s=5, rest_s=20))
    asked: dict[float, Asked] = {20.0: Intent.PAUSE, 80.0: Intent.PAUSE, 81.0: Intent.PREVIOUS}
    moments = lived(practice, following, 82, asked)
    for t, still in ((19.0, False), (70.0, True), (80.5, False)):
        moment = at(moments, t)
        assert kinds([moment]) == ["movement/resting"]
        assert (moment.paused, moment.first) == (still, True)
    last = moments[-1].step
    assert last is not None
    assert (last.kind, last.index) == ("moving", 1)


def test_back_from_how_it_was_leads_nowhere_and_nothing_pauses_the_question() -> None:
    practice = arc([short(SUNRISE, 0.1), BEND], Plan(("seeing", "movement")), GENTLE)
    t, moment = 1.0, practice.step(Intent.NEXT, following(0), 0)
    moment = practice.step(Intent.NEXT, following(t), t)
    while not _asks(moment):
        t += 1 / FPS
        moment = practice.step(None, following(t), t)
    for asked in (Intent.PREVIOUS, Intent.PAUSE):
        t += 0.1
        assert _asks(practice.step(asked, following(t), t))
    moment = practice.step(Compared("same"), following(t + 0.1), t + 0.1)
    assert kinds([moment]) == ["movement/showing"]


def test_hands_on_the_heart_pause_neither_arriving_nor_a_rest() -> None:
    pacing = Pacing(compares=True, move_s=5, rest_s=20)
    plan = Plan(("grounding", "movement"), grounding="breaths")
    practice = arc([short(SUNRISE, 0.1), BEND], plan, pacing)
    begins_s = lasts_s("breaths")

    def person(t: float) -> Sight:
        moves = begins_s <= t < begins_s + 4
        return following(t) if moves else replace(arms(t, 20), pose=HANDS)

    moments = lived(practice, person, begins_s - 1)
    assert not any(each.paused for each in moments)
    t = begins_s - 1
    seen: list[str] = []
    while "movement/resting" not in seen:
        t += 1 / FPS
        here = following(t) if "movement/moving" in seen else person(t)
        answer = Compared("same") if seen[-3:] == ["movement/comparing"] * 3 else None
        seen += kinds([practice.step(answer, here, t)])
    for _ in range(4 * FPS):  # of the rest
        t += 1 / FPS
        moment = practice.step(None, replace(arms(t, 20), pose=HANDS), t)
        assert (kinds([moment]), moment.paused) == (["movement/resting"], False)


def test_arriving_asks_for_pain_itself() -> None:
    practice = arc(plan=Plan(WHOLE))
    assert lived(practice, following, 2, {1.0: Intent.PAIN})[-1].kind == "arrival"


def test_with_little_energy_rests_come_sooner() -> None:
    pacing = Pacing(move_s=60, rest_s=20)
    rested = []
    for energy in (3, 4):
        plan = Plan(("arrival", "movement"))
        practice = arc([SUNRISE.model_copy(update={"repetitions": 20})], plan, pacing)
        moments = lived(practice, following, 58, {0.2: Rated("energy", energy), 0.4: Intent.NEXT})
        rested.append("movement/resting" in kinds(moments))
    assert rested == [True, False]


def test_a_moved_camera_asks_again_where_one_is_seen() -> None:
    practice = arc([SUNRISE], Plan(("seeing", "movement")), Pacing())

    def person(t: float) -> Sight:
        return replace(following(t), camera_moved=10 <= t < 11)

    moments = lived(practice, person, 20, {1.0: Intent.NEXT, 15.0: Intent.NEXT})
    assert kinds(moments) == ["seeing", "movement/moving", "seeing", "movement/moving"]
    waiting = at(moments, 13).step
    assert waiting is not None
    assert waiting.kind == "paused"


def test_a_machine_that_sleeps_in_the_middle_goes_on_where_it_was_once_one_asks() -> None:
    plan = Plan(("grounding", "movement", "hands", "after"), grounding="breaths")
    practice = arc([SUNRISE], plan, Pacing())
    lived(practice, following, 10)
    awake = practice.step(None, following(8000), 8000.0)
    assert awake.kind == "grounding"
    assert awake.within_s == pytest.approx(9.9)
    assert awake.paused
    t = 8000.1
    awake = practice.step(Intent.PAUSE, following(t), t)
    while awake.kind == "grounding":
        t += 1 / FPS
        awake = practice.step(None, following(t), t)
    for _ in range(200):
        t += 1 / FPS
        awake = practice.step(None, following(t), t)
    again = practice.step(None, following(t + 30000), t + 30000)
    assert awake.step is not None
    assert again.step is not None
    assert (again.kind, again.step.kind, again.step.index) == ("movement", "paused", 0)
    assert again.step.remaining_s == pytest.approx(awake.step.remaining_s, abs=0.2)
    record = practice.record(t + 30000)
    assert record is not None
    assert record.movements[0].active_s == pytest.approx(20, abs=0.3)
    on = practice.step(Intent.PAUSE, following(t + 30001), t + 30001)
    assert on.step is not None
    assert on.step.kind == "moving"


def test_the_key_that_wakes_a_machine_may_be_the_one_that_goes_on() -> None:
    practice = arc([SUNRISE], Plan(("movement", "hands")), Pacing())
    lived(practice, following, 5)
    awake = practice.step(Intent.PAUSE, following(5000), 5000.0)
    assert awake.step is not None
    assert awake.step.kind == "moving"


def test_legs_behind_a_table_are_fine_for_an_arm_movement() -> None:
    practice = arc([SUNRISE], Plan(("seeing", "movement")), Pacing())

    def person(t: float) -> Sight:
        pose = placed(hidden=tuple(each for each in Landmark if each >= Landmark.LEFT_KNEE))
        return replace(following(t), pose=pose, quality=0.6, viewpoint=Viewpoint(turn_deg=0.0))

    moments = [practice.step(None, person(t), t, Outlook(SIZE, 120.0)) for t in seconds(40, FPS)]
    assert kinds(moments) == ["seeing", "movement/moving"]
    hints = {each.advice.hint for each in moments if each.advice is not None}
    assert hints <= {"nobody", "hold-still", "ready-legs-hidden"}
    last = moments[-1].step
    assert last is not None
    assert len(last.feedback.repetitions) >= 6


@pytest.mark.parametrize(
    ("asked", "smaller"),
    [
        ({1.0: DayChosen("smaller"), 1.5: Intent.NEXT}, True),
        ({1.5: Intent.NEXT, 4.0: Intent.SMALLER}, True),
        ({1.5: Intent.NEXT}, False),
    ],
)
def test_a_day_made_smaller_is_kept_as_such(asked: dict[float, Asked], smaller: bool) -> None:
    practice = arc([SUNRISE], Plan(("today", "movement")), Pacing())
    lived(practice, following, 6, asked)
    assert practice.ratings().smaller == smaller


def test_what_was_too_much_standing_is_as_small_on_the_chair() -> None:
    standing = LIBRARY["sunrise-arms-standing"]
    practice = arc([standing, BEND], pacing=Pacing())
    asked: dict[float, Asked] = {3.0: Intent.TOO_MUCH, 5.0: Intent.VARIANT}
    seated = lived(practice, following, 7, asked)[-1].step
    plain = lived(arc([SUNRISE], pacing=Pacing()), following, 2)[-1].step
    assert seated is not None
    assert plain is not None
    assert seated.exercise.id == SUNRISE.id
    ceiling, own = (each.feedback.verdicts[0].ceiling for each in (seated, plain))
    assert ceiling == pytest.approx(0.8 * own)
