"""Stories of a camera that goes silent, dark or still."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from vision.camera_state import (
    DARK_LUMA,
    CameraState,
    CameraWatch,
    Watched,
    fingerprint,
    mean_luma,
    state_of,
    step,
)

FPS = 30.0


def live(index: int, level: int = 120) -> NDArray[np.uint8]:
    """Return a still room as a sensor sees it: the same, but for its grain."""
    grain = np.random.default_rng(index).integers(-3, 4, (72, 128, 3))
    return np.clip(level + grain, 0, 255).astype(np.uint8)


def show(
    watch: CameraWatch, start_s: float, seconds: float, *, level: int = 120, still: bool = False
) -> list[CameraState]:
    """Show the watch so many seconds of pictures; return the state after each."""
    states = []
    for index in range(round(seconds * FPS)):
        t = start_s + index / FPS
        watch.seen(live(0 if still else round(t * FPS), level), t)
        states.append(watch.state(t))
    return states


def test_a_still_room_is_fine_by_its_grain() -> None:
    assert set(show(CameraWatch(), 0.0, 5.0)) == {CameraState.FINE}


def test_before_the_first_frame_there_is_nothing_to_watch() -> None:
    watch = CameraWatch()
    assert watch.state(100.0) is CameraState.FINE
    assert watch.silent_s(100.0) == 0.0


def test_a_camera_falls_silent_and_comes_back() -> None:
    watch = CameraWatch()
    show(watch, 0.0, 2.0)
    last_s = 2.0 - 1 / FPS
    assert watch.state(last_s + 0.9) is CameraState.FINE
    assert watch.state(last_s + 1.1) is CameraState.SILENT
    assert watch.silent_s(last_s + 1.1) == pytest.approx(1.1)
    assert set(show(watch, 8.0, 3.0)) == {CameraState.FINE}


def test_the_lens_is_covered_and_uncovered() -> None:
    watch = CameraWatch()
    show(watch, 0.0, 1.0)
    covered = show(watch, 1.0, 2.0, level=2)
    assert set(covered[: int(0.4 * FPS)]) == {CameraState.FINE}
    assert set(covered[int(0.6 * FPS) :]) == {CameraState.DARK}
    assert show(watch, 3.0, 0.1)[0] is CameraState.FINE


def test_a_dim_room_is_not_dark() -> None:
    assert set(show(CameraWatch(), 0.0, 3.0, level=20)) == {CameraState.FINE}


def test_a_camera_that_wakes_with_black_pictures_is_not_dark() -> None:
    watch = CameraWatch()
    states = show(watch, 0.0, 0.3, level=0) + show(watch, 0.3, 1.0)
    assert set(states) == {CameraState.FINE}


def test_the_picture_freezes_and_moves_again() -> None:
    watch = CameraWatch()
    show(watch, 0.0, 1.0)
    frozen = show(watch, 1.0, 4.0, still=True)
    assert set(frozen[: int(1.9 * FPS)]) == {CameraState.FINE}
    assert set(frozen[int(2.1 * FPS) :]) == {CameraState.FROZEN}
    assert show(watch, 5.0, 0.1)[-1] is CameraState.FINE


def test_a_black_frozen_picture_is_dark() -> None:
    watch = CameraWatch()
    assert show(watch, 0.0, 4.0, level=0, still=True)[-1] is CameraState.DARK


def test_a_frozen_picture_that_then_stops_is_silent() -> None:
    watch = CameraWatch()
    show(watch, 0.0, 3.0, still=True)
    assert watch.state(5.0) is CameraState.SILENT


@given(
    luma=st.floats(DARK_LUMA, 255.0),
    gaps=st.lists(st.floats(0.001, 0.9), min_size=1, max_size=40),
)
def test_bright_changing_frames_in_time_are_always_fine(luma: float, gaps: list[float]) -> None:
    t = 0.0
    watched = Watched(frame_s=t, lit_s=t, changed_s=t)
    for index, gap in enumerate(gaps):
        t += gap
        watched = step(watched, luma, index, t)
        assert state_of(watched, t) is CameraState.FINE


def test_luma_weighs_colours_as_the_eye_does() -> None:
    colours = {(255, 0, 0): 76.2, (0, 255, 0): 149.7, (0, 0, 255): 29.1, (255, 255, 255): 255.0}
    for colour, luma in colours.items():
        image = np.full((4, 4, 3), colour, np.uint8)
        assert mean_luma(image) == pytest.approx(luma, abs=0.1)


def test_a_fingerprint_tells_pictures_apart() -> None:
    assert fingerprint(live(1)) == fingerprint(live(1).copy())
    assert fingerprint(live(1)) != fingerprint(live(2))
