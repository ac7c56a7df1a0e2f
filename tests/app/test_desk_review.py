"""Reviewing at the desk, by keyboard alone: at a glance, one practice, a signature, the audit."""

from collections.abc import Iterator
from uuid import UUID

import pygame
import pytest

from exercises.person import Goal, Person
from feedback.instruments import Activity, Filled, GoalFelt
from feedback.observing import Observation
from tests.app.clinic import ANOTHER, PIN, Clinic
from tests.app.desk_bench import TODAY, Bench
from tests.records.specimens import AGREED, signed
from tests.ui.review.specimens import CUE_S, GAP_S, keep_practices, record
from ui.desk_screen import DeskScreen
from ui.inputs import Press
from ui.review.asking import AskingAtDesk
from ui.review.observing import Observing
from ui.review.opened import OpenedPractice
from ui.review.practices import PracticeList
from ui.review.trend import TrendScreen, change_text
from ui.screens.pin import Pin
from ui.screens.profile import Profile

CODE = "P-0147"
ENTER, ESC, TAB, SPACE = pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_TAB, pygame.K_SPACE
LEFT, RIGHT, DOWN, END = pygame.K_LEFT, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_END


@pytest.fixture
def last(clinic: Clinic) -> UUID:
    with clinic.store() as store:
        goals = (Goal(words="Comb my hair", activity="combing"),)
        store.people.add(Person(code=CODE, consent=AGREED, goals=goals))
        store.ranges.sign(signed(signed_on=TODAY.replace(month=2), review_on=TODAY), PIN)
        return keep_practices(store, CODE)


@pytest.fixture
def bench(clinic: Clinic, last: UUID) -> Iterator[Bench]:
    with Bench(clinic.place) as made:
        yield made.unlock().find("0147")


def done(clinic: Clinic) -> list[tuple[str, str | None, str]]:
    with clinic.store() as store:
        entries = store.audit.list(CODE)
    return [(e.action, e.by, e.detail) for e in entries if e.action in ("read", "signed")]


def top_of(bench: Bench) -> DeskScreen:
    return bench.top


def opened(bench: Bench) -> OpenedPractice:
    bench.type("h").draw()
    bench.press(ENTER)
    assert isinstance(bench.top, OpenedPractice)
    bench.draw()
    return bench.top


def test_all_of_it_is_at_a_glance_and_reading_it_is_noted(bench: Bench, clinic: Clinic) -> None:
    bench.type("t")
    top = bench.top
    assert isinstance(top, TrendScreen)
    assert top.held is not None
    assert top.beside() == "3 practices"
    assert change_text(top.around, top.held) == "First to last, same view: +25° ± 6°."
    bench.draw()
    bench.type("1")  # six weeks before 2 March: all of it; then a movement's practices
    assert len(top.held.points) == 3
    bench.press(ENTER)
    assert isinstance(bench.top, PracticeList)
    assert done(clinic) == [("read", "AB", "trend"), ("read", "AB", "practices")]


def test_practices_are_found_by_day_movement_words_and_whether_they_were_stopped(
    bench: Bench,
) -> None:
    bench.type("h")
    top = bench.top
    assert isinstance(top, PracticeList)
    for search, found in (
        ("2026-02-09", 1),
        ("sunrise door", 1),
        ("DOOR 2026-02-16", 1),
        ("no such", 0),
        ("", 3),
    ):
        bench.press(pygame.K_f, ctrl=True).press(pygame.K_a, ctrl=True)
        bench.press(pygame.K_BACKSPACE).type(search)
        assert len(top.list.rows) == found, search
    bench.press(TAB, RIGHT)
    assert [row.text[:10] for row in top.list.rows] == ["2026-02-09"]
    assert top.list.rows[0].mark == "stopped"


def test_one_is_moved_along_by_keys_to_cues_gaps_and_repetitions(bench: Bench) -> None:
    top = opened(bench)
    bench.press(RIGHT, RIGHT).press(RIGHT, shift=True)
    assert top.chart.scrub.at_s == 11.0
    bench.press(pygame.K_HOME).type("c")
    assert top.chart.scrub.at_s == pytest.approx(CUE_S)
    assert "comfortable" in top._cue()
    bench.type("g")
    assert top.chart.scrub.at_s == pytest.approx(GAP_S[0])
    assert top._value() == "out of sight"
    bench.type("m")
    assert top._value().endswith("± 4°")
    bench.press(TAB, DOWN, DOWN)
    assert top.chart.scrub.at_s == pytest.approx(15.0)
    bench.type("n")
    assert (top.chart.scrub.first_s, top.chart.scrub.last_s) == (0.0, 30.0)
    bench.type("n").type("n")
    assert top.chart.scrub.span_s == 60.0
    bench.press(TAB, pygame.K_PLUS)
    assert top.chart.scrub.span_s == 30.0


