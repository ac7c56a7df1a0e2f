"""What is said of a drawn source after its colon: keys, and values that fit or are declined."""

from collections.abc import Callable, Iterator

from vision.source import SourceError

Read = Callable[[str], float]

_SIZE = "as in 1280x720, from 160x120 to 1920x1080"


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield each key and its value in ``word:key=value,…``; a value that is not there is empty."""
    for part in filter(None, (part.strip() for part in text.partition(":")[2].split(","))):
        key, _, value = (word.strip() for word in part.partition("="))
        yield key, value


def number(kind: type[int] | type[float], low: float, high: float) -> Read:
    """Return what reads a number from `low` to `high` and raises `ValueError` for all else."""

    def read(text: str) -> float:
        value = kind(text)
        if not low <= value <= high:
            raise ValueError
        return value

    return read


def fitting(key: str, value: str, takes: str, read: Read) -> float:
    """Return `value` as it is read.

    Raises
    ------
    SourceError
        Where it does not fit; says what the key `takes`.
    """
    try:
        return read(value)
    except ValueError:
        raise SourceError(f"figure: {key} is {takes}, not “{value}”") from None


def picture_size(text: str) -> tuple[int, int]:
    """Return width and height in pixels of ``1280x720``.

    Raises
    ------
    SourceError
        Where it is no size, or one that is not painted.
    """
    try:
        width, height = (int(side) for side in text.casefold().split("x"))
    except ValueError:
        raise SourceError(f"figure: size is {_SIZE}, not “{text}”") from None
    if not (160 <= width <= 1920 and 120 <= height <= 1080):
        raise SourceError(f"figure: size is {_SIZE}, not “{text}”")
    return width, height
