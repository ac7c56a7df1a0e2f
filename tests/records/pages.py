"""The pages of a store and of the log beside it, decrypted one by one, free ones too.

SQLCipher 4 with a raw key: AES-256-CBC; of each page of 4,096 bytes the last 80 are the vector (16)
and a checksum (64), and the first 16 of the first page are a salt.
https://www.zetetic.net/sqlcipher/design/
"""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from records.atomic_file import beside
from records.driver import PAGE_BYTES

_RESERVED, _SALT = 80, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def decrypted(store: Path, key: bytes) -> Iterator[bytes]:
    """Yield what is in each page of the store, and in each frame of its log."""
    whole = store.read_bytes()
    for start in range(0, len(whole), PAGE_BYTES):
        yield _page(whole[start : start + PAGE_BYTES], key, first=start == 0)
    log = beside(store)[0]
    if log.exists():
        frames = log.read_bytes()[_LOG_HEAD:]
        step = _FRAME_HEAD + PAGE_BYTES
        for start in range(0, len(frames) - step + 1, step):
            frame = frames[start : start + step]
            first = int.from_bytes(frame[:4], "big") == 1
            yield _page(frame[_FRAME_HEAD:], key, first=first)


def _page(page: bytes, key: bytes, *, first: bool) -> bytes:
    end = len(page) - _RESERVED
    data = page[_SALT if first else 0 : end]
    vector = page[end : end + 16]
    cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return cipher.update(data) + cipher.finalize()
