"""``unhurried movements``: listing, showing and checking, and practising what is not measured."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.main import cli
from exercises.flags import Flag
from exercises.library import find_exercise, library
from exercises.offer import offered
from tests.exercises.definitions import PLAIN
from vision.replay import save_replay


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a data folder of its own, and a folder to work in."""
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "home"


def ids(listed: Result) -> list[str]:
    """Return the ids in a list, in order; none of its lines is cut."""
    rows = [line.split()[0] for line in listed.stdout.splitlines() if "  " in line]
    return [row for row in rows if row in library()]


def test_all_movements_are_listed_with_whether_they_are_measured() -> None:
    listed = run("movements", "list")
    assert ids(listed) == list(library())
    lines = {line.split()[0]: line for line in listed.stdout.splitlines()}
    for movement in library().values():
        assert movement.title in lines[movement.id]
        assert ("time only" in lines[movement.id]) == (not movement.seen)
    unseen = sum(not movement.seen for movement in library().values())
    said = f"{len(library())} movements, {unseen} of them run by time and breath alone"
    assert said in listed.stdout


@pytest.mark.parametrize(
    ("options", "attribute", "wanted"),
    [
        (("--posture", "lying"), "posture", "lying"),
        (("--view", "side"), "view", "side"),
        (("--seen",), "seen", True),
        (("--unseen",), "seen", False),
    ],
)
def test_a_list_is_narrowed(options: tuple[str, ...], attribute: str, wanted: object) -> None:
    expected = [m.id for m in library().values() if getattr(m, attribute) == wanted]
    assert expected
    assert ids(run("movements", "list", *options)) == expected


def test_filters_are_taken_together() -> None:
    listed = ids(run("movements", "list", "--posture", "standing", "--tag", "balance", "--seen"))
    assert "heel-raise-standing" in listed
    for movement in map(find_exercise, listed):
        assert (movement.posture, movement.seen) == ("standing", True)
        assert "balance" in movement.tags


def test_what_is_not_offered_with_a_flag_is_left_out_and_counted() -> None:
    flags: tuple[Flag, ...] = ("osteoporosis", "pregnancy")
    listed = run("movements", "list", "--care", flags[0], "--care", flags[1])
    hidden = [m.id for m in library().values() if offered(m, flags).hidden]
    assert "cat-cow-seated" in hidden
    assert "knee-rocks-lying" in hidden
    assert ids(listed) == [movement_id for movement_id in library() if movement_id not in hidden]
    told = f"left out for osteoporosis and pregnancy: {len(hidden)}: {', '.join(hidden)}"
    assert told in listed.stdout


def test_a_flag_that_is_none_is_asked_after() -> None:
    refused = run("movements", "list", "--care", "osteoporose")
    assert refused.exit_code == 2
    assert "osteoporosis" in refused.stderr


@pytest.mark.parametrize("movement_id", list(library()))
def test_everything_of_a_movement_is_shown(movement_id: str) -> None:
    movement = find_exercise(movement_id)
    shown = run("movements", "show", movement_id).stdout
    for text in (movement.title, movement.how, movement.helps, movement.camera, movement.prompt):
        assert text in shown
    for tag in (*movement.tags, *movement.variants, *movement.alike, *movement.care):
        assert tag in shown
    for caution in movement.cautions:
        assert f"With {caution.flag}: " in shown
        assert caution.reason in shown
    assert ("by time and breath alone" in shown) == (not movement.seen)


def test_a_turn_of_the_head_is_called_a_proxy() -> None:
    shown = run("movements", "show", "neck-turn-seated").stdout
    assert "ceiling 85 percent of a usual whole turn of about 50 degrees" in shown
    assert "never degrees" in shown


def test_the_whole_library_is_checked_without_a_file() -> None:
    checked = run("movements", "check")
    assert checked.exit_code == 0
    assert checked.stdout == f"{len(library())} movements of the library: nothing amiss\n"


def own(home: Path, name: str, text: str) -> Path:
    folder = home / "movements"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_movements_are_checked_and_listed_with_the_library(home: Path) -> None:
    path = own(home, "plain-rise", PLAIN)
    checked = run("movements", "check")
    assert checked.exit_code == 0
    assert f"{path}: plain-rise, nothing amiss" in checked.stdout
    assert "Plain rise (own)" in run("movements", "list").stdout


def test_a_faulty_own_file_is_named_and_the_rest_is_checked(home: Path) -> None:
    path = own(home, "odd", PLAIN.replace("low = 60", "low = 130"))
    checked = run("movements", "check")
    assert checked.exit_code == 1
    assert f"{path}: targets[0].low: reversed range, 130 to 120" in checked.stderr
    assert "movements of the library: nothing amiss" in checked.stdout


def test_equals_that_do_not_name_each_other_are_named() -> None:
    for name, variants in (("plain-rise", '["other"]'), ("other", "[]")):
        text = PLAIN.replace('"plain-rise"', f'"{name}"')
        text = text.replace("\n[[targets]]", f"variants = {variants}\n\n[[targets]]", 1)
        Path(f"{name}.toml").write_text(text, encoding="utf-8")
    checked = run("movements", "check", "plain-rise.toml", "other.toml")
    assert checked.exit_code == 1
    assert checked.stderr == (
        'plain-rise.toml: variants: "other" does not name it back; '
        'add "plain-rise" to the variants of that\n'
    )
    assert "other.toml: other, nothing amiss" in checked.stdout
    alone = run("movements", "check", "plain-rise.toml")
    assert 'no movement is called "other"' in alone.stderr


def test_a_guide_that_hurries_and_a_caution_without_reason_are_named() -> None:
    text = PLAIN.replace("seconds = 4", "seconds = 2").replace("seconds = 6", "seconds = 8")
    text += '\n[[cautions]]\nflag = "balance"\neffect = "small"\n'
    Path("mine.toml").write_text(text, encoding="utf-8")
    lines = run("movements", "check", "mine.toml").stderr.splitlines()
    assert "mine.toml: cautions[0].reason: missing" in lines
    assert any("the guide moves at up to 72 degrees a second" in line for line in lines)


def test_a_recording_of_what_is_not_measured_is_analysed_calmly(tmp_path: Path) -> None:
    save_replay(tmp_path / "work" / "room.npz", [i / 5 for i in range(10)], [None] * 10, (64, 48))
    done = run("analyze", "room.npz", "--movement", "knee-rocks-lying")
    assert done.exit_code == 0
    assert "nothing is measured of this movement: it runs by time and breath alone" in done.stdout
    summary = json.loads(Path("out/room/summary.json").read_text(encoding="utf-8"))
    zone = summary["zones"][0]
    assert (zone["repetitions"], zone["partial"], zone["unfinished"], zone["cues"]) == (
        [],
        0,
        0,
        [],
    )


@pytest.mark.endurance
def test_a_lying_figure_practises_before_the_real_model_without_a_word_of_the_camera() -> None:
    figure = "figure:size=320x240,fps=5,tempo=2"
    done = run("practice", "knee-rocks-lying", "--source", figure, "--headless", "--seconds", "6")
    assert done.exit_code == 0
    assert Path("out/practice.png").stat().st_size > 10_000
