"""Every step of a practice, whatever happens to the window, the camera and the clock."""

from itertools import cycle
from random import Random
from typing import get_args

import pygame
import pytest

from app.stage import Shown
from feedback.moment import Part
from feedback.presence import GONE_AFTER_S
from tests.app.passing import BACK, LOST, ON, Camera, Passing, happens, passing
from tests.ui.stands import Set, setting, writers
from words.tr import tr

SIZES = [(700, 1000), (1920, 1080), (640, 360)]
HOUR_S = 3600.0
# Steps in which the camera is what one moves before, and those that go by the clock.
BEFORE_CAMERA = {"seeing", "showing", "moving", "paused"}
TIMED = {"grounding", "showing", "moving", "hands"}


# --- the window


def sized(at: Passing, size: tuple[int, int]) -> None:
    """Let the window have another size, of which it is told in one way or another, or not."""
    pygame.display.set_mode(size, pygame.RESIZABLE)
    pygame.event.clear()
    if size == SIZES[0]:
        happens(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1])
    elif size == SIZES[2]:
        for told in (pygame.WINDOWMOVED, pygame.WINDOWDISPLAYCHANGED, pygame.WINDOWFOCUSLOST):
            happens(told, x=5, y=7, display_index=1)
    at.turn()


def check_words_inside(found: list[Set], step: str) -> None:
    assert found, step
    for each in found:
        assert each.within, (step, each.text, each.taken, each.on)
        assert each.whole, (step, each.text, each.on)


def test_in_another_size_or_on_another_screen_every_step_is_kept_and_drawn_at_once() -> None:
    seen = []
    with passing() as at:
        for step in at.steps():
            seen.append(step)
            answered = at.answered()
            for size in SIZES:
                with setting(*writers()) as found:
                    sized(at, size)
                surface = pygame.display.get_surface()
                assert surface is not None
                assert surface.get_size() == size
                corner = pygame.Rect(size[0] - 5, size[1] - 5, 5, 5)
                assert max(pygame.transform.average_color(surface, corner)[:3]) > 10, step
                check_words_inside(found, step)
                assert (at.step, at.answered()) == (step, answered)
            for told in (pygame.WINDOWMINIMIZED, pygame.WINDOWRESTORED, pygame.WINDOWFOCUSGAINED):
                happens(told)
            at.turn()
            assert at.step == step
    assert len(seen) == 18


def test_a_window_of_hardly_any_size_stops_nobody() -> None:
    sizes = cycle([(90, 50), (480, 300), (1200, 40), (60, 700)])
    with passing() as at:
        for step in at.steps():
            sized(at, next(sizes))
            assert at.step == step


def test_nothing_dark_fades_over_a_screen_that_comes_up_as_the_size_changes() -> None:
    with passing() as at:
        at.wait(5)
        pygame.display.set_mode((800, 600), pygame.RESIZABLE)
        at.press(ON)
        assert at.step == "signs"
        at_once = pygame.transform.average_color(at.window._surface)
        at.wait(5)
        later = pygame.transform.average_color(at.window._surface)
        assert max(abs(a - b) for a, b in zip(at_once, later, strict=True)) <= 1


# --- the camera


def said(found: list[Set]) -> str:
    return " ".join(each.text for each in found)


def check_says_why(found: list[Set], lost: str, step: str) -> None:
    first = tr(lost).partition(". ")[0].rstrip(".")
    assert first in said(found), (step, lost, said(found))


@pytest.mark.parametrize("scanning", [False, True])
def test_a_camera_lost_in_any_step_is_calmly_said_keeps_all_of_it_and_comes_back(
    scanning: bool,
) -> None:
    ways = cycle(LOST)
    with passing(scanning=scanning) as at:
        for step in at.steps():
            moved_s, answered = at.moved_s, at.answered()
            unseen = at.moment.step is not None and not at.moment.step.exercise.seen
            at.camera.lost = lost = next(ways)
            at.wait(4)
            with setting(*writers()) as found:
                at.turn()
            assert at.answered() == answered
            if unseen and step == "moving":  # by time and breath alone
                assert at.step == "moving"
                assert at.moved_s > moved_s
            elif step in BEFORE_CAMERA:
                assert at.step == ("seeing" if step == "seeing" else "paused")
                check_says_why(found, lost, step)
                assert at.moved_s <= moved_s + 0.2
                assert cue_of(at.shown) is None
            else:
                assert at.step == step
            at.camera.lost = None
            at.wait(8)
            assert at.step == step
            assert at.answered() == answered


def cue_of(shown: Shown | None) -> str | None:
    assert shown is not None
    cue = None if shown.step is None else shown.step.feedback.cue
    return None if cue is None else cue.id


