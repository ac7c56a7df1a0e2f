"""What can be amiss with the key to the store, each by its name and in one calm line."""

from pathlib import Path

from records.errors import StoreError

_WITH_THE_CODE = "use the recovery code with: unhurried store passphrase --recovery"


class KeyFault(StoreError):
    """Base of all; the store itself is untouched by any of them."""


class KeyFileMissing(KeyFault):
    """There is a store, and no key file to it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: the key file is not there, and without it the store stays closed; put it "
            "back where it was, or bring back a backup with its recovery code: "
            "unhurried store restore"
        )


class KeyFileDamaged(KeyFault):
    """The key file does not hold what a key file holds."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"{path}: the key file is damaged ({found}); it was left as it is. Put a copy of it "
            "back, or bring a backup back with its recovery code: unhurried store restore"
        )


class KeyFileUnreadable(KeyFault):
    """There is a key file, and this machine does not let it be read."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"{path}: the key file cannot be read ({found}); it was left as it is. Let its owner "
            "read it, or put a copy of it back"
        )


class KeyFileNewer(KeyFault):
    """A newer program wrote the key file."""

    def __init__(self, path: Path, form: int) -> None:
        super().__init__(
            f"{path}: the key file was written by a newer unhurried (its form is {form}); it was "
            "left as it is. Install the newer unhurried on this machine too"
        )


class NeedsPassphrase(KeyFault):
    """The store opens with a passphrase, and none was given."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: this store opens with its passphrase; it was not given")


class NeedsRecoveryCode(KeyFault):
    """The key file is one that went with a backup."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: this key file goes with a backup; {_WITH_THE_CODE}")


class NotThePassphrase(KeyFault):
    """The passphrase is another."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: that is not its passphrase; try again, or {_WITH_THE_CODE}")


class NotTheRecoveryCode(KeyFault):
    """The recovery code is another."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: that is not its recovery code; it has 8 groups of 4 signs")


class WeakPassphrase(KeyFault):
    """A passphrase that is too short, or too long to be one."""

    def __init__(self, shortest: int, longest: int) -> None:
        super().__init__(
            f"a passphrase has {shortest} to {longest} characters; nothing was changed"
        )


class KeyringSilent(KeyFault):
    """The key is in this machine's keyring, which does not give it."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"{path}: the key is in this machine's keyring, which does not give it ({found}); "
            f"unlock the keyring and try again, or {_WITH_THE_CODE}"
        )


class KeyMismatch(KeyFault):
    """The key that was found is not the one that was made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: the key that was found is not the one this store was made with; "
            f"{_WITH_THE_CODE}"
        )


class KeyInside(KeyFault):
    """The key would be in the data folder, and go wherever that is copied."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: the key cannot be inside the data folder, whose copies it would open; name "
            "another with UNHURRIED_KEY_HOME"
        )
