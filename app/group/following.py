"""What of each place of a group is handed over to be kept, moment by moment."""

from collections.abc import Callable, Mapping

from app.following import OFTENEST_S, SELDOMEST_S
from app.group.answers import GroupAnswers
from app.group.noted import noted
from app.strand import Newest, Strand
from feedback.group.group import Group
from feedback.group.place_sight import PlaceSight
from feedback.group.step import GroupStep, PlaceStep
from feedback.tracing import Judged

GroupFollow = Callable[[Group, GroupStep, Mapping[int, PlaceSight], tuple[int, int], float], None]
"""Takes what is new of a group at one moment, as `GroupFollowing` does."""
# Of whom there is nothing to keep just now.
_NOBODY = frozenset({"apart", "empty"})


def follow_no_group(
    group: Group,
    step: GroupStep,
    sights: Mapping[int, PlaceSight],
    picture_px: tuple[int, int],
    t: float,
) -> None:
    """Take nothing, of a group of which nothing is kept."""


class GroupFollowing:
    """Hands over what is new of each place, at each turn of the loop that draws the group.

    Parameters
    ----------
    strands
        Where to, by the numbers of the places of which something is kept.
    answers
        Returns all that was answered so far.
    """

    def __init__(self, strands: Mapping[int, Strand], answers: Callable[[], GroupAnswers]) -> None:
        self._strands, self._answers = strands, answers
        self._told: dict[int, tuple[tuple[object, ...], float]] = {}
        self._next_s = float("-inf")

    def __call__(
        self,
        group: Group,
        step: GroupStep,
        sights: Mapping[int, PlaceSight],
        picture_px: tuple[int, int],
        t: float,
    ) -> None:
        """Hand over what is new at `t` seconds.

        Parameters
        ----------
        sights
            What the group was given at this turn.
        picture_px
            The size of the picture in which all were seen.
        """
        if step.public.kind == "finished":
            return
        for place in step.places:
            strand = self._strands.get(place.number)
            if strand is None:
                continue
            seen = sights.get(place.number)
            moves = step.public.kind == "moving" and not place.invited
            if seen is not None and moves and place.state not in _NOBODY and place.exercise:
                exercise = place.exercise
                sight = seen.of_owner()  # of nobody else who stands there
                strand.judged(Judged(sight, exercise.id, exercise.view, picture_px))
            self._tell(strand, group, step, place, t)

    def _tell(
        self, strand: Strand, group: Group, step: GroupStep, place: PlaceStep, t: float
    ) -> None:
        """Hand over how a place stands, where that is new; of one place a turn at most."""
        told, told_s = self._told.get(place.number, ((), float("-inf")))
        if t < self._next_s or t - told_s < SELDOMEST_S:
            return
        feedback = place.feedback
        said = (
            step.index,
            step.public.kind,
            group.notes(place.number),
            0 if feedback is None else len(feedback.repetitions),
            None if feedback is None or feedback.cue is None else feedback.cue.since_s,
        )
        if said == told and t - told_s < OFTENEST_S:
            return
        record = group.record(place.number, t)
        self._told[place.number] = said, t
        if record is None:
            return
        # The next place has the next turn.
        self._next_s = t + SELDOMEST_S / 60
        answers = self._answers()
        note = noted(group.notes(place.number))
        ratings, word = answers.ratings(place.number), answers.word(place.number)
        strand.take(Newest(record, ratings, word, note))
