"""From looks at places to what is known of the person at each, for the movement done there."""

from collections.abc import Callable, Iterable, Mapping
from math import inf, isfinite

from app.group.detection import GroupSeen, PlaceSeen
from exercises.exercise import Exercise
from feedback.group.place_sight import PlaceSight
from feedback.group.step import GroupStep, PlaceState
from vision.frames import Frame
from vision.seeing import Seeing
from vision.turns import Need
from vision.zones import Zone

_NEEDS: Mapping[PlaceState, Need] = {
    "moving": Need.PRESSING,
    "beyond": Need.PRESSING,
    "past": Need.PRESSING,
    "still": Need.QUIET,
    "empty": Need.EMPTY,
    "apart": Need.NONE,
}


class PlaceEyes:
    """Turns the looks at one place into sights, for the movement that is done there.

    What is learnt of its person is learnt anew with each movement, as `app.pipeline.Eyes` does for
    one person; and with a source that is opened anew, whose frames count from the beginning.

    Attributes
    ----------
    known
        The newest; `None` before the first.
    taken_s
        When what was taken in last was found, in monotonic seconds.
    """

    def __init__(self, zone: Zone) -> None:
        self.known: PlaceSight | None = None
        self.zone = zone
        self._seeing: Seeing | None = None
        self._exercise: Exercise | None = None
        self._seen: tuple[int, float] = (-1, 0.0)
        self.taken_s = -inf

    def has_taken(self, seen: PlaceSeen) -> bool:
        """Return whether a look was taken in before."""
        return (seen.frame.index, seen.frame.time_s) == self._seen

    def see(self, seen: PlaceSeen, exercise: Exercise, *, camera_moved: bool) -> None:
        """Take in a look that was not taken in before."""
        frame = seen.frame
        height, width = frame.image.shape[:2]
        seeing = self._turned_to(exercise, frame)
        self._seen, self.taken_s = (frame.index, frame.time_s), seen.found_s
        sight = seeing.step(
            seen.look.pose, frame.time_s, (width, height), camera_moved=camera_moved
        )
        per_s = seen.per_s if isfinite(seen.per_s) else 0.0
        self.known = PlaceSight(sight, per_s, seen.look.stranger)

    def _turned_to(self, exercise: Exercise, frame: Frame) -> Seeing:
        needed = tuple(target.measure for target in exercise.targets)
        if self._seeing is None or frame.index < self._seen[0]:
            self._seeing = Seeing(exercise.view, needed, self.zone)
        elif self._exercise is None or exercise.id != self._exercise.id:
            self._seeing.take_up(exercise.view, needed)
        self._exercise = exercise
        return self._seeing


class GroupEyes:
    """What is known of everybody.

    Parameters
    ----------
    zones
        Of all places.
    """

    def __init__(self, zones: Iterable[Zone]) -> None:
        self._eyes = {zone.number: PlaceEyes(zone) for zone in zones}

    def take_places(self, zones: Iterable[Zone]) -> None:
        """Let the places be elsewhere from now on; whoever is at one that stays is known as before.

        Their numbers stay those of the practice: what is done at any other is not known.
        """
        before, self._eyes = self._eyes, {zone.number: PlaceEyes(zone) for zone in zones}
        for number, eye in before.items():
            if number in self._eyes and self._eyes[number].zone == eye.zone:
                self._eyes[number] = eye

    def see(
        self, seen: GroupSeen, exercise_of: Callable[[int], Exercise], most: int | None = None
    ) -> None:
        """Take in the newest looks.

        Parameters
        ----------
        exercise_of
            The movement that is done at a place, which its person is measured for.
        most
            Take in no more than so many at once, of the places first that waited longest; the
            others with the next call. `None` for all.
        """
        new = [(self._eyes[n], n) for n, p in seen.places.items() if not self._eyes[n].has_taken(p)]
        new.sort(key=lambda each: each[0].taken_s)
        for eye, number in new[:most]:
            place = seen.places[number]
            eye.see(place, exercise_of(number), camera_moved=seen.camera_moved)

    def sights(self) -> dict[int, PlaceSight]:
        """Return what is known of each place that was looked at."""
        return {number: eye.known for number, eye in self._eyes.items() if eye.known is not None}


def need_of(state: PlaceState) -> Need:
    """Return how much a place needs to be looked at whose person fares so."""
    return _NEEDS.get(state, Need.USUAL)


def needs_of(step: GroupStep) -> dict[int, Need]:
    """Return how much each place needs to be looked at from now on."""
    return {place.number: need_of(place.state) for place in step.places}


def exercise_at(step: GroupStep | None, first: Mapping[int, Exercise]) -> Callable[[int], Exercise]:
    """Return what tells the movement at a place.

    Parameters
    ----------
    step
        Where the practice was last; `None` before it began.
    first
        What is done first at each place.
    """
    now = {} if step is None else {each.number: each.exercise for each in step.places}
    return lambda number: now.get(number) or first[number]
