"""What is said, looked up."""

import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import words
from words.tr import languages, tr

CATALOGUES = sorted((Path(words.__file__).parent / "catalogues").glob("*.po"))


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


def test_every_catalogue_is_a_language() -> None:
    assert languages() == tuple(path.stem for path in CATALOGUES)
    assert "en" in languages()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_says_something_for_each_key_and_fills_every_brace(path: Path) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem, abort_invalid=True)
    for message in catalogue:
        if not message.id:
            continue
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), message.id
        assert not message.fuzzy, message.id
        for form in forms:
            fields = {name for _, name, _, _ in string.Formatter().parse(form) if name is not None}
            assert "" not in fields, f"{message.id}: a brace without a name"
