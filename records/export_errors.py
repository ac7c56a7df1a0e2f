"""What keeps something from being exported, in one line."""

from records.errors import StoreError


class NotExported(StoreError):
    """Base of all; nothing was written."""


class MissingCode(NotExported):
    """Something has no code in FHIR; none is made up for it."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"FHIR: {what!r} has no code in records/export/fhir_codes.py, and none is made up; "
            "nothing was written. Export it as csv, or add its code there"
        )
