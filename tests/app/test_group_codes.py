"""Who is at which place: cards before the camera, codes by keyboard, looked up and taken."""

from collections.abc import Iterator, Mapping
from datetime import date
from time import sleep
from typing import Any

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from app.clock import monotonic
from app.desk_store import StoreThread
from app.group.arriving import AWAY_S, SAID_S, Arriving
from app.group.card import CardHeld, card_held, place_at
from app.group.codes_window import take_codes
from app.group.ready import Ready, ready
from app.group.windows import Windows
from app.settings import Settings
from exercises.library import library
from exercises.person import Screening
from feedback.group.plan import Move
from records.store import Store
from tests.app.clinic import Clinic
from tests.app.fake_camera import FakeCamera
from tests.app.test_group_card import room, with_card
from tests.records import specimens
from ui.group.codes import CodesScreen
from ui.inputs import Input, Press, Typed
from vision.frames import Frame
from vision.places import laid_out

PLACES, ZONES = (1, 2, 3, 4), laid_out(4)
SIZE = (1280, 720)


def seen(*cards: tuple[str, float], dot_px: float = 4.0) -> NDArray[np.uint8]:
    """Return the room with cards held up, each at a part of the picture's width."""
    picture = room(size=SIZE[::-1])
    for code, across in cards:
        picture = with_card(picture, code, across * SIZE[0], 330, dot_px, 5)
    return np.repeat(picture[:, :, None], 3, axis=2)


def made(people: Mapping[int, str], store: Store | None = None) -> Ready:
    return ready(None, people, store=store, known=library(), places=PLACES)


@pytest.fixture
def store(clinic: Clinic) -> Iterator[Store]:
    with clinic.store() as opened:
        for code in ("P-0147", "P-0148"):
            opened.people.add(specimens.person(code))
        other = specimens.person("P-0149")
        screening = Screening(by="AB", on=date(2026, 3, 2), cleared=False)
        opened.people.add(other.model_copy(update={"screening": screening}))
        yield opened


class Page:
    """The page of the codes, turned by hand over synthetic seconds."""

    def __init__(self, store: Store, people: Mapping[int, str]) -> None:
        self.store = StoreThread(lambda _: store, closes=False)
        self.store.__enter__()
        self.page = Arriving(SIZE, PLACES, people, self.store, made)
        self.t = 10.0

    @property
    def said(self) -> str:
        return self.page.view(self.t).said

    @property
    def proposed(self) -> tuple[int, str] | None:
        code = self.page.screen.proposed
        return None if code is None else (self.page.screen.chosen, code)

    def see(self, held: CardHeld | None, after_s: float = AWAY_S + 1) -> None:
        self.t += after_s
        self.page.see(held, self.t)
        self._wait()

    def do(self, *events: Input) -> None:
        for event in events:
            self.t += 0.1
            self.page.take(event, self.t)
            self._wait()

    def write(self, code: str) -> None:
        self.do(Typed(code), key("RETURN"))

    def _wait(self) -> None:
        while self.store.waiting:
            self.page.answer(self.store.answers(), self.t)
            sleep(0.002)


@pytest.fixture
def page(store: Store) -> Iterator[Page]:
    opened = Page(store, {4: "P-0148"})
    yield opened
    opened.store.__exit__()


def key(name: str, **more: Any) -> Press:
    return Press(int(getattr(pygame, f"K_{name}")), **more)


def test_a_card_is_read_at_the_place_that_it_is_held_at() -> None:
    for number, across in ((1, 0.14), (2, 0.36), (3, 0.6), (4, 0.9)):
        assert card_held(seen(("P-0147", across)), ZONES) == CardHeld("P-0147", number)
    assert card_held(seen(("P-0147", 0.5)), ()) == CardHeld("P-0147", None)
    assert place_at(ZONES[:1], 0.9, 0.5) is None


def test_of_two_cards_in_view_none_is_read_and_what_is_no_code_is_no_card() -> None:
    assert card_held(seen(("P-0147", 0.2), ("P-0148", 0.7)), ZONES) == CardHeld(None)
    assert card_held(seen(("https://example.org", 0.2)), ZONES) is None
    assert card_held(seen(), ZONES) is None


