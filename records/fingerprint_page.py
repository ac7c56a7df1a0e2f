"""The page that goes with a first pack: how it is read, and the fingerprint, large."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from records.print_page import PAPERS, SOFT, Item, Rule, Text, figure_of, line_mm, wrapped

# Millimetres and points.
MARGIN, GAP = 25.0, 7.0
TITLE_PT, WORDS_PT, LINE_PT, GROUP_PT = 22.0, 13.0, 12.0, 34.0
GROUP_LEADING = 17.0
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class FingerprintWords:
    """What the page says.

    Attributes
    ----------
    title
        Its heading.
    before
        What is read before the commands, a paragraph each.
    commands
        What is typed to read the pack.
    to_type
        What is said above the groups.
    after
        What is said below them, a paragraph each.
    """

    title: str
    before: Sequence[str]
    commands: Sequence[str]
    to_type: str
    after: Sequence[str]


def fingerprint_page(words: FingerprintWords, fingerprint: str, paper: str = "a4") -> Figure:
    """Return the page, with the groups of `fingerprint` in two rows of three.

    Parameters
    ----------
    paper
        One of `records.print_page.PAPERS`.
    """
    wide, _ = PAPERS[paper]
    inside = wide - 2 * MARGIN
    y = MARGIN + line_mm(TITLE_PT)
    items: list[Item] = [Text(MARGIN, y, words.title, TITLE_PT, "Medium")]
    y += GAP
    for paragraph in words.before:
        y = _paragraph(items, paragraph, inside, y)
    for command in words.commands:
        y += line_mm(LINE_PT) * 1.15
        items.append(Text(MARGIN + GAP, y, command, LINE_PT, "Medium"))
    y += GAP
    y = _paragraph(items, words.to_type, inside, y) + GAP
    items.append(Rule(MARGIN, y, inside))
    groups = fingerprint.split("-")
    for row in range(0, len(groups), _COLUMNS):
        y += GROUP_LEADING
        for column, group in enumerate(groups[row : row + _COLUMNS]):
            x = MARGIN + inside * (column + 0.5) / _COLUMNS
            items.append(Text(x, y, group, GROUP_PT, "Medium", align="center"))
    y += GAP * 1.3
    items.append(Rule(MARGIN, y, inside))
    y += GAP / 2
    for paragraph in words.after:
        y = _paragraph(items, paragraph, inside, y, SOFT)
    return figure_of(items, paper)


def _paragraph(
    items: list[Item], text: str, wide: float, y: float, colour: str | None = None
) -> float:
    """Add a paragraph below `y`, and return where it ends, with a gap after it."""
    for line in wrapped(text, wide, WORDS_PT):
        y += line_mm(WORDS_PT)
        added = Text(MARGIN, y, line, WORDS_PT)
        items.append(added if colour is None else Text(MARGIN, y, line, WORDS_PT, colour=colour))
    return y + GAP / 2
