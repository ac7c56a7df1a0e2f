"""The catalogues as tests read them: every text, whatever its form."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

import words

FOLDER = Path(words.__file__).parent / "catalogues"


def texts(language: str, *names: str) -> Iterator[tuple[str, str]]:
    """Yield each key of a language's catalogues with its text, once for each plural form.

    Parameters
    ----------
    names
        Of the catalogues, as in ``practice``; all of them where none is given.
    """
    found = sorted((FOLDER / language).glob("*.po"))
    for path in found if not names else [FOLDER / language / f"{name}.po" for name in names]:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, abort_invalid=True)
        for message in catalogue:
            key = message.id if isinstance(message.id, str) else message.id[0]
            forms = message.string if isinstance(message.string, list | tuple) else [message.string]
            if key:
                yield from ((key, form or "") for form in forms)
