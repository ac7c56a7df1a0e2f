"""A proposal as it is read: what, from what to what, and why."""

import numpy as np
import pygame

from feedback.change import Because, Proposal
from ui import paint, shapes
from ui.around import Around
from ui.palette import Palette
from ui.text import Weight, line_height
from ui.told import Told, amount, measure_name
from ui.typed import one_line, say, width_of
from ui.widgets.column import Column
from ui.widgets.label import Label
from ui.widgets.sizes import Sizes
from vision.measures import INDEX, MEASURES

_VARIABLES = {
    "repetitions": "proposal.repetitions",
    "range": "proposal.range",
    "exhale": "proposal.exhale",
}


def proposal_what(around: Around, proposal: Proposal) -> str:
    """Return which thing would change."""
    what = around.tr(_VARIABLES[proposal.variable])
    if proposal.measure_key is None:
        return what
    return f"{what}: {measure_name(around, MEASURES[INDEX[proposal.measure_key]])}"


def proposal_values(around: Around, proposal: Proposal) -> tuple[str, str]:
    """Return what it is and what it would be, with its unit."""

    def said(value: float) -> str:
        if proposal.measure_key is not None:
            return amount(value, MEASURES[INDEX[proposal.measure_key]].unit)
        if proposal.variable == "range":
            return f"{100 * value:.0f}%"
        return f"{value:g} s" if proposal.variable == "exhale" else f"{value:.0f}"

    return said(proposal.before), said(proposal.after)


def proposal_lines(around: Around, proposal: Proposal) -> tuple[Told, ...]:
    """Return it in lines, to be read before it is signed."""
    before, after = proposal_values(around, proposal)
    return (
        (around.tr("proposals.movement"), around.title(proposal.exercise_id)),
        (proposal_what(around, proposal), f"{before} → {after}"),
    )


def reasons(around: Around, proposal: Proposal) -> Column:
    """Return why, one reason under the other."""
    because = [Label(f"•  {_because(around, each)}", ink=True) for each in proposal.reasons]
    return Column([Label(around.tr("proposals.because")), *because])


def draw_proposal(
    surface: pygame.Surface,
    box: pygame.Rect,
    sizes: Sizes,
    around: Around,
    proposal: Proposal,
    because: Column,
) -> None:
    """Draw it: the change large, the reasons under it as far as there is room."""
    top = _line(
        surface,
        sizes.palette,
        box,
        box.top,
        around.title(proposal.exercise_id),
        sizes.words_px,
        strong=True,
    )
    on = around.tr("proposals.since", on=proposal.on.isoformat())
    top = _line(
        surface,
        sizes.palette,
        box,
        top,
        f"{proposal_what(around, proposal)} – {on}",
        sizes.aside_px,
    )
    top += 2 * sizes.gap_px
    before, after = proposal_values(around, proposal)
    _draw_change(
        surface, pygame.Rect(box.left, top, box.width, 2 * sizes.title_px), sizes, before, after
    )
    top += 2 * sizes.title_px + 2 * sizes.gap_px
    room = pygame.Rect(box.left, top, box.width, box.bottom - top)
    because.draw(surface, room, sizes, None)


def _because(around: Around, because: Because) -> str:
    """Return a reason in words; its id where another version of this program wrote it."""
    try:
        return around.tr(because.id, **because.values)
    except KeyError:
        return because.id


def _line(
    surface: pygame.Surface,
    palette: Palette,
    box: pygame.Rect,
    top: int,
    text: str,
    px: int,
    *,
    strong: bool = False,
) -> int:
    """Write one line and return where the next begins."""
    place = pygame.Rect(box.left, top, box.width, line_height(px))
    weight: Weight = "Medium" if strong else "Regular"
    shown = one_line(text, px, box.width, weight)
    say(surface, shown, place, px, palette.ink if strong else palette.soft, weight=weight)
    return place.bottom


def _draw_change(
    surface: pygame.Surface, box: pygame.Rect, sizes: Sizes, before: str, after: str
) -> None:
    px = round(1.5 * sizes.title_px)
    wide = width_of(before, px)
    say(
        surface,
        before,
        pygame.Rect(box.left, box.top, wide + 2, box.height),
        px,
        sizes.palette.soft,
    )
    y, left = float(box.centery), box.left + wide + sizes.pad_px
    right, head = left + 2.2 * sizes.title_px, 0.28 * sizes.title_px
    thick = 0.05 * sizes.title_px + 0.6
    tip = np.array((right, y))
    strokes = [
        (np.array((float(left), y)), tip, thick, thick),
        (tip + np.array((-head, -head)), tip, thick, thick),
        (tip + np.array((-head, head)), tip, thick, thick),
    ]
    paint.fill(surface, shapes.limbs(strokes), sizes.palette.soft)
    start = round(right) + sizes.pad_px
    place = pygame.Rect(start, box.top, box.right - start, box.height)
    say(surface, after, place, px, sizes.palette.ink, weight="Medium")
