"""Numbers rounded to steps that do not waver between two."""

from math import isfinite

# A number stays where it is until the value is so many steps away; half a step would be plain
# rounding (a default of ours, unvalidated).
LEAVES = 0.7


class Stepped:
    """Rounds values to even steps, each name for itself."""

    def __init__(self) -> None:
        self._held: dict[str, float] = {}

    def to(self, name: str, value: float, step: float) -> float:
        """Return `value`, which is finite, to the nearest `step` or to where it was before."""
        held = self._held.get(name)
        if held is None or abs(value - held) > LEAVES * step:
            held = round(value / step) * step if isfinite(value) else value
            self._held[name] = held
        return held

    def forget(self, name: str) -> None:
        """Round anew the next time."""
        self._held.pop(name, None)
