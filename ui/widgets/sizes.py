"""How large things are on the staff's screens, and their colours: by the window and by liking."""

from dataclasses import dataclass
from functools import lru_cache

from ui.layout import layout
from ui.palette import Palette
from ui.text import line_height
from ui.theme import PALETTES
from ui.view import ThemeName

LEAST_TARGET_PX = 44
"""Whatever is pressed is at least this high and wide (WCAG 2.5.5)."""
# Of the grid, above and below a line in its row.
_ROOM = 2.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in pixels, and the colours that go with them.

    Attributes
    ----------
    size
        The window's width and height.
    unit
        One step of the grid.
    title_px, words_px, aside_px
        The three sizes of type.
    palette
        The colours of the theme.
    """

    size: tuple[int, int]
    unit: float
    title_px: int
    words_px: int
    aside_px: int
    palette: Palette

    @property
    def row_px(self) -> int:
        """Height of whatever is pressed."""
        return max(LEAST_TARGET_PX, line_height(self.aside_px) + round(_ROOM * self.unit))

    @property
    def gap_px(self) -> int:
        """Room between two things that belong together."""
        return max(round(1.2 * self.unit), 6)

    @property
    def between_px(self) -> int:
        """Room between two lines of a column, in which the ring of the focus has its place."""
        return max(round(1.7 * self.unit), 8)

    @property
    def pad_px(self) -> int:
        """Room within a panel."""
        return round(2.4 * self.unit)

    @property
    def line_px(self) -> int:
        """Height of one line of the smallest type."""
        return line_height(self.aside_px)

    @property
    def radius(self) -> float:
        """Radius of the corners of what is pressed."""
        return 1.6 * self.unit


@lru_cache(maxsize=32)
def sizes(size: tuple[int, int], text_scale: float, theme: ThemeName = "calm") -> Sizes:
    """Return the sizes for a window of `size`, in the colours of `theme`.

    Staff sit before it, so that the type is never a projector's.
    """
    place = layout(size, text_scale, "calm")
    return Sizes(size, place.unit, place.title_px, place.words_px, place.aside_px, PALETTES[theme])
