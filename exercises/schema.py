"""The JSON Schema of a movement's file, for editors that check and complete while one writes."""

from typing import Any

from exercises.exercise import Exercise
from exercises.joints import JOINTS
from vision.measures import NAMES


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a movement's TOML file.

    It holds what can be said of each key by itself, with the names of the measures and joint
    angles; what concerns several keys at once is found by reading the file (`exercises.loading`).
    """
    schema = Exercise.model_json_schema()
    parts = schema["$defs"]
    parts["Target"]["properties"]["measure"]["enum"] = list(NAMES)
    for angles in (schema["properties"]["stance"], parts["Phase"]["properties"]["guide"]):
        angles["propertyNames"] = {"enum": sorted(JOINTS)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A movement of unhurried",
    }
