"""Where a store and the key to it sit."""

from dataclasses import dataclass
from pathlib import Path

from records.key_errors import KeyInside


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one store.

    Attributes
    ----------
    folder
        What is kept. Copied or synchronised by somebody, it cannot be read without the key.
    key_folder
        The key file; never inside `folder`.

    Raises
    ------
    KeyInside
        Where the key would be inside the data.
    """

    folder: Path
    key_folder: Path

    def __post_init__(self) -> None:
        if self.key_folder.absolute().is_relative_to(self.folder.absolute()):
            raise KeyInside(self.key_folder)

    @property
    def store(self) -> Path:
        """The store itself, one file (with two more beside it while it is open)."""
        return self.folder / "store.db"

    @property
    def lock(self) -> Path:
        """Held while the store is opened, migrated or replaced."""
        return self.folder / "store.lock"

    @property
    def backups(self) -> Path:
        """Where backups go unless another place is named."""
        return self.folder / "backups"

    @property
    def key_file(self) -> Path:
        """The wrapped key."""
        return self.key_folder / "store-key.json"
