"""What a person may say of the drawn figure: ``figure:body=2,turn=15,top_left=95,seed=1``."""

from dataclasses import dataclass, replace
from typing import Any

from app.option_words import Read, fitting, number, pairs, picture_size
from figure.body import BODIES
from figure.joint_angles import NAMES
from vision.source import SourceError
from vision.suggest import did_you_mean

MOST_PEOPLE = 8


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


# What each key takes, as it is said to the person, and how it is read.
_KEYS: dict[str, tuple[str, Read]] = {
    "body": (f"1 to {len(BODIES)}", number(int, 1, len(BODIES))),
    "turn": ("degrees from -90 to 90", number(float, -90, 90)),
    "top_left": ("degrees from 20 to 180", number(float, 20, 180)),
    "top_right": ("degrees from 20 to 180", number(float, 20, 180)),
    "reach": ("0.2 to 1.5", number(float, 0.2, 1.5)),
    "tempo": ("0.25 to 4", number(float, 0.25, 4)),
    "rest": ("seconds from 0 to 60", number(float, 0, 60)),
    "seed": ("a whole number from 0", number(int, 0, 2**31)),
    "people": (f"1 to {MOST_PEOPLE}", number(int, 1, MOST_PEOPLE)),
    "fps": ("5 to 60", number(float, 5, 60)),
}
# A joint angle's name with this after it says where that joint stops.
_TOP = "_top"
_top = number(float, -180, 180)


def parse_figure(text: str) -> FigureOptions:
    """Return the options in ``figure`` or ``figure:key=value,…``.

    Raises
    ------
    SourceError
        For an unknown key or a value that does not fit, in one line.
    """
    given: dict[str, Any] = {}
    for key, value in pairs(text):
        if key == "size":
            given["width"], given["height"] = picture_size(value)
        elif key.removesuffix(_TOP) in NAMES and key.endswith(_TOP):
            stops = key.removesuffix(_TOP), fitting(key, value, "degrees from -180 to 180", _top)
            given["joint_tops"] = (*given.get("joint_tops", ()), stops)
        elif key in _KEYS:
            given[key] = fitting(key, value, *_KEYS[key])
        else:
            known = (*_KEYS, "size")
            near = did_you_mean(key, (*known, *(joint + _TOP for joint in NAMES)))
            hint = near or f"; it takes {', '.join(known)}"
            raise SourceError(f"figure has no “{key}”{hint}")
    return replace(FigureOptions(), **given)
