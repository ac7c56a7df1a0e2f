"""Options and arguments that several commands share."""

from collections.abc import Callable
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from exercises.exercise import Exercise


class Movement(click.ParamType["Exercise"]):
    """The id of a movement: one of the library, or of the clinic's own."""

    name = "movement"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> "Exercise":
        """Return the movement, or say which id may have been meant."""
        from app.movements import movements, say_left_out
        from exercises.exercise import Exercise
        from exercises.library import UnknownMovement

        if isinstance(value, Exercise):
            return value

        found = movements()
        try:
            return found.find(value)
        except UnknownMovement as error:
            say_left_out(found)
            self.fail(str(error), param, context)


class MovementId(click.ParamType[str]):
    """The id of a movement, as `Movement` takes it; of the library's, none is read for it."""

    name = "movement"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> str:
        """Return the id, or say which may have been meant."""
        from exercises.library_files import in_library

        return value if in_library(value) else Movement().convert(value, param, context).id


class Language(click.ParamType[str]):
    """A language in which something is written, as in ``de``."""

    name = "language"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> str:
        """Return the language, or say which there are."""
        from words.tr import languages

        if value not in languages():
            there = ", ".join(languages())
            said = f"nothing is written in {str(value)[:20]!a}; there is {there}"
            self.fail(said, param, context)
        return str(value)


def language_option(
    help_text: str = "Such as en, de or es; that of the settings.",
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--language LANGUAGE`` option."""
    return click.option("--language", type=Language(), metavar="LANGUAGE", help=help_text)


def movement_option(
    default: str | None = None,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--movement ID`` option; without a `default` it has to be given."""
    # To click a default of `None` is one that is given, and needs no asking for.
    fallback = {"required": True} if default is None else {"default": default, "show_default": True}
    return click.option(
        "--movement",
        type=Movement(),
        metavar="ID",
        help="Which movement; `unhurried movements list` names them.",
        **fallback,
    )


class Seconds(click.FloatRange):
    """A number of seconds within bounds; ``nan`` is within none."""

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> float:
        """Return the seconds."""
        seconds = float(super().convert(value, param, context))
        if isnan(seconds):
            self.fail(f"{value!r} is not a number of seconds", param, context)
        return seconds


def seconds_option() -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--seconds S`` option."""
    return click.option(
        "--seconds",
        type=Seconds(min=0.5, max=24 * 3600),
        metavar="S",
        help="Stop after so many seconds.",
    )


class WindowSize(click.ParamType[tuple[int, int]]):
    """A size in pixels, as in ``1280x720``."""

    name = "size"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> tuple[int, int]:
        """Return width and height."""
        if isinstance(value, tuple):
            return value
        width, _, height = str(value).lower().partition("x")
        if not (width.isdecimal() and height.isdecimal()):
            self.fail(f"{value!r} is not a size; as in 1280x720", param, context)
        size = int(width), int(height)
        if not (640 <= size[0] <= 7680 and 400 <= size[1] <= 4320):
            self.fail(f"{value} is out of range; from 640x400 to 7680x4320", param, context)
        return size


def window_size_option() -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--size WxH`` option of the window."""
    return click.option(
        "--size", type=WindowSize(), default="1280x720", show_default=True, help="Of the window."
    )


def need_display(instead: str, *, leave_open: bool = False) -> None:
    """Stop with one line where no window can be shown.

    Parameters
    ----------
    instead
        What can be done without one.
    leave_open
        As of `app.has_display.has_display`.

    Raises
    ------
    click.ClickException
        Where there is no display.
    """
    from app.has_display import has_display

    if not has_display(leave_open=leave_open):
        raise click.ClickException(f"no display here; {instead}")


def out_option(help_text: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--out DIR`` option."""
    return click.option(
        "--out",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path("out"),
        show_default=True,
        help=help_text,
    )


def stats_option() -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--stats`` option."""
    return click.option("--stats", is_flag=True, help="Print the timings at the end.")


def json_option() -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--json`` option."""
    return click.option("--json", "as_json", is_flag=True, help="For scripts: as JSON.")
