"""What each person of a group is asked on arriving and at the end: a page for each, in turn.

On the leader's window alone. Nothing of the page before stands on the one after it: who comes next
sees an empty one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

import pygame

from ui import desk_frame
from ui.desk_place import DeskPlace, desk_place
from ui.group.seat_mark import draw_seat_mark
from ui.inputs import Input, Press, Typed
from ui.typed import say
from ui.view import Choices
from ui.widgets.column import Column
from ui.widgets.focus import Focus
from ui.widgets.slider import Slider
from ui.widgets.text_line import TextLine
from words.tr import tr

Asked = Literal["pain", "mood", "energy", "effort", "satisfaction"]
"""What is asked for on a scale of 0 to 10; effort and satisfaction at the end only."""
When = Literal["before", "after"]

BEFORE: tuple[Asked, ...] = ("pain", "mood", "energy")
AFTER: tuple[Asked, ...] = (*BEFORE, "effort", "satisfaction")
LONGEST_WORD = 60
"""How long the one word at the end may be, in characters."""
MOST = 10
_NOTHING = -1.0
_TITLES: Mapping[When, str] = {"before": "page.before", "after": "page.after"}
# A 0 so soon after a 1 makes it 10 (a default of ours).
_TEN_WITHIN_S = 0.8
_MARK_SHARE = 0.3
_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)


@dataclass(frozen=True, slots=True)
class Answers:
    """What one person answered; what was not is left out, or empty."""

    numbers: Mapping[Asked, int] = field(default_factory=lambda: MappingProxyType({}))
    word: str = ""


class SheetScreen:
    """Asks each place in turn; every page can be passed over, and Esc twice passes over all.

    Letters and signs come as `Typed`; all other keys as `Press`.

    Parameters
    ----------
    places
        Whom it asks, by the numbers of their places, in order.
    when
        Before moving or after it.

    Attributes
    ----------
    answers
        What was answered so far, by place.
    done
        Whether all were asked, or passed over.
    """

    def __init__(
        self,
        size: tuple[int, int],
        places: Sequence[int],
        when: When,
        language: str = "en",
    ) -> None:
        self.answers: dict[int, Answers] = {}
        self._size, self._language, self._when = size, language, when
        self._places = tuple(places)
        self._at = 0
        self._one_s = -_TEN_WITHIN_S
        self._skips = False
        self._begin()

    @property
    def done(self) -> bool:
        """Whether nobody is left to be asked."""
        return self._at >= len(self._places)

    @property
    def place(self) -> int | None:
        """Whose page is shown."""
        return None if self.done else self._places[self._at]

    def resize(self, size: tuple[int, int]) -> None:
        """Take a window of `size` pixels."""
        self._size = size

    def caret(self) -> pygame.Rect | None:
        """Return where the next letter is put, for an input method's own window."""
        return None if self._focus.held is None else self._focus.held.caret()

    # --- what is answered

    def take(self, event: Input, t: float) -> None:
        """Take in what happened, at `t` seconds."""
        if self.done:
            return
        if isinstance(event, Press) and event.key == pygame.K_ESCAPE:
            if not event.repeated:
                self._escaped()
            return
        self._skips = False
        if isinstance(event, Press) and event.key in _ENTER:
            self._turn_to(self._at + 1)
        elif isinstance(event, Press) and event.key == pygame.K_PAGEUP:
            self._turn_to(max(self._at - 1, 0))
        elif isinstance(event, Typed) and not self._focus.takes_text:
            self._typed(event.text, t)
        elif not self._takes_back(event):
            self._focus.take(event)

    def _escaped(self) -> None:
        """Pass over everybody who is left, where Esc was the last that was pressed before too."""
        if self._skips:
            self._turn_to(len(self._places))
        self._skips = not self._skips

    def _takes_back(self, event: Input) -> bool:
        """Take an answer back, where that is asked; return whether it was."""
        held = self._focus.held
        backs = (pygame.K_BACKSPACE, pygame.K_DELETE)
        if isinstance(event, Press) and event.key in backs and isinstance(held, Slider):
            held.value = _NOTHING
            return True
        return False

    def _typed(self, text: str, t: float) -> None:
        held = self._focus.held
        if not isinstance(held, Slider) or not (text.isascii() and text.isdecimal()):
            return
        number = int(text[-1])
        ten = number == 0 and held.value == 1 and t - self._one_s <= _TEN_WITHIN_S
        held.value = float(MOST if ten else number)
        if number == 1:
            self._one_s = t

    def _turn_to(self, at: int) -> None:
        """Keep what stands on this page, and go to another."""
        self._keep()
        self._at = at
        self._begin()

    def _keep(self) -> None:
        numbers: dict[Asked, int] = {
            what: round(slider.value) for what, slider in self._sliders.items() if slider.value >= 0
        }
        self.answers[self._places[self._at]] = Answers(numbers, self._word.value.strip())

    def _begin(self) -> None:
        """Lay out the page of the place it is at now, with what was answered there before."""
        before = Answers() if self.place is None else self.answers.get(self.place, Answers())
        asked = BEFORE if self._when == "before" else AFTER
        self._sliders = {
            what: Slider(
                tr(f"scale.{what}", self._language),
                _NOTHING,
                float(MOST),
                1.0,
                float(before.numbers.get(what, _NOTHING)),
                self._said,
            )
            for what in asked
        }
        hint = tr("page.word-hint", self._language)
        name = tr("page.word", self._language)
        self._word = TextLine(name, before.word, most=LONGEST_WORD, hint=hint)
        ends = () if self._when == "before" else (self._word,)
        self._column = Column([*self._sliders.values(), *ends])
        self._focus = Focus(self._column.widgets)

    def _said(self, value: float) -> str:
        return tr("scale.not-now", self._language) if value < 0 else str(round(value))

    # --- the picture

    def draw(self, surface: pygame.Surface, choices: Choices) -> None:
        """Draw the page."""
        if self.place is None:
            return
        said = tr("page.esc-again", self._language) if self._skips else self._ends()
        lines = desk_frame.lines_said(said, self._size, choices.text_scale)
        place = desk_place(self._size, choices.text_scale, lines, choices.theme)
        title = tr(_TITLES[self._when], self._language)
        beside = tr(
            "page.of", self._language, place=self.place, at=self._at + 1, all=len(self._places)
        )
        desk_frame.draw(surface, place, title, beside, said, self._keys())
        left, right = desk_frame.halves(place, _MARK_SHARE)
        self._draw_whose(surface, place, left)
        room = desk_frame.panel(surface, right, place)
        self._column.draw(surface, room, place.sizes, self._focus.held)

    def _ends(self) -> str:
        """Return what the ends of the scale that has the keys mean."""
        for what, slider in self._sliders.items():
            if slider is self._focus.held:
                low, high = (tr(f"scale.{what}-{end}", self._language) for end in ("low", "high"))
                return f"{slider.label}: 0 {low} – 10 {high}"
        return tr("page.word-hint", self._language)

    def _keys(self) -> tuple[tuple[str, str], ...]:
        language = self._language
        last = self._at + 1 == len(self._places)
        return (
            ("Enter", tr("page.on" if last else "page.next", language)),
            ("↑ ↓", tr("page.choose", language)),
            ("0–10", tr("page.set", language)),
            ("←  →", tr("page.change", language)),
            ("⌫", tr("page.take-back", language)),
            ("Esc Esc", tr("page.skip", language)),
        )

    def _draw_whose(self, surface: pygame.Surface, place: DeskPlace, box: pygame.Rect) -> None:
        """Draw the form that the place has on the big screen, with its number under it."""
        room, of = desk_frame.panel(surface, box, place), place.sizes
        number = self.place
        assert number is not None
        radius = 0.3 * min(room.size)
        draw_seat_mark(
            surface, place.palette, number, (room.centerx, room.top + 0.36 * room.height), radius
        )
        under = pygame.Rect(room.left, room.top + round(0.64 * room.height), room.width, of.line_px)
        words = tr("page.place", self._language, place=number)
        say(
            surface,
            words,
            under,
            of.aside_px,
            place.palette.ink,
            weight="Medium",
            across=0.5,
        )
        below = pygame.Rect(room.left, under.bottom, room.width, room.bottom - under.bottom)
        note = tr("page.only-you", self._language)
        say(surface, note, below, of.aside_px, place.palette.soft, across=0.5, down=0.0)
