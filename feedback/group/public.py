"""What everybody sees of a group's practice, gathered: nothing in it is of one person."""

from dataclasses import replace

from feedback.group.common import Common
from feedback.group.passage import Passage
from feedback.group.plan import Talk
from feedback.group.step import Public, Seat
from feedback.group.time import GroupTime


def public_of(time: GroupTime, passage: Passage, common: Common, seats: tuple[Seat, ...]) -> Public:
    """Return what the projected screen may show.

    Parameters
    ----------
    time
        Where the group is.
    passage
        What guide and breath show, on their way over from the part before.
    common
        What is said to all.
    seats
        The places, in the order of the circle.
    """
    moment = time.moment()
    paced = time.doing in ("showing", "moving")
    beat = time.plan.beats[time.index]
    talk = beat.id if isinstance(beat, Talk) and time.doing == "talking" else None
    return Public(
        kind=time.kind,
        exercise=None if time.finished or time.move is None else time.move.shown,
        phase=moment.phase if paced else 0,
        side=moment.side if paced else None,
        guide=passage.guide,
        breath=replace(time.breath(), fullness=passage.fullness),
        talk=None if time.finished else talk,
        remaining_s=time.remaining_s,
        said=common.said,
        said_since_s=common.since_s,
        seats=seats,
    )
