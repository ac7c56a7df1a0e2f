"""One place while a group practises: its own Coach for each movement, and what is told of it."""

from dataclasses import dataclass, replace

from feedback.feedback import Feedback
from feedback.group.attending import LOST_S, Attending
from feedback.group.common import heard_of
from feedback.group.notices import Notices
from feedback.group.place_sight import PlaceSight
from feedback.group.plan import Move
from feedback.group.record import PROTECTIVE, practice_of
from feedback.group.seat import Glow, at_ease
from feedback.group.shoulders import drawn_up
from feedback.group.state import is_turned, state_of, way_of
from feedback.group.step import GroupKind, NoticeId, PlaceState, PlaceStep, Seat
from feedback.pacer import NATURAL_FULLNESS
from feedback.reasons import unguarded
from feedback.record import PracticeRecord
from feedback.visit import Visit
from vision.sight import Sight, nobody

JUDGED_EVERY_S = 0.045
"""A place of which nothing new was seen is judged anew after so long: time goes by, and nothing
else. On a display of 60 pictures a second it is every third (a default of ours)."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What all do at one moment.

    Attributes
    ----------
    kind
        What.
    paced_s, cycle_s
        How far the pacer has come in the movement as it is shown, and how long a cycle of that is,
        in seconds of its own time.
    """

    kind: GroupKind
    paced_s: float
    cycle_s: float


