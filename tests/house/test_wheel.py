"""The built wheel alone runs from any folder."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment that holds the built wheel, and borrows its dependencies only."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    # From a copy, so that nothing an earlier build left behind gets into it.
    source = shutil.copytree(ROOT, folder / "source", ignore=_what_no_build_needs)
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(source)]
    subprocess.run([*pip, *build], check=True)
    (wheel,) = folder.glob("unhurried-*.whl")
    venv.create(folder / "env", with_pip=False)
    own = {"base": str(folder / "env"), "platbase": str(folder / "env")}
    python = Path(sysconfig.get_path("scripts", vars=own)) / Path(sys.executable).name
    site = Path(sysconfig.get_path("purelib", vars=own))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    install = ["install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run([*pip[:3], "--python", str(python), *pip[3:], *install], check=True)
    return python


def _what_no_build_needs(folder: str, names: list[str]) -> set[str]:
    return {n for n in names if n.startswith(".") or n in ("build", "dist", "out", "tests")}


def run(python: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python), "-m", "app.main", *arguments],
        cwd=folder,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy", "UNHURRIED_HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=110,
    )


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    code = "import vision, ui; print(vision.__file__); print(ui.__file__)"
    done = subprocess.run(
        [str(installed), "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert all(str(installed.parents[1]) in line for line in done.stdout.splitlines())


def test_the_library_of_movements_is_in_it(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "movements", "list", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "sunrise-arms-seated" in done.stdout


def test_a_store_is_made_by_the_steps_in_it(installed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"  # the key goes beside it
    home.mkdir()
    for command in ("init", "verify"):
        done = run(installed, "store", command, folder=home)
        assert done.returncode == 0, done.stderr
    assert "all is well" in done.stdout


def test_the_demo_runs_with_its_models_fonts_and_words(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "demo", "--headless", "--seconds", "2", "--out", "o", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "o" / "demo.png").stat().st_size > 10_000
