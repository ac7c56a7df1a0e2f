"""What is kept at home; called on the store's thread, never where it is drawn."""

from typing import TYPE_CHECKING

from app.home_reading import DayRead, read_day
from feedback.ratings import DiaryEntry
from records.errors import Stale
from ui.home.entries import says_nothing, together

if TYPE_CHECKING:
    from records.store import Store


def keep_day(store: "Store", code: str, entry: DiaryEntry, read: DayRead) -> DayRead:
    """Keep the entry of a day, if nobody else was quicker; return it as it is kept.

    Parameters
    ----------
    entry
        What is to be kept.
    read
        What was kept as it was read.

    Raises
    ------
    Stale
        Where the day has another entry by now; it holds both.
    StoreError
        Where it cannot be kept.
    """
    if read.id is not None:
        kept = store.diary.update(read.id, entry, read.row_version)
        return DayRead(kept.value, kept.id, kept.row_version)
    there = read_day(store, code, entry.day)
    if there.id is not None:
        raise Stale("the diary entry", there.entry, entry)
    if says_nothing(entry):
        return DayRead(entry)
    kept = store.diary.add(code, entry)
    return DayRead(kept.value, kept.id, kept.row_version)


def keep_day_in_any_case(store: "Store", code: str, entry: DiaryEntry, read: DayRead) -> DayRead:
    """Keep the entry of a day of somebody who leaves: with what another window noted, both.

    Raises
    ------
    StoreError
        Where it cannot be kept.
    """
    try:
        return keep_day(store, code, entry, read)
    except Stale:
        there = read_day(store, code, entry.day)
        return keep_day(store, code, together(entry, there.entry), there)
