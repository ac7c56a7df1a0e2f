"""What is inside a pack, in a row: the label, the packed document, the blobs."""

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from records.exchange.contents import Label
from records.exchange.form import MOST_DOCUMENT, MOST_LABEL
from records.kept import what_is_amiss
from records.pack_errors import PackNotUnderstood, PackTooLarge

Model = TypeVar("Model", bound=BaseModel)

_LENGTH = struct.Struct(">I")
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The label of a pack, and what follows it, of which nothing is unpacked yet."""

    label: Label
    packed: bytes
    blobs: memoryview


def pack(label: Label, document: bytes, blobs: bytes = b"") -> bytes:
    """Return them in a row; the sizes in `label` are set.

    Raises
    ------
    ValidationError
        Where the document is larger than a pack may have it.
    """
    packed = zlib.compress(document, _LEVEL)
    sizes = {"packed": len(packed), "size": len(document)}
    first = Label(**{**dict(label), **sizes}).model_dump_json(exclude_none=True).encode()
    return _LENGTH.pack(len(first)) + first + packed + blobs


def unpack(path: Path, content: memoryview) -> Unpacked:
    """Return what `content`, of the pack at `path`, has in a row.

    Raises
    ------
    PackNotUnderstood
        Where it is not in a row as `pack` puts it.
    """
    if len(content) < _LENGTH.size:
        raise PackNotUnderstood(path, "it has no label")
    (length,) = _LENGTH.unpack_from(content)
    start = _LENGTH.size + length
    if length > MOST_LABEL or start > len(content):
        raise PackNotUnderstood(path, "its label is too long")
    label = parse(path, Label, bytes(content[_LENGTH.size : start]), "its label")
    if start + label.packed > len(content):
        raise PackNotUnderstood(path, "it holds less than its label says")
    end = start + label.packed
    return Unpacked(label, bytes(content[start:end]), content[end:])


def document_of(path: Path, unpacked: Unpacked) -> bytes:
    """Return the document, of which no more is ever unpacked than its label says.

    Raises
    ------
    PackTooLarge
        Where it is larger than that, or than a pack may have it.
    PackNotUnderstood
        Where it is smaller, or not packed as it is to be.
    """
    size = unpacked.label.size
    if size > MOST_DOCUMENT:
        raise PackTooLarge(path, "its document", MOST_DOCUMENT)
    unpacking = zlib.decompressobj()
    try:
        document = unpacking.decompress(unpacked.packed, size)
        # At its very end nothing more comes out; the check of what did is made only then.
        if not unpacking.eof and unpacking.decompress(unpacking.unconsumed_tail, 1):
            raise PackTooLarge(path, "its document", size)
    except zlib.error:
        raise PackNotUnderstood(path, "its document cannot be unpacked") from None
    if len(document) != size or not unpacking.eof or unpacking.unused_data:
        raise PackNotUnderstood(path, "its document is not of the size it says")
    return document


def parse(path: Path, model: type[Model], document: bytes | str, what: str) -> Model:
    """Return the `model` that `document` holds.

    Raises
    ------
    PackNotUnderstood
        Where it does not; it says where, and never what was found there.
    """
    try:
        return model.model_validate_json(document)
    except ValidationError as error:
        raise PackNotUnderstood(path, f"{what}: {what_is_amiss(error)}") from None
