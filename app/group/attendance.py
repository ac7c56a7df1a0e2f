"""That a group practises, in the store from its beginning on, and how long each place was taken."""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from pydantic import ValidationError

from records.errors import StoreError, StoreUnreachable
from records.groups import Attended, KeptGroup
from records.kept import what_is_amiss

if TYPE_CHECKING:
    from records.store import Store


class Attendance:
    """One group's own entry in the store; nothing in it says who was there.

    `take` is for whoever draws, and waits for nothing; all else may take as long as the disk does.

    Parameters
    ----------
    began_at
        When it began.
    room
        Which room, where it has a name.
    led_by
        The initials of who led it, where somebody said.
    woken
        Called when there is something new to write.
    """

    def __init__(
        self,
        began_at: datetime,
        room: str | None,
        led_by: str | None,
        woken: Callable[[], None] = lambda: None,
    ) -> None:
        self._began_at, self._room, self._led_by = began_at, room, led_by
        self.woken = woken
        self._newest: Mapping[int, float] | None = None
        self._kept: KeptGroup | None = None
        self._id: UUID | None = None
        self._handing, self._writing = threading.Lock(), threading.Lock()

    def take(self, seen_s: Mapping[int, float]) -> None:
        """Take for how many seconds somebody was seen at each place so far, by its number."""
        with self._handing:
            self._newest = seen_s
        self.woken()

    @property
    def has_more(self) -> bool:
        """Whether something is there to write."""
        return self._newest is not None

    def write(self, store: "Store") -> None:
        """Write what was taken last.

        Raises
        ------
        StoreError
            Where it could not be written: it waits for the next time.
        """
        with self._writing:
            with self._handing:
                newest, self._newest = self._newest, None
            if newest is None:
                return
            try:
                self._put(store, self._entry(newest))
            except StoreError:
                with self._handing:
                    self._newest = self._newest or newest
                raise

    def end(self, store: "Store", seen_s: Mapping[int, float]) -> KeptGroup:
        """Write how it was in the end, and return that.

        Raises
        ------
        StoreError
            Where it could not be written.
        """
        with self._writing:
            with self._handing:
                self._newest = None
            entry = self._entry(seen_s)
            self._put(store, entry)
            return entry

    def _entry(self, seen_s: Mapping[int, float]) -> KeptGroup:
        places = [Attended(place=place, seen_s=round(s, 1)) for place, s in sorted(seen_s.items())]
        try:
            return KeptGroup(
                began_at=self._began_at,
                room=self._room,
                led_by=self._led_by,
                places=tuple(places),
            )
        except ValidationError as error:
            raise StoreError(
                f"a group is not kept in this shape ({what_is_amiss(error)})"
            ) from error

    def _put(self, store: "Store", entry: KeptGroup) -> None:
        if entry == self._kept:
            return
        try:
            if self._id is None:
                self._id = store.groups.add(entry)
            else:
                store.groups.go_on(self._id, entry)
        except OSError as error:
            raise StoreUnreachable(store.place.store, str(error)) from error
        self._kept = entry
