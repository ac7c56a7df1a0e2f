"""A whole practice made ready beforehand: what it consists of, and what is done on which day.

All is looked up before it begins: nothing of the store is asked for while it is drawn.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from app.settings import Settings
from app.today import Today, Wish, for_anyone
from exercises.exercise import Exercise
from exercises.programmes import presets
from feedback.arc import Arc
from feedback.hushing import Hush
from feedback.moment import MOVEMENT_ONLY, WHOLE, Part, Plan
from feedback.pacing import GENTLE, Pacing
from feedback.practice import Practice
from feedback.said import Day

# The dial of somebody who would like it smaller today: three steps down (a default of ours,
# unvalidated).
SMALLER_STEPS = 3
SHORT: frozenset[Day] = frozenset({"two-minutes"})
"""Days so short that only moving is in them, and what keeps somebody safe."""


@dataclass(frozen=True, slots=True)
class Led:
    """A practice that is ready to begin.

    Attributes
    ----------
    plan
        What it consists of.
    days
        What is done, by what somebody chooses for today; ``usual`` among them.
    times
        How often each movement was practised before.
    """

    plan: Plan
    days: Mapping[Day, Today]
    times: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def today(self, day: Day) -> Today:
        """Return what is done on such a day."""
        return self.days.get(day, self.days["usual"])

    def movements(self, day: Day) -> tuple[Exercise, ...]:
        """Return the movements done on such a day."""
        return self.today(day).exercises

    def every_movement(self) -> tuple[Exercise, ...]:
        """Return all that may be done on any day, gentler ways among them."""
        return tuple(
            exercise
            for today in self.days.values()
            for exercise in (*today.exercises, *(way.exercise for way in today.lighter.values()))
        )

    def begin(self, settings: Settings) -> Callable[[float], Arc]:
        """Return what begins it at a second."""

        def practice(day: Day, t: float) -> Practice:
            today = self.today(day)
            ways = today.lighter.values()
            own = [own for each in ways for own in each.ranges]
            ids = {exercise.id for exercise in (*today.exercises, *(w.exercise for w in ways))}
            return Practice(
                today.exercises,
                (*today.ranges, *own),
                t,
                rests_s=today.rests_s,
                slow_breath=settings.slow_breath,
                pacing=self._pacing(settings, day),
                hushes={each: Hush(settings.cues, self.times.get(each, 0)) for each in ids},
                lighter={of: each.exercise for of, each in today.lighter.items()},
            )

        return lambda t: Arc(self.plan, practice, self.movements, t)

    def _pacing(self, settings: Settings, day: Day) -> Pacing:
        if self.plan == MOVEMENT_ONLY:
            return Pacing()
        # In two minutes there is no time to see each movement first, and to be asked how it was.
        pacing = Pacing() if day in self.plan.short else GENTLE
        return replace(pacing, move_s=60 * settings.move_minutes, rest_s=settings.rest_seconds)


def plain(today: Today) -> Led:
    """Return the movements alone."""
    return Led(MOVEMENT_ONLY, {"usual": today})


def whole_practice(
    days: Mapping[Day, Today],
    settings: Settings,
    *,
    times: Mapping[str, int] = MappingProxyType({}),
) -> Led:
    """Return a whole practice, from arriving to closing.

    Parameters
    ----------
    times
        As `Led` has them.
    """
    person = days["usual"].person
    left_out: set[Part] = set() if signs_due(settings, date.today()) else {"signs"}
    goal = person.goals[0].words if person is not None and person.goals else ""
    grounding = None if settings.grounding == "none" else settings.grounding
    return Led(
        Plan(
            tuple(part for part in WHOLE if part not in left_out),
            grounding=grounding,
            goal=goal,
            place=settings.outline,
            short=frozenset(days.keys() & SHORT),
        ),
        days,
        times,
    )


def for_anyone_led(
    wish: Wish, settings: Settings, known: Mapping[str, Exercise], *, whole: bool
) -> Led:
    """Return a practice of the movements of `wish`, of somebody of whom nothing is known."""
    usual = for_anyone(wish, known)
    if not whole:
        return plain(usual)
    less = replace(wish, steps_smaller=wish.steps_smaller + SMALLER_STEPS)
    days: dict[Day, Today] = {
        "usual": usual,
        "smaller": for_anyone(less, known),
        "flare": for_anyone(replace(wish, flare=True), known),
    }
    pause = break_wish(wish, known)
    if pause.movements:
        days["two-minutes"] = for_anyone(pause)
    return whole_practice(days, settings)


def break_wish(wish: Wish, known: Mapping[str, Exercise]) -> Wish:
    """Return what is asked for in the two-minute break, of the movements that there are.

    Parameters
    ----------
    wish
        How small they are; which movements it names is passed over.
    """
    items = presets()["two-minute-break"].items
    there = tuple(item for item in items if item.exercise_id in known)
    return replace(wish, movements=tuple(known[each.exercise_id] for each in there), items=there)


def signs_due(settings: Settings, today: date) -> bool:
    """Return whether the signs to stop at are still to be read on this day: once a day."""
    return settings.signs_read_on != today


def practised_times(movements: list[list[str]]) -> dict[str, int]:
    """Return in how many practices each movement was done; one list of ids for each practice."""
    return dict(Counter(each for practice in movements for each in dict.fromkeys(practice)))
