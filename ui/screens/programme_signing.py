"""Signing a programme, and what happens where another window was quicker."""

from collections.abc import Callable

from exercises.programme import Programme
from ui.around import Around
from ui.next import Next, Open, Refused
from ui.ports import Applied, Kept
from ui.screens.conflict import Conflict, Side
from ui.screens.pin import Pin
from ui.told import programme_lines

# Titles of movements are long, and what is said of them is short.
_TITLES_SHARE = 0.56


class ProgrammeSigning:
    """Asks for the signature of a person's programme.

    Parameters
    ----------
    code
        Whose.
    applied
        Called with what holds once it is signed.
    leave
        Called with what somebody else signed, and its version, where that is left as it is.
    """

    def __init__(
        self,
        around: Around,
        code: str,
        applied: Callable[[Applied], Next],
        leave: Callable[[Programme, int], Next],
    ) -> None:
        self._around, self._code, self._applied, self._leave = around, code, applied, leave

    def ask(self, programme: Programme, after: int) -> Next:
        """Ask for the signature of `programme`, in the place of version `after`."""
        return Open(
            Pin(
                self._around,
                self._around.tr("programme.signing", code=self._code),
                programme_lines(self._around, programme),
                sign=lambda initials, pin: (
                    lambda keeps: keeps.programmes.apply(
                        self._code, programme, after, initials, pin
                    )
                ),
                then=self._applied,
                stale=lambda refused: self._conflict(programme, refused),
                split=_TITLES_SHARE,
            )
        )

    def _conflict(self, programme: Programme, refused: Refused) -> Next:
        theirs: Kept[Programme] = refused.theirs
        around = self._around
        return Open(
            Conflict(
                around,
                around.tr("conflict.programme", code=self._code),
                theirs=Side(around.tr("conflict.theirs"), programme_lines(around, theirs.value)),
                yours=Side(around.tr("conflict.yours"), programme_lines(around, programme)),
                keep_theirs=lambda: self._leave(theirs.value, theirs.row_version),
                keep_yours=lambda: self.ask(programme, theirs.row_version),
            )
        )
