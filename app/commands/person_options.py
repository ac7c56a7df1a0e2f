"""Options and arguments of the commands over people."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click


class PersonCode(click.ParamType[str]):
    """A person's code, as in ``P-0147``."""

    name = "code"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> str:
        """Return the code, or say in one line what one looks like."""
        from exercises.code import CodeError, check_code

        try:
            return check_code(str(value))
        except CodeError as error:
            self.fail(str(error), param, context)


class StaffInitials(click.ParamType[str]):
    """Somebody's initials, as in ``AB``; whether they are staff is for the store to say."""

    name = "initials"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> str:
        """Return the initials, or say in one line what they look like."""
        from pydantic import TypeAdapter, ValidationError

        from exercises.code import Initials

        try:
            return TypeAdapter[str](Initials).validate_python(str(value).strip())
        except ValidationError:
            self.fail(f"{value!a} is not somebody's initials; as in AB", param, context)


class Day(click.ParamType[date]):
    """A day, as in ``2026-03-02``."""

    name = "day"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> date:
        """Return the day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!a} is not a day; write it as in 2026-03-02", param, context)


def code_argument() -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``CODE`` argument."""
    return click.argument("code", type=PersonCode(), metavar="CODE")


def by_option(
    help_text: str = "Who does it, for the audit.",
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--by INITIALS`` option."""
    return click.option("--by", type=StaffInitials(), metavar="INITIALS", help=help_text)


def sign_option(*, required: bool = True) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--sign INITIALS`` option; the PIN is asked for."""
    return click.option(
        "--sign",
        "initials",
        type=StaffInitials(),
        metavar="INITIALS",
        required=required,
        help="The therapist or clinician who signs; their PIN is asked for.",
    )


def person_option(help_text: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the ``--person CODE`` option."""
    return click.option(
        "--person", "code", type=PersonCode(), metavar="CODE", default=None, help=help_text
    )
