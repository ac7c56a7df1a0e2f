"""What is said of a proposed movement: the comments in its file, and the lines at the terminal."""

from collections.abc import Iterator, Mapping
from math import ceil, isnan

from exercises.unit_words import UNIT_WORDS
from exercises.writing import written
from feedback.authoring import Proposal
from feedback.authoring_led import NothingToProposeError, Why
from vision.measures import MEASURES, indices_of

REWORD = "Reword: a gentle general text."
NOTHING: dict[Why, str] = {
    "nobody": "nobody was seen to stay in one place before the camera, head to hips in the picture",
    "away": "the person faces away from the camera; face it, or turn one side to it",
    "still": "nothing moved that could be seen, out from rest and back; perform it two or three "
    "times, unhurried, with the whole movement in the picture",
    "legs": "only the legs moved, and from the front their angles are not seen; turn one side to "
    "the camera",
}
# A performance that took less than this share of the guide's time is told of.
QUICK = 0.85


def nothing_line(found: NothingToProposeError) -> str:
    """Return the one line to say where there is nothing to propose."""
    return NOTHING[found.why]


def proposal_text(proposal: Proposal, source: str, file: str) -> str:
    """Return the proposed definition as TOML, with comments on what only a person can know.

    Parameters
    ----------
    source
        Where the performance came from, as it may be written down.
    file
        How the file will be called.
    """
    return written(proposal.exercise, _above(proposal, source, file), _beside(proposal))


def _above(proposal: Proposal, source: str, file: str) -> Mapping[str, str]:
    head = [
        f"Proposed from a performance ({source}): angles, times and postures as they were seen.",
        "What could not be seen is a general text, and says so; please reword it. Then:",
        f"unhurried movements check {file}",
        *_doubts(proposal),
    ]
    lead = proposal.exercise.targets[0]
    return {
        "": "\n".join(head),
        "title": REWORD,
        "sides": _about_sides(proposal),
        "prompt": f"{REWORD} A question to feel into while pausing.",
        "how": f"{REWORD} An invitation: you might…",
        "care": f"{REWORD} Kinder ways to do it, and when to leave it for another day.",
        "tags": "A guess. Of: flexibility, strength, balance, low-impact-aerobic, breath, rest.",
        "helps": "A guess: the everyday activity that it makes easier.",
        "targets[0]": f"Shown from {_number(proposal.lead.rest)} to about "
        f"{_number(proposal.lead.top)} {_unit(lead.measure)}{_within(proposal)}. The range about "
        "it, and the ceiling, are a modest guess of ours; a person's own safe range takes their "
        "place.",
        "phases[0]": _about_times(proposal),
    }


def _beside(proposal: Proposal) -> Mapping[str, str]:
    notes = {
        f"targets[{row}].measure": _unit(target.measure)
        for row, target in enumerate(proposal.exercise.targets)
    }
    for row in range(len(proposal.exercise.phases)):
        notes[f"phases[{row}].words"] = "reword; at most 32 characters"
    if not proposal.seat.known:
        notes["posture"] = "a guess: the legs were not seen"
    return notes


def _doubts(proposal: Proposal) -> Iterator[str]:
    if not proposal.square:
        yield (
            f"The person stood turned by about {abs(proposal.turn_deg):.0f} degrees, between front "
            f"and side: angles are rough. For sure ones, perform it square to the camera "
            f"({proposal.exercise.view} view)."
        )
    if proposal.exercise.view == "side" and proposal.exercise.sides in ("each", "together"):
        yield "The far side was hidden; it is taken to do the same."


def _about_sides(proposal: Proposal) -> str:
    shown = proposal.lead.shown
    if len(shown) == 1:
        return (
            f"It was shown on the {shown[0]}; written for the left, it is offered to one side and "
            "then the other."
        )
    if len(shown) > 1:
        return "It was shown to one side and then the other; written for the left."
    return ""


def _about_times(proposal: Proposal) -> str:
    took, guide = proposal.took, proposal.exercise
    parts = [f"{took.out_s:.1f} s out", f"{took.back_s:.1f} s back"]
    if took.stay_s >= 0.5:
        parts.insert(1, f"{took.stay_s:.1f} s at the top")
    said = f"It took {', '.join(parts)}."
    if took.out_s + took.stay_s + took.back_s < QUICK * guide.cycle_s:
        said += " The guide takes its time: no quicker than is calm, and than a breath."
    if guide.pace == "breath":
        return said + " The breath is a guess: schools differ."
    return said + " The breath is the person's own, so that nobody holds it."


def proposal_lines(proposal: Proposal) -> Iterator[str]:
    """Yield what to say at the terminal of a proposal, a line each."""
    exercise, lead = proposal.exercise, proposal.lead
    times = "once" if len(lead.ways) == 1 else f"{len(lead.ways)} times"
    yield (
        f"seen {times} from {proposal.start_s:.0f} to {proposal.end_s:.0f} s: {exercise.title}, "
        f"from the {exercise.view}, sides {exercise.sides}"
    )
    yield (
        f"{lead.measure} leads, from {_number(lead.rest)} to about {_number(lead.top)} "
        f"{_unit(lead.measure)}{_within(proposal)}"
    )
    for target in exercise.targets[1:]:
        goes = "goes along" if target.role == "follow" else "stays"
        yield f"{target.measure} {goes}"
    yield _about_times(proposal)
    yield from _doubts(proposal)
    yield f"counted with it: {_counted(proposal)}"


def _counted(proposal: Proposal) -> str:
    if not proposal.counted:
        return "none; stand or sit still for a few seconds first, and perform it again"
    parts = [f"{count} {side}" for side, count in sorted(proposal.counted.items())]
    done = len(proposal.lead.ways)
    enough = max(proposal.counted.values()) >= done or sum(proposal.counted.values()) >= done
    return ", ".join(parts) + ("" if enough else f", of {done}; perform it again, more alike")


def _within(proposal: Proposal) -> str:
    return "" if isnan(proposal.error) else f", each within about {_error(proposal)}"


def _error(proposal: Proposal) -> str:
    small = MEASURES[indices_of(proposal.lead.measure)[0]].unit == "shoulder_widths"
    return f"{ceil(10 * proposal.error) / 10:g}" if small else f"{ceil(proposal.error)}"


def _number(value: float) -> str:
    return f"{value:.1f}" if abs(value) < 5 else f"{value:.0f}"


def _unit(measure: str) -> str:
    return UNIT_WORDS[MEASURES[indices_of(measure)[0]].unit]
