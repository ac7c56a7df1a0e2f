"""Programmes and what is proposed for them, in the staff's window."""

from collections.abc import Iterator

import pygame
import pytest

from exercises.person import Person
from exercises.programme import Item, Programme
from feedback.change import Because, Proposal
from tests.app.clinic import ANOTHER, PIN, Clinic
from tests.app.desk_bench import TODAY, Bench
from ui.inputs import Press
from ui.screens.conflict import Conflict
from ui.screens.pick import Pick
from ui.screens.pin import Pin
from ui.screens.profile import Profile
from ui.screens.programme import ProgrammeScreen
from ui.screens.proposals import Proposals

UP, DOWN, RIGHT, TAB = pygame.K_UP, pygame.K_DOWN, pygame.K_RIGHT, pygame.K_TAB
ENTER, ESC = pygame.K_RETURN, pygame.K_ESCAPE
OLD = Programme(
    id="mornings",
    title="Mornings",
    items=(
        Item(exercise_id="sunrise-arms-seated", repetitions=4),
        Item(exercise_id="sit-to-stand"),
    ),
)
MORE = Proposal(
    exercise_id="sunrise-arms-seated",
    variable="repetitions",
    before=4,
    after=5,
    on=TODAY,
    reasons=(Because(id="because.no-pain-rise"),),
)


@pytest.fixture
def bench(clinic: Clinic) -> Iterator[Bench]:
    with clinic.store() as store:
        store.people.add(Person(code="P-0147", posture="seated", flags=("hip-precautions",)))
    with Bench(clinic.place) as made:
        yield made.unlock().find("0147").type("p")


def signed_now(clinic: Clinic) -> Programme | None:
    with clinic.store() as store:
        applied = store.programmes.current("P-0147")
    return None if applied is None else applied.programme


def apply_elsewhere(clinic: Clinic, programme: Programme, after: int = 0) -> None:
    with clinic.store() as store:
        store.programmes.apply("P-0147", programme, after, "AB", PIN)


def sign(bench: Bench, pin: str = PIN) -> Bench:
    return bench.press(pygame.K_s, ctrl=True).type(pin).press(ENTER)


def ids(programme: Programme | None) -> list[str]:
    assert programme is not None
    return [item.exercise_id for item in programme.items]


def add(bench: Bench, text: str) -> Bench:
    return bench.type("a").type(text).press(ENTER)


def test_a_programme_is_made_changed_and_signed_by_keyboard_alone(
    bench: Bench, clinic: Clinic
) -> None:
    add(bench, "sunrise arms, seated")
    add(bench, "wrist circles")
    add(bench, "arriving breath")
    assert signed_now(clinic) is None
    bench.press(UP, shift=True)
    bench.press(UP, ENTER)  # Sunrise arms: its fields
    bench.press(TAB, RIGHT, RIGHT)  # sides, then two repetitions
    sign(bench)
    assert bench.top.said == "Signed: version 1 holds from now on."
    made = signed_now(clinic)
    assert ids(made) == ["sunrise-arms-seated", "arriving-breath", "wrist-circles-seated"]
    assert made is not None
    assert made.items[0].repetitions == 2
    assert made.items[1].repetitions is None


def test_a_programme_begins_from_one_that_is_there_in_the_persons_posture(
    bench: Bench, clinic: Clinic
) -> None:
    bench.type("b").type("standing flow").press(ENTER)
    assert "put into their posture" in bench.top.said
    assert "Left out: Standing weight shift" in bench.top.said
    sign(bench)
    assert all(not each.endswith("standing") for each in ids(signed_now(clinic)))


def test_what_is_hidden_from_a_person_is_there_with_its_reason_and_is_not_taken(
    bench: Bench, clinic: Clinic
) -> None:
    bench.type("a").type("march")
    assert isinstance(bench.top, Pick)
    bench.press(ENTER)
    assert isinstance(bench.top, Pick)
    assert bench.top.said.startswith("Seated march: ")
    bench.press(ESC)
    assert isinstance(bench.top, ProgrammeScreen)
    assert bench.top.keys()[0][0] == "A"


def test_a_movement_is_taken_out_and_nothing_is_nothing_to_sign(
    bench: Bench, clinic: Clinic
) -> None:
    add(bench, "wrist circles").type("xx").press(pygame.K_DELETE)
    bench.press(pygame.K_s, ctrl=True)
    assert isinstance(bench.top, ProgrammeScreen)
    assert bench.top.said.startswith("A programme has at least one movement")


def test_days_and_a_note_belong_to_the_whole(bench: Bench, clinic: Clinic) -> None:
    add(bench, "wrist circles").press(pygame.K_HOME, ENTER)
    bench.press(TAB, pygame.K_SPACE, TAB, TAB, pygame.K_SPACE)  # name, Monday, Wednesday
    bench.press(*[TAB] * 5).type("A glass of water first.")
    sign(bench)
    made = signed_now(clinic)
    assert made is not None
    assert made.days == ("monday", "wednesday")
    assert made.note == "A glass of water first."


