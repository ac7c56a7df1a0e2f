"""A calibration told in lines, as it goes."""

from collections.abc import Iterator

from app.calibration import Moment
from app.range_lines import unit_of
from feedback.calibrating_step import CalibratingStep
from words.tr import tr


class Telling:
    """Tells what is new at each moment."""

    def __init__(self) -> None:
        self._index = -1
        self._before: CalibratingStep | None = None

    def lines(self, moment: Moment) -> Iterator[str]:
        """Yield what is new since the last moment, a line each."""
        step = moment.step
        if step.index != self._index:
            self._index, self._before = step.index, None
        if step.kind == "neutral" and self._before is None:
            yield self._line(moment, f"{_name(step)}: at rest for two seconds")
        for said in _new(step, self._before):
            yield self._line(moment, said)
        self._before = step

    def _line(self, moment: Moment, said: str) -> str:
        return f"{moment.time_s:6.1f} s  {said}"


def _new(step: CalibratingStep, before: CalibratingStep | None) -> Iterator[str]:
    """Yield what is new of one part; `before` is the moment before in it, if there was one."""
    unit = unit_of(step.part.keys[0])
    if step.neutral is not None and (before is None or before.neutral is None):
        yield f"rests at {step.neutral:.0f}{unit}; shows what is comfortable"
    for top in step.tops[len(before.tops) if before else 0 :]:
        yield f"top {top.value:.1f} ± {top.error:.1f}{unit}"
    if step.last_untaken and not (before and before.last_untaken == step.last_untaken):
        yield f"not taken: {tr(f'calibrate.untaken-{step.last_untaken}')}"
    if step.cue is not None and not (before and before.cue == step.cue):
        yield f"said: {step.cue.id}"
    if step.kind == "adjust" and not (before and before.kind == "adjust"):
        yield _proposed(step, unit)


def _name(step: CalibratingStep) -> str:
    return f"{step.part.measure}{f', {step.part.side}' if step.part.side else ''}"


def _proposed(step: CalibratingStep, unit: str) -> str:
    if step.setting is None:
        return "the tops cannot be told from rest: nothing is proposed"
    comfort = f"comfortable {step.setting.low:g} to {step.setting.high:g}"
    return f"proposed: {comfort}, ceiling {step.setting.ceiling:g}{unit}"
