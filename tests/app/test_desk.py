"""The staff's window: behind its lock, by keyboard alone, and never in the way of the store."""

import threading
from collections.abc import Callable
from typing import Any

import pygame
import pytest
from click.testing import CliRunner

from app.desk import LOCKED_AFTER_S, MOMENT_S
from app.desk_store import StoreThread
from app.main import cli
from exercises.person import Person
from records.people import People as PeopleKept
from records.place import Place
from records.store import make_store, open_store
from tests.app.clinic import ANOTHER, PIN, Clinic, little_work
from tests.app.desk_bench import Bench
from tests.records.specimens import signed
from ui.inputs import Press, Typed
from ui.next import Refused
from ui.screens.lock import Lock
from ui.screens.people import People
from ui.screens.profile import Profile
from ui.screens.proposals import Proposals


def add(clinic: Clinic, *codes: str, name: str | None = None) -> None:
    with clinic.store() as store:
        for code in codes:
            store.people.add(Person(code=code, display_name=name))


def codes(bench: Bench) -> list[str]:
    assert isinstance(bench.top, People)
    return [row.key for row in bench.top.list.rows]


def test_nothing_is_seen_before_somebody_has_said_who_they_are(clinic: Clinic) -> None:
    with Bench(clinic.place) as bench:
        assert isinstance(bench.top, Lock)
        bench.unlock(pin="9999")
        assert isinstance(bench.top, Lock)
        assert "not the PIN of AB" in bench.top.said
        bench.type(PIN).press(pygame.K_RETURN)
        assert isinstance(bench.top, People)
        assert bench.desk.who == "AB"


def test_five_faulty_pins_bring_a_pause(clinic: Clinic, caplog: pytest.LogCaptureFixture) -> None:
    with Bench(clinic.place) as bench:
        bench.type("AB").press(pygame.K_RETURN)
        for _ in range(6):
            bench.type("9999").press(pygame.K_RETURN)
        assert "several faulty PINs" in bench.top.said
        bench.type(PIN).press(pygame.K_RETURN)
        assert isinstance(bench.top, Lock)


def test_a_store_with_a_passphrase_is_opened_first(tmp_path: Any, clinic: Clinic) -> None:
    place = Place(tmp_path / "asking", tmp_path / "asking-key")
    make_store(place, "a quiet place by the sea")
    with open_store(place, "a quiet place by the sea") as store, clinic.store() as known:
        for staff in known.staff.list():
            store.staff.add(staff, PIN)
    with Bench(place, opened_by="passphrase") as bench:
        bench.type("something else").press(pygame.K_RETURN)
        assert isinstance(bench.top, Lock)
        assert bench.top.said
        bench.type("a quiet place by the sea").press(pygame.K_RETURN)
        assert not bench.top.said
        assert isinstance(bench.unlock().top, People)


def test_with_nobody_of_the_staff_it_says_how_somebody_is_added(tmp_path: Any) -> None:
    place = Place(tmp_path / "new", tmp_path / "new-key")
    with little_work():
        make_store(place)
        with Bench(place) as bench:
            bench.unlock()
            assert isinstance(bench.top, Lock)
            assert bench.top.focus.widgets == []


def test_left_alone_it_locks_and_opens_where_it_was_left_for_who_left_it(clinic: Clinic) -> None:
    add(clinic, "P-0147")
    with Bench(clinic.place) as bench:
        bench.unlock().find("0147")
        assert isinstance(bench.top, Profile)
        bench.t = LOCKED_AFTER_S - 1
        bench.settle()
        assert isinstance(bench.top, Profile)
        bench.t = LOCKED_AFTER_S + 1
        bench.settle()
        assert isinstance(bench.top, Lock)
        bench.type(PIN).press(pygame.K_RETURN)
        assert isinstance(bench.top, Profile)


def test_somebody_else_who_unlocks_begins_at_the_list(clinic: Clinic) -> None:
    add(clinic, "P-0147")
    with Bench(clinic.place) as bench:
        bench.unlock().find("0147")
        bench.desk.lock()
        bench.settle()
        bench.press(pygame.K_UP).press(pygame.K_a, ctrl=True).unlock("CD", ANOTHER)
        assert isinstance(bench.top, People)
        assert bench.desk.who == "CD"


def test_people_are_found_as_one_types_and_come_back_with_esc(clinic: Clinic) -> None:
    add(clinic, "P-0147", name="Jardín Azul")
    add(clinic, "P-0148", name="Γαλάζιο")
    add(clinic, "Q-0147")
    with Bench(clinic.place) as bench:
        bench.unlock()
        assert codes(bench) == ["P-0147", "P-0148", "Q-0147"]
        assert codes(bench.type("γαλ")) == ["P-0148"]
        assert codes(bench.press(pygame.K_ESCAPE).type("0147")) == ["P-0147", "Q-0147"]
        assert codes(bench.paste(" nobody at all")) == []
        bench.press(pygame.K_RETURN)
        assert isinstance(bench.top, People)
        assert len(codes(bench.press(pygame.K_ESCAPE))) == 3
        bench.press(pygame.K_ESCAPE)
        assert isinstance(bench.top, Lock)


