"""Flags a therapist sets on a person, and what each of them changes by itself.

What a flag changes in one movement alone is written in that movement's own cautions; what stands
here holds for every movement, a clinic's own included.
"""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Literal, get_args

Flag = Literal[
    "achilles-pain",
    "arm-tingling",
    "back-or-rib-surgery",
    "balance",
    "breath-hold-unsafe",
    "clot-symptoms",
    "dizziness",
    "hip-precautions",
    "knee-arthrosis",
    "neck-acute",
    "osteoporosis",
    "post-exertional-malaise",
    "pregnancy",
    "sciatica",
    "shoulder-instability",
    "shoulder-pain",
    "tennis-elbow",
    "wrist-flare",
]
"""What is watched for; `flag.<id>` in the catalogues says each in words. ``breath-hold-unsafe``
stands for COPD or asthma, uncontrolled hypertension, panic or hyperventilation, and seizures."""

FLAGS: tuple[Flag, ...] = get_args(Flag)

NO_HOLDS: frozenset[Flag] = frozenset({"breath-hold-unsafe", "pregnancy"})
"""With one of these the breath is never held."""

NO_PROGRESSION: frozenset[Flag] = frozenset({"post-exertional-malaise"})
"""With one of these nothing more is ever proposed (NICE NG206)."""

_NECK = frozenset({"neck_side_bend", "neck_rotation"})
_SHOULDER = frozenset({"shoulder_flexion", "shoulder_abduction", "wrist_span"})

GUARDED: MappingProxyType[Flag, frozenset[str]] = MappingProxyType(
    {
        "arm-tingling": _NECK,
        "back-or-rib-surgery": frozenset({"trunk_side_lean"}),
        "dizziness": _NECK,
        "hip-precautions": frozenset({"hip_flexion", "hip_abduction"}),
        "neck-acute": _NECK | {"shoulder_hike"},
        "osteoporosis": frozenset({"trunk_side_lean"}),
        "shoulder-instability": _SHOULDER,
        "shoulder-pain": _SHOULDER,
    }
)
"""The measures whose end of range is cut by a flag in a movement whose own cautions say nothing of
it: a default of ours, unvalidated. A forward lean is not among those of osteoporosis, because a
hinge from the hips is what is done in place of rounding."""


def may_progress(flags: Iterable[Flag]) -> bool:
    """Return whether more may be proposed as time goes by."""
    return NO_PROGRESSION.isdisjoint(flags)
