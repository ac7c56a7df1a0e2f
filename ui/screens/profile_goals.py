"""What a person hopes for, in a profile."""

from collections.abc import Mapping
from typing import Any

from exercises.person import Goal, Person
from ui.around import Around
from ui.screens.profile_section import Section
from ui.widgets.column import Column
from ui.widgets.label import Label
from ui.widgets.text_line import TextLine
from ui.widgets.widget import Widget

MOST_GOALS = 20


class Goals(Section):
    """What the person hopes for, each with the everyday activity it is about."""

    def __init__(self, around: Around, person: Person | None) -> None:
        self._pairs: list[tuple[TextLine, TextLine]] = []
        super().__init__(around, [])
        for goal in person.goals if person is not None else ():
            self._add(goal.words, goal.activity)
        self.did(Label(""))

    def name(self) -> str:
        """Return its name."""
        return self.around.tr("profile.goals")

    def fields(self) -> Mapping[str, Any]:
        """Return what is set; a row with nothing in it is left out."""
        goals = []
        for words, activity in self._pairs:
            said, about = words.value.strip(), activity.value.strip()
            if not said and not about:
                continue
            if not said or not about:
                raise ValueError(self.around.tr("profile.goal-half"))
            goals.append(Goal(words=said, activity=about))
        return {"goals": tuple(goals)}

    def activity_of(self, widget: Widget | None) -> TextLine | None:
        """Return where the activity is written in the row of `widget`."""
        return next((pair[1] for pair in self._pairs if widget in pair), None)

    def did(self, widget: Widget) -> bool:
        """Add an empty row under the last one as soon as something is in it."""
        last = self._pairs[-1] if self._pairs else None
        full = last is None or any(line.value for line in last)
        if not full or len(self._pairs) >= MOST_GOALS:
            return False
        self._add("", "")
        tr = self.around.tr
        note = Label(tr("profile.goals-note"))
        heads = [Label(tr("profile.goal-words")), Label(tr("profile.goal-activity"))]
        self.column = Column([note, heads, *self._pairs])
        return True

    def _add(self, words: str, activity: str) -> None:
        tr = self.around.tr
        said = TextLine(value=words, hint=tr("profile.goal-words-hint"))
        about = TextLine(value=activity, hint=tr("profile.goal-activity-hint"))
        self._pairs.append((said, about))
