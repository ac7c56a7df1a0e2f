"""What can be amiss with a pack, each by its name and in one calm line."""

from datetime import datetime
from pathlib import Path

from records.errors import StoreError

_AGAIN = "copy it again, or ask for it anew"


class PackFault(StoreError):
    """Base of all; the store is as it was before."""


class NotAPack(PackFault):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: this is not a pack of unhurried; nothing was read from it")


class PackNewer(PackFault):
    """A newer program wrote it."""

    def __init__(self, path: Path, form: int) -> None:
        super().__init__(
            f"{path}: this pack was written by a newer unhurried (its form is {form}); nothing was "
            "changed. Install the newer unhurried on this machine too"
        )


class PackTooLarge(PackFault):
    """It holds, or says it holds, more than a pack may."""

    def __init__(self, path: Path, what: str, most: int) -> None:
        super().__init__(
            f"{path}: {what} is larger than it may be in a pack ({most:,} bytes); nothing was "
            "changed"
        )


class PackCutShort(PackFault):
    """Its end is missing."""

    def __init__(self, path: Path, there: int, meant: int) -> None:
        super().__init__(
            f"{path}: this pack is cut short ({there:,} of {meant:,} bytes are there); nothing was "
            f"changed. {_AGAIN.capitalize()}"
        )


class NotThePackPassphrase(PackFault):
    """The passphrase is another, or what it opens was altered: it cannot be told which."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: that is not its passphrase, or its beginning was altered; nothing was "
            "changed. Type the passphrase again"
        )


class PackAltered(PackFault):
    """Something in it is not as it was written."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"{path}: this pack was altered ({found}); nothing was changed. {_AGAIN.capitalize()}"
        )


class PackNotUnderstood(PackFault):
    """It is signed, and what is in it is not what a pack holds."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"{path}: this pack is not in a shape that this program knows ({found}); nothing was "
            "changed. A newer unhurried may have written it: use that one"
        )


class PackThere(PackFault):
    """There is a file already where one was to be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is a file already; it was left as it is. Name another")


class PackOfAnotherClinic(PackFault):
    """It comes from a clinic that is not this home's, or is for one that is not this."""

    def __init__(self, path: Path, code: str, found: str) -> None:
        super().__init__(
            f"{path}: this pack for {code} {found}; nothing was changed. See: "
            "unhurried pack fingerprint"
        )


class PackOfAnotherPerson(PackFault):
    """It is for somebody who is not in this store."""

    def __init__(self, path: Path, code: str) -> None:
        super().__init__(
            f"{path}: this pack is for another person ({code}) than this store is of; nothing was "
            "changed"
        )


class PackOutOfPlace(PackFault):
    """It is read where such packs are written."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(f"{path}: {found}; nothing was changed")


class PackOlder(PackFault):
    """A newer one was read before."""

    def __init__(self, path: Path, code: str, signed_at: datetime, newest_at: datetime) -> None:
        super().__init__(
            f"{path}: this pack for {code} was signed on {_day(signed_at)}, before the newest that "
            f"was read here ({_day(newest_at)}); what is newer stays, and nothing was changed"
        )


class PackBeforeForgotten(PackFault):
    """It would be a first one, and its clinic signed it before what was known here already."""

    def __init__(self, path: Path, code: str, signed_at: datetime, newest_at: datetime) -> None:
        super().__init__(
            f"{path}: this pack for {code} was signed on {_day(signed_at)}, and one of "
            f"{_day(newest_at)} was read before somebody was forgotten here, or their clinic given "
            "up; nothing was changed. A first pack is later: ask the clinic for a new one"
        )


class NotPaired(PackFault):
    """Its signer is not known here, and nobody said that they are the right one."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: this is the first pack from there; type the fingerprint that stands on the "
            "paper that came with it, or name it with --fingerprint. Nothing was changed"
        )


class NotTheFingerprint(PackFault):
    """What stands on the paper is another's fingerprint."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: that is not the fingerprint of who signed it; nothing was changed. Look at "
            "the paper again; if it reads as you typed it, this pack came from somebody else"
        )


class NeedsSigner(PackFault):
    """Staff work here, and one of them has to say so."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is signed by a therapist or clinician; name them with --sign")


class NoClinic(PackFault):
    """A return pack is to be written, and it is not known for whom."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"{code} is not paired with a clinic here; read a pack from their clinic first"
        )


class NotAgreedToShare(PackFault):
    """The person has not agreed that what is kept goes between their home and their clinic."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"{code} has not agreed that what is kept of them goes between home and clinic in a "
            "pack; nothing was written or taken in. Ask them, and note it in their profile"
        )


class NothingNew(PackFault):
    """There is nothing that was not in an earlier pack."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"nothing is new of {code} since the last return pack; none was written. To send all "
            "of it anew: --all"
        )


class OnlyFromClinic(PackFault):
    """Something that protects was to be loosened at home."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(
            f"{what} of {code} was signed by their clinic, and goes no farther here; nothing was "
            "changed. Their clinic signs it anew in a pack"
        )


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
