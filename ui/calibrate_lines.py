"""What is said while a range is found: to the person in a sentence, to the therapist in numbers."""

from math import isfinite

from feedback.calibrating_step import CalibratingStep
from ui.around import Around
from ui.calibrate_view import CalibrateView
from ui.told import Told, amount, between, measure_name
from vision.measures import MEASURES

_SIDES = {"left": "side.left", "right": "side.right", None: "side.either"}


def part_name(around: Around, step: CalibratingStep) -> str:
    """Return what is being found: the measure, and the side that shows."""
    measure = MEASURES[step.part.rows[0]]
    name = around.tr(f"measure.{measure.name.replace('_', '-')}")
    if step.part.side is None:
        return name if len(step.part.rows) == 1 else f"{name}, {around.tr('spare.both')}"
    if measure.side is not None:
        return measure_name(around, measure)
    return f"{name}, {around.tr(f'side.short-{step.part.side}')}"


def sentence(around: Around, view: CalibrateView, *, locked: bool) -> tuple[str, bool]:
    """Return the one sentence for the person, and whether it is said to them now.

    What is said of the camera goes first, then the cue, then what they are invited to.
    """
    tr, step = around.tr, view.step
    if view.notice is not None:
        return tr(view.notice), True
    if step is None:
        return tr("notice.opening"), False
    if step.cue is not None:
        return tr(f"cue.{step.cue.id}", side=tr(_SIDES[step.cue.side])), True
    if step.kind == "neutral":
        return tr("calibrate.neutral"), False
    if step.kind == "show":
        if step.last_untaken is not None:
            return tr(f"calibrate.untaken-{step.last_untaken}"), True
        return tr("calibrate.show"), False
    if step.kind == "adjust":
        return tr("calibrate.nothing" if step.setting is None else "calibrate.rest"), False
    return tr("calibrate.thanks-locked" if locked else "calibrate.thanks"), False


def numbers(around: Around, step: CalibratingStep) -> tuple[Told, ...]:
    """Return the therapist's numbers, one a line."""
    tr, unit = around.tr, step.part.unit
    own = step.part.own
    lines: list[Told] = []
    if step.kind in ("neutral", "show"):
        lines.append((tr("calibrate.now"), _now(around, step)))
    if step.neutral is not None:
        lines.append((tr("calibrate.at-rest"), amount(step.neutral, unit)))
    if step.tops or step.kind == "show":
        tops = "  ".join(amount(top.value, unit) for top in step.tops) or "–"
        counted = tr("calibrate.of", done=len(step.tops), wanted=step.wanted)
        lines.append(
            (tr("calibrate.tops"), f"{tops}   ({counted})" if step.kind == "show" else tops)
        )
    if step.setting is not None:
        lines.append((tr("calibrate.comfort"), between(step.setting.near, step.setting.far, unit)))
        lines.append((tr("calibrate.ceiling"), amount(step.setting.ceiling, unit)))
    if step.tops and step.kind == "adjust":
        error = max(top.error for top in step.tops)
        lines.append((tr("calibrate.error"), f"± {amount(error, unit)}"))
    comfort = between(own.near, own.far, unit)
    holds = tr("calibrate.at-most", comfort=comfort, most=amount(own.ceiling, unit))
    lines.append((tr("calibrate.holds"), holds))
    if step.kind == "adjust":
        lines.append((tr("calibrate.limit"), amount(step.part.movement.ceiling, unit)))
    return tuple(lines)


def keys_of(around: Around, step: CalibratingStep | None) -> tuple[tuple[str, str], ...]:
    """Return the keys that have a meaning in a step, and what they do."""
    tr, leave = around.tr, ("Esc", around.tr("desk.leave"))
    if step is None:
        return (leave,)
    skip, again = ("S", tr("calibrate.skip")), ("A", tr("calibrate.again"))
    if step.kind == "neutral":
        return (("Enter", tr("calibrate.take-rest")), skip, leave)
    if step.kind == "show":
        some = (("Enter", tr("calibrate.enough")), ("A", tr("calibrate.take-back")))
        return (*(some if step.tops else ()), skip, leave)
    if step.kind == "adjust" and step.setting is None:
        return (again, ("Enter", tr("calibrate.go-on")), leave)
    if step.kind == "adjust":
        beyond = (("O", tr("calibrate.beyond")),) if step.handle == "ceiling" else ()
        return (
            ("Tab", tr("calibrate.select")),
            ("← →", tr("calibrate.one")),
            ("Shift ← →", tr("calibrate.five")),
            *beyond,
            again,
            ("Enter", tr("calibrate.right")),
            leave,
        )
    return (("Enter", tr("desk.back")),)


def _now(around: Around, step: CalibratingStep) -> str:
    if not step.measuring or not isfinite(step.value):
        return around.tr("calibrate.not-seen")
    said = amount(step.value, step.part.unit)
    return f"{said} ± {amount(step.error, step.part.unit)}" if isfinite(step.error) else said
