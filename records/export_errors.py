"""What keeps something from being exported, in one line."""

from pathlib import Path

from records.errors import StoreError

LONGEST_NAME = 40
"""Of a research set."""


class NotExported(StoreError):
    """Base of all; nothing was written."""


class MissingCode(NotExported):
    """Something has no code in FHIR; none is made up for it."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"FHIR: {what!r} has no code in records/export/fhir_codes.py, and none is made up; "
            "nothing was written. Export it as csv, or add its code there"
        )


class ExportFull(NotExported):
    """There is no room where the files were to go."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: the disk is full; nothing was written. Make room, or name another folder"
        )


class ExportReadOnly(NotExported):
    """The files cannot be written where they were to go."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: cannot be written here; nothing was written. Allow writing there, or name "
            "another folder"
        )


class InTheWay(NotExported):
    """Something is there by the name of a file that was to be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: is there already; it was left as it is. Name another")


class NothingToExport(NotExported):
    """There is nothing to write."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}; nothing was written")


class UnfitSetName(NotExported):
    """A name that a research set cannot have."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name[:LONGEST_NAME]!a}: a set is named in a-z, digits and single hyphens, at most "
            f"{LONGEST_NAME} signs, as in spring-2026"
        )
