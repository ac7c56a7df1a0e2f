"""A noise to be in goes round without a seam."""

import numpy as np
import pytest

from ui.sounds.ambient import AMBIENTS, LOOP_S, ambient
from ui.sounds.chimes import RATE_HZ
from ui.sounds.device import AMBIENT_FADE_S

FULL = np.iinfo(np.int16).max
IDS = tuple(AMBIENTS)


@pytest.mark.parametrize("id", IDS)
def test_a_noise_is_soft_and_as_long_as_it_says(id: str) -> None:
    heard = ambient(id)
    assert heard.dtype == np.int16
    assert heard.shape == (round(LOOP_S * RATE_HZ), 2)
    assert np.abs(heard / FULL).max() < 0.35
    assert 0.03 < np.sqrt(np.mean((heard / FULL) ** 2)) < 0.06
    assert abs(heard.mean() / FULL) < 0.001


@pytest.mark.parametrize("id", IDS)
def test_where_it_ends_it_begins(id: str) -> None:
    heard = ambient(id).astype(float)
    steps = np.abs(np.diff(heard, axis=0))
    seam = np.abs(heard[0] - heard[-1])
    assert (seam <= np.quantile(steps, 0.999, axis=0)).all()
    # Nor does the slope break: across the seam it bends no more than it does within.
    round_it = np.concatenate((heard[-8:], heard[:8]))
    bends, bend = np.abs(np.diff(heard, n=2, axis=0)), np.abs(np.diff(round_it, n=2, axis=0))
    assert (bend.max(axis=0) <= bends.max(axis=0)).all()


@pytest.mark.parametrize("id", IDS)
def test_its_loudness_goes_round_as_well(id: str) -> None:
    heard = ambient(id).astype(float)[:, 0]
    window = round(0.25 * RATE_HZ)
    levels = np.sqrt((heard.reshape(-1, window) ** 2).mean(axis=1))
    steps = np.abs(np.diff(levels)) / levels.mean()
    assert abs(levels[0] - levels[-1]) / levels.mean() <= steps.max()
    assert steps.max() < 0.5, "nothing in it startles"


def test_the_two_ears_hear_different_noise() -> None:
    for id in IDS:
        left, right = (ambient(id)[:, ear].astype(float) for ear in (0, 1))
        assert abs(np.corrcoef(left, right)[0, 1]) < 0.5


def test_rain_sea_and_wind_are_different_bands() -> None:
    def share_above(id: str, hz: float) -> float:
        power = np.abs(np.fft.rfft(ambient(id)[:, 0].astype(float))) ** 2
        return float(power[np.fft.rfftfreq(len(ambient(id)), 1 / RATE_HZ) > hz].sum() / power.sum())

    assert share_above("rain", 900) > 0.6
    assert share_above("wind", 900) < 0.1
    assert share_above("wind", 100) > 0.9
    assert share_above("sea", 900) < 0.5


def test_a_noise_is_the_same_each_time_and_cannot_be_written_over() -> None:
    assert ambient("sea") is ambient("sea")
    with pytest.raises(ValueError, match="read-only"):
        ambient("sea")[0, 0] = 1


def test_a_noise_comes_and_goes_within_two_seconds() -> None:
    assert AMBIENT_FADE_S == 2.0
