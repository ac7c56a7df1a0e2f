"""The drawn figure as a source: painted in its own process, replayed from memory, true."""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Timer
from time import perf_counter, sleep

import cv2
import numpy as np
import pytest

import app.figure_process
import app.figure_source
from app.figure_options import FigureOptions
from app.figure_process import places_in_time
from app.figure_scene import FigureScene
from app.figure_source import FigureSource
from exercises.exercise import Exercise
from exercises.library import find_exercise
from figure.chair import HELD_AHEAD, chair_for
from figure.painter import Painter
from vision.frames import Frame
from vision.source import Source, SourceError

SUNRISE = find_exercise("sunrise-arms-standing")
# Small, few and fast: a loop of a few pictures.
SMALL = FigureOptions(width=320, height=240, fps=5, tempo=4)


@pytest.fixture(scope="module")
def source() -> Iterator[FigureSource]:
    with FigureSource(SMALL, SUNRISE) as figure:
        yield figure


def frame_of(source: FigureSource) -> Frame:
    frame = source.read()
    assert frame is not None
    return frame


def test_it_is_a_source_without_an_end(source: FigureSource) -> None:
    assert isinstance(source, Source)
    assert source.kind == "figure"
    assert source.size == (320, 240)
    assert source.frame_count is None
    assert not source.live
    assert not source.incomplete


