"""Every code, system and unit that a FHIR bundle may hold. What has no code here is refused.

LOINC codes are those of DOMAIN.md, section 5; none has been added. Where one exists for no side, or
for the left alone, the code without a side is used for the other, and the body site tells it.
"""

from typing import Literal

from vision.measures import NAMES, Side, Unit, Withheld

ROOT = "https://unhurried.invalid/fhir"
"""Begins every system of our own. It names them and leads nowhere: `.invalid` is reserved for
addresses that do not exist (RFC 2606), so it can never become somebody else's."""
LOCAL = f"{ROOT}/CodeSystem/measures"
PERSON_CODE = f"{ROOT}/person-code"
VERSION = "1"
"""Of the local codes; it rises when one changes its meaning."""

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"

Whose = Side | Literal["both"]
"""A side, or both where two count as one."""

PAIN = "72514-3"
_ANY_SIDE = {"shoulder_flexion": "41389-8", "shoulder_abduction": "41381-5"}
_OF_SIDE: dict[tuple[str, Whose], str] = {
    ("shoulder_flexion", "left"): "41295-7",
    ("shoulder_flexion", "right"): "41307-0",
    ("shoulder_abduction", "left"): "41299-9",
    ("knee_flexion", "left"): "41343-5",
    ("knee_flexion", "right"): "41347-6",
}
_SITES: dict[tuple[str, Whose], str] = {
    ("shoulder", "right"): "91774008",
    ("shoulder", "left"): "91775009",
    ("knee", "left"): "82169009",
    ("knee", "right"): "6757004",
}
_PARTS = {
    "shoulder_flexion": "shoulder",
    "shoulder_abduction": "shoulder",
    "elbow_flexion": "elbow",
    "hip_flexion": "hip",
    "hip_abduction": "hip",
    "knee_flexion": "knee",
    "ankle_dorsiflexion": "ankle",
    "trunk_side_lean": "trunk",
    "trunk_forward_lean": "trunk",
    "neck_side_bend": "neck",
    "neck_rotation": "neck",
    "shoulder_hike": "shoulder",
    "pelvis_shift": "pelvis",
    "heel_height": "heel",
}

LOCAL_CODES: dict[str, str] = {
    **{name: f"{name.replace('_', ' ')}, seen in the view plane" for name in NAMES},
    "expected-error": "within this the value lies of the truth in nine of ten cases",
    "repetitions": "how many repetitions it is the median of",
    "range": "median distance of the top from the person's own rest",
    "hold": "median time at the top",
    "tracking-quality": "mean share of the landmarks needed that were seen",
    "withheld": "share of the looks in which the measure had no number",
    "movement": "which movement, by its id",
    "movement-practised": "one movement of a practice",
    "active-time": "time in a movement, pauses left out",
    "partial": "repetitions that came part of the way",
    "completed": "whether the movement came to its own end",
    "clinician-observation": "what a clinician observed, scales of our own",
    "breath-ease": "0 laboured or held to 10 quite at ease",
    "gait": "0 unsteady to 10 quite steady",
    "alignment": "0 folded to 10 tall and easy",
    "help": "what help was needed: none, words, touch or support",
    "attendance": "whether they came: came, in-part, excused or away",
    "time-on-task": "time for which they were with the practice",
}
"""The local codes, with what each means."""

UNITS: dict[Unit, str] = {
    "degrees": "deg",
    "percent": "%",
    "shoulder_widths": "{shoulder_width}",
}
"""The UCUM code of each measure's unit."""
UCUM_CODES = frozenset({*UNITS.values(), "s", "min", "{score}", "{repetition}"})
LOINC_CODES = frozenset({PAIN, *_ANY_SIDE.values(), *_OF_SIDE.values()})
SNOMED_CODES = frozenset(_SITES.values())
CATEGORIES = frozenset({"survey", "therapy", "exam"})
ABSENT_CODES = frozenset({"unknown", "not-applicable", "not-performed"})

LOINC_NOTICE = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright © "
    "Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) "
    "Committee and is available at no cost under the license at http://loinc.org/license. LOINC® "
    "is a registered United States trademark of Regenstrief Institute, Inc."
)
SNOMED_NOTICE = (
    "This material includes SNOMED Clinical Terms® (SNOMED CT®), used under the licence that the "
    "sender declared to hold."
)


def loinc_of(name: str, side: Whose | None) -> str | None:
    """Return the LOINC code of a measure; `None` where DOMAIN.md names none for it.

    It is the one of the side where there is one, else the one without a side.
    """
    of_side = None if side is None else _OF_SIDE.get((name, side))
    return of_side or _ANY_SIDE.get(name)


def site_of(name: str, side: Whose | None) -> tuple[str, str | None] | None:
    """Return where on the body a measure is, in words, and its SNOMED code where one is known."""
    part = _PARTS.get(name)
    if part is None:
        return None
    if side is None:
        return part, None
    return f"{side} {part}{'s' if side == 'both' else ''}", _SITES.get((part, side))


def absent_reason(why: Withheld | None) -> str:
    """Return the code of why there is no value; `None` stands for nothing having been done."""
    if why is None:
        return "not-performed"
    return "not-applicable" if why is Withheld.NOT_ASKED else "unknown"
