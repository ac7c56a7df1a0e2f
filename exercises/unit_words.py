"""How units are written for staff: in words, or as the sign after a number."""

from collections.abc import Mapping
from types import MappingProxyType

from vision.measures import Unit

UNIT_WORDS: Mapping[Unit, str] = MappingProxyType(
    {"degrees": "degrees", "percent": "percent", "shoulder_widths": "shoulder widths"}
)
UNIT_SIGNS: Mapping[Unit, str] = MappingProxyType(
    {"degrees": "°", "percent": " %", "shoulder_widths": " shoulder widths"}
)
"""Each put right after the number."""
