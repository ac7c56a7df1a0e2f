"""Own movements that are left out are told of by every command that goes by the movements."""

from pathlib import Path

import pytest

from tests.app.clinic import PIN, Clinic
from vision.replay import save_replay

CODE, SUNRISE = "P-0147", "sunrise-arms-standing"
LINE = "one of your own movements is left out; `unhurried movements check` says why"


@pytest.fixture
def faulty(clinic: Clinic) -> Clinic:
    """Return a clinic with a person and a file of its own that is no movement."""
    clinic.run("people", "add", CODE)
    (clinic.place.folder / "movements").mkdir()
    (clinic.place.folder / "movements" / "faulty.toml").write_text("format = 7")
    return clinic


@pytest.mark.parametrize(
    "command",
    [
        ("people", "show", CODE),
        ("programme", "show", CODE),
        ("ranges", "show", CODE),
        ("ranges", "show", CODE, SUNRISE),
        ("ranges", "history", CODE),
    ],
)
def test_who_is_shown_movements_is_told_what_is_left_out(
    faulty: Clinic, command: tuple[str, ...]
) -> None:
    assert faulty.run(*command).error.splitlines().count(LINE) == 1


def test_who_signs_or_answers_is_told_what_is_left_out(faulty: Clinic) -> None:
    given = ("programme", "apply", CODE, "chair", "--sign", "AB")
    assert faulty.run(*given, secrets=(PIN,)).error.splitlines().count(LINE) == 1
    assert LINE in faulty.run("programme", "propose", CODE).error
    accept = ("programme", "accept", CODE, "--sign", "AB")
    assert LINE in faulty.refused(*accept, secrets=(PIN,)).error
    by_hand = ("ranges", "set", CODE, SUNRISE, "--ceiling", "130", "--sign", "AB")
    assert LINE in faulty.run(*by_hand, secrets=(PIN,)).error


def test_who_measures_is_told_what_is_left_out(faulty: Clinic, tmp_path: Path) -> None:
    replay = tmp_path / "empty-room.npz"
    save_replay(replay, [0.0, 0.5], [None] * 2, (64, 48))
    analyze = ("analyze", str(replay), "--movement", SUNRISE, "--out", str(tmp_path / "out"))
    assert LINE in faulty.run(*analyze).error
    calibrate = ("calibrate", CODE, SUNRISE, "--headless", "--source", str(replay))
    assert LINE in faulty.refused(*calibrate).error


def test_a_movement_that_is_not_found_may_be_the_one_that_is_left_out(faulty: Clinic) -> None:
    refused = faulty.refused("movements", "show", "faulty")
    assert LINE in refused.error
    assert "'faulty'" in refused.last
