"""What the calibrate screen is given to draw, and what it asks of whatever sees the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from exercises.exercise import Exercise
from feedback.calibrating_intent import CalibratingIntent
from feedback.calibrating_step import CalibratingStep
from ui.view import Picture
from vision.pose import Pose


@dataclass(frozen=True, slots=True, eq=False)
class CalibrateView:
    """One moment of a calibration.

    Attributes
    ----------
    exercise
        The movement as it is offered to the person.
    step
        Where the calibration is; `None` before anything was seen.
    pose
        The landmarks drawn, in pixels of a frame of `frame_size`; `None` where nobody is seen.
    frame_size
        Width and height of the whole frame in pixels.
    picture
        What the camera sees; `None` where there is nothing to show.
    notice
        Id of what is said of the camera, which outranks the rest; `None` where there is nothing.
    label
        Id of a quiet label on the picture; `None` where there is none.
    t
        Monotonic seconds now.
    """

    exercise: Exercise
    step: CalibratingStep | None
    pose: Pose | None
    frame_size: tuple[int, int]
    picture: Picture | None
    notice: str | None
    label: str | None
    t: float


class CannotSee(Exception):  # noqa: N818 (said to the therapist, in one line)
    """Nothing can be seen with: its text says in one line why, and what to do."""


class Calibrates(Protocol):
    """Sees the person and steps their calibration."""

    def turn(
        self, asked: Sequence[CalibratingIntent], picture_size: tuple[int, int], t: float
    ) -> CalibrateView:
        """Do what was asked for, and return the moment at `t` seconds.

        Raises
        ------
        CannotSee
            Where there is nothing to see with.
        """
        ...

    def close(self) -> None:
        """Let go of the camera."""
        ...
