"""The store's key sealed under something a person knows: AES-GCM under Argon2id."""

import os
from base64 import b64decode, b64encode
from typing import Annotated

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

KEY_BYTES = 32
# RFC 9106, section 4, the second recommended: 64 MiB, 3 passes, 4 lanes (0.2 s on 2 cores).
PASSES, LANES, MEMORY_KIB = 3, 4, 64 * 1024
# A key file that asks for more work than this was not written by us (defaults of ours: some
# seconds and a quarter of a gigabyte at most).
MOST_PASSES, MOST_LANES, MOST_MEMORY_KIB = 12, 16, 256 * 1024
_SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 12, 16


def _of_length(count: int) -> AfterValidator:
    def check(text: str) -> str:
        if len(b64decode(text, validate=True)) != count:
            raise ValueError(f"not {count} bytes")
        return text

    return AfterValidator(check)


class Sealed(BaseModel):
    """A sealed key, with what is needed to try a secret on it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    passes: Annotated[int, Field(ge=1, le=MOST_PASSES)]
    lanes: Annotated[int, Field(ge=1, le=MOST_LANES)]
    memory_kib: Annotated[int, Field(ge=8, le=MOST_MEMORY_KIB)]
    salt: Annotated[str, _of_length(_SALT_BYTES)]
    nonce: Annotated[str, _of_length(_NONCE_BYTES)]
    sealed: Annotated[str, _of_length(KEY_BYTES + _TAG_BYTES)]

    @model_validator(mode="after")
    def _enough_memory(self) -> "Sealed":
        if self.memory_kib < 8 * self.lanes:  # Argon2's own bound
            raise ValueError("too little memory for its lanes")
        return self


def seal(key: bytes, secret: str, purpose: str) -> Sealed:
    """Return `key` sealed under `secret`, for `purpose` only; moved elsewhere it is none."""
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    under = _derived(secret, salt, PASSES, LANES, MEMORY_KIB)
    sealed = AESGCM(under).encrypt(nonce, key, purpose.encode())
    return Sealed(
        passes=PASSES,
        lanes=LANES,
        memory_kib=MEMORY_KIB,
        salt=_text(salt),
        nonce=_text(nonce),
        sealed=_text(sealed),
    )


def unseal(seal: Sealed, secret: str, purpose: str) -> bytes | None:
    """Return the key; `None` where the secret is another, or the seal is not as it was made."""
    salt, nonce, sealed = (b64decode(text) for text in (seal.salt, seal.nonce, seal.sealed))
    under = _derived(secret, salt, seal.passes, seal.lanes, seal.memory_kib)
    try:
        return AESGCM(under).decrypt(nonce, sealed, purpose.encode())
    except InvalidTag:
        return None


def _derived(secret: str, salt: bytes, passes: int, lanes: int, memory_kib: int) -> bytes:
    derivation = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory_kib
    )
    return derivation.derive(secret.encode())


def _text(data: bytes) -> str:
    return b64encode(data).decode()
