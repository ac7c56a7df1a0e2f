"""Where what is kept sits, and that its key is never with it."""

from pathlib import Path

import pytest

from app.data_folder import data_folder, key_folder, place
from records.key_errors import KeyInside


def test_the_home_variable_moves_the_data_and_the_key_stays_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "home"))
    assert data_folder() == tmp_path / "home"
    assert key_folder() == tmp_path / "home-key"
    assert not (tmp_path / "home").exists(), "asking makes nothing"


def test_the_key_may_be_taken_home_on_a_stick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("UNHURRIED_KEY_HOME", str(tmp_path / "stick"))
    assert place().key_file.parent == tmp_path / "stick"
    monkeypatch.setenv("UNHURRIED_KEY_HOME", str(tmp_path / "home" / "key"))
    with pytest.raises(KeyInside):
        place()


def test_without_it_the_platform_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UNHURRIED_HOME", raising=False)
    monkeypatch.delenv("UNHURRIED_KEY_HOME", raising=False)
    assert data_folder().name == "unhurried"
    assert key_folder() == data_folder().with_name("unhurried-key")


def test_a_folder_named_from_here_is_found_from_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("UNHURRIED_HOME", "here")
    assert data_folder() == tmp_path / "here"
