"""What can be amiss with the store, each by its name and in one calm line: what, where, what to do.

Whatever is raised, nothing that was acknowledged is lost, and no original is overwritten.
"""

from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

Value = TypeVar("Value")


class StoreError(Exception):
    """Base of all; its text is the one line to show."""


class NoStore(StoreError):
    """There is none yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is no store yet; make one with: unhurried store init")


class StoreExists(StoreError):
    """There is one already, and it stays as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is a store already; it was left as it is")


class NotAStore(StoreError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: this is not a store of unhurried; it was left as it is. Move it elsewhere, "
            "or bring a backup back with: unhurried store restore"
        )


class StoreDamaged(StoreError):
    """Some of it is not as it was written."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"{path}: damaged ({found}); nothing was written to it. Keep the file, and bring a "
            "backup back with: unhurried store restore"
        )


class NotUnderstood(StoreError):
    """Something kept is not in a shape that this program knows."""

    def __init__(self, path: Path, what: str, found: str) -> None:
        super().__init__(
            f"{path}: {what} is not in a shape that this program knows ({found}); it was left as "
            "it is. A newer unhurried may have written it: use that one"
        )


class StoreLocked(StoreError):
    """Another window or program is writing, and did not finish in time."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: in use by another window or program, which did not let go in time; nothing "
            "was changed. Try again in a moment"
        )


class StoreFull(StoreError):
    """There is no room on the disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: the disk is full; this was not kept, and all that was kept before is whole. "
            "Make room on the disk, then try again"
        )


class StoreReadOnly(StoreError):
    """The folder or the file cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: cannot be written here; nothing was changed. Allow writing there, or name "
            "another folder with UNHURRIED_HOME"
        )


class StoreUnreachable(StoreError):
    """The disk did not do what was asked of it."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"{path}: the disk did not answer as it does ({found}); this was not kept. See that "
            "the disk is there and well, then try again"
        )


class StoreNewer(StoreError):
    """A newer program wrote it."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(
            f"{path}: written by a newer unhurried (its form is {revision!r}); it was left as it "
            "is. Install the newer unhurried on this machine too"
        )


class NetworkFolder(StoreError):
    """The folder is on another machine, where locks and syncs cannot be relied on."""

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(
            f"{path}: a network folder ({kind}), on which a store cannot be kept safely; name a "
            "folder on this machine with UNHURRIED_HOME"
        )


class UnknownEntry(StoreError):
    """What was asked for is not in the store."""

    def __init__(self, what: str, name: str, hint: str = "") -> None:
        super().__init__(f"{what} {name} is not in the store{hint}")


class AlreadyThere(StoreError):
    """What was to be added, to the store as a rule, is there already."""

    def __init__(self, what: str, name: str, where: str = "in the store") -> None:
        super().__init__(f"{what} {name} is {where} already; it was left as it is")


class Stale(StoreError, Generic[Value]):
    """Somebody else changed it meanwhile; nothing was overwritten.

    Attributes
    ----------
    theirs
        What is kept now.
    yours
        What was to be kept.
    """

    def __init__(self, what: str, theirs: Value, yours: Value) -> None:
        super().__init__(
            f"{what} was changed in another window meanwhile; yours was not kept, and theirs "
            "stands. Look at both, and change it anew"
        )
        self.theirs, self.yours = theirs, yours


class NotSigned(StoreError):
    """A signature that was not given, or not by somebody who may."""


class NotThePin(NotSigned):
    """The PIN is another."""

    def __init__(self, initials: str) -> None:
        super().__init__(f"that is not the PIN of {initials}; nothing was signed")


class PinPaused(NotSigned):
    """Too many faulty PINs: there is a pause, which a restart does not end.

    Attributes
    ----------
    until
        When the next may be tried, UTC.
    """

    def __init__(self, initials: str, until: datetime, now: datetime) -> None:
        seconds = max(1, round((until - now).total_seconds()))
        wait = f"{seconds} s" if seconds < 120 else f"{round(seconds / 60)} minutes"
        super().__init__(f"{initials}: several faulty PINs; the next can be tried in {wait}")
        self.until = until


class MayNotSign(NotSigned):
    """Staff who do not sign, or no longer work here."""

    def __init__(self, initials: str) -> None:
        super().__init__(f"{initials} may not sign; a therapist or a clinician who works here does")


class UnfitPin(NotSigned):
    """A PIN that cannot be one."""

    def __init__(self, shortest: int, longest: int) -> None:
        super().__init__(
            f"a PIN has {shortest} to {longest} digits, not all of them the same; nothing was "
            "changed"
        )


class NotAgreed(StoreError):
    """The person has not agreed that practices are kept, or agrees no longer."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"{code} has not agreed that practices are kept; this one was not. Ask them, and note "
            "it in their profile"
        )
