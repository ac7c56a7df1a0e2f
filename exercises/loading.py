"""Reading a movement from its TOML file; every fault of the file is named at once."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from exercises.exercise import Exercise
from exercises.fault import DefinitionError, Fault
from exercises.mending import mended
from exercises.pydantic_faults import faults_of

MAX_BYTES = 64 * 1024
"""Largest definition read; the longest of the library is under 2 kB."""


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
    data = _tables(content, file)
    try:
        return Exercise.model_validate(data)
    except ValidationError as error:
        faults = [*faults_of(error), *_hidden_faults(data, error)]
    raise DefinitionError(replace(fault, file=file) for fault in dict.fromkeys(faults))


def _tables(content: bytes, file: str) -> dict[str, Any]:
    """Return the tables of a TOML text, or say in one fault why there are none."""
    if len(content) > MAX_BYTES:
        found, hint = f"larger than {MAX_BYTES // 1024} kB", "is it a movement's definition?"
    else:
        try:
            return tomllib.loads(content.decode("utf-8"))
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            found, hint = f"not UTF-8 text (at line {line})", "save the file as UTF-8"
        except ValueError as error:  # tomllib's own, and that of an endless number or a false date
            found, hint = "not TOML", str(error)
        except RecursionError:
            found, hint = "not TOML", "nested too deeply"
    raise DefinitionError([Fault(file, "", found, hint)])


def _hidden_faults(data: dict[str, Any], error: ValidationError) -> list[Fault]:
    """Return the faults that can be seen only once those of `error` are out of the way."""
    try:
        Exercise.model_validate(mended(data, error))
    except ValidationError as hidden:
        return faults_of(hidden)
    return []
