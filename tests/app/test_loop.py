"""The live loop: the real pose model on the drawn figure, in a window on SDL's dummy driver."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pygame
import pytest

from app.clock import monotonic
from app.figure_source import FigureSource, parse_figure
from app.frame_writer import FrameWriter
from app.live import Live
from app.loop import Loop
from app.settings import Settings
from app.timings import Timings
from app.window import Window
from exercises.library import find_exercise
from feedback.step import Step
from tests.app.fake_camera import FakeCamera, room
from tests.app.practising import begins
from vision.frames import Frame
from vision.source import SourceError
from vision.video import VideoFile

SUNRISE, HEART = find_exercise("sunrise-arms-standing"), find_exercise("open-heart-standing")
SECONDS = 3.0


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a short clip of the figure."""
    path = tmp_path_factory.mktemp("clip") / "figure.mp4"
    options = parse_figure("figure:fps=15,size=640x360")
    with FigureSource(options, SUNRISE) as figure, FrameWriter(path, figure.size, 15.0) as writer:
        for _ in range(round(SECONDS * 15)):
            frame = figure.read()
            assert frame is not None
            writer.write(frame.image)
    return path


def run(
    live: Live, seconds: float | None = None, keys: tuple[int, ...] = ()
) -> tuple[object, Timings]:
    timings, steps = Timings(), []

    def changed(step: Step) -> None:
        steps.append(step.exercise.id)

    with live, Window(Settings(), (640, 400)) as window:
        for key in keys:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))
        loop = Loop(begins(SUNRISE, HEART), live, window, timings, changed)
        loop.run(seconds)
        return loop.arc and loop.arc.record(monotonic()), timings


def test_a_clip_is_practised_to_its_end_and_the_person_is_seen(clip: Path) -> None:
    record, timings = run(Live(lambda: VideoFile(clip)))
    assert record is not None
    (movement,) = record.movements  # type: ignore[attr-defined]
    assert movement.exercise_id == SUNRISE.id
    assert 0.8 * SECONDS < movement.active_s < 2 * SECONDS, "nothing has gone by unseen"
    assert movement.summary.seen_fraction > 0.9
    for name in ("capture to pose", "capture to drawn", "display interval", "pose interval"):
        assert np.isfinite(timings.percentiles(name)).all(), name


def test_leaving_before_anything_was_seen_leaves_no_record() -> None:
    def slow(index: int) -> Frame:
        time.sleep(0.5)
        return room(index)

    record, _ = run(Live(lambda: FakeCamera(slow)), keys=(pygame.K_ESCAPE,))
    assert record is None


def test_a_practice_is_held_while_the_camera_is_away_and_goes_on_after() -> None:
    opened: list[int] = []

    def lost_once(index: int) -> Frame:
        time.sleep(0.03)
        if len(opened) == 1 and index == 30:
            raise SourceError("the camera went away")
        return room(index)

    def open_camera() -> FakeCamera:
        if len(opened) == 1:
            time.sleep(1.0)
        opened.append(len(opened))
        return FakeCamera(lost_once)

    record, _ = run(Live(open_camera), seconds=6.0)
    assert len(opened) == 2
    assert record is not None
    (movement,) = record.movements  # type: ignore[attr-defined]
    away_s = 1.4
    assert movement.active_s < 6.0 - away_s, "time stood still while the camera was away"
    assert movement.active_s > 1.5


def test_an_error_in_a_thread_ends_the_loop_with_that_error() -> None:
    def broken(index: int) -> Frame:
        if index == 3:
            raise ZeroDivisionError("in the capture thread")
        return room(index)

    with pytest.raises(ZeroDivisionError):
        run(Live(lambda: FakeCamera(broken)), seconds=20)


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed (xvfb)")
def test_a_real_window_under_xvfb_closes_by_itself(clip: Path, tmp_path: Path) -> None:
    command = ["app.main", "practice", SUNRISE.id, "--source", str(clip), "--stats"]
    # The clip ends it; on a busy machine it takes a while until the first of it is seen.
    with virtual_display("1280x720") as display:
        done = subprocess.run(
            [sys.executable, "-m", *command, "--seconds", "40"],
            env={**display, "UNHURRIED_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=120,
        )
    assert done.returncode == 0, done.stderr
    assert "poses a second" in done.stdout
    assert "Traceback" not in done.stderr


@contextmanager
def virtual_display(size: str) -> Iterator[dict[str, str]]:
    """Run Xvfb and yield the environment in which programs show themselves on it."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    with server, server.stdout as number:
        outer = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
        display = f":{number.readline().strip()}"
        try:
            yield {**outer, "DISPLAY": display, "SDL_FRAMEBUFFER_ACCELERATION": "0"}
        finally:
            server.terminate()
