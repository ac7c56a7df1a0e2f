"""FHIR observations of what was measured: for each movement, the tops of each side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import isfinite, nan
from statistics import median
from typing import Literal
from uuid import UUID

from exercises.signed_range import SignedRange
from feedback.measured import AngleMeasured
from feedback.record import MovementRecord
from feedback.repetition import Repetition
from records.export.dossier import Dossier, Movements, Practised
from records.export.fhir_codes import (
    LOCAL_CODES,
    UNITS,
    Whose,
    absent_reason,
    loinc_of,
    site_of,
)
from records.export.fhir_parts import (
    Part,
    absent,
    category,
    component,
    concept,
    day,
    id_of,
    local,
    local_coding,
    loinc,
    measured,
    moment,
    quantity,
    reference,
    snomed,
)
from records.export.led import counted_by, unit_of
from records.export.range_in_force import in_force
from records.export_errors import MissingCode
from vision.measures import SIDES, Withheld, indices_of

METHOD = "markerless 2D video"
"""How every angle was found."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the observations of one practice share.

    Attributes
    ----------
    dossier, practised
        Whose, and which.
    movements
        The movements known here.
    person, device
        The resources they are of and made by.
    with_snomed
        Whether the clinic declared a licence for SNOMED CT.
    """

    dossier: Dossier
    practised: Practised
    movements: Movements
    person: UUID
    device: UUID
    with_snomed: bool


def angle_observations(place: Place) -> Iterator[Part]:
    """Yield for each movement that it was practised, then the tops of each side.

    Raises
    ------
    MissingCode
        Where a measure has no code.
    """
    for number, movement in enumerate(place.practised.practice.record.movements, 1):
        yield _practised(place, number, movement)
        name = counted_by(place.movements, movement.exercise_id)
        if name is not None:
            for side in _sides(name, movement):
                yield _tops(place, number, movement, name, side)


def _practised(place: Place, number: int, movement: MovementRecord) -> Part:
    summary = movement.summary
    return {
        **_head(place, number, movement, "practised"),
        "code": local("movement-practised"),
        "component": [
            component("movement", valueString=movement.exercise_id),
            component("completed", valueBoolean=movement.completed),
            *measured("active-time", movement.active_s, "s"),
            *measured("repetitions", float(len(summary.repetitions)), "{repetition}"),
            *measured("partial", float(summary.partial), "{repetition}"),
            *measured("tracking-quality", 100 * summary.measured.quality, "%"),
        ],
    }


def _tops(
    place: Place, number: int, movement: MovementRecord, name: str, side: Whose | None
) -> Part:
    done = [each for each in movement.summary.repetitions if _is_of(each, side)]
    angles = [each for each in movement.summary.measured.angles if _angle_of(each, name, side)]
    unit = UNITS[unit_of(name)]
    top = _median([each.peak for each in done])
    observation = {
        **_head(place, number, movement, f"{name}/{side or 'midline'}"),
        "code": _code(name, side),
        "method": {"text": METHOD},
    }
    site = site_of(name, side if _paired(name) else None)
    if site is not None:
        words, code = site
        coded = [snomed(code)] if place.with_snomed and code is not None else []
        observation["bodySite"] = concept(coded, words)
    if isfinite(top):
        observation["valueQuantity"] = quantity(top, unit)
    else:
        observation["dataAbsentReason"] = _why(angles, anything_done=bool(done))
    ranges = [
        _range(each, unit)
        for each in in_force(
            place.dossier.ranges, movement.exercise_id, name, side, place.practised.day, top
        )
    ]
    if ranges:
        observation["referenceRange"] = ranges
    observation["component"] = [
        component("movement", valueString=movement.exercise_id),
        *measured("repetitions", float(len(done)), "{repetition}"),
        *measured("expected-error", _median([each.peak_error for each in done]), unit),
        *measured("range", _median([each.range for each in done]), unit),
        *measured("hold", _median([each.hold_s for each in done]), "s"),
        *measured("tracking-quality", 100 * movement.summary.measured.quality, "%"),
        *measured("withheld", _withheld(angles), "%"),
    ]
    return observation


def _head(place: Place, number: int, movement: MovementRecord, what: str) -> Part:
    practised = place.practised
    began = movement.started_s - practised.practice.record.started_s
    head: Part = {
        "resourceType": "Observation",
        "id": str(id_of(practised.ref, str(number), what)),
        "status": "final",
        "category": category("therapy"),
        "subject": reference(place.person),
        "effectiveDateTime": moment(practised.began_at + timedelta(seconds=began)),
        "device": reference(place.device),
    }
    if practised.state == "interrupted":
        head["note"] = [{"text": "The practice was cut off; what was kept until then is here."}]
    return head


def _code(name: str, side: Whose | None) -> Part:
    if name not in LOCAL_CODES:
        raise MissingCode(f"the measure {name}")
    known = loinc_of(name, side)
    codes = [] if known is None else [loinc(known)]
    # A lean or a turn is of the middle; its side is where it goes to.
    toward = f", to the {side}" if side is not None and not _paired(name) else ""
    text = f"{LOCAL_CODES[name]}{toward}: median of the tops"
    return concept([*codes, local_coding(name)], text)


def _paired(name: str) -> bool:
    return len(indices_of(name)) > 1


def _sides(name: str, movement: MovementRecord) -> Sequence[Whose | None]:
    """Return whose tops are told: of all sides that were counted, or else measured."""
    counted: set[Literal["left", "right", "both"]] = {
        each.side for each in movement.summary.repetitions
    }
    if counted:
        return [side for side in (*SIDES, "both") if side in counted]
    angles = [each for each in movement.summary.measured.angles if each.measure.name == name]
    return list(dict.fromkeys(each.measure.side for each in angles))


def _is_of(repetition: Repetition, side: Whose | None) -> bool:
    return side is None or repetition.side == side


def _angle_of(angle: AngleMeasured, name: str, side: Whose | None) -> bool:
    whose = angle.measure.side
    return angle.measure.name == name and (whose is None or side in (whose, "both", None))


def _median(values: Sequence[float]) -> float:
    known = [value for value in values if isfinite(value)]
    return median(known) if known else nan


def _withheld(angles: Sequence[AngleMeasured]) -> float | None:
    return 100 * (1 - sum(each.given for each in angles) / len(angles)) if angles else None


def _why(angles: Sequence[AngleMeasured], *, anything_done: bool) -> Part:
    """Return why there is no top: nothing was done, or the main reason it was withheld for."""
    if not anything_done:
        return absent(absent_reason(None), "no repetition was counted")
    shares: dict[Withheld, float] = {}
    for angle in angles:
        for reason, share in angle.withheld:
            shares[reason] = shares.get(reason, 0.0) + share
    main = max(shares, key=lambda reason: shares[reason], default=Withheld.UNSEEN)
    return absent(absent_reason(main), f"withheld: {main.name.lower().replace('_', ' ')}")


def _range(signed: SignedRange, unit: str) -> Part:
    return {
        "low": quantity(signed.low, unit),
        "high": quantity(signed.high, unit),
        "text": (
            f"the person's own comfortable range ({signed.measure_key}), ceiling "
            f"{signed.ceiling:g} {unit}, version {signed.version}, signed by {signed.signed_by} "
            f"on {day(signed.signed_on)}"
        ),
    }
