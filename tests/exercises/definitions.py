"""A plain definition for tests, and ways to change it."""

import json
import tomllib
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest

from exercises.exercise import Exercise
from exercises.fault import DefinitionError, Fault
from exercises.loading import parse

PLAIN = """
format = 1
id = "plain-rise"
number = 10
title = "Plain rise"
posture = "standing"
view = "front"
camera = "Face the camera."
sides = "each"
pace = "breath"
repetitions = 5
minutes = 2
prompt = "Where does it feel light?"
how = "Let both arms rise, and float down."
care = ["One arm alone is welcome."]
tags = ["flexibility"]
helps = "reaching a shelf"

[[targets]]
measure = "shoulder_abduction"
role = "lead"
rest = 0
low = 60
high = 120
ceiling = 150

[[phases]]
id = "rise"
words = "arms rise"
breath = "in"
seconds = 4
travel = 1
guide = { shoulder_elevation = 100, shoulder_plane = 10 }

[[phases]]
id = "lower"
words = "arms float down"
breath = "out"
seconds = 6
travel = 0
guide = {}
"""


def plain_data(changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the plain definition's tables with values set by dotted path (``targets.0.low``)."""
    data = deepcopy(tomllib.loads(PLAIN))
    for path, value in (changes or {}).items():
        table: Any = data
        *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        for step in way:
            table = table[step]
        table[last] = value
    return data


def plain(changes: Mapping[str, Any] | None = None) -> Exercise:
    """Return the plain movement with values set by dotted path."""
    return Exercise.model_validate(plain_data(changes))


def written(value: object) -> str:
    """Return a plain value as TOML writes it in one line."""
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{json.dumps(k)} = {written(v)}' for k, v in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(written(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False)


def document(data: Mapping[str, Any]) -> str:
    """Return tables as a TOML document."""
    return "\n".join(f"{json.dumps(key)} = {written(value)}" for key, value in data.items())


def faults_of_text(text: str) -> tuple[Fault, ...]:
    """Return the faults that reading `text` names; there has to be one."""
    with pytest.raises(DefinitionError) as caught:
        parse(text.encode(), "mine.toml")
    return caught.value.faults


def lines_of_text(text: str) -> list[str]:
    """Return the lines in which the faults of `text` are said."""
    return [str(fault) for fault in faults_of_text(text)]
