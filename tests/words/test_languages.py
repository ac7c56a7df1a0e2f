"""Every language says all there is to say, and nothing else."""

import string
from collections import Counter
from collections.abc import Iterator

import pytest
from babel.messages.plurals import get_plural

from exercises.library import library
from exercises.programmes import presets
from exercises.spoken import spoken_of, spoken_of_programme
from tests.words.catalogues import texts
from words.tr import languages

# English texts of definitions are their own ids: in English nothing is written for them.
KEYS = {key for key, _ in texts("en")}
OTHERS = [language for language in languages() if language != "en"]


def of_definitions() -> Iterator[str]:
    for movement in library().values():
        yield from spoken_of(movement)
    for programme in presets().values():
        yield from spoken_of_programme(programme)


def named(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_all_is_said_and_nothing_that_is_never_said(language: str) -> None:
    wanted = KEYS | set(of_definitions())
    written = [key for key, _ in texts(language)]
    assert wanted - set(written) == set(), "missing"
    assert set(written) - wanted == set(), "never said"


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_has_words_and_names_what_the_english_one_names(language: str) -> None:
    english: dict[str, set[str]] = {}
    for key, text in texts("en"):
        english.setdefault(key, set()).update(named(text))
    for key, text in texts(language):
        assert text.strip(), key
        if key in english:
            assert named(text) <= english[key], key


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_with_a_number_has_every_plural_form(language: str) -> None:
    english, forms = (Counter(key for key, _ in texts(each)) for each in ("en", language))
    counted = [key for key, times in english.items() if times > 1]
    plurals = get_plural(language).num_plurals
    assert {key: forms[key] for key in counted} == dict.fromkeys(counted, plurals)


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_of_a_movement_was_left_in_english(language: str) -> None:
    same = {key: text for key, text in texts(language) if key == text and " " in text}
    assert same == {}
