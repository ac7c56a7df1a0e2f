"""Packs by command: a whole exchange between two machines, and each refusal in one line."""

import json
from pathlib import Path

import pypdfium2
import pytest

from app.settings import load_settings, settings_path
from exercises.staff import Staff
from records.place import Place
from records.store import make_store
from tests.app.clinic import ANOTHER, PIN, Clinic, Ran
from tests.records.exchange.two_stores import practised
from tests.records.specimens import NOON

PASSPHRASE = "a quiet morning"
SUNRISE = "sunrise-arms-standing"


class Machines:
    """A clinic's machine and a home's, and commands on each."""

    def __init__(self, clinic: Clinic, home: Clinic, patch: pytest.MonkeyPatch) -> None:
        self._clinic, self._home, self._patch = clinic, home, patch

    @property
    def clinic(self) -> Clinic:
        return self._at(self._clinic)

    @property
    def home(self) -> Clinic:
        return self._at(self._home)

    def _at(self, machine: Clinic) -> Clinic:
        self._patch.setenv("UNHURRIED_HOME", str(machine.place.folder))
        return machine

    def write(self, out: Path, *also: str) -> Ran:
        return self.clinic.run(
            *("pack", "write", "P-0147", "--out", str(out), "--sign", "AB", *also),
            secrets=(PIN, PASSPHRASE),
        )


