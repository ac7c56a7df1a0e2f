"""Reading a movement from its TOML file; every fault of the file is named at once."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from exercises.exercise import Exercise, Phase, Target
from exercises.fault import DefinitionError, Fault, did_you_mean

MAX_BYTES = 64 * 1024
"""Largest definition file read; the longest of the library has under 4 kB."""

_SHOWN = 60


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
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        message = f"larger than {MAX_BYTES // 1024} kB"
        raise DefinitionError([Fault(path.name, "", message, "is this a movement?")])
    return parse(content, path.name)


def parse(content: bytes, file: str) -> Exercise:
    """Return the movement defined by `content`, UTF-8 TOML; `file` is how faults call it.

    Raises
    ------
    DefinitionError
        With every fault found.
    """
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8 text (line {line})"
        raise DefinitionError([Fault(file, "", message, "save the file as UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError([Fault(file, "", f"not TOML: {error}")]) from None
    except RecursionError:
        raise DefinitionError([Fault(file, "", "not TOML: nested too deeply")]) from None
    try:
        return Exercise.model_validate(data)
    except ValidationError as error:
        faults = [Fault(file, f.key_path, f.message, f.hint) for f in _all_faults(data, error)]
        raise DefinitionError(faults) from None


def _all_faults(data: dict[str, Any], error: ValidationError) -> list[Fault]:
    """Return the faults of `error`, and those it hid.

    A definition is looked at as a whole only once each part can be read, so that one misspelt key
    would hide a guide that is too fast. The whole is looked at again with such keys mended.
    """
    faults = _faults_of(error)
    mended = _with_keys_mended(data, error)
    if mended != data:
        try:
            Exercise.model_validate(mended)
        except ValidationError as second:
            known = {fault.key_path for fault in faults}
            faults += [fault for fault in _faults_of(second) if fault.key_path not in known]
    return faults


def _faults_of(error: ValidationError) -> list[Fault]:
    faults: list[Fault] = []
    for found in error.errors():
        whole = found.get("ctx", {}).get("error")
        if isinstance(whole, DefinitionError):
            faults += whole.faults
        else:
            message, hint = _said(found["type"], found["loc"], found["msg"], found["input"])
            faults.append(Fault("", _key_path(found["loc"]), message, hint))
    return faults


def _said(kind: str, loc: tuple[int | str, ...], message: str, found: object) -> tuple[str, str]:
    """Return one of pydantic's faults in our words: message and hint."""
    if kind == "missing":
        return "missing", ""
    if kind == "extra_forbidden":
        return "unknown key", did_you_mean(str(loc[-1]), _keys_at(loc))
    shown = repr(found)
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return f"{message[0].lower()}{message[1:]}", f"found {shown}"


def _keys_at(loc: tuple[int | str, ...]) -> list[str]:
    """Return the keys that are known in the table where `loc` lies."""
    parts: Mapping[object, type[Phase] | type[Target]] = {"phases": Phase, "targets": Target}
    model = parts.get(loc[0], Exercise) if len(loc) > 1 else Exercise
    return list(model.model_fields)


def _key_path(loc: tuple[int | str, ...]) -> str:
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}"
    return path.lstrip(".")


def _with_keys_mended(data: dict[str, Any], error: ValidationError) -> dict[str, Any]:
    """Return `data` without its unknown keys, each under the name that was meant if that is clear.

    This copy is only looked at for more faults, never used.
    """
    mended = deepcopy(data)
    for found in error.errors():
        if found["type"] != "extra_forbidden":
            continue
        *way, key = found["loc"]
        table: Any = mended
        for step in way:
            table = table[step]
        value = table.pop(key)
        meant = did_you_mean(str(key), _keys_at(found["loc"]))
        meant = meant.removeprefix("did you mean ").removesuffix("?")
        if meant:
            table.setdefault(meant, value)
    return mended
