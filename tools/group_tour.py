"""Draw the screens of a group, as the back row and as whoever leads sees them.

    python tools/group_tour.py [--out DIR]

Made-up people, drawn by nobody, practise before nobody's camera: what is known of them is worked
out. Written to DIR (``out/group-tour`` without it), in two themes and two sizes:

- ``projected-PLACES-MOMENT-THEME-SIZE.png``: what everybody sees, with 2, 4 and 8 places;
- ``leader-MOMENT-THEME-SIZE.png``: the leader's window, with 8 places;
- ``tenth/``: each of them at a tenth of its size, as it is seen from far away.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from math import cos, pi
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))

import pygame

from exercises.library import find_exercise
from feedback.group.group import Group
from feedback.group.leading import Lead, Led
from feedback.group.place_sight import PlaceSight
from feedback.group.plan import GroupPlan, Move, Rest, Talk
from feedback.group.step import GroupStep
from ui.group.leader import LeaderScreen
from ui.group.leader_view import LeaderView
from ui.group.projected import ProjectedScreen
from ui.view import Choices, ThemeName
from vision.measures import measures_from
from vision.sight import Sight, nobody

ROOT = Path(__file__).parents[1]
SIZES = ((1280, 720), (1920, 1080))
THEMES: tuple[ThemeName, ...] = ("projector", "dark")
COUNTS = (2, 4, 8)
STEP_S = 0.1
# Before a picture so many seconds are drawn, until what eases has come to rest.
DRAWN_S = 4.0
MOVEMENT = find_exercise("sunrise-arms-standing").model_copy(update={"minutes": 2})
TALK_S, REST_S = 60.0, 60.0
CODES = {1: "P-0147", 2: "P-0148", 5: "P-0161"}

Person = Callable[[float], Sight]


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a practice, and what brings it about.

    Attributes
    ----------
    at_s
        When it is.
    asked
        What whoever leads asks for, by its second.
    people
        Who is at the first places, where they do anything but what all do.
    """

    at_s: float
    asked: Mapping[float, Led]
    people: Mapping[int, Person]


def main() -> None:
    """Draw it all."""
    asked = argparse.ArgumentParser(description="Draw the screens of a group.")
    asked.add_argument("--out", type=Path, default=ROOT / "out" / "group-tour")
    out: Path = asked.parse_args().out
    (out / "tenth").mkdir(parents=True, exist_ok=True)
    pygame.font.init()
    drawn = 0
    for name, moment in moments().items():
        for count in COUNTS:
            steps = list(practised(moment, count))
            for theme in THEMES:
                for size in SIZES:
                    kind = f"{name}-{theme}-{size[0]}x{size[1]}"
                    save(projected(steps, theme, size), out, f"projected-{count}-{kind}")
                    drawn += 1
                    if count == max(COUNTS):
                        save(led(steps, theme, size), out, f"leader-{kind}")
                        drawn += 1
    print(f"{drawn} pictures, and each at a tenth of its size, written to {out}/")


# --- who practises


def raising(t: float, top: float = 92.0, late_s: float = 0.0) -> Sight:
    """Return somebody who moves as the guide does, up to `top` degrees."""
    part = ((t - late_s) % MOVEMENT.cycle_s) / MOVEMENT.cycle_s
    up = part / 0.4 if part < 0.4 else (1 - part) / 0.6
    angle = 5 + (top - 5) * (1 - cos(pi * up)) / 2
    return sight(t, arm_deg=angle)


def sight(t: float, arm_deg: float = 6.0, hike: float = 0.5) -> Sight:
    """Return somebody whose arms and shoulders are so."""
    sides = ("left", "right")
    measures = measures_from(
        [
            *((f"shoulder_abduction_{side}", arm_deg) for side in sides),
            *((f"shoulder_hike_{side}_percent", hike) for side in sides),
            ("trunk_side_lean", 0.0),
        ]
    )
    measures.error[:] = 3.0
    return Sight(t, present=True, pose=None, measures=measures, quality=1.0)


def high(t: float) -> Sight:
    """Return somebody whose arms are past any limit."""
    return sight(t, arm_deg=162.0)


def drawn_up(t: float) -> Sight:
    """Return somebody at rest, whose shoulders are drawn up."""
    return sight(t, hike=10.0)


def moments() -> dict[str, Moment]:
    """Return what is pictured, by its name."""
    on: dict[float, Led] = {0.5: Lead.NEXT, 1.0: Lead.NEXT}
    return {
        "talk": Moment(21.0, {}, {}),
        "moving": Moment(14.6, on, {2: sight}),
        "resting": Moment(14.6, {**on, 5.0: Lead.REST}, {}),
        "paused": Moment(14.6, {**on, 9.0: Lead.PAUSE}, {}),
        "past": Moment(14.6, on, {2: high}),
        "common": Moment(9.0, on, dict.fromkeys((1, 2, 4, 6, 7, 8), drawn_up)),
        "empty": Moment(24.6, on, {2: nobody}),
    }


def practised(moment: Moment, count: int) -> Iterator[tuple[float, GroupStep]]:
    """Yield the last seconds of a practice of so many people until a moment."""
    places = tuple(range(1, count + 1))
    parts = (Talk("check-in", TALK_S), Move(MOVEMENT), Rest(REST_S), Talk("reflection", TALK_S))
    group = Group(GroupPlan(parts, places))
    usual = {n: partial(raising, late_s=0.5 * (n % 4), top=88.0 + 3 * n % 9) for n in places}
    people = {n: moment.people.get(n, usual[n]) for n in places}
    asked = dict(moment.asked)
    for index in range(round(moment.at_s / STEP_S) + 1):
        t = index * STEP_S
        due = next((at for at in sorted(asked) if at <= t + 1e-9), None)
        sights = {n: PlaceSight(person(t), 9.0, stranger=False) for n, person in people.items()}
        step = group.step(None if due is None else asked.pop(due), sights, t)
        if t >= moment.at_s - DRAWN_S:
            yield t, step


# --- the pictures


def projected(
    steps: list[tuple[float, GroupStep]], theme: ThemeName, size: tuple[int, int]
) -> pygame.Surface:
    """Return what everybody sees at the last of some steps."""
    surface, screen = pygame.Surface(size), ProjectedScreen(size)
    for t, step in steps:
        screen.draw(surface, step.public, Choices(theme=theme), t)
    return surface


def led(
    steps: list[tuple[float, GroupStep]], theme: ThemeName, size: tuple[int, int]
) -> pygame.Surface:
    """Return the leader's window at the last of some steps."""
    surface, screen = pygame.Surface(size), LeaderScreen(size)
    for t, step in steps:
        screen.draw(surface, step, LeaderView(CODES, "AB", 9), Choices(theme=theme), t)
    return surface


def save(picture: pygame.Surface, out: Path, name: str) -> None:
    """Write a picture, and it at a tenth of its size."""
    pygame.image.save(picture, out / f"{name}.png")
    width, height = picture.get_size()
    small = pygame.transform.smoothscale(picture, (width // 10, height // 10))
    pygame.image.save(small, out / "tenth" / f"{name}.png")


if __name__ == "__main__":
    main()
