"""What a leader noted of one place, as it is kept with the practice."""

from collections.abc import Sequence

LONGEST_NOTE = 4000
"""The longest a note may be with a practice, in characters: `exercises.lines.Note`."""
_GOES_ON = "…"


def noted(notes: Sequence[str]) -> str:
    """Return the notes of a place, a line each; where they are too many it ends with "…"."""
    whole = "\n".join(notes)
    if len(whole) <= LONGEST_NOTE:
        return whole
    return whole[: LONGEST_NOTE - len(_GOES_ON)] + _GOES_ON


def left_out(notes: Sequence[str]) -> str:
    """Return that not all of the notes of a place are kept, in half a line; empty where all are."""
    if len("\n".join(notes)) <= LONGEST_NOTE:
        return ""
    return f"what was noted ends at {LONGEST_NOTE} characters, as there is no room for more"
