"""What is kept, as JSON that any program reads: nothing in it but what JSON has."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from math import isfinite
from typing import Any
from uuid import UUID

from pydantic import BaseModel


def json_bytes(value: object) -> bytes:
    """Return `value` as JSON; a number that JSON does not have, as NaN, is null."""
    text = json.dumps(plain(value), ensure_ascii=False, allow_nan=False, indent=1)
    return text.encode("utf-8", errors="replace")


def plain(value: object) -> Any:
    """Return `value` as dictionaries, lists, text, numbers, truths and nothing.

    Raises
    ------
    TypeError
        For what is none of what records are made of.
    """
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    return _several(value)


def _several(value: object) -> Any:
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(plain(each) for each in value)
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    raise TypeError(f"{type(value).__name__} is nothing that is kept")
