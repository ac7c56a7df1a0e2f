"""A group's practice in its windows, from its opening to its quiet ending."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field

import click

from app.clock import monotonic
from app.group.answered import answers_of
from app.group.answers import GroupAnswers
from app.group.following import GroupFollow, follow_no_group
from app.group.inviting import Inviting
from app.group.leader_desk import LeaderDesk
from app.group.loop import GroupLoop
from app.group.ready import Ready
from app.group.windows import Windows
from app.settings import Settings, keep_choices
from app.sounds import Sounds
from app.timings import Timings
from exercises.exercise import Exercise
from feedback.group.group import Group
from feedback.group.plan import GroupPlan, Move
from vision.source import Source
from vision.zones import Zone

Running = Callable[[Callable[[], GroupAnswers]], AbstractContextManager[GroupFollow]]
"""Given what returns the answers so far, gives what takes the practice while it runs."""
Keep = Callable[[Group, float, GroupAnswers], None]
"""Given the practice, the second at which it is over, and what was answered so far."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a group is shown.

    Attributes
    ----------
    initials
        Of who leads today.
    seconds
        End after so long, if given.
    stats
        Print the timings at the end.
    """

    initials: str = ""
    seconds: float | None = None
    stats: bool = False
    apart: frozenset[int] = field(default_factory=frozenset)


def first_at(plan: GroupPlan) -> dict[int, Exercise]:
    """Return the movement that each place begins with."""
    move = next(beat for beat in plan.beats if isinstance(beat, Move))
    return {place: move.way(place) for place in plan.places}


def movements_of(plan: GroupPlan) -> list[Exercise]:
    """Return the movements of a plan, as the guide shows them."""
    return [beat.shown for beat in plan.beats if isinstance(beat, Move)]


def lead(
    windows: Windows,
    ready: Ready,
    settings: Settings,
    open_source: Callable[[], Source] | None,
    zones: Sequence[Zone],
    *,
    how: Shown | None = None,
    keep: Keep = lambda group, t, answers: None,
    running: Running = lambda answers: nullcontext(follow_no_group),
    timings: Timings | None = None,
) -> Group | None:
    """Let a group practise in windows that are there; return it, or `None` where it never began.

    Parameters
    ----------
    open_source
        Opens what is looked at; `None` where the guide leads alone.
    keep
        Called as soon as it is over, also where it was broken off, and again once all were asked
        at the end; not where nothing began.
    running
        Takes the practice while it runs.

    Raises
    ------
    SourceError, ModelError
        Where the source or the model cannot be used.
    """
    # Imported once the windows are there: it takes a while.
    from app.group.watching import Nobody, Watch, Watching

    timings, how = timings or Timings(), how or Shown()
    plan = ready.plan
    with ExitStack() as stack:
        sounds = stack.enter_context(Sounds.of(settings, movements_of(plan)))
        sounds.open(monotonic())
        watch: Watch = Nobody()
        if open_source is not None:
            watch = stack.enter_context(Watching(open_source, zones, first_at(plan)))
        # Nobody is asked for what would not be kept.
        asked = () if windows.one else sorted(ready.kept)
        desk = LeaderDesk(windows.size, settings.language, asked)
        desk.ask("before")
        follow = stack.enter_context(running(lambda: answers_of(desk.answers)))
        loop = GroupLoop(
            lambda t: Group(plan, t, rest_s=settings.rest_seconds, apart=how.apart),
            watch,
            windows,
            desk,
            timings,
            sounds=sounds,
            language=settings.language,
            codes=ready.codes,
            initials=how.initials,
            inviting=Inviting(ready.resting),
            finished=lambda group: keep(group, monotonic(), answers_of(desk.answers)),
            follow=follow,
        )
        try:
            loop.run(how.seconds)
        finally:
            if loop.group is not None:
                keep(loop.group, monotonic(), answers_of(desk.answers))
        if isinstance(watch, Watching):
            timings.count("longest wait, ms", round(1000 * watch.live.detection.longest_wait_s))
            timings.count("frames superseded", watch.live.superseded)
    keep_choices(settings, windows.choices)
    if how.stats:
        for line in timings.lines():
            click.echo(line)
    return loop.group
