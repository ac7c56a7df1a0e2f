"""Calibrating in the staff's window: the camera on its own threads, stepped from the loop."""

import threading
from collections.abc import Callable, Sequence

import click

from app.calibration import Calibration, Plan, open_for_calibrating, planned
from app.detection import Seen
from app.live import Live
from app.settings import Settings
from app.stage import LABELS
from exercises.exercise import Exercise
from feedback.calibrating_intent import CalibratingIntent
from feedback.calibrating_step import CalibratingStep
from ui.around import Around
from ui.calibrate_view import CalibrateView, CannotSee
from ui.desk_screen import DeskScreen
from ui.next import Calibrate
from ui.screens.calibrate import CalibrateScreen
from vision.models import ModelError
from vision.source import Source, SourceError

# Before anything was seen the frame has no size; any will do, as nothing is drawn in it.
_NO_FRAME = (16, 9)


class LiveCalibration:
    """A calibration before a live source.

    Parameters
    ----------
    source
        As it is named on the command line.
    plan
        What is found, and for whom.
    closing
        Threads that still let go of a camera, which is waited for before it is opened anew; this
        one adds its own.
    """

    def __init__(self, source: str, plan: Plan, closing: list[threading.Thread]) -> None:
        self._plan, self._closing = plan, closing
        before = list(closing)

        def opened() -> Source:
            for thread in before:
                thread.join()
            return open_for_calibrating(source, plan, in_time=True)

        self._live = Live(opened)
        self._live.__enter__()
        self._calibration: Calibration | None = None
        self._step: CalibratingStep | None = None
        self._closed = False

    def turn(
        self, asked: Sequence[CalibratingIntent], picture_size: tuple[int, int], t: float
    ) -> CalibrateView:
        """Take the newest of what was seen, do what was asked for, and return the moment.

        Raises
        ------
        CannotSee
            Where the source or the model cannot be used.
        """
        self._live.detection.picture_size = picture_size
        try:
            seen = self._live.newest(t)
        except (SourceError, ModelError) as error:
            raise CannotSee(str(error)) from error
        if self._calibration is None and seen is not None:
            self._calibration = Calibration(self._plan, t)
        if self._calibration is not None:
            self._advance(self._calibration, seen, asked, t)
        return self._view(t)

    def close(self) -> None:
        """Let go of the camera; a read under way is waited for by a thread, not by the window."""
        if self._closed:
            return
        self._closed = True
        thread = threading.Thread(target=self._live.__exit__, name="closing")
        self._closing.append(thread)
        thread.start()

    def _advance(
        self,
        calibration: Calibration,
        seen: Seen | None,
        asked: Sequence[CalibratingIntent],
        t: float,
    ) -> None:
        observation = seen.observation if seen is not None else None
        first, *more = asked or (None,)
        self._step = calibration.step(first, observation, t)
        for intent in more:
            self._step = calibration.step(intent, None, t)

    def _view(self, t: float) -> CalibrateView:
        last = self._live.last
        sight = self._calibration.sight if self._calibration is not None else None
        image = last.observation.frame.image if last is not None else None
        return CalibrateView(
            exercise=self._plan.exercise,
            step=self._step,
            pose=sight.pose if sight is not None and sight.present else None,
            frame_size=_NO_FRAME if image is None else (image.shape[1], image.shape[0]),
            picture=last.picture if last is not None else None,
            notice=self._live.notice(t),
            label=LABELS.get(self._live.kind or ""),
            t=t,
        )


def calibrate_screen(
    around: Around, source: str, plan: Plan, closing: list[threading.Thread]
) -> CalibrateScreen:
    """Return the screen of a calibration, with its source being opened."""
    return CalibrateScreen(
        around,
        plan.person,
        plan.exercise,
        plan.versions,
        LiveCalibration(source, plan, closing),
        locked=plan.locked,
    )


def begin_calibrating(
    settings: Settings, source: str | None
) -> Callable[[Around, Calibrate], DeskScreen | str]:
    """Return what begins a calibration from a screen: its screen, or a line on why there is none.

    Parameters
    ----------
    source
        Where it looks; `None` for the camera in the settings.
    """
    closing: list[threading.Thread] = []

    def begin(around: Around, asked: Calibrate) -> DeskScreen | str:
        exercise: Exercise | None = around.movements.get(asked.exercise_id)
        if exercise is None:
            return around.tr("programme.unknown", movement=asked.exercise_id)
        try:
            plan = planned(asked.person, exercise, asked.versions, locked=asked.locked)
            closing[:] = [thread for thread in closing if thread.is_alive()]
            return calibrate_screen(around, source or settings.camera, plan, closing)
        except click.ClickException as error:
            return error.format_message()

    return begin
