"""``records list``, ``show``, ``verify`` and ``prune`` over a real store."""

import json
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.commands.records_prune import months_before
from app.settings import Settings, save_settings, settings_path
from feedback.record import PracticeRecord
from records.kept_practice import KeptPractice
from records.tables import PracticeRow
from tests.app.clinic import Clinic
from tests.records.specimens import person, practice, ratings
from tests.records.test_traces import trace

CODE = "P-0147"


@pytest.fixture
def kept(clinic: Clinic) -> UUID:
    """Keep an old practice and a new one; return the new one's id."""
    with clinic.store() as store:
        store.people.add(person(CODE))
        for year, record in ((2015, PracticeRecord(0.0, 1.0, ())), (2026, practice())):
            whole = KeptPractice(
                began_at=datetime(year, 3, 2, 12, tzinfo=UTC),
                record=record,
                ratings=ratings(),
                words="it floats",
                made_with="a test",
                chunks=1,
            )
            last = store.practices.begin(CODE, whole, [trace()], state="ended")
    return last


def test_practices_are_listed_and_shown_for_people_and_for_scripts(
    clinic: Clinic, kept: UUID
) -> None:
    first, second = clinic.run("records", "list", CODE).out.splitlines()
    assert str(kept) in first
    assert "ended" in first
    assert "sunrise-arms-seated" in first
    assert "2015" in second
    short = json.loads(clinic.run("records", "list", CODE, "--json", "--limit", "1").out)
    assert [each["id"] for each in short] == [str(kept)]
    shown = clinic.run("records", "show", str(kept)).out
    assert "it floats" in shown
    assert "30 moments of 2 measures" in shown
    assert "repetitions 3" in shown
    whole = json.loads(clinic.run("records", "show", "latest", "--person", CODE, "--json").out)
    assert (whole["state"], whole["angles"]["moments"]) == ("ended", 30)
    assert whole["record"]["movements"][0]["exercise_id"] == "sunrise-arms-seated"
    assert "latest" in clinic.refused("records", "show", "latest").last
    unknown = "00000000-0000-7000-8000-000000000000"
    assert "is not in the store" in clinic.refused("records", "show", unknown).last
    with clinic.store() as store:
        assert {each.action for each in store.audit.list(CODE)} >= {"read"}


def test_looking_over_names_what_is_damaged_and_ends_with_one(clinic: Clinic, kept: UUID) -> None:
    assert "all is well; 2 practices, 2 chunks" in clinic.run("records", "verify").out
    with clinic.store() as store, store.practices._work.writing() as transaction:
        transaction.execute(sa.update(PracticeRow).values(document="{}"))
    ran = clinic.refused("records", "verify", "--person", CODE, "--json")
    (one, *_) = json.loads(ran.out)["damage"]
    assert (one["code"], one["day"], one["chunk"]) == (CODE, "2015-03-02", None)
    assert str(kept) in clinic.refused("store", "verify").error


def test_nothing_goes_before_it_was_said_for_how_long_and_to_remove_it(
    clinic: Clinic, kept: UUID
) -> None:
    assert "nothing says for how long" in clinic.refused("records", "prune").last
    save_settings(Settings(keep_years=5), settings_path())
    assert "P-0147: 1 practices" in clinic.run("records", "prune").out
    assert len(clinic.run("records", "list", CODE).out.splitlines()) == 2
    clinic.run("records", "prune", "--remove", "--yes", "--by", "AB")
    assert len(clinic.run("records", "list", CODE).out.splitlines()) == 1
    assert "nothing is older" in clinic.run("records", "prune").error


def test_months_are_counted_back_to_days_that_there_are() -> None:
    assert months_before(date(2024, 2, 29), 12) == date(2023, 2, 28)
    assert months_before(date(2026, 1, 31), 2) == date(2025, 11, 30)
    assert months_before(date(2026, 12, 1), 12) == date(2025, 12, 1)
