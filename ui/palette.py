"""The colours of a theme, each named for what it is used for."""

from dataclasses import dataclass
from functools import cached_property

from ui.colour import Colour, mix


@dataclass(frozen=True)
class Palette:
    """Everything that is drawn takes its colours from here.

    Attributes
    ----------
    night, deep
        The ground at its top, and whatever lies under a bright line on a picture; the ground at
        its foot.
    panel, raised
        A panel upon the ground, and one that asks to be read now.
    ink, soft
        What is read now; what may be read, and the body at rest.
    blue, green, sand
        The body that moves, and the breath; comfort; the guide.
    tint
        How strongly a panel is tinted where ink stands on the tint, of the usual.
    lift
        How far what is drawn faintly stands out beyond the usual; 0–1.
    edged
        Whether what is written or ticked in has an edge: where the night hardly differs from the
        ground.
    light
        By which the camera's picture is multiplied: white leaves it as it is.
    """

    night: Colour
    deep: Colour
    panel: Colour
    raised: Colour
    ink: Colour
    soft: Colour
    blue: Colour
    green: Colour
    sand: Colour
    tint: float = 1.0
    lift: float = 0.0
    edged: bool = False
    light: Colour = (255, 255, 255)

    @cached_property
    def quiet(self) -> Colour:
        """Graphics that wait: still told from their panel at 3:1."""
        return mix(self.panel, self.soft, 0.62)

    @cached_property
    def furniture(self) -> Colour:
        """What only explains a posture, such as the chair."""
        return mix(self.panel, self.soft, 0.30)

    @cached_property
    def water(self) -> Colour:
        """Inside of the breath at its middle, and under what is selected; ink stands on it."""
        return mix(self.panel, self.blue, 0.24 * self.tint)

    @cached_property
    def crest(self) -> Colour:
        """Inside of the breath toward its rim; ink stands on it."""
        return mix(self.panel, self.blue, 0.40 * self.tint)

    @cached_property
    def strong(self) -> Colour:
        """Under the one button that goes on, and what is chosen; ink stands on it."""
        return mix(self.panel, self.green, 0.34 * self.tint)

    def lifted(self, share: float) -> float:
        """Return how strongly (0–1) something is drawn that is drawn with `share` where nothing is
        lifted: a part of a figure between its panel and its colour, or a line over a picture."""
        return share + self.lift * (1 - share)
