"""A whole sample clinic, with all reports and exports of it: no name, no picture in any file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from records.place import Place
from records.store import open_store
from tools.look_for_names import findings

ROOT = Path(__file__).parents[2]
KINDS = ("practice", "progress", "summary", "plan", "helps", "flare", "family")


def run(home: Path, *words: str) -> None:
    """Run a command over the clinic at `home`; what it prints is looked through as well."""
    environment = os.environ | {"UNHURRIED_HOME": str(home), "SDL_VIDEODRIVER": "dummy"}
    with (home.parent / "printed.txt").open("ab") as printed:
        subprocess.run(
            [sys.executable, "-m", "app.main", *words],
            cwd=ROOT,
            env=environment,
            stdout=printed,
            stderr=printed,
            check=True,
        )


def write_everything(home: Path, out: Path, codes: list[str]) -> None:
    """Write every report and export that there is."""
    out.mkdir()
    for number, code in enumerate(codes):
        form = ("pdf", "png", "html")[number % 3]
        for kind in KINDS:
            more = ("--kind", kind, "--format", form, "--out", str(out))
            run(home, "records", "report", code, *more)
        run(home, "people", "export", code, "--out", str(out / f"{number}.zip"))
        run(home, "records", "list", code)
        run(home, "people", "consent", code)
    for form in ("csv", "mot", "trc", "fhir"):
        run(home, "records", "export", "--format", form, "--out", str(out / form))
    for form in ("pdf", "png", "html"):
        run(home, "records", "evaluate", "--format", form, "--out", str(out))
    run(home, "store", "backup")
    run(home, "store", "audit")


@pytest.mark.endurance
@pytest.mark.timeout(1800)
def test_no_file_of_a_whole_sample_clinic_tells_a_name_or_holds_a_picture(tmp_path: Path) -> None:
    made = [sys.executable, "tools/sample_clinic.py", "--weeks", "1", "--seconds", "6"]
    subprocess.run([*made, "--out", str(tmp_path)], cwd=ROOT, check=True)
    place = Place(tmp_path / "home", tmp_path / "home-key")
    with open_store(place) as store:
        people = store.people.list()
    names = [each.display_name for each in people if each.display_name]
    assert len(names) == 3
    write_everything(place.folder, tmp_path / "out", [each.code for each in people])
    assert sum(each.is_file() for each in tmp_path.rglob("*")) > 40
    assert list(findings(tmp_path, names)) == []
    run(place.folder, "people", "export", people[0].code, "--with-name", "--out", str(tmp_path))
    assert list(findings(tmp_path, names)) != []
