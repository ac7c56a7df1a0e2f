"""A programme as the TOML text it can be read from again."""

import json
from collections.abc import Iterator
from typing import Any

from exercises.programme import Programme


def programme_toml(programme: Programme) -> str:
    """Return a file's text; what is at its default is left out."""
    return "\n".join(_lines(programme.model_dump(exclude_defaults=True))) + "\n"


def _lines(whole: dict[str, Any]) -> Iterator[str]:
    items = whole.pop("items")
    yield from (f"{key} = {_value(value)}" for key, value in whole.items())
    for item in items:
        yield ""
        yield "[[items]]"
        yield from (f"{key} = {_value(value)}" for key, value in item.items())


def _value(value: Any) -> str:
    # For text, numbers and lists of text, JSON is TOML.
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
