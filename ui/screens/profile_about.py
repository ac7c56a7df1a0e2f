"""The plain parts of a profile: who it is, what is spared, what is watched for."""

from collections.abc import Mapping
from typing import Any, get_args

from exercises.flags import FLAGS
from exercises.person import Area, Person, Spared
from ui.around import Around
from ui.screens.profile_section import Section
from ui.told import tempo
from ui.widgets.choice import Choice
from ui.widgets.column import Column, Line
from ui.widgets.label import Label
from ui.widgets.note import Note
from ui.widgets.slider import Slider
from ui.widgets.text_line import TextLine
from ui.widgets.toggle import Toggle
from vision.measures import Side

_LEAST_TEMPO, _MOST_TEMPO, _TEMPO_STEP = 0.5, 1.5, 0.05
_LONGEST_CODE = 24
# Every how many weeks somebody is asked how life is; 0 for never.
_WEEKS = (0, 2, 4, 6, 8, 12)
_POSTURES = ("any", "seated", "standing", "lying")


class About(Section):
    """The code, the name, the posture and the pace."""

    def __init__(self, around: Around, person: Person | None) -> None:
        tr = around.tr
        code, name = "", ""
        if person is not None:
            code, name = person.code, person.display_name or ""
        self._code = TextLine(
            tr("profile.code"), code, most=_LONGEST_CODE, hint=tr("profile.code-hint")
        )
        self._name = TextLine(tr("profile.name"), name, hint=tr("profile.name-hint"))
        postures = [(each, tr(f"posture.{each}")) for each in _POSTURES]
        self._posture = Choice(tr("profile.posture"), postures, person.posture if person else "any")
        self._tempo = Slider(
            tr("profile.tempo"),
            _LEAST_TEMPO,
            _MOST_TEMPO,
            _TEMPO_STEP,
            person.tempo if person else 1.0,
            tempo,
        )
        weeks: list[tuple[int | None, str]] = [(None, tr("profile.asks-usual"))]
        weeks += [
            (each, tr("profile.asks-weeks", weeks=each) if each else tr("profile.asks-never"))
            for each in _WEEKS
        ]
        own = person.ask_every_weeks if person is not None else None
        self._asks = Choice(tr("profile.asks"), weeks, own)
        self._rest: list[Line] = [self._name, self._posture, self._tempo, self._asks]
        self._rest.append(Label(tr("profile.about-note")))
        super().__init__(around, [self._code, *self._rest])
        if person is not None:
            self.fix(code)

    def fix(self, code: str) -> None:
        """Let the code stand from now on: somebody is kept under it."""
        self._code.value = code
        fixed = Label(code, label=self.around.tr("profile.code"))
        self.column = Column([fixed, *self._rest])

    def name(self) -> str:
        """Return its name."""
        return self.around.tr("profile.about")

    def fields(self) -> Mapping[str, Any]:
        """Return what is set."""
        return {
            "code": self._code.value.strip(),
            "display_name": self._name.value.strip() or None,
            "posture": self._posture.value,
            "tempo": self._tempo.value,
            "ask_every_weeks": self._asks.value,
        }


class Spares(Section):
    """What is spared, and what the person is wary of."""

    def __init__(self, around: Around, person: Person | None) -> None:
        tr = around.tr
        spare = person.spare if person is not None else ()
        options = [
            ("no", tr("spare.no")),
            ("left", tr("side.short-left")),
            ("right", tr("side.short-right")),
            ("both", tr("spare.both")),
        ]
        self._areas = {
            area: Choice(tr(f"area.{area}"), options, _spared(area, spare))
            for area in get_args(Area)
        }
        self._wary_of = Note(tr("profile.wary-of"), person.wary_of if person else "", rows=3)
        note = Label(tr("profile.spare-note"))
        super().__init__(around, [*self._areas.values(), note, self._wary_of])

    def name(self) -> str:
        """Return its name."""
        return self.around.tr("profile.spares")

    def fields(self) -> Mapping[str, Any]:
        """Return what is set."""
        sides: dict[str, Side] = {"left": "left", "right": "right"}
        spared = tuple(
            Spared(area=area, side=sides.get(choice.value))
            for area, choice in self._areas.items()
            if choice.value != "no"
        )
        return {"spare": spared, "wary_of": self._wary_of.value}


class Watched(Section):
    """The flags."""

    def __init__(self, around: Around, person: Person | None) -> None:
        carried = person.flags if person is not None else ()
        self._flags = {flag: Toggle(around.tr(f"flag.{flag}"), flag in carried) for flag in FLAGS}
        toggles = sorted(self._flags.values(), key=lambda each: each.text.casefold())
        rows: list[Line] = [toggles[i : i + 2] for i in range(0, len(toggles), 2)]
        super().__init__(around, [Label(around.tr("profile.flags-note")), *rows])

    def name(self) -> str:
        """Return its name."""
        return self.around.tr("profile.flags")

    def fields(self) -> Mapping[str, Any]:
        """Return what is set."""
        return {"flags": tuple(flag for flag, toggle in self._flags.items() if toggle.value)}


def _spared(area: str, spare: tuple[Spared, ...]) -> str:
    sides = {each.side for each in spare if each.area == area}
    if not sides:
        return "no"
    return str(next(iter(sides))) if len(sides) == 1 and None not in sides else "both"