@pytest.mark.parametrize(
    ("initials", "pin", "said"),
    [("AB", "0000", "not the PIN of AB"), ("CD", ANOTHER, "CD may not sign")],
)
def test_only_who_may_sign_with_their_pin_signs(
    bench: Bench, clinic: Clinic, initials: str, pin: str, said: str
) -> None:
    add(bench, "wrist circles").press(pygame.K_s, ctrl=True)
    bench.press(UP).press(pygame.K_a, ctrl=True).type(initials).press(ENTER).type(pin).press(ENTER)
    assert isinstance(bench.top, Pin)
    assert said in bench.top.said
    assert signed_now(clinic) is None
    bench.press(ESC)
    assert isinstance(bench.top, ProgrammeScreen)


def test_a_pin_is_never_drawn(bench: Bench) -> None:
    add(bench, "wrist circles").press(pygame.K_s, ctrl=True)
    pictures = []
    for digits in ("27182818", "31415926", "3141592"):
        bench.press(pygame.K_a, ctrl=True).type(digits)
        pictures.append(pygame.image.tobytes(bench.draw(), "RGB"))
    # As many dots look the same whatever they stand for; fewer do not.
    assert pictures[0] == pictures[1] != pictures[2]


def test_changes_that_are_not_signed_are_asked_for_once(bench: Bench) -> None:
    add(bench, "wrist circles").press(ESC)
    assert "not signed yet" in bench.top.said
    bench.press(ESC)
    assert isinstance(bench.top, Profile)


@pytest.mark.parametrize(("answer", "held"), [("t", OLD.items[0]), ("y", None)])
def test_two_windows_sign_a_programme_and_the_second_sees_both(
    bench: Bench, clinic: Clinic, answer: str, held: Item | None
) -> None:
    add(bench, "wrist circles").press(pygame.K_s, ctrl=True)
    apply_elsewhere(clinic, OLD)
    bench.type(PIN).press(ENTER)
    assert isinstance(bench.top, Conflict)
    assert signed_now(clinic) == OLD
    bench.type(answer)
    if answer == "y":
        assert isinstance(bench.top, Pin)
        bench.type(PIN).press(ENTER)
    assert isinstance(bench.top, ProgrammeScreen)
    assert (OLD.items[0] if signed_now(clinic) == OLD else None) == held
    with clinic.store() as store:
        versions = [each.version for each in store.programmes.history("P-0147")]
    assert versions == ([1] if answer == "t" else [1, 2])


def test_a_movement_that_is_gone_is_said_and_taken_out(bench: Bench, clinic: Clinic) -> None:
    gone = OLD.model_copy(update={"items": (Item(exercise_id="own-one"), *OLD.items)})
    apply_elsewhere(clinic, gone)
    bench.press(ESC)
    bench.type("p").press(DOWN).draw()
    bench.type("x")
    sign(bench)
    assert ids(signed_now(clinic)) == ids(OLD)


def propose(clinic: Clinic) -> None:
    apply_elsewhere(clinic, OLD)
    with clinic.store() as store:
        store.proposals.propose("P-0147", MORE)


def test_a_yes_changes_what_was_proposed_and_nothing_else(bench: Bench, clinic: Clinic) -> None:
    propose(clinic)
    bench.press(ESC).type("w")
    assert isinstance(bench.top, Proposals)
    assert signed_now(clinic) == OLD
    bench.type("y").type(PIN).press(ENTER)
    assert bench.top.said == "Signed and kept."
    made = signed_now(clinic)
    assert made is not None
    assert [item.repetitions for item in made.items] == [5, None]
    with clinic.store() as store:
        assert store.proposals.open("P-0147") is None


def test_a_no_leaves_all_as_it_is(bench: Bench, clinic: Clinic) -> None:
    propose(clinic)
    bench.press(ESC, ESC).press(pygame.K_p, ctrl=True)
    assert isinstance(bench.top, Proposals)
    bench.type("n").type(PIN).press(ENTER)
    assert signed_now(clinic) == OLD
    with clinic.store() as store:
        (declined,) = store.proposals.history("P-0147")
    assert declined.state == "declined"


def test_what_was_answered_in_another_window_is_said(bench: Bench, clinic: Clinic) -> None:
    propose(clinic)
    bench.press(ESC).type("w").type("y")
    with clinic.store() as store:
        waiting = store.proposals.open("P-0147")
        assert waiting is not None
        store.proposals.decline(waiting.id, "AB", PIN)
    bench.type(PIN).press(ENTER)
    assert isinstance(bench.top, Proposals)
    assert "another window" in bench.top.said
    assert signed_now(clinic) == OLD


def test_a_next_step_is_looked_for_and_said_where_there_is_none(
    bench: Bench, clinic: Clinic
) -> None:
    apply_elsewhere(clinic, OLD)
    bench.press(ESC).type("w").type("l")
    assert bench.top.said.startswith("nothing to propose yet")


def test_esc_while_it_is_signed_does_not_leave_it_signed_unseen(
    bench: Bench, clinic: Clinic
) -> None:
    add(bench, "wrist circles").press(pygame.K_s, ctrl=True).type(PIN)
    bench.at_once(Press(ENTER), Press(ESC))
    assert isinstance(bench.top, Pin)
    bench.settle()
    assert isinstance(bench.top, ProgrammeScreen)
    assert not bench.top.beside().startswith("changed")
    assert ids(signed_now(clinic)) == ["wrist-circles-seated"]
