"""Text fitted to so many lines of so many millimetres."""

from records.print_page import Weight
from records.report.glyphs import printable
from records.report.measuring import width_mm, wrapped
from records.report.plain import plain

# No line of a page holds more letters than this.
_LETTERS_A_LINE = 240


def fitted(
    text: str, width: float, pt: float, most: int, whole_is: str = "", weight: Weight = "Regular"
) -> list[str]:
    """Return `text` in at most `most` lines.

    Parameters
    ----------
    text
        Anything; what no font has becomes a box.
    whole_is
        Said after the ellipsis where it is cut, as far as there is room.
    """
    said = printable(plain(text))
    cut = said[: most * _LETTERS_A_LINE]
    lines = wrapped(cut, width, pt, weight)
    if len(lines) <= most and len(cut) == len(said):
        return lines
    kept = lines[:most]
    end = f"… {whole_is}".rstrip()
    if width_mm(end, pt, weight) > 0.8 * width:
        end = "…"
    last = kept[-1]
    while last and width_mm(last + end, pt, weight) > width:
        space = last.rfind(" ")
        last = last[:space] if space > 0 else last[:-1]
    return [*kept[:-1], last.rstrip(" ,;.") + end]
