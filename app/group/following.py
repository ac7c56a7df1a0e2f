"""What of each place of a group is handed over to be kept, moment by moment."""

from collections.abc import Callable, Mapping

from app.following import OFTENEST_S, SELDOMEST_S
from app.group.answers import GroupAnswers
from app.group.noted import noted
from app.strand import Newest, Strand
from feedback.group.group import Group
from feedback.group.place_sight import PlaceSight
from feedback.group.step import GroupStep, PlaceStep
from feedback.record import PracticeRecord
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

    Once the practice is over that is what is answered and noted then: each page as it is left.

    Parameters
    ----------
    strands
        Where to, by the numbers of the places of which something is kept.
    answers
        Returns all that was answered so far.
    attended
        Takes for how many seconds somebody was seen at each place: as the practice begins, and now
        and then while it runs.
    """

    def __init__(
        self,
        strands: Mapping[int, Strand],
        answers: Callable[[], GroupAnswers],
        attended: Callable[[Mapping[int, float]], object] = lambda seen_s: None,
    ) -> None:
        self._strands, self._answers, self._attended = strands, answers, attended
        self._told: dict[int, tuple[tuple[object, ...], float]] = {}
        self._began_s: float | None = None
        self._now_s = self._next_s = self._attended_s = float("-inf")

    def unseen(self, t: float) -> PracticeRecord:
        """Return what remains at `t` seconds of whoever was never seen: how long all practised."""
        if self._began_s is None:
            return PracticeRecord(t, t, ())
        return PracticeRecord(self._began_s, self._now_s, ())

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
        if self._began_s is None:
            self._began_s = self._now_s = t
        if step.public.kind == "finished":
            self._tell_answers(group, t)
            return
        self._now_s = t
        if t - self._attended_s >= OFTENEST_S:
            self._attended_s = t
            self._attended(group.attendance(t))
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
        self._told[place.number] = said, t
        # The next place has the next turn.
        self._next_s = t + SELDOMEST_S / 60
        self._hand_over(strand, group, place.number, self._answers(), t)

    def _tell_answers(self, group: Group, t: float) -> None:
        """Hand over what was answered and noted, of each place where that is new."""
        answers = self._answers()
        for place, strand in self._strands.items():
            said = answers.ratings(place), answers.word(place), group.notes(place)
            if said != self._told.get(place, ((), t))[0]:
                self._told[place] = said, t
                self._hand_over(strand, group, place, answers, t)

    def _hand_over(
        self, strand: Strand, group: Group, place: int, answers: GroupAnswers, t: float
    ) -> None:
        record, notes = group.record(place, t), group.notes(place)
        if record is None and not notes and answers.empty(place):
            return
        ratings, word = answers.ratings(place), answers.word(place)
        strand.take(Newest(record or self.unseen(t), ratings, word, noted(notes)))
