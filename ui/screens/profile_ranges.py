"""The movements whose ranges can be found for a person, with what is signed."""

from collections.abc import Sequence

from exercises.copying import suits
from exercises.exercise import Exercise
from exercises.offer import offered_to
from exercises.person import Person
from exercises.signed_range import SignedRange
from ui.around import Around
from ui.told import between
from ui.widgets.rows import Row
from vision.measures import INDEX, MEASURES


def calibrated_rows(around: Around, person: Person, current: Sequence[SignedRange]) -> list[Row]:
    """Return a row for each movement, those with signed ranges first.

    Movements the camera does not measure are left out; those that are hidden from the person come
    last, softly, with the reason.
    """
    signed: dict[str, list[SignedRange]] = {}
    for own in current:
        signed.setdefault(own.exercise_id, []).append(own)
    first: list[Row] = []
    offered: list[Row] = []
    hidden: list[Row] = []
    for exercise in around.movements.values():
        if not any(target.role == "lead" for target in exercise.targets):
            continue
        row = _row(around, person, exercise, signed.get(exercise.id, []))
        (hidden if row.quiet else first if exercise.id in signed else offered).append(row)
    return [*first, *offered, *hidden]


def _row(around: Around, person: Person, exercise: Exercise, signed: Sequence[SignedRange]) -> Row:
    offer = offered_to(exercise, person)
    title = around.tr(exercise.title)
    reasons = list(offer.hidden_because)
    if not suits(exercise, person):
        reasons.append(f"offer.posture-{person.posture}")
    if reasons:
        why = " ".join(around.tr(reason) for reason in reasons)
        return Row(exercise.id, title, why, quiet=True)
    due = any(own.review_due(around.today()) for own in signed)
    told = ", ".join(_short(around, own) for own in signed) or around.tr("profile.none-signed")
    return Row(exercise.id, title, told, around.tr("people.review") if due else "")


def _short(around: Around, own: SignedRange) -> str:
    """Return a range in very few letters: its side, and its comfortable range."""
    measure = MEASURES[INDEX[own.measure_key]]
    near, far = (own.low, own.high) if own.rising else (own.high, own.low)
    side = measure.side or ("right" if own.low < 0 <= -own.ceiling else None)
    text = between(near, far, measure.unit)
    return text if side is None else f"{around.tr(f'side.short-{side}')} {text}"
