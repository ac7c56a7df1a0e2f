"""What a person says of a practice and of a day, in numbers and in words of their own."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from exercises.definition import Definition, Slug
from exercises.lines import Note
from feedback.outcome import Answer, MovementOutcome, PracticeOutcome, Scale
from feedback.record import MovementRecord, PracticeRecord

Times = Annotated[int, Field(ge=0)]


class Felt(Definition):
    """How one movement felt."""

    exercise_id: Slug
    """Which."""
    answer: Answer | None = None
    """Beside the last time; `None` where it was not said."""
    too_much: bool = False
    """Whether it was said to be too much."""
    times_too_much: Times = 0
    """How often it was said; 0 where only that it was is known."""
    new: Times = 0
    """How often something new was noticed in it."""
    stretchy: Times = 0
    """How often a pleasant stretch was noticed in it."""


class PainMark(Definition):
    """Pain as it was said in the middle of a practice."""

    time_s: Annotated[float, Field(ge=0)]
    """When, on the clock of the practice's record."""
    pain: Scale
    """How much."""


class Ratings(Definition):
    """What was asked around a practice. What was not answered is `None`.

    Pain is 0–10 (numerical rating scale); mood, unpleasant to pleasant, and energy are sliders of
    our own from 0 to 10, and effort is an item of our own.
    """

    pain_before: Scale | None = None
    """Pain before."""
    pain_after: Scale | None = None
    """Pain after, or when it was stopped."""
    mood_before: Scale | None = None
    """0 unpleasant to 10 pleasant, before."""
    mood_after: Scale | None = None
    """The same, after."""
    energy_before: Scale | None = None
    """0 none to 10 plenty, before."""
    energy_after: Scale | None = None
    """The same, after."""
    effort: Scale | None = None
    """How much effort it was."""
    satisfaction: Scale | None = None
    """0 not at all to 10 fully content with the practice, an item of our own."""
    pain_marks: Annotated[tuple[PainMark, ...], Field(strict=False, max_length=1000)] = ()
    """Pain said in the middle, in order."""
    signs: Annotated[tuple[Slug, ...], Field(strict=False, max_length=10)] = ()
    """The signs to stop at that were named."""
    felt: Annotated[tuple[Felt, ...], Field(strict=False, max_length=100)] = ()
    """How single movements felt."""
    smaller: bool = False
    """Whether all of it was done smaller than planned, at the person's own wish."""
    flare: bool = False
    """Whether the person called it a flare day."""
    stopped: bool = False
    """Whether it was stopped for how the person felt."""


class DiaryEntry(Definition):
    """What a person notes of a day, with or without a practice."""

    day: date
    """Which day."""
    words: Note = ""
    """In their own words."""
    pain: Scale | None = None
    """Pain on the whole of the day."""
    mood: Scale | None = None
    """0 unpleasant to 10 pleasant."""
    energy: Scale | None = None
    """0 none to 10 plenty."""
    flare: bool = False
    """Whether the person called it a flare day."""
    sleep: Scale | None = None
    """0 restless to 10 restful, the night before."""
    symptoms: Note = ""
    """What was felt, in their own words."""
    tried: Note = ""
    """What they tried."""
    helped: Note = ""
    """What helped."""
    early_signs: Note = ""
    """Early signs of a flare that they noticed."""
    triggers: Note = ""
    """What they think may have brought it on."""


def outcome_of(record: PracticeRecord, ratings: Ratings, began_at: datetime) -> PracticeOutcome:
    """Return how a practice was, of what was seen and what was said.

    Its day is that of `began_at` as it stands: to be given in the time zone it was practised in.
    """
    felt = {each.exercise_id: each for each in ratings.felt}
    return PracticeOutcome(
        on=began_at.date(),
        pain_before=_pain_before(ratings),
        pain_after=ratings.pain_after,
        pain_most=max((mark.pain for mark in ratings.pain_marks), default=None),
        effort=ratings.effort,
        movements=tuple(
            _movement(each, felt.get(each.exercise_id, Felt(exercise_id=each.exercise_id)))
            for each in record.movements
        ),
        smaller=ratings.smaller,
        flare=ratings.flare,
        stopped=ratings.stopped,
    )


def _pain_before(ratings: Ratings) -> int | None:
    """Return pain before; without an answer, the first that was said where it rose from there.

    Only where it rose: that it did not is no sign of comfort where nobody knows how it began.
    """
    if ratings.pain_before is not None or not ratings.pain_marks:
        return ratings.pain_before
    first, *later = (mark.pain for mark in ratings.pain_marks)
    most = max([*later, *([] if ratings.pain_after is None else [ratings.pain_after])], default=0)
    return first if most > first else None


def _movement(record: MovementRecord, felt: Felt) -> MovementOutcome:
    sides = [repetition.side for repetition in record.summary.repetitions]
    return MovementOutcome(
        exercise_id=record.exercise_id,
        completed=record.completed,
        repetitions=min((sides.count(side) for side in set(sides)), default=0),
        answer=felt.answer,
        too_much=felt.too_much,
        times_too_much=felt.times_too_much,
    )
