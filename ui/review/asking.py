"""What is asked every few weeks, entered at the desk with the person."""

from collections.abc import Sequence

import pygame

from exercises.person import Person
from feedback.instruments import (
    MOST_ACTIVITIES,
    PSFS_SOURCE,
    Activity,
    Filled,
    GoalFelt,
    begun_anew,
)
from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Press
from ui.next import Ask, Back, Next, Refused, Stay
from ui.review.reading import read_filled
from ui.review.scores import Score
from ui.widgets.button import Button
from ui.widgets.column import Column, Line
from ui.widgets.focus import Focus
from ui.widgets.label import Label
from ui.widgets.text_line import TextLine
from ui.widgets.widget import Did, Widget

_FORM_SHARE = 0.72
_MOST_SHOWN = 20


class AskingAtDesk(DeskScreen):
    """A form at the left, what was answered before at the right.

    Parameters
    ----------
    person
        Whom; their goals are asked about.
    """

    def __init__(self, around: Around, person: Person) -> None:
        super().__init__(around)
        self._person = person
        self._before = Column([Label(around.tr("asking.none"))])
        self._waiting = self._changed = self._warned = False
        self._fill(begun_anew((), person.goals, around.today()))

    def _fill(self, filled: Filled) -> None:
        """Show what is to be filled in."""
        around, tr = self.around, self.around.tr
        there = [*filled.activities, *[None] * (MOST_ACTIVITIES - len(filled.activities))]
        self._activities: list[tuple[TextLine, Score]] = [
            (
                TextLine(
                    tr("asking.activity", number=i),
                    each.words if each is not None else "",
                    hint=tr("asking.activity-hint"),
                ),
                Score(around, tr("asking.ability"), each.ability if each is not None else None),
            )
            for i, each in enumerate(there, start=1)
        ]
        self._goals: list[tuple[str, Score]] = [
            (each.words, Score(around, tr("asking.content"))) for each in filled.goals
        ]
        self._control = Score(around, tr("asking.control"), filled.control)
        self._life = Score(around, tr("asking.life"), filled.life)
        self._practice = Score(around, tr("asking.practice"), filled.practice)
        self._save = Button(tr("desk.keep"), "Ctrl S", strong=True)
        lines: list[Line] = [Label(PSFS_SOURCE)]
        for line, ability in self._activities:
            lines += [line, ability]
        for words, content in self._goals:
            lines += [Label(words, ink=True), content]
        lines += [Label(tr("asking.own")), self._control, self._life, self._practice, self._save]
        self._column = Column(lines)
        self.focus = Focus(self._column.widgets)

    def title(self) -> str:
        """Return whom it is about."""
        return self.around.tr("asking.title", code=self._person.code)

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        return (
            ("Tab", tr("desk.next")),
            ("← →", tr("desk.choose")),
            ("Ctrl S", tr("desk.keep")),
            ("Esc", tr("desk.back")),
        )

    def opened(self) -> Next:
        """Read what was answered before; the activities named last are asked about again."""
        return Ask(read_filled(self._person.code, self.around.who), self._took)

    def _took(self, before: list[Filled]) -> Next:
        if not self._changed:
            self._fill(begun_anew(before, self._person.goals, self.around.today()))
        lines: list[Line] = []
        for each in before[:_MOST_SHOWN]:
            lines.append(Label(each.day.isoformat()))
            lines += [Label(text, ink=True) for text in filled_texts(self.around, each)]
        self._before = Column(lines or [Label(self.around.tr("asking.none"))])
        return None

    def pressed(self, press: Press) -> Next:
        """Keep."""
        if press.ctrl and press.key == pygame.K_s:
            return self._keep() or Stay()
        return None

    def letter(self, letter: str) -> Next:
        """Set the scale that has the keys by a digit."""
        if isinstance(self.focus.held, Score) and self.focus.held.typed(letter):
            self._changed, self._warned = True, False
        return None

    def did(self, widget: Widget, did: Did) -> Next:
        """Go on from line to line, and keep."""
        if widget is self._save:
            return self._keep()
        self._changed, self._warned = self._changed or did is Did.CHANGED, False
        if did is Did.DONE:
            self.focus.go(1)
        return None

    def escaped(self) -> Next:
        """Go back; what is not kept is asked for once, what is being kept waited for."""
        if self._waiting:
            return Stay()
        if self._changed and not self._warned:
            self._warned = True
            self.said = self.around.tr("profile.leave-unkept")
            return None
        return Back()

    def _filled(self) -> Filled:
        named = dict.fromkeys(line.value.strip() for line, _ in self._activities)
        activities = tuple(
            Activity(words=words, ability=self._ability(words)) for words in named if words
        )
        goals = tuple(GoalFelt(words=words, satisfaction=s.value) for words, s in self._goals)
        return Filled(
            day=self.around.today(),
            activities=activities,
            goals=goals,
            control=self._control.value,
            life=self._life.value,
            practice=self._practice.value,
            with_staff=self.around.who or None,
        )

    def _ability(self, words: str) -> int | None:
        return next(s.value for line, s in self._activities if line.value.strip() == words)

    def _keep(self) -> Next:
        if self._waiting:
            return None
        filled, code = self._filled(), self._person.code
        if not self._changed:
            self.said = self.around.tr("asking.nothing")
            return None
        self._waiting = True
        return Ask(lambda keeps: keeps.outcomes.add(code, filled), self._kept, self._refused)

    def _kept(self, _: object) -> Next:
        return Back(said=self.around.tr("profile.kept"))

    def _refused(self, refused: Refused) -> Next:
        self._waiting = False
        return self.refused(refused)

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw both panels."""
        left, right = desk_frame.halves(place, _FORM_SHARE)
        inner = desk_frame.panel(surface, left, place)
        self._column.draw(surface, inner, place.sizes, self.focus.held)
        self._before.draw(surface, desk_frame.panel(surface, right, place), place.sizes, None)


def filled_texts(around: Around, filled: Filled) -> list[str]:
    """Return what was answered on one day, a line each."""
    tr = around.tr
    if filled.skipped:
        return [tr("asking.skipped")]
    said = [
        *((each.words, each.ability) for each in filled.activities),
        *((each.words, each.satisfaction) for each in filled.goals),
        (tr("asking.control"), filled.control),
        (tr("asking.life"), filled.life),
        (tr("asking.practice"), filled.practice),
    ]
    return [f"{words}: {value} / 10" for words, value in said if value is not None]
