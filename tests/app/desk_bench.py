"""The staff's window in tests: the real screens over a real store, pressed key by key."""

import datetime
import time
from collections.abc import Callable

import pygame

from app.desk import Desk
from app.desk_deciding import Deciding
from app.desk_store import StoreThread
from app.movements import movements
from exercises.programmes import presets
from records.place import Place
from records.store import open_store
from tests.app.clinic import PIN
from ui.around import Around
from ui.desk_screen import DeskScreen
from ui.inputs import Click, Drop, Input, Pasted, Press, Typed
from ui.next import Calibrate
from ui.view import Choices

# Longer than any answer of the store takes.
PATIENCE_S = 20.0
TODAY = datetime.date(2026, 3, 2)

Begin = Callable[[Around, Calibrate], DeskScreen | str]


class Bench:
    """A staff's window without a window: what is pressed is answered before the next key."""

    def __init__(
        self,
        place: Place,
        *,
        size: tuple[int, int] = (1280, 720),
        text_scale: float = 1.0,
        opened_by: str = "pin",
        begin: Begin = lambda around, asked: "no camera here",
        today: datetime.date = TODAY,
    ) -> None:
        pygame.font.init()
        known = movements().exercises
        around = Around(known, tuple(presets().values()), lambda: today, decides=Deciding(known))
        self.surface = pygame.Surface(size)
        self.choices = Choices(text_scale=text_scale)
        self.t = 0.0
        self.store = StoreThread(lambda passphrase: open_store(place, passphrase))
        self.desk = Desk(around, self.store, begin)
        self._opened_by = opened_by

    def __enter__(self) -> "Bench":
        self.store.__enter__()
        self.desk.begin_locked(self._opened_by)
        self.settle()
        return self

    def __exit__(self, *_: object) -> None:
        self.desk.close()
        self.store.__exit__()

    @property
    def top(self) -> DeskScreen:
        """The screen that is seen."""
        return self.desk.top

    def settle(self) -> None:
        """Wait for every answer."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            self.desk.turn(self.t)
            if not self.store.waiting:
                break
            assert time.monotonic() < deadline
            time.sleep(0.001)

    def draw(self) -> pygame.Surface:
        """Draw the screen that is seen."""
        self.top.draw(self.surface, self.choices, self.t)
        return self.surface

    def resize(self, size: tuple[int, int], text_scale: float) -> None:
        """Draw in another size from now on."""
        self.surface = pygame.Surface(size)
        self.choices = Choices(text_scale=text_scale)

    def do(self, event: Input) -> "Bench":
        """Let something happen, and wait for what it leads to."""
        self.at_once(event)
        self.settle()
        return self

    def at_once(self, *events: Input) -> "Bench":
        """Let several things happen before anything is answered."""
        for event in events:
            self.desk.take(event, self.t)
        return self

    def press(self, *keys: int, ctrl: bool = False, shift: bool = False) -> "Bench":
        """Press keys one after the other."""
        for key in keys:
            self.do(Press(key, ctrl=ctrl, shift=shift))
        return self

    def type(self, text: str) -> "Bench":
        """Type a text, letter by letter as a keyboard gives it."""
        for letter in text:
            self.desk.take(Typed(letter), self.t)
        self.settle()
        return self

    def paste(self, text: str) -> "Bench":
        """Paste a text."""
        return self.do(Pasted(text))

    def click(self, at: tuple[int, int]) -> "Bench":
        """Press the mouse's button and let it go, where it is on what is drawn."""
        self.draw()
        self.do(Click(at))
        return self.do(Drop(at))

    def unlock(self, initials: str = "AB", pin: str = PIN) -> "Bench":
        """Say who is here."""
        return self.type(initials).press(pygame.K_RETURN).type(pin).press(pygame.K_RETURN)

    def find(self, text: str) -> "Bench":
        """Search the list of people, and open the first."""
        return self.type(text).press(pygame.K_RETURN)
