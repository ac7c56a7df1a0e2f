"""A made-up person doing a movement exactly as its guide does, for drawing."""

from dataclasses import replace
from math import nan
from typing import Literal

import numpy as np
import pygame

from exercises.definition import Target
from exercises.easing import ease
from exercises.exercise import Exercise
from exercises.guide import guide_at
from feedback.breath import BreathPhase
from feedback.feedback import Cue, Feedback
from feedback.repetition import Repetition
from feedback.verdict import Standing, Verdict
from figure.joint_angles import JointAngles
from figure.kinematics import skeleton
from ui.screens.practice import PracticeScreen
from ui.view import Choices, Picture, PracticeView
from vision.measures import MEASURES
from vision.pose import Pose

FRAME = (1280, 720)


def pose_of(angles: JointAngles, view: str = "front") -> Pose:
    """Return the pose a camera in that view has of a drawn body; from the side it looks left."""
    points = skeleton(angles)
    x, z = (-points[:, 2], -points[:, 0]) if view == "side" else (points[:, 0], -points[:, 2])
    width, height = FRAME
    scale = 0.42 * height
    image = np.column_stack(
        [width / 2 + x * scale, 0.95 * height - points[:, 1] * scale, z * scale, np.ones(33)]
    )
    hips = (points[23] + points[24]) / 2
    world = np.column_stack([x - x[23:25].mean(), hips[1] - points[:, 1], z, np.ones(33)])
    return Pose(image, world)


def verdicts_of(exercise: Exercise, share: float, standing: Standing | None) -> tuple[Verdict, ...]:
    """Return verdicts with every lead measure `share` of the way to the middle of its range."""
    return tuple(
        _verdict(target, i, share, standing)
        for target in exercise.targets
        for i, measure in enumerate(MEASURES)
        if measure.name == target.measure
    )


def _verdict(target: Target, row: int, share: float, standing: Standing | None) -> Verdict:
    way = (target.low + target.high) / 2 - target.rest
    value = target.rest + way * share * (target.role == "lead")
    comfortable = target.low <= value <= target.high
    found = Standing.COMFORTABLE if comfortable else Standing.TRAVELLING
    if standing is Standing.UNSEEN:
        value = nan
    return Verdict(
        MEASURES[row],
        target.role,
        value,
        target.rest,
        target.low,
        target.high,
        target.ceiling,
        max(0.0, share),
        standing or found,
    )


def feedback_of(
    exercise: Exercise,
    t: float,
    *,
    done: int = 2,
    cue: Cue | None = None,
    standing: Standing | None = None,
) -> Feedback:
    """Return the feedback `t` seconds into a movement followed exactly."""
    moment = guide_at(exercise, t)
    breath = exercise.phases[moment.phase].breath
    full = {"in": ease(moment.progress), "out": 1 - ease(moment.progress)}.get(breath, 0.5)
    apart = exercise.sides in ("each", "alternating")
    sides: list[Literal["left", "right", "both"]] = ["left", "right"] if apart else ["both"]
    return Feedback(
        time_s=t,
        seen=standing is not Standing.UNSEEN,
        verdicts=verdicts_of(exercise, full, standing),
        breath=BreathPhase(breath, full, moment.progress, moment.cycle),
        guide=moment.angles,
        phase=moment.phase,
        side=moment.side,
        cue=cue,
        cannot_see=False,
        repetitions=tuple(
            Repetition(side, 0.0, 1.0, 2.0, 90.0) for side in sides for _ in range(done)
        ),
        partial=0,
    )


def view_of(exercise: Exercise, t: float, feedback: Feedback | None = None) -> PracticeView:
    """Return what a screen is given `t` seconds into a movement followed exactly."""
    feedback = feedback or feedback_of(exercise, t)
    return PracticeView(
        exercise=exercise,
        feedback=feedback,
        pose=pose_of(feedback.guide, exercise.view),
        frame_size=FRAME,
        picture=None,
        remaining_s=118.0,
        planned=exercise.repetitions,
        notice=None,
        calm=False,
        label=None,
        t=t,
    )


def plain_picture(size: tuple[int, int]) -> Picture:
    """Return a made-up picture of an empty room, the middle of the frame in the shape `size`."""
    width, height = size
    across = np.linspace(90, 40, width)[None, :, None]
    down = np.linspace(1.0, 0.7, height)[:, None, None]
    pixels = np.full((height, width, 4), 255, dtype=np.uint8)
    pixels[:, :, :3] = across * down * np.array((1.0, 1.0, 0.9))
    half = FRAME[1] * width / height / 2
    return Picture(pixels, FRAME[0] / 2 - half, 0, FRAME[0] / 2 + half, FRAME[1])


def drawn(
    size: tuple[int, int], view: PracticeView, choices: Choices | None = None, settle_s: float = 3.0
) -> pygame.Surface:
    """Return the practice screen for `view`, after everything that eases has come to rest."""
    choices = choices or Choices()
    surface = pygame.Surface(size)
    screen = PracticeScreen(size, choices)
    screen.draw(surface, replace(view, t=view.t - settle_s), choices)
    screen.draw(surface, replace(view, t=view.t - settle_s / 2), choices)
    screen.draw(surface, view, choices)
    return surface