def test_it_plays_as_fast_as_it_was_and_comes_to_its_end(bench: Bench) -> None:
    top = opened(bench)
    bench.press(SPACE)
    assert top.moving
    for t in (10.0, 10.1, 10.2):
        top.turn(t)
        bench.draw()
    assert top.chart.scrub.at_s == pytest.approx(0.2)
    bench.press(END)
    top.turn(10.3)
    assert not top.moving
    bench.do(Press(SPACE, repeated=True))
    assert not top.moving


def test_it_is_signed_with_a_note_as_it_was_read(bench: Bench, clinic: Clinic, last: UUID) -> None:
    top = opened(bench)
    bench.type("s")
    assert isinstance(bench.top, Pin)
    bench.type(ANOTHER).press(ENTER)
    assert isinstance(bench.top, Pin)
    assert bench.top.said
    bench.type(PIN).press(ENTER)
    assert top_of(bench) is top
    assert top.said == "Signed as it was read."
    assert top.beside() == "signed by AB"
    assert done(clinic) == [("read", "AB", "practices"), READ, ("signed", "AB", "practice"), READ]
    with clinic.store() as store:
        store.practices.amend(last, record(90.0), store.practices.get(last).practice.ratings, "")
    bench.press(ESC, ENTER)
    assert bench.top.beside() == "changed since it was signed"


READ = ("read", "AB", "practice")


def test_what_changed_while_it_was_read_is_read_anew_and_not_signed(
    bench: Bench, clinic: Clinic, last: UUID
) -> None:
    top = opened(bench)
    with clinic.store() as store:
        store.practices.amend(last, record(90.0), store.practices.get(last).practice.ratings, "Oh")
    bench.type("s").type(PIN).press(ENTER)
    assert top_of(bench) is top
    assert "read anew" in top.said
    with clinic.store() as store:
        assert store.reviews.of_practice(last) == []
    bench.type("s").type(PIN).press(ENTER)
    assert top.beside() == "signed by AB"


def test_a_practice_without_angles_opens_all_the_same(bench: Bench) -> None:
    bench.type("h").press(END, ENTER)
    top = bench.top
    assert isinstance(top, OpenedPractice)
    bench.draw()
    bench.type("m").type("g").type("n").type("c").press(RIGHT, SPACE)
    top.turn(1.0)
    bench.draw()


def test_what_was_observed_is_written_by_keys_and_signed(bench: Bench, clinic: Clinic) -> None:
    bench.type("o")
    assert isinstance(bench.top, Observing)
    bench.press(pygame.K_s, ctrl=True)
    assert bench.top.said == "Nothing is written yet."
    bench.press(RIGHT, TAB).type("7").press(TAB, TAB).type("1").type("0").press(TAB, RIGHT, RIGHT)
    bench.press(TAB).type("25").press(TAB).type("Hip first.").press(ESC)
    assert "not signed" in bench.top.said
    bench.press(pygame.K_s, ctrl=True).type(PIN).press(ENTER)
    with clinic.store() as store:
        (kept,) = store.observations.list(CODE)
    assert kept.signed_by == "AB"
    assert kept.value == Observation(
        day=TODAY,
        attendance="came",
        breath_ease=7,
        alignment=10,
        help="words",
        on_task_min=25,
        note="Hip first.",
    )
    assert done(clinic) == [("read", "AB", "observations"), ("signed", "AB", "observation")]


def test_the_questions_are_due_in_the_profile_and_asked_at_the_desk(
    bench: Bench, clinic: Clinic
) -> None:
    profile = bench.top
    assert isinstance(profile, Profile)
    assert profile._asking_due
    bench.type("q")
    assert isinstance(bench.top, AskingAtDesk)
    bench.type("Carry a crate").press(TAB).type("3")
    bench.press(*[TAB] * 9).type("6").press(TAB).type("4").press(ESC)
    assert isinstance(bench.top, AskingAtDesk)
    bench.press(pygame.K_s, ctrl=True)
    assert top_of(bench) is profile
    assert not profile._asking_due
    with clinic.store() as store:
        (kept,) = store.outcomes.list(CODE)
    assert kept.value == Filled(
        day=TODAY,
        activities=(Activity(words="Carry a crate", ability=3),),
        goals=(GoalFelt(words="Comb my hair", satisfaction=6),),
        control=4,
        with_staff="AB",
    )


def test_long_hostile_words_are_read_whole_and_obeyed_by_nothing(
    bench: Bench, clinic: Clinic, last: UUID
) -> None:
    words = "=cmd() {count} ${x} <b>דרך</b> ' -- \n" + "a quiet word " * 300 + "THE END"
    with clinic.store() as store:
        store.practices.amend(last, record(), store.practices.get(last).practice.ratings, words)
    top = opened(bench)
    texts = [str(getattr(each, "text", "")) for each in top._told.widgets]
    assert any("{count} ${x} <b>" in text for text in texts)
    assert any(text.endswith("THE END") for text in texts)
    for _ in range(20):
        bench.press(pygame.K_PAGEDOWN).draw()
