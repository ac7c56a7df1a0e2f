"""Making the store's key, finding it again, and changing how it is found."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from records import keychain
from records.atomic_file import keep_aside, make_folder
from records.key_errors import (
    KeyFileMissing,
    KeyMismatch,
    KeyringSilent,
    NeedsPassphrase,
    NeedsRecoveryCode,
    NotThePassphrase,
    NotTheRecoveryCode,
)
from records.key_file import KeyFile, new_key_file, read_key_file, write_key_file
from records.keychain import KeychainSilent
from records.sealing import seal, unseal
from records.secrets_typed import (
    new_passphrase,
    new_recovery_code,
    passphrase_typed,
    recovery_code_typed,
)


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key that was just made, with the code that opens it when all else is lost."""

    key: bytes
    recovery_code: str


def make_key(path: Path, passphrase: str | None, *, with_keyring: bool) -> NewKey:
    """Make a new key and write its file to `path`.

    Parameters
    ----------
    path
        The key file. One that is there already is kept aside, never overwritten.
    passphrase
        What opens it; `None` to open it on this machine without asking.
    with_keyring
        Keep a key that opens without asking in the machine's keyring, where one works; else it is
        in the key file itself.

    Raises
    ------
    WeakPassphrase
        For a passphrase that is too short.
    OSError
        Where the file cannot be written.
    """
    chosen = None if passphrase is None else new_passphrase(passphrase)
    code = new_recovery_code()
    made, key = new_key_file(code)
    make_folder(path.parent)
    keep_aside(path, datetime.now(UTC))
    write_key_file(_opened_by(made, key, chosen, with_keyring=with_keyring), path)
    return NewKey(key, code)


def how_it_opens(path: Path) -> str | None:
    """Return how the key at `path` is found, as `KeyFile.opens` says; `None` without a key file.

    Raises
    ------
    KeyFileDamaged, KeyFileNewer, KeyFileUnreadable
        Where the file is not one, or cannot be read.
    """
    try:
        return read_key_file(path).opens
    except KeyFileMissing:
        return None


def find_key(path: Path, passphrase: str | None = None) -> bytes:
    """Return the key, opened as its file says.

    Raises
    ------
    KeyFault
        Where it cannot be: no file, a damaged one, no passphrase or another, a silent keyring.
    """
    key_file = read_key_file(path)
    if key_file.opens == "file" and key_file.key is not None:
        key: bytes | None = bytes.fromhex(key_file.key)
    elif key_file.opens == "keyring":
        key = _recalled(key_file, path)
    elif key_file.opens == "recovery":
        raise NeedsRecoveryCode(path)
    elif passphrase is None or key_file.passphrase is None:
        raise NeedsPassphrase(path)
    else:
        purpose = key_file.purpose("passphrase")
        key = unseal(key_file.passphrase, passphrase_typed(passphrase), purpose)
        if key is None:
            raise NotThePassphrase(path)
    if key is None or not key_file.fits(key):
        raise KeyMismatch(path)
    return key


def recover_key(path: Path, code: str) -> bytes:
    """Return the key, opened by the recovery code.

    Raises
    ------
    KeyFault
        Where there is no key file, a damaged one, or the code is another.
    """
    key_file = read_key_file(path)
    key = unseal(key_file.recovery, recovery_code_typed(code), key_file.purpose("recovery"))
    if key is None:
        raise NotTheRecoveryCode(path)
    if not key_file.fits(key):
        raise KeyMismatch(path)
    return key


def change_opening(path: Path, key: bytes, passphrase: str | None, *, with_keyring: bool) -> None:
    """Let the key be found in another way from now on; the data is not touched.

    Parameters
    ----------
    path, key
        The key file and the key in it.
    passphrase, with_keyring
        As for `make_key`.

    Raises
    ------
    WeakPassphrase
        For a passphrase that is too short; nothing changes.
    OSError
        Where the file cannot be written; nothing changes.
    """
    chosen = None if passphrase is None else new_passphrase(passphrase)
    before = read_key_file(path)
    after = _opened_by(before, key, chosen, with_keyring=with_keyring)
    write_key_file(after, path)
    if before.opens == "keyring" and after.opens != "keyring":
        with suppress(KeychainSilent):  # gone from there already, which is what is wanted
            keychain.forget(before.id)


def take_over(
    path: Path, theirs: KeyFile, key: bytes, passphrase: str | None, *, with_keyring: bool
) -> None:
    """Write the key of a backup to `path` as this machine's own; its recovery code stays.

    A key file that is there is kept aside.

    Parameters
    ----------
    path, passphrase, with_keyring
        As for `make_key`.
    theirs, key
        The key file that goes with the backup, and the key in it.

    Raises
    ------
    WeakPassphrase
        For a passphrase that is too short; nothing changes.
    OSError
        Where the file cannot be written; nothing changes.
    """
    chosen = None if passphrase is None else new_passphrase(passphrase)
    make_folder(path.parent)
    keep_aside(path, datetime.now(UTC))
    write_key_file(_opened_by(theirs, key, chosen, with_keyring=with_keyring), path)


def change_recovery_code(path: Path, key: bytes) -> str:
    """Return a new recovery code, which opens the key from now on in place of the old one.

    Raises
    ------
    OSError
        Where the file cannot be written; the old code stays.
    """
    code = new_recovery_code()
    before = read_key_file(path)
    write_key_file(before.changed(recovery=seal(key, code, before.purpose("recovery"))), path)
    return code


def _opened_by(
    before: KeyFile, key: bytes, passphrase: str | None, *, with_keyring: bool
) -> KeyFile:
    if passphrase is not None:
        sealed = seal(key, passphrase, before.purpose("passphrase"))
        return before.changed(opens="passphrase", passphrase=sealed, key=None)
    if with_keyring:
        try:
            keychain.keep(before.id, key.hex())
        except KeychainSilent:
            pass  # none that works here: the file is as good, and only its owner reads it
        else:
            return before.changed(opens="keyring", passphrase=None, key=None)
    return before.changed(opens="file", passphrase=None, key=key.hex())


def _recalled(key_file: KeyFile, path: Path) -> bytes | None:
    try:
        return bytes.fromhex(keychain.recall(key_file.id))
    except KeychainSilent as error:
        raise KeyringSilent(path, str(error)) from error
    except ValueError:  # not a key at all
        return None
