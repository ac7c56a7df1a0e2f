"""A research set: only who agreed, called otherwise, their days moved, nothing that tells them."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from exercises.consent import Consent
from records.export.gathering import gather
from records.export.outgoing import Outgoing
from records.export.research import disguised, may_research, write_set
from records.export.research_readme import readme_of
from records.export_errors import UnfitSetName
from records.store import Store
from records.studies import MOST_DAYS_BACK, Study
from tests.records.export.people import HOSTILE, MOVEMENTS, dossier
from tests.records.specimens import kept_practice, person

STUDY = Study("S-ABCD2345", 100)


def rows(path: Path) -> list[dict[str, str]]:
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def written(tmp_path: Path) -> Path:
    one = disguised(dossier(), STUDY)
    readme = readme_of([one], MOVEMENTS, "spring", "the label", "unhurried 0.1.0")
    with Outgoing(tmp_path / "set") as out:
        write_set(out, [one], MOVEMENTS, readme)
    return tmp_path / "set"


def test_nothing_in_it_tells_who_somebody_is(written: Path) -> None:
    whole = b"".join(path.read_bytes() for path in written.iterdir()).decode()
    names = " ".join(path.name for path in written.iterdir())
    for tells in (
        "P-0147",
        "Äng",
        "2026-03",
        "AB",
        "00000000-0000",
        "quiet today",
        "stairs",
        "DROP TABLE",
        "reaching a shelf",
        "0" * 64,
    ):
        assert tells not in whole.replace(STUDY.study_id, ""), tells
        assert tells not in names.replace(STUDY.study_id, ""), tells
    assert HOSTILE not in whole


def test_days_are_moved_by_one_number_and_only_the_hour_is_left(written: Path) -> None:
    first, second = rows(written / "practices.csv")
    moved = date(2026, 3, 9) - timedelta(days=100)
    assert (first["day"], second["day"]) == (str(moved), str(moved + timedelta(days=7)))
    assert first["began (h:min:s)"].endswith(":00:00")
    assert first["practice"].startswith("S-ABCD2345-")
    assert first["practice"] != second["practice"]
    (entry,) = rows(written / "diary.csv")
    assert entry["day"] == str(moved + timedelta(days=1))
    assert {row["signed on"] for row in rows(written / "ranges.csv")} == {
        str(date(2026, 3, 2) - timedelta(days=100)),
        str(moved + timedelta(days=1)),
    }
    assert len(rows(written / f"{first['practice']}_angles.csv")) == 30


def test_the_words_of_who_agreed_to_it_come_along() -> None:
    agreed = person(consent=Consent(on=date(2026, 3, 2), record=True, research=True))
    assert agreed.consent is not None
    whole = dossier(person=agreed.model_copy(update={"consent": _with_words(agreed.consent)}))
    told = disguised(whole, STUDY)
    assert told.practices[0].practice.words == HOSTILE
    assert told.diary[0].value.helped == "@warmth"
    assert told.practices[0].practice.note == ""  # what staff wrote never does
    untold = disguised(dossier(), STUDY)
    assert untold.diary[0].value.helped == ""
    assert [a.words for a in untold.outcomes[0].value.activities] == ["", ""]


def test_the_readme_names_every_column_and_says_where_people_are_few(written: Path) -> None:
    readme = (written / "README.md").read_text(encoding="utf-8")
    assert "the label" in readme
    assert "Fewer than 5 people" in readme
    for path in written.glob("[a-z]*.csv"):
        for head in path.read_text(encoding="utf-8-sig").splitlines()[0].split(","):
            assert f"| `{head}` |" in readme, (path.name, head)


def test_only_who_agreed_may_be_in_it() -> None:
    assert may_research(dossier().person)
    assert not may_research(person())
    assert not may_research(person(consent=None))
    withdrawn = Consent(
        on=date(2026, 3, 2), record=True, research=True, withdrawn_on=date(2026, 3, 5)
    )
    assert not may_research(person(consent=withdrawn))


def test_a_set_calls_a_person_the_same_each_time_and_two_sets_otherwise(staffed: Store) -> None:
    first = staffed.studies.of("p-0147", "spring")
    assert staffed.studies.of("P-0147", "spring") == first
    assert staffed.studies.of("P-0147", "autumn").study_id != first.study_id
    assert 1 <= first.days_back <= MOST_DAYS_BACK
    staffed.forgetting.forget("P-0147")
    staffed.people.add(person())
    assert staffed.studies.of("P-0147", "spring").study_id != first.study_id
    for unfit in ("", "../up", "Spring", "a" * 41):
        with pytest.raises(UnfitSetName):
            staffed.studies.of("P-0147", unfit)


def test_what_is_gathered_is_of_the_days_that_were_asked_for(staffed: Store) -> None:
    for day in (1, 5, 9):
        staffed.practices.add(
            "P-0147", kept_practice(began_at=datetime(2026, 3, day, 12, tzinfo=UTC))
        )
    whole = gather(staffed, "P-0147")
    assert [each.day.day for each in whole.practices] == [1, 5, 9]
    some = gather(staffed, "P-0147", date(2026, 3, 2), date(2026, 3, 5))
    assert [each.day.day for each in some.practices] == [5]
    assert some.practices[0].trace().times_s.size == 0


def _with_words(consent: Consent) -> Consent:
    return consent.agreeing("words", date(2026, 3, 2))
