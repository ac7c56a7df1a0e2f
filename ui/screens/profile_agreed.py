"""What was looked at and agreed to, in a profile: screening and consent."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from exercises.consent import PURPOSES, Consent, Given, Purpose
from exercises.person import Person, Screening
from ui.around import Around
from ui.screens.dates import date_line, day_of
from ui.screens.profile_section import Section
from ui.widgets.button import Button
from ui.widgets.column import Line
from ui.widgets.label import Label
from ui.widgets.note import Note
from ui.widgets.text_line import TextLine
from ui.widgets.toggle import Toggle
from ui.widgets.widget import Widget

_LONGEST_INITIALS = 6


class Screened(Section):
    """Who looked whether this is for the person, and what they found."""

    def __init__(self, around: Around, person: Person | None) -> None:
        tr = around.tr
        known = person.screening if person is not None else None
        self._by = TextLine(
            tr("profile.screened-by"), known.by if known else "", most=_LONGEST_INITIALS
        )
        self._on = date_line(around, tr("profile.screened-on"), known.on if known else None)
        self._cleared = Toggle(tr("profile.is-cleared"), known.cleared if known else False)
        self._notes = Note(tr("profile.notes"), known.notes if known else "")
        self._today = Button(tr("profile.screened-today"))
        lines: list[Line] = [self._today, self._by, self._on, self._cleared, self._notes]
        super().__init__(around, [Label(tr("profile.screening-note")), *lines])

    def name(self) -> str:
        """Return its name."""
        return self.around.tr("profile.screening")

    def fields(self) -> Mapping[str, Any]:
        """Return what is set; nothing where nobody looked."""
        by, on = self._by.value.strip(), day_of(self.around, self._on.value)
        says_more = self._cleared.value or bool(self._notes.value.strip())
        if not by and on is None and not says_more:
            return {"screening": None}
        if not by or on is None:
            raise ValueError(self.around.tr("profile.screening-half"))
        found = Screening(by=by, on=on, cleared=self._cleared.value, notes=self._notes.value)
        return {"screening": found}

    def did(self, widget: Widget) -> bool:
        """Fill in today and who is here."""
        if widget is self._today:
            self._by.value = self.around.who
            self._on.value = self.around.today().isoformat()
        return False


class Agreed(Section):
    """What the person has agreed to, one purpose a line."""

    def __init__(self, around: Around, person: Person | None) -> None:
        tr = around.tr
        self._known = known = person.consent if person is not None else None
        self._on = date_line(around, tr("profile.asked-on"), known.on if known else None)
        ended = known.withdrawn_on if known else None
        # Where all of it was withdrawn, what it was of stays to be seen beside the day.
        self._may: dict[Purpose, Toggle] = {
            each: Toggle(
                tr(f"may.{each}"),
                known is not None and (known.may(each) or bool(ended and known.of(each))),
            )
            for each in PURPOSES
        }
        self._withdrawn = date_line(around, tr("profile.withdrawn-on"), ended)
        self._asked = Button(tr("profile.asked-today"))
        self._withdraw = Button(tr("profile.withdraw-today"))
        lines: list[Line] = [
            [self._asked, self._withdraw],
            self._on,
            *self._may.values(),
            self._withdrawn,
        ]
        super().__init__(around, [Label(tr("profile.consent-note")), *lines])

    def name(self) -> str:
        """Return its name."""
        return self.around.tr("profile.consent")

    def fields(self) -> Mapping[str, Any]:
        """Return what is set; nothing where the person was not asked.

        What stood and still does keeps the day it was given on. What is switched off is taken back
        today; what is switched on is given on the day they were asked, or today where that stayed.
        """
        on = day_of(self.around, self._on.value)
        withdrawn = day_of(self.around, self._withdrawn.value)
        if on is None:
            if withdrawn is not None or any(each.value for each in self._may.values()):
                raise ValueError(self.around.tr("profile.consent-half"))
            return {"consent": None}
        given = tuple(
            part for each in PURPOSES if (part := self._given(each, on, withdrawn)) is not None
        )
        return {"consent": Consent(on=on, given=given)}

    def did(self, widget: Widget) -> bool:
        """Fill in today."""
        today = self.around.today().isoformat()
        if widget is self._asked:
            self._on.value, self._withdrawn.value = today, ""
        if widget is self._withdraw:
            self._withdrawn.value = today
        return False

    def _given(self, purpose: Purpose, on: date, withdrawn: date | None) -> Given | None:
        known = self._known.of(purpose) if self._known is not None else None
        says_yes, today = self._may[purpose].value, self.around.today()
        asked_anew = self._known is None or on != self._known.on
        if not says_yes:
            if known is not None and known.stands:
                return self._dated(purpose, known.on, withdrawn or max(today, known.on))
            return known
        if known is not None and (known.stands or withdrawn == known.withdrawn_on):
            return self._dated(purpose, on if asked_anew else known.on, withdrawn)
        return self._dated(purpose, on if asked_anew else today, withdrawn)

    def _dated(self, purpose: Purpose, on: date, withdrawn: date | None) -> Given:
        if withdrawn is not None and withdrawn < on:
            raise ValueError(self.around.tr("profile.consent-order"))
        return Given(purpose=purpose, on=on, withdrawn_on=withdrawn)
