"""What is asked for of a group's practice, and at which places it can be meant."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.group.ready import Ready, ready
from app.group.whose import refuse_no_chair, refuse_unfit

if TYPE_CHECKING:
    from records.rooms import Room
    from records.store import Store

USUAL_PLACES = 4
"""Without a word of how many, the guide leads so many alone."""


@dataclass(frozen=True, slots=True)
class GroupWish:
    """What is asked for.

    Attributes
    ----------
    places
        How many places there are; `None` where the room says, or people are looked for.
    programme
        The id of a programme; `None` for the usual one.
    people
        Codes by the numbers of places.
    seated
        The numbers of places that are chairs.
    source
        What is looked at; `None` where the guide leads alone.
    room
        The room, as it was kept; `None` without one.
    initials
        Of who leads today.
    """

    places: int | None = None
    programme: str | None = None
    people: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    seated: frozenset[int] = frozenset()
    source: str | None = None
    room: "Room | None" = None
    initials: str = ""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the places as far as they are asked for; none where people are looked for.

        Led by the guide alone without a word of how many, there are as many as are named.
        """
        if self.room is not None:
            return tuple(sorted(zone.number for zone in self.room.zones))
        count = self.places or 0
        if self.places is None and self.source is None:
            count = max(max(self.people, default=USUAL_PLACES), *self.seated, 0)
        return tuple(range(1, count + 1))

    def refuse_unfit(self) -> None:
        """Refuse what names a place that is not there, before anything is opened.

        Raises
        ------
        click.ClickException
            With one line that says which; nothing is refused while no number is known.
        """
        if self.numbers:
            refuse_unfit(self.people, dict.fromkeys(self.numbers))
            refuse_no_chair(self.seated, self.numbers)

    def on_chairs(self, chairs: Collection[int], numbers: Sequence[int]) -> "GroupWish":
        """Return the same with these chairs besides, as far as they are among the places."""
        return replace(self, seated=self.seated | (frozenset(chairs) & frozenset(numbers)))

    def ready(self, numbers: Sequence[int], store: "Store | None") -> Ready:
        """Return the practice at places of these numbers.

        Raises
        ------
        click.ClickException, UnknownEntry
            As `app.group.ready.ready` does, and where what is said to be a chair is not there.
        """
        from app.movements import movements

        refuse_no_chair(self.seated, numbers)
        return ready(
            self.programme,
            self.people,
            store=store,
            known=movements().exercises,
            places=numbers,
            seated=self.seated,
        )
