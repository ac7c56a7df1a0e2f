"""From what a person typed to the source they meant."""

from collections.abc import Callable
from pathlib import Path

from vision.camera import Camera
from vision.cameras import find_camera, first_camera, list_cameras
from vision.images import IMAGE_SUFFIXES, ImageFolder
from vision.replay import Replay
from vision.source import Source, SourceError
from vision.suggest import did_you_mean
from vision.video import VideoFile

_WORDS = ("camera", "figure")
_LINUX_NODE = "/dev/video"


def open_source(text: str, *, figure: Callable[[str], Source]) -> Source:
    """Open the source that `text` names.

    In this order: ``figure`` or ``figure:OPTIONS``, ``camera`` (the first there is), a camera's
    index (or its node on Linux, ``/dev/video0``), a folder of pictures, a file (``.npz`` is a
    recording of landmarks, any other a video), (a part of) a camera's name.

    Parameters
    ----------
    text
        What the person typed.
    figure
        Opens the drawn figure that such a text describes (``figure:body=2,turn=15``).

    Raises
    ------
    SourceError
        Where it is none of these, or does not open.
    """
    text = text.strip()
    if text.partition(":")[0].casefold() == "figure":
        return figure(text)
    if text.casefold() == "camera":
        return Camera(first_camera())
    if text.isdecimal():
        return Camera(find_camera(text))
    if text.startswith(_LINUX_NODE) and text.removeprefix(_LINUX_NODE).isdecimal():
        return Camera(find_camera(text.removeprefix(_LINUX_NODE)))
    if not text:
        raise SourceError("no source was named; give camera, figure, a file or a folder")
    if "://" in text:
        raise SourceError(f"{text} is a network address; only cameras and files are opened")
    path = _path(text)
    if _exists(path):
        return _open_path(path)
    if _looks_like_path(text):
        raise SourceError(f"{text}: there is no such file or folder{_near_files(path)}")
    return _open_named(text)


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # "~name" of nobody here
        return Path(text)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as refused:  # a name too long, a folder that may not be looked into
        raise SourceError(f"{path} cannot be looked at: {refused.strerror}") from refused


def _open_path(path: Path) -> Source:
    if path.is_dir():
        return ImageFolder(path)
    suffix = path.suffix.lower()
    if suffix == ".npz":
        return Replay(path)
    if suffix in IMAGE_SUFFIXES:
        raise SourceError(f"{path} is a single picture; give the folder of pictures instead")
    return VideoFile(path)


def _looks_like_path(text: str) -> bool:
    """Tell a file's name from a camera's, which may hold a dot too (``Cam v1.2``)."""
    return "/" in text or "\\" in text or Path(text).suffix[1:2].isalpha()


def _near_files(path: Path) -> str:
    try:
        return did_you_mean(path.name, (entry.name for entry in path.parent.iterdir()))
    except OSError:
        return ""


def _open_named(text: str) -> Source:
    cameras = list_cameras()
    try:
        camera = find_camera(text, cameras)
    except SourceError as unfound:
        hint = did_you_mean(text, _WORDS)
        if cameras and not hint:
            raise
        raise SourceError(
            f"“{text}” is no camera, file or folder here{hint or '; give camera, figure or a file'}"
        ) from unfound
    return Camera(camera)
