"""The import ladder holds, and the checker that guards it really fails when it is broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("vision", "figure", "words", "exercises", "feedback", "records", "ui", "app")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a copy of the packages and their contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=_only_code)
    return tmp_path


def _only_code(folder: str, names: list[str]) -> set[str]:
    return {n for n in names if not (n.endswith(".py") or (Path(folder) / n).is_dir())}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "import sys; from importlinter.cli import lint_imports_command as c; c()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache"], cwd=folder, capture_output=True, text=True
    )


def test_the_house_as_it_stands_keeps_every_contract(house: Path) -> None:
    done = lint(house)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "planted", "broken"),
    [
        ("feedback/judge.py", "import cv2", "exercises and feedback are pure"),
        ("exercises/ranges.py", "import time", "exercises and feedback are pure"),
        ("feedback/cues.py", "from ui import theme", "The ladder"),
        ("vision/gate.py", "from figure import body", "The ladder"),
        ("ui/theme.py", "from vision import capture", "ui never sees the camera"),
        ("ui/theme.py", "from records import people", "The ladder"),
        ("ui/theme.py", "import sqlalchemy", "ui never sees the camera"),
        ("records/people.py", "import cv2", "records: no pygame"),
        ("app/opening.py", "import sqlcipher3", "the database driver in one place"),
    ],
)
def test_a_planted_import_is_caught(house: Path, file: str, planted: str, broken: str) -> None:
    path = house / file
    path.write_text(path.read_text(encoding="utf-8") + f"\n{planted}\n", encoding="utf-8")
    done = lint(house)
    assert done.returncode != 0
    line = next(line for line in done.stdout.splitlines() if line.startswith(broken))
    assert line.endswith("BROKEN"), done.stdout


def test_no_contract_ignores_anything() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert text.count("ignore_imports = []") == text.count("ignore_imports") > 0
