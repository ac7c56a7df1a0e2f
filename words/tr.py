"""What is said, in a person's language: one folder of catalogues each."""

import re
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_FOLDER = Path(__file__).parent / "catalogues"
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
        For a key that the catalogue does not hold, and for a value that the text names and
        `values` lacks.
    LookupError
        Where there is no catalogue of that language.
    """
    texts = _compiled(language)
    count = values.get("count")
    text = texts.ngettext(id, id, count) if isinstance(count, int) else texts.gettext(id)
    if text == id:
        if _KEY.fullmatch(id):
            raise KeyError(id)
        return id
    return text.format(**values)


@cache
def _compiled(language: str) -> GNUTranslations:
    """Return the catalogues of `language` as one, compiled in memory."""
    if language not in languages():
        raise LookupError(f"nothing is written in the language {language!r}")
    whole = Catalog(locale=language)
    for path in sorted((_FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language, abort_invalid=True):
                if message.id:  # the head of the file has none
                    whole[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return GNUTranslations(compiled)
