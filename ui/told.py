"""What is kept of a person, in lines that staff read: profiles, ranges and programmes."""

from collections.abc import Iterable, Sequence

from exercises.consent import Consent
from exercises.exercise import Exercise
from exercises.person import Goal, Person, Screening, Spared
from exercises.programme import Item, Programme
from exercises.range_draft import RangeDraft
from exercises.signed_range import SignedRange
from ui.around import Around
from vision.measures import INDEX, MEASURES, Measure, Unit

Told = tuple[str, str]
"""What something is of, and what it is."""

_NOTHING = "–"
_SHORT_DAYS = {
    "monday": "day.monday",
    "tuesday": "day.tuesday",
    "wednesday": "day.wednesday",
    "thursday": "day.thursday",
    "friday": "day.friday",
    "saturday": "day.saturday",
    "sunday": "day.sunday",
}


def person_lines(around: Around, person: Person) -> tuple[Told, ...]:
    """Return a profile, one thing a line, the same things for everybody."""
    tr = around.tr
    return (
        (tr("profile.name"), person.display_name or _NOTHING),
        (tr("profile.posture"), tr(f"posture.{person.posture}")),
        (tr("profile.tempo"), tempo(person.tempo)),
        (tr("profile.spared"), _listed(_spared(around, each) for each in person.spare)),
        (tr("profile.wary-of"), person.wary_of or _NOTHING),
        (tr("profile.goals"), _listed(_goal(each) for each in person.goals)),
        (tr("profile.flags"), _listed(tr(f"flag.{flag}") for flag in person.flags)),
        (tr("profile.screening"), screened(around, person.screening)),
        (tr("profile.consent"), agreed(around, person.consent)),
        (tr("profile.asks"), _asked_every(around, person.ask_every_weeks)),
    )


def _asked_every(around: Around, weeks: int | None) -> str:
    """Return how often a person is asked how life is."""
    if weeks is None:
        return around.tr("profile.asks-usual")
    return (
        around.tr("profile.asks-weeks", weeks=weeks) if weeks else around.tr("profile.asks-never")
    )


def tempo(value: float) -> str:
    """Return a pace as a share of a movement's own."""
    return f"{100 * value:.0f}%"


def screened(around: Around, screening: Screening | None) -> str:
    """Return who looked, and what they found."""
    if screening is None:
        return around.tr("profile.not-screened")
    key = "profile.cleared" if screening.cleared else "profile.not-cleared"
    said = around.tr(key, by=screening.by, on=screening.on.isoformat())
    return f"{said}. {screening.notes}" if screening.notes else said


def agreed(around: Around, consent: Consent | None) -> str:
    """Return what was agreed to."""
    tr = around.tr
    if consent is None:
        return tr("profile.not-asked")
    if consent.withdrawn_on is not None:
        return tr("profile.withdrawn", on=consent.withdrawn_on.isoformat())
    days = dict.fromkeys(each.on for each in consent.given if each.stands)
    standing = [
        tr(
            "profile.agreed",
            what=", ".join(
                tr(f"agreed.{each.purpose}") for each in consent.given if each.stands_since(day)
            ),
            on=day.isoformat(),
        )
        for day in days
    ]
    nothing = tr("profile.agreed", what=tr("profile.agreed-nothing"), on=consent.on.isoformat())
    return _listed(standing) if standing else nothing


def measure_name(around: Around, measure: Measure) -> str:
    """Return what a measure is called, with its side."""
    name = around.tr(f"measure.{measure.name.replace('_', '-')}")
    return name if measure.side is None else f"{name}, {around.tr(f'side.short-{measure.side}')}"


def range_name(around: Around, own: SignedRange | RangeDraft) -> str:
    """Return what a range is of; of a midline measure also toward which side."""
    measure = MEASURES[INDEX[own.measure_key]]
    name = measure_name(around, measure)
    if measure.side is None and own.low < 0 <= -own.ceiling:
        return f"{name}, {around.tr('side.short-right')}"
    return name


def amount(value: float, unit: Unit) -> str:
    """Return a number with its unit."""
    if unit == "shoulder_widths":
        return f"{value:.2f}".removesuffix("0").replace("-", "−") + "×"
    return f"{round(value)}".replace("-", "−") + ("°" if unit == "degrees" else "%")


