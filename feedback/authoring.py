"""From a performance that was seen to the definition of a movement like it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from exercises.exercise import Exercise
from exercises.general_texts import (
    GeneralTexts,
    camera_text,
    general_care,
    general_texts,
    rises_from_seat,
)
from exercises.rebuilt import rebuilt
from feedback.authoring_counts import that_counts
from feedback.authoring_cycle import Cycle, cycle_of
from feedback.authoring_guide import keyframes_of
from feedback.authoring_lead import Lead, error_in, in_turn
from feedback.authoring_led import Look, led, off_square
from feedback.authoring_pace import Pace, took, unhurried
from feedback.authoring_phases import come_of, phases_of, rises_in
from feedback.authoring_posture import postures
from feedback.authoring_rests import from_rest_to_rest
from feedback.authoring_seated import Seat, seat_of
from feedback.authoring_seen import Seen
from feedback.authoring_targets import targets_of
from feedback.authoring_turns import taking_turns
from vision.viewpoint import SQUARE_DEG

# Offered repetitions, and of each side where they alternate (defaults of ours, unvalidated).
REPETITIONS, REPETITIONS_IN_TURN = 5, 3


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """A definition, and what it was made from.

    Attributes
    ----------
    exercise
        The movement, its texts general ones.
    lead
        What carried the performance.
    took
        How long its parts took.
    seat
        Whether it was done sitting.
    error
        The expected error of the measure that leads; NaN where it never had a number.
    turn_deg
        How far the person was turned to their own left from facing the camera.
    square
        Whether they stood square enough to the view for numbers.
    start_s, end_s
        From when to when they stayed before the camera.
    counted
        How many repetitions are counted with the definition in what it was made from, by side.
    """

    exercise: Exercise
    lead: Lead
    took: Pace
    seat: Seat
    error: float
    turn_deg: float
    square: bool
    start_s: float
    end_s: float
    counted: Mapping[str, int]

    def called(self, movement_id: str) -> "Proposal":
        """Return the proposal under another id."""
        return replace(self, exercise=rebuilt(self.exercise, id=movement_id))


def propose(look: Look, *, movement_id: str | None, title: str | None, number: int) -> Proposal:
    """Return the definition of a movement like the one that was seen.

    Parameters
    ----------
    look
        Gives what was seen of the performance, measured for a view.
    movement_id, title
        What it is to be called; general ones where `None`.
    number
        Its place in the library.

    Raises
    ------
    NothingToProposeError
        Where nothing moved that could be seen.
    """
    seen, lead = led(look)
    lead = from_rest_to_rest(seen, taking_turns(seen, lead))
    seat = seat_of(cycle_of(seen, lead.ways), seen)
    if _is_one_leg(lead, seat):
        lead = in_turn(lead, seen.near_side, (seen.near_side,))
    cycle = cycle_of(seen, lead.ways)
    texts = _texts(lead, seat)
    one_side = lead.sides == "alternating" and len({side for side, _ in lead.ways}) == 1
    tempo = took([way for _, way in lead.ways], in_turn=one_side)
    said: dict[str, Any] = {
        "format": 1,
        "id": movement_id or f"{texts.id}-{seat.posture}",
        "number": number,
        "title": title or f"{texts.title}, {seat.posture}",
        "posture": seat.posture,
        "view": seen.view,
        "camera": camera_text(seat.posture, seen.view, _side_to_turn(lead, seen)),
        "sides": lead.sides,
        "repetitions": REPETITIONS_IN_TURN if lead.sides == "alternating" else REPETITIONS,
        "prompt": texts.prompt,
        "how": texts.how,
        "care": general_care(seat.posture),
        "tags": (texts.tag,),
        "helps": texts.helps,
        "targets": targets_of(lead, cycle, seen),
    }
    ways = [
        {**said, **_way(lead, cycle, seen, seat, tempo, texts, straight=straight)}
        for straight in (False, True)
    ]
    exercise, counted = that_counts(ways, look(seen.view), len(lead.ways))
    return Proposal(
        exercise=exercise,
        lead=lead,
        took=tempo,
        seat=seat,
        error=error_in(seen, lead),
        turn_deg=seen.turn_deg,
        square=off_square(seen) <= SQUARE_DEG,
        start_s=float(seen.times[0]),
        end_s=float(seen.times[-1]),
        counted=counted,
    )


def _is_one_leg(lead: Lead, seat: Seat) -> bool:
    """Return whether what the near leg was seen to do is done by one leg at a time.

    The far leg is hidden behind it. A lifted leg leaves the other one to stand or sit on; and who
    sits unfolds one knee.
    """
    unfolds = lead.measure == "knee_flexion" and lead.top < lead.rest and seat.sits
    lifts = lead.measure == "hip_flexion"
    return lead.sides == "together" and not seat.rises and (unfolds or lifts)


def _texts(lead: Lead, seat: Seat) -> GeneralTexts:
    if lead.measure in ("knee_flexion", "hip_flexion") and seat.rises:
        return rises_from_seat()
    return general_texts(lead.measure, seat.posture, rising=lead.top > lead.rest)


def _side_to_turn(lead: Lead, seen: Seen) -> str | None:
    """Return which side to turn to the camera, where one alone was shown from the side."""
    only_one = lead.sides == "alternating" and len(lead.shown) == 1
    return seen.near_side if seen.view == "side" and only_one else None


def _way(
    lead: Lead,
    cycle: Cycle,
    seen: Seen,
    seat: Seat,
    tempo: Pace,
    texts: GeneralTexts,
    *,
    straight: bool,
) -> Mapping[str, Any]:
    """Return the stance, the pace and the phases, of a guide that goes `straight` or not."""
    come = come_of(lead, cycle, seen)
    stance, keyframes = keyframes_of(
        postures(cycle, seen, lead, seated=seat.sits),
        come,
        seen.view,
        seated=seat.sits,
        alternating=lead.sides == "alternating",
        straight=straight,
    )
    pace = unhurried(tempo, rises_in=rises_in(lead))
    phases = phases_of(lead, come, keyframes, pace, texts)
    natural = phases[0]["breath"] == "natural"
    return {"pace": "natural" if natural else "breath", "stance": stance, "phases": phases}