class GroupPlace:
    """A place of a group.

    Parameters
    ----------
    number
        Which.
    index, move
        The first movement, and which part of the plan it is; what it guards is guarded from the
        welcome on.
    start_s
        When the practice begins.
    apart
        Whether its person would rather not be seen.

    Attributes
    ----------
    attending
        Whether they are there.
    invited
        Whether they are invited to rest.
    """

    def __init__(
        self, number: int, index: int, move: Move, start_s: float, *, apart: bool = False
    ) -> None:
        self.number = number
        self.attending = Attending()
        self.invited = False
        self._apart = apart
        self._visit = self._begun(move, start_s)
        self._visits = [self._visit]
        self._open = {index: self._visit}
        self._moves = False
        self._glow = Glow()
        self._notices = Notices()
        self._rested_s = 0.0
        self._well_seen = False
        self._cue: str | None = None
        self._heard: str | None = None
        self._way: float | None = None
        self._at_ease = False
        self._told: PlaceStep | None = None
        self._looked: PlaceSight | None = None
        self._known: tuple[object, ...] = ()
        self._judged_s = start_s
        self._waited_s = 0.0

    def begin(self, index: int, move: Move, t: float) -> None:
        """Go over to the movement that is part `index` of the plan, at `t` seconds.

        One that was left before its end goes on with what was counted.
        """
        self._visit.pause(t)
        kept = self._open.get(index)
        if kept is None or kept.active_s == 0:
            kept = self._begun(move, t)
            self._visits.append(kept)
        self._visit = self._open[index] = kept
        self._moves = False
        self._told = None

    def complete(self, index: int) -> None:
        """Note that the movement that is part `index` came to its own end."""
        visit = self._open.pop(index, None)
        if visit is not None and self._moves:
            visit.over = True

    def sleep(self, t: float) -> None:
        """Let the time stand from `t` seconds until the next step."""
        self._visit.pause(t)

    def turn_apart(self) -> None:
        """Let its person be unseen from now on; asked again, seen."""
        self._apart = not self._apart
        self._glow = replace(self._glow, changed=False, changed_for_s=0.0)
        self._notices = Notices()
        self._told = None
        self.attending = replace(self.attending, seen=False, away_s=0.0, lost_s=LOST_S)

    def step(self, looked: PlaceSight | None, doing: Doing, t: float, by_s: float) -> PlaceStep:
        """Return how its person fares at `t` seconds.

        Parameters
        ----------
        looked
            What is seen of the place; `None` where nobody looks. Not so much as read while its
            person is apart.
        doing
            What all do.
        t
            Seconds, on the clock of the sights.
        by_s
            Seconds since the last step that are to be counted; not negative.
        """
        if self._apart:
            return self._beside(t, by_s)
        self._attend(looked, t, by_s)
        self._settle(doing, t)
        self._waited_s += by_s
        if self._told is None or self._is_due(looked, doing, t):
            self._told = self._judged(looked, doing, t, self._waited_s)
            self._judged_s, self._waited_s = t, 0.0
        self._glow = self._glow.after(by_s, self._way, at_ease=self._at_ease)
        return self._told

    def _is_due(self, looked: PlaceSight | None, doing: Doing, t: float) -> bool:
        """Return whether anything else is to be said of its person than what was said last."""
        now = (doing.kind, self.invited, self.attending.seen)
        if looked is self._looked and now == self._known:
            return t - self._judged_s >= JUDGED_EVERY_S
        self._looked, self._known = looked, now
        return True

    def _judged(self, looked: PlaceSight | None, doing: Doing, t: float, by_s: float) -> PlaceStep:
        """Return how its person fares, `by_s` seconds after it was asked last."""
        if (doing.kind == "resting" or self._resting(doing)) and not self.attending.empty:
            self._rested_s += by_s
        visit = self._visit
        sight = nobody(t) if looked is None else looked.of_owner()
        led_s = doing.paced_s * (visit.exercise.cycle_s / doing.cycle_s)
        feedback = visit.step(sight, t, led_s=led_s)
        self._glow = self._glow.past(by_s, past=visit.past)
        stranger = looked is not None and looked.stranger
        state = self._state(feedback, stranger=stranger)
        self._show(feedback, state, doing)
        seldom = looked is None or looked.seldom
        self._notices = self._notices.after(self._reasons(looked, feedback, state, t), by_s)
        self._hear(feedback, sight, seldom=seldom)
        if seldom and self._cue is not None and self._cue != PROTECTIVE:
            feedback = replace(feedback, cue=None)
        return PlaceStep(
            number=self.number,
            state=state,
            seen_per_s=0.0 if looked is None else looked.seen_per_s,
            notices=self._notices.told,
            exercise=visit.exercise,
            feedback=feedback,
            invited=self.invited,
        )

    def seat(self, pacer: float) -> Seat:
        """Return what everybody sees of it, the pacer's fullness being `pacer`."""
        return self._glow.seat(self.number, pacer, seen=self.attending.followed)

    @property
    def heard(self) -> tuple[str | None, ...]:
        """What its person has reason for, once; nothing where they are not to be heard."""
        return (self._heard,) if self._well_seen and self._moves else ()

    def record(self, started_s: float, ended_s: float) -> PracticeRecord | None:
        """Return what remains of their practice; `None` where they were never seen."""
        if not self.attending.met:
            return None
        return practice_of(self._visits, started_s, ended_s, self._rested_s)

    def _begun(self, move: Move, t: float) -> Visit:
        ranges = move.ranges.get(self.number, ())
        return Visit(move.way(self.number), ranges, t, slow_breath=False)

    def _beside(self, t: float, by_s: float) -> PlaceStep:
        """Return the place of somebody apart, of whom nothing is known."""
        visit = self._visit
        visit.pause(t)
        self._moves = self._well_seen = False
        self._glow = self._glow.after(by_s, None, at_ease=False)
        return PlaceStep(self.number, "apart", 0.0, (), visit.exercise, None, self.invited)

    def _attend(self, looked: PlaceSight | None, t: float, by_s: float) -> None:
        fresh = looked is not None and looked.fresh(t)
        here = looked is not None and looked.of_owner().present
        self.attending = self.attending.after(by_s, seen=fresh and here, looked=fresh)

    def _settle(self, doing: Doing, t: float) -> None:
        """Let the movement's own time stand or go on."""
        self._moves = doing.kind == "moving" and not self.invited and not self.attending.empty
        if self._moves:
            self._visit.resume(t)
        else:
            self._visit.pause(t)

    def _resting(self, doing: Doing) -> bool:
        return self.invited and doing.kind == "moving"

    def _state(self, feedback: Feedback, *, stranger: bool) -> PlaceState:
        if self.attending.empty and not stranger and not self._glow.changed:
            return "empty"
        return state_of(feedback, past=self._glow.changed)

    def _show(self, feedback: Feedback, state: PlaceState, doing: Doing) -> None:
        """Let the seat follow its person while they move, and the pacer at any other time."""
        self._way = way_of(feedback) if doing.kind == "moving" and self.attending.seen else None
        if self.invited:
            self._way = NATURAL_FULLNESS
        self._at_ease = at_ease(state)

    def _hear(self, feedback: Feedback, sight: Sight, *, seldom: bool) -> None:
        self._cue = None if feedback.cue is None else feedback.cue.id
        self._heard = heard_of(self._cue, drawn_up=drawn_up(self._visit.exercise, sight))
        self._well_seen = self.attending.seen and not seldom

    def _reasons(
        self, looked: PlaceSight | None, feedback: Feedback, state: PlaceState, t: float
    ) -> frozenset[NoticeId]:
        """Return what there is reason to tell whoever leads."""
        hidden = feedback.seen and bool(unguarded(self._visit.exercise, feedback.verdicts))
        turned = looked is not None and hidden and is_turned(feedback, looked.sight)
        found: dict[NoticeId, bool] = {
            "past-limit": state == "past",
            "at-limit": state == "beyond",
            "turned": turned and self._moves,
            "limit-unseen": hidden and not turned and self._moves,
        }
        if looked is not None:
            nobody_there = looked.fresh(t) and not looked.sight.present
            found["seldom"] = looked.seldom and not nobody_there
            found["gone"] = self.attending.gone and not looked.stranger
            found["somebody-else"] = looked.stranger
        return frozenset(notice for notice, there in found.items() if there)
