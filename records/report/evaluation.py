"""What many people's practices come to: counts of people and means over people, never one person.

Each person counts once, however often they practised: by their own mean, or their own first and
last. Every table shares out all who practised, those who told nothing included, and what is small
in it is hidden as `records.report.hiding` says.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import Any, Literal

from records.report.hiding import LEAST, hidden_from, total_of

Way = Literal["less", "same", "more"]
RangeWay = Literal["wider", "within", "narrower"]

BY_PRACTICES: tuple[tuple[str, int, int], ...] = (
    ("1–4", 1, 4),
    ("5–9", 5, 9),
    ("10–19", 10, 19),
    ("20–39", 20, 39),
    ("40+", 40, 10**9),
)
BY_SCALE: tuple[tuple[str, float, float], ...] = (
    ("0–3", 0.0, 3.5),
    ("4–6", 3.5, 6.5),
    ("7–10", 6.5, 10.5),
)
LEAST_SCALE_CHANGE = 1.0
"""A mean change on a scale of 0-10 under this is told as none (a default of ours)."""


@dataclass(frozen=True, slots=True)
class OfOne:
    """What one person's practices come to. What they did not tell is `None`.

    Attributes
    ----------
    practices, days
        How many, and on how many days.
    changes
        Pain, mood and energy: after less before, the mean of their practices, by what was asked.
    before
        The same before, the mean.
    effort, satisfaction
        The mean of their practices.
    stopped
        Whether any practice was stopped, or a sign to stop at was named.
    psfs, control, life
        The first and the last answer.
    range_way
        How the ranges of their first and last practice compare, as far as that may be claimed.
    """

    practices: int
    days: int
    changes: dict[str, float | None]
    before: dict[str, float | None]
    effort: float | None
    satisfaction: float | None
    stopped: bool
    psfs: tuple[float, float] | None = None
    control: tuple[float, float] | None = None
    life: tuple[float, float] | None = None
    range_way: RangeWay | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """All people shared out among cells; `None` for what is hidden."""

    name: str
    cells: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over people; `None` where fewer than five told it."""

    name: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What is told of many people, everything small hidden.

    Attributes
    ----------
    people
        How many practised; `None` where they are fewer than five.
    practices, median_practices
        How many practices in all, and of the person in the middle.
    meetings, attended
        How many meetings groups had, and at how many places somebody was, the mean.
    shared
        Tables.
    means
        Means.
    """

    people: int | None
    practices: int | None
    median_practices: float | None
    meetings: int
    attended: float | None
    shared: tuple[Shared, ...]
    means: tuple[Mean, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it for scripts; what is hidden is null."""
        return {
            "people": self.people,
            "practices": self.practices,
            "median_practices": self.median_practices,
            "meetings": self.meetings,
            "attended_mean": self.attended,
            "hidden_below": LEAST,
            "people_by": {each.name: dict(each.cells) for each in self.shared},
            "means": {each.name: each.value for each in self.means},
        }


def evaluated(people: Sequence[OfOne], attended: Sequence[int]) -> Evaluation:
    """Return what is told of `people`, and of meetings at which `attended` places were taken."""
    # Whoever did not practise is in no table: their number in one would tell of small ones in
    # another.
    came = [each for each in people if each.practices]
    count = total_of([len(came)])
    if len(came) < LEAST:
        practices = None if came else 0
        return Evaluation(count, practices, None, len(attended), _attended(attended), (), ())
    scales = ("pain", "mood", "energy")
    shared = [
        _shared("practices", [_between(BY_PRACTICES, e.practices) for e in came], BY_PRACTICES),
        _shared("satisfaction", [_between(BY_SCALE, e.satisfaction) for e in came], BY_SCALE),
        *(
            _shared(f"{what}-after", [_way(e.changes[what]) for e in came], _WAYS)
            for what in scales
        ),
        _shared("stopped", ["yes" if e.stopped else "no" for e in came], (("yes",), ("no",))),
        _shared("ranges", [e.range_way for e in came], (("wider",), ("within",), ("narrower",))),
        _shared("psfs", [_way(_change(e.psfs), 2.0) for e in came], _WAYS),
        _shared("control", [_way(_change(e.control)) for e in came], _WAYS),
        _shared("life", [_way(_change(e.life)) for e in came], _WAYS),
    ]
    means = [
        *(_mean(f"{what}-before", came, lambda e, w=what: e.before[w]) for what in scales),  # type: ignore[misc]
        *(_mean(f"{what}-change", came, lambda e, w=what: e.changes[w]) for what in scales),  # type: ignore[misc]
        _mean("effort", came, lambda e: e.effort),
        _mean("satisfaction", came, lambda e: e.satisfaction),
    ]
    for what in ("psfs", "control", "life"):
        means += [
            _mean(f"{what}-first", came, lambda e, w=what: _at(getattr(e, w), 0)),  # type: ignore[misc]
            _mean(f"{what}-last", came, lambda e, w=what: _at(getattr(e, w), 1)),  # type: ignore[misc]
        ]
    return Evaluation(
        people=count,
        practices=sum(each.practices for each in came),
        median_practices=float(median(each.practices for each in came)),
        meetings=len(attended),
        attended=_attended(attended),
        shared=tuple(shared),
        means=tuple(means),
    )


_WAYS = (("less",), ("same",), ("more",))


def _attended(attended: Sequence[int]) -> float | None:
    return round(fmean(attended), 1) if sum(attended) >= LEAST else None


def _shared(name: str, of_each: Sequence[str | None], cells: Sequence[Sequence[Any]]) -> Shared:
    """Return people shared out; those who told nothing are a cell of their own, and last."""
    names = [*(str(cell[0]) for cell in cells), "not-told"]
    counts = [sum((each or "not-told") == cell for each in of_each) for cell in names]
    return Shared(name, tuple(zip(names, hidden_from(counts), strict=True)))


def _between(cells: Sequence[tuple[str, Any, Any]], value: float | None) -> str | None:
    if value is None:
        return None
    return next(name for name, low, high in cells if low <= value <= high)


def _way(change: float | None, least: float = LEAST_SCALE_CHANGE) -> Way | None:
    if change is None:
        return None
    return "same" if abs(change) < least else "less" if change < 0 else "more"


def _change(two: tuple[float, float] | None) -> float | None:
    return None if two is None else two[1] - two[0]


def _at(two: tuple[float, float] | None, place: int) -> float | None:
    return None if two is None else two[place]


def _mean(name: str, people: Sequence[OfOne], of: Callable[[OfOne], float | None]) -> Mean:
    told = [value for value in map(of, people) if value is not None]
    return Mean(name, round(fmean(told), 1) if len(told) >= LEAST else None)
