"""The key file: the store's random key, sealed once for each way of opening it.

The key itself never changes, so a new passphrase does not touch the data.
"""

import hmac
import os
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from records.atomic_file import write_whole
from records.key_errors import (
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileNewer,
    KeyFileUnreadable,
)
from records.sealing import KEY_BYTES, Sealed, seal

FORM = 1
_LARGEST_BYTES = 64 * 1024

Opens = Literal["passphrase", "keyring", "file", "recovery"]
"""How the store is opened: with a passphrase, without asking (its key in the machine's keyring, or
in the key file itself), or, in the key file that goes with a backup, by the recovery code alone."""


class KeyFile(BaseModel):
    """What the key file holds."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    form: Literal[1] = 1
    """The version of this format."""
    id: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    """Which key it is, told without telling the key."""
    mark: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    """A short digest of the key, which tells a damaged key from a damaged store."""
    opens: Opens
    """How the store is opened."""
    recovery: Sealed
    """The key under the recovery code."""
    passphrase: Sealed | None = None
    """The key under the passphrase, where there is one."""
    key: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None = None
    """The key as it is, on a patient's own laptop without a keyring."""

    @model_validator(mode="after")
    def _holds_what_opens(self) -> Self:
        if (self.opens == "passphrase") != (self.passphrase is not None):
            raise ValueError("its passphrase does not fit how it opens")
        if (self.opens == "file") != (self.key is not None):
            raise ValueError("its key does not fit how it opens")
        return self

    def purpose(self, slot: str) -> str:
        """Return what a seal in `slot` is for: this key and no other."""
        return f"unhurried store key {self.id} {slot}"

    def fits(self, key: bytes) -> bool:
        """Return whether `key` is the one that was made."""
        return hmac.compare_digest(self.mark, mark_of(key))

    def changed(self, **changes: object) -> Self:
        """Return it with `changes`, checked anew."""
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**{**kept, **changes})


def new_key_file(recovery_code: str) -> tuple[KeyFile, bytes]:
    """Return a new random key in a file that opens by its recovery code, and the key."""
    key, identity = os.urandom(KEY_BYTES), os.urandom(16).hex()
    sealed = seal(key, recovery_code, f"unhurried store key {identity} recovery")
    return KeyFile(id=identity, mark=mark_of(key), opens="recovery", recovery=sealed), key


def mark_of(key: bytes) -> str:
    """Return a short digest of `key`; of a random key it tells nothing."""
    return hmac.digest(key, b"unhurried store key", sha256)[:16].hex()


def read_key_file(path: Path) -> KeyFile:
    """Return the key file at `path`.

    Raises
    ------
    KeyFileMissing, KeyFileDamaged, KeyFileNewer
        Where there is none; where it is not one, asks for absurd work, or is of a later form.
    KeyFileUnreadable
        Where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise KeyFileMissing(path) from None
    except OSError as error:
        raise KeyFileUnreadable(path, error.strerror or str(error)) from error
    if len(data) > _LARGEST_BYTES:
        raise KeyFileDamaged(path, "far too long")
    try:
        return KeyFile.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        if first["loc"] == ("form",) and isinstance(first["input"], int) and first["input"] > FORM:
            raise KeyFileNewer(path, first["input"]) from None
        where = ".".join(str(part) for part in first["loc"])
        # pydantic's own words, but never what was found: it may be the key.
        raise KeyFileDamaged(path, f"{where}: {first['msg']}" if where else first["msg"]) from None


def write_key_file(key_file: KeyFile, path: Path) -> None:
    """Put `key_file` at `path`, whole, readable by its owner only.

    Raises
    ------
    OSError
        Where the folder cannot be written; the old file stays.
    """
    write_whole(path, (key_file.model_dump_json(indent=1, exclude_none=True) + "\n").encode())
