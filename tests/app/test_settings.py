"""Settings kept from one practice to the next."""

from pathlib import Path

import pytest

from app.settings import Settings, SettingsError, load_settings, save_settings, settings_path
from ui.view import Choices


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == Settings()


def test_what_is_chosen_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "settings.toml"
    chosen = Settings(camera='Brio "4K" \\ left\n', slow_breath=True).with_choices(
        Choices(
            mirror="figure", breath="wave", text_scale=1.2, reduced_motion=True, seats="figures"
        )
    )
    save_settings(chosen, path)
    assert load_settings(path) == chosen
    assert load_settings(path).choices().seats == "figures"
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


def test_a_camera_may_be_written_as_its_number(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("camera = 1")
    assert load_settings(path).camera == "1"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('miror = "figure"', "miror"),
        ("text_scale = 9.0", "text_scale"),
        ('breath = "square"', "breath"),
        ("not toml", "line 1"),
        ("a = " + "[" * 5000 + "]" * 5000, "nested too deeply"),
        ("text_scale = " + "9" * 5000, "digits"),
    ],
)
def test_a_fault_is_one_line_with_file_and_key(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    line = str(caught.value)
    assert str(path) in line
    assert named in line
    assert "\n" not in line


def test_bytes_that_are_not_text_are_one_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="delete the file"):
        load_settings(path)


def test_the_home_variable_moves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path))
    assert settings_path() == tmp_path / "settings.toml"
