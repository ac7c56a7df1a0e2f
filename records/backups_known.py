"""Which copies of a store are known here, and since when they are."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from records.place import Place


def known_backups(place: Place) -> Sequence[tuple[Path, datetime]]:
    """Return the copies of the store in its own folders, the oldest first, and when each was made.

    That is what ``store backup`` and each change of form put into the backup folder, and what a
    restored backup took the place of. Others that were named by hand, or copied, are not known.
    """
    found = [
        path
        for path in (*place.backups.glob("*.db"), *place.folder.glob("store-replaced-*.db"))
        if path.is_file()
    ]
    dated = [(path, datetime.fromtimestamp(path.stat().st_mtime, UTC)) for path in found]
    return sorted(dated, key=lambda each: (each[1], each[0].name))
