"""The catalogues as tests read them: every text, whatever its form."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

import words

FOLDER = Path(words.__file__).parent / "catalogues"


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Yield each key of the catalogue with its text, once for each plural form."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    for message in catalogue:
        key = message.id if isinstance(message.id, str) else message.id[0]
        forms = message.string if isinstance(message.string, list | tuple) else [message.string]
        if key:
            yield from ((key, form or "") for form in forms)
