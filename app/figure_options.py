"""What a person may say of the drawn figure: ``figure:body=2,turn=15,top_left=95,seed=1``."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from figure.body import BODIES
from figure.joint_angles import NAMES
from figure.painter import MOST_ACTORS
from vision.source import SourceError
from vision.suggest import did_you_mean


@dataclass(frozen=True, slots=True)
class FigureOptions:
    """Who performs a movement, and how.

    Attributes
    ----------
    body
        1 to the number of `BODIES`. Where several people perform, the first one's; the others
        follow in the order of `BODIES`.
    turn
        Degrees turned to the figure's own left, −90 to 90, over the movement's own view (a
        movement seen from the side is shown from the side).
    top_left, top_right
        Degrees of elevation at which that shoulder stops; 180 stops nowhere.
    joint_tops
        Other joints that stop, as pairs of a joint angle's name and where it stops
        (``left_knee_flexion_top=60``).
    reach
        How far it moves, 1 as far as the guide.
    tempo
        How fast it moves, 1 as fast as the guide.
    rest
        Seconds for which it rests before each repetition.
    seed
        0 performs exactly as the guide; any other number varies it as people vary, each number
        in its own way.
    people
        How many perform side by side.
    width, height
        Size of the picture in pixels (``size=1280x720``).
    fps
        Pictures a second.
    """

    body: int = 1
    turn: float = 0.0
    top_left: float = 180.0
    top_right: float = 180.0
    joint_tops: tuple[tuple[str, float], ...] = ()
    reach: float = 1.0
    tempo: float = 1.0
    rest: float = 0.0
    seed: int = 0
    people: int = 1
    width: int = 1280
    height: int = 720
    fps: float = 30.0


def _number(kind: type[int] | type[float], low: float, high: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        value = kind(text)
        if not low <= value <= high:
            raise ValueError
        return value

    return read


# What each key takes, as it is said to the person, and how it is read.
_KEYS: dict[str, tuple[str, Callable[[str], float]]] = {
    "body": (f"1 to {len(BODIES)}", _number(int, 1, len(BODIES))),
    "turn": ("degrees from -90 to 90", _number(float, -90, 90)),
    "top_left": ("degrees from 20 to 180", _number(float, 20, 180)),
    "top_right": ("degrees from 20 to 180", _number(float, 20, 180)),
    "reach": ("0.2 to 1.5", _number(float, 0.2, 1.5)),
    "tempo": ("0.25 to 4", _number(float, 0.25, 4)),
    "rest": ("seconds from 0 to 60", _number(float, 0, 60)),
    "seed": ("a whole number from 0", _number(int, 0, 2**31)),
    "people": (f"1 to {MOST_ACTORS}", _number(int, 1, MOST_ACTORS)),
    "fps": ("5 to 60", _number(float, 5, 60)),
}
# A joint angle's name with this after it says where that joint stops.
_TOP = "_top"
_top = _number(float, -180, 180)
_SIZE = "as in 1280x720, from 160x120 to 1920x1080"


def parse_figure(text: str) -> FigureOptions:
    """Return the options in ``figure`` or ``figure:key=value,…``.

    Raises
    ------
    SourceError
        For an unknown key or a value that does not fit, in one line.
    """
    given: dict[str, Any] = {}
    for part in filter(None, (part.strip() for part in text.partition(":")[2].split(","))):
        key, _, value = (word.strip() for word in part.partition("="))
        if key == "size":
            given["width"], given["height"] = _size(value)
        elif key.removesuffix(_TOP) in NAMES and key.endswith(_TOP):
            stops = key.removesuffix(_TOP), _read(key, value, "degrees from -180 to 180", _top)
            given["joint_tops"] = (*given.get("joint_tops", ()), stops)
        elif key in _KEYS:
            given[key] = _read(key, value, *_KEYS[key])
        else:
            known = (*_KEYS, "size")
            near = did_you_mean(key, (*known, *(joint + _TOP for joint in NAMES)))
            hint = near or f"; it takes {', '.join(known)}"
            raise SourceError(f"figure has no “{key}”{hint}")
    return replace(FigureOptions(), **given)


def _read(key: str, value: str, takes: str, read: Callable[[str], float]) -> float:
    try:
        return read(value)
    except ValueError:
        raise SourceError(f"figure: {key} is {takes}, not “{value}”") from None


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(side) for side in text.casefold().split("x"))
    except ValueError:
        raise SourceError(f"figure: size is {_SIZE}, not “{text}”") from None
    if not (160 <= width <= 1920 and 120 <= height <= 1080):
        raise SourceError(f"figure: size is {_SIZE}, not “{text}”")
    return width, height
