"""What a drawn group does: a welcome, one movement, a rest, a few words to end with."""

from collections.abc import Collection, Sequence

from app.drawn_group.performer import way_of
from exercises.exercise import Exercise
from feedback.group.plan import GroupPlan, Move, Rest, Talk

# Seconds of each part, short: nobody drawn has anything to say (defaults of ours).
TALK_S, REST_S, MOVE_S = 6.0, 10.0, 40.0


def demo_plan(
    exercise: Exercise,
    places: Sequence[int],
    seated: Collection[int] = (),
    *,
    move_s: float = MOVE_S,
    talk_s: float = TALK_S,
    rest_s: float = REST_S,
) -> GroupPlan:
    """Return what a drawn group practises.

    Each place keeps to the movement's own ranges, as it is given.

    Parameters
    ----------
    seated
        The places whose people sit, and do the movement's seated way.
    move_s
        How long all move.
    """
    shown = exercise.model_copy(update={"minutes": move_s / 60})
    sits = way_of(shown, "seated") or shown
    ways = {place: sits for place in places if place in seated}
    return GroupPlan(
        (
            Talk("welcome", talk_s),
            Move(shown, ways),
            Rest(rest_s),
            Talk("reflection", talk_s),
            Talk("goodbye", talk_s),
        ),
        tuple(places),
    )
