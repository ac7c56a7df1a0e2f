"""What a practice needs of this machine, looked at one thing at a time."""

import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import version

from app.has_display import has_display
from app.system_libraries import install_line, missing_libraries

# A camera gives 30 frames a second; below this many poses a second a practice warns (a default
# of ours), and the table says so beforehand.
COMFORTABLE_POSES_PER_S = 20.0
SPEED_FRAMES = 40


class Health(Enum):
    """How a thing stands: there, absent but not needed everywhere, or missing and needed."""

    GOOD = "good"
    ABSENT = "absent"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One row: what was looked at, what was found, what to do."""

    what: str
    found: str
    health: Health = Health.GOOD
    advice: str = ""


def findings() -> Iterator[Finding]:
    """Yield the findings in the order they matter; each is looked at when it is asked for."""
    libraries = _system_libraries()
    yield _python()
    yield libraries
    if libraries.health is Health.MISSING:
        return
    checks: tuple[Callable[[], Finding], ...] = (
        _packages,
        _models,
        _display,
        _sound,
        _cameras,
        _speed,
    )
    for check in checks:
        yield check()


def _python() -> Finding:
    return Finding("Python", f"{platform.python_version()} on {platform.platform(terse=True)}")


def _system_libraries() -> Finding:
    missing = missing_libraries()
    if missing:
        return Finding(
            "system libraries", ", ".join(missing), Health.MISSING, install_line(missing)
        )
    return Finding("system libraries", "all there")


def _packages() -> Finding:
    from vision.models import ModelError, check_mediapipe

    names = ("mediapipe", "opencv-contrib-python", "pygame-ce", "numpy")
    found = ", ".join(f"{name} {version(name)}" for name in names)
    try:
        check_mediapipe()
    except ModelError as error:
        return Finding("libraries", found, Health.MISSING, str(error))
    return Finding("libraries", found)


def _models() -> Finding:
    from vision.models import ModelError, checked_model

    try:
        for size in ("full", "lite"):
            checked_model(size)
    except ModelError as error:
        return Finding("pose models", "damaged or missing", Health.MISSING, str(error))
    return Finding("pose models", "full and lite, checksums right")


def _display() -> Finding:
    import pygame

    if not has_display():
        return Finding(
            "display", "none", Health.ABSENT, "without one, --headless writes pictures to files"
        )
    pygame.display.init()
    sizes = ", ".join(f"{width}×{height}" for width, height in pygame.display.get_desktop_sizes())
    found = f"{sizes} ({pygame.display.get_driver()})"
    pygame.display.quit()
    return Finding("display", found)


def _sound() -> Finding:
    import pygame

    from vision.chatter import without_chatter

    try:
        with without_chatter():
            pygame.mixer.init()
    except pygame.error as error:
        return Finding(
            "sound", f"no device ({error})", Health.ABSENT, "nothing to do: practice is silent"
        )
    pygame.mixer.quit()
    return Finding("sound", "a device answers")


def _cameras() -> Finding:
    from vision.cameras import list_cameras

    cameras = list_cameras()
    if not cameras:
        return Finding(
            "cameras",
            "none",
            Health.ABSENT,
            "plug one in, or practise with a file: --source FILE",
        )
    return Finding("cameras", ", ".join(f"{camera.index}: {camera.name}" for camera in cameras))


def _speed() -> Finding:
    """Time the full model on a drawn body at 1280×720, after a warm-up."""
    from app.figure_source import FigureSource, parse_figure
    from exercises.library import find_exercise
    from vision import zones
    from vision.landmarker import Landmarker
    from vision.models import ModelError

    times = []
    try:
        with (
            FigureSource(parse_figure("figure"), find_exercise("sunrise-arms-standing")) as figure,
            Landmarker("full") as landmarker,
        ):
            zone = zones.one_person(*figure.size)
            for _ in range(SPEED_FRAMES):
                frame = figure.read()
                if frame is None:
                    break
                began = time.perf_counter()
                landmarker.detect(frame, zone)
                times.append(time.perf_counter() - began)
    except ModelError as error:
        return Finding("speed", "not measured", Health.MISSING, str(error))
    median = sorted(times)[len(times) // 2]
    found = f"{1000 * median:.0f} ms a frame, {1 / median:.0f} poses a second at 1280×720"
    if 1 / median < COMFORTABLE_POSES_PER_S:
        return Finding(
            "speed",
            found,
            Health.ABSENT,
            "close other programs; plug the laptop in while practising",
        )
    return Finding("speed", found)
