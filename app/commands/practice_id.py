"""A practice as it is named on the command line."""

from typing import Any
from uuid import UUID

import click


class PracticeId(click.ParamType[UUID | None]):
    """The id of a practice, or ``latest``."""

    name = "id"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> UUID | None:
        """Return the id; `None` for the latest."""
        if isinstance(value, UUID):
            return value
        if str(value).casefold() == "latest":
            return None
        try:
            return UUID(str(value))
        except ValueError:
            self.fail(
                f"{str(value)[:40]!a} is not the id of a practice; `latest` is the latest, and "
                "`unhurried records list CODE` names all",
                param,
                context,
            )
