"""What is said, looked up."""

import shutil
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import words.tr
from app.main import one_line
from tests.words.catalogues import texts
from words.tr import WordsError, languages, tr


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


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of a language of which little is written."""
    shutil.copytree(Path(words.__file__).parent / "catalogues" / "en", tmp_path / "en")
    (tmp_path / "de").mkdir()
    monkeypatch.setattr(words.tr, "_FOLDER", tmp_path)
    words.tr._compiled.cache_clear()
    yield tmp_path / "de"
    words.tr._compiled.cache_clear()


def written(folder: Path, text: str) -> None:
    head = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    (folder / "practice.po").write_text(head + text, encoding="utf-8")


def test_what_a_language_lacks_is_said_in_english(other: Path) -> None:
    written(other, 'msgid "cue.rest"\nmsgstr "Eine Pause."\n')
    assert tr("cue.rest", "de") == "Eine Pause."
    assert tr("keys.leave", "de") == tr("keys.leave")
    assert tr("time.left", "de", count=3) == tr("time.left", count=3)
    with pytest.raises(KeyError):
        tr("cue.no-such-cue", "de")


def test_a_plural_form_that_is_missing_is_said_in_english_and_stops_nobody(other: Path) -> None:
    written(other, 'msgid "time.left"\nmsgid_plural "time.left"\nmsgstr[0] "eine Minute"\n')
    assert tr("time.left", "de", count=1) == "eine Minute"
    assert tr("time.left", "de", count=4) == tr("time.left", count=4)


@pytest.mark.parametrize("brace", ["{anzahl}", "{count", "count}", "{}", "{count.tage}"])
def test_a_brace_that_is_amiss_is_said_in_english_and_at_last_as_its_id(
    other: Path, brace: str
) -> None:
    plural = (
        f'msgid "time.left"\nmsgid_plural "time.left"\nmsgstr[0] "{brace}"\nmsgstr[1] "{brace}"\n'
    )
    written(other, plural)
    assert tr("time.left", "de", count=4) == tr("time.left", count=4)
    written(other.parent / "en", 'msgid "cue.rest"\nmsgstr "{rest"\n')
    words.tr._compiled.cache_clear()
    assert tr("cue.rest", "de") == "cue.rest"


def test_a_catalogue_that_cannot_be_read_is_one_line(other: Path) -> None:
    (other / "practice.po").write_bytes(b'msgid "cue.rest"\nmsgstr "Eine Pause\xff"\n')
    with pytest.raises(WordsError, match=r"practice\.po: the words cannot be read") as raised:
        tr("cue.rest", "de")
    assert one_line(raised.value) == str(raised.value)
    assert len(str(raised.value).splitlines()) == 1
