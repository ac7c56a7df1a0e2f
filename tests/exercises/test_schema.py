"""The JSON Schema of the format."""

import json

from pydantic import BaseModel

from exercises.caution import Caution
from exercises.definition import Phase, Target
from exercises.exercise import Exercise
from exercises.joints import JOINTS
from exercises.schema import json_schema
from vision.measures import NAMES


def test_every_key_is_described_and_none_other_is_allowed() -> None:
    schema = json_schema()
    tables = [schema, *(schema["$defs"][part] for part in ("Phase", "Target", "Caution"))]
    models: tuple[type[BaseModel], ...] = (Exercise, Phase, Target, Caution)
    for table, model in zip(tables, models, strict=True):
        assert set(table["properties"]) == set(model.model_fields)
        assert table["additionalProperties"] is False
    for table in tables:
        undescribed = [
            key for key, rule in table["properties"].items() if not rule.get("description")
        ]
        assert undescribed == []


def test_an_editor_can_complete_measures_and_joint_angles() -> None:
    schema = json_schema()
    parts = schema["$defs"]
    assert parts["Target"]["properties"]["measure"]["enum"] == list(NAMES)
    for angles in (parts["Phase"]["properties"]["guide"], schema["properties"]["stance"]):
        assert set(angles["propertyNames"]["enum"]) == set(JOINTS)


def test_it_is_json() -> None:
    assert json.loads(json.dumps(json_schema())) == json_schema()
