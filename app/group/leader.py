"""Who leads the group today: the clinic's own list in turn."""

from collections.abc import Sequence
from datetime import date


def leader_of(day: date, initials: Sequence[str]) -> str:
    """Return the initials of who leads on `day`; empty where nobody is listed.

    From one day of a week to the next it is the next in the list, and from one week to the next
    too: whoever has the Mondays this week does not have them the next.
    """
    if not initials:
        return ""
    weeks, weekday = divmod(day.toordinal() - 1, 7)  # the first day there is was a Monday
    return initials[(weeks + weekday) % len(initials)]
