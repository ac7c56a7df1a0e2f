"""Looking over a machine: each fault is found and says what to do."""

import pygame
import pytest

from app import checkup, system_libraries
from app.checkup import Health, findings
from app.has_display import has_display
from vision import cameras, models


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at fewer frames than the command does."""
    monkeypatch.setattr(checkup, "SPEED_FRAMES", 5)


@pytest.mark.usefixtures("quick")
def test_a_whole_machine_needs_nothing() -> None:
    found = {finding.what: finding for finding in findings()}
    assert set(found) >= {"Python", "libraries", "pose models", "display", "sound", "cameras"}
    assert "ms a frame" in found["speed"].found
    assert not [f for f in found.values() if f.health is Health.MISSING], found
    for finding in found.values():
        assert (finding.health is Health.GOOD) == (finding.advice == "")


def test_no_sound_device_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "there is no such driver")
    finding = checkup._sound()
    assert finding.health is Health.ABSENT
    assert "no device" in finding.found
    assert "silent" in finding.advice


def test_a_missing_library_ends_the_look_with_its_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checkup, "missing_libraries", lambda: ["libGL.so.1"])
    *_, last = findings()
    assert last.health is Health.MISSING
    assert "apt install libgl1" in last.advice
    assert last.advice == system_libraries.install_line(["libGL.so.1"])


def test_a_damaged_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(models.SHA256, "lite", "0" * 64)
    finding = checkup._models()
    assert finding.health is Health.MISSING
    assert "lite" in finding.advice


def test_no_camera_says_how_to_practise_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cameras, "list_cameras", lambda: ())
    finding = checkup._cameras()
    assert finding.health is Health.ABSENT
    assert "--source FILE" in finding.advice


def test_a_driver_that_shows_nothing_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for driver in ("dummy", "offscreen"):
        monkeypatch.setenv("SDL_VIDEODRIVER", driver)
        assert not has_display()