def between(near: float, far: float, unit: Unit) -> str:
    """Return two numbers with their unit once, unless one is below zero."""
    if min(near, far) < 0:
        return f"{amount(near, unit)} to {amount(far, unit)}"
    return f"{amount(near, unit).rstrip('°%×')}–{amount(far, unit)}"


def range_text(around: Around, own: SignedRange | RangeDraft) -> str:
    """Return a range in numbers."""
    unit = MEASURES[INDEX[own.measure_key]].unit
    near, far = (own.low, own.high) if own.rising else (own.high, own.low)
    return around.tr(
        "range.text", near=amount(near, unit), far=amount(far, unit), most=amount(own.ceiling, unit)
    )


def signed_text(around: Around, own: SignedRange) -> str:
    """Return who signed a range and when, and when it is looked at again."""
    key = "range.due" if own.review_due(around.today()) else "range.signed"
    return around.tr(
        key, by=own.signed_by, on=own.signed_on.isoformat(), review=own.review_on.isoformat()
    )


def range_lines(around: Around, several: Sequence[SignedRange]) -> tuple[Told, ...]:
    """Return signed ranges, each with a second line that says who signed it."""
    return tuple(
        line
        for own in several
        for line in (
            (range_name(around, own), range_text(around, own)),
            ("", signed_text(around, own)),
        )
    )


def draft_lines(around: Around, several: Sequence[RangeDraft]) -> tuple[Told, ...]:
    """Return found ranges, each with what it was found from, and why where it is far."""
    lines: list[Told] = []
    for own in several:
        lines.append((range_name(around, own), range_text(around, own)))
        unit = MEASURES[INDEX[own.measure_key]].unit
        if own.tops:
            tops = ", ".join(amount(top, unit) for top in own.tops)
            error = "" if own.error is None else f" ± {amount(own.error, unit)}"
            lines.append(("", around.tr("range.found", tops=f"{tops}{error}")))
        if own.override_reason is not None:
            lines.append(("", around.tr("range.beyond", reason=own.override_reason)))
    return tuple(lines)


def item_text(around: Around, item: Item, exercise: Exercise | None) -> str:
    """Return how much of a movement an item asks for."""
    tr = around.tr
    parts = []
    if item.sides != "both":
        parts.append(tr(f"sides.{item.sides}"))
    repetitions = item.repetitions or (exercise.repetitions if exercise is not None else 0)
    if repetitions and item.minutes is None:
        parts.append(tr("item.repetitions", count=repetitions))
    else:
        minutes = item.minutes or (exercise.minutes if exercise is not None else 0)
        parts.append(tr("item.minutes", minutes=f"{minutes:g}"))
    if item.tempo != 1:
        parts.append(tr("item.tempo", tempo=tempo(item.tempo)))
    if item.exhale_s:
        parts.append(tr("item.exhale", seconds=f"{item.exhale_s:g}"))
    if item.range_share != 1:
        parts.append(tr("item.share", share=tempo(item.range_share)))
    return ", ".join(parts)


def days_text(around: Around, days: Iterable[str]) -> str:
    """Return the days of a programme."""
    return " ".join(around.tr(_SHORT_DAYS[day]) for day in days) or around.tr("programme.any-day")


def programme_lines(around: Around, programme: Programme) -> tuple[Told, ...]:
    """Return a programme, one item a line."""
    items = tuple(
        (
            f"{i}. {around.title(item.exercise_id)}",
            item_text(around, item, around.movements.get(item.exercise_id)),
        )
        for i, item in enumerate(programme.items, start=1)
    )
    head = (
        (around.tr("programme.name"), programme.title),
        (around.tr("programme.days"), days_text(around, programme.days)),
    )
    note = ((around.tr("programme.note"), programme.note),) if programme.note else ()
    return (*head, *items, *note)


def _spared(around: Around, spared: Spared) -> str:
    area = around.tr(f"area.{spared.area}")
    return area if spared.side is None else f"{area} ({around.tr(f'side.short-{spared.side}')})"


def _goal(goal: Goal) -> str:
    return f"{goal.words} ({goal.activity})"


def _listed(several: Iterable[str]) -> str:
    return "; ".join(several) or _NOTHING
