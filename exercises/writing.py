"""Writing a movement as the TOML text that a clinic reads and changes, comments and all."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from exercises.definition import Movement
from exercises.frozen import Definition

WIDTH = 100
NO_COMMENTS: Mapping[str, str] = MappingProxyType({})

_BARE = re.compile(r"[A-Za-z0-9_-]+")
# Said also where it is at its default: who reads a target looks for it.
_ALWAYS = frozenset({"role"})


def written(
    exercise: Movement,
    above: Mapping[str, str] = NO_COMMENTS,
    beside: Mapping[str, str] = NO_COMMENTS,
) -> str:
    """Return `exercise` as TOML that reads back as an equal movement.

    Keys come in the order of the definition, whole tables after them; what is at its default is
    left out.

    Parameters
    ----------
    exercise
        The movement.
    above
        Comments on lines of their own, by the path of the key or table they stand above, as in
        ``title``, ``targets[0]`` or ``phases[1].seconds``; the empty path is the top of the file.
        They are wrapped; a line break begins a new line. One for a key that is left out is passed
        over.
    beside
        Short comments at the end of a key's own line, by the same paths.

    Raises
    ------
    TypeError
        For a value that a definition does not hold.
    """
    return "\n".join(_lines(exercise, above, beside)) + "\n"


def _lines(
    exercise: Movement, above: Mapping[str, str], beside: Mapping[str, str]
) -> Iterator[str]:
    yield from comment(above.get("", ""))
    tables: list[tuple[str, tuple[Definition, ...]]] = []
    for name, value in _told(exercise):
        if isinstance(value, tuple) and value and isinstance(value[0], Definition):
            tables.append((name, value))
        else:
            yield from _key(name, name, value, above, beside)
    for name, parts in tables:
        for row, part in enumerate(parts):
            yield ""
            yield from comment(above.get(f"{name}[{row}]", ""))
            yield f"[[{name}]]"
            for key, value in _told(part):
                yield from _key(f"{name}[{row}].{key}", key, value, above, beside)


def _told(part: Definition) -> Iterator[tuple[str, object]]:
    """Yield the keys of one table that say more than their default, with their values."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if name in _ALWAYS or field.is_required() or value != field.get_default():
            yield name, value


def _key(
    path: str, name: str, value: object, above: Mapping[str, str], beside: Mapping[str, str]
) -> Iterator[str]:
    yield from comment(above.get(path, ""))
    note = f" # {_plain(beside[path])}" if path in beside else ""
    line = f"{name} = {_value(value)}"
    if isinstance(value, tuple) and len(line) > WIDTH:
        yield f"{name} = [{note}"
        yield from (f"    {_value(item)}," for item in value)
        yield "]"
    else:
        yield f"{line}{note}"


def comment(text: str) -> Iterator[str]:
    """Yield `text` as comment lines, wrapped; none for an empty text."""
    for line in text.splitlines():
        yield from textwrap.wrap(
            _plain(line), WIDTH, initial_indent="# ", subsequent_indent="# "
        ) or ["#"]


def _plain(text: str) -> str:
    """Return one line without what a comment may not hold."""
    return "".join(character if character.isprintable() else " " for character in text)


def _value(value: object) -> str:
    if isinstance(value, str):
        # JSON's strings are TOML's, but for one character that TOML wants escaped.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{_name(key)} = {_value(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    raise TypeError(f"a definition holds no {type(value).__name__}")


def _name(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)
