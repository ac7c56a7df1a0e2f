"""A first file for a movement of one's own: complete, and with a comment beside each choice."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from exercises.definition import Movement
from exercises.exercise import Exercise
from exercises.general_texts import camera_text, general_care
from exercises.rebuilt import rebuilt
from exercises.writing import written

Posture = Literal["seated", "standing", "lying"]

HEAD = """\
A movement of your own. Change what you like, and then:
unhurried movements check {file}
Ranges are a first guess, for anyone; a person's own safe range takes their place.
How each part is written is told in "Writing a movement", in the documents."""

ABOVE: Mapping[str, str] = MappingProxyType(
    {
        "number": "Where it stands in lists; variants share one.",
        "title": "All texts are read by the person moving: invitations, in calm words.",
        "sides": "each: both at once, counted apart. together: both, counted as one.\n"
        "alternating: left, then right. midline: there are no sides.",
        "pace": "breath: the phases are breathed in and out. natural: the person's own breath.",
        "repetitions": "Of each side where they alternate; 0 for a posture that is kept.",
        "care": "Kinder ways to do it, and when to leave it for another day.",
        "tags": "Of: flexibility, strength, balance, low-impact-aerobic, breath, rest.",
        "helps": "The everyday activity that it makes easier.",
        "targets[0]": "What the camera measures. lead: carries and counts the movement.\n"
        "follow: goes along. steady: stays where it rests.",
        "phases[0]": "One cycle, phase after phase. travel: how far the lead has come at the end, "
        "0 rest, 1 the middle of the comfortable range. guide: the posture it ends in.",
    }
)
BESIDE: Mapping[str, str] = MappingProxyType(
    {
        "posture": "seated, standing or lying",
        "view": "where the camera looks from: front or side; any where nothing is measured",
        "minutes": "rests included",
        "prompt": "felt into while pausing",
        "targets[0].measure": "degrees; 0 hangs down, 90 is level",
        "targets[0].rest": "where it starts",
        "targets[0].ceiling": "past it, the program says that this is plenty",
        "phases[0].words": "at most 32 characters",
        "phases[0].breath": "in, out, rest; natural where the pace is",
    }
)
LYING_ABOVE: Mapping[str, str] = MappingProxyType(
    {
        "view": "A lying body is not measured: the movement runs by time and breath alone.",
        "phases[0]": "One cycle, phase after phase. guide: the posture it ends in.",
    }
)


def template(movement_id: str, posture: Posture, number: int, file: str) -> str:
    """Return the text of a first file, which holds together as it is.

    Parameters
    ----------
    movement_id
        What the movement is to be called.
    posture
        What it is done in.
    number
        Its place in lists.
    file
        How the file is called, for the comment on top.

    Raises
    ------
    pydantic.ValidationError
        For an id that is none.
    """
    lying = posture == "lying"
    exercise = Exercise.model_validate(
        {
            "format": 1,
            "id": movement_id,
            "number": number,
            "title": movement_id.replace("-", " ").capitalize(),
            "posture": posture,
            "tags": ("flexibility",),
            "repetitions": 0 if lying else 5,
            "minutes": 2,
            "pace": "breath",
            **(_knees() if posture == "lying" else _arms(posture)),
        }
    )
    above = {"": HEAD.format(file=file), **ABOVE, **(LYING_ABOVE if lying else {})}
    beside = {path: note for path, note in BESIDE.items() if not (lying and path == "view")}
    return written(exercise, above, beside)


def like(exercise: Exercise, movement_id: str, number: int, file: str) -> str:
    """Return the text of a file with another movement under a new id, as a beginning.

    Raises
    ------
    pydantic.ValidationError
        For an id that is none.
    """
    copy = rebuilt(exercise, id=movement_id, number=number, variants=(), **_alone(exercise))
    head = f"{HEAD.format(file=file)}\nIt begins as {exercise.id}."
    return written(copy, {"": head})


def _alone(exercise: Movement) -> dict[str, Any]:
    """Return what ties a movement to others, taken away."""
    return {name: () for name in ("alike",) if getattr(exercise, name, ())}


def _arms(posture: Literal["seated", "standing"]) -> dict[str, Any]:
    rise = {"shoulder_elevation": 75, "shoulder_plane": 10, "elbow_flexion": 14}
    return {
        "view": "front",
        "camera": camera_text(posture, "front"),
        "sides": "each",
        "prompt": "Where does it feel light?",
        "how": "You might let both arms rise out to the sides, and float down.",
        "care": general_care(posture),
        "helps": "reaching a shelf",
        "targets": (
            {"measure": "shoulder_abduction", "rest": 0, "low": 60, "high": 90, "ceiling": 110},
        ),
        "phases": (
            _phase("rise", "arms rise with the breath", "in", 4, 1, rise),
            _phase("float-down", "arms float down", "out", 6, 0, {}),
        ),
    }


def _knees() -> dict[str, Any]:
    sway = {"trunk_twist": -20}
    return {
        "view": "any",
        "camera": "The camera can rest: lying down is not measured.",
        "sides": "alternating",
        "prompt": "Where does the back widen?",
        "how": "You might let both knees sway to one side, and come back to the middle.",
        "care": general_care("lying"),
        "helps": "turning over in bed",
        "phases": (
            _phase("sway", "knees sway over", "out", 6, 1, sway),
            _phase("return", "back to the middle", "in", 4, 0, {}),
        ),
    }


def _phase(
    phase_id: str,
    words: str,
    breath: str,
    seconds: float,
    travel: float,
    guide: Mapping[str, float],
) -> dict[str, Any]:
    return {
        "id": phase_id,
        "words": words,
        "breath": breath,
        "seconds": seconds,
        "travel": travel,
        "guide": dict(guide),
    }
