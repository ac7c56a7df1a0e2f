"""What the leader asks for by keys, and which place they have chosen."""

from collections.abc import Collection

import pygame

from feedback.group.leading import Apart, Invite, Lead, Led, Note
from feedback.group.step import GroupStep
from ui.group.leader_keys import pressed, typed
from ui.inputs import Input, Press, Typed
from ui.widgets.text_line import TextLine
from ui.widgets.widget import Did
from words.tr import tr

MOST_NOTE = 300
"""The longest note, in characters."""
AGAIN_S = 5.0
"""Within so many seconds Esc pressed again leaves; what is said of a key stays as long."""
_NEVER_S = float("-inf")


class Asking:
    """Keeps what the leader is about, and turns keys into what is asked of the practice.

    Parameters
    ----------
    kept
        The numbers of the places of which something is kept, so that a note can be; `None` for all.

    Attributes
    ----------
    chosen
        The number of the place that is chosen, or `None`.
    codes_shown
        Whether the codes of who is at the places are shown.
    all_see
        Whether everybody sees the leader's window, so that codes were hidden to begin with.
    note
        The line in which a note is being written, or `None`.
    """

    def __init__(self, language: str, kept: Collection[int] | None = None) -> None:
        self._language, self._kept = language, kept
        self._said, self._said_s, self._leaving_s = "", _NEVER_S, _NEVER_S
        self.chosen: int | None = None
        self.codes_shown, self.all_see = True, False
        self.note: TextLine | None = None

    def said(self, t: float) -> str | None:
        """Return the id of what is said of the last key, while it is."""
        return self._said if t - self._said_s <= AGAIN_S else None

    def take(self, event: Input, step: GroupStep, t: float) -> Led | None:
        """Take in a key, or whatever goes to a note; return what it asks of the practice."""
        if self.note is not None:
            return self._write(event, self.note)
        if isinstance(event, Press):
            return self._pressed(event, step, t)
        return self._typed(event.text.lower(), step, t) if isinstance(event, Typed) else None

    def hide_codes(self) -> None:
        """Hide the codes to begin with, since everybody sees the window; C shows them."""
        self.codes_shown, self.all_see = False, True

    # --- of one place

    def invite(self, t: float) -> Led | None:
        """Invite whoever is at the chosen place to rest."""
        return None if self._lacks_place(t) else Invite(self._place)

    def apart(self, t: float) -> Led | None:
        """Let whoever is at the chosen place be unseen, or seen again."""
        return None if self._lacks_place(t) else Apart(self._place)

    def begin_note(self, t: float) -> Led | None:
        """Begin a note to the record of the chosen place; where it has none, say so."""
        if self._lacks_place(t):
            return None
        if self._kept is not None and self._place not in self._kept:
            self._say("leader.unkept", t)
        else:
            hint = tr("leader.note-hint", self._language, place=self._place)
            self.note = TextLine(hint=hint, most=MOST_NOTE)
        return None

    @property
    def _place(self) -> int:
        assert self.chosen is not None
        return self.chosen

    def _lacks_place(self, t: float) -> bool:
        """Return whether no place is chosen, and say so."""
        if self.chosen is None:
            self._say("leader.choose-first", t)
        return self.chosen is None

    # --- keys

    def _pressed(self, press: Press, step: GroupStep, t: float) -> Led | None:
        if press.key == pygame.K_ESCAPE:
            return None if press.repeated else self._escaped(t)
        self._leaving_s = _NEVER_S
        if press.key == pygame.K_TAB:
            self._along(-1 if press.shift else 1, step)
            return None
        return pressed(press)

    def _escaped(self, t: float) -> Led | None:
        if t - self._leaving_s <= AGAIN_S:
            self._leaving_s = _NEVER_S
            return Lead.LEAVE
        self._leaving_s = t
        self._say("leader.esc-again", t)
        return None

    def _typed(self, letter: str, step: GroupStep, t: float) -> Led | None:
        numbers = {str(place.number): place.number for place in step.places}
        if letter in numbers:
            self.chosen = numbers[letter]
            return None
        if letter == "c":
            self.codes_shown = not self.codes_shown
            return None
        asked = {"i": self.invite, "a": self.apart, "n": self.begin_note}.get(letter)
        return typed(letter) if asked is None else asked(t)

    def _along(self, by: int, step: GroupStep) -> None:
        numbers = [place.number for place in step.places]
        if self.chosen in numbers:
            self.chosen = numbers[(numbers.index(self.chosen) + by) % len(numbers)]
        elif numbers:
            self.chosen = numbers[0 if by > 0 else -1]

    def _write(self, event: Input, line: TextLine) -> Led | None:
        if isinstance(event, Press) and event.key == pygame.K_ESCAPE:
            self.note = None
        elif line.take(event) is Did.DONE:
            self.note = None
            words = line.value.strip()
            return Note(self._place, words) if words else None
        return None

    def _say(self, id: str, t: float) -> None:
        self._said, self._said_s = id, t
