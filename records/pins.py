"""PINs: kept as digests, and tried only so often."""

import os
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from records.errors import UnfitPin

SHORTEST_PIN, LONGEST_PIN = 4, 12
"""Digits (defaults of ours)."""
FAULTY_BEFORE_PAUSE = 5
"""So many faulty PINs, then a pause."""
FIRST_PAUSE = timedelta(seconds=30)
"""The pause after the first five; each five more double it (defaults of ours)."""
LONGEST_PAUSE = timedelta(hours=1)
"""It grows no longer than this, so that nobody is locked out for a day."""
# Beyond these it is the longest anyway, and a number without end would overflow.
_MOST_DOUBLINGS = 16
# OWASP's password storage cheat sheet, Argon2id: 19 MiB, 2 passes, 1 lane (0.05 s). A PIN is short
# whatever is done; what protects it is the store's own encryption and the pause.
_MEMORY_KIB, _PASSES, _LANES = 19 * 1024, 2, 1


def digest(pin: str) -> str:
    """Return what is kept of a new PIN.

    Raises
    ------
    UnfitPin
        Where it has not 4 to 12 digits (0 to 9), or all of them are the same.
    """
    fits = SHORTEST_PIN <= len(pin) <= LONGEST_PIN and pin.isascii() and pin.isdecimal()
    if not fits or len(set(pin)) == 1:
        raise UnfitPin(SHORTEST_PIN, LONGEST_PIN)
    return _derivation().derive_phc_encoded(pin.encode())


def matches(pin: str, kept: str) -> bool:
    """Return whether `pin` is the one of which `kept` is the digest."""
    try:
        Argon2id.verify_phc_encoded(pin.encode(), kept)
    except InvalidKey:
        return False
    return True


def pause_after(faulty: int, now: datetime) -> datetime | None:
    """Return until when to wait after `faulty` faulty PINs in a row; `None` for not at all."""
    rounds, over = divmod(faulty, FAULTY_BEFORE_PAUSE)
    if over or not rounds:
        return None
    doublings = min(rounds - 1, _MOST_DOUBLINGS)
    return now + min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)


def still_paused(paused_until: datetime | None, now: datetime) -> bool:
    """Return whether a pause holds. A clock that was set back does not make it longer than any."""
    return paused_until is not None and now < paused_until <= now + LONGEST_PAUSE


def _derivation() -> Argon2id:
    return Argon2id(
        salt=os.urandom(16), length=32, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB
    )
