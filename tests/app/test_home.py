"""Home over a real store: today, the diary and its two windows, the days, the goals, the cards."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pygame
import pytest

from app.home_keeping import keep_day
from app.home_reading import DayRead, about, read_day
from app.keeping import Keeping
from app.practised import Practised
from app.settings import Settings
from exercises.person import Consent, Goal, Screening
from feedback.moment import WHOLE
from feedback.ratings import DiaryEntry, Ratings
from feedback.record import PracticeRecord
from records.diary import Diary
from records.errors import Stale, StoreFull
from records.practices import Practices
from tests.app.clinic import Clinic
from tests.app.home_bench import AGREED, CODE, MORNING, NOW, HomeBench, somebody
from tests.feedback.moved import record_of
from tests.records.specimens import kept_practice
from ui.home.card import CARDS
from ui.inputs import Press

TODAY = NOW.date()
ESC, RETURN = pygame.K_ESCAPE, pygame.K_RETURN


def entries(clinic: Clinic) -> list[DiaryEntry]:
    with clinic.store() as store:
        return [each.value for each in store.diary.list(CODE)]


def practised(clinic: Clinic, *days: date) -> None:
    with clinic.store() as store:
        for day in days:
            began = datetime(day.year, day.month, day.day, 12).astimezone()
            record = PracticeRecord(0.0, 60.0, ())
            store.practices.add(
                CODE, kept_practice(began_at=began, record=record, ratings=Ratings())
            )


def test_today_shows_the_programme_the_goal_and_a_break(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store, display_name="Äng")
    with HomeBench(clinic.place) as bench:
        at = bench.home.at
        assert at.planned is not None
        assert at.planned.title == "A quiet morning"
        assert at.planned.movements == ("Arriving breath", "Sunrise arms, seated")
        assert 5 <= at.planned.minutes <= 6.5
        assert (at.name, at.short, at.cleared, at.last) == ("Äng", True, True, None)
        assert at.goals[0].movements == ("Sunrise arms, seated",)
        assert at.time_of_day == "morning"
        bench.press(ESC)
        assert bench.home.closed


def test_who_has_no_programme_still_has_a_break_and_the_rest(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store, None)
    with HomeBench(clinic.place) as bench:
        assert bench.home.at.planned is None
        assert bench.home.at.short
        bench.click("short")
        assert bench.home.ready is not None
        led = bench.home.ready.led
        assert "movement" in led.plan.parts
        assert led.plan.parts[0] == "signs"
        assert led.movements("usual")


def test_who_is_not_cleared_is_offered_nothing_to_practise(clinic: Clinic) -> None:
    seen = Screening(by="AB", on=date(2026, 3, 2), cleared=False)
    with clinic.store() as store:
        somebody(store, screening=seen)
    with HomeBench(clinic.place) as bench:
        at = bench.home.at
        assert (at.planned, at.short, at.cleared) == (None, False, False)


def test_a_day_outside_the_programme_is_a_free_day(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store, MORNING.model_copy(update={"days": ("monday",)}))
    with HomeBench(clinic.place) as bench:
        assert bench.home.at.planned is not None
        assert bench.home.at.planned.free_day


def test_past_midnight_it_is_another_day(clinic: Clinic) -> None:
    now = [NOW]
    with clinic.store() as store:
        somebody(store)
    with HomeBench(clinic.place, now=lambda: now[0]) as bench:
        now[0] = NOW + timedelta(hours=15)
        bench.settle()
        assert bench.home.at.today == TODAY + timedelta(1)
        bench.click("diary")
        assert bench.home.at.note.day == TODAY + timedelta(1)


def test_a_reminder_is_there_only_where_it_was_asked_for(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
    practised(clinic, TODAY - timedelta(4), TODAY - timedelta(9))
    with HomeBench(clinic.place) as bench:
        assert bench.home.at.last is None
    with HomeBench(clinic.place, Settings(reminders=True)) as bench:
        assert bench.home.at.last == TODAY - timedelta(4)


def test_the_days_with_a_practice_and_with_an_entry_are_in_the_calendar(clinic: Clinic) -> None:
    days = [TODAY - timedelta(i) for i in (0, 2, 40)]
    with clinic.store() as store:
        somebody(store)
        store.diary.add(CODE, DiaryEntry(day=days[1], words="Slow."))
    practised(clinic, *days)
    with HomeBench(clinic.place) as bench:
        bench.click("calendar")
        assert bench.home.at.practised == set(days)
        assert bench.home.at.noted == {days[1]}
        bench.click(days[1].isoformat())
        assert bench.where == "diary"
        assert bench.home.at.note.words == "Slow."


def test_a_day_is_noted_and_kept_on_the_way_home(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
    with HomeBench(clinic.place) as bench:
        bench.click("diary").click("feelings").press(pygame.K_3, RETURN)
        bench.click("words").type("Ein שלום day").press(RETURN)
        bench.click("flare")
        assert entries(clinic) == []
        bench.press(ESC)
        assert (bench.where, bench.home.said) == ("today", "home.kept")
        entry = DiaryEntry(day=TODAY, pain=3, words="Ein שלום day", flare=True)
        assert entries(clinic) == [entry]
        assert bench.home.at.noted == {TODAY}
        bench.click("diary").click("helped").type("Warmth").press(RETURN, ESC)
        assert entries(clinic) == [entry.model_copy(update={"helped": "Warmth"})]


def test_a_day_in_which_nothing_is_noted_is_not_kept(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
    with HomeBench(clinic.place) as bench:
        bench.click("diary").press(ESC)
        assert bench.home.said == ""
        bench.click("diary").click("flare").click("flare").press(ESC)
        assert (entries(clinic), bench.home.at.noted) == ([], frozenset())


def test_an_earlier_day_is_looked_at_and_changed(clinic: Clinic) -> None:
    before = TODAY - timedelta(1)
    with clinic.store() as store:
        somebody(store)
        store.diary.add(CODE, DiaryEntry(day=before, words="Slow.", pain=4))
    with HomeBench(clinic.place) as bench:
        bench.click("diary").click("flare").click("before")
        assert [each.day for each in entries(clinic)] == [TODAY, before]
        assert bench.home.at.note == DiaryEntry(day=before, words="Slow.", pain=4)
        bench.click("feelings").press(pygame.K_2, RETURN).click("after")
        assert bench.home.at.note == DiaryEntry(day=TODAY, flare=True)
        assert entries(clinic)[1].pain == 2


def test_what_was_changed_is_put_back(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
        store.diary.add(CODE, DiaryEntry(day=TODAY, words="Slow."))
    with HomeBench(clinic.place) as bench:
        bench.click("diary").click("flare").click("as-before").press(ESC)
        assert entries(clinic) == [DiaryEntry(day=TODAY, words="Slow.")]
        assert bench.home.said == ""


def test_closing_the_window_keeps_what_was_being_written(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
    with HomeBench(clinic.place) as bench:
        bench.click("diary").click("tried").type("A walk")
    assert entries(clinic) == [DiaryEntry(day=TODAY, tried="A walk")]


@pytest.mark.parametrize("begun", [True, False], ids=["changed", "begun"])
def test_a_day_noted_in_two_windows_says_both_and_loses_nothing(
    clinic: Clinic, begun: bool
) -> None:
    with clinic.store() as store:
        somebody(store)
        if begun:
            store.diary.add(CODE, DiaryEntry(day=TODAY, words="Slow."))
    with HomeBench(clinic.place) as bench, HomeBench(clinic.place) as other:
        bench.click("diary").click("symptoms").type("A pull").press(RETURN)
        other.click("diary").click("helped").type("Warmth").press(RETURN, ESC)
        bench.press(ESC)
        assert bench.where == "both"
        assert bench.home.at.theirs is not None
        assert bench.home.at.theirs.helped == "Warmth"
        assert bench.home.at.note.symptoms == "A pull"
        assert entries(clinic)[0].symptoms == ""
        bench.click("together")
        assert bench.where == "today"
    (entry,) = entries(clinic)
    assert (entry.symptoms, entry.helped) == ("A pull", "Warmth")


@pytest.mark.parametrize(("way", "pain"), [("mine", 2), ("theirs", 7)])
def test_one_of_two_entries_is_kept_where_that_is_wanted(
    clinic: Clinic, way: str, pain: int
) -> None:
    with clinic.store() as store:
        somebody(store)
    with HomeBench(clinic.place) as bench:
        bench.click("diary").click("feelings").press(pygame.K_2, RETURN)
        with clinic.store() as store:
            store.diary.add(CODE, DiaryEntry(day=TODAY, pain=7))
        bench.press(ESC).click(way)
        assert (bench.where, bench.home.at.theirs) == ("today", None)
    assert [each.pain for each in entries(clinic)] == [pain]


def test_of_two_entries_of_one_day_the_first_is_the_days(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
        store.diary.add(CODE, DiaryEntry(day=TODAY, words="First."))
        store.diary.add(CODE, DiaryEntry(day=TODAY, words="Second."))
        assert read_day(store, CODE, TODAY).entry.words == "First."


def test_a_stale_entry_is_refused_with_both(clinic: Clinic) -> None:
    mine = DiaryEntry(day=TODAY, pain=1)
    with clinic.store() as store:
        somebody(store)
        read = keep_day(store, CODE, mine, DayRead(DiaryEntry(day=TODAY)))
        keep_day(store, CODE, DiaryEntry(day=TODAY, pain=2), read)
        with pytest.raises(Stale):
            keep_day(store, CODE, mine, read)
        with pytest.raises(Stale):
            keep_day(store, CODE, mine, DayRead(DiaryEntry(day=TODAY)))


def test_an_entry_that_cannot_be_kept_is_still_there(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    with clinic.store() as store:
        somebody(store)

    def full(*_: object) -> None:
        raise StoreFull(clinic.place.store)

    with HomeBench(clinic.place) as bench:
        bench.click("diary").click("flare")
        with monkeypatch.context() as patch:
            patch.setattr(Diary, "add", full)
            bench.press(ESC)
        assert (bench.where, bench.home.said) == ("diary", "home.not-kept")
        assert bench.home.at.note.flare
        bench.press(ESC)
    assert entries(clinic) == [DiaryEntry(day=TODAY, flare=True)]


def test_what_was_not_kept_of_one_day_is_not_lost_to_the_next(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    with clinic.store() as store:
        somebody(store)

    def full(*_: object) -> None:
        raise StoreFull(clinic.place.store)

    with HomeBench(clinic.place) as bench:
        bench.click("diary").click("flare")
        with monkeypatch.context() as patch:
            patch.setattr(Diary, "add", full)
            bench.click("before")
        assert bench.home.at.note == DiaryEntry(day=TODAY, flare=True)
        assert bench.home.said == "home.not-kept"
        bench.click("before")
        assert bench.home.at.note.day == TODAY - timedelta(1)
    assert entries(clinic) == [DiaryEntry(day=TODAY, flare=True)]


@pytest.mark.parametrize("seen", [True, False], ids=["both were shown", "unseen"])
def test_leaving_with_two_entries_of_a_day_keeps_both(clinic: Clinic, seen: bool) -> None:
    with clinic.store() as store:
        somebody(store)
    with HomeBench(clinic.place) as bench:
        bench.click("diary").click("tried").type("A walk").press(RETURN)
        with clinic.store() as store:
            store.diary.add(CODE, DiaryEntry(day=TODAY, helped="Warmth"))
        if seen:
            bench.press(ESC)
            assert bench.where == "both"
    assert entries(clinic) == [DiaryEntry(day=TODAY, tried="A walk", helped="Warmth")]


@pytest.mark.parametrize("consent", [None, AGREED.all_withdrawn(TODAY)])
def test_without_an_agreement_nothing_is_noted(clinic: Clinic, consent: Consent | None) -> None:
    with clinic.store() as store:
        somebody(store, consent=consent)
    with HomeBench(clinic.place) as bench:
        bench.click("diary").press(RETURN)
        assert bench.where == "today"
        assert not bench.home.at.may_keep
    assert entries(clinic) == []


def test_cards_come_in_turn_and_go_on_where_one_left(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
    last = len(CARDS) - 1
    with HomeBench(clinic.place, Settings(next_card=last)) as bench:
        bench.click("card")
        assert bench.home.at.card == last
        bench.click("another")
        assert bench.home.at.card == 0
        assert bench.home.settings.next_card == 1
    with HomeBench(clinic.place, Settings(next_card=1)) as bench:
        bench.click("card")
        assert bench.home.at.card == 1


def test_a_practice_is_made_ready_whole_and_comes_home_kept(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
    with HomeBench(clinic.place) as bench:
        bench.click("practise")
        ready = bench.home.ready
        assert ready is not None
        assert ready.led.plan.parts == WHOLE
        assert {"usual", "smaller", "flare", "two-minutes"} <= set(ready.led.days)
        done = Practised(record_of(60), Ratings(pain_before=3), "lighter", signs_read=True)
        keeping = Keeping(ready.person, datetime.now(UTC))
        bench.home.practised(done, keeping)
        bench.home.practised(replace(done, words="lighter, and warm"), keeping)
        bench.home.came_back()
        bench.settle()
        assert (bench.where, bench.home.said) == ("today", "home.practice-kept")
        assert bench.home.ready is None
        assert bench.home.settings.signs_read_on == TODAY
        assert date.today() in bench.home.at.practised
    with clinic.store() as store:
        (kept,) = store.practices.list(CODE)
    assert (kept.words, kept.ratings.pain_before) == ("lighter, and warm", 3)


def test_a_practice_of_which_some_could_not_be_kept_says_so_in_its_welcome(clinic: Clinic) -> None:
    with clinic.store() as store:
        person = somebody(store)
    with HomeBench(clinic.place) as bench:
        keeping = Keeping(person, datetime.now(UTC))
        keeping._strand.unkept_s = 12.0
        bench.home.practised(Practised(record_of(60), Ratings()), keeping)
        bench.home.came_back()
        bench.settle()
        assert bench.home.said == "home.practice-kept-in-part"


@pytest.mark.parametrize(
    ("agreed", "fails", "said"),
    [(False, False, "home.practice-not-agreed"), (True, True, "home.practice-not-kept")],
)
def test_a_practice_that_is_not_kept_is_welcomed_back_all_the_same(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, agreed: bool, fails: bool, said: str
) -> None:
    with clinic.store() as store:
        person = somebody(store, consent=AGREED if agreed else None)

    def full(*_: object, **__: object) -> None:
        raise StoreFull(clinic.place.store)

    if fails:
        monkeypatch.setattr(Practices, "begin", full)
    with HomeBench(clinic.place) as bench:
        done = Practised(record_of(60), Ratings())
        bench.home.practised(done, Keeping(person, datetime.now(UTC)))
        bench.home.came_back()
        bench.settle()
        assert bench.home.said == said


def test_keys_mashed_while_something_is_awaited_do_nothing_twice(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
    with HomeBench(clinic.place) as bench:
        bench.at_once(*[Press(RETURN)] * 5)
        bench.settle()
        assert bench.home.ready is not None
        assert bench.where == "today"


def test_what_is_said_goes_after_a_while(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
    with HomeBench(clinic.place) as bench:
        bench.home.say("home.no-camera")
        bench.home.turn(bench.t)
        assert bench.home.said == "home.no-camera"
        bench.home.turn(bench.t + 60)
        assert bench.home.said == ""


def test_somebody_who_is_gone_meanwhile_is_said_in_a_line(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store)
    with HomeBench(clinic.place) as bench:
        with clinic.store() as store:
            store.forgetting.forget(CODE)
        bench.click("practise")
        assert (bench.home.ready, bench.home.said) == (None, "home.no-practice")
        bench.click("diary")
        assert (bench.where, bench.home.said) == ("today", "home.not-read")


@pytest.mark.parametrize(
    ("activity", "helps", "is_about"),
    [
        ("reaching a shelf", "reaching for a shelf from a chair", True),
        ("reach the shelf", "reaching for a shelf from a chair", True),
        ("lifting a pan onto the shelf", "reaching for a shelf from a chair", False),
        ("walking", "walking to the shop", True),
        ("cooking", "walking to the shop", False),
        ("to be", "to be", False),
        ("", "anything", False),
    ],
)
def test_a_movement_helps_where_it_is_about_the_same(
    activity: str, helps: str, is_about: bool
) -> None:
    assert about(activity, helps) == is_about


def test_a_goal_without_a_movement_names_none(clinic: Clinic) -> None:
    with clinic.store() as store:
        somebody(store, goals=(Goal(words="a.b {c}", activity="a.b {c}"),))
    with HomeBench(clinic.place) as bench:
        bench.click("goals")
        bench.draw()
        assert bench.home.at.goals[0].movements == ()
