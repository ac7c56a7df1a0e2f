"""A soft noise to be in: rain, the sea, or wind, each a loop without a seam.

The noise is made of sines that all go round a whole number of times in the loop, and so does
whatever swells in it: where it ends it begins. Bands and levels are defaults of ours, unvalidated.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ui.sounds.chimes import RATE_HZ, Pcm, Samples

LOOP_S = 16.0
LOUDNESS = 0.045
"""Root mean square of a loop, of full scale: well under the chimes."""

_LENGTH = round(LOOP_S * RATE_HZ)


@cache
def ambient(id: str) -> Pcm:
    """Return the loop called ``rain``, ``sea`` or ``wind``; making it takes about half a second.

    Returns
    -------
    Pcm
        (N, 2) left and right, int16 at `RATE_HZ`, the same each time and kept; not to be written.

    Raises
    ------
    KeyError
        For any other name.
    """
    make = AMBIENTS[id]
    both = np.stack([make(np.random.default_rng(seed)) for seed in (7, 8)], axis=1)
    both *= LOUDNESS / np.sqrt(np.mean(both**2))
    loop = np.round(np.clip(both, -1.0, 1.0) * np.iinfo(np.int16).max).astype(np.int16)
    loop.flags.writeable = False
    return loop


def _rain(random: np.random.Generator) -> Samples:
    drizzle = _band(random, 900.0, 6000.0, falling=0.6)
    nearer = _band(random, 400.0, 1500.0, falling=0.8)
    return drizzle * (1 + 0.15 * _swell(3)) + 0.5 * nearer * (1 + 0.2 * _swell(2, 0.3))


def _sea(random: np.random.Generator) -> Samples:
    # Two waves a loop: each comes in faster than it draws back.
    wave = _swell(2)
    rise = 0.5 + 0.5 * np.cos(2 * np.pi * (2 * _share() - 0.12 * wave))
    deep = _band(random, 60.0, 350.0, falling=1.0)
    foam = _band(random, 500.0, 2800.0, falling=1.2)
    return deep * (0.45 + 0.55 * rise) + 0.55 * foam * (0.06 + 0.94 * rise**2)


def _wind(random: np.random.Generator) -> Samples:
    low = _band(random, 110.0, 320.0, falling=0.5)
    high = _band(random, 280.0, 650.0, falling=0.8)
    gust = 0.5 + 0.25 * _swell(1, 0.1) + 0.15 * _swell(3, 0.6)
    return low * (1.0 - 0.4 * gust) + 0.9 * high * gust


AMBIENTS: dict[str, Callable[[np.random.Generator], Samples]] = {
    "rain": _rain,
    "sea": _sea,
    "wind": _wind,
}


def _band(random: np.random.Generator, low_hz: float, high_hz: float, *, falling: float) -> Samples:
    """Return noise between two pitches with soft shoulders, quieter toward the higher ones.

    Parameters
    ----------
    falling
        Power of the pitch with which the level falls; 1 is pink in amplitude.
    """
    hz = np.fft.rfftfreq(_LENGTH, 1 / RATE_HZ)
    level = np.zeros_like(hz)
    level[1:] = (hz[1:] / low_hz) ** -falling
    level *= 1 / (1 + (low_hz / np.maximum(hz, 1e-9)) ** 6)
    level *= 1 / (1 + (hz / high_hz) ** 6)
    turned: NDArray[np.complex128] = np.exp(2j * np.pi * random.random(len(hz)))
    noise: Samples = np.fft.irfft(level * turned, _LENGTH)
    noise /= np.sqrt(np.mean(noise**2))
    return noise


def _share() -> Samples:
    return np.arange(_LENGTH) / _LENGTH


def _swell(times: int, begins: float = 0.0) -> Samples:
    """Return a sine that goes round a whole number of times in the loop."""
    return np.sin(2 * np.pi * (times * _share() + begins))
