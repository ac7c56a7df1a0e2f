"""Keeping a profile, and what happens where another window was quicker."""

from collections.abc import Callable, Sequence

from pydantic import ValidationError

from exercises.person import Person
from ui.around import Around
from ui.next import Ask, Next, Open, Refused
from ui.ports import Kept
from ui.screens.conflict import Conflict, Side
from ui.screens.profile_read import ProfileRead, read_profile
from ui.screens.profile_section import Section
from ui.told import person_lines


def person_of(around: Around, sections: Sequence[Section]) -> Person:
    """Return what is written in the parts of a profile.

    Raises
    ------
    ValueError
        With one line, where it is no profile.
    """
    fields: dict[str, object] = {}
    for section in sections:
        fields.update(section.fields())
    try:
        return Person.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        if first["loc"] and first["loc"][0] == "code":
            raise ValueError(around.tr("profile.code-fault")) from None
        raise ValueError(first["msg"].removeprefix("Value error, ")) from None


class Keeping:
    """Keeps a profile.

    Parameters
    ----------
    kept
        Called with what is kept then.
    refused
        Called where it is not kept, for another reason than that somebody was quicker.
    """

    def __init__(
        self,
        around: Around,
        kept: Callable[[ProfileRead], Next],
        refused: Callable[[Refused], Next],
    ) -> None:
        self._around, self._kept, self._refused = around, kept, refused

    def keep(self, person: Person, row_version: int | None) -> Next:
        """Keep `person`, somebody new where there is no `row_version`."""
        if row_version is None:
            return Ask(lambda keeps: keeps.people.add(person), self._read)

        def refused(refused: Refused) -> Next:
            return self._conflict(person, refused) if refused.stale else self._refused(refused)

        return Ask(lambda keeps: keeps.people.update(person, row_version), self._read, refused)

    def _read(self, kept: Kept[Person]) -> Next:
        return Ask(read_profile(kept.value.code), self._kept)

    def _conflict(self, person: Person, refused: Refused) -> Next:
        theirs: Kept[Person] = refused.theirs
        around = self._around
        return Open(
            Conflict(
                around,
                around.tr("conflict.profile", code=person.code),
                theirs=Side(around.tr("conflict.theirs"), person_lines(around, theirs.value)),
                yours=Side(around.tr("conflict.yours"), person_lines(around, person)),
                keep_theirs=lambda: Ask(read_profile(person.code), self._kept),
                keep_yours=lambda: self.keep(person, theirs.row_version),
            )
        )
