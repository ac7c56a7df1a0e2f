"""Keeping a profile, and what happens where another window was quicker."""

from collections.abc import Callable, Sequence
from dataclasses import replace

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
    parts: dict[str, str] = {}
    part = ""
    try:
        for section in sections:
            part = section.name()
            said = section.fields()
            fields.update(said)
            parts.update(dict.fromkeys(said, part))
        part = ""
        return Person.model_validate(fields)
    except ValidationError as error:
        where = [str(each) for each in error.errors()[0]["loc"]]
        raise ValueError(_fault(around, where, part or parts.get(where[0], ""))) from None


def _fault(around: Around, where: Sequence[str], part: str) -> str:
    """Return one line on what is no profile: the field it is in, where that has a line of its own,
    else its part."""
    own = {"code": "profile.code-fault", "by": "profile.initials-fault"}
    field = where[-1] if where else ""
    return around.tr(own[field]) if field in own else around.tr("profile.part-fault", part=part)


class Keeping:
    """Keeps a profile.

    Parameters
    ----------
    kept
        Called with what was kept, and what else there is now.
    theirs
        Called with what somebody else kept, where that was chosen.
    refused
        Called where it is not kept, for another reason than that somebody was quicker.

    Attributes
    ----------
    waiting
        Whether something is being kept now.
    """

    def __init__(
        self,
        around: Around,
        kept: Callable[[ProfileRead], Next],
        theirs: Callable[[ProfileRead], Next],
        refused: Callable[[Refused], Next],
    ) -> None:
        self._around, self._kept, self._theirs, self._refused = around, kept, theirs, refused
        self.waiting = False

    def keep(self, person: Person, row_version: int | None) -> Next:
        """Keep `person`, somebody new where there is no `row_version`."""
        self.waiting = True

        def refused(refused: Refused) -> Next:
            self.waiting = False
            return self._conflict(person, refused) if refused.stale else self._refused(refused)

        if row_version is None:
            return Ask(lambda keeps: keeps.people.add(person), self._read, refused)
        by = self._around.who or None
        return Ask(lambda keeps: keeps.people.update(person, row_version, by), self._read, refused)

    def _read(self, kept: Kept[Person]) -> Next:
        def done(read: ProfileRead) -> Next:
            self.waiting = False
            # Of the profile, what was kept here: a still newer one is for the next time.
            return self._kept(replace(read, kept=kept))

        def refused(refused: Refused) -> Next:
            self.waiting = False
            return self._refused(refused)

        return Ask(read_profile(kept.value.code), done, refused)

    def _conflict(self, person: Person, refused: Refused) -> Next:
        theirs: Kept[Person] = refused.theirs
        around = self._around
        return Open(
            Conflict(
                around,
                around.tr("conflict.profile", code=person.code),
                theirs=Side(around.tr("conflict.theirs"), person_lines(around, theirs.value)),
                yours=Side(around.tr("conflict.yours"), person_lines(around, person)),
                keep_theirs=lambda: Ask(read_profile(person.code), self._theirs),
                keep_yours=lambda: self.keep(person, theirs.row_version),
            )
        )
