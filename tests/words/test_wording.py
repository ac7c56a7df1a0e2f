"""The words that nobody is shown."""

import pytest

from tests.words.catalogues import texts
from words.tr import languages
from words.wording import FORBIDDEN, forbidden_in


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("You should rest.", "en", ("should",)),
        ("MUST you?", "en", ("must",)),
        ("A mustard badge for the shoulder", "en", ()),
        ("Das ist Falsch, du sollst", "de", ("falsch",)),
        ("Usted tiene\n que parar", "es", ("tiene que",)),
        ("Mal, peor", "es", ("mal", "peor")),
        ("", "en", ()),
    ],
)
def test_only_whole_words_are_found(text: str, language: str, found: tuple[str, ...]) -> None:
    assert forbidden_in(text, language) == found


def test_a_language_without_a_list_is_refused() -> None:
    with pytest.raises(KeyError):
        forbidden_in("hello", "xx")


def test_every_language_of_the_catalogues_has_a_list() -> None:
    assert set(languages()) <= set(FORBIDDEN)


@pytest.mark.parametrize("language", languages())
def test_no_catalogue_holds_a_forbidden_word(language: str) -> None:
    found = {key: forbidden_in(text, language) for key, text in texts(language)}
    assert {key: forbidden for key, forbidden in found.items() if forbidden} == {}
