"""Gentle general texts for a movement that nobody has put into words yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from exercises.tags import Tag


@dataclass(frozen=True, slots=True)
class GeneralTexts:
    """What can be said of a movement by what leads in it.

    Attributes
    ----------
    id
        The beginning of an id.
    title
        What it may be called.
    how
        An invitation to it.
    away, home
        What is read on the way out and on the way back, at most 32 characters each.
    prompt
        A question to feel into.
    helps
        An everyday activity it may make easier.
    tag
        What it is good for, most of all.
    """

    id: str
    title: str
    how: str
    away: str
    home: str
    prompt: str
    helps: str
    tag: Tag


_ARMS_SIDE = GeneralTexts(
    "arms-to-the-side",
    "Arms to the side",
    "You might let the arm rise out to the side, as far as is easy, and float down again.",
    "arms rise with the breath",
    "arms float down",
    "Where does it feel light?",
    "reaching a shelf",
    "flexibility",
)
_ARMS_AHEAD = GeneralTexts(
    "arms-ahead",
    "Arms ahead",
    "You might let the arm rise ahead, as far as is easy, and sink again.",
    "arms rise with the breath",
    "arms sink down",
    "Is there air under the arms?",
    "reaching for a cup",
    "flexibility",
)
_KNEES = GeneralTexts(
    "soft-knees",
    "Soft knees",
    "You might let the knees soften, as far as is easy, and rise again.",
    "knees soften",
    "rise again, unhurried",
    "Do you feel the floor under the feet?",
    "stepping down from a kerb",
    "strength",
)
_RISING = GeneralTexts(
    "rise-and-sit",
    "Rise and sit",
    "You might rise as far as is easy, and lower yourself again, unhurried.",
    "rise, the floor pushes back",
    "lower, slow and soft",
    "Do you feel the floor pushing back?",
    "getting out of a chair",
    "strength",
)
_UNFOLDING = GeneralTexts(
    "knee-unfolds",
    "The knee unfolds",
    "You might let the knee unfold, as far as is easy, and bend again.",
    "the knee unfolds",
    "the foot comes home",
    "What do you feel along the thigh?",
    "stepping over a threshold",
    "strength",
)
_BY_MEASURE: Mapping[str, GeneralTexts] = MappingProxyType(
    {
        "shoulder_abduction": _ARMS_SIDE,
        "shoulder_flexion": _ARMS_AHEAD,
        "elbow_flexion": GeneralTexts(
            "bend-the-elbow",
            "Bend and straighten the elbow",
            "You might let the elbow bend, as far as is easy, and straighten again.",
            "the hand comes closer",
            "the hand floats away",
            "How does the hand feel on its way?",
            "lifting a cup",
            "flexibility",
        ),
        "wrist_span": GeneralTexts(
            "open-and-close",
            "Open and close the arms",
            "You might let the arms open, as wide as is easy, and come together again.",
            "arms open",
            "arms come together",
            "Is there space across the chest?",
            "drawing the curtains open",
            "flexibility",
        ),
        "hip_flexion": GeneralTexts(
            "lift-the-knee",
            "Lift the knee",
            "You might let one knee lift, as far as is easy, and sink again.",
            "the knee lifts",
            "the foot comes home",
            "Do you feel the other foot on the floor?",
            "climbing a stair",
            "strength",
        ),
        "hip_abduction": GeneralTexts(
            "leg-to-the-side",
            "Leg to the side",
            "You might let one leg drift to the side, as far as is easy, and come home.",
            "the leg drifts out",
            "the leg comes home",
            "Does the standing side grow steady?",
            "stepping aside",
            "balance",
        ),
        "knee_flexion": _KNEES,
        "ankle_dorsiflexion": GeneralTexts(
            "ankles",
            "Toes up and down",
            "You might let the toes rise, as far as is easy, and sink again.",
            "the toes rise",
            "the toes sink",
            "Are the calves waking?",
            "walking on a slope",
            "flexibility",
        ),
        "trunk_side_lean": GeneralTexts(
            "lean-to-the-side",
            "Lean to the side",
            "You might lean over one side, as far as is easy, and rise to the middle.",
            "lean over one side",
            "rise to the middle",
            "Do you feel breath in the open ribs?",
            "reaching down for a bag",
            "flexibility",
        ),
        "trunk_forward_lean": GeneralTexts(
            "lean-ahead",
            "Lean ahead",
            "You might lean ahead with a long back, as far as is easy, and rise again.",
            "lean ahead, back long",
            "rise again, unhurried",
            "Do you feel the weight in the feet?",
            "bending to a low drawer",
            "strength",
        ),
        "neck_side_bend": GeneralTexts(
            "head-to-the-side",
            "Head to the side",
            "You might let one ear drift toward the shoulder, as far as is easy, and rise.",
            "the ear drifts down",
            "back to the middle",
            "Is there length on the long side?",
            "turning over in bed",
            "flexibility",
        ),
        "neck_rotation": GeneralTexts(
            "look-aside",
            "Look aside",
            "You might look slowly aside, as far as is easy, and come back to the middle.",
            "look slowly aside",
            "back to the middle",
            "What eases as the eyes lead?",
            "looking over the shoulder",
            "flexibility",
        ),
        "shoulder_hike": GeneralTexts(
            "lift-the-shoulders",
            "Lift the shoulders",
            "You might let the shoulders lift, as far as is easy, and sink again.",
            "the shoulders lift",
            "and let them sink",
            "Can you feel the letting-go?",
            "carrying a bag",
            "flexibility",
        ),
        "pelvis_shift": GeneralTexts(
            "shift-of-weight",
            "Shift of weight",
            "You might let the weight pass over one foot, as far as is easy, and come back.",
            "the weight passes over",
            "back to the middle",
            "How is the weight under each foot?",
            "walking in a crowd",
            "balance",
        ),
        "heel_height": GeneralTexts(
            "heels-rise",
            "Heels rise",
            "You might let the heels rise, as far as is easy, and sink quietly.",
            "the heels rise",
            "the heels sink quietly",
            "Where is the weight along the sole?",
            "reaching a high shelf",
            "balance",
        ),
    }
)
CARE = (
    "Smaller is just as welcome, and so is resting at any time.",
    "If today is not the day for it, it can wait.",
)
_STANDING_CARE = "A chair within reach is welcome."


def general_texts(measure: str, posture: str, *, rising: bool) -> GeneralTexts:
    """Return what can be said of a movement that the measure leads.

    Parameters
    ----------
    measure
        Its name, of `vision.measures.NAMES`.
    posture
        ``seated`` or ``standing`` at rest.
    rising
        Whether the measure grows on the way out.
    """
    if measure == "knee_flexion" and not rising:
        return _RISING if posture == "standing" else _UNFOLDING
    return _BY_MEASURE[measure]


def rises_from_seat() -> GeneralTexts:
    """Return what can be said of rising from a chair."""
    return _RISING


def general_care(posture: str) -> tuple[str, ...]:
    """Return kinder ways to do whatever it is."""
    return (*CARE, _STANDING_CARE) if posture == "standing" else CARE


def camera_text(posture: str, view: Literal["front", "side"], near: str | None = None) -> str:
    """Return how to sit or stand before the camera; `near` is the side to turn to it, if any."""
    how = "Sit" if posture == "seated" else "Stand"
    if view == "front":
        shown = "your hips, head and hands" if posture == "seated" else "your whole body"
        return f"{how} facing the camera, with {shown} in the picture."
    side = f"your {near} side" if near else "one side"
    return f"{how} with {side} to the camera, and your whole body in the picture."
