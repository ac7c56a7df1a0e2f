"""The key file: it opens for who may, and says what is amiss with it."""

import errno
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records import keys
from records.key_errors import (
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileNewer,
    KeyFileUnreadable,
    KeyMismatch,
    NeedsPassphrase,
    NotThePassphrase,
    NotTheRecoveryCode,
    WeakPassphrase,
)
from records.sealing import seal, unseal

PASSPHRASE = "a quiet morning"


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, keys.NewKey]:
    """Return a key file with a passphrase, not to be written to."""
    path = tmp_path_factory.mktemp("key") / "inside" / "store-key.json"
    return path, keys.make_key(path, PASSPHRASE, with_keyring=False)


@pytest.fixture
def path(sealed: tuple[Path, keys.NewKey], tmp_path: Path) -> Path:
    own = tmp_path / "store-key.json"
    own.write_bytes(sealed[0].read_bytes())
    return own


def change(path: Path, *where: str, to: Any) -> None:
    document = json.loads(path.read_text())
    table = document
    for key in where[:-1]:
        table = table[key]
    table[where[-1]] = to
    path.write_text(json.dumps(document))


def test_passphrase_and_recovery_code_both_open_it(sealed: tuple[Path, keys.NewKey]) -> None:
    path, made = sealed
    assert keys.how_it_opens(path) == "passphrase"
    assert keys.find_key(path, PASSPHRASE) == made.key
    typed = made.recovery_code.upper().replace("-", " ").replace("0", "O")
    assert keys.recover_key(path, typed) == made.key
    assert made.key.hex() not in path.read_text()


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_its_owner_may_read_it(sealed: tuple[Path, keys.NewKey]) -> None:
    path, _ = sealed
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_another_secret_does_not_open_it(path: Path) -> None:
    with pytest.raises(NotThePassphrase, match="passphrase --recovery"):
        keys.find_key(path, "a loud morning")
    with pytest.raises(NotTheRecoveryCode):
        keys.recover_key(path, "0000-0000-0000-0000-0000-0000-0000-0000")
    with pytest.raises(NeedsPassphrase):
        keys.find_key(path)


def test_a_letter_typed_in_two_ways_is_one(path: Path, sealed: tuple[Path, keys.NewKey]) -> None:
    composed, taken_apart = "gr\u00fc\u00dfe dich", "gru\u0308\u00dfe dich"
    keys.change_opening(path, sealed[1].key, composed, with_keyring=False)
    assert keys.find_key(path, taken_apart) == sealed[1].key


def test_a_new_passphrase_ends_the_old_one_and_the_key_stays(
    path: Path, sealed: tuple[Path, keys.NewKey]
) -> None:
    key = sealed[1].key
    keys.change_opening(path, key, "an evening walk", with_keyring=False)
    assert keys.find_key(path, "an evening walk") == key
    with pytest.raises(NotThePassphrase):
        keys.find_key(path, PASSPHRASE)
    assert keys.recover_key(path, sealed[1].recovery_code) == key


def test_without_a_passphrase_it_opens_without_asking(
    path: Path, sealed: tuple[Path, keys.NewKey]
) -> None:
    keys.change_opening(path, sealed[1].key, None, with_keyring=False)
    assert keys.how_it_opens(path) == "file"
    assert keys.find_key(path) == sealed[1].key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_recovery_code_ends_the_old_one(path: Path, sealed: tuple[Path, keys.NewKey]) -> None:
    code = keys.change_recovery_code(path, sealed[1].key)
    assert keys.recover_key(path, code) == sealed[1].key
    with pytest.raises(NotTheRecoveryCode):
        keys.recover_key(path, sealed[1].recovery_code)


@pytest.mark.parametrize("passphrase", ["", "short", "x" * 1025])
def test_a_passphrase_that_is_none_changes_nothing(
    path: Path, sealed: tuple[Path, keys.NewKey], passphrase: str
) -> None:
    before = path.read_bytes()
    with pytest.raises(WeakPassphrase):
        keys.change_opening(path, sealed[1].key, passphrase, with_keyring=False)
    assert path.read_bytes() == before


def test_a_new_key_keeps_the_old_file_aside(path: Path) -> None:
    before = path.read_bytes()
    keys.make_key(path, None, with_keyring=False)
    (aside,) = path.parent.glob("store-key-replaced-*.json")
    assert aside.read_bytes() == before


def test_a_missing_key_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing, match="restore"):
        keys.find_key(tmp_path / "store-key.json", PASSPHRASE)
    assert keys.how_it_opens(tmp_path / "store-key.json") is None


@pytest.mark.parametrize(
    ("where", "to", "named"),
    [
        (("passphrase", "memory_kib"), 1 << 30, "memory_kib"),
        (("passphrase", "passes"), 10**9, "passes"),
        (("passphrase", "lanes"), 0, "lanes"),
        (("recovery", "memory_kib"), 8, "too little memory"),
        (("passphrase", "salt"), "AAAA", "salt"),
        (("passphrase", "salt"), "not base 64!", "salt"),
        (("mark",), "ff", "mark"),
        (("opens",), "sesame", "opens"),
        (("opens",), "file", "does not fit"),
        (("extra",), 1, "extra"),
        (("form",), 0, "form"),
    ],
)
def test_a_damaged_or_absurd_key_file_is_named_before_any_work(
    path: Path, where: tuple[str, ...], to: Any, named: str
) -> None:
    change(path, *where, to=to)
    before = path.read_bytes()
    with pytest.raises(KeyFileDamaged, match=named) as caught:
        keys.find_key(path, PASSPHRASE)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_a_key_file_of_a_later_form_asks_for_the_newer_program(path: Path) -> None:
    change(path, "form", to=2)
    with pytest.raises(KeyFileNewer, match="newer unhurried"):
        keys.find_key(path, PASSPHRASE)


def test_the_key_is_never_in_what_is_said(path: Path, sealed: tuple[Path, keys.NewKey]) -> None:
    keys.change_opening(path, sealed[1].key, None, with_keyring=False)
    change(path, "key", to=sealed[1].key.hex() + "0")
    with pytest.raises(KeyFileDamaged) as caught:
        keys.find_key(path)
    assert sealed[1].key.hex()[:16] not in str(caught.value)


def test_another_key_in_the_file_is_told_from_a_damaged_store(
    path: Path, sealed: tuple[Path, keys.NewKey]
) -> None:
    keys.change_opening(path, sealed[1].key, None, with_keyring=False)
    change(path, "key", to="ab" * 32)
    with pytest.raises(KeyMismatch):
        keys.find_key(path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_whatever_the_file_holds_it_is_a_named_fault(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "store-key.json"
    path.write_bytes(data)
    with pytest.raises(KeyFileDamaged):
        keys.find_key(path, PASSPHRASE)


def test_a_file_that_cannot_be_read_is_named_with_what_the_machine_says(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = path.read_bytes()

    def broken(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", broken)
        for found in (keys.how_it_opens, keys.find_key):
            with pytest.raises(KeyFileUnreadable, match=r"cannot be read \(Input/output error\)"):
                found(path)
    assert path.read_bytes() == whole


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "store-key.json"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(KeyFileDamaged, match="too long"):
        keys.find_key(path, PASSPHRASE)


def test_a_seal_moved_to_another_purpose_is_none() -> None:
    sealed = seal(b"k" * 32, "secret", "one")
    assert unseal(sealed, "secret", "one") == b"k" * 32
    assert unseal(sealed, "secret", "other") is None
