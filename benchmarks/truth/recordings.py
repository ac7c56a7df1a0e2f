"""What the pose model makes of a scene, beside the exact angles: recorded once and kept."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from zipfile import BadZipFile

import cv2
import numpy as np
from numpy.typing import NDArray

from figure.kinematics import skeleton
from figure.painter import Painter
from truth.scenes import FPS, Light, Scene
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.pose import Pose
from vision.zones import one_person

Array = NDArray[np.float64]

FOLDER = Path(__file__).parents[2] / "out" / "truth"
"""Where recordings are kept; it may be deleted at any time."""
FORMAT = "1"


@dataclass(frozen=True, eq=False)
class Recording:
    """One scene as the model saw it.

    Attributes
    ----------
    scene
        What was painted.
    times_s
        (T,) seconds.
    image, world
        (T, 33, 4) as in `Pose`; NaN where nobody was found.
    exact
        (T, 33, 3) joint centres in metres in the figure's own frame: its left, up, ahead.
    """

    scene: Scene
    times_s: Array
    image: Array
    world: Array
    exact: Array

    def poses(self) -> Iterator[tuple[float, Pose | None]]:
        """Yield each frame's time and pose."""
        for t, image, world in zip(self.times_s.tolist(), self.image, self.world, strict=True):
            yield t, None if np.isnan(image[0, 0]) else Pose(image, world)


def recordings(
    scenes: list[Scene], done: Callable[[int], None] = lambda count: None
) -> list[Recording]:
    """Return the recordings of `scenes`, painting those that are not yet kept on every core."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    missing = [scene for scene in scenes if not kept(scene)]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for count, _ in enumerate(pool.map(_record, missing), start=1):
            done(count)
    return [_kept(scene) for scene in scenes]


def kept(scene: Scene) -> bool:
    """Return whether a scene has been recorded."""
    return _path(scene).exists()


def _path(scene: Scene) -> Path:
    return FOLDER / f"{FORMAT}-{scene.name}.npz"


def _kept(scene: Scene) -> Recording:
    path = _path(scene)
    try:
        with path.open("rb") as file, np.load(file) as stored:
            return Recording(scene, **{name: stored[name] for name in stored.files})
    except (ValueError, EOFError, TypeError, BadZipFile) as fault:
        raise ValueError(f"{path} cannot be read ({fault}); delete it to paint it anew") from fault


def _record(scene: Scene) -> None:
    cv2.setNumThreads(1)
    painter = Painter(scene.camera, [scene.actor])
    random = np.random.default_rng(len(scene.name))
    size = (scene.place.width, scene.place.height)
    times = np.arange(round(scene.course.seconds * FPS)) / FPS
    image, world = np.full((2, len(times), 33, 4), np.nan)
    exact = []
    with Landmarker("full") as landmarker:
        for row, t in enumerate(times.tolist()):
            posture = scene.course.posture(t)
            picture = _rolled(painter.paint([posture]).image, scene.place.roll_deg)
            lit = _in_light(picture, scene.light, random)
            pose = landmarker.detect(Frame(lit, t, row), one_person(*size))
            if pose is not None:
                image[row], world[row] = pose.image, pose.world
            exact.append(skeleton(posture, scene.body))
    kept = _path(scene)
    part = kept.with_suffix(f".{os.getpid()}.npz")
    np.savez_compressed(
        part, times_s=times, image=image, world=world, exact=np.array(exact), allow_pickle=False
    )
    part.rename(kept)


def _rolled(picture: NDArray[np.uint8], degrees: float) -> NDArray[np.uint8]:
    """Return the picture as a camera rolled by `degrees` sees it: the body leans clockwise."""
    if not degrees:
        return picture
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    rolled = cv2.warpAffine(picture, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(rolled, np.uint8)


def _in_light(
    picture: NDArray[np.uint8], light: Light, random: np.random.Generator
) -> NDArray[np.uint8]:
    """Return the picture as a poor camera gives it."""
    if light == "dim":
        grain = random.normal(0, 4, picture.shape)
        return np.clip(picture * 0.22 + grain, 0, 255).astype(np.uint8)
    if light == "noisy":
        return np.clip(picture + random.normal(0, 18, picture.shape), 0, 255).astype(np.uint8)
    if light == "compressed":
        packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 12])[1]
        return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)
    return picture
