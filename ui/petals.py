"""Repetitions as petals: a seed waits for each, and opens when it is done."""

from collections import Counter
from collections.abc import Sequence
from math import radians

import pygame

from exercises.exercise import Exercise
from feedback.repetition import Repetition
from ui import shapes
from ui.colour import mix
from ui.easing import Glides
from ui.paint import Drawing
from ui.palette import Palette

# Radius of a seed, of the distance between two: to be counted from across a room.
_SEED = 0.20
# How far petals lean away from the middle of their group, at most.
_FAN_DEG = 26.0


def groups(
    exercise: Exercise, repetitions: Sequence[Repetition], planned: int
) -> tuple[tuple[int, int], ...]:
    """Return (done, planned) for each group of petals, from the left of the screen.

    Both sides at once make one group, which is as full as the side that has done less; sides that
    alternate make two, the person's left on the left as in a mirror. More than was planned opens
    no more petals.
    """
    if planned <= 0:
        return ()
    done = Counter(repetition.side for repetition in repetitions)
    if exercise.sides == "alternating":
        return tuple((min(done[side], planned), planned) for side in ("left", "right"))
    apart = [done[side] for side in ("left", "right") if done[side]]
    both = min(done["left"], done["right"]) if exercise.sides == "each" else sum(apart)
    return ((min(both + done["both"], planned), planned),)


def draw(
    drawing: Drawing,
    palette: Palette,
    box: pygame.Rect,
    counts: tuple[tuple[int, int], ...],
    glides: Glides,
    t: float,
) -> None:
    """Draw the petals, each opening as its repetition is done."""
    if not counts:
        return
    slots = sum(planned for _, planned in counts) + 1.2 * (len(counts) - 1)
    pitch = min(box.height * 0.62, box.width / slots)
    left = box.centerx - pitch * slots / 2
    seeds, opened = [], []
    for group, (done, planned) in enumerate(counts):
        for i in range(planned):
            x = left + (i + 0.5) * pitch
            lean = radians(_FAN_DEG) * ((i + 0.5) / planned * 2 - 1)
            share = glides.to(f"petal.{group}.{i}", float(i < done), t, over_s=0.6)
            foot = (x, box.bottom - box.height * 0.10)
            if share < 1:
                seeds.append(shapes.disc((x, box.centery), pitch * _SEED * (1 - share)))
            if share > 0.02:
                length = box.height * 0.86 * (0.35 + 0.65 * share)
                opened.append(shapes.petal(foot, length, pitch * 0.60 * share, lean))
        left += pitch * (planned + 1.2)
    drawing.fill(seeds, palette.quiet)
    drawing.fill(opened, mix(palette.panel, palette.green, 0.92))
