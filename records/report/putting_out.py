"""A report put out: as a PDF, as pictures, or as one page for a browser."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from records.print_page import use_fonts
from records.report.paper import pages_of
from records.report.parts import Report
from records.report.web import page_of

Form = Literal["pdf", "png", "html"]
_DOTS_PER_INCH = 150


def put_out(
    report: Report, folder: Path, form: Form, paper: str, fonts: Sequence[Path]
) -> tuple[Path, ...]:
    """Write a report into `folder`, and return its files; what was there by that name is replaced.

    Parameters
    ----------
    paper
        One of `records.print_page.PAPERS`.
    fonts
        The files of Lato, Regular and Medium.

    Raises
    ------
    OSError
        Where a file cannot be written; none is left half written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    use_fonts(fonts)
    if form == "png":
        return _pictures(report, folder, paper)
    path = folder / f"{report.stem}.{form}"
    part = path.with_name(path.name + ".part")
    try:
        if form == "html":
            part.write_text(page_of(report), encoding="utf-8")
        else:
            # Its library takes a while to be read, and is needed for this form alone.
            from records.printing import write_pages

            write_pages(part, pages_of(report, paper), report.title, fonts, as_shapes=True)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return (path,)


def _pictures(report: Report, folder: Path, paper: str) -> tuple[Path, ...]:
    pages = list(pages_of(report, paper))
    paths = []
    for number, page in enumerate(pages, start=1):
        which = f"-{number}" if len(pages) > 1 else ""
        path = folder / f"{report.stem}{which}.png"
        part = path.with_name(path.name + ".part")
        try:
            page.savefig(part, format="png", dpi=_DOTS_PER_INCH)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        paths.append(path)
    return tuple(paths)
