"""A profile in the staff's window: all of it set by keyboard, kept, and never overwritten."""

from collections.abc import Iterator

import pygame
import pytest

from exercises.person import Consent, Goal, Person, Screening, Spared
from exercises.programme import Item, Programme
from tests.app.clinic import PIN, Clinic
from tests.app.desk_bench import TODAY, Bench
from ui.inputs import Press, Scroll, Typed
from ui.screens.conflict import Conflict
from ui.screens.people import People
from ui.screens.pick import Pick
from ui.screens.profile import Profile
from ui.widgets.choice import Choice
from ui.widgets.text_line import TextLine
from ui.widgets.toggle import Toggle

SAVES = Press(pygame.K_s, ctrl=True)
RIGHT, DOWN, TAB, ENTER = pygame.K_RIGHT, pygame.K_DOWN, pygame.K_TAB, pygame.K_RETURN


@pytest.fixture
def bench(clinic: Clinic) -> Iterator[Bench]:
    with clinic.store() as store:
        store.people.add(Person(code="P-0147", display_name="Elm"))
    with Bench(clinic.place) as made:
        yield made.unlock()


def kept(clinic: Clinic, code: str = "P-0147") -> Person:
    with clinic.store() as store:
        return store.people.get(code).value


def save(bench: Bench) -> None:
    bench.press(pygame.K_s, ctrl=True)


def to_part(bench: Bench, parts: int) -> Bench:
    return bench.press(pygame.K_ESCAPE, *[DOWN] * parts, ENTER)


def hold(bench: Bench, label: str) -> Bench:
    """Go on with Tab until the keys go to what is called so."""
    for _ in range(40):
        held = bench.top.focus.held
        if label in (getattr(held, "label", ""), getattr(held, "text", "")):
            return bench
        bench.press(TAB)
    raise AssertionError(label)


def test_somebody_new_is_kept_by_keyboard_alone(bench: Bench, clinic: Clinic) -> None:
    bench.press(pygame.K_n, ctrl=True)
    bench.type("P-0200").press(ENTER).type("Łąka 河").press(TAB, RIGHT, TAB)
    bench.press(*[pygame.K_LEFT] * 4)
    save(bench)
    assert bench.top.said == "Kept."
    expected = Person(code="P-0200", display_name="Łąka 河", posture="seated", tempo=0.8)
    assert kept(clinic, "P-0200") == expected
    bench.press(pygame.K_ESCAPE)
    assert isinstance(bench.top, Profile)
    bench.press(pygame.K_ESCAPE)
    assert isinstance(bench.top, People)
    assert [row.key for row in bench.top.list.rows] == ["P-0147", "P-0200"]


@pytest.mark.parametrize("code", ["../x", "P", "a--b", "P 1", ""])
def test_what_is_no_code_is_said_kindly_and_not_kept(bench: Bench, code: str) -> None:
    bench.press(pygame.K_n, ctrl=True).paste(code)
    save(bench)
    assert bench.top.said.startswith("A code has 2 to 24")
    assert isinstance(bench.top, Profile)


def test_a_code_that_somebody_has_is_said(bench: Bench) -> None:
    bench.press(pygame.K_n, ctrl=True).type("p-0147")
    save(bench)
    assert "in the store already" in bench.top.said


def test_a_name_of_300_letters_is_kept_and_no_longer_one(bench: Bench, clinic: Clinic) -> None:
    bench.find("0147").press(ENTER)
    bench.press(pygame.K_a, ctrl=True).paste("ü" * 301)
    save(bench)
    assert kept(clinic).display_name == "ü" * 300


def test_all_of_a_profile_is_set_by_keyboard(bench: Bench, clinic: Clinic) -> None:
    bench.find("0147").press(ENTER)
    to_part(bench, 1)
    hold(bench, "Shoulder").press(RIGHT)
    hold(bench, "Knee").press(RIGHT, RIGHT, RIGHT)
    hold(bench, "Wary of").type("The left arm.").press(ENTER).type("Being watched.")
    to_part(bench, 1).type("Comb my hair").press(TAB).type("combing the hair")
    to_part(bench, 1)
    hold(bench, "Pregnancy").press(pygame.K_SPACE)
    to_part(bench, 1).press(ENTER)
    hold(bench, "Cleared: they may practise").press(pygame.K_SPACE)
    to_part(bench, 1).press(ENTER)
    hold(bench, "What is measured and answered may be kept").press(pygame.K_SPACE)
    save(bench)
    assert kept(clinic) == Person(
        code="P-0147",
        display_name="Elm",
        spare=(Spared(area="shoulder", side="left"), Spared(area="knee")),
        wary_of="The left arm.\nBeing watched.",
        goals=(Goal(words="Comb my hair", activity="combing the hair"),),
        flags=("pregnancy",),
        screening=Screening(by="AB", on=TODAY, cleared=True),
        consent=Consent(on=TODAY, record=True),
    )


