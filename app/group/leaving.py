"""Leaving a group's pages before anything began: by a key or a window twice, never by mistake."""

from math import inf

import click

from app.group.windows import Closed, Windows

# Within so many seconds Esc pressed again leaves, and so does the leader's window closed again:
# that takes longer to come by. Both are said meanwhile (defaults of ours).
AGAIN_S, CLOSED_AGAIN_S = 5.0, 10.0


class Leaving:
    """Brings windows that were closed back, and tells whether whoever leads leaves.

    Where there is one window alone, closing it leaves.
    """

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._esc_s = self._closed_s = -inf

    def closed(self, closed: Closed, t: float) -> bool:
        """Follow a window that was closed by hand, at `t` seconds; return whether that leaves."""
        windows = self._windows
        if closed is Closed.ALL or windows.one:
            return True
        if closed is Closed.PROJECTED:
            windows.close_projected()
            windows.open_projected()
            windows.open_leader()
            return False
        if t == self._closed_s:  # clicked twice: one wish
            return False
        again, self._closed_s = self.closing(t), t
        windows.close_leader()
        windows.open_leader()
        return again

    def escaped(self, t: float) -> bool:
        """Take in Esc, at `t` seconds; return whether it was pressed before, and leaves."""
        again, self._esc_s = t - self._esc_s <= AGAIN_S, t
        return again

    def stay(self) -> None:
        """Take in that something else was done: Esc is no longer pressed again."""
        self._esc_s = -inf

    def closing(self, t: float) -> bool:
        """Return whether the leader's window came back, and leaves where it is closed again."""
        return t - self._closed_s <= CLOSED_AGAIN_S

    def said(self, t: float) -> str | None:
        """Return the id of what is said of leaving at `t` seconds, if anything."""
        if t - self._esc_s <= AGAIN_S:
            return "leader.leave-again"
        return "leader.close-again" if self.closing(t) else None


def say_nothing_began() -> None:
    """Say on the command line that it was left before there was a practice."""
    click.echo("nothing began: it was left beforehand, and nothing is kept of it", err=True)
