"""Whether a person agreed that what they do and say is kept."""

from pathlib import Path

from exercises.person import Person
from records.errors import NotAgreed
from records.kept import read_document
from records.tables import PersonRow


def refuse_without_yes(row: PersonRow, path: Path) -> None:
    """Raise `NotAgreed` where the person has not agreed, or agrees no longer.

    Parameters
    ----------
    path
        The store's, for what is said of a damaged profile.
    """
    person = read_document(Person, row.document, path, f"the person {row.code}")
    if person.consent is None or not person.consent.may_record:
        raise NotAgreed(row.code)