def test_what_is_kept_is_shown_again_as_it_is(bench: Bench, clinic: Clinic) -> None:
    before = Person(
        code="P-0148",
        posture="lying",
        spare=(Spared(area="hip", side="right"), Spared(area="neck")),
        goals=(Goal(words="Sleep", activity="settling to sleep"),) * 2,
        flags=("sciatica", "balance"),
        screening=Screening(by="ÅÖ", on=TODAY, cleared=False, notes="later"),
        consent=Consent(on=TODAY, record=True, research=True, withdrawn_on=TODAY),
    )
    with clinic.store() as store:
        store.people.add(before)
    bench.press(pygame.K_ESCAPE).unlock().find("0148")
    save(bench)
    after = kept(clinic, "P-0148")
    assert set(after.flags) == set(before.flags)
    assert set(after.spare) == set(before.spare)
    plain = {"flags": (), "spare": ()}
    assert after.model_copy(update=plain) == before.model_copy(update=plain)


@pytest.mark.parametrize(
    ("part", "keys", "said"),
    [
        (2, "their words alone", "A goal has both"),
        (4, "AB", "A screening has both"),
        (4, "1?", "Initials are one to six letters"),
        (5, "2026-02-30", "2026-02-30 is not a day"),
    ],
)
def test_half_of_something_is_said_and_not_kept(
    bench: Bench, clinic: Clinic, part: int, keys: str, said: str
) -> None:
    bench.find("0147").press(*[DOWN] * part, ENTER)
    while not isinstance(bench.top.focus.held, TextLine):
        bench.press(TAB)
    bench.type(keys)
    if keys == "1?":
        hold(bench, "On").type("2026-03-01")
    save(bench)
    assert bench.top.said.startswith(said)
    assert kept(clinic) == Person(code="P-0147", display_name="Elm")


def test_a_goal_takes_its_activity_from_what_movements_help(bench: Bench, clinic: Clinic) -> None:
    bench.find("0147").press(DOWN, DOWN, ENTER).type("Reach my shelf").press(pygame.K_l, ctrl=True)
    assert isinstance(bench.top, Pick)
    bench.type("reaching a shelf").press(ENTER)
    save(bench)
    assert kept(clinic).goals == (Goal(words="Reach my shelf", activity="reaching a shelf"),)


def test_changes_that_are_not_kept_are_asked_for_once(bench: Bench, clinic: Clinic) -> None:
    bench.find("0147").press(ENTER).type("!").press(pygame.K_ESCAPE)
    assert bench.top.beside() == "changed, not kept yet"
    bench.press(pygame.K_ESCAPE)
    assert isinstance(bench.top, Profile)
    assert "not kept yet" in bench.top.said
    bench.press(pygame.K_ESCAPE)
    assert isinstance(bench.top, People)
    assert kept(clinic).display_name == "Elm"


def changed_elsewhere(clinic: Clinic) -> None:
    with clinic.store() as store:
        theirs = store.people.get("P-0147")
        store.people.update(
            theirs.value.model_copy(update={"posture": "seated"}), theirs.row_version
        )


@pytest.mark.parametrize(("answer", "name"), [("t", "Elm"), ("y", "Elms")])
def test_two_windows_change_one_person_and_the_second_sees_both(
    bench: Bench, clinic: Clinic, answer: str, name: str
) -> None:
    bench.find("0147").press(ENTER, pygame.K_BACKSPACE).type("ms")
    changed_elsewhere(clinic)
    save(bench)
    assert isinstance(bench.top, Conflict)
    assert kept(clinic).posture == "seated"
    assert kept(clinic).display_name == "Elm"
    bench.type(answer)
    assert isinstance(bench.top, Profile)
    assert kept(clinic).display_name == name
    assert kept(clinic).posture == ("seated" if answer == "t" else "any")


def test_a_conflict_may_be_left_for_later_and_what_was_written_stays(
    bench: Bench, clinic: Clinic
) -> None:
    bench.find("0147").press(ENTER).type("!")
    changed_elsewhere(clinic)
    save(bench)
    bench.press(pygame.K_ESCAPE)
    assert isinstance(bench.top, Profile)
    assert kept(clinic).display_name == "Elm"
    save(bench)
    assert isinstance(bench.top, Conflict)
    bench.type("y")
    assert kept(clinic).display_name == "Elm!"


def test_letters_of_a_name_are_no_shortcuts(bench: Bench) -> None:
    bench.find("0147").press(ENTER).type("rpw")
    assert isinstance(bench.top, Profile)
    held = bench.top.focus.held
    assert isinstance(held, TextLine)
    assert held.value == "Elmrpw"


def test_every_value_is_reached_by_the_mouse_too(bench: Bench) -> None:
    bench.find("0147").press(DOWN, ENTER).draw()
    choice = next(each for each in bench.top.focus.widgets if isinstance(each, Choice))
    bench.click((choice.box.right - 20, choice.box.centery))
    assert choice.value == "both"
    bench.press(pygame.K_ESCAPE, DOWN, DOWN, ENTER).draw()
    toggle = next(each for each in bench.top.focus.widgets if isinstance(each, Toggle))
    bench.click(toggle.box.center)
    assert toggle.value


