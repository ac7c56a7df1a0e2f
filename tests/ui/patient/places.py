"""Moments of a practice in which a body or a breath is shown, and how they are drawn."""

from dataclasses import replace

import pygame

from exercises.exercise import Exercise
from exercises.library import find_exercise
from feedback.grounding import Grounding, grounded
from feedback.moment import Moment
from feedback.pacer import resting_breath
from feedback.said import Said
from feedback.setting_up import Advice, Hint, Outline
from feedback.step import Step
from tests.ui.noted import Noted, noting
from tests.ui.scene import feedback_of, plain_picture, pose_of
from ui.layout import layout
from ui.patient import beside, seeing
from ui.patient.screen import PatientScreen, PatientView
from ui.patient.seeing import SeeingScreen
from ui.view import Choices
from vision.pose import Pose

SEATED = find_exercise("side-bend-seated")
STANDING = find_exercise("sunrise-arms-standing")
LYING = find_exercise("knee-rocks-lying")
SIZES = [(800, 600), (1280, 720), (1920, 1080), (700, 900)]
SCALES = [0.8, 1.0, 1.6]
PLAIN = Choices()


def view_of(moment: Moment, **rest: object) -> PatientView:
    """Return what a screen is given at `moment`."""
    return replace(PatientView(moment, t=20.0), **rest)  # type: ignore[arg-type]


def seeing_view(
    hint: Hint = "hips",
    ready: float = 0.0,
    place: Outline | None = None,
    pose: Pose | None = None,
) -> PatientView:
    """Return the view of somebody who finds their place."""
    advice = Advice(hint, ready, Outline(0.5, 0.3, 0.2))
    moment = Moment("seeing", 3.0, resting_breath(3.0), Said(), advice=advice, place=place)
    return view_of(moment, pose=pose)


def grounding_view(way: Grounding, within_s: float, *, paused: bool = False) -> PatientView:
    """Return the view of somebody who arrives."""
    at = grounded(way, within_s)
    moment = Moment("grounding", within_s, at.breath, Said(), grounded=at, paused=paused)
    return view_of(moment)


def moved_view(exercise: Exercise, within_s: float = 3.0, kind: str = "movement") -> PatientView:
    """Return the view of somebody who has moved, and rests so many seconds."""
    breath = resting_breath(within_s)
    feedback = replace(feedback_of(exercise, 0.0), breath=breath)
    step = Step("resting", exercise, 0, feedback, 40.0, exercise.repetitions)
    moment = Moment(kind, within_s, breath, Said(), step=step)  # type: ignore[arg-type]
    return view_of(moment)


def drawn(
    screen: PatientScreen,
    view: PatientView,
    size: tuple[int, int] = (1280, 720),
    choices: Choices = PLAIN,
    comes: Exercise | None = None,
    *,
    pictured: bool = False,
) -> pygame.Surface:
    """Return a screen, after everything that eases has come to rest."""
    if comes is not None:
        view = replace(view, moment=replace(view.moment, exercise=comes))
    place = layout(size, choices.text_scale, choices.theme)
    if pictured and isinstance(screen, SeeingScreen):
        view = replace(view, picture=plain_picture(screen.picture_box(place, view)))
    surface = pygame.Surface(size)
    screen.enter(replace(view, t=view.t - 3.0))
    for before_s in (3.0, 1.5, 0.0):
        screen.draw(surface, place, replace(view, t=view.t - before_s), choices)
    return surface


def written(
    screen: PatientScreen,
    view: PatientView,
    size: tuple[int, int],
    scale: float,
    comes: Exercise | None = None,
) -> list[Noted]:
    """Return what is written in the body of a screen."""
    with noting(beside, seeing) as found:
        drawn(screen, view, size, Choices(text_scale=scale), comes)
    return found


SEATED_POSE = pose_of(feedback_of(SEATED, 0.0).guide)
STANDING_POSE = pose_of(feedback_of(STANDING, 0.0).guide)
