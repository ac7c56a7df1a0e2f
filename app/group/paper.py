"""What a group has on paper: cards with people's codes, and sheets for before and after."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from matplotlib.figure import Figure

from app.movement_sheet import FONTS
from records.arrival_page import ScaleWords, SheetWords, arrival_pages
from records.card_page import Card, card_pages, large_card_pages
from records.printing import write_pages
from vision.card import dots_of
from words.tr import tr


def print_for_group(
    path: Path,
    codes: Sequence[str],
    places: Sequence[int],
    paper: str,
    language: str,
    *,
    large: bool = False,
) -> int:
    """Write cards for `codes`, then a slip for each of `places`; return how many pages there are.

    Parameters
    ----------
    large
        Whether each card has a page of its own, to be read from farther away.

    Raises
    ------
    ValueError
        Without a code and without a place.
    OSError
        Where the file cannot be written.
    """
    if not codes and not places:
        raise ValueError("there is nothing to print")
    part = path.with_name(path.name + ".part")
    try:
        count = write_pages(part, _pages(codes, places, paper, language, large), "Group", FONTS)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def sheet_words(language: str) -> SheetWords:
    """Return what a slip says."""
    asked = tuple(scale_words(each, language) for each in ("pain", "mood", "energy"))
    return SheetWords(
        how=tr("sheet.how", language),
        parts=(
            (tr("sheet.before", language), asked),
            (tr("sheet.after", language), (*asked, scale_words("effort", language))),
        ),
        satisfaction=scale_words("satisfaction", language),
        one_word=tr("sheet.one-word", language),
    )


def scale_words(what: str, language: str) -> ScaleWords:
    """Return what a scale asks, and the words for its ends."""
    ends = (tr(f"scale.{what}-{end}", language) for end in ("low", "high"))
    return ScaleWords(tr(f"scale.{what}", language), *ends)


def _pages(
    codes: Sequence[str], places: Sequence[int], paper: str, language: str, large: bool
) -> Iterator[Figure]:
    cards = [Card(code, dots_of(code)) for code in codes]
    pages = large_card_pages if large else card_pages
    yield from pages(cards, tr("sheet.card", language), paper)
    headings = [tr("sheet.place", language, number=number) for number in places]
    yield from arrival_pages(headings, sheet_words(language), paper)
