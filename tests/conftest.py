"""What all tests share: the log watch, the real clips, the headless display."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

# No test asserts how fast it is: on a busy machine an example may take as long as it likes.
# The same examples each time, so that a failure is of the change at hand; `make endurance` looks
# for others with ``--hypothesis-profile=searching``.
hypothesis.settings.register_profile("unhurried", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("searching", deadline=None)
hypothesis.settings.load_profile("unhurried")

CLIPS = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture(autouse=True)
def no_logged_errors(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logged an ERROR it did not clear with ``caplog.clear()``."""
    yield
    errors = [r for r in caplog.get_records("call") if r.levelno >= logging.ERROR]
    assert not errors, [r.getMessage() for r in errors]


@pytest.fixture
def clips() -> Path:
    """Return the folder of real clips with known truth, which stay outside the project."""
    if not CLIPS.is_dir():
        pytest.skip("the folder of real clips is not beside this checkout (see README, tests)")
    return CLIPS
