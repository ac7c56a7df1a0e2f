"""The summary of an analysed recording, as plain JSON; ``docs/analysis.md`` tells every field."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from math import isfinite
from pathlib import Path
from typing import Any

from app.measured_summary import angles_of, view_of
from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.coach import Summary
from feedback.repetition import Repetition
from vision.measures import MEASURES, Unit, indices_of
from vision.models import MEDIAPIPE_VERSION, ModelSize
from vision.zones import Zone

# Decimals of what is told in a measure's own unit.
_DECIMALS: dict[Unit, int] = {"degrees": 1, "percent": 1, "shoulder_widths": 2}


@dataclass(frozen=True, slots=True)
class Whose:
    """Who was analysed: a person's code, and their own ranges; by default nobody's."""

    person: str | None = None
    ranges: Sequence[SafeRange] = ()


def summary_of(
    exercise: Exercise,
    zones: list[Summary],
    *,
    frames: int,
    seconds: float,
    incomplete: bool,
    model: ModelSize | None,
    height_px: int,
    whose: Whose | None = None,
    places: Sequence[Zone] = (),
) -> dict[str, Any]:
    """Return what ``summary.json`` holds.

    Parameters
    ----------
    model
        `None` where landmarks were replayed.
    height_px
        Height of the pictures.
    whose
        Whose ranges held, where they were somebody's.
    places
        Where the zones are in the picture, one for each; without any, there is one for one person.
    """
    whose = whose or Whose()
    return {
        "movement": exercise.id,
        "person": whose.person,
        "ranges": [
            {
                "measure": own.measure_key,
                "low": round(own.low, 2),
                "high": round(own.high, 2),
                "ceiling": round(own.ceiling, 2),
            }
            for own in whose.ranges
            if own.exercise_id in (exercise.id, None)
        ],
        "frames": frames,
        "seconds": round(seconds, 3),
        "incomplete": incomplete,
        "software": f"unhurried {version('unhurried')}",
        "model": f"pose_landmarker_{model}, mediapipe {MEDIAPIPE_VERSION}" if model else "replay",
        "zones": [
            {"zone": number, **at, **_zone(exercise, zone, height_px)}
            for (number, at), zone in zip(_numbered(zones, places), zones, strict=True)
        ],
    }


def _numbered(
    zones: list[Summary], places: Sequence[Zone]
) -> list[tuple[int, dict[str, list[float]]]]:
    """Return each zone's number, and where it is, where that is told."""
    if not places:
        return [(number, {}) for number in range(1, len(zones) + 1)]
    return [
        (
            place.number,
            {"at": [round(edge, 4) for edge in (place.left, place.top, place.width, place.height)]},
        )
        for place in places
    ]


def write_summary(path: Path, summary: dict[str, Any]) -> None:
    """Write `summary` to `path`, readable by people too."""
    text = json.dumps(summary, indent=2, ensure_ascii=False, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")


def _zone(exercise: Exercise, zone: Summary, height_px: int) -> dict[str, Any]:
    return {
        "seen_fraction": round(zone.seen_fraction, 4),
        "tracking_quality": round(zone.measured.quality, 4),
        "view": view_of(exercise, zone.measured, height_px),
        **angles_of(exercise, zone.measured),
        "counted": _counted(exercise),
        "repetitions": [_repetition(exercise, done) for done in zone.repetitions],
        "partial": zone.partial,
        "unfinished": zone.unfinished,
        "cues": [{"t_s": round(t_s, 3), "cue": cue} for t_s, cue in zone.cues],
    }


def _lead(exercise: Exercise) -> tuple[str, Unit] | None:
    """Return the measure that is counted, and its unit; `None` where nothing is."""
    lead = exercise.lead
    return (
        None
        if lead is None or not exercise.repetitions
        else (lead.measure, MEASURES[indices_of(lead.measure)[0]].unit)
    )


def _counted(exercise: Exercise) -> dict[str, str] | None:
    lead = _lead(exercise)
    return None if lead is None else {"measure": lead[0], "unit": lead[1]}


def _repetition(exercise: Exercise, done: Repetition) -> dict[str, Any]:
    lead = _lead(exercise)
    decimals = _DECIMALS[lead[1] if lead else "degrees"]
    return {
        "side": done.side,
        "start_s": round(done.start_s, 3),
        "peak_s": round(done.peak_s, 3),
        "end_s": round(done.end_s, 3),
        "peak": _told(done.peak, decimals),
        "peak_error": _told(done.peak_error, decimals),
        "range": _told(done.range, decimals),
        "hold_s": _told(done.hold_s, 2),
        "out_s": _told(done.out_s, 2),
        "back_s": _told(done.back_s, 2),
        "speed": _told(done.speed, decimals),
        "smoothness": _told(done.smoothness, 2),
    }


def _told(value: float, decimals: int) -> float | None:
    """Return `value` for JSON, which has no NaN."""
    return round(value, decimals) if isfinite(value) else None