@pytest.mark.parametrize("never", [False, True])
def test_with_no_camera_at_all_every_step_is_gone_through_by_keys_and_back(never: bool) -> None:
    screens = []
    with passing(camera=Camera(never=never)) as at:
        at.wait(2)
        at.camera.lost = None if never else "notice.camera-lost"
        for _ in range(9):
            screens.append(at.step)
            at.press(ON)
        assert screens[:5] == ["arrival", "signs", "today", "seeing", "grounding"]
        assert screens[5:] == ["movement", "hands", "after", "words"]
        assert at.step == "summary"
        for _ in range(4):
            at.press(BACK)
        assert at.step == "movement"
        at.press(BACK)
        assert at.step == "grounding"
        at.press(ON)
        at.camera.lost, at.camera.never = None, False
        at.wait(2)
        assert at.step == "showing"


@pytest.mark.parametrize("lost", LOST)
def test_with_one_key_nobody_is_held_by_a_camera_that_is_lost(lost: str) -> None:
    with passing(scanning=True) as at:
        at.turn()
        at.press(ON, ON, ON)
        at.camera.lost = lost
        at.wait(3)
        assert at.step == "seeing"
        at.press(pygame.K_SPACE)
        assert at.step == "grounding"
        at.press(ON)
        at.wait(2)
        assert at.step == "movement"
        at.press(pygame.K_SPACE)
        assert at.step == "hands"


def test_somebody_at_their_place_in_a_picture_that_stands_still_is_not_taken_for_ready() -> None:
    with passing() as at:
        at.turn()
        at.press(ON, ON, ON)
        at.camera.lost = "notice.frozen"
        at.wait(40)
        assert at.step == "seeing"
        assert at.moment.advice is not None
        assert at.moment.advice.hint == "nobody"


# --- the clock


def test_a_machine_that_sleeps_in_any_step_counts_none_of_it_and_offers_to_go_on() -> None:
    with passing() as at:
        for step in at.steps():
            moved_s, answered = at.moved_s, at.answered()
            at.turn(by_s=HOUR_S)
            at.wait(3)
            assert at.answered() == answered
            assert at.moved_s == pytest.approx(moved_s, abs=0.3), step
            if step not in TIMED:
                assert at.step == step
                continue
            assert at.step == ("paused" if step in ("showing", "moving") else step)
            assert at.step == "paused" or at.moment.paused
            stands_s = at.moment.within_s
            at.wait(3)
            assert at.moved_s == pytest.approx(moved_s, abs=0.3)
            assert at.step == "paused" or at.moment.within_s == stands_s
            at.press(pygame.K_SPACE)
            # Before a camera they are welcomed back once they are seen.
            at.until(step, most_s=GONE_AFTER_S)
        assert at.loop.arc is not None
        record = at.loop.arc.record(at.t)
        assert record is not None
        assert all(each.completed for each in record.movements)


# --- whatever else may happen


def test_a_sound_device_that_is_taken_away_in_mid_movement_is_told_to_the_sounds_once() -> None:
    with passing() as at:
        for step in at.steps():
            if step == "moving":
                break
        assert at.ear.lost_s == []
        happens(pygame.AUDIODEVICEREMOVED, which=0, iscapture=0)
        at.wait(3)
        assert len(at.ear.lost_s) == 1
        assert at.step == "moving"


# Letters (but F, which opens the window anew), digits, arrows, what edits and leads through it.
MASHED = [
    *({*range(pygame.K_SPACE, pygame.K_DELETE + 1)} - {pygame.K_f}),
    *(pygame.K_RETURN, pygame.K_TAB, pygame.K_BACKSPACE, pygame.K_PAGEUP, pygame.K_F1, pygame.K_F8),
    *(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_HOME, pygame.K_END),
]
LETTERS = "aß ذرع e\u0301 👩‍👩‍👧 שלום 5"


def mashed(at: Passing, random: Random) -> None:
    """Do one of all that may happen at the window, or to the camera."""
    kind = random.random()
    if kind < 0.1:
        happens(pygame.TEXTINPUT, text=random.choice(LETTERS))
    elif kind < 0.2:
        pos = random.randrange(640), random.randrange(400)
        happens(pygame.MOUSEBUTTONDOWN, button=1, pos=pos)
        happens(pygame.MOUSEMOTION, pos=pos, buttons=(1, 0, 0))
        happens(pygame.MOUSEBUTTONUP, button=1, pos=pos)
    elif kind < 0.23:
        at.camera.lost = random.choice([None, None, *LOST])
    elif kind < 0.25:
        at.camera.here = random.random() < 0.7
    else:
        key = ON if kind < 0.32 else random.choice(MASHED)
        mod = pygame.KMOD_SHIFT if kind > 0.95 else 0
        happens(pygame.KEYDOWN, key=key, mod=mod)


def test_keys_mashed_from_every_part_on_raise_nothing_and_lose_nothing() -> None:
    random, seen = Random(20), set[str]()
    for parts in range(12):
        with passing() as at:
            at.turn()
            at.press(*[ON] * parts)
            seen.add(at.step)
            moved_s = at.moved_s
            for turn in range(12):
                mashed(at, random)
                at.draws = turn % 6 == 0
                at.turn(by_s=random.choice([0.1, 0.5, 4.0]))
                seen.add(at.step)
                assert at.moved_s >= moved_s
                moved_s = at.moved_s
    assert set(get_args(Part)) - {"movement"} <= seen
    assert {"showing", "moving", "stop"} <= seen
