"""Memory stays flat over a long practice: ten thousand frames through the real pose model."""

import logging
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from app.figure_source import FigureSource, parse_figure
from app.rehearsal import Rehearsal
from exercises.library import find_exercise
from tests.app.practising import begins
from ui.view import Choices
from vision.landmarker import Landmarker

FRAMES = 10_000
WARM = 1_000
MOST_GROWTH = 0.02
MOST_MB = 450
EACH = 250


def resident_mb() -> float:
    """Return this process's resident memory in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def resident_over(frames: int) -> list[float]:
    """Return the resident memory after every `EACH` of so many frames, from light to screen."""
    sizes: list[float] = []
    movement = find_exercise("sunrise-arms-standing").model_copy(
        update={"minutes": 20.0, "repetitions": 30}
    )
    with FigureSource(parse_figure("figure:body=2,seed=1"), movement) as figure:
        rehearsal = Rehearsal(figure, begins(*[movement] * 3), Choices(), (1280, 720))
        with Landmarker("full") as landmarker:
            for number, _ in enumerate(rehearsal.moments(landmarker, None), start=1):
                if number % EACH == 0:
                    sizes.append(resident_mb())
                if number == frames:
                    break
    return sizes


@pytest.mark.endurance
@pytest.mark.skipif(sys.platform != "linux", reason="resident memory is compared on Linux")
def test_ten_thousand_frames_leave_memory_flat() -> None:
    """From frame to drawn screen, from the warm state on.

    In a process of its own: what other tests have left in this one is not the program's.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        sizes = apart.submit(resident_over, FRAMES).result()
    warm, last = sizes[WARM // EACH], max(sizes[-4:])
    logging.getLogger(__name__).info(
        "resident: %.0f MB after %d frames, %.0f MB after %d", warm, WARM, last, FRAMES
    )
    assert len(sizes) == FRAMES // EACH
    assert last <= (1 + MOST_GROWTH) * warm
    assert max(sizes) < MOST_MB
