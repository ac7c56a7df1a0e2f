"""What of one person's practice is handed over to be kept, moment by moment."""

from app.strand import Newest, Strand
from feedback.arc import Arc
from feedback.moment import Moment
from feedback.ratings import Ratings
from feedback.record import PracticeRecord
from feedback.said import Said
from feedback.tracing import Judged
from vision.sight import Sight

SELDOMEST_S = 1.0
"""What is new but the angles is handed over at most so often."""
OFTENEST_S = 10.0
"""Where nothing is new, how long it went on is handed over after so long (a default of ours)."""
# What is shown after the end is no more of the practice.
_PAST = frozenset({"summary", "finished"})


def with_flare(ratings: Ratings, *, flare: bool) -> Ratings:
    """Return the ratings of a day that was called a flare day beforehand, where it was."""
    return ratings.model_copy(update={"flare": ratings.flare or flare})


class Following:
    """Hands over what is new of a practice, at each turn of the loop that draws it.

    Parameters
    ----------
    strand
        Where to.
    flare
        Whether the person called it a flare day beforehand.
    """

    def __init__(self, strand: Strand, *, flare: bool = False) -> None:
        self._strand, self._flare = strand, flare
        self._told: tuple[object, ...] = ()
        self._told_s = float("-inf")
        self._begun = False

    def __call__(
        self, arc: Arc, moment: Moment, sight: Sight, picture_px: tuple[int, int], t: float
    ) -> None:
        """Hand over what is new at `t` seconds.

        Parameters
        ----------
        sight
            What the practice was given at this turn.
        picture_px
            The size of the picture in which it was seen.
        """
        if moment.kind in _PAST:
            return
        step = moment.step
        if step is not None and step.kind == "moving" and moment.kind == "movement":
            exercise = step.exercise
            self._strand.judged(Judged(sight, exercise.id, exercise.view, picture_px))
        begins = step is not None and not self._begun
        if begins or t - self._told_s >= SELDOMEST_S:
            self._tell(arc, moment, t)

    def _tell(self, arc: Arc, moment: Moment, t: float) -> None:
        said = _said(arc, moment)
        if said is None or (said == self._told and t - self._told_s < OFTENEST_S):
            return
        self._told, self._told_s, self._begun = said, t, moment.step is not None
        record = arc.record(t) or PracticeRecord(t, t, ())
        ratings = with_flare(arc.ratings(), flare=self._flare)
        self._strand.take(Newest(record, ratings, arc.said.words))


def _said(arc: Arc, moment: Moment) -> tuple[object, ...] | None:
    """Return what tells whether anything is new; `None` where nothing was begun or said."""
    step, practice = moment.step, arc.practice
    if step is None or practice is None:
        return None if moment.said == Said() else (moment.said,)
    feedback = step.feedback
    return (
        moment.said,
        practice.noticed,
        step.index,
        step.kind,
        step.exercise.id,
        len(feedback.repetitions),
        feedback.partial,
        None if feedback.cue is None else (feedback.cue.id, feedback.cue.since_s),
    )
