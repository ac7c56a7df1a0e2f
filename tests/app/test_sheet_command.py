"""The sheet of movements, from the command to the paper."""

from pathlib import Path

import numpy as np
import pypdfium2

from app.movement_sheet import entry_of
from exercises.library import find_exercise
from tests.app.test_own_movements import home, run

__all__ = ["home"]


def test_named_movements_and_own_ones_are_printed(home: Path) -> None:
    run("movements", "new", "mine", "--like", "sunrise-arms-seated")
    ran = run("movements", "sheet", "mine", "soft-knee-sink", "--out", "s.pdf", "--paper", "letter")
    assert ran.status == 0, ran.error
    assert "2 movements on 1 page, written to s.pdf" in ran.out
    document = pypdfium2.PdfDocument("s.pdf")
    text = document[0].get_textpage().get_text_bounded()
    assert "your own" in text
    assert "Soft knee sink" in text
    images = [item for item in document[0].get_objects() if item.type == 3]
    assert len(images) == 6
    document.close()
    assert not list(Path().glob("*.part"))


def test_the_figures_of_a_movement_differ_from_phase_to_phase() -> None:
    begin, sink, _ = entry_of(find_exercise("soft-knee-sink")).images
    assert np.abs(begin.astype(int) - sink).mean() > 1


def test_an_unknown_movement_and_a_folder_that_is_not_there_are_one_line_each(home: Path) -> None:
    ran = run("movements", "sheet", "sit-to-stan")
    assert ran.status != 0
    assert "did you mean sit-to-stand" in ran.error
    ran = run("movements", "sheet", "arriving-breath", "--out", "nowhere/s.pdf")
    assert ran.status != 0
    assert "No such file" in ran.error.strip().splitlines()[-1]
