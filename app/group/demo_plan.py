"""What a drawn group does: a welcome, one movement, a rest, a few words to end with."""

from collections.abc import Collection, Sequence

from app.drawn_group.performer import way_of
from exercises.exercise import Exercise
from exercises.own_targets import own_targets
from exercises.ranges import SafeRange
from feedback.group.plan import GroupPlan, Move, Rest, Talk

# Seconds of each part, short: nobody drawn has anything to say (defaults of ours).
TALK_S, REST_S, MOVE_S = 6.0, 10.0, 40.0

# Of the way to the middle of a movement's range, which is as far as the guide goes: where the
# comfortable range and the limit end of somebody whose limit is near.
_NEAR_HIGH, _NEAR_LIMIT = 1.08, 1.15


def demo_plan(
    exercise: Exercise,
    places: Sequence[int],
    seated: Collection[int] = (),
    near: Collection[int] = (),
    *,
    move_s: float = MOVE_S,
    talk_s: float = TALK_S,
    rest_s: float = REST_S,
) -> GroupPlan:
    """Return what a drawn group practises.

    Parameters
    ----------
    seated
        The places whose people sit, and do the movement's seated way.
    near
        The places whose people have a limit of their own not far past where the guide goes.
    move_s
        How long all move.
    """
    shown = exercise.model_copy(update={"minutes": move_s / 60})
    sits = way_of(shown, "seated") or shown
    ways = {place: sits for place in places if place in seated}
    own = {place: near_limit(ways.get(place, shown)) for place in near}
    return GroupPlan(
        (
            Talk("welcome", talk_s),
            Move(shown, ways, own),
            Rest(rest_s),
            Talk("reflection", talk_s),
            Talk("goodbye", talk_s),
        ),
        tuple(places),
    )


def near_limit(exercise: Exercise) -> tuple[SafeRange, ...]:
    """Return ranges whose limits lie not far past where the guide goes."""
    ranges = []
    for own in own_targets(exercise):
        target = own.target
        if target.role == "lead":
            way = (target.low + target.high) / 2 - target.rest
            ends = (target.low, target.rest + _NEAR_HIGH * way)
            low, high = min(ends), max(ends)
            limit = target.rest + _NEAR_LIMIT * way
            ranges.append(SafeRange(own.measure.key, low, high, limit, exercise.id))
    return tuple(ranges)
