"""Repetitions against what is known of them: every target of the counter, and what it reaches."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi
from pathlib import Path

import numpy as np

from app.analysis import judged
from app.sources import open_recording
from exercises.exercise import Exercise
from exercises.library import find_exercise, library
from feedback.coach import Coach
from feedback.counting import Counting, Tally
from figure.body import BODIES
from truth import kimore
from truth.doings import ONE_ARMED, WAYS, Doing, Way, expected, guided, own_way
from truth.no_movement import NO_MOVEMENT
from truth.watched import counted
from vision.landmarker import Landmarker
from vision.measures import measures_from

FOUND = 0.98
# Pictures a second of one doing after another.
RATES = (10.0, 15.0, 10.0, 30.0)
OWN_WAYS_FPS = 10.0
# Of a way this hurried, what is out of sight for a second and a half is all of a repetition.
HURRIED = 2.0


# What people do besides that is, to the camera, just what a movement of that lead measure asks for.
THE_SAME: dict[str, tuple[str, ...]] = {
    "neck_rotation": ("turning the head",),
    "shoulder_flexion": ("reaching ahead", "waving high"),
    "elbow_flexion": ("folding the arms", "waving low"),
    # Who steps aside carries the weight from one foot to the other.
    "pelvis_shift": ("stepping aside",),
    # The ears of one who bows toward the camera come down to the shoulders.
    "shoulder_hike": ("picking something up",),
}


@dataclass(frozen=True)
class CountRow:
    """One target: of what, what was found, what is wanted, and whether it is reached."""

    title: str
    found: str
    wanted: str
    met: bool


def rows(data: Path | None) -> list[CountRow]:
    """Return all targets but those of clips; without `data`, those of made-up people alone."""
    real = [*of_kimore(data), *of_opencap(data)] if data is not None else []
    return [*real, small_arms(), small_knees(), *of_library(), none_counted()]


def of_kimore(data: Path) -> Iterator[CountRow]:
    """Yield how many labelled repetitions are found, and in how many people exactly as many."""
    if not (data / "kimore").is_dir():
        return
    both = {"Es1, arm lifts": kimore.arm_lifts(data), "Es5, squats": kimore.squats(data)}
    everything = [kimore.scored(traces, kimore.ours) for traces in both.values()]
    found, labelled = (sum(getattr(f, what) for f in everything) for what in ("found", "labelled"))
    apart = ", ".join(_share(one.found, one.labelled) for one in everything)
    yield CountRow(
        "KIMORE: labelled repetitions found",
        f"{_share(found, labelled)} (Es1 and Es5: {apart})",
        f"≥{FOUND:.0%}",
        found >= FOUND * labelled,
    )
    for title, traces in both.items():
        groups = [[t for t in traces if t.expert], [t for t in traces if not t.expert]]
        ours = [kimore.scored(group, kimore.ours) for group in groups]
        plain = [kimore.scored(group, kimore.plain) for group in groups]
        yield CountRow(
            f"KIMORE {title}: as many as labelled, experts and others",
            ", ".join(_share(one.exact, one.people) for one in ours),
            f"above plain hysteresis: {', '.join(_share(one.exact, one.people) for one in plain)}",
            sum(one.exact for one in ours) > sum(one.exact for one in plain)
            and all(one.exact >= other.exact for one, other in zip(ours, plain, strict=True)),
        )


def of_opencap(data: Path) -> Iterator[CountRow]:
    """Yield the squats and the walk of one person, by motion capture."""
    folder = data / "opencap"
    if not folder.is_dir():
        return
    for title, name, wanted in (("squats", "squats1", 5), ("walking", "walking1", 0)):
        knees = _knees(folder / f"{name}_videoAndMocap.mot")
        tally = _counted(find_exercise("soft-knee-sink"), knees)
        yield _row(f"OpenCap: {title}", tally, f"{wanted} both" if wanted else "none")


def small_arms() -> CountRow:
    """Return three raises of the arms to 70 degrees."""
    raises = [(t, 10 + 60 * _swing(t)) for t in (np.arange(32 * 30) / 30).tolist()]
    both = [
        (t, {"shoulder_abduction_left": arm, "shoulder_abduction_right": arm}) for t, arm in raises
    ]
    tally = _counted(find_exercise("sunrise-arms-standing"), both)
    return _row("arms to 70 degrees, three times", tally, "3 left, 3 right")


def small_knees() -> CountRow:
    """Return three bends of the knees by 14 degrees."""
    bends = [(t, 4 + 14 * _swing(t)) for t in (np.arange(32 * 30) / 30).tolist()]
    both = [(t, {"knee_flexion_left": knee, "knee_flexion_right": knee}) for t, knee in bends]
    tally = _counted(find_exercise("soft-knee-sink"), both)
    return _row("knees to 18 degrees, three times", tally, "3 both")


def of_library() -> Iterator[CountRow]:
    """Yield every movement in people's own ways, and every movement watched during another."""
    amiss = []
    tried = list(own_ways())
    for number, (exercise, way) in enumerate(tried):
        doing = own_way(exercise, way)
        body = BODIES[number % len(BODIES)]
        hidden = number % 2 == 1 and way.tempo <= HURRIED
        tally = counted(exercise, doing, OWN_WAYS_FPS, number, body, hidden=hidden)
        if sides_of(tally) != expected(exercise, way):
            amiss.append(f"{_told(tally)} of {doing.name}")
    yield CountRow(
        "library movements, each in people's own ways, half of them hidden at times",
        "; ".join(amiss) or f"exact in {len(tried)} tried",
        "exact",
        not amiss,
    )
    doings = {exercise.id: guided(exercise) for exercise in library().values()}
    pairs = [(watched, doings[done.id]) for watched, done in other_movements()]
    yield _none("another movement of the library", pairs, 0)


