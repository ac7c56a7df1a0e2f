"""Practices and their movements, a line each."""

from collections.abc import Iterator

from feedback.ratings import Felt
from records.export.dossier import Dossier, Practised
from records.export.table import Cell, Column, Table

PERSON = Column("person", "The person's code; in a research set their study id.")
PRACTICE = Column("practice", "Which practice; the same in every file.")
NUMBER = Column("movement number", "Which movement of the practice, counted from 1.")
MOVEMENT = Column("movement", "The movement's id, as `unhurried movements list` names it.")
DAY = Column("day", "The local day it was begun on; moved in a research set.")

PRACTICES = (
    PERSON,
    PRACTICE,
    DAY,
    Column("began", "Local time of day; to the hour in a research set.", "h:min:s"),
    Column("state", "`ended`, or `interrupted` where it was cut off."),
    Column("duration", "From its beginning to its end.", "s"),
    Column("rested", "Rest that the practice gave.", "s"),
    Column("movements", "How many were begun."),
    Column("pain before", "Numerical rating; blank where it was not answered.", "0-10"),
    Column("pain most", "The most that was said in the middle.", "0-10"),
    Column("pain after", "After it, or when it was stopped.", "0-10"),
    Column("mood before", "0 unpleasant to 10 pleasant, an item of our own.", "0-10"),
    Column("mood after", "The same, after.", "0-10"),
    Column("energy before", "0 none to 10 plenty, an item of our own.", "0-10"),
    Column("energy after", "The same, after.", "0-10"),
    Column("effort", "How much effort it was, an item of our own.", "0-10"),
    Column("satisfaction", "0 not at all to 10 fully content, an item of our own.", "0-10"),
    Column("smaller", "Whether all of it was done smaller, at the person's own wish."),
    Column("flare", "Whether the person called it a flare day."),
    Column("stopped", "Whether it was stopped for how the person felt."),
    Column("signs", "The signs to stop at that were named, by their ids."),
    Column("screened by", "Initials of who had looked whether it is for them.", holds="staff"),
    Column("cleared", "Whether they were cleared to practise, as it stood then."),
    Column("angles not kept", "Seconds of angles that could not be kept.", "s"),
    Column("with staff", "Initials of who was there; blank for a practice alone.", holds="staff"),
    Column("words", "The person's own words.", holds="words"),
    Column("note", "What whoever led it noted.", holds="staff"),
    Column("made with", "The program and the pose model, with their versions."),
    Column("digest", "SHA-256 of the record as it is kept.", holds="staff"),
)

MOVEMENTS = (
    PERSON,
    PRACTICE,
    DAY,
    NUMBER,
    MOVEMENT,
    Column("started", "Since the practice began.", "s"),
    Column("active", "Time in it, pauses left out.", "s"),
    Column("completed", "Whether it came to its own end."),
    Column("repetitions", "How many were done, of all sides."),
    Column("partial", "How many came part of the way; nothing is held against them."),
    Column("unfinished", "How many were begun and not seen to return."),
    Column("symmetry", "How much of the farther side's range the other came.", "%"),
    Column("seen", "Share of the looks in which the person was followed.", "%"),
    Column("tracking quality", "Mean share of the landmarks it needs that were seen.", "%"),
    Column("posture", "The posture it was done in."),
    Column("declared view", "Where the camera was to look from."),
    Column("view", "How the person stood to the camera for most of the time."),
    Column("turn", "Median turn to their own left from facing the camera.", "deg"),
    Column("camera moved", "Share of the looks in which the camera was being moved.", "%"),
    Column("cues", "How many were said; the protective one among them."),
    Column("answer", "Beside the last time: `easier`, `same` or `heavier`."),
    Column("too much", "How often it was said to be too much."),
    Column("something new", "How often something new was noticed in it."),
    Column("stretchy", "How often a pleasant stretch was noticed in it."),
)


def practices(dossier: Dossier) -> Table:
    """Return a line for each practice."""
    return Table(PRACTICES, (_practice(dossier.code, each) for each in dossier.practices))


def movements(dossier: Dossier) -> Table:
    """Return a line for each movement of each practice."""
    rows = (row for each in dossier.practices for row in _movements(dossier.code, each))
    return Table(MOVEMENTS, rows)


def _practice(code: str, practised: Practised) -> list[Cell]:
    kept = practised.practice
    said, record = kept.ratings, kept.record
    return [
        code,
        practised.ref,
        practised.day,
        practised.began_at.time().replace(microsecond=0),
        practised.state,
        record.ended_s - record.started_s,
        record.rested_s,
        len(record.movements),
        said.pain_before,
        max((mark.pain for mark in said.pain_marks), default=None),
        said.pain_after,
        said.mood_before,
        said.mood_after,
        said.energy_before,
        said.energy_after,
        said.effort,
        said.satisfaction,
        said.smaller,
        said.flare,
        said.stopped,
        " ".join(said.signs),
        None if kept.screening is None else kept.screening.by,
        None if kept.screening is None else kept.screening.cleared,
        kept.unkept_s,
        kept.with_staff,
        kept.words,
        kept.note,
        kept.made_with,
        practised.digest,
    ]


def _movements(code: str, practised: Practised) -> Iterator[list[Cell]]:
    kept = practised.practice
    felt = {each.exercise_id: each for each in kept.ratings.felt}
    set_ups = {each.exercise_id: each for each in kept.set_up}
    for number, movement in enumerate(kept.record.movements, 1):
        summary, measured = movement.summary, movement.summary.measured
        set_up = set_ups.get(movement.exercise_id)
        answered = felt.get(movement.exercise_id, Felt(exercise_id=movement.exercise_id))
        yield [
            code,
            practised.ref,
            practised.day,
            number,
            movement.exercise_id,
            movement.started_s - kept.record.started_s,
            movement.active_s,
            movement.completed,
            len(summary.repetitions),
            summary.partial,
            summary.unfinished,
            100 * summary.symmetry,
            100 * summary.seen_fraction,
            100 * measured.quality,
            None if set_up is None else set_up.posture,
            None if set_up is None else set_up.view,
            measured.view.seen,
            measured.view.turn_deg,
            100 * measured.camera_moved,
            len(summary.cues),
            answered.answer,
            answered.times_too_much or int(answered.too_much),
            answered.new,
            answered.stretchy,
        ]
