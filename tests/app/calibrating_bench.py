"""A calibration stepped frame by frame, as fast as it can be: the real line, without waiting."""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import numpy as np
import pygame

from app.calibration import Calibration, Plan, open_for_calibrating, planned
from app.detection import picture_of
from app.pipeline import Onlooker
from app.stage import LABELS
from feedback.calibrating_intent import CalibratingIntent
from feedback.calibrating_step import CalibratingStep
from tests.app.desk_bench import Begin, Bench
from ui.around import Around
from ui.calibrate_view import CalibrateView
from ui.next import Calibrate
from ui.screens.calibrate import CalibrateScreen
from vision.landmarker import Landmarker
from vision.observation import Observation


class Stepped:
    """Sees one frame of a source at each turn, its time being that of the frames.

    Attributes
    ----------
    standing
        Whether no new frame is taken: the person has gone, and the picture stands.
    """

    def __init__(self, source: str, plan: Plan) -> None:
        self._held = ExitStack()
        self._plan = plan
        self._source = self._held.enter_context(open_for_calibrating(source, plan))
        looks = self._source.kind == "figure"
        self._onlooker = Onlooker(self._held.enter_context(Landmarker("full"))) if looks else None
        self._calibration: Calibration | None = None
        self._observation: Observation | None = None
        self.t = 0.0
        self.standing = False

    def turn(
        self, asked: Sequence[CalibratingIntent], picture_size: tuple[int, int], t: float
    ) -> CalibrateView:
        new = None if self.standing else self._next()
        self.t = self.t + 0.05 if new is None else new.frame.time_s
        self._calibration = self._calibration or Calibration(self._plan, self.t)
        first, *more = asked or (None,)
        step = self._calibration.step(first, new, self.t)
        for intent in more:
            step = self._calibration.step(intent, None, self.t)
        assert self._observation is not None
        image, sight = self._observation.frame.image, self._calibration.sight
        recorded = self._observation.frame.recorded is not None
        return CalibrateView(
            exercise=self._plan.exercise,
            step=step,
            pose=sight.pose if sight.present else None,
            frame_size=(image.shape[1], image.shape[0]),
            picture=None if recorded else picture_of(np.asarray(image), picture_size),
            notice=None,
            label=LABELS.get(self._source.kind),
            t=self.t,
        )

    def close(self) -> None:
        self._held.close()

    def _next(self) -> Observation | None:
        frame = self._source.read()
        if frame is None:
            return None
        if self._onlooker is not None:
            self._observation = self._onlooker.observe(frame)
        else:
            assert frame.recorded is not None
            self._observation = Observation(frame, frame.recorded)
        return self._observation


class Calibrating:
    """Begins calibrations before `source`, and turns them on a bench."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.bench: Bench | None = None
        self.stepped: Stepped | None = None

    @property
    def begin(self) -> Begin:
        """What a desk begins a calibration with."""

        def begun(around: Around, asked: Calibrate) -> CalibrateScreen:
            exercise = around.movements[asked.exercise_id]
            plan = planned(asked.person, exercise, asked.versions, locked=asked.locked)
            self.stepped = Stepped(self._source, plan)
            return CalibrateScreen(
                around,
                plan.person,
                plan.exercise,
                plan.versions,
                self.stepped,
                locked=plan.locked,
            )

        return begun

    @property
    def screen(self) -> CalibrateScreen:
        """The calibration that is seen."""
        assert self.bench is not None
        assert isinstance(self.bench.top, CalibrateScreen)
        return self.bench.top

    @property
    def step(self) -> CalibratingStep:
        """Where it is."""
        step = self.screen.step
        assert step is not None
        return step

    def turn(self, times: int = 1) -> None:
        """Let so many pictures go by, or as many as until another screen is seen."""
        assert self.bench is not None
        for _ in range(times):
            screen = self.bench.top
            if not isinstance(screen, CalibrateScreen):
                return
            self.bench.desk.follow(screen, screen.turn(0.0))
            self.bench.settle()

    def until(self, kind: str, tops: int = 0, most: int = 4000) -> None:
        """Let pictures go by until a step of `kind` with at least so many tops."""
        for _ in range(most):
            self.turn()
            if self.step.kind == kind and len(self.step.tops) >= tops:
                return
        raise AssertionError(f"{self.step.kind} with {len(self.step.tops)} tops, not {kind}")


class Drawn(Protocol):
    """Something that is drawn on a surface."""

    @property
    def surface(self) -> pygame.Surface:
        """What it is drawn on."""
        ...

    def draw(self) -> object:
        """Draw it now."""
        ...


class Album:
    """Keeps pictures of a run in the folder that ``UNHURRIED_RUN_PICTURES`` names, if it does."""

    def __init__(self, name: str) -> None:
        folder = os.environ.get("UNHURRIED_RUN_PICTURES")
        self._folder = Path(folder) / name if folder else None
        self._count = 0

    def keep(self, bench: Drawn, what: str) -> None:
        """Draw what is seen, and keep it as the next picture."""
        bench.draw()
        self._count += 1
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            pygame.image.save(bench.surface, self._folder / f"{self._count:02}-{what}.png")
