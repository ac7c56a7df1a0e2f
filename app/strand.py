"""One practice while it is kept: what is new is handed over as it is drawn, and written elsewhere.

Whoever draws never waits: handing over takes a list and a moment's lock. What cannot be written
waits; what there is no room to hold on to meanwhile is counted as not kept.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any
from uuid import UUID

from feedback.angle_trace import AngleTrace
from feedback.ratings import Ratings
from feedback.record import PracticeRecord
from feedback.tracing import SHORTEST_S, Judged, trace_of

if TYPE_CHECKING:
    from records.errors import StoreError
    from records.kept_practice import KeptPractice, State
    from records.store import Store

CHUNK_S = 0.52
"""So long is what is handed over at once: whoever kills the program loses less than a second, even
where the disk takes 0.4 s. At 30 sights a second it is sixteen, of which four fill a page."""
MOST_WAITING = 120
"""So many chunks are held on to while they cannot be written, about a minute (a default of ours);
what comes after them is not kept."""
_AT_ONCE = 20
"""Chunks that are written in one go, so that one go does not take long."""


@dataclass(frozen=True, slots=True)
class Newest:
    """All of a practice but its angles, as it stands.

    Attributes
    ----------
    record, ratings, words, note
        As `records.kept_practice.KeptPractice` has them.
    """

    record: PracticeRecord
    ratings: Ratings
    words: str = ""
    note: str = ""


class Strand:
    """One practice while it is written.

    `judged` and `take` are for whoever draws, and wait for nothing; all else may take as long as
    the disk does.

    Parameters
    ----------
    code
        Whose.
    fixed
        What is kept of it that does not change, as `records.kept_practice.KeptPractice` has it:
        when it began, with what, and with whom.
    woken
        Called when there is something new to write.

    Attributes
    ----------
    id
        That of the practice in the store; `None` until it is there.
    unkept_s
        Seconds of angles that could not be held on to.
    trouble
        Why something could not be written the last time that it could not; `None` for never.
    """

    def __init__(
        self,
        code: str,
        fixed: Mapping[str, object],
        woken: Callable[[], None] = lambda: None,
    ) -> None:
        self._code, self._fixed, self._woken = code, fixed, woken
        self._judged: list[Judged] = []
        self._last_s = float("-inf")
        self._since_s: float | None = None
        self._waiting: deque[Sequence[Judged]] = deque()
        self._newest: Newest | None = None
        self._handing, self._writing = threading.Lock(), threading.Lock()
        self._chunks, self._over, self._given_up = 0, False, False
        self.id: UUID | None = None
        self.unkept_s = 0.0
        self.trouble: StoreError | None = None

    # --- where it is drawn

    def judged(self, judged: Judged) -> None:
        """Take a sight that was judged, if it is newer than the last."""
        t = judged.sight.time_s
        if not t - self._last_s >= SHORTEST_S:  # nor where it is no number
            return
        if self._judged and t - self._judged[0].sight.time_s >= CHUNK_S:
            self._hand_over_judged(t)
        self._last_s = t
        self._judged.append(judged)

    def take(self, newest: Newest) -> None:
        """Take how the practice stands now, in place of how it stood."""
        with self._handing:
            self._newest = newest
        self._woken()

    def _hand_over_judged(self, until_s: float) -> None:
        handed, self._judged = self._judged, []
        if self._given_up or len(self._waiting) >= MOST_WAITING:
            # Not all of a pause, should one follow.
            self.unkept_s += min(until_s - handed[0].sight.time_s, 2 * CHUNK_S)
            return
        with self._handing:
            self._waiting.append(handed)
        self._woken()

    # --- where it is written

    @property
    def has_more(self) -> bool:
        """Whether something is there to write, and worth trying."""
        # Angles wait for the record whose seconds they are counted from.
        begun = self._since_s is not None
        there = self._newest is not None or (begun and bool(self._waiting))
        return there and not self._given_up

    def write(self, store: "Store") -> None:
        """Write what there is, all of it or nothing.

        Raises
        ------
        StoreError
            Where it could not be written: it waits for the next time, but for what is not agreed
            to, and what is of nobody any more.
        """
        with self._writing:
            self._write(store, "ended" if self._over else "running")

    def end(self, store: "Store", newest: Newest) -> None:
        """Write all that is left, and that the practice is over.

        Raises
        ------
        StoreError
            Where it could not be written.
        """
        if self._judged:
            self._hand_over_judged(self._last_s)
        with self._writing:
            while len(self._waiting) > _AT_ONCE:
                self._with(newest)
                self._write(store, "running")
            self._with(newest)
            self._over = True
            self._write(store, "ended")

    def _with(self, newest: Newest) -> None:
        with self._handing:
            self._newest = newest

    def _write(self, store: "Store", state: "State") -> None:
        from records.errors import NotAgreed, StoreError, StoreUnreachable, UnknownEntry

        with self._handing:
            newest, self._newest = self._newest, None
            if newest is not None:
                self._since_s = newest.record.started_s
            parts = [] if self._since_s is None else list(islice(self._waiting, _AT_ONCE))
        try:
            try:
                self._put(store, newest, parts, state)
            except OSError as error:
                raise StoreUnreachable(store.place.store, str(error)) from error
        except StoreError as error:
            self.trouble = error
            with self._handing:
                self._newest = self._newest or newest
                if isinstance(error, NotAgreed | UnknownEntry):
                    # Of somebody who agrees no longer, or is gone, nothing is held on to.
                    self._given_up = True
                    self._waiting.clear()
            raise
        with self._handing:
            for _ in parts:
                self._waiting.popleft()

    def _put(
        self,
        store: "Store",
        newest: Newest | None,
        parts: Sequence[Sequence[Judged]],
        state: "State",
    ) -> None:
        traces = list(self._traces(parts))
        count = self._chunks + len(traces)
        practice = None if newest is None else self._kept(newest, count, state)
        if self.id is not None:
            store.practices.go_on(self.id, practice, traces, first=self._chunks, state=state)
        elif practice is not None:
            self.id = store.practices.begin(self._code, practice, traces, state=state)
        self._chunks = count

    def _traces(self, parts: Sequence[Sequence[Judged]]) -> Iterator[AngleTrace]:
        since_s = self._since_s or 0.0
        for part in parts:
            # A picture may have been taken a moment before the practice began.
            after = [each for each in part if each.sight.time_s >= since_s]
            if after:
                yield trace_of(after, since_s)

    def _kept(self, newest: Newest, chunks: int, state: "State") -> "KeptPractice":
        from pydantic import ValidationError

        from records.errors import StoreError
        from records.kept import what_is_amiss
        from records.kept_practice import KeptPractice

        done = {movement.exercise_id for movement in newest.record.movements}
        set_up: Any = self._fixed.get("set_up", ())
        now = {
            "set_up": tuple(each for each in set_up if each["exercise_id"] in done),
            "record": newest.record,
            "ratings": newest.ratings,
            "words": newest.words,
            "note": newest.note,
            "chunks": chunks if state == "ended" else None,
            "unkept_s": round(self.unkept_s, 3),
        }
        try:
            return KeptPractice.model_validate(dict(self._fixed) | now)
        except ValidationError as error:
            # Told of this practice alone: others are written beside it.
            raise StoreError(
                f"a practice is not kept in this shape ({what_is_amiss(error)})"
            ) from error
