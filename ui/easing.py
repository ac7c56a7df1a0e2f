"""Values that glide to where they are going instead of jumping."""

from dataclasses import dataclass

from exercises.easing import ease

MOTION_S = 0.45
"""How long a thing takes to move or fade (0.3–0.6 s; a default of ours)."""


@dataclass(frozen=True, slots=True)
class Glide:
    """A value on its way from `start` to `goal`, begun at `began_s`, taking `over_s`."""

    start: float
    goal: float
    began_s: float
    over_s: float

    def at(self, t: float) -> float:
        """Return the value at `t` seconds."""
        return self.start + (self.goal - self.start) * ease((t - self.began_s) / self.over_s)


class Glides:
    """The values of one screen that glide, by name.

    A value asked for the first time stands at its goal at once, unless told where to begin.
    """

    def __init__(self) -> None:
        self._glides: dict[str, Glide] = {}

    def to(
        self,
        name: str,
        goal: float,
        t: float,
        over_s: float = MOTION_S,
        begin: float | None = None,
    ) -> float:
        """Return the value called `name` at `t`, on its way to `goal`."""
        glide = self._glides.get(name)
        if glide is None:
            glide = Glide(goal if begin is None else begin, goal, t, over_s)
            self._glides[name] = glide
        elif glide.goal != goal:
            glide = Glide(glide.at(t), goal, t, over_s)
            self._glides[name] = glide
        return glide.at(t)

    def forget(self, prefix: str = "") -> None:
        """Forget the values whose names begin with `prefix`."""
        self._glides = {k: v for k, v in self._glides.items() if not k.startswith(prefix)}
