"""How near to the truth the angles are, how well their error is known, and what is counted.

    python benchmarks/accuracy.py [--rounds N] [--kept] [--fitted] [--closely]

Drawn figures whose angles are exact are painted, seen by the real pose model and measured by the
program itself: bodies and cameras that the expected error was not fitted on, standing and seated,
turned by 0 to 90 degrees from the view that each movement asks for, near and far, in plain, dim,
noisy and compressed pictures. Beside ours stand the plain ways in which people take angles from the
same landmarks (`truth.plain_ways`). What counts for a target is told in `truth.marks`. Real
recordings with known truth are added where their folder is beside this checkout.

A first run paints for some ten minutes on two cores and keeps what the model saw in ``out/truth``;
``--rounds 2`` shows every course and turn by a second body, and takes as long again. Targets that
are not met are reported; they are no fault.
"""

import argparse
import sys
import time
from pathlib import Path

from truth import beside, drawn, far_limb, marks
from truth.aligned import headed, table
from truth.claim import Claim, claims_table, met_of
from truth.followed import Followed, followed
from truth.pace import SORTED, Pace, pace
from truth.real import of_counts, of_real
from truth.recordings import Recording, kept, recordings
from truth.scenes import Scene, fit_scenes, left_out_scenes
from truth.strands import strands

DATA = Path(__file__).parents[2] / "shared" / "data"
ROUNDS = 1
TIMED_CLIPS = 12
MOST_US = 500.0


def main() -> None:
    """Print every table, and the targets beside what was found."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument(
        "--rounds", type=_positive, default=ROUNDS, help="clips of each course and turn"
    )
    asked.add_argument("--kept", action="store_true", help="only clips that are painted already")
    asked.add_argument("--fitted", action="store_true", help="the bodies of the fit instead")
    asked.add_argument("--closely", action="store_true", help="by value, light and distance too")
    wanted = asked.parse_args()
    try:
        report(wanted.rounds, kept_only=wanted.kept, fitted=wanted.fitted, closely=wanted.closely)
    except (OSError, ValueError, KeyError, RuntimeError) as fault:
        sys.exit(f"accuracy: {type(fault).__name__}: {fault}".splitlines()[0])


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number from 1 on, not {text!r}")
    return int(text)


def report(rounds: int, *, kept_only: bool, fitted: bool, closely: bool) -> None:
    """Print all."""
    scenes = (fit_scenes if fitted else left_out_scenes)(rounds)
    if kept_only:
        scenes = [scene for scene in scenes if kept(scene)]
    if not scenes:
        raise ValueError("no clip is painted yet; run without --kept")
    recorded = painted(scenes)
    clips = [followed(recording) for recording in recorded]
    claims = [*of_drawn(clips, closely=closely), *of_plain_ways(clips), *of_real(DATA)]
    claims += [*of_counts(DATA), *of_pace(recorded)]
    headed("Targets", claims_table(claims), met_of(claims))


def painted(scenes: list[Scene]) -> list[Recording]:
    """Return the recordings of scenes, telling on the way how far it is."""
    missing = sum(not kept(scene) for scene in scenes)
    began = time.perf_counter()

    def told(count: int) -> None:
        print(f"\rpainted {count} of {missing} clips", end="", file=sys.stderr, flush=True)

    found = recordings(scenes, told)
    if missing:
        print(file=sys.stderr)
    frames = sum(len(one.times_s) for one in found)
    bodies = sorted({scene.body.name for scene in scenes})
    print(
        f"{len(found)} clips, {frames} frames, {len(bodies)} drawn bodies ({', '.join(bodies)});\n"
        f"{missing} painted now in {time.perf_counter() - began:.0f} s, the others kept from before"
    )
    return found


LEGEND = (
    "Errors in degrees (neck_rotation, shoulder_hike, pelvis_shift and heel_height: percent;\n"
    "wrist_span: shoulder widths). bias: median of value less truth. own p90: once each body's\n"
    "own median error is taken off. learning: frames spent on the person's neutral, left out of\n"
    "withheld. within: numbers no farther from the truth than their expected error."
)


def of_drawn(clips: list[Followed], *, closely: bool) -> list[Claim]:
    """Print the tables of the drawn figures and return what is claimed."""
    threads = [strand for clip in clips for strand in strands(clip)]
    headed("Measures that are moved, by view and turn", LEGEND, drawn.by_turn(threads))
    headed("Measures at rest, turned by 0 to 30 degrees", drawn.at_rest(threads))
    headed("Bias by body and joint, seen square: each body's own median", drawn.by_body(threads))
    if closely:
        headed("By size of the true angle: bias (p90), seen square", drawn.by_value(threads))
        headed("By light, place and posture, angles with a mark", drawn.by_condition(threads))
        missing = drawn.by_clip(threads, marks.MOST_WITHHELD)
        headed("Joints of clips that by themselves miss a mark, turned by 0 or 15", missing)
    headed("The near limb while only the far one moves", far_limb.while_far_moves(threads))
    angles, aims = marks.targets(threads)
    headed("p90 of the error less each body's own median, in degrees", angles)
    bounds, within = marks.coverage(threads)
    headed("Expected error", bounds)
    return [*aims, *within, marks.seated_from_front(clips)]


def of_plain_ways(clips: list[Followed]) -> list[Claim]:
    """Print ours beside the plain ways and return what is claimed."""
    every = [one for clip in clips for one in beside.beside(clip)]
    moved = [one for one in every if one.moved]
    legend = "p90 of the error's size; in brackets the share of frames without a number."
    headed(
        "Beside the plain ways: angles that are moved, all views", legend, beside.by_joint(moved)
    )
    for valid, where in ((True, "0-30"), (False, "45 and 90")):
        some = [one for one in moved if one.valid is valid]
        headed(f"The same, turned by {where} degrees", beside.by_joint(some))
    same = beside.where_given(moved)
    headed("All views, only where ours gives a number", beside.by_joint(same))
    headed("All views, angles at rest too", beside.by_joint(every))
    return beside.claims(moved)


def of_pace(recorded: list[Recording]) -> list[Claim]:
    """Print how long a frame takes and return what is claimed."""
    found = pace(recorded[:: max(1, len(recorded) // TIMED_CLIPS)][:TIMED_CLIPS])
    headed("Processor time a frame, µs", _pace_table(found))
    title = "processor time a frame, angles to repetitions"
    return [Claim(title, f"{found.both:.0f} µs", f"<{MOST_US:.0f} µs", found.both < MOST_US)]


def _pace_table(found: Pace) -> str:
    header = (
        "frames|seeing|counting|both, median|both, p99|the whole coach|"
        f"a sort of {SORTED}|both ÷ sort"
    )
    row = (
        str(found.frames),
        *(f"{us:.0f}" for us in (found.seeing, found.counting, found.both, found.slowest)),
        *(f"{us:.0f}" for us in (found.coaching, found.reference)),
        f"{found.both / found.reference:.1f}",
    )
    return table(header.split("|"), [row])


if __name__ == "__main__":
    main()
