"""Reports by command: named by code and day, noted in the audit, and no name in any of them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from records.store import Store
from tests.app.clinic import Clinic
from tests.records.report.specimens import entries, movement, practice, trace
from tests.records.specimens import AGREED, person

NAME = "Quiet Elm"


def keep(store: Store, code: str, count: int) -> None:
    for each in entries(count):
        store.practices.add(code, each.practice)


@pytest.fixture
def kept(clinic: Clinic) -> Clinic:
    with clinic.store() as store:
        store.people.add(person("P-0147", display_name=NAME, consent=AGREED))
        keep(store, "P-0147", 3)
        last = store.practices.entries("P-0147", limit=1)[0]
        store.traces.add(last.id, 0, trace(30))
    return clinic


def test_each_kind_is_written_by_code_and_day_and_noted(kept: Clinic, tmp_path: Path) -> None:
    out = tmp_path / "reports"
    for kind in ("practice", "progress", "summary", "helps"):
        kept.run(
            "records", "report", "P-0147", "--kind", kind, "--format", "html", "--out", str(out)
        )
    files = sorted(out.iterdir())
    assert [each.name.split("-")[-1] for each in files] == [
        "practice.html",
        "helps.html",
        "progress.html",
        "summary.html",
    ]
    assert {each.name[:7] for each in files} == {"P-0147-"}
    assert not any(NAME in each.read_text(encoding="utf-8") for each in files)
    with kept.store() as store:
        noted = [each.detail for each in store.audit.list("P-0147") if each.action == "exported"]
        assert noted == [f"report {k}" for k in ("practice", "progress", "summary", "helps")]


def test_what_cannot_be_reported_is_one_line(kept: Clinic, tmp_path: Path) -> None:
    report = ("records", "report", "P-0147", "--out", str(tmp_path / "r"))
    assert "is not the id" in kept.refused(*report, "--practice", "../x").last
    strange = "01a21adc-b58a-7aa1-b60d-abb0952e2c05"
    assert "practice" in kept.refused(*report, "--practice", strange).last
    assert "nothing is written in 'xx'" in kept.refused(*report, "--language", "xx").last
    assert (
        "is after"
        in kept.refused(
            *report, "--kind", "progress", "--since", "2026-03-09", "--until", "2026-03-02"
        ).last
    )
    kept.run("people", "add", "P-0212")
    assert "nothing is kept" in kept.refused("records", "report", "P-0212").last
    assert not (tmp_path / "r").exists()


def test_an_evaluation_tells_of_five_and_not_of_four(clinic: Clinic) -> None:
    with clinic.store() as store:
        for number in range(6):
            code = f"P-{number:04}"
            store.people.add(person(code, consent=AGREED))
            keep(store, code, 1 + number)
    told = json.loads(clinic.run("records", "evaluate", "--json").out)
    assert told["people"] == 6
    assert told["practices"] == 21
    assert told["people_by"]["practices"]["5–9"] is None
    assert told["means"]["pain-before"] is not None
    assert "P-000" not in json.dumps(told)
    few = json.loads(clinic.run("records", "evaluate", "--json", "--since", "2026-03-07").out)
    assert (few["people"], few["people_by"]) == (None, {})


def test_an_evaluation_reads_the_days_that_are_asked_for(clinic: Clinic, tmp_path: Path) -> None:
    began = datetime(2026, 3, 2, 12, tzinfo=UTC)
    with clinic.store() as store:
        for number in range(5):
            store.people.add(person(f"P-{number:04}", consent=AGREED))
            for days in (0, 20):
                made = practice(began + timedelta(days=days), movement("sunrise-arms-seated"))
                store.practices.add(f"P-{number:04}", made)
    whole = json.loads(clinic.run("records", "evaluate", "--json").out)
    assert whole["practices"] == 10
    assert (whole["since"], whole["people_by"]["ranges"]["within"]) == ("2026-03-02", 5)
    part = json.loads(clinic.run("records", "evaluate", "--json", "--until", "2026-03-10").out)
    assert part["practices"] == 5
    out = str(tmp_path / "e")
    clinic.run("records", "evaluate", "--until", "2026-03-10", "--format", "html", "--out", out)
    assert [each.name for each in Path(out).iterdir()] == ["2026-03-10-evaluation.html"]
