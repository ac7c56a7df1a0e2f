"""Before a group begins a window closed by mistake comes back, and leaving is asked for twice."""

from collections.abc import Callable, Iterator
from time import sleep
from typing import Any

import pygame
import pytest

from app.group import places_window
from app.group.codes_window import take_codes
from app.group.leaving import AGAIN_S, CLOSED_AGAIN_S, Leaving
from app.group.places_window import set_up_places
from app.group.ready import Ready
from app.group.room_page import RoomPage
from app.group.windows import Closed, Windows
from app.settings import Settings
from records.store import Store
from tests.app.clinic import Clinic
from tests.app.test_group_codes import made
from tests.records import specimens
from ui.group.codes import CodesScreen, CodesView
from ui.inputs import Press
from vision.zones import Zone
from words.tr import tr

Deed = Callable[[Windows], object]


@pytest.fixture
def windows() -> Iterator[Windows]:
    with Windows(Settings(), (640, 400), displays=lambda: 1) as opened:
        pygame.event.clear()
        yield opened


@pytest.fixture
def store(clinic: Clinic) -> Iterator[Store]:
    with clinic.store() as opened:
        opened.people.add(specimens.person("P-0147"))
        yield opened


def press(key: int) -> Deed:
    def pressed(_: Windows) -> None:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, {"key": key, "mod": 0}))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, {"key": key, "mod": 0}))

    return pressed


def close_leader(windows: Windows) -> None:
    assert windows.leader is not None
    pygame.event.post(pygame.event.Event(pygame.WINDOWCLOSE, window=windows.leader._window))


def close_projected(windows: Windows) -> None:
    assert windows.projected is not None
    pygame.event.post(pygame.event.Event(pygame.WINDOWCLOSE, window=windows.projected._window))


def ask_to_end(_: Windows) -> None:
    pygame.event.post(pygame.event.Event(pygame.QUIT))


ESC, ENTER, ON = press(pygame.K_ESCAPE), press(pygame.K_RETURN), press(pygame.K_RIGHT)


class Scan:
    """Stands in for what looks for people in a room: it sees none."""

    last = None

    def __init__(self, opened: object) -> None: ...

    def __enter__(self) -> "Scan":
        return self

    def __exit__(self, *_: object) -> None: ...

    def newest(self, t: float) -> None: ...

    def notice(self, t: float) -> str | None:
        return None


@pytest.fixture
def set_up(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[tuple[Zone, ...] | None, list[str | None]]]:
    """What does one thing after each picture of the room's page; gives what was set and said."""

    def done(*deeds: Deed) -> tuple[tuple[Zone, ...] | None, list[str | None]]:
        plain, left, said = RoomPage.draw, list(deeds), list[str | None]()

        def draw(page: RoomPage, surface: Any, frame: Any, people: Any, says: Any, *r: Any) -> None:
            plain(page, surface, frame, people, says, *r)
            said.append(says)
            if left:
                left.pop(0)(windows)

        monkeypatch.setattr(RoomPage, "draw", draw)
        monkeypatch.setattr(places_window, "ScanningSource", Scan)
        return set_up_places("camera", None, 3, Settings(), windows=windows, seconds=3), said

    return done


def write(code: str) -> Deed:
    def written(_: Windows) -> None:
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, {"text": code}))

    return written


def wait(_: Windows) -> None:
    sleep(0.1)


def take(
    windows: Windows, store: Store, monkeypatch: pytest.MonkeyPatch, *deeds: Deed
) -> tuple[Ready | None, list[CodesView]]:
    """Do one thing after each picture of the page of codes; give what came of it, and was shown."""
    plain, left, shown = CodesScreen.draw, list(deeds), list[CodesView]()

    def draw(screen: CodesScreen, surface: Any, view: CodesView, *rest: Any) -> None:
        plain(screen, surface, view, *rest)
        shown.append(view)
        if left:
            left.pop(0)(windows)

    monkeypatch.setattr(CodesScreen, "draw", draw)
    return take_codes(windows, made({}), store, made, None, (), "en", seconds=3), shown


def test_the_leaders_window_comes_back_once_and_the_projected_always(windows: Windows) -> None:
    leaving = Leaving(windows)
    for t in (1.0, 2.0, 3.0):
        assert not leaving.closed(Closed.PROJECTED, t)
        assert windows.projected is not None
    assert not leaving.closed(Closed.LEADER, 10.0)
    assert not leaving.closed(Closed.LEADER, 10.0), "clicked twice"
    assert windows.leader is not None
    assert leaving.said(10.0) == "leader.close-again"
    assert leaving.said(11.0 + CLOSED_AGAIN_S) is None
    assert not leaving.closed(Closed.LEADER, 11.0 + CLOSED_AGAIN_S), "the other was long ago"
    assert leaving.closed(Closed.LEADER, 12.0 + CLOSED_AGAIN_S)
    assert leaving.closed(Closed.ALL, 50.0)
    assert not leaving.escaped(60.0)
    assert not leaving.escaped(61.0 + AGAIN_S)
    leaving.stay()
    assert not leaving.escaped(62.0 + AGAIN_S)
    assert leaving.escaped(63.0 + AGAIN_S)


def test_windows_closed_while_places_are_set_lose_none(set_up: Any, capsys: Any) -> None:
    zones, said = set_up(press(pygame.K_DELETE), close_leader, close_projected, ESC, ENTER)
    assert zones is not None
    assert len(zones) == 2, "the third was taken away before"
    assert said[2:5] == ["leader.close-again", "leader.close-again", "leader.leave-again"]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("deeds", [(ESC, ESC), (close_leader, close_leader), (ask_to_end,)])
def test_places_that_are_left_say_that_nothing_began(
    set_up: Any, capsys: Any, deeds: tuple[Deed, ...]
) -> None:
    zones, said = set_up(*deeds)
    assert zones is None
    assert len(said) == len(deeds)
    assert capsys.readouterr().err.startswith("nothing began")


def test_windows_closed_while_people_arrive_lose_no_code(
    windows: Windows, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    deeds = (write("P-0147"), ENTER, wait, close_projected, close_leader, ON)
    found, shown = take(windows, store, monkeypatch, *deeds)
    assert found is not None
    assert found.codes == {1: "P-0147"}
    assert [view.closing for view in shown[:6]] == [False] * 5 + [True]
    assert windows.projected is not None
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("deeds", [(ESC, ESC), (close_leader, close_leader), (ask_to_end,)])
def test_codes_that_are_left_say_that_nothing_began(
    windows: Windows,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Any,
    deeds: tuple[Deed, ...],
) -> None:
    found, shown = take(windows, store, monkeypatch, *deeds)
    assert found is None
    assert len(shown) == len(deeds)
    assert capsys.readouterr().err.startswith("nothing began")


def test_both_ways_of_leaving_are_said_on_the_page_of_codes() -> None:
    screen = CodesScreen((1280, 720), (1, 2))
    assert screen._says(CodesView(closing=True), 0.0) == tr("leader.close-again")
    screen.take(Press(pygame.K_ESCAPE), 1.0)
    assert screen._says(CodesView(closing=True), 1.5) == tr("leader.leave-again")
