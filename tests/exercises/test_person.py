"""People as frozen data."""

from datetime import date

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from exercises.person import Consent, Person, Spared
from exercises.staff import Staff
from tests.exercises.people_data import people


@settings(max_examples=30, deadline=None)
@given(people())
def test_a_person_comes_back_from_json_as_they_were(person: Person) -> None:
    assert Person.model_validate_json(person.model_dump_json()) == person


@pytest.mark.parametrize(
    "name",
    [
        "Naïf",
        "河水清",
        "نهر",
        "Рябина",
        "नदी",
        "👩‍🦽 elm",
        "x" * 300,
        "o'clock; DROP TABLE people",
    ],
)
def test_a_name_may_be_in_any_script_and_long(name: str) -> None:
    assert Person(code="P-1", display_name=name).display_name == name


@pytest.mark.parametrize("name", ["", "   ", "x" * 301, "two\nlines", "bell\x07", "\x1b[31mred"])
def test_a_name_is_one_line_without_control_characters(name: str) -> None:
    with pytest.raises(ValidationError):
        Person(code="P-1", display_name=name)


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "../P-1"},
        {"flags": ["osteoporosis", "osteoporosis"]},
        {"flags": ["no-such-flag"]},
        {"spare": [{"area": "knee", "side": "left"}, {"area": "knee", "side": "left"}]},
        {"spare": [{"area": "soul"}]},
        {"tempo": 0.4},
        {"tempo": 1.6},
        {"tempo": float("nan")},
        {"posture": "kneeling"},
        {"age": 30},
        {"wary_of": "x" * 4001},
    ],
)
def test_a_person_that_makes_no_sense_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Person.model_validate({"code": "P-1", **changes})


def test_lists_are_taken_as_a_file_holds_them() -> None:
    person = Person.model_validate(
        {"code": "P-1", "flags": ["dizziness"], "spare": [{"area": "knee", "side": "left"}]}
    )
    assert person.flags == ("dizziness",)
    assert person.spare == (Spared(area="knee", side="left"),)


def test_withdrawn_consent_allows_nothing_any_more() -> None:
    given_on = date(2026, 3, 1)
    consent = Consent(on=given_on, record=True, research=True)
    assert (consent.may_record, consent.may_research) == (True, True)
    withdrawn = Consent(on=given_on, record=True, research=True, withdrawn_on=given_on)
    assert (withdrawn.may_record, withdrawn.may_research) == (False, False)
    with pytest.raises(ValidationError, match="before it is given"):
        Consent(on=given_on, record=True, withdrawn_on=date(2026, 2, 1))


def test_only_therapists_and_clinicians_who_work_here_sign() -> None:
    assert Staff(initials="AB", role="therapist").may_sign
    assert Staff(initials="AB", role="clinician").may_sign
    assert not Staff(initials="AB", role="assistant").may_sign
    assert not Staff(initials="AB", role="therapist", active=False).may_sign
    assert Staff.model_validate_json('{"initials": "ÉL", "role": "clinician"}').initials == "ÉL"
