"""The library's notes are dropped; every other line goes where it was going."""

import os
import subprocess
import sys
import time

import pytest

from vision.chatter import without_chatter

NOTE = (
    b"W0000 00:00:1 9 inference_feedback_manager.cc:114] Feedback manager requires a model\n"
    b"ALSA lib pcm.c:2666:(snd_pcm_open_noupdate) Unknown PCM default\n"
)


def test_only_the_notes_are_dropped(capfd: pytest.CaptureFixture[str]) -> None:
    with without_chatter():
        os.write(2, b"before\n" + NOTE + b"E0000 cannot open the model\n")
        os.write(2, b"a last line without an end")
    os.write(2, b"\nafter\n" + NOTE)
    assert capfd.readouterr().err == (
        "before\nE0000 cannot open the model\na last line without an end\nafter\n" + NOTE.decode()
    )


def test_an_exception_passes_and_the_descriptor_is_given_back(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def interrupted() -> None:
        with without_chatter():
            os.write(2, b"on the way\n")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    os.write(2, b"given back\n")
    assert capfd.readouterr().err == "on the way\ngiven back\n"


def test_a_child_started_meanwhile_is_still_heard(capfd: pytest.CaptureFixture[str]) -> None:
    with without_chatter():
        say = "import sys; sys.stdin.read(); sys.stderr.write('from the child\\n')"
        child = subprocess.Popen([sys.executable, "-c", say], stdin=subprocess.PIPE)
    os.write(2, b"from the parent\n")
    child.communicate(b"", timeout=30)
    heard, deadline = "", time.monotonic() + 10
    while "from the child" not in heard and time.monotonic() < deadline:
        heard += capfd.readouterr().err
        time.sleep(0.01)
    assert "from the parent\n" in heard
    assert "from the child\n" in heard


def test_a_program_without_standard_error_runs_all_the_same() -> None:
    script = (
        "import os; os.close(2)\n"
        "from vision.chatter import without_chatter\n"
        "with without_chatter(): print('done')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert ran.stdout == "done\n"
