"""The staff's real window: pygame's own events in, screens out, at its own pace."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pygame
import pytest

from app.calibrate_window import calibrate_in_window
from app.calibration import planned
from app.clock import monotonic
from app.desk import Desk
from app.desk_calibrating import begin_calibrating
from app.desk_run import around_now, run_desk, turn_until, wake
from app.desk_store import StoreThread
from app.desk_window import DeskWindow
from app.figure_motion import Motion
from app.figure_options import FigureOptions
from app.settings import Settings, load_settings, settings_path
from exercises.library import find_exercise
from exercises.person import Person
from records.store import open_store
from tests.app.calibrating_bench import Album
from tests.app.clinic import PIN, Clinic
from tests.vision.exact_body import SIZE, pose_seen
from ui.desk_screen import DeskScreen
from ui.inputs import Pasted, Press, Typed
from ui.screens.calibrate import CalibrateScreen
from ui.screens.lock import Lock
from ui.screens.people import People
from ui.screens.pin import Pin
from ui.screens.profile import Profile
from vision.replay import save_replay

CODE = "P-0147"
SUNRISE = find_exercise("sunrise-arms-seated")
Script = Iterator[Callable[[], bool]]


def key(key: int, mod: int = 0, text: str = "") -> None:
    """Press a key as SDL says it: the key, the text it writes, if it does, and the key let go."""
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=text))
    if text:
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=text))
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=mod))


def write(text: str) -> None:
    for letter in text:
        key(ord(letter.lower()), text=letter)


@pytest.fixture
def window() -> Iterator[DeskWindow]:
    with DeskWindow(Settings(), (1280, 720)) as made:
        pygame.event.clear()
        yield made


def test_keys_text_and_pastes_come_as_plain_inputs(window: DeskWindow) -> None:
    pygame.scrap.put_text("P-0147\nÅsa")
    write("ä")
    key(pygame.K_v, pygame.KMOD_CTRL)
    key(pygame.K_TAB, pygame.KMOD_SHIFT)
    assert window.inputs() == [
        Press(ord("ä")),
        Typed("ä"),
        Pasted("P-0147\nÅsa"),
        Press(pygame.K_TAB, shift=True),
    ]


def test_a_key_that_is_held_says_so_until_it_is_let_go(window: DeskWindow) -> None:
    for kind in (pygame.KEYDOWN, pygame.KEYDOWN, pygame.KEYUP, pygame.KEYDOWN):
        pygame.event.post(pygame.event.Event(kind, key=pygame.K_SPACE, mod=0))
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0))
    space = Press(pygame.K_SPACE)
    assert window.inputs() == [space, replace(space, repeated=True), space, space]


def test_alt_gr_is_no_ctrl(window: DeskWindow) -> None:
    key(pygame.K_s, pygame.KMOD_LCTRL | pygame.KMOD_RALT, "ś")
    key(pygame.K_v, pygame.KMOD_LCTRL | pygame.KMOD_RALT)
    assert window.inputs() == [
        Press(pygame.K_s, alt=True),
        Typed("ś"),
        Press(pygame.K_v, alt=True),
    ]


def test_the_windows_own_keys_and_its_size_do_not_reach_the_screen(window: DeskWindow) -> None:
    key(pygame.K_PLUS, pygame.KMOD_CTRL)
    key(pygame.K_MINUS, pygame.KMOD_META)
    key(pygame.K_PLUS, pygame.KMOD_CTRL)
    assert window.inputs() == []
    assert window.choices.text_scale == pytest.approx(1.1)
    pygame.display.set_mode((800, 600), pygame.RESIZABLE)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(800, 600), w=800, h=600))
    assert window.inputs() == []
    assert window.size == (800, 600)
    assert window.changed


def test_a_wait_ends_with_an_answer(window: DeskWindow) -> None:
    began = time.monotonic()
    wake()
    assert window.inputs(wait_s=30.0) == []
    assert time.monotonic() - began < 20


def test_the_window_opens_at_the_lock_and_keeps_what_was_chosen_in_it(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[DeskScreen] = []
    plain = DeskWindow.draw

    def draw(self: DeskWindow, screen: DeskScreen, t: float) -> None:
        plain(self, screen, t)
        if not seen:
            key(pygame.K_PLUS, pygame.KMOD_CTRL)
            key(pygame.K_ESCAPE)
        seen.append(screen)

    monkeypatch.setattr(DeskWindow, "draw", draw)
    run_desk(clinic.place, (1280, 720))
    assert isinstance(seen[0], Lock)
    assert load_settings(settings_path()).text_scale == pytest.approx(1.1)
    assert not pygame.display.get_init()


def test_closing_the_window_ends_it_wherever_one_is(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = DeskWindow.draw

    def draw(self: DeskWindow, screen: DeskScreen, t: float) -> None:
        plain(self, screen, t)
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    monkeypatch.setattr(DeskWindow, "draw", draw)
    run_desk(clinic.place, (1280, 720))


def test_one_calibration_has_a_window_of_its_own_and_leaves_the_store_open(
    clinic: Clinic, tmp_path: Path
) -> None:
    motion = Motion(SUNRISE, FigureOptions(fps=6.0, rest=3))
    poses = [pose_seen(motion.posture(index)) for index in range(60)]
    save_replay(tmp_path / "shown.npz", [i / 6.0 for i in range(60)], poses, SIZE)
    plan = planned(Person(code=CODE), SUNRISE)
    with clinic.store() as store:
        signed = calibrate_in_window(
            str(tmp_path / "shown.npz"), plan, Settings(), store, size=(1280, 720), seconds=1.0
        )
        assert signed == ()
        assert store.people.count() == 0


def test_a_source_that_cannot_be_opened_is_one_line(clinic: Clinic, tmp_path: Path) -> None:
    plan, nothing = planned(Person(code=CODE), SUNRISE), str(tmp_path / "nothing.mp4")
    with clinic.store() as store, pytest.raises(click.ClickException, match=r"nothing\.mp4"):
        calibrate_in_window(nothing, plan, Settings(), store, size=(1280, 720), seconds=20.0)


@pytest.mark.endurance
@pytest.mark.timeout(300)
def test_a_figure_is_calibrated_in_the_real_window_by_keyboard_alone(clinic: Clinic) -> None:
    with clinic.store() as store:
        store.people.add(Person(code=CODE))
    album = Album("window")
    source = "figure:body=2,top_left=95,reach=1.2,tempo=1.2,fps=10,size=480x360"
    settings = Settings()
    with (
        DeskWindow(settings, (1280, 720)) as window,
        StoreThread(lambda _: open_store(clinic.place), wake) as thread,
    ):
        desk = Desk(around_now(settings), thread, begin_calibrating(settings, source))
        desk.begin_locked("pin")
        script, deadline = _script(desk), monotonic() + 270.0
        waits: Callable[[], bool] | None = None

        def over() -> bool:
            nonlocal waits
            assert monotonic() < deadline, getattr(desk.top, "step", desk.top)
            if waits is not None and not waits():
                return desk.closed
            if waits is not None:
                album.keep(_Seen(window), type(desk.top).__name__.lower())
            waits = next(script, None)
            return waits is None

        turn_until(desk, window, over)
        desk.close()
    with clinic.store() as store:
        own = {each.measure_key: each for each in store.ranges.current(CODE)}
    assert 80 <= own["shoulder_abduction_left"].high <= 95
    assert own["shoulder_abduction_right"].high >= own["shoulder_abduction_left"].high + 10


class _Seen:
    """What the window shows, for the album."""

    def __init__(self, window: DeskWindow) -> None:
        self.surface = window.surface

    def draw(self) -> None:
        """Leave it as it is."""


def _script(desk: Desk) -> Script:
    """Press the keys of a whole calibration, each once what it is for is seen."""

    def on(kind: type[DeskScreen]) -> Callable[[], bool]:
        return lambda: isinstance(desk.top, kind)

    def at(step: str, index: int = 0, tops: int = 0) -> Callable[[], bool]:
        def there() -> bool:
            now: Any = getattr(desk.top, "step", None)
            return (
                now is not None and (now.kind, now.index) == (step, index) and len(now.tops) >= tops
            )

        return there

    yield on(Lock)
    write("AB")
    key(pygame.K_RETURN)
    write(PIN)
    key(pygame.K_RETURN)
    yield on(People)
    write("0147")
    yield lambda: not desk.waiting
    key(pygame.K_RETURN)
    yield on(Profile)
    write("r")
    yield lambda: isinstance(desk.top, Profile) and desk.top.focus.held is desk.top.movements
    profile = desk.top
    assert isinstance(profile, Profile)
    while profile.movements.held is None or profile.movements.held.key != "sunrise-arms-standing":
        before = profile.movements.at
        key(pygame.K_DOWN)
        yield lambda before=before: profile.movements.at != before  # type: ignore[misc]
    key(pygame.K_RETURN)
    yield on(CalibrateScreen)
    for index in (0, 1):
        yield at("show", index)
        yield at("show", index, tops=1)
        yield at("adjust", index)
        key(pygame.K_SPACE)
    yield on(Pin)
    write(PIN)
    key(pygame.K_RETURN)
    yield at("finished", 1)
    key(pygame.K_SPACE)
    yield on(Profile)
