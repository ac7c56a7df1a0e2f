"""A clinic's own movements, through the commands."""

import stat
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.main import cli, one_line
from app.movements import left_out_line, movements, own_folder
from exercises.loading import load


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    status: int
    out: str
    error: str


def run(*arguments: str) -> Ran:
    ended = CliRunner().invoke(cli, arguments)
    error = ended.stderr
    if ended.exception is not None and not isinstance(ended.exception, SystemExit):
        line = one_line(ended.exception)
        if line is None:
            raise ended.exception
        error += f"unhurried: {line}\n"
    return Ran(ended.exit_code, ended.stdout, error)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a data folder of its own, and a folder to work in."""
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "home"


@pytest.mark.parametrize("posture", ["seated", "standing", "lying"])
def test_a_new_movement_is_written_and_found_by_every_command(home: Path, posture: str) -> None:
    ran = run("movements", "new", "evening-arms", "--posture", posture)
    assert ran.status == 0, ran.error
    path = home / "movements" / "evening-arms.toml"
    assert str(path) in ran.out
    assert "movements check" in ran.out
    assert load(path).posture == posture
    assert run("movements", "check", str(path)).status == 0
    assert "Evening arms" in run("movements", "show", "evening-arms").out


def test_what_a_clinic_makes_is_for_its_own_eyes(home: Path) -> None:
    run("movements", "new", "evening-arms")
    assert stat.S_IMODE((home / "movements").stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "movements" / "evening-arms.toml").stat().st_mode) == 0o600
    assert sorted(path.name for path in (home / "movements").iterdir()) == ["evening-arms.toml"]


def test_a_copy_of_a_librarys_movement_is_a_beginning(home: Path) -> None:
    ran = run("movements", "new", "heavens-own", "--like", "two-hands-hold-up-heavens")
    assert ran.status == 0, ran.error
    own, theirs = (movements().find(i) for i in ("heavens-own", "two-hands-hold-up-heavens"))
    assert own.targets == theirs.targets
    assert own.number > 100


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("sit-to-stand",), "which holds"),
        (("mine",), "already"),
        (("Not An Id",), "no id"),
        (("../../etc/passwd",), "no id"),
        (("a" * 61,), "no id"),
        (("new-one", "--like", "sit-to-stan"), "did you mean sit-to-stand"),
        (("new-one", "--like", "sit-to-stand", "--posture", "standing"), "leave --posture away"),
    ],
)
def test_an_id_that_is_taken_or_none_is_refused_in_one_line(
    home: Path, arguments: tuple[str, ...], named: str
) -> None:
    run("movements", "new", "mine")
    before = (home / "movements" / "mine.toml").read_bytes()
    ran = run("movements", "new", *arguments)
    assert ran.status != 0
    assert named in ran.error.strip().splitlines()[-1]
    assert [path.name for path in (home / "movements").iterdir()] == ["mine.toml"]
    assert (home / "movements" / "mine.toml").read_bytes() == before


def test_a_faulty_file_is_said_in_one_line_when_practising_and_stops_nothing(home: Path) -> None:
    run("movements", "new", "mine")
    (home / "movements" / "faulty.toml").write_text("format = 7")
    ran = run("practice", "mine", "--source", "figure:size=320x240,fps=5", "--headless",
              "--seconds", "1")  # fmt: skip
    assert ran.status == 0, ran.error
    said = [line for line in ran.error.splitlines() if "left out" in line]
    assert said == [left_out_line(movements())]
    assert "movements check" in said[0]


def test_nothing_is_said_where_nothing_is_left_out() -> None:
    run("movements", "new", "mine")
    assert left_out_line(movements()) is None


def test_several_left_out_files_are_counted(home: Path) -> None:
    folder = home / "movements"
    folder.mkdir(parents=True)
    for name in ("a", "b"):
        (folder / f"{name}.toml").write_text("no movement")
    assert (left_out_line(movements()) or "").startswith("2 of your own movements are left out")


@pytest.mark.endurance
def test_an_own_movement_is_analysed_as_one_of_the_library_is(tmp_path: Path) -> None:
    run("movements", "new", "mine", "--like", "sunrise-arms-standing")
    ran = run("analyze", "figure:size=320x240,fps=5", "--movement", "mine", "--seconds", "2")
    assert ran.status == 0, ran.error
    assert (tmp_path / "work" / "out").is_dir()


def test_the_folder_is_where_the_data_folder_is(home: Path) -> None:
    assert own_folder() == home / "movements"
    assert not own_folder().exists()
    assert len(movements().own) == 0
