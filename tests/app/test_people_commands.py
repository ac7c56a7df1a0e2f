"""People by command: what is kept of them, what is shown, what is refused."""

import json
import os
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from app.main import cli
from exercises.person import Person
from tests.app.clinic import PIN, Clinic
from words.tr import tr

TODAY = date.today().isoformat()


def test_a_person_is_added_shown_changed_and_erased(clinic: Clinic) -> None:
    clinic.run(
        *("people", "add", "P-0147", "--name", "Äng", "--posture", "seated", "--tempo", "0.8"),
        *("--spare", "shoulder:left", "--wary-of", "stairs", "--flag", "dizziness"),
        *("--goal", "cook again", "reaching a shelf", "--consent", "record"),
        *("--screened-by", "ab", "--cleared", "--screening-notes", "all well"),
    )
    shown = clinic.run("people", "show", "P-0147").out
    for part in (
        "P-0147  Äng",
        "posture: seated; tempo: 0.8",
        "spared: shoulder (left)",
        "wary of: stairs",
        "goal: cook again (reaching a shelf)",
        f"flag: dizziness, {tr('flag.dizziness')}",
        f"screening: cleared by AB on {TODAY}; all well",
        f"consent: practices are kept, since {TODAY}",
        "ranges: 0 signed",
        "programme: none yet",
    ):
        assert part in shown.splitlines() or part in shown, part
    clinic.run(
        *("people", "set", "p-0147", "--no-flag", "dizziness", "--flag", "pregnancy"),
        *("--no-spare", "shoulder:left", "--no-goals", "--goal", "dance", "walking far"),
        *("--no-name", "--withdraw-consent"),
    )
    shown = clinic.run("people", "show", "P-0147").out
    assert "Äng" not in shown
    assert "(no name kept)" in shown
    assert "flag: pregnancy" in shown
    assert "dizziness" not in shown
    assert "spared" not in shown
    assert "goal: dance (walking far)" in shown
    assert "cook" not in shown
    assert f"withdrawn on {TODAY}" in shown
    assert "posture: seated; tempo: 0.8" in shown
    clinic.run("people", "forget", "P-0147", "--yes")
    assert "not in the store" in clinic.refused("people", "show", "P-0147").last


def test_what_is_hidden_or_changed_for_a_person_is_shown_with_its_reason(clinic: Clinic) -> None:
    clinic.run("people", "add", "P-0147", "--flag", "osteoporosis", "--flag", "pregnancy")
    lines = clinic.run("people", "show", "P-0147").out.splitlines()
    hidden = [line for line in lines if line.startswith("hidden: ")]
    changed = [line for line in lines if line.startswith("changed: ")]
    assert any("cat-cow-seated, rounding the spine" in line for line in hidden)
    assert any("side-bend-seated" in line for line in changed)
    assert not any("sunrise-arms-standing" in line for line in lines)


def test_every_flag_has_a_label(clinic: Clinic) -> None:
    listed = clinic.run("people", "flags").out
    assert f"post-exertional-malaise  {tr('flag.post-exertional-malaise')}" in listed


def test_scripts_get_people_as_json(clinic: Clinic) -> None:
    assert json.loads(clinic.run("people", "list", "--json").out) == []
    clinic.run("people", "add", "P-0147", "--name", "Äng", "--flag", "osteoporosis")
    clinic.run("people", "add", "P-2")
    listed = json.loads(clinic.run("people", "list", "--json", "--search", "äng").out)
    assert [(each["code"], each["display_name"]) for each in listed] == [("P-0147", "Äng")]
    assert datetime.fromisoformat(listed[0]["changed_at"]).tzinfo is not None
    clinic.run(
        *("ranges", "set", "P-0147", "sunrise-arms-standing", "--side", "left"),
        *("--comfort", "60", "80", "--ceiling", "85", "--sign", "AB"),
        secrets=(PIN,),
    )
    shown = json.loads(clinic.run("people", "show", "P-0147", "--json").out)
    assert (shown["code"], shown["flags"], shown["programme"]) == ("P-0147", ["osteoporosis"], None)
    assert [(each["ceiling"], each["review_due"]) for each in shown["ranges"]] == [(85.0, False)]
    assert {"cat-cow-seated", "side-bend-seated"} <= {each["movement"] for each in shown["offers"]}
    assert {each["is"] for each in shown["offers"]} == {"hidden", "changed"}


