"""A whole practice before the real pose model: the drawn figure arrives, moves, rests, closes."""

import logging
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from app.figure_in_turn import FigureInTurn
from app.figure_options import FigureOptions
from app.led import Led
from app.practised import Practised
from app.rehearsal import Rehearsal
from app.settings import Settings
from app.today import Today
from app.walk import DOINGS, ON, Walker, screen_of
from exercises.exercise import Exercise
from exercises.library import find_exercise
from exercises.prepared import Prepared
from feedback.moment import WHOLE, Plan
from tests.ui.flashing import luminance, most_flashes
from vision.landmarker import Landmarker

SIZE = 640, 400
FPS = 6.0
IDS = ("sunrise-arms-seated", "open-heart-seated", "arriving-breath")


def short(name: str) -> Exercise:
    return find_exercise(name).model_copy(update={"repetitions": 1, "minutes": 0.3})


def whole(rest_s: float) -> Led:
    done = tuple(Prepared(short(name), (), rest_s if i == 0 else 0.0) for i, name in enumerate(IDS))
    return Led(
        Plan(WHOLE, grounding="breaths", goal="to reach the top shelf"), {"usual": Today(done)}
    )


@dataclass
class Walked:
    """A practice that was lived through: its screens in turn, how often somebody was seen there."""

    screens: list[str]
    seen: Counter[str]
    luminances: list[NDArray[np.float64]]
    rehearsal: Rehearsal
    t: float = 0.0


def walked(led: Led, fps: float, walker: Walker) -> Walked:
    """Live through a practice by keyboard alone."""
    options = FigureOptions(fps=fps, width=640, height=360)
    with FigureInTurn(options, led.movements("usual")[0]) as figure:
        rehearsal = Rehearsal(
            figure,
            led.begin(Settings()),
            Settings().choices(),
            SIZE,
            changed=figure.perform,
            does=walker,
        )
        found = Walked([], Counter(), [], rehearsal)
        with Landmarker("full") as landmarker:
            for each in rehearsal.moments(landmarker, 400.0):
                screen = screen_of(each.moment)
                if found.screens[-1:] != [screen]:
                    found.screens.append(screen)
                found.seen[screen] += each.sight.present
                found.luminances.append(luminance(each.drawn[::10, ::10]))
                found.t = each.t
    return found


@pytest.mark.endurance
def test_a_whole_practice_is_lived_through_from_arriving_to_closing() -> None:
    lived = walked(whole(rest_s=12.0), FPS, Walker())
    rehearsal = lived.rehearsal
    one = ["showing", "moving", "comparing"]
    assert lived.screens == [
        *("arrival", "signs", "today", "seeing", "grounding"),
        *one,
        "resting",
        *one,
        *one,
        *("hands", "after", "words", "summary", "finished"),
    ]
    assert rehearsal.arc is not None
    done = Practised.of(rehearsal.arc, lived.t)
    assert [each.exercise_id for each in done.record.movements] == list(IDS)
    assert all(each.completed for each in done.record.movements)
    assert done.record.rested_s == pytest.approx(12, abs=0.5)
    first = done.record.movements[0]
    assert first.summary.seen_fraction > 0.95
    assert {rep.side for rep in first.summary.repetitions} == {"left", "right"}
    ratings = done.ratings
    assert (ratings.pain_before, ratings.pain_after, ratings.effort) == (3, 2, 2)
    assert [felt.answer for felt in ratings.felt] == ["easier"] * 3
    assert done.words == "lighter between the shoulders"
    assert done.outline is not None
    assert 0.3 < done.outline.x < 0.7
    assert lived.seen["seeing"] > 0
    assert most_flashes(lived.luminances, FPS) == 0
    logging.getLogger(__name__).info("screens of %.0f s: %s", lived.t, ", ".join(lived.screens))


def test_arriving_one_movement_and_closing_are_lived_through() -> None:
    """The same with one movement and what is timed skipped: a sample of it."""
    breath = Prepared(find_exercise("arriving-breath").model_copy(update={"minutes": 0.05}), ())
    doings = {**DOINGS, "grounding": ((6.0, ON),), "hands": ((3.0, ON),), "showing": ((3.0, ON),)}
    led = Led(Plan(WHOLE, grounding="breaths"), {"usual": Today((breath,))})
    lived = walked(led, FPS, Walker(doings))
    assert lived.screens == [
        *("arrival", "signs", "today", "seeing", "grounding", "showing", "moving", "comparing"),
        *("hands", "after", "words", "summary", "finished"),
    ]
    assert lived.rehearsal.arc is not None
    done = Practised.of(lived.rehearsal.arc, lived.t)
    assert done.record.movements[0].completed
    assert (done.ratings.pain_before, done.ratings.effort) == (3, 2)
    assert done.outline is not None
    assert most_flashes(lived.luminances, FPS) == 0
