"""Scenes of the benchmarks, and recordings of them by a pose model without any error."""

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from figure.kinematics import skeleton

Array = NDArray[np.float64]

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))


def of_truth(name: str) -> ModuleType:
    """Return a module of the benchmarks, found as they find it themselves."""
    return import_module(f"truth.{name}")


def scene(course: str, turn_deg: float = 0.0) -> Any:
    """Return the first of the left-out scenes of a course, turned by so much."""
    scenes = of_truth("scenes").left_out_scenes(1)
    return replace(next(s for s in scenes if s.course.name == course), turn_deg=turn_deg)


def recorded(course: str, turn_deg: float = 0.0) -> Any:
    """Return a recording in which every landmark is where it belongs, seen from afar."""
    one = scene(course, turn_deg)
    times_s = np.arange(round(one.course.seconds * 5)) / 5
    exact = np.array([skeleton(one.course.posture(t), one.body) for t in times_s.tolist()])
    image, world = landmarks(exact, one.yaw_deg)
    return of_truth("recordings").Recording(one, times_s, image, world, exact)


def landmarks(exact: Array, yaw_deg: float) -> tuple[Array, Array]:
    """Return what a level camera far off sees, in pixels and in metres (T, 33, 4)."""
    left, up, ahead = np.moveaxis(exact, -1, 0)
    turn = np.radians(yaw_deg)
    across = left * np.cos(turn) + ahead * np.sin(turn)
    away = left * np.sin(turn) - ahead * np.cos(turn)
    world = np.stack([across, -up, away, np.ones_like(up)], axis=-1)
    image = world * [250.0, 250.0, 250.0, 1.0] + [480.0, 480.0, 0.0, 0.0]
    return image, world
