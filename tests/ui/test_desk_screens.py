"""Every screen of the staff's window: texts read and apart, targets met, focus seen, as expected.

To renew the pictures after a change that is meant, as in tests/ui/test_looks.py.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pygame
import pytest

from exercises.person import Consent, Goal, Person, Screening, Spared
from feedback.change import Because, Proposal
from tests.app.clinic import PIN, Clinic, a_clinic, first_place
from tests.app.desk_bench import TODAY, Bench
from tests.records.specimens import programme, signed
from tests.ui.reading import Written, reading
from tests.ui.review.specimens import keep_practices
from ui import typed
from ui.colour import contrast
from ui.view import ThemeName
from ui.widgets.sizes import LEAST_TARGET_PX

SIZES = [((1920, 1080), 1.4), ((1280, 720), 1.0)]
# The other themes, and the contrast that text has in them at least.
THEMES: dict[ThemeName, float] = {"contrast": 7.0, "dark": 4.5, "projector": 7.0}
LONG = "Sommerwind-am-langen-Ufer und über Hohenfelde " * 6

GARDEN = Person(
    code="P-0147",
    display_name="Jardín Azul",
    posture="seated",
    spare=(Spared(area="knee", side="left"),),
    wary_of="Raising the left arm since the fall in March. Does not like to be watched.",
    tempo=0.8,
    goals=(
        Goal(words="Comb my own hair again", activity="combing the hair"),
        Goal(words="Get a cup down", activity="taking a cup from the cupboard"),
    ),
    screening=Screening(by="AB", on=TODAY, cleared=True, notes="Left shoulder stiff."),
    flags=("shoulder-pain", "dizziness"),
    consent=Consent(on=TODAY, record=True),
)


def fill(clinic: Clinic) -> None:
    """Fill the store with people of several scripts, ranges, a programme and proposals."""
    with clinic.store() as store:
        store.people.add(GARDEN)
        for code, name in (
            ("P-0148", "Γαλάζιο Ποτάμι"),
            ("P-0160", LONG.strip()),
            ("P-0161", None),
        ):
            store.people.add(Person(code=code, display_name=name))
        due = signed(high=70.0, ceiling=80.0, signed_on=TODAY.replace(year=2025), review_on=TODAY)
        store.ranges.sign(due, PIN)
        store.programmes.apply("P-0147", programme(), 0, "AB", PIN)
        keep_practices(store, "P-0147")
        more = Proposal(
            exercise_id="sunrise-arms-seated",
            variable="repetitions",
            before=4,
            after=5,
            on=TODAY,
            reasons=(
                Because(id="because.no-pain-rise"),
                Because(id="because.one-repetition", values={"most": 8}),
            ),
        )
        store.proposals.propose("P-0147", more)
        far = Proposal(
            exercise_id="sunrise-arms-seated",
            variable="range",
            measure_key="shoulder_abduction_left",
            rising=True,
            before=70.0,
            after=74.0,
            on=TODAY,
            reasons=(Because(id="because.no-pain-rise"),),
        )
        store.proposals.propose("P-0148", far)


Check = Callable[[pygame.Surface, str], None]
PICTURED = (
    "lock",
    "people",
    "profile-about",
    "profile-watched",
    "profile-goals",
    "profile-ranges",
    "programme",
    "programme-add",
    "pin",
    "proposals",
    "trend",
    "opened",
)


def to_lock(bench: Bench) -> None:
    """Stay at the lock."""


def to_people(bench: Bench) -> None:
    bench.unlock()


def to_search(bench: Bench) -> None:
    bench.unlock().type("nobody")


def to_profile(bench: Bench) -> None:
    bench.unlock().find("jardín")


def to_part(parts: int) -> Callable[[Bench], None]:
    def go(bench: Bench) -> None:
        to_profile(bench)
        bench.press(*[pygame.K_DOWN] * parts, pygame.K_RETURN)

    return go


def to_new(bench: Bench) -> None:
    bench.unlock().press(pygame.K_n, ctrl=True)


def to_programme(bench: Bench) -> None:
    to_profile(bench)
    bench.type("p").press(pygame.K_DOWN)


def to_add(bench: Bench) -> None:
    to_programme(bench)
    bench.type("a")


def to_presets(bench: Bench) -> None:
    to_programme(bench)
    bench.type("b")


def to_pin(bench: Bench) -> None:
    to_programme(bench)
    bench.press(pygame.K_s, ctrl=True).type("0").press(pygame.K_RETURN)


def to_proposals(bench: Bench) -> None:
    bench.unlock().press(pygame.K_p, ctrl=True)


def to_review(letters: str) -> Callable[[Bench], None]:
    def go(bench: Bench) -> None:
        to_profile(bench)
        for letter in letters:
            bench.press(pygame.K_RETURN) if letter == " " else bench.type(letter)

    return go


SCREENS: dict[str, Callable[[Bench], None]] = {
    "lock": to_lock,
    "people": to_people,
    "people-search": to_search,
    "profile": to_profile,
    "profile-about": to_part(0),
    "profile-spares": to_part(1),
    "profile-goals": to_part(2),
    "profile-watched": to_part(3),
    "profile-screening": to_part(4),
    "profile-consent": to_part(5),
    "profile-ranges": to_part(6),
    "profile-programme": to_part(7),
    "profile-new": to_new,
    "programme": to_programme,
    "programme-add": to_add,
    "programme-presets": to_presets,
    "pin": to_pin,
    "proposals": to_proposals,
    "profile-review": to_part(8),
    "trend": to_review("t"),
    "practices": to_review("h"),
    "opened": to_review("h cg"),
    "observing": to_review("o"),
    "asking": to_review("q"),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    """Return a clinic with people in it, whose names every machine has the letters for."""
    first = first_place(tmp_path_factory.mktemp("first"))
    with a_clinic(tmp_path_factory.mktemp("filled"), first) as made:
        fill(made)
        yield made


def written_on(bench: Bench) -> list[Written]:
    with reading() as found:
        bench.draw()
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_reads_is_met_shows_its_focus_and_looks_as_expected(
    screen: str, filled: Clinic, looks_as_expected: Check
) -> None:
    with Bench(filled.place) as bench:
        SCREENS[screen](bench)
        for size, text_scale in SIZES:
            bench.resize(size, text_scale)
            texts = written_on(bench)
            assert len(texts) > 3
            assert_reads(texts, bench.surface.get_rect())
            assert_met(bench)
        if screen in PICTURED:
            looks_as_expected(bench.surface, f"desk-{screen}")
        for _ in range(min(len(bench.top.focus.widgets), 3)):
            assert_focus_is_seen(bench)
            bench.press(pygame.K_TAB)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_reads_and_shows_its_focus_in_a_theme_more(
    screen: str, filled: Clinic
) -> None:
    with Bench(filled.place) as bench:
        SCREENS[screen](bench)
        usual = pygame.surfarray.array3d(bench.draw())
        # One theme each time; tools/tour.py draws every screen in all of them.
        row = list(SCREENS).index(screen)
        for theme, least in [list(THEMES.items())[row % len(THEMES)]]:
            bench.choices = replace(bench.choices, theme=theme)
            assert_reads(written_on(bench), bench.surface.get_rect(), least)
            if bench.top.focus.widgets:
                assert_focus_is_seen(bench)
        bench.choices = replace(bench.choices, theme="calm")
        assert (pygame.surfarray.array3d(bench.draw()) == usual).all()


def assert_reads(texts: list[Written], window: pygame.Rect, least: float = 4.5) -> None:
    """Every text stands out from its ground, inside the window, and over no other."""
    for text in texts:
        assert contrast(text.colour, text.ground) >= least, text
        assert window.contains(text.at), text
    for a, b in combinations(texts, 2):
        # The leading of two lines may touch.
        inner = [each.at.inflate(-2, -0.3 * each.at.height) for each in (a, b)]
        assert not inner[0].colliderect(inner[1]), (a, b)


def assert_met(bench: Bench) -> None:
    """Whatever can be pressed, and is wholly in sight, is large enough."""
    for widget in bench.top.focus.widgets:
        if widget.box.height and bench.surface.get_rect().contains(widget.box):
            assert widget.box.height >= LEAST_TARGET_PX, widget
            assert widget.box.width >= LEAST_TARGET_PX, widget


def assert_focus_is_seen(bench: Bench) -> None:
    """What has the keys is told by a ring much lighter than its ground: not by a shade alone."""
    focus = bench.top.focus
    held = focus.held
    with_it = pygame.surfarray.array3d(bench.draw())
    focus.held = None
    without = pygame.surfarray.array3d(bench.draw())
    focus.held = held
    assert held is not None
    lighter = with_it.astype(np.int16) - without.astype(np.int16)
    assert (lighter.max(axis=2) > 120).sum() > 150, held


def test_a_name_this_machine_has_no_letters_for_is_said_and_never_boxes(
    filled: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled.store() as store:
        store.people.add(Person(code="P-0150", display_name="نهر هادئ طويل"))
        store.people.add(Person(code="P-0151", display_name="河水清 \U00050000"))
    with Bench(filled.place) as bench:
        bench.unlock()
        # What is written in faces of the machine's own is not among what `reading` takes down.
        others: list[str] = []
        plain = typed._line

        def noted(text: str, *rest: Any) -> pygame.Surface:
            others.append(text)
            return plain(text, *rest)

        monkeypatch.setattr(typed, "_line", noted)
        said = " ".join([*(text.text for text in written_on(bench)), *others])
    assert "(a name in letters this machine cannot show)" in said
    assert "河" not in said
    assert "Γαλάζιο" in said
