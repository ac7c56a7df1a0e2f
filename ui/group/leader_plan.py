"""What goes on, what comes next, and the script, as the leader reads them."""

from math import ceil

import pygame

from feedback.group.plan import Beat, Move, Talk
from feedback.group.step import GroupStep
from ui.desk_place import DeskPlace
from ui.group.leader_view import LeaderView
from ui.group.stack import stacked
from ui.group.time_left import TimeLeft
from ui.text import line_height
from ui.typed import say
from ui.widgets.box import fill_box
from words.tr import tr

# Lines of the script, and of what the machine says of itself.
_SCRIPT_LINES, _MACHINE_LINES = 4, 2
# The room after the word that something comes next, in letters' sizes.
_AFTER = 0.7


class Plan:
    """Draws the plan; keeps how long a part is as a whole."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._time = TimeLeft()

    def draw(
        self,
        surface: pygame.Surface,
        place: DeskPlace,
        room: pygame.Rect,
        step: GroupStep,
        view: LeaderView,
        t: float,
    ) -> None:
        """Draw it in `room`."""
        of, palette = place.sizes, place.palette
        line, large = of.line_px, line_height(of.words_px)
        machine = self._machine(view)
        heights = (
            line,
            large,
            line,
            round(1.4 * of.unit),
            _SCRIPT_LINES * line,
            large,
            line,
            _MACHINE_LINES * line if machine else 0,
        )
        boxes = stacked(room, heights, round(0.7 * of.unit))
        now, title, left, bar, script, after, pace, told = boxes
        tr_ = self._tr
        soft, ink, px = palette.soft, palette.ink, of.aside_px
        say(surface, tr_(_KINDS[step.public.kind]), now, px, soft)
        name = self._name(step.beats[step.index])
        say(surface, name, title, of.words_px, ink, weight="Medium")
        say(surface, self._left(step), left, px, ink)
        self._draw_bar(surface, place, bar, step, t)
        say(surface, self._script(step), script, px, ink, down=0.0)
        taken = say(surface, tr_("leader.next"), after, px, soft)
        taken.width += round(_AFTER * px)
        rest = pygame.Rect(taken.right, after.top, after.right - taken.right, after.height)
        say(surface, self._following(step), rest, of.words_px, ink)
        say(surface, tr_("leader.pace", percent=round(100 * step.rate)), pace, px, ink)
        if machine:
            say(surface, machine, told, px, soft, down=0.0)

    def _tr(self, id: str, **values: object) -> str:
        return tr(id, self._language, **values)

    def _name(self, beat: Beat) -> str:
        """Return how a part of the plan is called."""
        if isinstance(beat, Move):
            return self._tr(beat.shown.title)
        if isinstance(beat, Talk):
            return self._tr(f"talk.{beat.id}.title")
        return self._tr("leader.rest")

    def _following(self, step: GroupStep) -> str:
        after = step.index + 1
        return (
            self._tr("leader.last") if after >= len(step.beats) else self._name(step.beats[after])
        )

    def _left(self, step: GroupStep) -> str:
        """Return how long this part still goes on, and how long the practice has gone on."""
        seconds = ceil(step.public.remaining_s)
        left = self._tr("leader.left", time=f"{seconds // 60}:{seconds % 60:02d}")
        gone = self._tr("leader.gone", minutes=int(step.elapsed_s // 60))
        return f"{left} · {gone}"

    def _script(self, step: GroupStep) -> str:
        """Return what may be said now: of a talk its prompts, of a movement its words."""
        beat = step.beats[step.index]
        if isinstance(beat, Talk):
            return self._tr(f"leader.script.{beat.id}")
        if isinstance(beat, Move):
            return self._tr(beat.shown.how)
        return self._tr("leader.script.rest")

    def _machine(self, view: LeaderView) -> str:
        if view.each_per_s is None:
            return self._tr("leader.machine.none")
        return self._tr("leader.machine.each", count=view.each_per_s)

    def _draw_bar(
        self, surface: pygame.Surface, place: DeskPlace, box: pygame.Rect, step: GroupStep, t: float
    ) -> None:
        """Draw how much of this part is left."""
        part = f"{step.index} {step.public.kind}"
        share = self._time.share(part, step.public.remaining_s, t)
        palette, high = place.palette, max(box.height // 2, 3)
        track = pygame.Rect(box.left, box.centery - high // 2, box.width, high)
        fill_box(surface, track, high / 2, palette.furniture)
        track.width = max(round(box.width * share), high)
        fill_box(surface, track, high / 2, palette.quiet)


_KINDS = {
    "talking": "leader.talking",
    "showing": "leader.showing",
    "moving": "leader.moving",
    "resting": "leader.resting",
    "paused": "leader.paused",
    "finished": "leader.finished",
}
