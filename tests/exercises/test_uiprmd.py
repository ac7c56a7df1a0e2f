"""The movements that the benchmark judges by, and how well they tell right from otherwise.

The bounds are those wanted of the judge. The measurements stay outside the project.
"""

import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from exercises.loading import load
from words.wording import forbidden_in

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.append(str(BENCHMARKS))
judging = import_module("truth.judging")  # found as the benchmarks themselves find it

FILES = sorted((BENCHMARKS / "uiprmd").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_movement_holds_together_and_is_an_invitation(path: Path) -> None:
    movement = load(path)
    assert movement.id == path.stem
    texts = [movement.title, movement.camera, movement.prompt, movement.how, *movement.care]
    texts += [phase.words for phase in movement.phases]
    assert [word for text in texts for word in forbidden_in(text)] == []


def test_every_movement_judged_has_its_definition_and_no_definition_is_idle() -> None:
    assert {movement.definition for movement in judging.MOVEMENTS} == {path.stem for path in FILES}


def test_the_area_under_the_curve_is_the_chance_of_ranking_aright() -> None:
    area_under_curve = judging.area_under_curve
    positive = np.array([True, True, False, False])
    assert area_under_curve(np.array([3.0, 4.0, 1.0, 2.0]), positive) == 1
    assert area_under_curve(np.array([1.0, 2.0, 3.0, 4.0]), positive) == 0
    assert area_under_curve(np.array([1.0, 1.0, 1.0, 1.0]), positive) == 0.5
    assert area_under_curve(np.array([1.0, 3.0, 2.0, 0.0]), positive) == 0.75
    assert np.isnan(area_under_curve(np.ones(2), np.array([True, True])))


@pytest.mark.endurance
def test_right_and_otherwise_are_told_apart_and_mostly_better_than_by_any_plain_feature(
    clips: Path,
) -> None:
    found = {row.title: row for row in judging.rows(clips)}
    assert {row.repetitions for row in found.values()} == {60}
    assert [title for title, row in found.items() if row.ours < (row.wanted or 0)] == []
    # Of abduction, the arm's elevation in space tells as much alone: 0.94 either way.
    level = found.pop("Shoulder abduction")
    assert level.ours > level.raw - 0.02
    assert [title for title, row in found.items() if row.ours <= row.raw] == []
