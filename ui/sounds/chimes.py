"""The five chimes, made of sines: told apart with eyes closed by where the pitch goes and how.

The breath glides, as breath does: up for in, down for out. A rest is one low bowl. The practice
opens with two bells going up and ends with a warm pair that comes home. Pitches, lengths and
levels are defaults of ours, unvalidated.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 44_100
Samples = NDArray[np.float64]
Pcm = NDArray[np.int16]
Partial = tuple[float, float, float]
"""Of a struck note: times the pitch, level, and how many seconds until it has faded to 37%."""

ATTACK_S = 0.05
"""No chime is struck: each grows in at least so long, those of the breath far longer."""
FADE_S = 0.35
"""The last of each chime, in which what is left goes to silence."""
PEAKS = {"in": 0.15, "out": 0.15, "rest": 0.30, "start": 0.26, "end": 0.28}
"""The largest sample, of full scale: softest for what comes with every breath and lasts."""

# How long a glide swells in, and how gently its tail sets in.
SWELL_S = 0.2
ROUNDING_S = 0.3

_FLUTE = ((1.0, 1.0), (2.0, 0.16), (3.0, 0.03))
_REED = ((1.0, 1.0), (3.0, 0.11), (5.0, 0.03))
_BELL: tuple[Partial, ...] = ((1.0, 1.0, 0.75), (2.76, 0.20, 0.35), (5.40, 0.05, 0.15))
# Pairs a little apart beat slowly, as the rim of a bowl does.
_BOWL: tuple[Partial, ...] = (
    (1.0, 1.0, 2.2),
    (1.004, 0.5, 2.2),
    (2.71, 0.40, 1.2),
    (2.718, 0.20, 1.2),
    (5.15, 0.05, 0.6),
)
_WARM: tuple[Partial, ...] = ((1.0, 1.0, 1.1), (2.0, 0.35, 0.8), (3.0, 0.12, 0.5), (4.0, 0.04, 0.3))


def chime(id: str) -> Pcm:
    """Return the chime called ``in``, ``out``, ``rest``, ``start`` or ``end``.

    Returns
    -------
    Pcm
        (N, 2) left and right, int16 at `RATE_HZ`; it begins and ends at silence.

    Raises
    ------
    KeyError
        For any other name.
    """
    heard = CHIMES[id]()
    heard *= _edges(len(heard))[:, None]
    heard *= PEAKS[id] / np.abs(heard).max()
    return np.round(heard * np.iinfo(np.int16).max).astype(np.int16)


def _breathing_in() -> Samples:
    return _glide(392.0, 587.3, over_s=0.9, length_s=1.7, tail_s=0.3, timbre=_FLUTE)


def _breathing_out() -> Samples:
    return _glide(493.9, 293.7, over_s=1.4, length_s=2.6, tail_s=0.5, timbre=_REED)


def _resting() -> Samples:
    # Low, and yet within what the loudspeakers of a laptop give back.
    return _notes(((0.0, 155.6, 1.0),), _BOWL, length_s=4.6, attack_s=0.12)


def _starting() -> Samples:
    return _notes(((0.0, 523.3, 0.8), (0.55, 784.0, 1.0)), _BELL, length_s=2.8)


def _ending() -> Samples:
    home = ((0.75, 261.6, 1.0), (0.75, 196.0, 0.4))
    return _notes(((0.0, 349.2, 0.8), *home), _WARM, length_s=3.7)


CHIMES: dict[str, Callable[[], Samples]] = {
    "in": _breathing_in,
    "out": _breathing_out,
    "rest": _resting,
    "start": _starting,
    "end": _ending,
}


def _glide(
    from_hz: float,
    to_hz: float,
    *,
    over_s: float,
    length_s: float,
    tail_s: float,
    timbre: Sequence[tuple[float, float]],
) -> Samples:
    """Return a tone that slides evenly in pitch, swells as it goes, and fades once it is there."""
    t = _times(length_s)
    share = _risen(t / over_s)
    hz = from_hz * (to_hz / from_hz) ** share
    turns = np.concatenate(([0.0], np.cumsum(hz[:-1]))) / RATE_HZ
    past_s = np.maximum(t - over_s, 0.0)
    fading = np.exp(-(past_s**2) / (tail_s * (past_s + ROUNDING_S)))
    level = (0.3 + 0.7 * share) * _risen(t / SWELL_S) * fading
    return np.stack([level * _tone(turns, timbre, apart) for apart in (0.0, 0.08)], axis=1)


def _tone(turns: Samples, timbre: Sequence[tuple[float, float]], apart: float) -> Samples:
    """Return the partials of one ear; those above the pitch are `apart` turns from the other's."""
    tone = np.zeros_like(turns)
    for times, level in timbre:
        tone += level * np.sin(2 * np.pi * (times * turns + (apart if times > 1 else 0.0)))
    return tone


def _notes(
    notes: Sequence[tuple[float, float, float]],
    partials: Sequence[Partial],
    *,
    length_s: float,
    attack_s: float = ATTACK_S,
) -> Samples:
    """Return notes that begin at given seconds, with a pitch in hertz and a level each."""
    t = _times(length_s)
    both = np.zeros((len(t), 2))
    for begins_s, hz, level in notes:
        since_s = np.maximum(t - begins_s, 0.0)
        grown = level * _risen(since_s / attack_s)
        for times, share, fades_s in partials:
            faded = grown * share * np.exp(-since_s / fades_s)
            for ear, apart_hz in enumerate((0.0, 0.4 if times > 1 else 0.0)):
                both[:, ear] += faded * np.sin(2 * np.pi * (hz * times + apart_hz) * since_s)
    return both


def _edges(length: int) -> Samples:
    """Return a level that grows from silence and goes back to it."""
    t = np.arange(length) / RATE_HZ
    return _risen(t / ATTACK_S) * _risen(t[::-1] / FADE_S)


def _risen(share: Samples) -> Samples:
    """Return half a cosine from 0 to 1: no corner, so no click."""
    return 0.5 - 0.5 * np.cos(np.pi * np.clip(share, 0.0, 1.0))


def _times(length_s: float) -> Samples:
    return np.arange(round(length_s * RATE_HZ)) / RATE_HZ
