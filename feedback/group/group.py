"""A group's practice: one plan and one pacer for all, and each kept inside their own range."""

from collections.abc import Collection, Mapping

from feedback.coach import STALE_S
from feedback.group.common import Common
from feedback.group.leading import Apart, Invite, Lead, Led, Note
from feedback.group.passage import standing
from feedback.group.place import Doing, GroupPlace
from feedback.group.place_sight import PlaceSight
from feedback.group.plan import GroupPlan, Move
from feedback.group.public import public_of
from feedback.group.seat import circle
from feedback.group.step import GroupStep, PlaceStep
from feedback.group.time import GroupTime, beginning
from feedback.practice import SLEPT_S
from feedback.record import PracticeRecord

REST_S = 60.0
"""How long a rest is that whoever leads puts in (a default of ours, unvalidated)."""


class Group:
    """A group that practises.

    Parameters
    ----------
    plan
        What it practises, and at which places.
    start_s
        When it begins, on the clock of `step`.
    rest_s
        Seconds of a rest that is put in.
    apart
        The places whose people would rather not be seen from the beginning on.
    """

    def __init__(
        self,
        plan: GroupPlan,
        start_s: float = 0.0,
        *,
        rest_s: float = REST_S,
        apart: Collection[int] = (),
    ) -> None:
        self._plan, self._rest_s = plan, rest_s
        self._start_s = self._now_s = start_s
        self._time = beginning(plan)
        first, move = next((i, b) for i, b in enumerate(plan.beats) if isinstance(b, Move))
        self._places = {
            number: GroupPlace(number, first, move, start_s, apart=number in apart)
            for number in sorted(plan.places)
        }
        self._circle = circle(plan.places)
        self._notes: dict[int, list[str]] = {number: [] for number in plan.places}
        self._common = Common(since_s=start_s)
        self._passage = standing(
            self._part, self._time.moment().angles, self._time.breath().fullness
        )
        self._finished: GroupStep | None = None

    def step(self, asked: Led | None, sights: Mapping[int, PlaceSight], t: float) -> GroupStep:
        """Do what whoever leads asks, and return where the group is at `t` seconds.

        Parameters
        ----------
        asked
            What was asked for since the last step, or `None`. What is asked of a place that the
            plan does not have changes nothing. Once it is finished only notes are kept.
        sights
            The newest that is known of each place, by its number; a place that is not among them
            is not looked at. Without any, the group is led by the guide alone.
        t
            Seconds, on the clock of the sights; time does not run back. A jump of more than
            `SLEPT_S` is nobody's time: the machine slept.
        """
        if isinstance(asked, Note) and asked.place in self._notes and asked.words.strip():
            self._notes[asked.place].append(asked.words)
        if self._finished is not None:
            return self._finished
        by_s = self._passed(t)
        t = self._now_s
        self._follow(asked)
        if isinstance(asked, Lead):
            self._go(self._time.asked(asked, self._rest_s), t)
        self._go_on(by_s, t)
        step = self._where(self._look(sights, t, by_s), by_s)
        if self._time.finished:
            self._finished = step
        return step

    def record(self, place: int, t: float) -> PracticeRecord | None:
        """Return what remains of one person's practice if it ends at `t` seconds.

        `None` where they were never seen. Nothing is changed. A place that the plan does not have
        raises `KeyError`.
        """
        return self._places[place].record(self._start_s, self._end_s(t))

    def attendance(self, t: float) -> dict[int, float]:
        """Return the seconds in which each place's person was seen until `t`, by its number.

        After the last step as long as what was seen in it is fresh; 0.0 where nobody was.
        """
        more_s = min(max(self._end_s(t) - self._now_s, 0.0), STALE_S)
        return {
            number: place.attending.attended_s + (more_s if place.attending.seen else 0.0)
            for number, place in self._places.items()
        }

    def notes(self, place: int) -> tuple[str, ...]:
        """Return what was noted of a place, in order; `KeyError` where the plan has none such."""
        return tuple(self._notes[place])

    def _end_s(self, t: float) -> float:
        return t if self._finished is None else self._now_s

    @property
    def _part(self) -> tuple[int, str]:
        return self._time.index, self._time.doing

    def _passed(self, t: float) -> float:
        """Return the seconds since the last step that are anybody's time."""
        by_s = max(t - self._now_s, 0.0)
        if by_s > SLEPT_S:
            for place in self._places.values():
                place.sleep(self._now_s)
            by_s = 0.0
        self._now_s = max(t, self._now_s)
        return by_s

    def _follow(self, asked: Led | None) -> None:
        """Do what is asked of one place."""
        if isinstance(asked, Invite) and asked.place in self._places:
            place = self._places[asked.place]
            place.invited = not place.invited
        elif isinstance(asked, Apart) and asked.place in self._places:
            self._places[asked.place].turn_apart()

    def _go_on(self, by_s: float, t: float) -> None:
        """Let the time pass, and note for each what came to its own end in it."""
        now = self._time.after(by_s)
        if (now.index, now.finished) != (self._time.index, self._time.finished):
            for place in self._places.values():
                place.complete(self._time.index)
        self._go(now, t)

    def _go(self, now: GroupTime, t: float) -> None:
        elsewhere = now.index != self._time.index
        self._time = now
        beat = self._plan.beats[now.index]
        if elsewhere and isinstance(beat, Move):
            for place in self._places.values():
                place.begin(now.index, beat, t)

    def _look(
        self, sights: Mapping[int, PlaceSight], t: float, by_s: float
    ) -> tuple[PlaceStep, ...]:
        """Return how each place fares, and hear what is common to them."""
        time = self._time
        doing = Doing(time.kind, time.stage.pacer_s, time.exercise.cycle_s)
        steps = tuple(
            place.step(sights.get(number), doing, t, by_s) for number, place in self._places.items()
        )
        if time.kind in ("showing", "moving", "resting"):
            heard = [cue for place in self._places.values() for cue in place.heard]
            self._common = self._common.after(heard, t, by_s)
        else:
            self._common = self._common.silent(by_s)
        return steps

    def _where(self, places: tuple[PlaceStep, ...], by_s: float) -> GroupStep:
        time = self._time
        self._passage = self._passage.after(
            self._part, time.moment().angles, time.breath().fullness, by_s
        )
        pacer = self._passage.fullness
        seats = tuple(self._places[number].seat(pacer) for number in self._circle)
        return GroupStep(
            public=public_of(time, self._passage, self._common, seats),
            places=places,
            index=time.index,
            beats=self._plan.beats,
            rate=time.tempo.asked,
            elapsed_s=time.elapsed_s,
        )
