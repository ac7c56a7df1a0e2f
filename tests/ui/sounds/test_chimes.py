"""The chimes are soft, and no two are alike to closed eyes."""

from functools import cache
from itertools import combinations

import numpy as np
import pytest

from ui.sounds.chimes import CHIMES, RATE_HZ, Samples, chime

IDS = tuple(CHIMES)
FULL = np.iinfo(np.int16).max


@cache
def left(id: str) -> Samples:
    return np.asarray(chime(id)[:, 0] / FULL, np.float64)


def loudness(id: str, window_s: float = 0.05) -> Samples:
    heard = left(id)
    window = round(window_s * RATE_HZ)
    whole = heard[: len(heard) // window * window].reshape(-1, window)
    return np.asarray(np.sqrt((whole**2).mean(axis=1)), np.float64)


def spectrum(heard: Samples) -> tuple[Samples, Samples]:
    power = np.abs(np.fft.rfft(heard * np.hanning(len(heard)))) ** 2
    hz = np.fft.rfftfreq(len(heard), 1 / RATE_HZ)
    return np.asarray(hz, np.float64), np.asarray(power, np.float64)


def centre_hz(heard: Samples) -> float:
    """Return where the middle of the spectrum is, by power."""
    hz, power = spectrum(heard)
    return float((hz * power).sum() / power.sum())


def pitch_hz(heard: Samples) -> float:
    """Return the loudest pitch."""
    hz, power = spectrum(heard)
    return float(hz[power.argmax()])


def course(id: str) -> tuple[float, float]:
    """Return the loudest pitch early in the chime, and in the middle of it."""
    heard = left(id)
    begun, middle = round(0.1 * RATE_HZ), round(0.55 * len(heard))
    window = round(0.15 * RATE_HZ)
    return pitch_hz(heard[begun : begun + window]), pitch_hz(heard[middle : middle + window])


def octaves(id: str) -> float:
    early, later = course(id)
    return float(np.log2(later / early))


def strokes(id: str) -> int:
    """Return how often it grows markedly louder within a tenth of a second."""
    levels = loudness(id)
    grown = levels[2:] > 1.6 * levels[:-2] + 0.004
    return int(grown[0]) + int(np.count_nonzero(grown[1:] & ~grown[:-1]))


@cache
def traits(id: str) -> Samples:
    """Return what an ear goes by, each in steps that are easily heard apart.

    Half a second of length, a major third of pitch course, half an octave of brightness, a stroke.
    """
    return np.array(
        [
            len(left(id)) / RATE_HZ / 0.5,
            octaves(id) / (4 / 12),
            np.log2(centre_hz(left(id))) / 0.5,
            strokes(id),
        ]
    )


@pytest.mark.parametrize("id", IDS)
def test_a_chime_is_stereo_of_whole_numbers(id: str) -> None:
    heard = chime(id)
    assert heard.dtype == np.int16
    assert heard.ndim == 2
    assert heard.shape[1] == 2
    assert heard.flags.c_contiguous


@pytest.mark.parametrize("id", IDS)
def test_a_chime_stays_well_under_full_scale_and_is_heard(id: str) -> None:
    for ear in (0, 1):
        assert 0.1 < np.abs(chime(id)[:, ear] / FULL).max() <= 0.31


@pytest.mark.parametrize("id", IDS)
def test_a_chime_comes_from_silence_and_goes_back_to_it(id: str) -> None:
    heard = np.abs(chime(id) / FULL)
    assert heard[0].max() == 0
    assert heard[-1].max() == 0
    edge = round(0.003 * RATE_HZ)
    assert heard[:edge].max() < 0.01
    assert heard[-edge:].max() < 0.001


@pytest.mark.parametrize("id", IDS)
def test_no_chime_is_struck(id: str) -> None:
    heard = np.abs(left(id))
    loudest = heard.max()
    assert heard[: round(0.010 * RATE_HZ)].max() < 0.15 * loudest
    # From a tenth to nine tenths of what it grows to at first takes 20 ms at least.
    first = heard[: round(0.4 * RATE_HZ)]
    grown = np.maximum.accumulate(first) / first.max()
    assert (grown.searchsorted(0.9) - grown.searchsorted(0.1)) / RATE_HZ > 0.02


@pytest.mark.parametrize("id", IDS)
def test_no_chime_clicks_anywhere(id: str) -> None:
    heard = chime(id).astype(float) / FULL
    assert np.abs(np.diff(heard, axis=0)).max() < 0.04
    # A click is a step that the samples before it do not lead up to.
    assert np.abs(np.diff(heard, n=3, axis=0)).max() < 0.01


@pytest.mark.parametrize("id", IDS)
def test_a_chime_fades_and_has_gone_before_the_next_breath_is_over(id: str) -> None:
    levels = loudness(id)
    third = len(levels) // 3
    assert levels[-third:].mean() < 0.6 * levels.max()
    assert levels[-3:].max() < 0.1 * levels.max()
    assert len(left(id)) / RATE_HZ < 5


def test_the_breaths_own_chimes_are_the_softest() -> None:
    peaks = {id: np.abs(left(id)).max() for id in IDS}
    assert max(peaks["in"], peaks["out"]) < 0.7 * min(peaks[id] for id in ("rest", "start", "end"))


def test_in_goes_up_and_out_goes_down_by_a_fifth_and_more() -> None:
    assert octaves("in") > 6 / 12
    assert octaves("out") < -6 / 12


def test_the_start_opens_upward_and_the_end_comes_down() -> None:
    assert octaves("start") > 5 / 12
    assert octaves("end") < -3 / 12


def test_the_rest_is_one_low_note() -> None:
    early, later = course("rest")
    assert abs(np.log2(later / early)) < 1 / 24
    assert later < 0.7 * min(min(course(id)) for id in IDS if id != "rest")


def test_the_practice_begins_and_ends_with_two_notes_and_the_rest_is_one() -> None:
    assert {id: strokes(id) for id in ("rest", "start", "end")} == {"rest": 1, "start": 2, "end": 2}


@pytest.mark.parametrize(("one", "other"), list(combinations(IDS, 2)))
def test_any_two_chimes_are_told_apart_with_eyes_closed(one: str, other: str) -> None:
    apart = np.abs(traits(one) - traits(other))
    assert apart.max() > 1.5, "one trait alone tells them apart"
    assert np.count_nonzero(apart > 0.75) >= 2, "and another one confirms it"


def test_there_are_no_other_chimes() -> None:
    with pytest.raises(KeyError):
        chime("applause")
