"""How a programme changed, and why: what the therapist wrote, and the reasons of a proposal."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from exercises.programme import Item, Programme
from feedback.change import Because
from records.programmes import Applied
from records.proposals import KeptProposal
from records.report.figures import day_text, number
from records.report.parts import Paragraph, Part, Table
from records.report.saying import Movements, said, title_of
from words.tr import tr

_WIDTHS = (1.5, 0.8, 4.4, 3.6)
_PERCENT = 100


class Changes(Protocol):
    """What is known of a programme's changes."""

    @property
    def since(self) -> date:
        """The first day."""
        ...

    @property
    def until(self) -> date:
        """The last day."""
        ...

    @property
    def programmes(self) -> Sequence[Applied]:
        """Every version, the oldest first."""
        ...

    @property
    def proposals(self) -> Sequence[KeptProposal]:
        """Every proposal, the oldest first."""
        ...

    @property
    def movements(self) -> Movements:
        """The movements that are known here."""
        ...


def change_rows(data: Changes, language: str) -> Iterator[Part]:
    """Yield the versions of a while, each with what is other in it and why."""
    rows = []
    before: Programme | None = None
    for applied in data.programmes:
        day = applied.signed_at.astimezone().date()
        if data.since <= day <= data.until:
            what = "; ".join(_differences(before, applied.programme, data.movements, language))
            why = "; ".join(_why(applied, data.proposals, language)) or "–"
            rows.append((day_text(day, language), applied.signed_by, what or "–", why))
        before = applied.programme
    if not rows:
        yield Paragraph(tr("report.no-change", language), soft=True)
        return
    head = ("signed", "by", "what", "why")
    yield Table(tuple(tr(f"report.head-{each}", language) for each in head), tuple(rows), _WIDTHS)


def _why(applied: Applied, proposals: Sequence[KeptProposal], language: str) -> Iterator[str]:
    """Yield why a version took the place of the one before."""
    if applied.programme.note.strip():
        yield applied.programme.note
    for each in proposals:
        if each.state == "accepted" and each.programme_version == applied.version - 1:
            yield from reasons_of(each.proposal.reasons, language)


def reasons_of(reasons: Sequence[Because], language: str) -> Iterator[str]:
    """Yield reasons in words."""
    for because in reasons:
        yield said(because.id, language, **because.values)


def _differences(
    before: Programme | None, now: Programme, movements: Movements, language: str
) -> Iterator[str]:
    if before is None:
        titles = (title_of(movements, item.exercise_id, language) for item in now.items)
        yield tr("report.begun-with", language, movements=", ".join(titles))
        return
    old = {item.exercise_id: item for item in before.items}
    new = {item.exercise_id: item for item in now.items}
    for exercise_id, item in new.items():
        title = title_of(movements, exercise_id, language)
        if exercise_id not in old:
            yield tr("report.added", language, movement=title)
        else:
            changed = ", ".join(_of_item(old[exercise_id], item, language))
            if changed:
                yield f"{title}: {changed}"
    for exercise_id in old:
        if exercise_id not in new:
            title = title_of(movements, exercise_id, language)
            yield tr("report.taken-out", language, movement=title)
    if before.days != now.days:
        days = ", ".join(said(f"day.{day}", language) for day in now.days)
        yield tr("report.other-days", language, days=days or tr("report.any-day", language))


def _of_item(old: Item, new: Item, language: str) -> Iterator[str]:
    for field, key, times in (
        ("repetitions", "report.item-repetitions", 1),
        ("minutes", "report.item-minutes", 1),
        ("tempo", "report.item-tempo", _PERCENT),
        ("exhale_s", "report.item-exhale", 1),
        ("rest_s", "report.item-rest", 1),
        ("range_share", "report.item-share", _PERCENT),
    ):
        one, other = getattr(old, field), getattr(new, field)
        if one != other:
            shown = (_amount(value, times, language) for value in (one, other))
            yield f"{tr(key, language)} {' → '.join(shown)}"
    if old.sides != new.sides:
        yield said(f"sides.{new.sides}", language)


def _amount(value: float | None, times: float, language: str) -> str:
    if value is None:
        return tr("report.as-written", language)
    scaled = value * times
    said_of = number(scaled, language, 0 if scaled == int(scaled) else 1)
    return f"{said_of} %" if times == _PERCENT else said_of
