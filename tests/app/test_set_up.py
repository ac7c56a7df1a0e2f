"""The set-up script and the libraries it asks for."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import system_libraries

ROOT = Path(__file__).parents[2]


def test_a_missing_library_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(system_libraries.DEBIAN_PACKAGES, "libabsent.so.9", "libabsent9")
    assert "libabsent.so.9" in system_libraries.missing_libraries()
    line = system_libraries.install_line(["libabsent.so.9"])
    assert "apt install libabsent9" in line
    assert "\n" not in line


def test_no_library_is_asked_for_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setitem(system_libraries.DEBIAN_PACKAGES, "libabsent.so.9", "libabsent9")
    assert system_libraries.missing_libraries() == []


@pytest.mark.parametrize("version", ["(3, 9)", "(3, 10)", "(3, 14)"])
def test_too_old_or_too_new_a_python_is_one_line(version: str) -> None:
    code = f"import set_up; set_up.check_python({version})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "tools", capture_output=True, text=True
    )
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1
    assert "apt install python3.11" in done.stderr


def test_installing_twice_does_nothing_the_second_time(tmp_path: Path) -> None:
    code = (
        f"import pathlib, set_up; set_up.VENV = pathlib.Path(r'{tmp_path}'); "
        "set_up.stamp('').touch(); set_up.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "tools", capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(list(tmp_path.iterdir())) == 1


def test_ci_installs_every_library_the_program_asks_for() -> None:
    listed = (ROOT / ".ci" / "packages.txt").read_text().split()
    assert set(system_libraries.DEBIAN_PACKAGES.values()) <= set(listed)
