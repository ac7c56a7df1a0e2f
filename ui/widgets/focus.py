"""Where the keys go: one widget at a time, in the order in which they are read."""

from collections.abc import Sequence

import pygame

from ui.inputs import Click, Drag, Drop, Input, Press, Scroll
from ui.widgets.widget import Did, Widget


class Focus:
    """Some widgets, of which one has the keys.

    Tab goes on and Shift+Tab back, round; up and down do the same where the widget itself does not
    take them. The mouse goes straight to what it presses.

    Parameters
    ----------
    widgets
        In the order in which they are read; those that cannot have the keys are passed over.
    held
        The one that has the keys first; without it, the first that can.
    """

    def __init__(self, widgets: Sequence[Widget], held: Widget | None = None) -> None:
        self.widgets = [widget for widget in widgets if widget.focusable]
        self.held: Widget | None = held if held in self.widgets else next(iter(self.widgets), None)
        self._pressed: Widget | None = None

    @property
    def takes_text(self) -> bool:
        """Whether letters typed go into a text now."""
        return self.held is not None and self.held.takes_text

    def hold(self, widget: Widget) -> None:
        """Give the keys to `widget`, if it is among them."""
        if widget in self.widgets:
            self.held = widget

    def go(self, by: int, *, round_about: bool = True) -> None:
        """Give the keys to the one that is `by` places farther on."""
        if self.held is None:
            return
        at = self.widgets.index(self.held) + by
        if round_about or 0 <= at < len(self.widgets):
            self.held = self.widgets[at % len(self.widgets)]

    def take(self, event: Input) -> tuple[Did, Widget | None]:
        """Take in what happened; return what was done, and by which widget."""
        if isinstance(event, Click | Drag | Drop | Scroll):
            return self._pointed(event)
        if isinstance(event, Press) and event.key == pygame.K_TAB and not event.ctrl:
            self.go(-1 if event.shift else 1)
            return Did.TAKEN, self.held
        if self.held is None:
            return Did.NOTHING, None
        widget = self.held
        did = widget.take(event)
        if did is Did.NOTHING and isinstance(event, Press):
            ways = {pygame.K_UP: -1, pygame.K_DOWN: 1}
            if event.key in ways and not (event.ctrl or event.alt):
                self.go(ways[event.key], round_about=False)
                return Did.TAKEN, self.held
        return did, widget

    def _pointed(self, event: Click | Drag | Drop | Scroll) -> tuple[Did, Widget | None]:
        if isinstance(event, Scroll):
            return (Did.NOTHING, None) if self.held is None else (self.held.take(event), self.held)
        if isinstance(event, Click):
            self._pressed = next((w for w in self.widgets if w.box.collidepoint(event.at)), None)
            if self._pressed is not None:
                self.held = self._pressed
        pressed = self._pressed
        if isinstance(event, Drop):
            self._pressed = None
        if pressed is None or isinstance(event, Drop):
            return Did.NOTHING, None
        return pressed.take(event), pressed
