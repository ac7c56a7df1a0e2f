"""No internet socket is opened: the whole demo, traced."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed (strace)")
@pytest.mark.parametrize(
    "seconds", [3, pytest.param(20, marks=pytest.mark.endurance)], ids=["3 s", "20 s"]
)
def test_a_traced_demo_opens_no_internet_socket(tmp_path: Path, seconds: int) -> None:
    trace = tmp_path / "trace"
    demo = [sys.executable, "-m", "app.main", "demo", "--headless"]
    arguments = ["--seconds", str(seconds), "--out", str(tmp_path / "out")]
    done = subprocess.run(
        ["strace", "-f", "-e", "trace=%network", "-o", str(trace), *demo, *arguments],
        env={**os.environ, "UNHURRIED_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    if "PTRACE" in done.stderr or "ptrace" in done.stderr:
        pytest.skip("this machine does not allow tracing")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "demo.mp4").exists()
    lines = trace.read_text().splitlines()
    assert any("exited with 0" in line for line in lines), "the trace reached the end"
    assert not [line for line in lines if "AF_INET" in line]
