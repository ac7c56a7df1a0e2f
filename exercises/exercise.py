"""The definition of a movement: frozen data, checked as a whole when built."""

from typing import Self

from pydantic import model_validator

from exercises.checks import faults_in
from exercises.definition import Movement
from exercises.fault import DefinitionError


class Exercise(Movement):
    """A movement as a clinic defines it, all of whose parts hold together."""

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Raise `DefinitionError` with all that does not hold together."""
        if faults := faults_in(self):
            raise DefinitionError(faults)
        return self
