"""Holding the practice while there is nothing to practise with, and letting it go on after."""

from feedback.intent import Intent
from feedback.practice import StepKind


class Hold:
    """Pauses a practice while the source is away, and resumes it only if it paused it itself."""

    def __init__(self) -> None:
        self._holding = False

    def intent(self, asked: Intent | None, *, away: bool, kind: StepKind) -> Intent | None:
        """Return what to ask of the practice: the person's own wish first, else the hold's.

        Parameters
        ----------
        asked
            What the person asks for now.
        away
            Whether the source has nothing to show.
        kind
            How the practice stands.
        """
        if asked is not None:
            self._holding = self._holding and asked is not Intent.PAUSE
            return asked
        if away and kind == "moving":
            self._holding = True
            return Intent.PAUSE
        if not away and self._holding:
            self._holding = False
            return Intent.PAUSE if kind == "paused" else None
        return None