def test_a_card_is_proposed_and_taken_by_the_leaders_key_alone(page: Page) -> None:
    page.see(CardHeld("p-0147", 3))
    assert page.proposed == (3, "P-0147")
    assert page.said == ""
    assert page.page.codes == {4: "P-0148"}
    page.do(key("RETURN"))
    assert page.page.codes == {3: "P-0147", 4: "P-0148"}
    assert page.said == "P-0147 is at place 3."
    # Still in view, at its own place, nothing more is said of it.
    page.see(CardHeld("P-0147", 3), after_s=2 * SAID_S)
    assert page.proposed is None
    assert page.said == ""


def test_a_proposal_is_dropped_or_taken_for_another_place(page: Page) -> None:
    page.see(CardHeld("P-0147", 3))
    page.do(key("ESCAPE"))
    page.see(CardHeld("P-0147", 3), after_s=0.5)
    assert page.proposed is None
    page.see(CardHeld("P-0147", None))
    assert page.proposed == (3, "P-0147")
    page.do(key("UP"), key("RETURN"))
    assert page.page.codes == {2: "P-0147", 4: "P-0148"}


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (CardHeld("P-0199", 1), "Nobody has the code P-0199; nothing was taken."),
        (CardHeld("P-0148", 1), "P-0148 is at place 4 already; a code goes with one place."),
        (
            CardHeld("P-0149", 1),
            "P-0149 was looked at and is not cleared to practise; nothing was taken.",
        ),
        (
            CardHeld(None),
            "Two cards are in view, and neither is taken: one at a time is read.",
        ),
    ],
)
def test_what_is_not_taken_is_said_in_one_line(page: Page, held: CardHeld, said: str) -> None:
    page.see(held)
    assert page.said == said
    assert page.proposed is None
    page.do(key("RETURN"))
    assert page.page.codes == {4: "P-0148"}


def test_codes_are_written_by_keyboard_alone_and_what_is_not_one_is_said(page: Page) -> None:
    for code, said in (
        ("P--1", "P--1 is no code: letters, digits and single hyphens, as in P-0147."),
        ("p-0148", "p-0148 is at place 4 already; a code goes with one place."),
        ("P-0199", "Nobody has the code P-0199; nothing was taken."),
    ):
        page.write(code)
        assert page.said == said
        page.do(key("ESCAPE"))
    page.do(key("DOWN"))
    page.do(Typed("p-0147"))
    page.see(CardHeld("P-0148", 1))
    assert page.proposed is None, "who writes is not interrupted"
    page.do(key("RETURN"))
    assert page.page.codes == {2: "P-0147", 4: "P-0148"}
    page.do(key("BACKSPACE"), key("DOWN"), key("DOWN"), key("DELETE"))
    assert page.page.codes == {}


def test_who_was_taken_has_their_own_ranges_as_if_named_on_the_command_line(
    page: Page, store: Store
) -> None:
    page.write("P-0147")
    page.do(key("RIGHT"))
    assert page.page.ready == made({1: "P-0147", 4: "P-0148"}, store)
    assert page.page.ready.codes == {1: "P-0147", 4: "P-0148"}
    moves = [beat for beat in page.page.ready.plan.beats if isinstance(beat, Move)]
    assert any(move.way(1) != move.way(2) for move in moves)


def test_esc_twice_leaves(page: Page) -> None:
    page.do(key("ESCAPE"))
    assert not page.page.left
    page.do(key("ESCAPE"))
    assert page.page.left


def test_a_card_before_a_live_camera_is_taken_in_the_leaders_window(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = seen(("P-0147", 0.62))
    plain = CodesScreen.draw
    proposed: list[tuple[int, str]] = []

    def draw(screen: CodesScreen, surface: Any, view: Any, *rest: Any) -> None:
        plain(screen, surface, view, *rest)
        press = None
        if screen.proposed is not None:
            proposed.append((screen.chosen, screen.proposed))
            press = pygame.K_RETURN
        elif 3 in view.codes:
            press = pygame.K_RIGHT
        if press is not None:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, {"key": press, "mod": 0}))
            pygame.event.post(pygame.event.Event(pygame.KEYUP, {"key": press, "mod": 0}))

    monkeypatch.setattr(CodesScreen, "draw", draw)

    def opened() -> FakeCamera:
        return FakeCamera(lambda index: Frame(picture, monotonic(), index))

    with Windows(Settings(), (640, 400), displays=lambda: 1) as windows:
        pygame.event.clear()
        found = take_codes(windows, made({}), store, made, opened, ZONES, "en", seconds=20)
    assert found is not None
    assert found.codes == {3: "P-0147"}
    assert set(proposed) == {(3, "P-0147")}
