"""What was looked at and agreed to, in a profile: screening and consent."""

from collections.abc import Mapping
from typing import Any

from exercises.person import Consent, Person, Screening
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
    """What the person has agreed to."""

    def __init__(self, around: Around, person: Person | None) -> None:
        tr = around.tr
        known = person.consent if person is not None else None
        self._on = date_line(around, tr("profile.asked-on"), known.on if known else None)
        self._record = Toggle(tr("profile.may-record"), known.record if known else False)
        self._research = Toggle(tr("profile.may-research"), known.research if known else False)
        withdrawn = known.withdrawn_on if known else None
        self._withdrawn = date_line(around, tr("profile.withdrawn-on"), withdrawn)
        self._asked = Button(tr("profile.asked-today"))
        self._withdraw = Button(tr("profile.withdraw-today"))
        lines: list[Line] = [
            [self._asked, self._withdraw],
            self._on,
            self._record,
            self._research,
            self._withdrawn,
        ]
        super().__init__(around, [Label(tr("profile.consent-note")), *lines])

    def name(self) -> str:
        """Return its name."""
        return self.around.tr("profile.consent")

    def fields(self) -> Mapping[str, Any]:
        """Return what is set; nothing where the person was not asked."""
        on = day_of(self.around, self._on.value)
        withdrawn = day_of(self.around, self._withdrawn.value)
        if on is None:
            if withdrawn is not None or self._record.value or self._research.value:
                raise ValueError(self.around.tr("profile.consent-half"))
            return {"consent": None}
        if withdrawn is not None and withdrawn < on:
            raise ValueError(self.around.tr("profile.consent-order"))
        consent = Consent(
            on=on,
            record=self._record.value,
            research=self._research.value,
            withdrawn_on=withdrawn,
        )
        return {"consent": consent}

    def did(self, widget: Widget) -> bool:
        """Fill in today."""
        today = self.around.today().isoformat()
        if widget is self._asked:
            self._on.value, self._withdrawn.value = today, ""
        if widget is self._withdraw:
            self._withdrawn.value = today
        return False
