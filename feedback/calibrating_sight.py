"""What is kindly said while a range is found, and whether anything can be measured."""

from collections.abc import Sequence
from math import inf, isfinite, nan

from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.calibrating_part import Part
from feedback.chooser import Chosen, chosen
from feedback.coach import AFTER_MOVING_S, STALE_S
from feedback.feedback import Cue
from feedback.reasons import SURE_QUALITY, Known, reasons
from feedback.watch import Watch
from vision.measures import MEASURES, Measures, Side, unseen
from vision.sight import Sight

# Of all cues, those that have a reason here: what guards, and what helps the camera.
SAID = frozenset(
    {
        "soften-back",
        "camera-moved",
        "cannot-see",
        "stand-front",
        "stand-side",
        "cannot-see-joint",
        "step-back",
        "slower",
        "steady",
    }
)


class CalibratingSight:
    """Looks at the person for the part that is measured.

    Parameters
    ----------
    exercise
        The movement.
    guarding
        The ranges that guard the person meanwhile; all other ceilings are the movement's own.
    start_s
        When it begins.
    """

    def __init__(self, exercise: Exercise, guarding: Sequence[SafeRange], start_s: float) -> None:
        self._exercise = exercise
        self._watch = Watch(exercise, guarding)
        self._cues = Chosen()
        self._now_s = self._unseen_from_s = start_s
        self._taken_s = self._moved_s = -inf
        self._met = False
        self.measures: Measures = unseen()
        self.measuring = False

    @property
    def cue(self) -> Cue | None:
        """The one that is said."""
        return self._cues.shown

    def look(self, part: Part | None, sight: Sight, t: float) -> bool:
        """Look at `sight` at `t` seconds; return whether it is new, to be measured once.

        `part` is what is measured, `None` where nothing is: then only the ceilings are watched.
        """
        self._now_s = t
        new = sight.time_s > self._taken_s
        self._taken_s = max(sight.time_s, self._taken_s)
        if sight.camera_moved:
            self._moved_s = max(sight.time_s, self._moved_s)
        seen = sight.present and t - sight.time_s <= STALE_S
        self.measures = sight.measures if seen else unseen()
        if new and sight.present:
            self._watch.take(sight.time_s, sight.measures)
        if seen:
            self._met, self._unseen_from_s = True, max(sight.time_s, self._unseen_from_s)
        known = self._known(part, sight, seen=seen)
        found = reasons(known, paused=part is None)
        if part is not None and seen:
            found = {**found, **self._turn_round(part, sight)}
        found = {cue: side for cue, side in found.items() if cue in SAID}
        if "stand-side" in found:
            found.pop("cannot-see-joint", None)
        self._cues = chosen(self._cues, found, t, seeing=seen and not known.moved)
        self.measuring = seen and not known.moved and sight.quality >= SURE_QUALITY
        self.measuring &= part is not None and self._valued(part)
        return new

    def _valued(self, part: Part) -> bool:
        return any(isfinite(self.measures.values[row]) for row in part.rows)

    def _known(self, part: Part | None, sight: Sight, *, seen: bool) -> Known:
        """Return what is known of the part, and of what is kept steady meanwhile."""
        side: Side | None = None
        if self._exercise.sides == "alternating":
            side = (part.side if part is not None else None) or "left"
        aims, verdicts = (
            self._watch.aims(side),
            self._watch.verdicts(side, self.measures, self._now_s),
        )
        rows = part.rows if part is not None else ()
        kept = [
            (aim, verdict)
            for aim, verdict in zip(aims, verdicts, strict=True)
            if aim.row in rows or aim.target.role == "steady"
        ]
        return Known(
            exercise=self._exercise,
            aims=[aim for aim, _ in kept],
            verdicts=[verdict for _, verdict in kept],
            past_ceiling=self._watch.past_ceiling,
            measures=self.measures,
            viewpoint=sight.viewpoint,
            moved=self._now_s - self._moved_s <= AFTER_MOVING_S,
            quality=sight.quality,
            seen=seen,
            unseen_s=self._now_s - self._unseen_from_s,
            met=self._met,
            fast=self._watch.too_fast(self._now_s),
            apart=nan,
            let_go=False,
        )

    def _turn_round(self, part: Part, sight: Sight) -> dict[str, Side | None]:
        """Return that the other side is to face the camera, where the body hides the one shown."""
        near, shown = sight.viewpoint.near_side, MEASURES[part.rows[0]].side
        if self._exercise.view != "side" or len(part.rows) > 1 or near is None or shown is None:
            return {}
        return {"stand-side": shown} if near != shown and not self._valued(part) else {}
