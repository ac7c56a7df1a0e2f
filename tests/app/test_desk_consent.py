"""Consent at the desk: one purpose is given or taken back, the others keep their days."""

from datetime import date, timedelta

import pygame
import pytest

from exercises.consent import Consent, Given
from exercises.person import Person
from tests.app.clinic import Clinic
from tests.app.desk_bench import TODAY, Bench

DOWN, TAB, ENTER, SPACE = pygame.K_DOWN, pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE
BEFORE = TODAY - timedelta(days=30)


@pytest.mark.parametrize(
    ("toggled", "record", "pack"),
    [
        ("It may go between home and clinic in an encrypted file", (BEFORE, None), (TODAY, None)),
        ("What is measured and answered may be kept", (BEFORE, TODAY), None),
    ],
)
def test_one_purpose_is_changed_and_noted_with_who_was_there(
    clinic: Clinic,
    toggled: str,
    record: tuple[date, date | None],
    pack: tuple[date, date | None] | None,
) -> None:
    with clinic.store() as store:
        store.people.add(Person(code="P-0147", consent=Consent(on=BEFORE, record=True)))
    with Bench(clinic.place) as bench:
        bench.unlock().find("0147").press(*[DOWN] * 5, ENTER)
        for _ in range(20):
            held = bench.top.focus.held
            if toggled in (getattr(held, "label", ""), getattr(held, "text", "")):
                break
            bench.press(TAB)
        bench.press(SPACE)
        bench.press(pygame.K_s, ctrl=True)
    with clinic.store() as store:
        consent = store.people.get("P-0147").value.consent
        last = store.audit.list("P-0147")[-1]
    assert consent is not None
    assert consent.on == BEFORE
    assert consent.of("record") == Given(purpose="record", on=record[0], withdrawn_on=record[1])
    expected = None if pack is None else Given(purpose="pack", on=pack[0], withdrawn_on=pack[1])
    assert consent.of("pack") == expected
    assert (last.action, last.by) == ("consent", "AB")
