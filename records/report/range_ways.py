"""How one person's ranges changed from their first practice to their last, as far as is claimed."""

from collections.abc import Iterator

from feedback.comparing import Claim, claim
from feedback.tops import held
from records.kept_practice import PracticeEntry
from records.report.evaluation import RangeWay
from records.report.progress_report import seen_of
from records.report.saying import Movements


def range_way(first: PracticeEntry, last: PracticeEntry, movements: Movements) -> RangeWay | None:
    """Return how ranges that both practices hold compare; `None` where none may be compared.

    One that became narrower goes before any that became wider.
    """
    ways = set(_ways(first, last, movements))
    for way in ("narrower", "wider", "within"):
        if way in ways:
            return way
    return None


def _ways(first: PracticeEntry, last: PracticeEntry, movements: Movements) -> Iterator[RangeWay]:
    before, after = seen_of([first], movements), seen_of([last], movements)
    for key, several in before.items():
        if key not in after:
            continue
        one, other = several[0], after[key][-1]
        what: Claim = claim(one.top, other.top, one.stood, other.stood)
        if what == "within":
            yield "within"
        elif what == "changed":
            target = held(movements[one.top.exercise_id], one.top.side, ())
            rising = target is None or target.rising
            farther = (other.top.value > one.top.value) == rising
            yield "wider" if farther else "narrower"