def none_counted() -> CountRow:
    """Return how many repetitions are counted in people who do no movement at all."""
    watched = [
        (exercise, doing)
        for doing in NO_MOVEMENT
        for exercise in movements()
        if meant_for(exercise, doing)
    ]
    return _none("60 s of none: standing, stepping, sitting down, waving", watched, 1)


def movements() -> list[Exercise]:
    """Return the movements of the library that are counted."""
    return [
        exercise for exercise in library().values() if exercise.targets and exercise.repetitions
    ]


def own_ways() -> Iterator[tuple[Exercise, Way]]:
    """Yield every movement that is counted with every way of doing it, of equals only one."""
    taken: set[str] = set()
    for exercise in movements():
        if taken.isdisjoint(exercise.variants):
            taken.add(exercise.id)
            for way in (*WAYS, *(ONE_ARMED if exercise.sides == "each" else ())):
                yield exercise, way


def other_movements() -> Iterator[tuple[Exercise, Exercise]]:
    """Yield (watched, done) for all that share a view and that the camera can tell apart.

    Equals count for each other, and so do those that a definition calls alike.
    """
    for watched in movements():
        for done in library().values():
            same = done.id in (watched.id, *watched.variants, *watched.alike)
            if done.targets and done.view == watched.view and not same:
                yield watched, done


def meant_for(exercise: Exercise, doing: Doing) -> bool:
    """Return whether `doing` is watched: of equals, by the one in the same posture.

    What is the very thing that a movement counts is left out.
    """
    lead = next(target for target in exercise.targets if target.role == "lead")
    alone = all(target.role != "follow" for target in exercise.targets)
    if alone and doing.name.startswith(THE_SAME.get(lead.measure, ())):
        return False
    return not equals_of(exercise) or doing.seated == (exercise.posture == "seated")


def equals_of(exercise: Exercise) -> list[str]:
    """Return the movements of the library that a definition names as its equals."""
    return [name for name in exercise.variants if name in library()]


def clip_rows(data: Path) -> list[CountRow]:
    """Return the targets of clips, seen by the real pose model; none where they are absent."""
    wanted = {
        "lateral_raise": ("sunrise-arms-standing", "4 left, 4 right"),
        "pose_squats": ("soft-knee-sink", "2 both, 1 unfinished"),
    }
    found = []
    for clip, (movement, count) in wanted.items():
        path = data / "video" / f"{clip}.mp4"
        if path.is_file():
            found.append(_row(f"clip {clip}, {movement}", _of_clip(path, movement), count))
    return found


def _of_clip(path: Path, movement: str) -> Tally:
    exercise = find_exercise(movement)
    coach = Coach(exercise)
    end_s = 0.0
    with open_recording(str(path), exercise) as source, Landmarker("full") as landmarker:
        for one in judged(source, exercise, landmarker):
            end_s = one.observation.frame.time_s
            coach.step(one.sight, end_s)
    summary = coach.summary(end_s)
    return Tally(summary.repetitions, summary.partial, summary.unfinished)


def sides_of(tally: Tally) -> dict[str, int]:
    """Return how many repetitions of each side were counted; sides without any are left out."""
    sides = [repetition.side for repetition in tally.repetitions]
    return {side: sides.count(side) for side in ("left", "right", "both") if side in sides}


def _row(title: str, tally: Tally, wanted: str) -> CountRow:
    return CountRow(title, _told(tally), wanted, _told(tally) == wanted)


def _told(tally: Tally) -> str:
    parts = [f"{count} {side}" for side, count in sides_of(tally).items()]
    parts += [f"{tally.partial} partial"] if tally.partial else []
    parts += [f"{tally.unfinished} unfinished"] if tally.unfinished else []
    return ", ".join(parts) or "none"


def _none(title: str, watched: Sequence[tuple[Exercise, Doing]], seed: int) -> CountRow:
    """Return how many repetitions are counted of movements that are not done.

    Bodies, rates of pictures and jitter change from one doing to the next.
    """
    names = list(dict.fromkeys(doing.name for _, doing in watched))
    amiss = []
    for exercise, doing in watched:
        number = names.index(doing.name)
        body, fps = BODIES[number % len(BODIES)], RATES[number % len(RATES)]
        tally = counted(exercise, doing, fps, seed + number, body)
        if tally.repetitions:
            amiss.append(f"{len(tally.repetitions)} of {exercise.id} in {doing.name}")
    return CountRow(title, "; ".join(amiss) or f"none, in {len(watched)} tried", "none", not amiss)


def _counted(exercise: Exercise, moments: Iterable[tuple[float, dict[str, float]]]) -> Tally:
    counting = Counting(exercise)
    for t, values in moments:
        counting.add(t, measures_from(values.items()))
    return counting.tally()


def _knees(path: Path) -> list[tuple[float, dict[str, float]]]:
    """Return both knees over time, of a table of motion capture in degrees."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines.index("endheader") + 1
    names = lines[header].split()
    table = np.loadtxt(lines[header + 1 :])
    columns = [names.index(name) for name in ("time", "knee_angle_l", "knee_angle_r")]
    return [
        (t, {"knee_flexion_left": left, "knee_flexion_right": right})
        for t, left, right in table[:, columns].tolist()
    ]


def _swing(t: float) -> float:
    """Return a way out and back every ten seconds, 0 to 1, at rest at either end of it."""
    return (1 - cos(2 * pi * min(t % 10, 8) / 8)) / 2


def _share(count: int, of: int) -> str:
    return f"{count}/{of} ({count / of:.1%})" if of else "none"
