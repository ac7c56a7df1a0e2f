"""Keeping a practice in the store, where that was agreed to."""

from datetime import datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from app.practised import Practised
from exercises.person import Person
from vision.models import MEDIAPIPE_VERSION

if TYPE_CHECKING:
    from records.store import Store


def keep_practice(
    store: "Store", person: Person, done: Practised, began_at: datetime, *, flare: bool = False
) -> bool:
    """Keep a practice; return whether it was kept, which the person has to have agreed to.

    Parameters
    ----------
    flare
        Whether the person called it a flare day beforehand.

    Raises
    ------
    StoreError
        Where it cannot be kept.
    """
    if person.consent is None or not person.consent.may_record:
        return False
    store.practices.add(
        person.code,
        done.record,
        done.ratings.model_copy(update={"flare": done.ratings.flare or flare}),
        done.words,
        began_at=began_at,
        made_with=f"unhurried {version('unhurried')}, pose full, mediapipe {MEDIAPIPE_VERSION}",
    )
    return True
