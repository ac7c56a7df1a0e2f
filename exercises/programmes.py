"""The programmes that come with the program."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from exercises.fault import did_you_mean
from exercises.library import library
from exercises.programme import Programme
from exercises.programme_file import load_programme

_FOLDER = Path(__file__).parent / "presets"
_ORDER = (
    "first-meeting",
    "chair",
    "standing-flow",
    "evening",
    "two-minute-break",
    "flare-day",
    "maintenance",
    "group-practice",
)


class UnknownPreset(LookupError):  # noqa: N818 (it is a question, not a fault)
    """No programme has this id; the message names the nearest one."""

    def __init__(self, preset_id: str) -> None:
        hint = did_you_mean(preset_id, _ORDER) or f"one of {', '.join(_ORDER)}"
        super().__init__(f"no programme is called {preset_id!r}; {hint}")


@cache
def presets() -> Mapping[str, Programme]:
    """Return the programmes that come with the program, by id, the gentlest beginning first.

    Raises
    ------
    DefinitionError
        Where a file has been altered so that it no longer holds together.
    """
    found = (load_programme(_FOLDER / f"{name}.toml", library()) for name in _ORDER)
    return MappingProxyType({programme.id: programme for programme in found})


def find_preset(preset_id: str) -> Programme:
    """Return the programme called `preset_id`.

    Raises
    ------
    UnknownPreset
        Where there is none of that id; says which is nearest.
    """
    try:
        return presets()[preset_id]
    except KeyError:
        raise UnknownPreset(preset_id) from None
