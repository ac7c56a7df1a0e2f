"""A day that was noted in two places: both entries beside one another, and neither is lost."""

from dataclasses import replace

import pygame

from ui.home.asked import HomeAsked, Settle
from ui.home.diary import NAMES
from ui.home.entries import FELT, Differing, differing
from ui.home.screen import HomeScreen
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow, height_of
from ui.patient.screen import Option, PatientView
from ui.view import Choices
from ui.widgets.box import fill_box

_NAMES: dict[str, str] = {
    "pain": "scale.pain",
    "mood": "scale.mood",
    "energy": "scale.energy",
    "sleep": "scale.sleep",
    "flare": "home.flare",
    **{str(part): id for part, id in NAMES.items()},
}
# So much of a long text is shown of each.
_MOST_LETTERS = 160
# Their type gives way to this share of its size, in percent.
_LEAST_PERCENT = 50


class Both(HomeScreen):
    """What was kept elsewhere at the left, what was noted here at the right."""

    def title(self, view: PatientView) -> str:
        """Return the text of the title."""
        return view.tr("home.both-title")

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return the three ways to settle it."""
        return (
            Option("together", view.tr("home.both-together")),
            Option("mine", view.tr("home.both-mine")),
            Option("theirs", view.tr("home.both-theirs")),
        )

    def asks(self, id: str) -> HomeAsked | None:
        """Return which is kept."""
        ways: dict[str, HomeAsked] = {
            "together": Settle("together"),
            "mine": Settle("mine"),
            "theirs": Settle("theirs"),
        }
        return ways.get(id)

    def backwards(self) -> HomeAsked | None:
        """Return that both are kept: whoever looks at nothing loses nothing."""
        return Settle("together")

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw both."""
        unit, theirs = place.unit, self.at.theirs
        differ = () if theirs is None else differing(self.at.note, theirs)
        gap, pad = round(3 * unit), round(2.8 * unit)
        wide = (body.width - gap) // 2
        heads = view.tr("home.both-there"), view.tr("home.both-here")
        inner = pygame.Rect(0, 0, wide - 2 * pad, body.height - 2 * pad)
        columns = _sized(
            [_column(head, differ, place, view, mine=bool(i)) for i, head in enumerate(heads)],
            inner.size,
        )
        for i, said in enumerate(columns):
            panel = pygame.Rect(body.left + i * (wide + gap), body.top, wide, body.height)
            fill_box(surface, panel, place.radius, place.palette.panel)
            draw_flow(surface, panel.inflate(-2 * pad, -2 * pad), said)


def _sized(columns: list[list[Passage]], room: tuple[int, int]) -> list[list[Passage]]:
    """Return the columns in the largest type in which both have room, alike in both."""
    for percent in range(100, _LEAST_PERCENT, -4):
        tried = [
            [
                replace(
                    each,
                    px=max(round(each.px * percent / 100), 1),
                    after_px=round(each.after_px * percent / 100),
                )
                for each in column
            ]
            for column in columns
        ]
        if max(height_of(column, room[0]) for column in tried) <= room[1]:
            return tried
    return columns


def _column(
    head: str, differ: tuple[Differing, ...], place: Layout, view: PatientView, *, mine: bool
) -> list[Passage]:
    """Return what one of the two says where they differ."""
    palette, unit = place.palette, place.unit
    said = [Passage(head, place.words_px, palette.soft, after_px=round(2 * unit))]
    after = round(1.4 * unit)
    for each in differ:
        text = each.mine if mine else each.theirs
        name = view.tr(_NAMES[each.what])
        if text and each.what in (*FELT, "flare"):
            line = name if each.what == "flare" else f"{name}: {text}"
            said.append(Passage(line, place.words_px, palette.ink, "Medium", after))
        elif text:
            said.append(Passage(name, place.words_px, palette.ink, "Medium", round(0.2 * unit)))
            said.append(Passage(_shown(text), place.words_px, palette.ink, after_px=after))
    if len(said) == 1:
        said.append(Passage(view.tr("home.both-nothing"), place.words_px, palette.ink))
    return said


def _shown(text: str) -> str:
    """Return as much of a text as is shown."""
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip()}…"
