"""The summary of an analysed recording, as plain JSON."""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from exercises.exercise import Exercise
from feedback.coach import Summary
from vision.models import MEDIAPIPE_VERSION, ModelSize


def summary_of(
    exercise: Exercise,
    zones: list[Summary],
    *,
    frames: int,
    seconds: float,
    incomplete: bool,
    model: ModelSize | None,
) -> dict[str, Any]:
    """Return what ``summary.json`` holds; `model` is `None` where landmarks were replayed."""
    return {
        "movement": exercise.id,
        "frames": frames,
        "seconds": round(seconds, 3),
        "incomplete": incomplete,
        "software": f"unhurried {version('unhurried')}",
        "model": f"pose_landmarker_{model}, mediapipe {MEDIAPIPE_VERSION}" if model else "replay",
        "zones": [{"zone": number, **_zone(zone)} for number, zone in enumerate(zones, start=1)],
    }


def write_summary(path: Path, summary: dict[str, Any]) -> None:
    """Write `summary` to `path`, readable by people too."""
    path.write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _zone(zone: Summary) -> dict[str, Any]:
    return {
        "seen_fraction": round(zone.seen_fraction, 4),
        "repetitions": [
            {
                "side": repetition.side,
                "start_s": round(repetition.start_s, 3),
                "peak_s": round(repetition.peak_s, 3),
                "end_s": round(repetition.end_s, 3),
                "peak_deg": round(repetition.peak, 1),
            }
            for repetition in zone.repetitions
        ],
        "partial": zone.partial,
        "unfinished": zone.unfinished,
        "cues": [{"t_s": round(t_s, 3), "cue": cue} for t_s, cue in zone.cues],
    }