def test_frames_are_whole_and_stamped_with_their_place_and_the_loop_goes_on(
    source: FigureSource,
) -> None:
    loop = FigureScene(SMALL, SUNRISE).frames
    frames = [frame_of(source) for _ in range(2 * loop + 2)]
    for i, frame in enumerate(frames):
        assert frame.index == frames[0].index + i
        assert frame.time_s == pytest.approx(frame.index / 5)
        assert frame.image.shape == (240, 320, 3)
        assert frame.image.dtype == np.uint8
        assert frame.image.flags.c_contiguous
    assert np.array_equal(frames[1].image, frames[1 + loop].image)
    assert not np.array_equal(frames[1].image, frames[1 + loop // 2].image)


def test_its_truth_is_that_of_the_painter(source: FigureSource) -> None:
    scene = FigureScene(SMALL, SUNRISE)
    picture = Painter(scene.camera, scene.actors).paint(scene.postures(4))
    pixels, room = source.truth(4)
    assert pixels == pytest.approx(picture.pixels)
    assert room == pytest.approx(picture.room)


def test_compression_changes_little() -> None:
    scene = FigureScene(SMALL, SUNRISE)
    painted = Painter(scene.camera, scene.actors).paint(scene.postures(0)).image.astype(int)
    with FigureSource(SMALL, SUNRISE) as fresh:
        assert np.abs(frame_of(fresh).image - painted).mean() < 2.5


def test_closed_twice_it_ends_and_its_process_is_gone() -> None:
    before = {p.pid for p in multiprocessing.active_children()}
    figure = FigureSource(SMALL, SUNRISE)
    frame_of(figure)
    figure.close()
    figure.close()
    assert figure.read() is None
    assert figure.read() is None
    assert not {p.pid for p in multiprocessing.active_children()} - before


def test_closing_from_another_thread_ends_a_read_that_waits() -> None:
    figure = FigureSource(replace(SMALL, width=1280, height=720, people=8), SUNRISE)
    Timer(0.3, figure.close).start()
    started = perf_counter()
    while figure.read() is not None:
        assert perf_counter() - started < 10
    figure.close()


def fail(options: FigureOptions, exercise: Exercise, in_time: bool, pictures: Connection) -> None:
    """Stand in for a painter that meets a fault of its own."""
    with pictures:
        pictures.send("ValueError: no paint")


def vanish(options: FigureOptions, exercise: Exercise, in_time: bool, pictures: Connection) -> None:
    """Stand in for a painter that is killed."""
    sleep(0.1)
    raise SystemExit(1)


@pytest.mark.parametrize(
    ("painter", "line"),
    [(fail, r"could not be painted \(ValueError: no paint\)"), (vanish, "ended early")],
)
def test_a_fault_in_painting_is_raised_where_frames_are_read(
    painter: Callable[[FigureOptions, Exercise, bool, Connection], None],
    line: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app.figure_source, "paint_loop", painter)
    with FigureSource(SMALL, SUNRISE) as figure, pytest.raises(SourceError, match=line):
        figure.read()


def toil(options: FigureOptions, exercise: Exercise, in_time: bool, pictures: Connection) -> None:
    """Stand in for a painter that paints each of 75 pictures for longer than it is shown."""
    packed = cv2.imencode(".jpg", np.zeros((120, 160, 3), np.uint8))[1].tobytes()
    places = FigureScene(options, exercise).frames
    with pictures:
        for place in places_in_time(places, options.fps) if in_time else range(places):
            sleep(0.07)
            pictures.send((place, packed))


BRISK = replace(SMALL, fps=30)


@pytest.mark.endurance
def test_played_in_time_it_leaves_pictures_out_and_does_not_lag(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app.figure_source, "paint_loop", toil)
    with FigureSource(BRISK, SUNRISE, in_time=True) as figure:
        indices, lags = [frame_of(figure).index], []
        began = perf_counter()
        while (elapsed := perf_counter() - began) < 1.5:
            frame = frame_of(figure)
            sleep(max(0.0, frame.time_s - elapsed))  # as it is paced
            indices.append(frame.index)
            lags.append(perf_counter() - began - frame.time_s)
    assert indices[0] == 0
    assert (np.diff(indices) >= 1).all()
    assert len(indices) < 0.75 * indices[-1]
    assert np.median(lags) < 0.15


@pytest.mark.endurance
def test_played_to_be_measured_it_leaves_nothing_out_however_long_that_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app.figure_source, "paint_loop", toil)
    with FigureSource(BRISK, SUNRISE) as figure:
        assert [frame_of(figure).index for _ in range(8)] == list(range(8))


@pytest.mark.endurance
def test_played_in_time_and_painted_faster_than_it_is_played_it_leaves_nothing_out() -> None:
    loop = FigureScene(SMALL, SUNRISE).frames
    with FigureSource(SMALL, SUNRISE, in_time=True) as figure:
        frames = [frame_of(figure) for _ in range(3 * loop)]
    indices = [frame.index for frame in frames]
    assert indices[0] == 0
    assert set(np.diff(indices)) == {1}


@pytest.mark.parametrize("painting_s", [0.01, 0.04, 0.11])
def test_places_come_once_each_and_while_time_is_short_just_when_they_are_due(
    painting_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(app.figure_process, "monotonic", lambda: now[0])
    places, done_s = [], []
    for place in places_in_time(60, fps=30):
        now[0] += painting_s
        places.append(place)
        done_s.append(now[0])
    assert sorted(places) == list(range(60))
    assert places[0] == 0
    early = [
        place / 30 - (s - done_s[0]) for place, s in zip(places, done_s, strict=True) if s < 101.9
    ]
    assert min(early) > -1e-6
    if painting_s > 1 / 30:
        assert max(early) < 1 / 30


def test_a_side_view_movement_is_shown_from_the_side() -> None:
    scene = FigureScene(SMALL, find_exercise("soft-knee-sink"))
    assert scene.actors[0].turn_deg == 90


@pytest.mark.parametrize(
    "movement",
    ["sunrise-arms-standing", "sunrise-arms-seated", "sit-to-stand", "two-hands-hold-up-heavens"],
)
@pytest.mark.parametrize("people", [1, 3, 8])
def test_every_figure_stays_in_the_picture_the_whole_time(movement: str, people: int) -> None:
    options = replace(SMALL, people=people, seed=people)
    with FigureSource(options, find_exercise(movement)) as figure:
        scene = FigureScene(options, find_exercise(movement))
        for index in range(0, scene.frames, 3):
            pixels, _ = figure.truth(index)
            assert pixels.shape == (people, 33, 2)
            assert (pixels > 2).all()
            assert (pixels < (318, 238)).all()


def test_whoever_lies_is_seen_from_above_the_whole_time() -> None:
    lying = find_exercise("sunrise-arms-lying")
    scene = FigureScene(SMALL, lying)
    assert scene.camera.position[1] > 1
    head_to_feet = []
    for index in range(0, scene.frames, 10):
        (actor,), (angles,) = scene.actors, scene.postures(index)
        pixels = scene.camera.project(actor.posed(angles).points)
        assert (pixels > 2).all()
        assert (pixels < (318, 238)).all()
        head_to_feet.append(pixels[31, 0] - pixels[0, 0])
    assert min(head_to_feet) > 60  # the head on the left, the feet on the right


def test_a_chair_to_hold_on_to_stands_before_the_figure_and_in_the_picture() -> None:
    raised = find_exercise("heel-raise-standing")
    (actor,) = FigureScene(SMALL, raised).actors
    assert actor.support
    assert not actor.chair
    chair = np.concatenate([part.vertices for part in chair_for(actor.body, HELD_AHEAD)])
    assert chair[:, 2].min() > 0.25
    pixels = FigureScene(SMALL, raised).camera.project(actor.stand.place(chair))
    assert (pixels > 0).all()
    assert (pixels < (320, 240)).all()


def test_two_people_are_told_apart_by_their_places() -> None:
    figures = FigureScene(replace(SMALL, people=2, body=6), SUNRISE).actors
    assert figures[0].x < figures[1].x
    assert figures[0].body != figures[1].body


ORPHANING = """
import os
from app.figure_source import FigureSource, parse_figure
from exercises.library import find_exercise

if __name__ == "__main__":
    source = FigureSource(parse_figure("figure:size=320x240"), find_exercise("arriving-breath"))
    source.read()
    print("painting", flush=True)
    os._exit(1)
"""


def test_the_painter_does_not_outlive_a_program_that_dies(tmp_path: Path) -> None:
    script = tmp_path / "dies.py"
    script.write_text(ORPHANING, encoding="utf-8")
    root = str(Path(app.figure_source.__file__).parents[1])
    # The painter holds the same output open, so this waits for its end too.
    ended = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": root},
        stdout=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stdout.strip() == b"painting"
