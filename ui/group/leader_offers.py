"""The buttons of the leader's window: each does what its key does."""

from collections.abc import Callable
from dataclasses import dataclass

from feedback.group.leading import Lead, Led
from ui.group.leader_asks import Asking
from ui.widgets.button import Button
from words.tr import tr


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """A button, and what it does at a moment in seconds."""

    button: Button
    does: Callable[[float], Led | None]


def for_all(language: str) -> tuple[tuple[Offer, ...], ...]:
    """Return what can be asked for all, row by row."""

    def lead(id: str, key: str, lead: Lead, *, strong: bool = False) -> Offer:
        return Offer(Button(tr(id, language), key, strong=strong), lambda t: lead)

    return (
        (
            lead("leader.previous", "←", Lead.PREVIOUS),
            lead("leader.on", "→", Lead.NEXT, strong=True),
            lead("leader.longer", "L", Lead.LONGER),
        ),
        (
            lead("leader.pause", tr("keys.name.space", language), Lead.PAUSE),
            lead("leader.to-rest", "R", Lead.REST),
        ),
        (
            lead("leader.slower", "−", Lead.SLOWER),
            lead("leader.faster", "+", Lead.FASTER),
        ),
    )


def for_place(asking: Asking, language: str) -> tuple[Offer, ...]:
    """Return what can be asked for the place that is chosen."""
    return (
        Offer(Button(tr("leader.invite", language), "I"), asking.invite),
        Offer(Button(tr("leader.apart", language), "A"), asking.apart),
        Offer(Button(tr("leader.note", language), "N"), asking.begin_note),
    )
