"""What is asked at home every few weeks: offered, answered, left for later, left out, and kept."""

from datetime import date, timedelta

import pygame
import pytest

from app.settings import Settings
from feedback.instruments import Activity, Filled, GoalFelt
from records.errors import StoreReadOnly
from tests.app.clinic import Clinic
from tests.app.home_bench import CODE, NOW, HomeBench, somebody

RETURN, RIGHT, ESC, BACK = pygame.K_RETURN, pygame.K_RIGHT, pygame.K_ESCAPE, pygame.K_BACKSPACE
CUP = "Take the blue cup again"


def kept(clinic: Clinic) -> list[Filled]:
    with clinic.store() as store:
        return [each.value for each in store.outcomes.list(CODE)]


def begin(clinic: Clinic, *before: Filled, **more: object) -> None:
    with clinic.store() as store:
        somebody(store, **more)  # type: ignore[arg-type]
        for each in before:
            store.outcomes.add(CODE, each)


def offered(bench: HomeBench) -> bool:
    bench.draw()
    assert bench.home.stage._now is not None
    return "asking" in bench.home.stage._now[0].boxes


def offered_on(clinic: Clinic, days: int) -> bool:
    """Return whether it is offered so many days later."""
    with HomeBench(clinic.place, now=lambda: NOW + timedelta(days=days)) as bench:
        return offered(bench)


def test_an_activity_is_named_and_rated_and_all_of_it_is_kept(clinic: Clinic) -> None:
    begin(clinic)
    with HomeBench(clinic.place) as bench:
        bench.click("asking")
        assert bench.where == "naming"
        bench.type("Carry a crate").press(RETURN)
        assert bench.where == "asking"
        bench.press(pygame.K_3, RETURN)
        assert bench.where == "naming"  # another, where there is one
        bench.press(RETURN).press(pygame.K_6, RETURN).press(pygame.K_4, RETURN, RETURN, RETURN)
        assert bench.home.said == "home.kept"
        assert not offered(bench)
    expected = Filled(
        day=NOW.date(),
        activities=(Activity(words="Carry a crate", ability=3),),
        goals=(GoalFelt(words=CUP, satisfaction=6),),
        control=4,
    )
    assert kept(clinic) == [expected]


def test_later_keeps_the_place_and_closing_keeps_what_was_said(clinic: Clinic) -> None:
    before = Filled(
        day=NOW.date() - timedelta(days=28), activities=(Activity(words="Carry", ability=2),)
    )
    begin(clinic, before)
    with HomeBench(clinic.place) as bench:
        bench.click("asking").press(pygame.K_5, RETURN).press(ESC)
        assert bench.where == "today"
        bench.click("asking")
        assert bench.where == "naming"
        bench.press(pygame.K_PAGEUP)
        assert bench.home.at.filled is not None
        assert bench.home.at.filled.activities == (Activity(words="Carry", ability=5),)
    assert kept(clinic)[0].activities[0].ability == 5


def test_what_is_left_out_is_offered_again_after_the_weeks_and_nothing_is_kept_of_silence(
    clinic: Clinic,
) -> None:
    begin(clinic)
    with HomeBench(clinic.place) as bench:
        bench.click("asking").press(ESC)
        assert offered(bench)
    assert kept(clinic) == []
    with HomeBench(clinic.place) as bench:
        bench.click("asking").click("skip")
        assert bench.home.said == "home.asking-left"
        assert not offered(bench)
    assert kept(clinic) == [Filled(day=NOW.date(), skipped=True)]
    for days, due in ((27, False), (28, True)):
        assert offered_on(clinic, days) is due


@pytest.mark.parametrize(
    ("own", "clinics", "due"), [(None, 4, True), (None, 0, False), (0, 4, False), (2, 0, True)]
)
def test_the_persons_own_choice_goes_before_the_clinics(
    clinic: Clinic, own: int | None, clinics: int, due: bool
) -> None:
    begin(clinic, ask_every_weeks=own)
    with HomeBench(clinic.place, Settings(ask_every_weeks=clinics)) as bench:
        assert offered(bench) is due


def test_nothing_is_asked_of_whoever_did_not_agree_that_it_is_kept(clinic: Clinic) -> None:
    begin(clinic, consent=None)
    with HomeBench(clinic.place) as bench:
        assert not offered(bench)


def test_what_could_not_be_kept_is_still_there(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(clinic, goals=())
    with HomeBench(clinic.place) as bench:

        def refuse(*_: object) -> None:
            raise StoreReadOnly(clinic.place.store)

        monkeypatch.setattr("app.home.keep_filled", refuse)
        bench.click("asking").press(RETURN, pygame.K_7, RETURN, RETURN, RETURN)
        assert bench.home.said == "home.not-kept"
        assert offered(bench)
        assert bench.home.at.filled == Filled(day=NOW.date(), control=7)
        monkeypatch.undo()
    assert [each.control for each in kept(clinic)] == [7]
    assert kept(clinic)[0].day == date(2026, 3, 18)
