"""Options and arguments that several commands share."""

from collections.abc import Callable
from typing import Any

import click

from exercises.exercise import Exercise
from exercises.library import UnknownMovement, find_exercise


class Movement(click.ParamType):
    """The id of a movement in the library."""

    name = "movement"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> Exercise:
        """Return the movement, or say which id may have been meant."""
        if isinstance(value, Exercise):
            return value
        try:
            return find_exercise(value)
        except UnknownMovement as error:
            self.fail(str(error), param, context)


def movement_option(
    *, required: bool = False, default: str | None = None
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--movement ID`` option."""
    return click.option(
        "--movement",
        type=Movement(),
        metavar="ID",
        required=required,
        default=default,
        show_default=default is not None,
        help="Which movement; `unhurried movements list` names them.",
    )
