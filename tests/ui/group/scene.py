"""A made-up group, for drawing."""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from exercises.easing import ease
from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.library import find_exercise
from feedback.breath import BreathPhase
from feedback.group.plan import Beat, Move, Rest, Talk
from feedback.group.step import GroupKind, GroupStep, NoticeId, PlaceStep, Public, Seat
from feedback.group.step import PlaceState as State
from ui.group.projected import ProjectedScreen
from ui.view import Choices

BEATS: tuple[Beat, ...] = (
    Talk("welcome", 120.0),
    Move(find_exercise("sunrise-arms-seated")),
    Rest(60.0),
    Move(find_exercise("two-hands-hold-up-heavens")),
    Talk("reflection", 180.0),
)


def breath_at(exercise: Exercise, t: float) -> BreathPhase:
    """Return the pacer `t` seconds into a movement."""
    moment = guide_at(exercise, t)
    breath = exercise.phases[moment.phase].breath
    full = {"in": ease(moment.progress), "out": 1 - ease(moment.progress)}.get(breath, 0.5)
    return BreathPhase(breath, full, moment.progress, moment.cycle)


def seats_of(count: int, full: float, changed: Sequence[int] = ()) -> tuple[Seat, ...]:
    """Return so many seats, each a little apart from the others; the last of many is not seen."""
    return tuple(
        Seat(
            number,
            min(max(full + 0.12 * ((number * 5) % 4 - 1.5), 0.0), 1.0),
            0.0 if number in changed else float(number % 3 != 0),
            number in changed,
            number < 5 or number < count,
        )
        for number in range(1, count + 1)
    )


def public_of(
    kind: GroupKind = "moving",
    exercise: Exercise | str | None = "sunrise-arms-seated",
    t: float = 3.0,
    *,
    seats: int = 4,
    changed: Sequence[int] = (),
    talk: str | None = None,
    said: str | None = None,
    remaining_s: float = 95.0,
) -> Public:
    """Return what all see `t` seconds into a part."""
    known = find_exercise(exercise) if isinstance(exercise, str) else exercise
    led = known or find_exercise("arriving-breath")
    moment, breath = guide_at(led, t), breath_at(led, t)
    return Public(
        kind=kind,
        exercise=known,
        phase=moment.phase,
        side=moment.side,
        guide=moment.angles,
        breath=breath,
        talk=talk,
        remaining_s=remaining_s,
        said=said,
        said_since_s=t,
        seats=seats_of(seats, breath.fullness, changed),
    )


STATES: tuple[tuple[State, float, tuple[NoticeId, ...]], ...] = (
    ("easy", 15.0, ()),
    ("past", 14.0, ("past-limit",)),
    ("moving", 3.2, ("turned", "seldom")),
    ("beyond", 12.0, ("at-limit", "somebody-else")),
    ("apart", 0.0, ()),
    ("empty", 0.0, ("gone",)),
    ("still", 9.0, ()),
    ("unseen", 0.0, ("limit-unseen",)),
)


def step_of(public: Public, index: int = 1, places: int | None = None) -> GroupStep:
    """Return the step of a group in which all is seen of `public`."""
    count = len(public.seats) if places is None else places
    return GroupStep(
        public=public,
        places=tuple(
            PlaceStep(number, state, often, notices, public.exercise, None, invited=number == 7)
            for number, (state, often, notices) in enumerate(STATES[:count], start=1)
        ),
        index=index,
        beats=BEATS,
        rate=0.9,
        elapsed_s=642.0,
    )


def projected(
    size: tuple[int, int],
    public: Public,
    choices: Choices | None = None,
    language: str = "en",
    settle_s: float = 3.0,
) -> pygame.Surface:
    """Return the projected screen after everything that eases has come to rest."""
    choices = choices or Choices()
    surface, screen = pygame.Surface(size), ProjectedScreen(size, language)
    longer = replace(public, remaining_s=public.remaining_s + 60)
    screen.draw(surface, longer, choices, 10.0)
    for t in (10.0 + settle_s / 2, 10.0 + settle_s):
        screen.draw(surface, public, choices, t)
    return surface
