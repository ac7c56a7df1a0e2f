"""Reading a programme from its TOML file; every fault of the file is named at once."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from exercises.exercise import Exercise
from exercises.fault import DefinitionError, Fault, did_you_mean
from exercises.programme import Item, Programme
from exercises.programme_checks import programme_faults
from exercises.pydantic_faults import key_path
from exercises.tables import MAX_BYTES, tables

_SHOWN = 60


def load_programme(path: Path, movements: Mapping[str, Exercise]) -> Programme:
    """Return the programme in the file at `path`, whose movements are among `movements`.

    Raises
    ------
    DefinitionError
        With every fault of the file: too large, not UTF-8, not TOML (with its line), not a
        programme, or a movement that is not known.
    OSError
        Where the file cannot be opened.
    """
    with path.open("rb") as file:
        return parse_programme(file.read(MAX_BYTES + 1), str(path), movements)


def parse_programme(content: bytes, file: str, movements: Mapping[str, Exercise]) -> Programme:
    """Return the programme that `content` defines; `file` is how faults call it.

    Raises
    ------
    DefinitionError
        With every fault found, as for `load_programme`.
    """
    data = tables(content, file, "a programme")
    try:
        programme = Programme.model_validate(data)
    except ValidationError as error:
        faults = [Fault(file, key_path(each["loc"]), *_said(each)) for each in error.errors()]
    else:
        faults = list(programme_faults(programme, movements, file))
        if not faults:
            return programme
    raise DefinitionError(faults)


def _said(detail: ErrorDetails) -> tuple[str, str]:
    """Return message and hint."""
    loc = detail["loc"]
    if detail["type"] == "extra_forbidden":
        table: type[Programme] | type[Item] = Item if len(loc) > 1 else Programme
        return "unknown key", did_you_mean(str(loc[-1]), table.model_fields)
    if detail["type"] == "missing":
        return "missing", ""
    shown = repr(detail["input"])
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return f"found {shown}", detail["msg"][0].lower() + detail["msg"][1:]
