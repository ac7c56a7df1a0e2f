"""``records export`` and ``people export``: what they write, and the one line when they cannot."""

import json
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.main import cli
from exercises.consent import Consent
from records.errors import UnknownEntry
from records.export import gathering
from records.export.dossier import Dossier
from records.place import Place
from records.store import Store, make_store, open_store
from tests.records.export.people import kept
from tests.records.export.traces import trace
from tests.records.specimens import person

NAME = "Äng Sømeone"


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of two people with a practice each; one agreed to research."""
    folder = tmp_path_factory.mktemp("clinic") / "home"
    place = Place(folder, folder.with_name("home-key"))
    make_store(place)
    with open_store(place) as store:
        for code, research in (("P-0147", True), ("P-0148", False)):
            consent = Consent(on=date(2026, 3, 2), record=True, research=research)
            store.people.add(person(code, display_name=NAME, consent=consent))
            practice = store.practices.add(code, kept())
            store.traces.add(practice, 0, trace())
    return folder


def run(clinic: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, env={"UNHURRIED_HOME": str(clinic)})


@pytest.mark.parametrize(
    ("form", "ending", "files"),
    [("csv", ".csv", 20), ("mot", ".mot", 2), ("trc", ".trc", 2), ("fhir", ".json", 2)],
)
def test_each_form_is_written_by_codes_without_a_name(
    clinic: Path, tmp_path: Path, form: str, ending: str, files: int
) -> None:
    done = run(clinic, "records", "export", "--format", form, "--out", str(tmp_path), "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["people"], told["practices"], len(told["files"])) == (2, 2, files)
    written = sorted(tmp_path.iterdir())
    assert [path.name for path in written] == sorted(told["files"])
    assert {path.suffix for path in written} == {ending}
    for path in written:
        assert path.name.startswith(("P-0147_", "P-0148_"))
        assert NAME not in path.read_text(encoding="utf-8")


def test_a_research_set_has_only_who_agreed_and_goes_on_being_the_same(
    clinic: Path, tmp_path: Path
) -> None:
    ids = []
    for number in (1, 2):
        out = tmp_path / str(number)
        done = run(clinic, "records", "export", "--format", "research", "--out", str(out))
        assert done.exit_code == 0, done.output
        assert "1 who did not agree to research are not in it" in done.stderr
        lines = (out / "practices.csv").read_text(encoding="utf-8-sig").splitlines()
        assert len(lines) == 2
        ids.append(lines[1].split(",")[:3])
    assert ids[0] == ids[1]
    only = run(clinic, "records", "export", "P-0148", "--format", "research", "--out", str(out))
    assert only.exit_code != 0


def test_no_set_comes_of_whom_took_it_back_while_it_was_written(
    clinic: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "home"
    shutil.copytree(clinic, own)
    shutil.copytree(clinic.with_name("home-key"), own.with_name("home-key"))
    gather = gathering.gather

    def slowly(store: Store, code: str, *days: date | None) -> Dossier:
        found, kept = gather(store, code, *days), store.people.get(code)
        assert kept.value.consent is not None
        consent = kept.value.consent.withdrawing("research", date(2026, 3, 9))
        store.people.update(kept.value.model_copy(update={"consent": consent}), kept.row_version)
        return found

    monkeypatch.setattr(gathering, "gather", slowly)
    out = tmp_path / "set"
    done = run(own, "records", "export", "--format", "research", "--out", str(out))
    assert done.exit_code != 0
    assert "P-0147 took back" in done.output
    assert not out.exists()


def test_a_persons_own_copy_is_one_file_and_the_audit_knows_of_it(
    clinic: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine.zip"
    done = run(clinic, "people", "export", "P-0147", "--out", str(out), "--language", "de")
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(out) as zipped:
        assert "Ihre eigene Kopie" in zipped.read("index.html").decode()
    assert "it is not encrypted, and whoever has it reads it" in done.stdout
    other = str(tmp_path / "other.zip")
    for_scripts = run(clinic, "people", "export", "P-0147", "--out", other, "--json")
    assert json.loads(for_scripts.stdout)["encrypted"] is False
    again = run(clinic, "people", "export", "P-0147", "--out", str(out))
    assert "is there already" in str(again.exception)
    place = Place(clinic, clinic.with_name("home-key"))
    with open_store(place) as store:
        entries = store.audit.list("P-0147")
    assert ("exported", "own copy") in [(each.action, each.detail) for each in entries]


def test_what_cannot_be_done_is_said_in_one_line(clinic: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    nobody = run(clinic, "records", "export", "P-9999", "--format", "csv", "--out", out)
    assert isinstance(nobody.exception, UnknownEntry)
    path = run(clinic, "records", "export", "../../etc", "--format", "csv", "--out", out)
    assert "is not a person's code" in path.output
    days = ("--since", "2026-03-09", "--until", "2026-03-02")
    turned = run(clinic, "records", "export", "P-0147", "--format", "csv", "--out", out, *days)
    assert "is after" in turned.output
    ahead_of_now = ("--since", "9000-01-01")
    ahead = run(
        clinic, "records", "export", "P-0147", "--format", "csv", "--out", out, *ahead_of_now
    )
    assert "is after today" in ahead.output
    unfit = run(clinic, "records", "export", "--format", "research", "--set", "../x", "--out", out)
    assert "a set is named in a-z" in str(unfit.exception)
    file = tmp_path / "file"
    file.write_bytes(b"")
    inside = run(clinic, "records", "export", "--format", "csv", "--out", str(file / "below"))
    assert "cannot be written here" in str(inside.exception)
    spoken = run(clinic, "people", "export", "P-0147", "--out", out, "--language", "xx")
    assert "nothing is written in 'xx'" in spoken.output
    assert not Path(out).exists()
