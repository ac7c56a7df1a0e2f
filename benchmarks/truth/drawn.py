"""How near to the truth the numbers given for drawn figures are: the tables."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from truth.aligned import NOTHING, number, share, signed, table
from truth.scenes import LIGHTS, TURNS, Light
from truth.strands import Floats, Strand, Sum, quantile, summed
from vision.measures import NAMES, Withheld

MARKS_DEG = {
    "shoulder_flexion": 4.0,
    "shoulder_abduction": 4.0,
    "elbow_flexion": 6.0,
    "hip_flexion": 4.0,
    "hip_abduction": 4.0,
    "knee_flexion": 4.0,
    "trunk_side_lean": 4.0,
    "trunk_forward_lean": 4.0,
    "neck_side_bend": 6.0,
}
VIEWS = ("front", "side")
BINS_DEG = (0, 15, 30, 60, 90, 120, 181)


def chosen(
    some: list[Strand], name: str, view: str | None = None, far: bool = False
) -> list[Strand]:
    """Return the strands of one measure, in one view or all, of the far limb or all others."""
    return [
        one
        for one in some
        if one.measure.name == name and view in (None, one.scene.course.view) and one.far == far
    ]


def named_views(some: list[Strand]) -> Iterator[tuple[str, str]]:
    """Yield each measure and view that there is."""
    for name in NAMES:
        for view in VIEWS:
            if any(s.measure.name == name and s.scene.course.view == view for s in some):
                yield name, view


def at_turns(some: list[Strand], *turns: float) -> list[Strand]:
    """Return the strands of figures turned by so much."""
    return [one for one in some if one.off_deg in turns]


def moved(some: list[Strand]) -> list[Strand]:
    """Return the strands that their courses move."""
    return [one for one in some if one.moved]


def by_turn(some: list[Strand]) -> str:
    """Return the table by measure, view and turn."""
    rows = []
    for name, view in named_views(moved(some)):
        for far in (False, True):
            for turn in TURNS:
                heap = at_turns(chosen(moved(some), name, view, far), turn)
                if heap:
                    label = f"{name}, {'far limb' if far else view}"
                    rows.append((label, f"{turn:.0f}", *_cells(summed(heap))))
    header = "measure, view|turned|frames|median|p90|bias|own p90|learning|withheld|within"
    return table(header.split("|"), rows)


def at_rest(some: list[Strand]) -> str:
    """Return the table of the measures that are not moved, turned by up to 30 degrees."""
    still = at_turns([one for one in some if not one.moved], 0.0, 15.0, 30.0)
    rows = [
        (f"{name}, {view}", "0-30", *_cells(summed(chosen(still, name, view))))
        for name, view in named_views(still)
    ]
    header = "measure, view|turned|frames|median|p90|bias|own p90|learning|withheld|within"
    return table(header.split("|"), rows)


def _cells(found: Sum) -> tuple[str, ...]:
    return (
        str(found.frames),
        number(found.median),
        number(found.p90),
        signed(found.bias),
        number(found.own_p90),
        share(found.learning),
        share(found.withheld),
        share(found.kept),
    )


def by_body(some: list[Strand]) -> str:
    """Return the table of each body's own median error, by joint, seen square."""
    square = at_turns(moved(some), 0.0)
    bodies = list(dict.fromkeys(one.scene.body.name for one in square))
    rows = []
    for name, view in named_views(square):
        heap = chosen(square, name, view)
        for side in dict.fromkeys(one.measure.side for one in heap):
            joint = [one for one in heap if one.measure.side == side]
            label = f"{name}{f' {side}' if side else ''}, {view}"
            biases = [
                signed(summed(s for s in joint if s.scene.body.name == body).bias)
                for body in bodies
            ]
            rows.append((label, *biases))
    return table(("measure, view", *bodies), rows)


def by_value(some: list[Strand]) -> str:
    """Return the median error by the size of the true angle, seen square, and its worst tenth."""
    square = at_turns(moved(some), 0.0)
    rows = []
    for name, view in named_views(square):
        if name in MARKS_DEG:
            heap = chosen(square, name, view)
            true = np.concatenate([one.true for one in heap])
            error = np.concatenate([one.error for one in heap])
            way = np.where(true < 0, -1, 1)
            rows.append((f"{name}, {view}", *_by_bins(np.abs(true), error * way)))
    spans = [f"{low}-{high}" for low, high in pairwise(BINS_DEG)]
    return table(("measure, view", *spans), rows)


def _by_bins(size: Floats, error: Floats) -> Iterator[str]:
    for low, high in pairwise(BINS_DEG):
        inside = error[(size >= low) & (size < high) & np.isfinite(error)]
        worst = number(quantile(np.abs(inside), 0.9))
        yield f"{signed(quantile(inside, 0.5))} ({worst})" if len(inside) else number(np.nan)


def by_condition(some: list[Strand]) -> str:
    """Return the table by light, distance and roll: measures with a mark, up to 30 degrees."""
    heap = [s for s in at_turns(moved(some), 0.0, 15.0, 30.0) if s.measure.name in MARKS_DEG]
    heap = [one for one in heap if not one.far]
    middle = float(np.median([one.scene.place.away_m for one in heap]))
    tests: dict[str, Callable[[Strand], bool]] = {
        **{f"{light} picture": _lit(light) for light in LIGHTS},
        f"nearer than {middle:.1f} m": lambda s: s.scene.place.away_m < middle,
        "farther": lambda s: s.scene.place.away_m >= middle,
        "camera level": lambda s: s.scene.place.roll_deg == 0,
        "camera rolled by up to 4": lambda s: s.scene.place.roll_deg != 0,
        "standing": lambda s: not s.scene.course.seated,
        "seated": lambda s: s.scene.course.seated,
    }
    rows = []
    for label, test in tests.items():
        found = summed(one for one in heap if test(one))
        rows.append((label, *_cells(found)))
    header = "turned by 0-30|frames|median|p90|bias|own p90|learning|withheld|within"
    return table(header.split("|"), rows)


def by_clip(some: list[Strand], most_withheld: float) -> str:
    """Return a line for each joint of a clip seen square or turned by 15 that misses its mark."""
    rows = []
    for one in at_turns(moved(some), 0.0, 15.0):
        mark, found = MARKS_DEG.get(one.measure.name), summed([one])
        if mark is None or one.far:
            continue
        if not (found.own_p90 <= mark and found.withheld <= most_withheld):
            scene = one.scene
            rows.append(
                (
                    f"{one.measure.name} {(one.measure.side or '')[:1]}",
                    f"{scene.course.name}, {scene.body.name}, {scene.turn_deg:+.0f} "
                    f"{scene.light[:5]}",
                    signed(found.bias),
                    number(found.own_p90),
                    share(found.withheld),
                    _most_often(one.withheld),
                )
            )
    header = "joint|clip|bias|own p90|none|mostly"
    return table(header.split("|"), sorted(rows), left=2)


def _most_often(why: NDArray[np.int8]) -> str:
    kinds, counts = np.unique(why[why != Withheld.GIVEN], return_counts=True)
    return Withheld(int(kinds[counts.argmax()])).name.lower() if len(kinds) else NOTHING


def _lit(light: Light) -> Callable[[Strand], bool]:
    return lambda one: one.scene.light == light
