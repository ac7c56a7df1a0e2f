"""Ours beside the plain ways, on the same frames of the same recordings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from truth.aligned import number, share, table
from truth.claim import Claim
from truth.followed import Followed
from truth.plain_ways import NAMES, WAYS, plain_error
from truth.strands import quantile
from vision.measures import MEASURES
from vision.measuring import VALID

Floats = NDArray[np.float64]

VALID_TURNS = (0.0, 15.0, 30.0)
JOINTS = {name: name.split("_")[0] for name in NAMES} | {
    "trunk_side_lean": "trunk lean",
    "trunk_forward_lean": "trunk lean",
}
TIMES_LOWER = 3.0


@dataclass(frozen=True, eq=False)
class Beside:
    """Errors of one measure in one clip, (T,) each, NaN where that way gives no number.

    Attributes
    ----------
    joint
        What it is put together with.
    valid
        Whether the figure is turned by no more than 30 degrees from the view asked for.
    moved
        Whether the course moves it.
    errors
        By way; ``ours`` among them.
    """

    joint: str
    valid: bool
    moved: bool
    errors: dict[str, Floats]


def beside(clip: Followed) -> list[Beside]:
    """Return the errors of all ways in the frames in which a measure has a true value."""
    scene = clip.recording.scene
    plain = {way: plain_error(clip.recording, way) for way in WAYS}
    found = []
    for row, measure in enumerate(MEASURES):
        known = np.isfinite(clip.true[:, row])
        if measure.name not in NAMES or not VALID[scene.course.view][row] or not known.any():
            continue
        errors = {"ours": (clip.values - clip.true)[known, row]}
        errors |= {way: error[known, row] for way, error in plain.items()}
        found.append(
            Beside(
                JOINTS[measure.name],
                abs(scene.turn_deg) in VALID_TURNS,
                measure.name in scene.course.measures,
                errors,
            )
        )
    return found


def where_given(some: Iterable[Beside]) -> list[Beside]:
    """Return the same with every way's errors only in the frames in which ours gives a number."""
    return [
        replace(
            one,
            errors={
                way: np.where(np.isfinite(one.errors["ours"]), error, np.nan)
                for way, error in one.errors.items()
            },
        )
        for one in some
    ]


def worst_tenth(some: Iterable[Beside], way: str) -> tuple[float, float]:
    """Return the 90% quantile of a way's error and the share of frames in which it gives none."""
    error = np.concatenate([np.empty(0), *(one.errors[way] for one in some)])
    given = np.isfinite(error)
    return quantile(np.abs(error[given]), 0.9), float(1 - given.mean()) if len(error) else np.nan


def by_joint(some: list[Beside]) -> str:
    """Return the table by joint: p90 of the error, and the share without a number."""
    joints = list(dict.fromkeys(one.joint for one in some))
    rows = [_row(joint, [one for one in some if one.joint == joint]) for joint in joints]
    rows.append(_row("all together", some))
    header = "p90 (none given)|ours|world|÷ ours|pixels|÷ ours|normalised|÷ ours"
    return table(header.split("|"), rows)


def _row(label: str, some: list[Beside]) -> list[str]:
    ours, none = worst_tenth(some, "ours")
    row = [label, f"{number(ours)} ({share(none)})"]
    for way in WAYS:
        p90, none = worst_tenth(some, way)
        row += [f"{number(p90)} ({share(none)})", number(p90 / ours, 2)]
    return row


def claims(some: list[Beside]) -> list[Claim]:
    """Return what is claimed of ours against the plain ways."""
    ours, none = worst_tenth(some, "ours")
    world, _ = worst_tenth(some, "world")
    valid, wrong = ([one for one in some if one.valid is there] for there in (True, False))
    in_valid, none_valid = worst_tenth(valid, "ours")
    pixels, _ = worst_tenth(valid, "pixels")
    pixels_wrong, _ = worst_tenth(wrong, "pixels")
    _, none_wrong = worst_tenth(wrong, "ours")
    return [
        Claim(
            "against world landmarks, all views",
            f"{world / ours:.2f}× lower: {ours:.1f} to {world:.1f}, {share(none)} withheld",
            f"≥{TIMES_LOWER:.0f}×",
            world / ours >= TIMES_LOWER,
        ),
        Claim(
            "against plain pixels, valid views",
            f"{in_valid:.1f} to {pixels:.1f}, {share(none_valid)} withheld",
            "no worse",
            in_valid <= pixels,
        ),
        Claim(
            "against plain pixels, wrong views",
            f"{share(none_wrong)} withheld (pixels out by {pixels_wrong:.1f})",
            "withheld",
            none_wrong >= 0.95,
        ),
    ]
