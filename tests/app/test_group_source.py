"""The drawn group as a source: painted in processes of its own, replayed from memory, true."""

import multiprocessing
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from threading import Timer
from time import perf_counter

import numpy as np
import pytest

import app.drawn_group.source
from app.drawn_group.options import GroupOptions
from app.drawn_group.scene import GroupScene
from app.drawn_group.source import GroupSource
from app.figure_in_turn import FigureInTurn
from app.sources import open_practice, open_recording
from exercises.exercise import Exercise
from exercises.library import find_exercise
from figure.painter import Painter
from tests.vision.source_conformance import CHECKS, OpenSource
from vision.source import SourceError

SUNRISE = find_exercise("sunrise-arms-standing")
# A loop of few and tiny pictures.
SMALL = GroupOptions(people=2, width=160, height=120, fps=5, tempo=4, loop=5, passers=1)
# A second of it, for what needs processes of its own.
BRIEF = replace(SMALL, seconds=1.2)


@pytest.fixture(scope="module")
def group() -> Iterator[GroupSource]:
    with GroupSource(SMALL, SUNRISE, painters=2) as source:
        yield source


class Painted:
    """Stands in for painters: all pictures are there, as one group's painters left them."""

    closed = False

    def __init__(self, pictures: dict[int, bytes]) -> None:
        self.pictures = pictures

    def take_what_came(self) -> None: ...

    def receive(self) -> bool:
        assert self.closed
        return False

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("check", CHECKS)
def test_it_keeps_to_the_one_protocol(
    check: Callable[[OpenSource], None], group: GroupSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    while len(group.painted) < group.scene.frames:
        assert group.read() is not None
    monkeypatch.setattr(
        app.drawn_group.source, "Painters", lambda shares: Painted(dict(group.painted))
    )
    check(lambda: GroupSource(SMALL, SUNRISE))


def test_its_processes_end_with_it() -> None:
    before = {process.pid for process in multiprocessing.active_children()}
    source = GroupSource(replace(SMALL, people=8, width=1280, height=720), SUNRISE)
    Timer(0.3, source.close).start()
    began = perf_counter()
    while source.read() is not None:
        assert perf_counter() - began < 20
    source.close()
    assert not {process.pid for process in multiprocessing.active_children()} - before


def test_frames_come_in_order_from_both_painters_and_the_loop_goes_on(group: GroupSource) -> None:
    loop = group.scene.frames
    frames = {frame.index % loop: frame for frame in (group.read() for _ in range(loop)) if frame}
    again = group.read()
    assert again is not None
    assert again.time_s == pytest.approx(again.index / 5)
    assert np.array_equal(again.image, frames[again.index % loop].image)
    assert len(frames) == loop
    scene = GroupScene(SMALL, SUNRISE)
    for index in (0, 7):
        actors, postures = scene.at(index)
        painted = Painter(scene.camera, scene.actors).paint(postures, actors)
        assert np.abs(frames[index].image.astype(int) - painted.image).mean() < 3
        pixels, passing = group.truth(index)
        assert passing.tolist() == [False, False, True]
        assert pixels == pytest.approx(painted.pixels, nan_ok=True)


def test_its_truth_says_who_is_away(group: GroupSource) -> None:
    away = [bool(np.isnan(group.truth(i)[0][2]).all()) for i in range(group.scene.frames)]
    assert any(away)
    assert not all(away)
    assert not any(np.isnan(group.truth(i)[0][:2]).any() for i in range(group.scene.frames))
    assert group.cycles(group.scene.frames) == pytest.approx(group.cycles(0) + 2)


def test_painted_beforehand_it_tells_how_far_it_is_and_ends_when_told() -> None:
    told: list[tuple[int, int]] = []
    with GroupSource(
        BRIEF, SUNRISE, beforehand=True, progress=lambda done, of: told.append((done, of))
    ) as source:
        assert source.frame_count == 6
        frames = [source.read() for _ in range(7)]
    assert [frame is None for frame in frames] == [False] * 6 + [True]
    assert told[0] == (0, 6)
    assert told[-1] == (6, 6)
    assert told == sorted(told)


def fail(options: GroupOptions, exercise: Exercise, places: range, pictures: Connection) -> None:
    """Stand in for a painter that meets a fault of its own."""
    with pictures:
        pictures.send("ValueError: no paint")


def vanish(options: GroupOptions, exercise: Exercise, places: range, pictures: Connection) -> None:
    """Stand in for a painter that is killed."""
    raise SystemExit(1)


@pytest.mark.parametrize(
    ("painter", "line"),
    [(fail, r"could not be painted \(ValueError: no paint\)"), (vanish, "ended early")],
)
def test_a_fault_in_painting_is_raised_where_frames_are_read(
    painter: Callable[[GroupOptions, Exercise, range, Connection], None],
    line: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app.drawn_group.source, "paint_share", painter)
    with (
        GroupSource(SMALL, SUNRISE) as source,
        pytest.raises(SourceError, match=line),
    ):
        source.read()


def test_it_is_opened_as_a_recording_and_for_practice() -> None:
    spec = "figure:group=2,size=160x120,fps=5,tempo=4,loop=5,seconds=0.4"
    with open_recording(spec, SUNRISE) as source:
        assert isinstance(source, GroupSource)
        assert [source.read() is None for _ in range(3)] == [False, False, True]
    with open_practice(spec, SUNRISE, in_time=True) as source:
        assert isinstance(source, GroupSource)
    with pytest.raises(SourceError, match="closer, arms meet"):
        open_recording("figure:group=2,apart=1", SUNRISE)


def test_a_group_too_does_one_movement_after_another_but_not_for_so_long() -> None:
    with FigureInTurn(SMALL, SUNRISE) as figure:
        first = figure.read()
        figure.perform(find_exercise("sunrise-arms-seated"))
        second = figure.read()
        assert first is not None
        assert second is not None
        assert (first.index, second.index) == (0, 0)
        assert second.time_s == pytest.approx(0.2)
    with pytest.raises(SourceError, match="where one movement follows another"):
        FigureInTurn(replace(SMALL, seconds=5), SUNRISE)
