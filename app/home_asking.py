"""What is asked at home every few weeks: read and kept on the store's thread."""

from datetime import date
from typing import TYPE_CHECKING

from exercises.person import Person
from feedback.instruments import Filled, begun_anew, is_due

if TYPE_CHECKING:
    from records.store import Store


def read_asking(store: "Store", person: Person, every_weeks: int, today: date) -> Filled | None:
    """Return what is to be filled in today, unanswered; `None` where nothing is due.

    Parameters
    ----------
    every_weeks
        As the clinic chose; the person's own choice goes before it.

    Raises
    ------
    StoreError
        Where what was answered before cannot be read.
    """
    if person.consent is None or not person.consent.may_record:
        return None
    before = [each.value for each in store.outcomes.list(person.code)]
    last = max((each.day for each in before), default=None)
    own = person.ask_every_weeks
    if not is_due(last, every_weeks if own is None else own, today):
        return None
    return begun_anew(before, person.goals, today)


def keep_filled(store: "Store", code: str, filled: Filled) -> None:
    """Keep what was answered, or that it was left out this time.

    Raises
    ------
    StoreError
        Where it cannot be kept.
    """
    store.outcomes.add(code, filled)
