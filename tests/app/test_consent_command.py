"""What a person agreed to, by command: shown, given, withdrawn, noted."""

import json
from datetime import date

import pytest

from tests.app.clinic import Clinic

TODAY = date.today().isoformat()


def test_each_purpose_is_given_and_withdrawn_with_its_day(clinic: Clinic) -> None:
    clinic.run("people", "add", "P-0147")
    assert "not asked yet" in clinic.run("people", "consent", "P-0147").out
    clinic.run(
        *("people", "consent", "p-0147", "--give", "record", "--give", "pack"),
        *("--on", "2026-03-02", "--by", "ab"),
    )
    ran = clinic.run("people", "consent", "P-0147", "--withdraw", "pack", "--on", "2026-04-01")
    lines = ran.out.splitlines()
    assert lines[0] == "P-0147  asked last on 2026-03-02"
    assert lines[1].split()[:3] == ["record", "given", "2026-03-02"]
    assert [line.split()[:2] for line in lines[2:4]] == [["research", "no"], ["words", "no"]]
    assert "given 2026-03-02, withdrawn 2026-04-01" in lines[4]
    assert "What was kept before stays" in ran.error
    assert "people forget P-0147" in ran.error
    found = json.loads(clinic.run("people", "consent", "P-0147", "--json").out)
    assert [each["purpose"] for each in found["given"]] == ["record", "pack"]
    assert "practices are kept, since 2026-03-02" in clinic.run("people", "show", "P-0147").out
    with clinic.store() as store:
        assert [(each.action, each.by, each.detail) for each in store.audit.list("P-0147")] == [
            ("consent", "AB", "record given on 2026-03-02; pack given on 2026-03-02"),
            ("consent", None, "pack withdrawn on 2026-04-01"),
        ]


def test_all_is_withdrawn_at_once(clinic: Clinic) -> None:
    clinic.run("people", "add", "P-0147", "--consent", "record", "--consent", "research")
    clinic.run("people", "consent", "P-0147", "--withdraw", "all")
    assert f"withdrawn on {TODAY}" in clinic.run("people", "show", "P-0147").out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--withdraw", "pack"), "nothing to withdraw"),
        (("--give", "words"), "--give research as well"),
        (("--give", "pack", "--withdraw", "pack"), "two wishes"),
        (("--give", "pack", "--withdraw", "all"), "two wishes"),
        (("--withdraw", "record", "--on", "2020-01-01"), "withdrawn before it is given"),
        (("--give", "pack", "--on", "2999-01-01"), "yet to come"),
        (("--on", "2026-01-01"), "are of a change"),
        (("--give", "pack", "--by", "ZZ"), "not in the store"),
    ],
)
def test_what_makes_no_consent_is_said_in_a_line_and_changes_nothing(
    clinic: Clinic, options: tuple[str, ...], said: str
) -> None:
    clinic.run("people", "add", "P-0147", "--consent", "record")
    before = clinic.run("people", "consent", "P-0147", "--json").out
    assert said in clinic.refused("people", "consent", "P-0147", *options).last
    assert clinic.run("people", "consent", "P-0147", "--json").out == before