def test_people_are_listed_by_code_and_found_in_any_script(clinic: Clinic) -> None:
    assert "unhurried people add" in clinic.run("people", "list").error
    names = {
        "P-3": "Ágústa Ñandú",
        "P-2": "田中 さくら",
        "P-1": "Жюли",
        "P-4": "ليلى",
        "P-5": "x" * 300,
    }
    for code, name in names.items():
        clinic.run("people", "add", code, "--name", name)
    lines = clinic.run("people", "list").out.splitlines()
    assert [line.split()[0] for line in lines] == ["code", "P-1", "P-2", "P-3", "P-4", "P-5"]
    for line in lines[1:]:
        assert line.endswith(names[line.split()[0]])
    for search, code in (("agusta", "P-3"), ("さくら", "P-2"), ("ЖЮЛИ", "P-1"), ("p-4", "P-4")):
        found = clinic.run("people", "list", "--search", search).out.splitlines()
        assert [line.split()[0] for line in found[1:]] == [code]
    assert "'nobody here'" in clinic.run("people", "list", "--search", "nobody here").error


@pytest.mark.parametrize(
    "code", ["../etc", "..", "P/1", "P 1", "Äng", "P-", "a" * 25, "", "P\n1", "-x-"]
)
def test_what_is_no_code_is_refused_in_one_line(clinic: Clinic, code: str) -> None:
    for command in (
        ("people", "add"),
        ("people", "show"),
        ("ranges", "show"),
        ("programme", "show"),
    ):
        said = clinic.refused(*command, "--", code)
        assert "is not a person's code" in said.last or "such option" in said.last
    assert list(clinic.place.folder.glob("*")) == list(clinic.place.folder.glob("store*"))


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("--name", "x" * 301), "--name: string should have at most 300 characters"),
        (("--name", "two\nlines"), "--name: one line is needed"),
        (("--name", " "), "--name: something has to be written"),
        (("--wary-of", "\x1b[2J"), "--wary-of: control characters are not text"),
        (("--tempo", "3"), "3.0 is not in the range"),
        (("--tempo", "nan"), "--tempo: "),
        (("--spare", "heart"), "'heart' is not a part of the body; one of neck, shoulder"),
        (("--flag", "dizzy"), "'dizzy' is not one of"),
        (("--screened-by", "AB"), "a screening needs --screened-by, and --cleared"),
        (("--cleared",), "a screening needs --screened-by, and --cleared"),
        (("--screened-by", "ZZ", "--cleared"), "the staff member ZZ is not in the store"),
        (("--consent", "none", "--consent", "record"), "--consent none goes with no other"),
        (("--consent", "research"), "what is not kept cannot be used"),
        (("--consent", "record", "--consent-on", "1st of May"), "write it as in 2026-03-02"),
    ],
)
def test_what_makes_no_profile_is_refused_in_one_line(
    clinic: Clinic, options: tuple[str, ...], line: str
) -> None:
    assert line in clinic.refused("people", "add", "P-0147", *options).last
    assert "nobody" in clinic.run("people", "list").error


def test_a_code_that_is_taken_and_a_person_who_is_not_there_are_named(clinic: Clinic) -> None:
    clinic.run("people", "add", "P-0147")
    assert "P-0147 is in the store already" in clinic.refused("people", "add", "P-0147").last
    assert "already" in clinic.refused("people", "add", "p-0147").last
    nobody = clinic.refused("people", "set", "P-0148", "--tempo", "1")
    assert "P-0148 is not in the store" in nobody.last
    assert "nothing to set" in clinic.refused("people", "set", "P-0147").last


