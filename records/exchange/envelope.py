"""The outside of a pack: two lines in plain, and all else encrypted to a passphrase.

Nothing in plain tells whose it is, from whom, or what it holds.
"""

import os
import re
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Annotated

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from records.exchange.form import FORM, MOST_FILE, MOST_HEADER
from records.kept import what_is_amiss
from records.pack_errors import (
    NotAPack,
    NotThePackPassphrase,
    PackAltered,
    PackCutShort,
    PackNewer,
    PackTooLarge,
)
from records.sealing import KEY_BYTES, Sealed, seal, unseal
from records.secrets_typed import new_passphrase, passphrase_typed

_FIRST_LINE = f"unhurried pack {FORM}\n".encode()
_ANY_FIRST_LINE = re.compile(rb"unhurried pack ([1-9][0-9]{0,5})\n")
_PURPOSE = f"unhurried pack {FORM} key"
_NONCE_BYTES, _TAG_BYTES = 12, 16


class Header(BaseModel):
    """The second line of a pack."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    key: Sealed
    """The pack's own random key, under its passphrase."""
    nonce: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{16}$")]
    """Twelve random bytes in base 64."""
    length: Annotated[int, Field(gt=_TAG_BYTES, le=MOST_FILE)]
    """Bytes of what follows, so that a pack that is cut short is told from an altered one."""


def enclosed(inside: bytes, passphrase: str) -> bytes:
    """Return a whole pack with `inside` in it.

    Raises
    ------
    WeakPassphrase
        Where the passphrase is shorter or longer than one of the store may be.
    """
    key, nonce = os.urandom(KEY_BYTES), os.urandom(_NONCE_BYTES)
    header = Header(
        key=seal(key, new_passphrase(passphrase), _PURPOSE),
        nonce=b64encode(nonce).decode(),
        length=len(inside) + _TAG_BYTES,
    )
    plain = _FIRST_LINE + header.model_dump_json().encode() + b"\n"
    return plain + AESGCM(key).encrypt(nonce, inside, plain)


def refuse_no_pack(path: Path) -> None:
    """Look over what stands in plain, so that no passphrase is asked for what is no pack.

    Raises
    ------
    OSError
        Where the file cannot be read.
    NotAPack, PackNewer, PackTooLarge, PackCutShort, PackAltered
        As their names say.
    """
    _looked_over(path, _read(path))


def disclosed(path: Path, passphrase: str) -> bytes:
    """Return what is inside the pack at `path`, once all of it is known to be as it was written.

    Raises
    ------
    OSError
        Where the file cannot be read.
    NotAPack, PackNewer, PackTooLarge, PackCutShort, NotThePackPassphrase, PackAltered
        As their names say; each is told before anything inside is looked at.
    """
    data = _read(path)
    plain, header = _looked_over(path, data)
    rest = memoryview(data)[len(plain) :]
    key = unseal(header.key, passphrase_typed(passphrase), _PURPOSE)
    if key is None:
        raise NotThePackPassphrase(path)
    try:
        return AESGCM(key).decrypt(b64decode(header.nonce), rest, plain)
    except InvalidTag:
        raise PackAltered(path, "what it holds does not fit its seal") from None


def _read(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise NotAPack(path)  # a folder, or something that never ends
    with path.open("rb") as file:
        data = file.read(MOST_FILE + 1)
    if len(data) > MOST_FILE:
        if not _ANY_FIRST_LINE.match(data):
            raise NotAPack(path)
        raise PackTooLarge(path, "it", MOST_FILE)
    return data


def _looked_over(path: Path, data: bytes) -> tuple[bytes, Header]:
    plain, header = _header(path, data)
    there, meant = len(data), len(plain) + header.length
    if there < meant:
        raise PackCutShort(path, there, meant)
    if there > meant:
        raise PackAltered(path, "there is more in it than was written")
    return plain, header


def _header(path: Path, data: bytes) -> tuple[bytes, Header]:
    """Return the two lines in plain as they stand, and what the second says."""
    first = _ANY_FIRST_LINE.match(data)
    if first is None:
        raise NotAPack(path)
    if int(first[1]) > FORM:
        raise PackNewer(path, int(first[1]))
    start = first.end()
    end = data.find(b"\n", start, start + MOST_HEADER)
    if end < 0:
        if len(data) < start + MOST_HEADER:
            raise PackAltered(path, "it ends before its second line does")
        raise PackAltered(path, "its second line is too long")
    try:
        return data[: end + 1], Header.model_validate_json(data[start:end])
    except ValidationError as error:
        raise PackAltered(path, f"its second line: {what_is_amiss(error)}") from None
