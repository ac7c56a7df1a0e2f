"""The faults that pydantic finds in a definition's shape, in this project's words."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from exercises.caution import Caution
from exercises.definition import Phase, Target
from exercises.exercise import Exercise
from exercises.fault import DefinitionError, Fault, did_you_mean

_SHOWN = 60
_NEEDED = {
    "tuple_type": "a list is needed",
    "model_type": "a table is needed",
    "dict_type": "a table is needed",
}
_PARTS: Mapping[object, type[Phase] | type[Target] | type[Caution]] = {
    "phases": Phase,
    "targets": Target,
    "cautions": Caution,
}


def faults_of(error: ValidationError) -> list[Fault]:
    """Return each fault of `error`, those of the movement as a whole included."""
    found = error.errors()
    faults: list[Fault] = []
    for detail in found:
        whole = detail.get("ctx", {}).get("error")
        if isinstance(whole, DefinitionError):
            faults += whole.faults
        elif not _follows_from_others(detail, found):
            faults.append(Fault("", key_path(detail["loc"]), *_said(detail)))
    return faults


def key_path(loc: tuple[int | str, ...]) -> str:
    """Return pydantic's place of a fault as ``phases[1].guide.shoulder_elevation``."""
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return path.removeprefix(".")


def keys_beside(loc: tuple[int | str, ...]) -> list[str]:
    """Return the known keys of the table in which `loc` lies."""
    table = _PARTS.get(loc[0], Exercise) if len(loc) > 1 else Exercise
    return list(table.model_fields)


def expected_words(detail: ErrorDetails) -> list[str]:
    """Return the words among which a value had to be, where it had to be one of a few words."""
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]


def _follows_from_others(detail: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Whether a list is called too short only because its items have faults of their own."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in found
    )


def _said(detail: ErrorDetails) -> tuple[str, str]:
    """Return message and hint."""
    value: Any = detail["input"]
    shown = repr(value) if len(repr(value)) <= _SHOWN else f"{repr(value)[:_SHOWN]}…"
    if detail["type"] == "missing":
        return "missing", ""
    if detail["type"] == "extra_forbidden":
        key = str(detail["loc"][-1])
        return "unknown key", did_you_mean(key, keys_beside(detail["loc"]))
    if detail["type"] == "literal_error":
        words = expected_words(detail)
        hint = did_you_mean(str(value), words)
        return f"found {shown}", hint or f"one of {', '.join(words)}"
    needed = _NEEDED.get(detail["type"], detail["msg"][0].lower() + detail["msg"][1:])
    return f"found {shown}", needed
