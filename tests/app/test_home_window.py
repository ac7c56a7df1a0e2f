"""Home's real window: pygame's own events in, screens out, and a practice within it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pygame
import pytest

from app.home import Home
from app.home_run import run_home
from app.home_window import HomeWindow
from app.settings import Settings, load_settings, save_settings, settings_path
from app.window import Window
from exercises.person import Person
from feedback.ratings import DiaryEntry
from records.diary import Diary
from records.errors import StoreFull, StoreLocked
from records.store import Store
from tests.app.clinic import Clinic
from tests.app.home_bench import CODE, somebody
from ui.inputs import Press
from vision.replay import save_replay

SIZE = 1000, 640
RETURN, ESC = pygame.K_RETURN, pygame.K_ESCAPE

Does = Iterator[None]


def key(code: int, text: str = "") -> None:
    """Press a key as SDL says it, and let it go."""
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=text))
    if text:
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=text))
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=0))


@pytest.fixture
def empty_room(tmp_path: Path) -> str:
    """Return a recording in which nobody is seen, long enough to say something."""
    path = tmp_path / "empty-room.npz"
    save_replay(path, [0.1 * n for n in range(600)], [None] * 600, (64, 48))
    return str(path)


def lived(
    clinic: Clinic,
    monkeypatch: pytest.MonkeyPatch,
    script: Callable[[list[Home], list[str]], Does],
    source: str | None = None,
) -> list[str]:
    """Live through a script, a step of it after each picture; return what was seen in turn."""
    seen: list[str] = []
    homes: list[Home] = []
    steps = script(homes, seen)
    show, draw = HomeWindow.show, Window.present

    def note(what: str) -> None:
        if not seen or seen[-1] != what:
            seen.append(what)

    def shown(self: HomeWindow, home: Home) -> None:
        show(self, home)
        homes[:] = [home]
        note(home.at.where)
        next(steps, None)

    def presented(self: Window) -> None:
        draw(self)
        note("practice")
        next(steps, None)

    monkeypatch.setattr(HomeWindow, "show", shown)
    monkeypatch.setattr(Window, "present", presented)
    assert run_home(clinic.place, SIZE, source)
    return seen


@pytest.mark.parametrize("codes", [(), ("P-0147", "P-0148")])
def test_where_nobody_or_several_are_at_home_there_is_no_home(
    clinic: Clinic, codes: tuple[str, ...]
) -> None:
    with clinic.store() as store:
        store.people.add_all(Person(code=code) for code in codes)
    assert not run_home(clinic.place, SIZE)
    assert not pygame.display.get_init()


def test_a_store_that_cannot_be_opened_is_no_home(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> Store:
        raise StoreLocked(clinic.place.store)

    monkeypatch.setattr("records.store.open_store", locked)
    assert not run_home(clinic.place, SIZE)


def test_whoever_closes_the_window_before_the_store_is_open_wants_no_other(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = HomeWindow.greet

    def greeted(self: HomeWindow, language: str, now: datetime) -> None:
        plain(self, language, now)
        self.quit = True

    monkeypatch.setattr(HomeWindow, "greet", greeted)
    assert run_home(clinic.place, SIZE)


def until(done: Callable[[], bool]) -> Does:
    """Look on until something is so."""
    while not done():
        yield


def test_home_opens_is_gone_through_and_left(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    with clinic.store() as store:
        somebody(store)
    save_settings(Settings(next_card=3), settings_path())

    def script(homes: list[Home], seen: list[str]) -> Does:
        for _ in range(5):
            key(pygame.K_TAB)
        key(RETURN)
        yield from until(lambda: seen[-1] == "card")
        key(ESC)
        yield from until(lambda: seen[-1] == "today")
        key(pygame.K_F9)
        yield
        key(ESC)
        yield

    assert lived(clinic, monkeypatch, script) == ["today", "card", "today"]
    kept = load_settings(settings_path())
    assert (kept.next_card, kept.theme) == (4, "contrast")
    assert not pygame.display.get_init()


def test_closing_the_window_in_the_middle_of_a_line_keeps_it(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    with clinic.store() as store:
        somebody(store)

    def script(homes: list[Home], seen: list[str]) -> Does:
        key(pygame.K_TAB)
        key(pygame.K_TAB)
        key(RETURN)
        yield from until(lambda: seen[-1] == "diary")
        key(pygame.K_RIGHT)
        key(RETURN)
        yield from until(lambda: seen[-1] == "symptoms")
        key(pygame.K_a, "ä")
        yield
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        yield

    lived(clinic, monkeypatch, script)
    with clinic.store() as store:
        (entry,) = store.diary.list(CODE)
    assert entry.value == DiaryEntry(day=date.today(), symptoms="ä")


def test_a_line_that_could_not_be_kept_at_the_end_is_told(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with clinic.store() as store:
        somebody(store)

    def full(*_: object) -> None:
        raise StoreFull(clinic.place.store)

    def script(homes: list[Home], seen: list[str]) -> Does:
        key(pygame.K_TAB)
        key(pygame.K_TAB)
        key(RETURN)
        yield from until(lambda: seen[-1] == "diary")
        monkeypatch.setattr(Diary, "add", full)
        key(pygame.K_LEFT)  # round to the flare day
        key(RETURN)
        yield
        yield
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        yield

    lived(clinic, monkeypatch, script)
    assert "what was noted last was not kept" in capsys.readouterr().err


def test_a_practice_runs_in_the_same_window_and_comes_home_kept(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, empty_room: str
) -> None:
    with clinic.store() as store:
        somebody(store)
    sizes: list[tuple[int, int]] = []

    def script(homes: list[Home], seen: list[str]) -> Does:
        sizes.append(pygame.display.get_window_size())
        key(RETURN)
        yield from until(lambda: seen[-1] == "practice")
        sizes.append(pygame.display.get_window_size())
        for _ in range(20):
            yield
        key(pygame.K_4)
        for _ in range(20):
            yield
        key(ESC)
        yield from until(lambda: homes[0].said == "home.practice-kept")
        sizes.append(pygame.display.get_window_size())
        assert pygame.key.get_repeat() != (0, 0)
        key(ESC)
        yield

    seen = lived(clinic, monkeypatch, script, empty_room)
    assert seen == ["today", "practice", "today"]
    assert set(sizes) == {SIZE}
    with clinic.store() as store:
        (kept,) = store.practices.list(CODE)
    assert kept.ratings.pain_before == 4


def test_closing_the_window_in_a_practice_closes_home_and_keeps_it(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, empty_room: str
) -> None:
    with clinic.store() as store:
        somebody(store)

    def script(homes: list[Home], seen: list[str]) -> Does:
        key(RETURN)
        yield from until(lambda: seen[-1] == "practice")
        for _ in range(20):
            yield
        key(pygame.K_4)
        for _ in range(20):
            yield
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        yield

    assert lived(clinic, monkeypatch, script, empty_room) == ["today", "practice"]
    with clinic.store() as store:
        assert len(store.practices.list(CODE)) == 1


def test_a_camera_that_is_not_there_is_said_in_a_line(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    with clinic.store() as store:
        somebody(store)

    def script(homes: list[Home], seen: list[str]) -> Does:
        key(RETURN)
        yield from until(lambda: homes[0].said == "home.no-camera")
        key(ESC)
        yield

    seen = lived(clinic, monkeypatch, script, "nowhere.npz")
    assert seen[0] == seen[-1] == "today"


def test_a_lent_window_keeps_its_size_its_keys_and_the_whole_screen() -> None:
    with HomeWindow(Settings(), SIZE) as window:
        key(pygame.K_F11)
        window.inputs()
        assert window.choices.full_screen
        with window.lent(Settings()) as lent:
            assert lent.choices.full_screen
            assert pygame.key.get_repeat() == (0, 0)
            key(pygame.K_F11)
            lent.asked(0.0)
            assert not lent.choices.full_screen
            lent.close()
            assert pygame.display.get_init()
        assert not window.choices.full_screen
        assert window.size == SIZE
        key(pygame.K_a)
        assert window.inputs() == [Press(pygame.K_a)]
    assert not pygame.display.get_init()
