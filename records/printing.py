"""Writing printed pages to a PDF with their fonts in it."""

import logging
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from records.print_page import use_fonts


def write_pages(
    path: Path,
    pages: Iterable[Figure],
    title: str,
    fonts: Sequence[Path],
    *,
    as_shapes: bool = False,
) -> int:
    """Write `pages` to a PDF, and return how many there were.

    Parameters
    ----------
    pages
        Made one after the other, once the fonts are there.
    title
        What the file says it is.
    fonts
        The files of Lato, Regular and Medium.
    as_shapes
        Keep letters as shapes (Type 3) in place of a part of the font: made in half the time, as
        sharp on paper, and the text can be searched all the same.

    Raises
    ------
    OSError
        Where the file cannot be written.
    """
    use_fonts(fonts)
    for chatty in ("matplotlib.font_manager", "fontTools"):
        logging.getLogger(chatty).setLevel(logging.ERROR)
    # No date of making: the same pages make the same file.
    about = {"Title": title, "Creator": "unhurried", "CreationDate": None, "ModDate": None}
    count = 0
    with (
        mpl.rc_context({"pdf.fonttype": 3 if as_shapes else 42, "pdf.compression": 9}),
        warnings.catch_warnings(),
        PdfPages(path, metadata=about) as pdf,
    ):
        # A letter that neither font has is printed as a box; that is no reason to stop.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        for figure in pages:
            pdf.savefig(figure)
            count += 1
    return count
