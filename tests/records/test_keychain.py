"""The machine's keyring is offered, never needed, and never waited for."""

import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest

from records import keychain, keys
from records.key_errors import KeyMismatch, KeyringSilent
from records.key_file import read_key_file


class Ring(keyring.backend.KeyringBackend):
    """A keyring in memory, through the same calls as any."""

    priority = 1.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.slow_s = 0.0
        self.broken = False

    def get_password(self, service: str, username: str) -> str | None:
        time.sleep(self.slow_s)
        if self.broken:
            raise keyring.errors.KeyringLocked("the collection is locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.broken:
            raise keyring.errors.NoKeyringError("none here")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError("not found")
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Ring]:
    before = keyring.get_keyring()
    ring = Ring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


def test_a_key_in_the_keyring_is_not_in_the_file(ring: Ring, tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    made = keys.make_key(path, None, with_keyring=True)
    assert keys.how_it_opens(path) == "keyring"
    assert made.key.hex() not in path.read_text()
    assert keys.find_key(path) == made.key
    assert list(ring.kept.values()) == [made.key.hex()]


def test_a_passphrase_takes_the_key_out_of_the_keyring(ring: Ring, tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    made = keys.make_key(path, None, with_keyring=True)
    keys.change_opening(path, made.key, "a quiet morning", with_keyring=True)
    assert ring.kept == {}
    keys.change_opening(path, made.key, None, with_keyring=True)
    assert keys.find_key(path) == made.key


def test_where_no_keyring_works_the_file_holds_the_key(ring: Ring, tmp_path: Path) -> None:
    ring.broken = True
    path = tmp_path / "key.json"
    made = keys.make_key(path, None, with_keyring=True)
    assert keys.how_it_opens(path) == "file"
    assert keys.find_key(path) == made.key


def test_a_keyring_that_keeps_nothing_is_noticed(
    ring: Ring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ring, "set_password", lambda *_: None)
    path = tmp_path / "key.json"
    keys.make_key(path, None, with_keyring=True)
    assert keys.how_it_opens(path) == "file"


def test_a_locked_keyring_is_named_with_the_way_on(ring: Ring, tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    made = keys.make_key(path, None, with_keyring=True)
    ring.broken = True
    with pytest.raises(KeyringSilent, match=r"KeyringLocked.*--recovery"):
        keys.find_key(path)
    assert keys.recover_key(path, made.recovery_code) == made.key


def test_an_emptied_or_altered_keyring_is_named(ring: Ring, tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    keys.make_key(path, None, with_keyring=True)
    for found in ("no key", "ab" * 32):
        ring.kept[keychain.SERVICE, read_key_file(path).id] = found
        with pytest.raises(KeyMismatch):
            keys.find_key(path)
    ring.kept.clear()
    with pytest.raises(KeyringSilent, match="nothing is kept"):
        keys.find_key(path)


def test_a_keyring_that_asks_on_another_screen_is_not_waited_for(ring: Ring) -> None:
    ring.slow_s = 30.0
    with pytest.raises(keychain.KeychainSilent, match="no answer"):
        keychain.recall("any", patience_s=0.05)
