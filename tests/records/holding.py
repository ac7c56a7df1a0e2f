"""Whether a store holds all that was acknowledged, and nothing half."""

from collections.abc import Iterable

from records.store import Store
from tests.records.specimens import MOVEMENT
from tests.records.store_writer import REPETITIONS, code_of


def lacks(store: Store, acknowledged: Iterable[str]) -> str | None:
    """Return what is missing or half there, as a writer's lines name it; `None` for nothing."""
    words = [line.split() for line in acknowledged]
    if ["staffed"] in words and [each.initials for each in store.staff.list()] != ["AB"]:
        return "the staff"
    there = {listed.code for listed in store.people.list()}
    for what, *number in words:
        if what in ("person", "ranges", "programme", "practice"):
            code = code_of(int(number[0]))
            if code not in there or not _holds(store, what, code):
                return f"{what} of {code}"
    return _half(store, there)


def _holds(store: Store, what: str, code: str) -> bool:
    match what:
        case "ranges":
            return len(store.ranges.current(code)) == 2
        case "programme":
            return store.programmes.current(code) is not None
        case "practice":
            return len(store.practices.list(code)) == 1
    return store.people.get(code).value.display_name is not None


def _half(store: Store, codes: Iterable[str]) -> str | None:
    """Return whose entries are half there, also of what was not acknowledged."""
    for code in codes:
        if len(store.ranges.history(code, MOVEMENT)) not in (0, 2):
            return f"half of the ranges of {code}"
        for practice in store.practices.list(code):
            if len(practice.record.movements[0].summary.repetitions) != REPETITIONS:
                return f"half a practice of {code}"
    return None
