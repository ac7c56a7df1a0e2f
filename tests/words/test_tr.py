"""What is said, looked up."""

import string

import pytest

from tests.words.catalogues import texts
from words.tr import languages, tr


def test_a_key_is_said_in_words() -> None:
    assert tr("cue.soften-back") == "That is plenty. You might let it soften back."


def test_one_minute_and_many() -> None:
    assert tr("time.left", count=1) == "about 1 minute left"
    assert tr("time.left", count=4) == "about 4 minutes left"


def test_a_text_of_a_definition_is_its_own_key() -> None:
    assert tr("Where does it feel light?") == "Where does it feel light?"
    assert tr("Rest {here}.") == "Rest {here}."


@pytest.mark.parametrize("key", ["cue.no-such-cue", "notice.nothing", "keys.name.sun"])
def test_a_key_that_nobody_wrote_is_raised(key: str) -> None:
    with pytest.raises(KeyError, match=key):
        tr(key)


def test_a_value_that_the_words_need_is_asked_for() -> None:
    with pytest.raises(KeyError):
        tr("time.left")


def test_a_language_without_a_catalogue_is_named() -> None:
    with pytest.raises(LookupError, match="'xx'"):
        tr("cue.rest", "xx")
    with pytest.raises(LookupError):
        tr("cue.rest", "../en")


def test_english_is_among_the_languages() -> None:
    assert "en" in languages()


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_says_something_for_each_key_and_names_what_its_braces_hold(
    language: str,
) -> None:
    for key, text in texts(language):
        assert text, key
        fields = [field for _, field, _, _ in string.Formatter().parse(text) if field is not None]
        assert all(fields), f"{key}: a brace without a name"
