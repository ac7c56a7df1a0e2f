"""Reading a movement from its TOML file; every fault of the file is named at once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from exercises.exercise import Exercise
from exercises.fault import DefinitionError, Fault
from exercises.mending import mended
from exercises.pydantic_faults import faults_of
from exercises.tables import MAX_BYTES, tables

__all__ = ["MAX_BYTES", "load", "parse"]


def load(path: Path) -> Exercise:
    """Return the movement defined in the file at `path`.

    Raises
    ------
    DefinitionError
        With every fault of the file: too large, not UTF-8, not TOML (with its line), or not a
        movement.
    OSError
        Where the file cannot be opened.
    """
    with path.open("rb") as file:
        return parse(file.read(MAX_BYTES + 1), str(path))


def parse(content: bytes, file: str) -> Exercise:
    """Return the movement defined by `content`, TOML in UTF-8; `file` is how faults call it.

    Raises
    ------
    DefinitionError
        With every fault found, as for `load`.
    """
    data = tables(content, file, "a movement's definition")
    try:
        return Exercise.model_validate(data)
    except ValidationError as error:
        faults = [*faults_of(error), *_hidden_faults(data, error)]
    raise DefinitionError(replace(fault, file=file) for fault in dict.fromkeys(faults))


def _hidden_faults(data: dict[str, Any], error: ValidationError) -> list[Fault]:
    """Return the faults that can be seen only once those of `error` are out of the way."""
    try:
        Exercise.model_validate(mended(data, error))
    except ValidationError as hidden:
        return faults_of(hidden)
    return []
