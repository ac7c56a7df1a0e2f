"""A person's profile: its parts at the left, what can be set at the right."""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from feedback.instruments import is_due
from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Input, Press, Scroll
from ui.next import Ask, Back, Calibrate, Next, Open, Stay
from ui.screens.pick import Pick
from ui.screens.profile_about import About
from ui.screens.profile_goals import Goals
from ui.screens.profile_keeping import Keeping, person_of
from ui.screens.profile_ranges import calibrated_rows
from ui.screens.profile_read import ProfileRead, read_profile
from ui.screens.profile_review import KEYS, review_column, review_screen
from ui.screens.profile_section import Section
from ui.screens.profile_sections import sections
from ui.screens.programme import ProgrammeScreen
from ui.screens.proposals import Proposals
from ui.told import programme_lines
from ui.typed import say
from ui.widgets.button import Button
from ui.widgets.column import PAGE_LINES, Column, Line
from ui.widgets.focus import Focus
from ui.widgets.label import Label
from ui.widgets.rows import Row, Rows
from ui.widgets.told_line import ToldLine
from ui.widgets.widget import Did, Widget

# Of the body's width, the list of parts.
_PARTS_SHARE = 0.27
# Of a line of the programme, the movement's title.
_TITLES_SHARE = 0.5


def new_profile(around: Around) -> "Profile":
    """Return the profile of somebody new."""
    return Profile(around, None)


