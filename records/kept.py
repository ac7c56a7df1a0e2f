"""What a repository gives out: a value together with the version of its row."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from records.errors import NotUnderstood

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
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise NotUnderstood(path, what, f"{where}: {first['msg']}") from error