def test_the_second_of_two_windows_is_told_and_sees_both_profiles(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.commands import people, profile_options

    clinic.run("people", "add", "P-0147")
    first = profile_options.profiled

    def meanwhile(person: Person, given: dict[str, Any], today: date) -> Person:
        with clinic.store() as store:
            changed = person.model_copy(update={"wary_of": "stairs"})
            store.people.update(changed, store.people.get("P-0147").row_version)
        return first(person, given, today)

    with monkeypatch.context() as patch:
        patch.setattr(people, "profiled", meanwhile)
        refused = clinic.refused("people", "set", "P-0147", "--wary-of", "heights")
    assert "changed in another window" in refused.last
    assert "theirs: P-0147" in refused.error
    assert "wary of: stairs" in refused.error.partition("yours:")[0]
    assert "wary of: heights" in refused.error.partition("yours:")[2]
    assert "wary of: stairs" in clinic.run("people", "show", "P-0147").out


def test_consent_that_is_only_asked_for_keeps_nothing(clinic: Clinic) -> None:
    clinic.run("people", "add", "P-0147", "--consent", "none")
    assert "consent: nothing is kept" in clinic.run("people", "show", "P-0147").out
    clinic.run("people", "set", "P-0147", "--consent", "record", "--consent", "research")
    shown = clinic.run("people", "show", "P-0147").out
    assert "practices are kept and they are used in research" in shown


def test_ten_thousand_people_are_listed_whole_and_in_order(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.commands import people

    monkeypatch.setattr(people, "PAGE", 40)  # so that a few pages are gone through
    with clinic.store() as store:
        for number in range(130):
            store.people.add(Person(code=f"P-{number:05}"))
    codes = [line.split()[0] for line in clinic.run("people", "list").out.splitlines()[1:]]
    assert len(codes) == 130
    assert all(before < after for before, after in pairwise(codes))


def test_there_is_one_way_to_erase_somebody(clinic: Clinic) -> None:
    clinic.run("people", "add", "P-0147")
    clinic.refused("people", "remove", "P-0147", "--yes")
    assert "Type the code once more" in clinic.refused("people", "forget", "P-0147").last
    clinic.run("people", "show", "P-0147")


def test_what_is_looked_for_and_is_no_text_is_one_line(clinic: Clinic) -> None:
    line = clinic.refused("people", "list", "--search", os.fsdecode(b"\xff")).last
    assert line == "unhurried: what was given holds bytes that are no text; write it anew, in UTF-8"


def test_secrets_that_are_no_text_are_one_line(clinic: Clinic) -> None:
    clinic.run("people", "add", "P-0147")
    arguments = ("staff", "pin", "AB", "--secrets-stdin")
    ended = CliRunner().invoke(cli, arguments, input=b"47\xff11\n")
    assert ended.exit_code == 1
    assert isinstance(ended.exception, SystemExit)
    (line,) = ended.stderr.splitlines()
    assert "what is on standard input is no text" in line
    assert "47" not in line


def test_an_option_that_is_given_empty_is_named_in_one_line(clinic: Clinic, tmp_path: Path) -> None:
    clinic.run("people", "add", "P-0147")
    out = ("--out", str(tmp_path / "a.zip"))
    for given in (
        ("people", "forget", "P-0147", "--by", ""),
        ("people", "export", "P-0147", *out, "--by", " "),
        ("people", "export", "P-0147", *out, "--language", ""),
        ("people", "consent", "P-0147", "--give", "pack", "--by", ""),
        ("records", "export", "P-0147", "--out", str(tmp_path), "--by", ""),
        ("records", "report", "P-0147", "--language", ""),
        ("pack", "fingerprint", "--language", ""),
        ("pack", "write", "P-0147", *out, "--sign", "1"),
        ("records", "prune", "--by", ""),
    ):
        option, said = ("--language", "there is de, en, es")
        if "--language" not in given:
            option, said = given[-2], "is not somebody's initials; as in AB"
        line = clinic.refused(*given).last
        assert line.startswith(f"unhurried: Invalid value for '{option}': "), line
        assert line.endswith(said), line
    clinic.run("people", "show", "P-0147")


def test_whatever_is_amiss_is_said_with_one_prefix(clinic: Clinic) -> None:
    for given in (
        ("people", "show", "P-0147"),  # the store does not know them
        ("people", "show"),  # not used as it is to be
        ("people", "forget"),
        ("people", "set", "P-0147"),
        ("pack", "write", "P-0147", "--out", "x", "--language", "tlh"),
        ("no-such-command",),
    ):
        assert clinic.refused(*given).last.startswith("unhurried: "), given
