"""The sample clinic's stories hold together: what is signed, and what is practised within it."""

from datetime import date

from exercises.library import find_exercise
from exercises.prepared import Prepared, prepared
from records.store import Store
from tests.app.clinic import Clinic
from tools.sample_clinic import FPS, SIZE, write_around
from tools.sample_stories import WEEKS, Story, stories

TODAY = date(2026, 3, 18)


def told() -> tuple[Story, ...]:
    return stories(TODAY, 60.0, SIZE, FPS)


def test_three_people_practise_twice_a_week_for_six_weeks_before_today() -> None:
    for story in told():
        days = [each.began_at.date() for each in story.practices]
        assert len(set(days)) == len(days) == 2 * WEEKS
        assert max(days) < TODAY
        assert len(story.signed) >= 2
    assert {each.seconds for story in told() for each in story.practices} == {60.0, 32.0}


def test_each_practises_what_holds_on_that_day_within_what_is_signed() -> None:
    for story in told():
        for asked in story.practices:
            exercise = find_exercise(asked.item.exercise_id)
            done = prepared(asked.item, exercise, asked.person, asked.ranges)
            assert isinstance(done, Prepared)
            assert done.ranges
            assert all(each.signed_on <= asked.began_at.date() for each in asked.ranges)


def test_all_but_the_practices_is_kept_as_it_is_signed(clinic: Clinic) -> None:
    with clinic.store() as store:
        store.staff.remove("AB")
        write_around(store, told())
        assert sorted(each.code for each in store.people.list()) == ["P-0147", "P-0212", "P-0305"]
        for story in told():
            _holds(store, story)


def _holds(store: Store, story: Story) -> None:
    code = story.person.code
    history = store.programmes.history(code)
    assert [each.programme for each in history] == [each.programme for each in story.signed]
    assert all(each.signed_at.date() < TODAY for each in history)
    assert store.ranges.current(code)
    assert len(store.diary.list(code)) == WEEKS
    assert store.outcomes.list(code)
