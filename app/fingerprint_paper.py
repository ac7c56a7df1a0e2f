"""The paper that goes with a first pack."""

from pathlib import Path

from app.movement_sheet import FONTS
from records.fingerprint_page import FingerprintWords, fingerprint_page
from records.printing import write_pages
from words.tr import tr


def print_fingerprint(path: Path, fingerprint: str, paper: str, language: str) -> None:
    """Write a page with a clinic's fingerprint and how a pack is read; it names nobody.

    Raises
    ------
    OSError
        Where the file cannot be written.
    """
    part = path.with_name(path.name + ".part")
    # A page is made only once its fonts are there.
    pages = (fingerprint_page(words(language), fingerprint, paper) for _ in range(1))
    try:
        write_pages(part, pages, tr("pack.title", language), FONTS)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def words(language: str) -> FingerprintWords:
    """Return what the page says."""
    return FingerprintWords(
        title=tr("pack.title", language),
        before=(tr("pack.file", language), tr("pack.command", language)),
        commands=(
            "unhurried store init",
            f"unhurried pack read {tr('pack.file-name', language)}",
        ),
        to_type=tr("pack.type", language),
        after=(tr("pack.once", language), tr("pack.another", language)),
    )