class Profile(DeskScreen):
    """All that is kept of a person, and what is done with them.

    Parameters
    ----------
    read
        What is kept; `None` for somebody new.

    Attributes
    ----------
    movements
        The movements whose ranges can be found.
    """

    def __init__(self, around: Around, read: ProfileRead | None) -> None:
        super().__init__(around)
        self._read = read
        self._sections = sections(around, read.kept.value if read is not None else None)
        self._parts = Rows(self._part_rows())
        self.movements = Rows(empty=around.tr("profile.no-movements"), split=0.46)
        self._programme = Column([])
        self._review = Column([])
        self._save = Button(around.tr("profile.keep"), "Ctrl S", strong=True)
        # Changed, and changed since it was last begun to be kept.
        self._changed = self._since = self._warned = False
        self._keeping = Keeping(around, self._was_kept, self._shown_anew, self.refused)
        self._line_px = 1
        self._fill()
        self._refocus(self._parts if read is not None else None)

    # --- what it says of itself

    def title(self) -> str:
        """Return who it is."""
        return self._read.kept.value.code if self._read else self.around.tr("profile.new")

    def beside(self) -> str:
        """Return what they like to be called, or that changes wait to be kept."""
        if self._changed:
            return self.around.tr("profile.not-kept")
        return (self._read.kept.value.display_name or "") if self._read else ""

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        if self._in_parts:
            named = [("↑ ↓", tr("desk.choose")), ("Enter", tr("desk.go-in"))]
            if self._read is not None:
                named += [
                    ("R", tr("desk.ranges")),
                    ("P", tr("desk.programme")),
                    ("W", tr("profile.waiting")),
                    ("T", tr("review.glance")),
                ]
        elif self.focus.held is self.movements:
            named = [("↑ ↓", tr("desk.choose")), ("Enter", tr("profile.calibrate"))]
            named.append(("L", tr("profile.alone")))
        else:
            named = [("Tab", tr("desk.next"))]
            if isinstance(self._section, Goals):
                named.append(("Ctrl L", tr("profile.pick-activity")))
        named.append(("Ctrl S", tr("desk.keep")))
        return (*named, ("Esc", tr("desk.back")))

    # --- its parts

    def _part_rows(self) -> list[Row]:
        rows = [Row(str(i), section.name()) for i, section in enumerate(self._sections)]
        if self._read is None:
            return rows
        tr, today = self.around.tr, self.around.today()
        due = any(each.review_due(today) for each in self._read.current)
        waiting = self._read.waiting is not None
        return [
            *rows,
            Row("ranges", tr("profile.ranges"), mark=tr("profile.due") if due else ""),
            Row("programme", tr("profile.programme"), mark=tr("profile.yes-no") if waiting else ""),
            Row("review", tr("review.part"), mark=tr("profile.due") if self._asking_due else ""),
        ]

    def _fill(self) -> None:
        """Fill the ranges and the programme with what was read."""
        if self._read is None:
            return
        around, person = self.around, self._read.kept.value
        self._review = review_column(around, asking_due=self._asking_due)
        self.movements.show(calibrated_rows(around, person, self._read.current))
        lines: list[Line] = [
            Button(around.tr("profile.open-programme"), "P"),
        ]
        waits = self._read.waiting is not None
        said = "profile.open-proposal" if waits else "profile.open-proposals"
        lines.append(Button(around.tr(said), "W"))
        applied = self._read.applied
        if applied is None:
            lines.append(Label(around.tr("programme.none")))
        else:
            signed = applied.signed_at.date().isoformat()
            lines.append(Label(around.tr("programme.signed", by=applied.signed_by, on=signed)))
            told = programme_lines(around, applied.programme)
            lines += [ToldLine(name, text, split=_TITLES_SHARE) for name, text in told]
        self._programme = Column(lines)

    @property
    def _asking_due(self) -> bool:
        """Whether they are to be asked how life is."""
        if self._read is None:
            return False
        consent, own = self._read.kept.value.consent, self._read.kept.value.ask_every_weeks
        if consent is None or not consent.may_record:
            return False
        weeks = self.around.ask_every_weeks if own is None else own
        return is_due(self._read.asked_on, weeks, self.around.today())

    @property
    def _in_parts(self) -> bool:
        return self.focus.held is self._parts

    @property
    def _part(self) -> str:
        return self._parts.held.key if self._parts.held is not None else "0"

    @property
    def _section(self) -> Section | None:
        return self._sections[int(self._part)] if self._part.isdecimal() else None

    def _inside(self) -> list[Widget]:
        """Return the widgets of the part that is held."""
        if self._section is not None:
            return [*self._section.column.widgets, self._save]
        if self._part == "review":
            return self._review.widgets
        return [self.movements] if self._part == "ranges" else self._programme.widgets

    def _refocus(self, held: Widget | None) -> None:
        inside = self._inside()
        first = next(widget for widget in inside if widget.focusable)
        self.focus = Focus([self._parts, *inside], held or first)

    # --- what happens

    def resumed(self) -> Next:
        """Read anew what may have been signed meanwhile; what is being written stays."""
        if self._read is None:
            return None
        return Ask(read_profile(self._read.kept.value.code), self._reread)

    def _reread(self, read: ProfileRead) -> Next:
        assert self._read is not None
        writing = self._changed or self._keeping.waiting
        if writing:
            read = replace(read, kept=self._read.kept)
        self._show_read(read, anew=read.kept.row_version != self._read.kept.row_version)
        return None

    def _show_read(self, read: ProfileRead, *, anew: bool) -> None:
        """Show what was read, and hold what was held; `anew`, the parts of the profile as well."""
        inside, in_parts = self._inside(), self._in_parts
        at = next((i for i, each in enumerate(inside) if each is self.focus.held), None)
        self._read = read
        if anew:
            self._sections = sections(self.around, read.kept.value)
        held = self._part
        movement = self.movements.held.key if self.movements.held is not None else None
        self._parts.show(self._part_rows(), held)
        self._fill()
        self.movements.show(self.movements.rows, movement)
        # What stands at the same place now has the keys; a part may have become shorter.
        now = self._inside()
        there = now[at] if at is not None and at < len(now) else None
        focusable = there if there is not None and there.focusable else None
        self._refocus(self._parts if in_parts else focusable or self._parts)

    def take(self, event: Input) -> Next:
        """Take in what happened; the wheel moves what is read of the programme."""
        if isinstance(event, Scroll) and self._reads_programme:
            self._programme.scroll(event.rows * self._line_px)
            return None
        return super().take(event)

    @property
    def _reads_programme(self) -> bool:
        return self._part == "programme" and not self._in_parts

    def pressed(self, press: Press) -> Next:
        """Answer the keys that hold everywhere."""
        if press.key in PAGE_LINES and self._reads_programme:
            self._programme.scroll(PAGE_LINES[press.key] * self._line_px)
            return Stay()
        if press.ctrl and press.key == pygame.K_s:
            return self._keep()
        if press.ctrl and press.key == pygame.K_l and isinstance(self._section, Goals):
            return self._pick_activity(self._section)
        going_in = press.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_RIGHT)
        if self._in_parts and going_in:
            self._refocus(None)
            return Stay()
        if press.key == pygame.K_ESCAPE and not self._in_parts:
            self._refocus(self._parts)
            return Stay()
        return None

    def letter(self, letter: str) -> Next:
        """Answer the letters of the most used."""
        if self._read is None:
            return None
        if letter == "r":
            self._parts.show(self._parts.rows, "ranges")
            self._refocus(None)
        if letter == "p":
            return self._open_programme()
        if letter == "w":
            return self._open_proposals()
        if letter in KEYS:
            return Open(review_screen(self.around, self._read.kept.value, letter))
        if letter == "l" and self.focus.held is self.movements:
            return self._calibrate(alone=True)
        return None

    def did(self, widget: Widget, did: Did) -> Next:
        """Answer what a widget did."""
        if widget is self._parts:
            self._refocus(None if did is Did.DONE else self._parts)
            return None
        if widget is self._save:
            return self._keep()
        if widget is self.movements:
            return self._calibrate() if did is Did.DONE else None
        if widget in self._review.widgets:
            return self.letter(getattr(widget, "key", "").lower())
        if widget in self._programme.widgets:
            keys = getattr(widget, "key", "")
            return self._open_programme() if keys == "P" else self._open_proposals()
        if self._section is not None:
            self._answered(self._section, widget, did)
        return None

    def _answered(self, section: Section, widget: Widget, did: Did) -> None:
        pressed = isinstance(widget, Button)
        changed = did is Did.CHANGED or pressed
        self._changed, self._since = self._changed or changed, self._since or changed
        self._warned = False
        if section.did(widget):
            self._refocus(widget)
        if did is Did.DONE and not pressed:
            self.focus.go(1)

    def escaped(self) -> Next:
        """Go back; changes that are not kept are asked for once, those being kept waited for."""
        if self._keeping.waiting:
            return Stay()
        if self._changed and not self._warned:
            self._warned = True
            self.said = self.around.tr("profile.leave-unkept")
            return None
        return Back()

    # --- what is done

    def _open_programme(self) -> Next:
        assert self._read is not None
        read = self._read
        return Open(
            ProgrammeScreen(self.around, read.kept.value, read.applied, tuple(read.current))
        )

    def _open_proposals(self) -> Next:
        assert self._read is not None
        return Open(Proposals(self.around, only=self._read.kept.value.code))

    def _calibrate(self, *, alone: bool = False) -> Next:
        assert self._read is not None
        held = self.movements.held
        if held is None:
            return None
        if held.quiet:
            self.said = f"{held.text}: {held.beside}"
            return None
        person, current = self._read.kept.value, tuple(self._read.current)
        return Calibrate(person, held.key, current, locked=alone)

    def _pick_activity(self, goals: Goals) -> Next:
        line = goals.activity_of(self.focus.held)
        if line is None:
            return Stay()
        tr = self.around.tr
        helps = dict.fromkeys(tr(each.helps) for each in self.around.movements.values())

        def chosen(key: str) -> Next:
            line.value = key
            self._answered(goals, line, Did.CHANGED)
            return None

        rows = [Row(each, each) for each in sorted(helps, key=str.casefold)]
        return Open(Pick(self.around, tr("profile.pick-activity"), rows, chosen))

    def _keep(self) -> Next:
        if self._keeping.waiting:
            return Stay()
        try:
            person = person_of(self.around, self._sections)
        except ValueError as error:
            self.said = str(error)
            return Stay()
        self._since = False
        return self._keeping.keep(person, self._read.kept.row_version if self._read else None)

    def _was_kept(self, read: ProfileRead) -> Next:
        """Show that it is kept, as it stands; what was written meanwhile waits to be kept."""
        about = self._sections[0]
        if self._read is None and isinstance(about, About):
            about.fix(read.kept.value.code)
        self._changed = self._since
        self._show_read(read, anew=False)
        self.said = self.around.tr("profile.kept")
        return None

    def _shown_anew(self, read: ProfileRead) -> Next:
        again = Profile(self.around, read)
        again.said = self.around.tr("profile.kept")
        again._parts.show(again._parts.rows, self._part)
        again._refocus(again._parts)
        return Open(again, instead=True)

    # --- how it is drawn

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw the parts at the left, and the held one at the right."""
        of = place.sizes
        self._line_px = of.line_px
        left, right = desk_frame.halves(place, _PARTS_SHARE)
        self._parts.box = desk_frame.panel(surface, left, place).inflate(2 * of.gap_px, 0)
        self._parts.draw(surface, of, focused=self._in_parts)
        inner = desk_frame.panel(surface, right, place)
        if self._section is not None:
            self._draw_section(surface, place, inner, self._section)
        elif self._part == "ranges":
            note = pygame.Rect(inner.left, inner.top, inner.width, of.line_px)
            say(surface, self.around.tr("profile.ranges-note"), note, of.aside_px, of.palette.soft)
            below = note.bottom + of.gap_px
            rows = pygame.Rect(inner.left, below, inner.width, inner.bottom - below)
            self.movements.box = rows.inflate(2 * of.gap_px, 0)
            held = self.focus.held is self.movements
            self.movements.draw(surface, of, focused=held)
        elif self._part == "review":
            self._review.draw(surface, inner, of, self.focus.held)
        else:
            self._programme.draw(surface, inner, of, self.focus.held)

    def _draw_section(
        self, surface: pygame.Surface, place: DeskPlace, inner: pygame.Rect, section: Section
    ) -> None:
        of = place.sizes
        width = self._save.width(of)
        self._save.box = pygame.Rect(
            inner.right - width, inner.bottom - of.row_px, width, of.row_px
        )
        self._save.draw(surface, of, focused=self.focus.held is self._save)
        room = inner.height - of.row_px - 2 * of.gap_px
        above = pygame.Rect(inner.left, inner.top, inner.width, room)
        section.column.draw(surface, above, of, self.focus.held)
