"""The pose model's files and library: which they are, and proof that they are those.

Altered weights load without a murmur and give plausible nonsense, and another release of the
library may send figures to its maker; so both are checked before anything is detected.
"""

import hashlib
from importlib import metadata
from pathlib import Path
from typing import Literal

ModelSize = Literal["full", "lite"]

MEDIAPIPE_VERSION = "0.10.33"

# SHA-256 of the bundles that tools/make_pose_bundles.py makes.
SHA256: dict[ModelSize, str] = {
    "full": "756af3b8eba090061f0a4fd66891395c7b199b522dbb940002c087a35e6bb9bf",
    "lite": "6ea65af66e8a7bf2b07db8371b8b387a6437d27eaee814be8d62844933e8ece1",
}

_FOLDER = Path(__file__).parent / "models"


class ModelError(Exception):
    """A pose model that is not the one this program was tested with, said in one line."""


def model_path(size: ModelSize) -> Path:
    """Return where the bundle of `size` lies in the installed package."""
    return _FOLDER / f"pose_landmarker_{size}.task"


def checked_model(size: ModelSize) -> Path:
    """Return the path of the bundle of `size`, proved unaltered.

    Raises
    ------
    ModelError
        Where the file is missing, cannot be read, or is not the one its checksum names.
    """
    path = model_path(size)
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        raise ModelError(f"the pose model {path} is missing: reinstall unhurried") from None
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise ModelError(
            f"the pose model {path} cannot be read ({reason}): reinstall unhurried"
        ) from None
    if found != SHA256[size]:
        raise ModelError(
            f"the pose model {path} is altered or damaged "
            f"(checksum {found[:12]}…, not {SHA256[size][:12]}…): reinstall unhurried"
        )
    return path


def check_mediapipe() -> None:
    """Refuse every release of mediapipe but `MEDIAPIPE_VERSION`, without importing it.

    Raises
    ------
    ModelError
        Where it is absent or is another release.
    """
    try:
        found = metadata.version("mediapipe")
    except metadata.PackageNotFoundError:
        raise ModelError(
            f"mediapipe {MEDIAPIPE_VERSION} is not installed: reinstall unhurried"
        ) from None
    if found != MEDIAPIPE_VERSION:
        raise ModelError(
            f"mediapipe {found} is installed, but only {MEDIAPIPE_VERSION} was proved to send "
            "nothing (0.10.35 and later report usage to their maker and cannot be told not to): "
            f"run pip install mediapipe=={MEDIAPIPE_VERSION}"
        )
