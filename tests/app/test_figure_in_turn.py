"""The figure that performs one movement after another: time goes on, frames count anew."""

import json
import threading
from pathlib import Path

import numpy as np
import pytest

from app.figure_in_turn import FigureInTurn
from app.figure_options import FigureOptions
from exercises.library import find_exercise
from tests.app.clinic import Clinic
from vision.source import Source

SMALL = FigureOptions(width=320, height=240, fps=5, tempo=4)
SUNRISE = find_exercise("sunrise-arms-standing")
SEATED = find_exercise("sunrise-arms-seated")


def test_told_to_it_performs_the_next_movement_and_time_goes_on() -> None:
    with FigureInTurn(SMALL, SUNRISE) as figure:
        assert isinstance(figure, Source)
        stands = [figure.read() for _ in range(4)]
        figure.perform(SEATED)
        sits = [figure.read() for _ in range(3)]
        frames = [frame for frame in stands + sits if frame is not None]
        assert [frame.index for frame in frames] == [0, 1, 2, 3, 0, 1, 2]
        assert np.allclose(np.diff([frame.time_s for frame in frames]), 0.2)
        off = np.abs(frames[0].image.astype(int) - frames[4].image.astype(int))
        assert off.mean() > 3


def test_closed_while_it_is_read_by_another_thread_it_ends() -> None:
    figure = FigureInTurn(SMALL, SUNRISE)
    ended = threading.Event()

    def read_on() -> None:
        while figure.read() is not None:
            pass
        ended.set()

    thread = threading.Thread(target=read_on)
    thread.start()
    figure.perform(SEATED)
    figure.close()
    figure.close()
    figure.perform(SUNRISE)
    thread.join(10)
    assert ended.is_set()
    assert figure.read() is None


@pytest.mark.endurance
def test_a_practice_of_two_movements_is_performed_and_seen_to_its_end(
    clinic: Clinic, tmp_path: Path
) -> None:
    clinic.run("people", "add", "P-0147", "--consent", "record")
    own = tmp_path / "own.toml"
    own.write_text(
        'id = "short"\ntitle = "Short"\n'
        "[[items]]\nexercise_id = 'closing-hands-on-belly-seated'\nminutes = 0.02\nrest_s = 1\n"
        "[[items]]\nexercise_id = 'closing-hands-on-belly'\nminutes = 0.02\n"
    )
    clinic.run("programme", "apply", "P-0147", str(own), "--sign", "AB", secrets=("4711",))
    practice = ("practice", "--person", "P-0147", "--headless", "--out", str(tmp_path / "out"))
    clinic.run(*practice, "--source", "figure:size=320x240,fps=5,tempo=4")
    seated, standing = json.loads((tmp_path / "out/summary.json").read_text())["movements"]
    assert seated["movement"] == "closing-hands-on-belly-seated"
    assert standing["movement"] == "closing-hands-on-belly"
    assert standing["zones"][0]["seen_fraction"] > 0.8
    with clinic.store() as store:
        (kept,) = store.practices.list("P-0147")
    assert [each.completed for each in kept.record.movements] == [True, True]
