"""Whether a person agreed that what they do and say is kept, and that it goes in packs."""

from pathlib import Path

from exercises.consent import Consent
from exercises.person import Person
from records.errors import NotAgreed
from records.kept import read_document
from records.pack_errors import NotAgreedToShare
from records.tables import PersonRow


def refuse_without_yes(row: PersonRow, path: Path) -> None:
    """Raise `NotAgreed` where the person has not agreed, or agrees no longer.

    Parameters
    ----------
    path
        The store's, for what is said of a damaged profile.
    """
    consent = _consent(row, path)
    if consent is None or not consent.may_record:
        raise NotAgreed(row.code)


def refuse_not_shared(row: PersonRow, path: Path) -> None:
    """Raise `NotAgreedToShare` where they have not agreed to packs, or agree no longer."""
    consent = _consent(row, path)
    if consent is None or not consent.may_pack:
        raise NotAgreedToShare(row.code)


def _consent(row: PersonRow, path: Path) -> Consent | None:
    return read_document(Person, row.document, path, f"the person {row.code}").consent
