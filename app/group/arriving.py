"""Who arrives at which place: codes written or read from cards, looked up, and taken one by one.

What it is told goes to the store's thread; nothing waits for it where the page is drawn.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from app.desk_store import Answer, Job, StoreThread
from app.group.card import CardHeld
from app.group.ready import Ready
from app.today import refuse_not_cleared
from exercises.code import CodeError, check_code
from records.errors import UnknownEntry
from ui.group.codes import CodeAsked, CodesAsked, CodesScreen, CodesView
from ui.inputs import Input
from ui.next import Refused
from words.tr import tr

if TYPE_CHECKING:
    from records.store import Store

# What is said stays for so long. A card that was away for so long is asked after again: what is
# read of one that stays in view comes and goes. Both are defaults of ours, unvalidated.
SAID_S, AWAY_S = 6.0, 4.0
_READY = "ready"


class Arriving:
    """Keeps who is at which place, while their codes are written and read.

    Parameters
    ----------
    people
        Codes by the numbers of places, as they were named before.
    cards
        Whether cards are looked for.
    ready
        Makes the practice ready for people at their places; called on the store's thread.

    Attributes
    ----------
    ready
        The practice, once it was asked to go on and everybody was looked up.
    left
        Whether it was left.
    """

    def __init__(
        self,
        size: tuple[int, int],
        places: Sequence[int],
        people: Mapping[int, str],
        store: StoreThread,
        ready: Callable[[Mapping[int, str], "Store"], Ready],
        language: str = "en",
        *,
        cards: bool = True,
    ) -> None:
        self.screen = CodesScreen(size, places, language)
        self.ready: Ready | None = None
        self.left = False
        self._store, self._make_ready = store, ready
        self._language, self._cards = language, cards
        self._codes = dict(people)
        self._said, self._said_s = "", -SAID_S
        self._held: tuple[str | None, float] = (None, -AWAY_S)
        self._goes_on = False

    @property
    def codes(self) -> dict[int, str]:
        """Who is at which place now."""
        return dict(self._codes)

    # --- what happens

    def take(self, event: Input, t: float) -> None:
        """Take in what was done at the page, at `t` seconds."""
        if self._goes_on:
            return
        asked = self.screen.take(event, t)
        if isinstance(asked, CodeAsked):
            self._ask(asked.code, asked.place, t, taken=True)
        elif asked is CodesAsked.REMOVE and self._codes.pop(self.screen.chosen, ""):
            self._say("codes.removed", t, place=self.screen.chosen)
        elif asked is CodesAsked.ON:
            self._go_on(t)
        elif asked is CodesAsked.LEAVE:
            self.left = True

    def see(self, held: CardHeld | None, t: float) -> None:
        """Take in a look for cards; one that stays in view is asked after once."""
        if held is None or self._goes_on or self.screen.writing:
            return
        code, seen_s = self._held
        self._held = (held.code, t)
        if held.code == code and t - seen_s < AWAY_S:
            return
        if held.code is None:
            self.screen.clear()
            self._say("codes.two-cards", t)
        else:
            self._ask(held.code, held.place, t, taken=False)

    def answer(self, answers: Sequence[Answer], t: float) -> None:
        """Take in what the store's thread answered."""
        for each in answers:
            if each.tag == _READY:
                self._goes_on = False
                if isinstance(each.result, Ready):
                    self.ready = each.result
                else:
                    self._tell(each.result, "", t)
                continue
            code, place, taken = each.tag
            if not isinstance(each.result, str):
                self._tell(each.result, code, t)
            elif taken:
                self._put(each.result, place, t)
            elif not self.screen.writing and not self._goes_on:
                self._said_s = -SAID_S
                self.screen.propose(place, each.result)

    def view(self, t: float, notice: str | None = None) -> CodesView:
        """Return what is shown at `t` seconds.

        Parameters
        ----------
        notice
            Id of what is to be said of the camera, or `None`.
        """
        said = self._said if t - self._said_s < SAID_S else ""
        if self._goes_on:
            said = tr("codes.looking-up", self._language)
        if not said and notice is not None:
            said = tr(notice, self._language)
        return CodesView(self._codes, said, self._cards)

    # --- how it comes about

    def _ask(self, code: str, place: int | None, t: float, *, taken: bool) -> None:
        """Look up whose a code is, unless it is none, or at another place already."""
        try:
            check_code(code)
        except CodeError:
            self._say("codes.no-code", t, code=code)
            return
        if self._is_twice(code, place, t, taken=taken):
            return
        self._store.ask((code, place, taken), _known(code))

    def _is_twice(self, code: str, place: int | None, t: float, *, taken: bool) -> bool:
        """Return whether a code is at a place already, and say so; at its own it is fine."""
        at = next((n for n, c in self._codes.items() if c.casefold() == code.casefold()), None)
        if at is None or (taken and at == place):
            return False
        if at != place:
            self._say("codes.twice", t, code=code, place=at)
        return True

    def _put(self, code: str, place: int, t: float) -> None:
        if self._is_twice(code, place, t, taken=True):
            return
        self._codes[place] = code
        self.screen.clear()
        self._say("codes.taken", t, code=code, place=place)

    def _go_on(self, t: float) -> None:
        if self._store.waiting:  # somebody may be taken yet
            self._say("codes.looking-up", t)
            return
        people, make = self.codes, self._make_ready
        self._goes_on = True
        self._store.ask(_READY, lambda store: make(people, store))

    def _tell(self, why: object, code: str, t: float) -> None:
        if isinstance(why, Refused):
            self._said, self._said_s = why.line, t
        elif why is UnknownEntry:
            self._say("codes.unknown", t, code=code)
        else:
            self._say("codes.not-cleared", t, code=code)

    def _say(self, id: str, t: float, **values: object) -> None:
        self._said, self._said_s = tr(id, self._language, **values), t


def _known(code: str) -> Job:
    """Return what looks up a code: gives it as it is kept, or the kind of why it is not taken."""

    def look(store: "Store") -> object:
        import click

        try:
            person = store.people.get(code).value
            refuse_not_cleared(person)
        except UnknownEntry:
            return UnknownEntry
        except click.ClickException:
            return click.ClickException
        return person.code

    return look