def test_a_long_list_is_read_page_by_page_as_one_goes_along(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.people.PAGE", 5)
    monkeypatch.setattr("ui.screens.people._AHEAD", 2)
    add(clinic, *(f"P-{n:04}" for n in range(13)))
    with Bench(clinic.place) as bench:
        bench.unlock()
        assert len(codes(bench)) == 5
        bench.press(*[pygame.K_DOWN] * 4)
        assert len(codes(bench)) == 10
        bench.press(*[pygame.K_DOWN] * 20)
        assert codes(bench) == [f"P-{n:04}" for n in range(13)]
        bench.press(pygame.K_RETURN)
        assert bench.top.title() == "P-0012"


def test_a_review_that_is_due_and_a_proposal_are_marked_and_nothing_is_held_back(
    clinic: Clinic,
) -> None:
    add(clinic, "P-0147", "P-0148")
    with clinic.store() as store:
        store.ranges.sign(signed("P-0148", signed_on=signed().signed_on.replace(year=2025)), PIN)
    with Bench(clinic.place, today=signed().review_on) as bench:
        bench.unlock()
        assert isinstance(bench.top, People)
        assert [row.mark for row in bench.top.list.rows] == ["", "review due"]


def test_what_takes_a_moment_is_said_and_nothing_waits(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(clinic, "P-0147")
    may_go_on, plain = threading.Event(), PeopleKept.list

    def slow(*given: Any, **more: Any) -> Any:
        assert may_go_on.wait(10)
        return plain(*given, **more)

    with Bench(clinic.place) as bench:
        bench.unlock()
        monkeypatch.setattr(PeopleKept, "list", slow)
        bench.desk.take(Typed("x"), 0.0)
        bench.desk.turn(MOMENT_S / 2)
        assert bench.top.said == ""
        bench.desk.turn(MOMENT_S * 2)
        assert bench.top.said == "One moment…"
        may_go_on.set()
        bench.settle()
        assert bench.top.said == ""
        assert codes(bench) == []


def test_a_click_opens_what_a_key_opens(clinic: Clinic) -> None:
    add(clinic, "P-0147", "P-0148")
    with Bench(clinic.place) as bench:
        bench.unlock().draw()
        assert isinstance(bench.top, People)
        second = bench.top.list.box.move(0, bench.top.list.box.height // 12 + 20)
        bench.click((second.left + 40, second.top + 10))
        bench.click((second.left + 40, second.top + 10))
        assert bench.top.title() == "P-0148"


def test_proposals_open_from_the_list(clinic: Clinic) -> None:
    with Bench(clinic.place) as bench:
        bench.unlock().press(pygame.K_p, ctrl=True)
        assert isinstance(bench.top, Proposals)


def first_answers(thread: StoreThread) -> list[Any]:
    answers: list[Any] = []
    while not answers:
        answers = thread.answers()
    return answers


def refusing(error: Exception) -> Callable[[Any], Any]:
    def job(_: Any) -> Any:
        raise error

    return job


def test_a_fault_of_the_programs_own_in_the_stores_thread_is_raised_again(clinic: Clinic) -> None:
    with StoreThread(lambda _: open_store(clinic.place)) as thread:
        thread.ask("tag", refusing(OSError(28, "No space left on device")))
        thread.ask("tag", refusing(ZeroDivisionError()))
        (answer,) = first_answers(thread)
        assert answer.result == Refused("No space left on device")
        with pytest.raises(ZeroDivisionError):
            first_answers(thread)


def test_without_a_store_and_without_a_command_the_help_is_printed(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "nothing"))
    ran = CliRunner().invoke(cli, [])
    assert ran.exit_code == 0
    assert "Commands:" in ran.stdout


def test_with_a_store_and_no_display_one_line_says_what_to_do(clinic: Clinic) -> None:
    refused = clinic.refused()
    assert refused.last.startswith("unhurried: no display here")
    assert "unhurried people list" in refused.last


@pytest.mark.parametrize("goes_down", [False, True])
def test_enter_opens_who_was_searched_for_however_quickly_it_follows(
    clinic: Clinic, goes_down: bool
) -> None:
    add(clinic, "P-0147", "P-0148")
    with Bench(clinic.place) as bench:
        bench.unlock()
        bench.at_once(*map(Typed, "0148"))
        if goes_down:  # into the list as it is still seen: nobody is opened unseen
            bench.at_once(Press(pygame.K_TAB))
        bench.at_once(Press(pygame.K_RETURN)).settle()
        if goes_down:
            assert codes(bench) == ["P-0148"]
            bench.press(pygame.K_RETURN)
        assert bench.top.title() == "P-0148"


def test_enter_that_still_waits_is_forgotten_where_the_search_goes_on(clinic: Clinic) -> None:
    add(clinic, "P-0147", "P-0148")
    with Bench(clinic.place) as bench:
        bench.unlock()
        bench.at_once(Typed("0"), Press(pygame.K_RETURN), Typed("1")).settle()
        assert codes(bench) == ["P-0147", "P-0148"]


def test_letters_typed_before_the_staff_are_known_are_kept(clinic: Clinic) -> None:
    add(clinic, "P-0147")
    with Bench(clinic.place) as bench:
        bench.unlock().press(pygame.K_ESCAPE)
        assert isinstance(bench.top, Lock)
        bench.press(pygame.K_UP, pygame.K_DELETE).press(pygame.K_a, ctrl=True)
        bench.press(pygame.K_BACKSPACE)
        again = Lock(bench.top.around, "pin", lambda staff: None)
        bench.desk.begin(again)
        bench.at_once(Typed("A")).settle()
        bench.type("B").press(pygame.K_RETURN).type(PIN)
        assert again._initials.value == "AB"


def test_every_screen_is_closed_once_the_last_first_whatever_ends_the_window(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[str] = []
    for kind in (Lock, People):
        monkeypatch.setattr(kind, "closed", lambda self: closed.append(type(self).__name__))
    with Bench(clinic.place) as bench:
        bench.unlock()
        closed.clear()
        with pytest.raises(OSError, match="the display went away"), bench.desk as desk:
            raise OSError("the display went away")
        desk.close()
        assert closed == ["People"]
