"""What opens where the program is given nothing to do."""

from pathlib import Path
from typing import Any

import pytest

from app import desk_run, display, home_run
from app.settings import Settings
from exercises.person import Person
from records.keys import change_opening, find_key
from records.place import Place
from records.store import open_store
from tests.app.clinic import Clinic
from tests.app.home_bench import CODE

Opened = list[str]

GREETED = "greeting 1280x720"
"""What is seen before the key and the store are looked at."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Return what is opened, in place of a window."""
    found: Opened = []

    def desk(where: Any, size: tuple[int, int]) -> None:
        found.append(f"desk {size[0]}x{size[1]}")

    def home(where: Place, size: tuple[int, int]) -> bool:
        with open_store(where) as store:
            code = home_run.only_one(store)
        if code is not None:
            found.append(f"home of {code}")
        return code is not None

    def greet(settings: Settings, size: tuple[int, int]) -> None:
        found.append(f"greeting {size[0]}x{size[1]}")

    monkeypatch.setattr("app.has_display.has_display", lambda **_: True)
    monkeypatch.setattr(display, "first_greeting", greet)
    monkeypatch.setattr(desk_run, "run_desk", desk)
    monkeypatch.setattr(home_run, "run_home", home)
    return found


def add(clinic: Clinic, *codes: str) -> None:
    with clinic.store() as store:
        store.people.add_all(Person(code=code) for code in codes)


def test_the_one_person_of_this_machine_comes_home(clinic: Clinic, opened: Opened) -> None:
    add(clinic, CODE)
    clinic.run()
    assert opened == [GREETED, f"home of {CODE}"]


@pytest.mark.parametrize("codes", [(), (CODE, "P-0148")])
def test_nobody_or_several_open_the_list_of_people(
    clinic: Clinic, opened: Opened, codes: tuple[str, ...]
) -> None:
    add(clinic, *codes)
    clinic.run()
    assert opened == [GREETED, "desk 1280x720"]


def test_a_store_behind_a_passphrase_opens_the_list_of_people(
    clinic: Clinic, opened: Opened
) -> None:
    add(clinic, CODE)
    key = find_key(clinic.place.key_file)
    change_opening(clinic.place.key_file, key, "a long enough passphrase", with_keyring=False)
    clinic.run()
    assert opened == [GREETED, "desk 1280x720"]


def test_a_key_that_cannot_be_read_leaves_it_to_the_desk_to_say_so(
    clinic: Clinic, opened: Opened
) -> None:
    add(clinic, CODE)
    clinic.place.key_file.write_text("no key at all")
    clinic.run()
    assert opened == [GREETED, "desk 1280x720"]


def test_the_desk_opens_in_any_case(clinic: Clinic, opened: Opened) -> None:
    add(clinic, CODE)
    clinic.run("desk")
    clinic.run("desk", "--size", "800x600")
    assert opened == ["desk 1280x720", "desk 800x600"]


def test_without_a_store_there_is_help_and_no_desk(
    clinic: Clinic, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "empty"))
    assert "Commands:" in clinic.run().out
    assert "there is no store yet" in clinic.refused("desk").last
    assert opened == []


def test_without_a_display_there_is_a_line(
    clinic: Clinic, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(clinic, CODE)
    monkeypatch.setattr("app.has_display.has_display", lambda **_: False)
    for command in ((), ("desk",)):
        assert "no display here" in clinic.refused(*command).last
    assert opened == []
