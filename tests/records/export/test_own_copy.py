"""A person's own copy: all that is kept of them, to be read by themselves and by programs."""

import io
import json
import zipfile
from datetime import UTC, datetime
from math import nan
from uuid import UUID

import pytest

from exercises.person import Person
from feedback.instruments import Filled
from feedback.observing import Observation
from feedback.ratings import DiaryEntry, Ratings
from records.export.own_copy import write_copy
from records.export.plain_json import json_bytes, plain
from tests.records.export.people import HOSTILE, MOVEMENTS, dossier
from words.tr import languages
from words.wording import forbidden_in

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


def copied(language: str = "en", *, with_name: bool = False) -> zipfile.ZipFile:
    file = io.BytesIO()
    count = write_copy(
        file, dossier(), MOVEMENTS, NOW, language, {"audit": ()}, with_name=with_name
    )
    zipped = zipfile.ZipFile(file)
    assert len(zipped.namelist()) == count
    return zipped


def test_all_that_is_kept_is_in_it() -> None:
    zipped = copied()
    kept = json.loads(zipped.read("data.json"))
    assert [each["state"] for each in kept["practices"]] == ["ended", "interrupted"]
    right = kept["practices"][0]["practice"]["record"]["movements"][0]["summary"]["repetitions"][3]
    assert right["peak"] is None  # NaN is no number of JSON
    assert set(kept["diary"][0]["value"]) == set(DiaryEntry.model_fields)
    assert set(kept["practices"][0]["practice"]["ratings"]) == set(Ratings.model_fields)
    assert set(kept["outcomes"][0]["value"]) == set(Filled.model_fields)
    assert set(kept["observations"][0]["value"]) == set(Observation.model_fields)
    assert set(kept["person"]) == set(Person.model_fields)
    names = zipped.namelist()
    assert [name for name in names if "/" in name and name[0] not in "tp"] == []
    assert f"practices/P-0147_2026-03-09_{UUID(int=1)}_angles.csv" in names
    assert f"practices/P-0147_2026-03-09_{UUID(int=1)}_landmarks.csv" in names
    assert zipped.testzip() is None


def test_their_name_is_in_it_only_where_it_was_asked_for() -> None:
    def whole(zipped: zipfile.ZipFile) -> str:
        return " ".join(zipped.read(name).decode() for name in zipped.namelist())

    assert "Äng Sømeone" not in whole(copied())
    assert "Äng Sømeone" in copied(with_name=True).read("index.html").decode()


@pytest.mark.parametrize("language", languages())
def test_the_page_speaks_their_language_kindly_and_obeys_no_word_in_it(language: str) -> None:
    page = copied(language).read("index.html").decode()
    assert f'<html lang="{language}"' in page
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    head, _, _ = page.partition("<table>")
    assert forbidden_in(head.rpartition("<main>")[2], language) == ()
    assert "default-src 'none'" in page


def test_json_never_holds_what_is_no_number() -> None:
    found = json.loads(json_bytes({"a": nan, "b": [float("inf"), 1.5], "c": HOSTILE, "d": b"\1"}))
    assert found == {"a": None, "b": [None, 1.5], "c": HOSTILE, "d": "01"}
    assert json_bytes("\ud800") == b'"?"'
    with pytest.raises(TypeError):
        plain(object())
