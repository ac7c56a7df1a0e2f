"""Who is invited to rest in which part of a group's plan, because nothing of it is theirs."""

from collections.abc import Collection, Iterator, Mapping

from feedback.group.leading import Invite
from feedback.group.step import GroupStep


class Inviting:
    """Invites the places of a part as it begins, and takes back only its own invitations after it.

    Parameters
    ----------
    resting
        By the plan's parts, from 0: the numbers of the places that rest in them.
    """

    def __init__(self, resting: Mapping[int, Collection[int]]) -> None:
        self._resting = resting
        self._index: int | None = None
        self._invited: set[int] = set()

    def after(self, step: GroupStep) -> Iterator[Invite]:
        """Yield what is asked of the practice now that it is at `step`."""
        if step.index == self._index:
            return
        self._index = step.index
        wanted = set(self._resting.get(step.index, ()))
        invited = {place.number for place in step.places if place.invited}
        for number in sorted(self._invited & invited - wanted):
            yield Invite(number)
        for number in sorted(wanted - invited):
            yield Invite(number)
        self._invited = {*(wanted - invited), *(self._invited & wanted)}
