"""What a person agreed to: purpose by purpose, each with its day, each to be taken back."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from exercises.consent import PURPOSES, Consent, Given, Purpose, consent_changes

DAY = date(2026, 3, 2)
LATER = date(2026, 4, 1)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@st.composite
def consents(draw: st.DrawFn) -> Consent:
    parts = []
    for purpose in draw(st.sets(st.sampled_from(PURPOSES))):
        on = draw(days)
        ended = on + timedelta(days=draw(st.integers(0, 500))) if draw(st.booleans()) else None
        parts.append(Given(purpose=purpose, on=on, withdrawn_on=ended))
    return Consent(on=draw(days), given=tuple(parts))


@given(consents())
def test_a_consent_comes_back_as_it_was_kept(consent: Consent) -> None:
    assert Consent.model_validate_json(consent.model_dump_json()) == consent


@given(days, st.booleans(), st.booleans(), st.none() | st.integers(0, 99))
def test_what_older_programs_kept_is_still_read(
    on: date, record: bool, research: bool, ended_after: int | None
) -> None:
    ended = None if ended_after is None else on + timedelta(days=ended_after)
    old = {
        "on": on.isoformat(),
        "record": record,
        "research": research,
        "withdrawn_on": ended and ended.isoformat(),
    }
    consent = Consent.model_validate_json(json.dumps(old))
    assert consent.may_record == (record and ended is None)
    assert consent.may_research == (research and ended is None)
    assert not any(consent.may(each) for each in ("words", "pack", "mirror"))
    assert consent.withdrawn_on == (ended if record or research else None)
    assert consent == Consent(on=on, record=record, research=research, withdrawn_on=ended)


@pytest.mark.parametrize(
    "faulty",
    [
        {"on": "2026-03-02", "record": "yes"},
        {"on": "2026-03-02", "record": True, "given": [{"purpose": "pack", "on": "2026-03-02"}]},
        {"on": "2026-03-02", "record": True, "withdrawn_on": "2026-03-01"},
        {"on": "2026-03-02", "given": [{"purpose": "fame", "on": "2026-03-02"}]},
        {"on": "2026-03-02", "given": [{"purpose": "pack", "on": "2026-03-02"}] * 2},
        {"on": 20260302},
        {"record": True},
        {"on": "2026-03-02", "recrod": True},
    ],
)
def test_what_makes_no_consent_is_refused(faulty: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Consent.model_validate_json(json.dumps(faulty))


@given(consents(), st.sampled_from(PURPOSES), days)
def test_giving_and_taking_back_one_purpose_leaves_the_others(
    consent: Consent, purpose: Purpose, on: date
) -> None:
    agreed = consent.agreeing(purpose, on)
    assert agreed.may(purpose)
    back = agreed.withdrawing(purpose, date(2031, 1, 1))
    assert not back.may(purpose)
    for other in PURPOSES:
        if other != purpose:
            assert consent.of(other) == agreed.of(other) == back.of(other)
    with pytest.raises(ValueError, match="nothing to withdraw"):
        back.withdrawing(purpose, date(2031, 1, 1))


def test_what_stands_keeps_the_day_it_was_given_on_and_what_was_taken_back_begins_anew() -> None:
    consent = Consent(on=DAY, record=True)
    assert consent.agreeing("record", LATER).of("record") == Given(purpose="record", on=DAY)
    again = consent.withdrawing("record", LATER).agreeing("record", LATER)
    assert again.of("record") == Given(purpose="record", on=LATER)


def test_words_go_into_research_only_where_both_are_agreed_to() -> None:
    consent = Consent(on=DAY, record=True).agreeing("words", DAY)
    assert not consent.may_research_words
    assert consent.agreeing("research", DAY).may_research_words


def test_what_changed_is_told_purpose_by_purpose() -> None:
    before = Consent(on=DAY, record=True, research=True)
    after = before.withdrawing("research", LATER).agreeing("pack", LATER)
    assert consent_changes(before, before) == ()
    assert consent_changes(before, after) == (
        "research withdrawn on 2026-04-01",
        "pack given on 2026-04-01",
    )
    assert consent_changes(before, None) == ("record taken out", "research taken out")