@pytest.fixture
def machines(clinic: Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machines:
    place = Place(tmp_path / "laptop", tmp_path / "laptop-key")
    make_store(place)
    clinic.run(
        *("people", "add", "P-0147", "--name", "Äng", "--flag", "dizziness"),
        *("--consent", "record", "--consent", "pack"),
    )
    clinic.run(
        *("ranges", "set", "P-0147", SUNRISE, "--side", "left", "--comfort", "60", "80"),
        *("--ceiling", "95", "--sign", "AB"),
        secrets=(PIN,),
    )
    return Machines(clinic, Clinic(place), monkeypatch)


def test_a_pack_goes_home_and_another_comes_back(machines: Machines, tmp_path: Path) -> None:
    out, back = tmp_path / "home.pack", tmp_path / "back.pack"
    told = machines.write(out, "--language", "de", "--words", "Ganz in Ruhe.").out
    assert "P-0147: practice pack written" in told
    paper = machines.clinic.run("pack", "fingerprint").out.strip()
    assert paper in told
    read = machines.home.run("pack", "read", str(out), secrets=(PASSPHRASE, paper)).out
    assert f"paired with the clinic whose fingerprint is {paper}" in read
    assert "ranges: 1 new" in read
    assert "words: Ganz in Ruhe." in read
    assert load_settings(settings_path()).language == "de"
    assert "ceiling 95°" in machines.home.run("ranges", "show", "P-0147").out
    assert "Äng" not in machines.home.run("people", "show", "P-0147").out
    again = machines.home.run("pack", "read", str(out), "--json", secrets=(PASSPHRASE,)).out
    assert json.loads(again)["changed"] is False

    with machines.home.store() as store:
        practised(store, NOON)
    wrote = machines.home.run(
        "pack", "write", "P-0147", "--out", str(back), "--json", secrets=(PASSPHRASE,)
    )
    told_back = json.loads(wrote.out)
    assert (told_back["kind"], told_back["practices"]) == ("return", 1)
    came = machines.clinic.run(
        *("pack", "read", str(back), "--fingerprint", told_back["fingerprint"]),
        secrets=(PASSPHRASE,),
    )
    assert "new here: 1 practice, 0 diary entries, 0 outcomes" in came.out
    with machines.clinic.store() as store:
        actions = [(each.action, each.by, each.code) for each in store.audit.list()]
    assert ("pack-written", "AB", "P-0147") in actions
    assert ("pack-read", None, "P-0147") in actions


def test_what_does_not_go_is_told_in_one_line(machines: Machines, tmp_path: Path) -> None:
    out = tmp_path / "home.pack"
    plain = ("pack", "write", "P-0147", "--out", str(out))
    assert "--sign" in machines.clinic.refused(*plain).last
    assert (
        "PIN" in machines.clinic.refused(*plain, "--sign", "AB", secrets=("9999", PASSPHRASE)).last
    )
    assert (
        "may not sign"
        in machines.clinic.refused(*plain, "--sign", "CD", secrets=(ANOTHER, PASSPHRASE)).last
    )
    assert (
        "nothing is written in 'tlh'"
        in machines.clinic.refused(*plain, "--sign", "AB", "--language", "tlh").last
    )
    assert (
        "not paired with a clinic"
        in machines.clinic.refused(*plain, "--return", secrets=(PASSPHRASE,)).last
    )
    assert (
        "8 to 1024 characters"
        in machines.clinic.refused(*plain, "--sign", "AB", secrets=(PIN, "short")).last
    )
    assert not out.exists()
    machines.write(out)
    assert (
        "there is a file already"
        in machines.clinic.refused(*plain, "--sign", "AB", secrets=(PIN, PASSPHRASE)).last
    )
    home = machines.home
    read = ("pack", "read", str(out))
    assert "not its passphrase" in home.refused(*read, secrets=("another one",)).last
    assert "not the fingerprint" in home.refused(*read, secrets=(PASSPHRASE, "7K2M-XXXX")).last
    assert "Fingerprint on the paper" in home.refused(*read, secrets=(PASSPHRASE,)).last
    out.write_bytes(out.read_bytes()[:-9])
    assert "cut short" in home.refused(*read).last
    out.write_text("a letter")
    assert "not a pack" in home.refused(*read).last
    assert "No such file" in home.refused("pack", "read", str(tmp_path / "none")).last
    assert "there is nobody yet" in home.run("people", "list").error


def test_a_folder_gets_a_file_named_after_the_code(machines: Machines, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    machines.write(folder)
    machines.write(folder)
    assert len(list(folder.glob("P-0147-*.pack"))) == 2


def test_without_a_yes_to_packs_none_is_written(machines: Machines, tmp_path: Path) -> None:
    machines.clinic.run("people", "add", "P-0200", "--consent", "record")
    refused = machines.clinic.refused(
        *("pack", "write", "P-0200", "--out", str(tmp_path / "a.pack"), "--sign", "AB"),
        secrets=(PIN, PASSPHRASE),
    )
    assert "has not agreed" in refused.last
    assert not (tmp_path / "a.pack").exists()


def test_a_clinic_is_given_up_by_a_yes(machines: Machines, tmp_path: Path) -> None:
    out = tmp_path / "home.pack"
    machines.write(out)
    paper = machines.clinic.run("pack", "fingerprint").out.strip()
    machines.home.run("pack", "read", str(out), secrets=(PASSPHRASE, paper))
    with machines.home.store() as store:
        store.staff.add(Staff(initials="EF", role="therapist"), PIN)
    unpair = ("pack", "unpair", "P-0147", "--yes")
    assert "--sign" in machines.home.refused(*unpair).last
    assert "PIN" in machines.home.refused(*unpair, "--sign", "EF", secrets=("9999",)).last
    ran = machines.home.run(*unpair, "--sign", "EF", secrets=(PIN,))
    assert "paired with no clinic" in ran.out
    assert "not paired" in machines.home.refused(*unpair, "--sign", "EF", secrets=(PIN,)).last


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_the_fingerprint_is_printed_on_a_page_that_names_nobody(
    machines: Machines, tmp_path: Path, language: str
) -> None:
    out = tmp_path / "paper.pdf"
    own = machines.clinic.run(
        "pack", "fingerprint", "--out", str(out), "--language", language
    ).out.strip()
    document = pypdfium2.PdfDocument(out)
    text = " ".join(document[0].get_textpage().get_text_range().split())
    assert len(document) == 1
    for group in own.split("-"):
        assert group in text
    assert "unhurried pack read" in text
    assert "P-0147" not in text
    document.close()
