"""Keeping what remains of a group: each with a code has a practice of their own, as any other is.

Of a place without a code nothing is kept but that, and for how long, somebody was seen there.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from app.group.answers import UNANSWERED, GroupAnswers
from app.group.attendance import Attendance
from app.group.following import GroupFollow, GroupFollowing
from app.group.noted import left_out, noted
from app.group.ready import Ready
from app.keeping import fixed_of, unkept_of
from app.recording import Recording
from app.strand import Newest, Strand
from feedback.group.group import Group
from feedback.group.plan import Move
from feedback.record import PracticeRecord
from records.errors import NotAgreed, StoreError

if TYPE_CHECKING:
    from records.store import Store


def keep_group(
    store: "Store",
    group: Group,
    ready: Ready,
    t: float,
    answers: GroupAnswers = UNANSWERED,
    *,
    began_at: datetime,
    room: str | None = None,
    led_by: str | None = None,
) -> tuple[str, ...]:
    """Keep a group's practice that is over at `t` seconds, once; see `GroupKeeping.keep`."""
    return GroupKeeping(ready, began_at, room=room, led_by=led_by).keep(store, group, t, answers)


class GroupKeeping:
    """One group's practice in the store: written while it runs, and what is answered later with it.

    To be kept as soon as it is over, and again once the sheets are filled in: a machine that is
    switched off between the two loses only the sheets.

    Parameters
    ----------
    ready
        What was practised, and who is at which place.
    began_at
        When it began.
    room
        Which room, where it has a name.
    led_by
        The initials of who led it; `None`, or empty, where nobody said.
    """

    def __init__(
        self,
        ready: Ready,
        began_at: datetime,
        *,
        room: str | None = None,
        led_by: str | None = None,
    ) -> None:
        self._ready, self._began_at = ready, began_at
        self._led_by = led_by or None
        self._strands: dict[int, Strand] = {}
        self._attendance = Attendance(began_at, room, self._led_by)
        self._following: GroupFollowing | None = None

    @contextmanager
    def running(
        self, store: "Store", answers: Callable[[], GroupAnswers] = lambda: UNANSWERED
    ) -> Iterator[GroupFollow]:
        """Give what takes the practice while it runs, and what is answered after it.

        That is all of those with a code who agreed to it, and of the group that it practises.

        Parameters
        ----------
        store
            Written to by a thread of its own, and open for as long.
        answers
            Returns all that was answered so far.
        """
        with Recording(lambda: store) as recording:
            for place, code in self._ready.codes.items():
                try:
                    person = store.people.get(code).value
                except StoreError:
                    continue  # what there is to say of it is said at the end
                if person.consent is not None and person.consent.may_record:
                    fixed = self._fixed(store, place, code)
                    self._strands[place] = recording.strand(code, fixed)
            self._attendance.woken = recording.wake
            recording.add(self._attendance)
            self._following = GroupFollowing(self._strands, answers, self._attendance.take)
            yield self._following

    def keep(
        self, store: "Store", group: Group, t: float, answers: GroupAnswers = UNANSWERED
    ) -> tuple[str, ...]:
        """Keep it as it is at `t` seconds, and return what is to be said of that, a line each.

        Trouble with one place is told in its line, and stops no other.

        Parameters
        ----------
        group
            The practice, which is over.
        answers
            All that was answered so far.
        """
        lines = [
            self._line(store, group, t, answers, place, code)
            for place, code in sorted(self._ready.codes.items())
        ]
        return (*lines, *self._unkept_notes(group), *self._keep_attendance(store, group, t))

    def _line(
        self,
        store: "Store",
        group: Group,
        t: float,
        answers: GroupAnswers,
        place: int,
        code: str,
    ) -> str:
        record = group.record(place, t)
        notes = group.notes(place)
        if record is None and not notes and answers.empty(place):
            return f"place {place}: nothing was seen or said, so nothing was kept for {code}"
        try:
            # Led by the guide alone nobody is seen, and what they answer is kept all the same.
            self._add(store, place, code, record or self._unseen(t), answers, notes)
        except NotAgreed:
            return f"place {place}: nothing was kept; {code} has not agreed that practices are"
        except StoreError as trouble:
            return f"place {place}: this practice was not kept for {code}: {trouble}"
        but = [half for half in (unkept_of(self._strands[place]), left_out(notes)) if half]
        return "; ".join([f"place {place}: the practice was kept for {code}", *but])

    def _add(
        self,
        store: "Store",
        place: int,
        code: str,
        record: PracticeRecord,
        answers: GroupAnswers,
        notes: tuple[str, ...],
    ) -> None:
        if place not in self._strands:
            self._strands[place] = Strand(code, self._fixed(store, place, code))
        newest = Newest(record, answers.ratings(place), answers.word(place), noted(notes))
        self._strands[place].end(store, newest)

    def _unseen(self, t: float) -> PracticeRecord:
        if self._following is None:
            return PracticeRecord(t, t, ())
        return self._following.unseen(t)

    def _fixed(self, store: "Store", place: int, code: str) -> Mapping[str, object]:
        person = store.people.get(code).value
        moves = [beat for beat in self._ready.plan.beats if isinstance(beat, Move)]
        done = [move.way(place) for move in moves]
        return fixed_of(person, self._began_at, done, "lite", self._led_by)

    def _unkept_notes(self, group: Group) -> Iterator[str]:
        for place in sorted(self._ready.plan.places):
            if place not in self._ready.codes and group.notes(place):
                yield f"place {place}: what was noted was not kept, as no code is there"

    def _keep_attendance(self, store: "Store", group: Group, t: float) -> Iterator[str]:
        try:
            kept = self._attendance.end(store, group.attendance(t))
        except StoreError as trouble:
            yield f"how many came was not kept: {trouble}"
        else:
            seen, of = kept.attended, len(kept.places)
            yield f"somebody was seen at {seen} of {of} places; that was kept"
