"""Home in tests: the real screens over a real store, pressed key by key."""

import time
from collections.abc import Callable
from datetime import date, datetime

import pygame

from app.desk_store import StoreThread
from app.home import Home
from app.movements import movements
from app.settings import Settings
from exercises.person import Consent, Goal, Person
from exercises.programme import Item, Programme
from records.place import Place
from records.store import Store, open_store
from tests.app.clinic import PIN
from ui.inputs import Click, Drop, Input, Press, Typed
from ui.view import Choices

# Longer than any answer of the store takes.
PATIENCE_S = 20.0
CODE = "P-0147"
NOW = datetime(2026, 3, 18, 9, 30)
AGREED = Consent(on=date(2026, 3, 1), record=True)
MORNING = Programme(
    id="morning",
    title="A quiet morning",
    items=(
        Item(exercise_id="arriving-breath", minutes=2),
        Item(exercise_id="sunrise-arms-seated", minutes=3),
    ),
)


def somebody(store: Store, programme: Programme | None = MORNING, **more: object) -> Person:
    """Keep a person with a programme, and return them."""
    plain = Person(
        code=CODE,
        consent=AGREED,
        goals=(Goal(words="Take the blue cup again", activity="reaching a shelf"),),
    )
    person = plain.model_copy(update=more)
    store.people.add(person)
    if programme is not None:
        store.programmes.apply(CODE, programme, 0, "AB", PIN)
    return person


class HomeBench:
    """Home without a window: what is pressed is answered before the next key."""

    def __init__(
        self,
        place: Place,
        settings: Settings | None = None,
        now: Callable[[], datetime] = lambda: NOW,
    ) -> None:
        pygame.font.init()
        self.surface = pygame.Surface((1280, 720))
        self.choices = Choices()
        self.t = 0.0
        self.store = StoreThread(lambda passphrase: open_store(place, passphrase))
        self.home = Home(self.store, CODE, movements().exercises, settings or Settings(), now)

    def __enter__(self) -> "HomeBench":
        self.store.__enter__()
        self.home.refresh()
        return self.settle()

    def __exit__(self, *_: object) -> None:
        if not self.home.closed:
            self.home.close()
        self.store.__exit__()

    @property
    def where(self) -> str:
        """The screen that is seen."""
        return self.home.at.where

    def settle(self) -> "HomeBench":
        """Wait for every answer."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            self.home.turn(self.t)
            if not self.store.waiting:
                break
            assert time.monotonic() < deadline
            time.sleep(0.001)
        self.home.turn(self.t)
        return self

    def draw(self) -> pygame.Surface:
        """Draw what is seen."""
        self.home.draw(self.surface, self.choices)
        return self.surface

    def at_once(self, *events: Input) -> "HomeBench":
        """Let several things happen before anything is answered."""
        for event in events:
            self.t += 0.05
            self.home.take(event, self.t)
            if not self.home.closed:
                self.home.turn(self.t)
        return self

    def do(self, *events: Input) -> "HomeBench":
        """Let some things happen, each with what it leads to."""
        for event in events:
            self.at_once(event)
            self.settle()
        return self

    def press(self, *keys: int) -> "HomeBench":
        """Press keys one after the other."""
        return self.do(*(Press(key) for key in keys))

    def type(self, text: str) -> "HomeBench":
        """Type a text."""
        return self.do(*(Typed(letter) for letter in text))

    def click(self, id: str) -> "HomeBench":
        """Click on something by its id."""
        self.draw()
        assert self.home.stage._now is not None
        at = self.home.stage._now[0].boxes[id].center
        return self.do(Click(at), Drop(at))
