"""What a person may say of a drawn group: ``figure:group=4,apart=1.5,passers=2,seed=1``."""

from dataclasses import dataclass, replace
from typing import Any

from app.option_words import Read, fitting, number, pairs, picture_size
from figure.body import BODIES
from vision.source import SourceError
from vision.suggest import did_you_mean

FEWEST, MOST = 2, 8
NEAREST_M, FARTHEST_M = 1.2, 1.8
ONE_ROW = 4
TOO_CLOSE = f"figure: groups are drawn from {NEAREST_M:g} metres apart; closer, arms meet"


@dataclass(frozen=True, slots=True)
class GroupOptions:
    """Who performs a movement together, and where.

    People are numbered from 1, from left to right in the picture; of two rows those with odd
    numbers are in front.

    Attributes
    ----------
    people
        2 to 8.
    apart
        Metres between neighbours of a row, 1.2 to 1.8. The back row stands wider, so that it is
        seen between the front one.
    rows
        1 or 2; `None` is one of up to four people.
    seated
        How many sit, those with odd numbers first; `None` is every other one of four or more.
    passers
        How many walk across the picture now and then: the first before the group, from left to
        right, the second behind it, from right to left; 0 to 2.
    rests, over
        The person who rests the whole time, and the one who goes past the movement's limit as it
        is performed; 0 is nobody.
    body
        1 to the number of `BODIES`: the first person's; the others follow in order.
    tempo
        How fast they move, 1 as fast as the guide.
    seed
        Each number varies people in its own way.
    loop
        Seconds that a loop lasts at most, unless one cycle of the movement (of both sides) is
        longer.
    seconds
        After how many the source ends; 0 is never.
    ahead
        Seconds that are painted before the first picture is given.
    width, height
        Size of the picture in pixels (``size=1280x720``).
    fps
        Pictures a second.
    """

    people: int = 4
    apart: float = 1.5
    rows: int | None = None
    seated: int | None = None
    passers: int = 0
    rests: int = 0
    over: int = 0
    body: int = 1
    tempo: float = 1.0
    seed: int = 1
    loop: float = 24.0
    seconds: float = 0.0
    ahead: float = 0.0
    width: int = 1280
    height: int = 720
    fps: float = 15.0

    @property
    def in_rows(self) -> int:
        """1 or 2: in how many rows they are."""
        return self.rows or (1 if self.people <= ONE_ROW else 2)

    @property
    def on_chairs(self) -> int:
        """How many sit."""
        if self.seated is not None:
            return self.seated
        return (self.people + 1) // 2 if self.people >= ONE_ROW else 0


# What each key takes, as it is said to the person, and how it is read.
_KEYS: dict[str, tuple[str, Read]] = {
    "group": (f"{FEWEST} to {MOST} people", number(int, FEWEST, MOST)),
    "apart": (f"metres from {NEAREST_M:g} to {FARTHEST_M:g}", number(float, 0, FARTHEST_M)),
    "rows": ("1 or 2", number(int, 1, 2)),
    "seated": (f"0 to {MOST}", number(int, 0, MOST)),
    "passers": ("0 to 2", number(int, 0, 2)),
    "rests": (f"the number of a person, 1 to {MOST}", number(int, 1, MOST)),
    "over": (f"the number of a person, 1 to {MOST}", number(int, 1, MOST)),
    "body": (f"1 to {len(BODIES)}", number(int, 1, len(BODIES))),
    "tempo": ("0.25 to 4", number(float, 0.25, 4)),
    "seed": ("a whole number from 0", number(int, 0, 2**31)),
    "loop": ("seconds from 4 to 120", number(float, 4, 120)),
    "seconds": ("0.1 to 3600", number(float, 0.1, 3600)),
    "ahead": ("seconds from 0 to 120", number(float, 0, 120)),
    "fps": ("5 to 30", number(float, 5, 30)),
}


def names_group(text: str) -> bool:
    """Tell a drawn group (``figure:group=4``) from drawn figures."""
    return any(key == "group" for key, _ in pairs(text))


def parse_group(text: str) -> GroupOptions:
    """Return the options in ``figure:group=N,key=value,…``.

    Raises
    ------
    SourceError
        For an unknown key, a value that does not fit, or values that do not fit together, in one
        line.
    """
    given: dict[str, Any] = {}
    for key, value in pairs(text):
        if key == "size":
            given["width"], given["height"] = picture_size(value)
        elif key in _KEYS:
            given["people" if key == "group" else key] = fitting(key, value, *_KEYS[key])
        else:
            known = (*_KEYS, "size")
            hint = did_you_mean(key, known) or f"; it takes {', '.join(known)}"
            raise SourceError(f"a drawn group has no “{key}”{hint}")
    options = replace(GroupOptions(), **given)
    _check(options)
    return options


def _check(options: GroupOptions) -> None:
    if options.apart < NEAREST_M:
        raise SourceError(TOO_CLOSE)
    for key, value in (
        ("seated", options.on_chairs),
        ("rests", options.rests),
        ("over", options.over),
    ):
        if value > options.people:
            raise SourceError(
                f"figure: {key} is {value}, but the group has {options.people} people"
            )
    if options.rests and options.rests == options.over:
        raise SourceError(f"figure: person {options.rests} cannot both rest and go too far")