def test_what_another_window_changed_while_one_was_elsewhere_is_not_overwritten(
    bench: Bench, clinic: Clinic
) -> None:
    bench.find("0147").type("p")
    changed_elsewhere(clinic)
    bench.press(pygame.K_ESCAPE)
    assert isinstance(bench.top, Profile)
    bench.press(pygame.K_UP, pygame.K_HOME, ENTER).type("s")
    save(bench)
    assert bench.top.said == "Kept."
    assert (kept(clinic).display_name, kept(clinic).posture) == ("Elms", "seated")


@pytest.mark.parametrize("label", ["Cleared: they may practise", "Notes"])
def test_a_screening_without_who_and_when_is_said_and_not_dropped(
    bench: Bench, clinic: Clinic, label: str
) -> None:
    bench.find("0147").press(*[DOWN] * 4, ENTER)
    hold(bench, label).type("later") if label == "Notes" else hold(bench, label).press(
        pygame.K_SPACE
    )
    save(bench)
    assert bench.top.said.startswith("A screening has both")
    assert kept(clinic).screening is None


def test_what_cannot_be_kept_names_its_part_in_plain_words(bench: Bench, clinic: Clinic) -> None:
    bench.find("0147").press(ENTER).type("s")
    held = bench.top.focus.held
    assert isinstance(held, TextLine)
    held.value = "Elm\x07"
    save(bench)
    assert bench.top.said.startswith("What is written under About has a sign")
    assert kept(clinic).display_name == "Elm"


def test_keeping_twice_at_once_is_no_conflict_with_oneself(bench: Bench, clinic: Clinic) -> None:
    bench.find("0147").press(ENTER).type("s")
    bench.at_once(SAVES, SAVES).settle()
    assert isinstance(bench.top, Profile)
    assert bench.top.said == "Kept."
    save(bench.type("!"))
    assert kept(clinic).display_name == "Elms!"


def test_what_is_typed_while_it_is_kept_stays_where_it_is_typed(
    bench: Bench, clinic: Clinic
) -> None:
    bench.find("0147").press(ENTER).type("s")
    bench.at_once(SAVES, Typed("!")).settle()
    assert bench.top.beside() == "changed, not kept yet"
    assert kept(clinic).display_name == "Elms"
    save(bench.type("?"))
    assert kept(clinic).display_name == "Elms!?"
    assert bench.top.beside() == "Elms!?"


def test_somebody_new_is_kept_under_one_code_while_more_is_typed(
    bench: Bench, clinic: Clinic
) -> None:
    bench.press(pygame.K_n, ctrl=True).type("P-0200")
    bench.at_once(SAVES, Typed("1")).settle()
    hold(bench, "Name").type("Reed")
    save(bench)
    assert kept(clinic, "P-0200").display_name == "Reed"
    bench.press(pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert isinstance(bench.top, People)
    assert [row.key for row in bench.top.list.rows] == ["P-0147", "P-0200"]


def test_esc_goes_from_a_part_of_somebody_new_to_the_list_of_parts(bench: Bench) -> None:
    bench.press(pygame.K_n, ctrl=True).type("P-0200").press(pygame.K_ESCAPE)
    assert isinstance(bench.top, Profile)
    assert "not kept yet" not in bench.top.said
    bench.press(DOWN, ENTER)
    assert isinstance(bench.top.focus.held, Choice)


def test_both_sides_of_a_conflict_are_read_to_their_ends(bench: Bench, clinic: Clinic) -> None:
    goals = tuple(Goal(words=f"Hope {n}", activity="walking") for n in range(20))
    with clinic.store() as store:
        theirs = store.people.get("P-0147")
        long = theirs.value.model_copy(update={"goals": goals, "wary_of": "Being rushed. " * 30})
        store.people.update(long, theirs.row_version)
    bench.press(pygame.K_ESCAPE).unlock().find("0147").press(ENTER).type("s")
    changed_elsewhere(clinic)
    save(bench)
    assert isinstance(bench.top, Conflict)
    bench.resize((1280, 720), 1.6)
    first = pygame.image.tobytes(bench.draw(), "RGB")
    bench.press(pygame.K_PAGEDOWN)
    second = pygame.image.tobytes(bench.draw(), "RGB")
    assert second != first
    bench.do(Scroll(-100))
    assert pygame.image.tobytes(bench.draw(), "RGB") == first


def test_a_long_programme_is_read_to_its_end_in_the_profile(bench: Bench, clinic: Clinic) -> None:
    items = tuple(Item(exercise_id="sit-to-stand", repetitions=n) for n in range(2, 12))
    with clinic.store() as store:
        long = Programme(id="long", title="Long", items=items)
        store.programmes.apply("P-0147", long, 0, "AB", PIN)
    bench.find("0147").press(*[DOWN] * 7, ENTER)
    bench.resize((1280, 720), 1.6)
    first = pygame.image.tobytes(bench.draw(), "RGB")
    bench.press(pygame.K_PAGEDOWN)
    assert pygame.image.tobytes(bench.draw(), "RGB") != first
    bench.do(Scroll(-100))
    assert pygame.image.tobytes(bench.draw(), "RGB") == first
