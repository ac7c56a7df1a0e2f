"""A word of help for a name that was nearly right."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Return ``"; did you mean X?"`` for the closest known name, or nothing where none is close.

    Case is not looked at.
    """
    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(text.casefold(), by_folded, n=1)
    return f"; did you mean {by_folded[close[0]]}?" if close else ""
