"""A person's programme: movements in order, how much of each, on which days; signed as a whole."""

from collections.abc import Sequence

import pygame

from exercises.copying import OwnCopy, for_person
from exercises.offer import offered_to
from exercises.person import Person
from exercises.programme import Item, Programme
from exercises.signed_range import SignedRange
from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Press
from ui.next import Ask, Back, Calibrate, Next, Open, Stay
from ui.ports import Applied
from ui.screens.item_fields import ItemFields
from ui.screens.pick import Pick
from ui.screens.programme_draft import ProgrammeDraft
from ui.screens.programme_picks import movement_rows, preset_rows
from ui.screens.programme_signing import ProgrammeSigning
from ui.told import item_text, range_lines
from ui.widgets.button import Button
from ui.widgets.column import Column, Line
from ui.widgets.focus import Focus
from ui.widgets.label import Label
from ui.widgets.rows import Row, Rows
from ui.widgets.told_line import ToldLine
from ui.widgets.widget import Did, Widget

_WHOLE = "whole"
_LIST_SHARE = 0.45


class ProgrammeScreen(DeskScreen):
    """The programme as it is being written: the items at the left, the held one at the right.

    Parameters
    ----------
    person
        Whose.
    applied
        The one that holds; `None` where there is none.
    versions
        The ranges that hold.
    """

    def __init__(
        self,
        around: Around,
        person: Person,
        applied: Applied | None,
        versions: Sequence[SignedRange],
    ) -> None:
        super().__init__(around)
        self._person, self._versions = person, versions
        self._after, self._signed_by = 0, ""
        if applied is not None:
            self._after, self._signed_by = applied.version, applied.signed_by
        self._changed = self._warned = False
        self._signing = ProgrammeSigning(around, person.code, self._applied, self._left_theirs)
        self._draft = ProgrammeDraft(around, applied.programme if applied is not None else None)
        self._rows = Rows(split=0.6)
        self._fields: ItemFields | None = None
        self._column = Column([])
        self._calibrate = Button(around.tr("programme.calibrate"), "C")
        self._show(None)

    # --- what it says of itself

    def title(self) -> str:
        """Return whose programme it is."""
        return self.around.tr("programme.title", code=self._person.code)

    def beside(self) -> str:
        """Return where it stands."""
        if self._changed:
            return self.around.tr("programme.unsigned")
        if not self._after:
            return self.around.tr("programme.none")
        key = "programme.version" if self._signed_by else "programme.version-theirs"
        return self.around.tr(key, version=self._after, by=self._signed_by)

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr, back = self.around.tr, ("Esc", self.around.tr("desk.back"))
        if self.focus.held is not self._rows:
            return (("Tab", tr("desk.next")), ("← →", tr("desk.set")), back)
        return (
            ("A", tr("desk.add")),
            ("X", tr("programme.take-out")),
            ("Shift ↑ ↓", tr("programme.move")),
            ("B", tr("desk.begin-from")),
            ("Ctrl S", tr("desk.sign")),
            back,
        )

    # --- its parts

    @property
    def _at(self) -> int | None:
        """The place of the item that is held; `None` for the whole."""
        held = self._rows.held
        return None if held is None or held.key == _WHOLE else int(held.key)

    def _show(self, at: int | None) -> None:
        """List the items, and hold the one at `at`, or the whole."""
        count = self.around.tr("programme.items", count=len(self._draft.items))
        rows = [Row(_WHOLE, self.around.tr("programme.whole"), count)]
        rows += [self._row(i, item) for i, item in enumerate(self._draft.items)]
        self._rows.show(rows, _WHOLE if at is None else str(at))
        self._fill()
        self._refocus(self._rows)

    def _row(self, at: int, item: Item) -> Row:
        around, today = self.around, self.around.today()
        text = item_text(around, item, around.movements.get(item.exercise_id))
        due = any(own.review_due(today) for own in self._own(item))
        mark = around.tr("profile.due") if due else ""
        return Row(str(at), f"{at + 1}  {around.title(item.exercise_id)}", text, mark)

    def _own(self, item: Item) -> list[SignedRange]:
        return [own for own in self._versions if own.exercise_id == item.exercise_id]

    def _fill(self) -> None:
        """Put what can be set of what is held at the right."""
        self._fields = None
        if self._at is None:
            self._column = Column(self._draft.lines)
            return
        item = self._draft.items[self._at]
        exercise = self.around.movements.get(item.exercise_id)
        if exercise is None:
            gone = self.around.tr("programme.unknown", movement=item.exercise_id)
            self._column = Column([Label(gone)])
            return
        offer = offered_to(exercise, self._person)
        self._fields = ItemFields(self.around, item, offer.exercise)
        lines: list[Line] = [Label(self.around.title(item.exercise_id), large=True)]
        because = offer.hidden_because or offer.changed_because
        lines += [Label(self.around.tr(reason)) for reason in because]
        lines += self._fields.widgets
        lines += [ToldLine(name, text) for name, text in range_lines(self.around, self._own(item))]
        if any(target.role == "lead" for target in exercise.targets) and not offer.hidden:
            lines.append(self._calibrate)
        self._column = Column(lines)

    def _refocus(self, held: Widget | None = None) -> None:
        """Let the keys go to the list and to what can be set; without `held`, to the latter."""
        inside = self._column.widgets
        first = next((widget for widget in inside if widget.focusable), self._rows)
        self.focus = Focus([self._rows, *inside], held or first)

    # --- what happens

    def resumed(self) -> Next:
        """Read the ranges anew: some may have been signed meanwhile."""
        return Ask(lambda keeps: keeps.ranges.current(self._person.code), self._reread)

    def _reread(self, versions: Sequence[SignedRange]) -> Next:
        self._versions = versions
        self._show(self._at)
        return None

    def pressed(self, press: Press) -> Next:
        """Answer the keys that change the order, and those that hold everywhere."""
        if press.ctrl and press.key == pygame.K_s:
            return self._sign()
        if self.focus.held is not self._rows:
            if press.key == pygame.K_ESCAPE:
                self._refocus(self._rows)
                return Stay()
            return None
        return self._pressed_in_list(press)

    def _pressed_in_list(self, press: Press) -> Next:
        ways = {pygame.K_UP: -1, pygame.K_DOWN: 1}
        if (press.shift or press.alt) and press.key in ways:
            if self._at is not None:
                self._altered(self._draft.move(self._at, ways[press.key]))
            return Stay()
        if press.key == pygame.K_DELETE:
            return self._take_out()
        if press.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_RIGHT):
            self._refocus()
            return Stay()
        return None

    def letter(self, letter: str) -> Next:
        """Answer the letters of the most used."""
        if letter == "a":
            return self._add()
        if letter == "b":
            name, rows = self.around.tr("programme.begin-from"), preset_rows(self.around)
            return Open(Pick(self.around, name, rows, self._began))
        if letter == "x":
            return self._take_out()
        return self._go_calibrate() if letter == "c" else None

    def did(self, widget: Widget, did: Did) -> Next:
        """Answer what was set."""
        if widget is self._rows:
            self._fill()
            self._refocus(None if did is Did.DONE else self._rows)
            return None
        if widget is self._calibrate:
            return self._go_calibrate()
        if did is Did.DONE:
            self.focus.go(1)
            return None
        self._changed, self._warned = True, False
        if self._fields is not None and self._at is not None:
            # Said in the list too, without changing what is set at the right.
            item = self._draft.items[self._at] = self._fields.item()
            rows = list(self._rows.rows)
            rows[self._at + 1] = self._row(self._at, item)
            self._rows.rows = rows
        return None

    def escaped(self) -> Next:
        """Go back; what is not signed is asked for once."""
        if self._changed and not self._warned:
            self._warned = True
            self.said = self.around.tr("programme.leave-unsigned")
            return None
        return Back()

    # --- what is done

    def _add(self) -> Next:
        if self._draft.full:
            self.said = self.around.tr("programme.full")
            return None
        rows = movement_rows(self.around, self._person)
        return Open(Pick(self.around, self.around.tr("programme.add"), rows, self._added))

    def _added(self, exercise_id: str) -> Next:
        return self._altered(self._draft.add(exercise_id, self._at))

    def _take_out(self) -> Next:
        return Stay() if self._at is None else self._altered(self._draft.take_out(self._at))

    def _altered(self, at: int | None) -> Next:
        self._changed, self._warned = True, False
        self._show(at)
        return Stay()

    def _began(self, preset_id: str) -> Next:
        preset = next(each for each in self.around.presets if each.id == preset_id)
        copy = for_person(preset, self._person, self.around.movements)
        if copy.programme is None:
            self.said = self.around.tr("programme.nothing-left")
            return None
        self._draft = ProgrammeDraft(self.around, copy.programme)
        self._altered(None)
        self.said = self._said_of(copy)
        return None

    def _said_of(self, copy: OwnCopy) -> str:
        """Return what is not in a copy as it was in the programme it was begun from."""
        tr = self.around.tr
        said = [tr("programme.swapped", count=len(copy.swapped))] if copy.swapped else []
        left = [
            f"{self.around.title(each.exercise_id)} ({' '.join(map(tr, each.because))})"
            for each in copy.left_out
        ]
        return " ".join(
            [*said, *([tr("programme.left-out", what="; ".join(left))] if left else [])]
        )

    def _go_calibrate(self) -> Next:
        if self._at is None or self._calibrate not in self._column.widgets:
            return None
        exercise_id = self._draft.items[self._at].exercise_id
        return Calibrate(self._person, exercise_id, tuple(self._versions))

    def _sign(self) -> Next:
        try:
            programme = self._draft.programme()
        except ValueError as error:
            self.said = str(error)
            return Stay()
        return self._signing.ask(programme, self._after)

    def _applied(self, applied: Applied) -> Next:
        self._after, self._signed_by, self._changed = applied.version, applied.signed_by, False
        self.said = self.around.tr("programme.applied", version=applied.version)
        return None

    def _left_theirs(self, programme: Programme, version: int) -> Next:
        """Show what somebody else signed in the place of what was written here."""
        self._after, self._signed_by, self._changed = version, "", False
        self._draft = ProgrammeDraft(self.around, programme)
        self._show(None)
        return None

    # --- how it is drawn

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw the items at the left, and what can be set of the held one at the right."""
        of = place.sizes
        left, right = desk_frame.halves(place, _LIST_SHARE)
        self._rows.box = desk_frame.panel(surface, left, place).inflate(2 * of.gap_px, 0)
        self._rows.draw(surface, of, focused=self.focus.held is self._rows)
        inner = desk_frame.panel(surface, right, place)
        self._column.draw(surface, inner, of, self.focus.held)
