"""The JSON Schema of a movement's file, for editors that check and complete while one writes."""

import ast
import inspect
from itertools import pairwise
from typing import Any

from exercises.caution import Caution
from exercises.definition import Movement, Phase, Target
from exercises.exercise import Exercise
from exercises.frozen import Definition
from exercises.joints import JOINTS
from vision.measures import NAMES


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a movement's TOML file.

    It holds what can be said of each key by itself, with the names of the measures and joint
    angles; what concerns several keys at once is found by reading the file (`exercises.loading`).
    """
    schema = Exercise.model_json_schema()
    parts = schema["$defs"]
    _describe(schema, Movement)
    for part in (Phase, Target, Caution):
        _describe(parts[part.__name__], part)
    parts["Target"]["properties"]["measure"]["enum"] = list(NAMES)
    for angles in (schema["properties"]["stance"], parts["Phase"]["properties"]["guide"]):
        angles["propertyNames"] = {"enum": sorted(JOINTS)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A movement of unhurried",
    }


def _describe(table: dict[str, Any], model: type[Definition]) -> None:
    """Give each key of a table what is written under it in the source of its model."""
    for key, text in _docstrings(model).items():
        table["properties"][key]["description"] = text


def _docstrings(model: type[Definition]) -> dict[str, str]:
    """Return what stands under each key of a model."""
    (written,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(written, ast.ClassDef)
    found = {}
    for key, under in pairwise(written.body):
        if (
            isinstance(key, ast.AnnAssign)
            and isinstance(key.target, ast.Name)
            and isinstance(under, ast.Expr)
            and isinstance(under.value, ast.Constant)
        ):
            found[key.target.id] = inspect.cleandoc(str(under.value.value))
    return found
