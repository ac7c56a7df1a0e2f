"""Which cameras there are, by the names their makers gave them."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from vision.capture import open_device
from vision.source import SourceError
from vision.suggest import did_you_mean

LINUX_CAMERAS = Path("/sys/class/video4linux")
# How long the system's own listing may take; system_profiler and PowerShell need 1–3 s.
LISTING_TIMEOUT_S = 10.0
# The indices tried where the system cannot list its cameras.
PROBED_INDICES = range(4)

_MACOS_LISTING = ("system_profiler", "-json", "SPCameraDataType")
_WINDOWS_LISTING = (
    "powershell",
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    "Get-CimInstance Win32_PnPEntity -Filter \"PNPClass='Camera' OR PNPClass='Image'\""
    " | ForEach-Object Name",
)


@dataclass(frozen=True, slots=True)
class CameraInfo:
    """A camera that can be chosen.

    Attributes
    ----------
    index
        The number the system opens it by.
    name
        What its maker calls it.
    """

    index: int
    name: str

    def __str__(self) -> str:
        return f"{self.index} ({self.name})"


def list_cameras() -> tuple[CameraInfo, ...]:
    """Return the cameras of this machine, by index.

    On Linux names and indices are the kernel's own. On macOS and Windows the system's listing is
    taken in its order, which is the usual order of the indices but not promised. Where the system
    cannot list them, the first few indices are tried.
    """
    if sys.platform == "linux":
        return linux_cameras(LINUX_CAMERAS)
    try:
        if sys.platform == "darwin":
            names = macos_names(_said_by(_MACOS_LISTING))
        else:
            names = _said_by(_WINDOWS_LISTING).splitlines()
    except (OSError, ValueError, subprocess.SubprocessError):
        return _probed()
    cleaned = (name.strip() for name in names)
    return tuple(CameraInfo(i, name) for i, name in enumerate(name for name in cleaned if name))


def find_camera(text: str, cameras: tuple[CameraInfo, ...] | None = None) -> CameraInfo:
    """Return the camera that is meant by an index or by (a part of) its name, whatever the case.

    Parameters
    ----------
    text
        ``"1"``, ``"Logitech BRIO"``, ``"brio"``.
    cameras
        Those to choose from; those of this machine where not given.

    Raises
    ------
    SourceError
        Where none or several fit, naming what there is.
    """
    cameras = _some(list_cameras() if cameras is None else cameras)
    if text.isdecimal():
        fitting = [camera for camera in cameras if camera.index == int(text)]
    else:
        wanted = text.casefold()
        named = [(camera, camera.name.casefold()) for camera in cameras]
        fitting = [camera for camera, name in named if name == wanted] or [
            camera for camera, name in named if wanted in name
        ]
    if len(fitting) == 1:
        return fitting[0]
    there_is = ", ".join(str(camera) for camera in fitting or cameras)
    if fitting:
        raise SourceError(f"several cameras fit “{text}”; choose one by its number: {there_is}")
    hint = did_you_mean(text, (camera.name for camera in cameras))
    raise SourceError(f"there is no camera “{text}”{hint or ';'} there is: {there_is}")


def first_camera() -> CameraInfo:
    """Return the camera with the lowest index.

    Raises
    ------
    SourceError
        Where this machine has none.
    """
    return _some(list_cameras())[0]


def linux_cameras(folder: Path) -> tuple[CameraInfo, ...]:
    """Return the cameras below the kernel's ``video4linux`` folder.

    A webcam has a second node for its metadata, which gives no pictures; a node's ``index`` within
    its device is 0 only for the one that does.
    """
    found = []
    for node in folder.glob("video*"):
        number = node.name.removeprefix("video")
        if number.isdecimal() and _line(node / "index") in ("0", ""):
            found.append(CameraInfo(int(number), _line(node / "name") or f"camera {number}"))
    return tuple(sorted(found, key=lambda camera: camera.index))


def macos_names(listing: str) -> list[str]:
    """Return the names in what ``system_profiler -json SPCameraDataType`` prints.

    Raises
    ------
    ValueError
        Where it is not such a listing.
    """
    try:
        return [str(camera["_name"]) for camera in json.loads(listing)["SPCameraDataType"]]
    except (ValueError, KeyError, TypeError) as unlike:
        raise ValueError("not a listing of cameras") from unlike


def _some(cameras: tuple[CameraInfo, ...]) -> tuple[CameraInfo, ...]:
    if not cameras:
        raise SourceError(
            "no camera was found; plug one in, or try the drawn figure with --source figure"
        )
    return cameras


def _said_by(command: tuple[str, ...]) -> str:
    done = subprocess.run(
        command, capture_output=True, check=True, text=True, timeout=LISTING_TIMEOUT_S
    )
    return done.stdout


def _line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _probed() -> tuple[CameraInfo, ...]:
    found = []
    for index in PROBED_INDICES:
        capture = open_device(index, 640, 480, 30.0)
        if capture is not None:
            capture.close()
            found.append(CameraInfo(index, f"camera {index}"))
    return tuple(found)
