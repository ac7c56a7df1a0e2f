"""Keeping a practice in the store, where that was agreed to."""

from datetime import datetime
from importlib.metadata import version
from typing import TYPE_CHECKING
from uuid import UUID

from app.practised import Practised
from exercises.person import Person
from vision.models import MEDIAPIPE_VERSION

if TYPE_CHECKING:
    from records.store import Store


class Keeping:
    """One practice in the store: added once, and what is said later kept in its place.

    Parameters
    ----------
    person
        Whose.
    began_at
        When it began.
    flare
        Whether the person called it a flare day beforehand.
    """

    def __init__(self, person: Person, began_at: datetime, *, flare: bool = False) -> None:
        self._person, self._began_at, self._flare = person, began_at, flare
        self._id: UUID | None = None

    @property
    def kept(self) -> bool:
        """Whether it is in the store."""
        return self._id is not None

    def keep(self, store: "Store", done: Practised) -> bool:
        """Keep it as it is now; return whether it is kept, which has to have been agreed to.

        Raises
        ------
        StoreError
            Where it cannot be kept.
        """
        consent = self._person.consent
        if consent is None or not consent.may_record:
            return False
        flare = done.ratings.flare or self._flare
        ratings = done.ratings.model_copy(update={"flare": flare})
        if self._id is not None:
            store.practices.amend(self._id, done.record, ratings, done.words)
            return True
        self._id = store.practices.add(
            self._person.code,
            done.record,
            ratings,
            done.words,
            began_at=self._began_at,
            made_with=f"unhurried {version('unhurried')}, pose full, mediapipe {MEDIAPIPE_VERSION}",
        )
        return True
