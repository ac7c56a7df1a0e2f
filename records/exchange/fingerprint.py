"""Fingerprints of signers: what is printed on paper, and compared with it by hand."""

import hmac
from base64 import b32encode
from hashlib import sha256

_BYTES, _GROUP = 15, 4
# Crockford's alphabet: no letter in it is read as another, or as a digit.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_OURS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _SIGNS)
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def fingerprint(public: bytes) -> str:
    """Return six groups of four signs, as in ``7K2M-…``: 120 bits of a digest of a public key.

    Whoever would be taken for another has to find a key with the same digest, in 2¹²⁰ tries.
    """
    digest = sha256(b"unhurried pack signer\0" + public).digest()[:_BYTES]
    signs = b32encode(digest).decode().translate(_OURS)
    return "-".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))


def is_fingerprint_of(typed: str, public: bytes) -> bool:
    """Return whether `typed` is the whole fingerprint of a key, however its groups are set apart.

    Capitals or not; an O is read as a zero, an I or L as a one.
    """
    signs = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_MISREAD)
    meant = fingerprint(public).replace("-", "")
    return hmac.compare_digest(signs.encode(), meant.encode())
