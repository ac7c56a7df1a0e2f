"""Finding a person's own range in one movement: neutral, what is comfortable, what is signed."""

from collections.abc import Sequence

from exercises.exercise import Exercise
from exercises.range_draft import RangeDraft
from exercises.ranges import SafeRange
from feedback.adjusting import Adjusting, adjusted
from feedback.calibrating_intent import Ask, CalibratingIntent
from feedback.calibrating_part import guarding, parts_of
from feedback.calibrating_sight import CalibratingSight
from feedback.calibrating_step import CalibratingStep, Kind
from feedback.finding_range import WANTED, FindingRange
from feedback.found_range import FoundRange, found_range
from feedback.handles import Handle
from vision.sight import Sight

MOST_S = 180.0
"""So long one movement is measured, all sides together; the time for adjusting and signing is the
therapist's own. A side that is asked for again gets its share of it anew."""


class Calibrating:
    """Finds the ranges of one movement, one side after the other; pure in time.

    With a therapist each range that is found is looked at, moved and signed. Locked, a person is
    alone: what they show is measured and proposed, inside the ceilings that hold for them, and
    nothing changes before a therapist has signed.

    Parameters
    ----------
    exercise
        The movement as it is offered to the person; a measure leads it, and it is repeated.
    ranges
        The person's own ranges.
    start_s
        When it begins, on the clock of `step`.
    locked
        Whether the person is alone.

    Raises
    ------
    ValueError
        For a movement that shows nothing: without a measure that leads, or kept still.
    """

    def __init__(
        self,
        exercise: Exercise,
        ranges: Sequence[SafeRange] = (),
        start_s: float = 0.0,
        *,
        locked: bool = False,
    ) -> None:
        self._exercise = exercise
        self._locked = locked
        self._parts = parts_of(exercise, ranges)
        if not self._parts:
            raise ValueError(f"{exercise.id} moves no measure out and back: no range to find")
        self._sight = CalibratingSight(exercise, guarding(ranges, locked=locked), start_s)
        self._found: dict[int, FoundRange] = {}
        self._handle: Handle = "far"
        self._kind: Kind = "neutral"
        self._now_s = start_s
        self._begin(0)

    def step(self, intent: CalibratingIntent | None, sight: Sight, t: float) -> CalibratingStep:
        """Do what is asked, and return where the calibration is at `t` seconds.

        Parameters
        ----------
        intent
            What was asked for since the last step; what has no meaning now changes nothing.
        sight
            The newest that is known of the person, made for this movement.
        t
            Seconds; time does not run back.
        """
        t = max(t, self._now_s)
        elapsed_s, self._now_s = t - self._now_s, t
        if self._kind not in ("finished", "left"):
            self._look(sight, elapsed_s)
            self._follow(intent)
            self._go_on()
        return self._where()

    @property
    def drafts(self) -> tuple[RangeDraft, ...]:
        """What was found and waits for a signature, in order; none once it was left."""
        if self._kind == "left":
            return ()
        view = None if self._exercise.view == "any" else self._exercise.view
        found = [self._found[index] for index in sorted(self._found)]
        return tuple(draft for each in found for draft in each.drafts(self._exercise.id, view))

    def _begin(self, index: int) -> None:
        """Begin to measure the part at `index`; past the last, all is found."""
        if index >= len(self._parts):
            self._kind = "sign" if self.drafts and not self._locked else "finished"
            return
        self._index = index
        self._kind = "neutral"
        self._finding = FindingRange(self._exercise, self._parts[index])
        self._left_s = MOST_S / len(self._parts)
        self._handle = "far"

    def _look(self, sight: Sight, elapsed_s: float) -> None:
        measures = self._kind in ("neutral", "show")
        new = self._sight.look(self._finding.part if measures else None, sight, self._now_s)
        self._finding.look(self._sight.measures)
        if not measures:
            return
        self._left_s -= elapsed_s
        if not self._sight.measuring:
            self._finding.pause(self._now_s)
        elif new:
            self._finding.measure(sight.time_s)

    def _follow(self, intent: CalibratingIntent | None) -> None:
        if intent is Ask.LEAVE:
            self._kind = "left"
        elif intent is Ask.BACK:
            self._go_back()
        elif self._kind == "neutral":
            self._follow_in_neutral(intent)
        elif self._kind == "show":
            self._follow_in_show(intent)
        elif self._kind == "adjust":
            self._follow_in_adjust(intent)
        elif self._kind == "sign" and intent is Ask.ON:
            self._kind = "finished"

    def _follow_in_neutral(self, intent: CalibratingIntent | None) -> None:
        if intent is Ask.ON:
            self._finding.take_as_neutral(self._now_s)
        elif intent is Ask.SKIP:
            self._skip()

    def _follow_in_show(self, intent: CalibratingIntent | None) -> None:
        if intent is Ask.ON and self._finding.tops:
            self._take()
        elif intent is Ask.AGAIN:
            self._finding.take_back()
        elif intent is Ask.SKIP:
            self._skip()

    def _follow_in_adjust(self, intent: CalibratingIntent | None) -> None:
        if intent is Ask.ON:
            self._begin_next()
        elif intent is Ask.AGAIN:
            self._found.pop(self._index)
            self._begin(self._index)
        elif intent is Ask.SKIP:
            self._skip()
        else:
            now = adjusted(Adjusting(self._found[self._index], self._handle), intent)
            self._found[self._index], self._handle = now.found, now.handle

    def _go_on(self) -> None:
        """Go on by itself where all is there, or the time is over."""
        if self._kind == "neutral" and self._finding.neutral is not None:
            self._kind = "show"
        if self._kind in ("neutral", "show") and (self._finding.enough or self._left_s <= 0):
            self._take()

    def _take(self) -> None:
        """Let the tops that are there be enough."""
        finding = self._finding
        self._found[self._index] = found_range(
            finding.part, finding.tops, finding.neutral, locked=self._locked
        )
        if self._locked:
            self._begin_next()
        else:
            self._kind = "adjust"

    def _skip(self) -> None:
        self._found.pop(self._index, None)
        self._begin_next()

    def _begin_next(self) -> None:
        """Go on to the next part: to measure it, or to look at it once more."""
        index = self._index + 1
        if index in self._found:
            self._show_again(index)
        else:
            self._begin(index)

    def _go_back(self) -> None:
        """Look once more at the last range that was found before this."""
        here = len(self._parts) if self._kind == "sign" else self._index
        before = [index for index in self._found if index < here]
        if before and not self._locked:
            self._show_again(max(before))

    def _show_again(self, index: int) -> None:
        self._index, self._kind = index, "adjust"
        self._finding = FindingRange(self._exercise, self._parts[index])
        self._handle = "far"

    def _where(self) -> CalibratingStep:
        finding, found = self._finding, self._found.get(self._index)
        measuring = self._kind in ("neutral", "show")
        shown = found if found is not None and not measuring else None
        return CalibratingStep(
            kind=self._kind,
            part=finding.part,
            index=self._index,
            count=len(self._parts),
            value=finding.value,
            error=finding.error,
            measuring=measuring and self._sight.measuring,
            still=finding.still if self._kind == "neutral" else 0.0,
            neutral=finding.neutral,
            tops=shown.tops if shown else finding.tops,
            wanted=WANTED,
            last_untaken=finding.last_untaken,
            remaining_s=max(self._left_s, 0.0) if measuring else 0.0,
            setting=shown.setting if shown else None,
            handle=self._handle,
            limit=shown.limit if shown else finding.part.movement.ceiling,
            drafts=self.drafts,
            cue=self._sight.cue,
        )
