"""What a repository gives out: a value together with the version of its row."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from records.errors import NotUnderstood

_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,60}", re.ASCII)
Value = TypeVar("Value")
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Kept(Generic[Value]):
    """A value as it is kept.

    Attributes
    ----------
    value
        What is kept.
    row_version
        Counts its changes from 1; given back with a change, it tells whether somebody else was
        quicker.
    """

    value: Value
    row_version: int


def digest_of(document: str) -> str:
    """Return the SHA-256 of a document as it is written, in hexadecimal."""
    return hashlib.sha256(document.encode()).hexdigest()


def read_document(model: type[Model], document: str, path: Path, what: str) -> Model:
    """Return what `document` holds.

    Raises
    ------
    NotUnderstood
        Where it does not hold a `model`; `what` says whose it is.
    """
    try:
        return model.model_validate_json(document)
    except ValidationError as error:
        raise NotUnderstood(path, what, what_is_amiss(error)) from error


def what_is_amiss(error: ValidationError) -> str:
    """Return where the first fault of a document is and what it is, in one line.

    Never what was found there. A part that is called as none of ours is goes unnamed: whoever wrote
    the file may have called it what makes a terminal do things, or begins another line.
    """
    first = error.errors(include_input=False, include_context=False)[0]
    where = ".".join(part if _PLAIN.fullmatch(part) else "…" for part in map(str, first["loc"]))
    return f"{where}: {first['msg']}" if where else first["msg"]
