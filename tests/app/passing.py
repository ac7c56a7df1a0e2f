"""Somebody who goes through a whole practice in the real window, over synthetic seconds.

The camera is a stand-in that can be lost in every way; nothing waits and nothing is looked at by
the pose model, so that one walk can stop at every step and try something there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pygame

from app.clock import monotonic
from app.detection import Seen
from app.led import Led
from app.live import Live
from app.loop import Loop
from app.settings import Settings
from app.sounds import Sounds
from app.stage import Shown
from app.timings import Timings
from app.today import Today
from app.walk import screen_of
from app.window import Window
from exercises.library import find_exercise
from exercises.prepared import Prepared
from feedback.moment import WHOLE, Moment, Plan
from feedback.said import Said
from tests.ui.scene import FRAME, feedback_of, plain_picture, pose_of
from ui.sounds.sounding import Heard
from ui.view import Choices
from vision.frames import Frame
from vision.observation import Observation
from vision.pose import Pose

SUNRISE = find_exercise("sunrise-arms-seated").model_copy(update={"minutes": 0.02})
BREATH = find_exercise("arriving-breath").model_copy(update={"minutes": 0.02})
TURN_S = 0.2
ON, BACK = pygame.K_PAGEDOWN, pygame.K_PAGEUP
REST_S = 12.0
# In which of its ways a camera can be lost: what is said of it.
LOST = ("notice.camera-lost", "notice.silent", "notice.dark", "notice.frozen")
_ROOM = np.full((FRAME[1], FRAME[0], 3), 120, np.uint8)


@lru_cache(maxsize=32)
def _pose(tenth: int) -> Pose:
    """Return somebody who follows the guide, at so many tenths of its cycle."""
    return pose_of(feedback_of(SUNRISE, tenth / 10 * SUNRISE.cycle_s).guide)


@dataclass
class Camera:
    """Stands in for a live camera.

    Attributes
    ----------
    lost
        What is said of it while it shows nothing; `None` while it does.
    here
        Whether somebody is before it.
    never
        Whether it has shown nothing yet.
    """

    lost: str | None = None
    here: bool = True
    never: bool = False
    last: Seen | None = None
    kind = "camera"
    ended = False
    detection: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(picture_size=None))
    index: int = 0

    def newest(self, t: float) -> Seen | None:
        """Return what is seen at `t`: nothing new, a black picture, or the same once more."""
        if self.never or self.lost in ("notice.camera-lost", "notice.silent"):
            return None
        self.index += 1
        frame = Frame(_ROOM, t, self.index)
        pose = _pose(round(t * 10 / SUNRISE.cycle_s) % 10) if self.here else None
        if self.lost == "notice.dark":
            pose = None
        elif self.lost is not None and self.last is not None:
            pose = self.last.observation.poses[0]
        size = self.detection.picture_size
        picture = None if size is None else _picture(size)
        self.last = Seen(Observation(frame, (pose,)), picture, joined=False, found_s=t)
        return self.last

    def notice(self, t: float) -> str | None:
        """Return what is said of it."""
        return self.lost or ("notice.opening" if self.last is None else None)


_picture = lru_cache(maxsize=64)(plain_picture)


class Ear(Sounds):
    """Takes down what is heard and spoken."""

    def __init__(self) -> None:
        super().__init__(None, None)
        self.heard: list[Heard] = []
        self.lost_s: list[float] = []

    def follow(self, moment: Moment, choices: Choices, t: float) -> None:
        """Hear nothing."""

    def lost(self, t: float) -> None:
        """Note that a device was taken away."""
        self.lost_s.append(t)


class Passing:
    """One practice in one window, and where it is."""

    def __init__(self, window: Window, camera: Camera) -> None:
        self.window, self.camera, self.ear = window, camera, Ear()
        done = (Prepared(SUNRISE, (), REST_S), Prepared(BREATH, ()))
        led = Led(Plan(WHOLE, grounding="breaths", goal="the shelf"), {"usual": Today(done)})
        live = cast(Live, camera)
        self.closed: list[Said] = []
        self.loop = Loop(
            led.begin(Settings()),
            live,
            window,
            Timings(),
            sounds=self.ear,
            closing=lambda arc: self.closed.append(arc.said),
        )
        self.t = monotonic()
        self.over, self.draws = False, True
        self.shown: Shown | None = None
        plain = window.draw

        def draw(shown: Shown) -> None:
            self.shown = shown
            if self.draws:
                plain(shown)

        window.draw = draw  # type: ignore[method-assign]

    @property
    def moment(self) -> Moment:
        """Where the practice is."""
        assert self.shown is not None
        assert self.shown.moment is not None
        return self.shown.moment

    @property
    def step(self) -> str:
        """The screen it is at."""
        return screen_of(self.moment)

    @property
    def moved_s(self) -> float:
        """For how long it was moved so far."""
        record = self.loop.arc and self.loop.arc.record(self.t)
        return sum(each.active_s for each in record.movements) if record else 0.0

    def turn(self, times: int = 1, by_s: float = TURN_S) -> None:
        """Let some pictures be drawn."""
        for _ in range(times):
            self.t += by_s
            self.over = self.over or self.loop.turn(self.t)
            self.window.present()

    def press(self, *keys: int) -> None:
        """Press keys, one a picture."""
        for key in keys:
            happens(pygame.KEYDOWN, key=key, mod=0)
            self.turn()

    def until(self, step: str, most_s: float = 60.0) -> None:
        """Wait for a step that comes by itself."""
        end = self.t + most_s
        self.draws = False  # nobody looks
        while self.step != step:
            assert self.t < end, (self.step, step)
            self.turn()
        self.draws = True
        self.turn()

    def wait(self, times: int) -> None:
        """Let time go by; only the last picture is drawn."""
        self.draws = False
        self.turn(times - 1)
        self.draws = True
        self.turn()

    def at(self, step: str) -> str:
        """Check that it is at a step, once its keys have been pressed."""
        assert self.step == step, (self.step, step)
        return step

    def steps(self) -> Iterator[str]:
        """Go through it by keyboard, and yield at every step of it."""
        self.turn()
        self.press(pygame.K_4, pygame.K_DOWN, pygame.K_6, pygame.K_DOWN, pygame.K_5)
        yield self.at("arrival")
        for step in ("signs", "today", "seeing"):
            self.press(ON)
            self.camera.here = step != "seeing"
            self.turn()
            yield self.at(step)
        self.press(ON)
        self.camera.here = True
        yield self.at("grounding")
        self.press(ON)
        yield self.at("showing")
        self.press(ON)
        yield self.at("moving")
        self.press(pygame.K_SPACE)
        yield self.at("paused")
        self.press(pygame.K_SPACE, pygame.K_p, pygame.K_7)
        yield self.at("pain")
        self.press(ON)
        yield self.at("rose")
        self.press(ON, pygame.K_s)
        yield self.at("stop")
        self.press(BACK)
        self.until("comparing")
        yield self.at("comparing")
        self.press(pygame.K_RETURN)
        yield self.at("resting")
        self.press(ON, ON)
        yield self.at("moving")  # by time and breath alone
        self.until("comparing")
        self.press(ON)
        yield self.at("hands")
        self.press(ON, pygame.K_5)
        yield self.at("after")
        self.press(ON)
        happens(pygame.TEXTINPUT, text="lighter")
        self.turn()
        yield self.at("words")
        self.press(ON)
        yield self.at("summary")

    def answered(self) -> dict[str, Any]:
        """Return what was answered so far, to be compared."""
        arc = self.loop.arc
        assert arc is not None
        return {"said": arc.said, "ratings": arc.ratings(), "index": _index(self.moment)}


def _index(moment: Moment) -> int:
    return -1 if moment.step is None else moment.step.index


def happens(kind: int, **what: object) -> None:
    """Let something happen at the window."""
    pygame.event.post(pygame.event.Event(kind, what))


@contextmanager
def passing(
    size: tuple[int, int] = (640, 400), camera: Camera | None = None, **choices: object
) -> Iterator[Passing]:
    """Open a window in which a practice is gone through."""
    with Window(Settings(), size) as window:
        pygame.event.clear()
        window.choices = replace(window.choices, **choices)  # type: ignore[arg-type]
        yield Passing(window, camera or Camera())
