"""What is said, in a person's language: one folder of catalogues each."""

import re
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po


class WordsError(Exception):
    """A catalogue that cannot be read, said in one line: what, where, what to do."""


_FOLDER = Path(__file__).parent / "catalogues"
OWN = "en"
"""The language that texts of definitions are written in, and that every other falls back to."""
_KEY = re.compile(r"[a-z]+(\.[a-z0-9-]+)+")


def languages() -> tuple[str, ...]:
    """Return the languages there are catalogues of, in the order of their codes."""
    return tuple(sorted(path.name for path in _FOLDER.iterdir() if any(path.glob("*.po"))))


def tr(id: str, language: str = "en", **values: object) -> str:
    """Return what `id` says in `language`.

    Parameters
    ----------
    id
        A key of the catalogues, as in ``cue.rest``; or an English text of a definition, which is
        its own id and comes back as it is where it has no translation.
    language
        A language's ISO 639 code, as in ``en``.
    values
        What the text names in braces. `count`, a whole number, also chooses the plural form, and
        is given for texts that have plural forms only.

    Raises
    ------
    KeyError
        For a key that not even the English catalogue holds, and for a value that the English text
        names and `values` lacks.
    LookupError
        Where there is no catalogue of that language.
    WordsError
        Where a catalogue of it cannot be read.
    """
    texts = _compiled(language)
    count = values.get("count")
    text = texts.ngettext(id, id, count) if isinstance(count, int) else texts.gettext(id)
    if text == id:
        if not _KEY.fullmatch(id):
            return id
        if language == OWN:
            raise KeyError(id)
        # A text or a plural form that a language lacks is said in English rather than not at all.
        return tr(id, OWN, **values)
    try:
        return text.format(**values)
    except (LookupError, ValueError, AttributeError) as fault:
        # A brace that is not closed, or that names what is not there: nobody's practice ends by it.
        if language != OWN:
            return tr(id, OWN, **values)
        if isinstance(fault, KeyError):
            raise
        return id


@cache
def _compiled(language: str) -> GNUTranslations:
    """Return the catalogues of `language` as one, compiled in memory."""
    if language not in languages():
        raise LookupError(f"nothing is written in the language {language!r}")
    whole = Catalog(locale=language)
    for path in sorted((_FOLDER / language).glob("*.po")):
        for message in _read(path, language):
            if message.id:  # the head of the file has none
                whole[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _read(path: Path, language: str) -> Catalog:
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True)
    except (OSError, ValueError, PoFileError) as error:
        raise WordsError(
            f"{path}: the words cannot be read ({error}); install the program anew, or choose "
            "another language in the settings"
        ) from error
