"""How one person of a drawn group does the movement: their own way through a common loop."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from app.drawn_group.options import GroupOptions
from app.figure_motion import AMPLITUDE_SPREAD, TEMPO_SPREAD, Motion, Repetition
from app.figure_options import FigureOptions
from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.library import library
from exercises.smaller import smaller
from figure.joint_angles import SEATED, JointAngles

# How far a person goes who goes too far: past the limit by so much of the way to it, and where the
# movement has none, so far of the guide's reach.
PAST, OVER = 1.12, 1.35
# How much of what sets people apart in reach is their own, and how much changes with each time.
OWN_SHARE = 0.6
_LEGS = ("hip_flexion", "hip_abduction", "knee_flexion", "ankle_dorsiflexion", "heel_rise")


def way_of(exercise: Exercise, posture: str) -> Exercise | None:
    """Return the movement as it is done in `posture`; `None` where the library has no such way.

    One that was made smaller is as much smaller in its other way.
    """
    if exercise.posture == posture:
        return exercise
    known = library()
    variants = (known[name] for name in exercise.variants if name in known)
    way = next((variant for variant in variants if variant.posture == posture), None)
    return None if way is None else smaller(way, _left_of(exercise))


def _left_of(exercise: Exercise) -> float:
    """Return how much is left of the way from rest that the movement has in the library."""
    whole = library().get(exercise.id)
    if whole is None:
        return 1.0
    pairs = zip(exercise.targets, whole.targets, strict=True)
    shares = [_way(now) / _way(before) for now, before in pairs if now.role == "lead"]
    return min(1.0, *shares) if shares else 1.0


def _way(target: Target) -> float:
    return target.ceiling - target.rest


def over_reach(exercise: Exercise) -> float:
    """Return how far somebody goes who passes a limit of the movement, of the guide's reach.

    The guide goes to the middle of the comfortable range.
    """
    leads = [target for target in exercise.targets if target.role == "lead"]
    reaches = [PAST * _way(each) / ((each.low + each.high) / 2 - each.rest) for each in leads]
    return max(OVER, min(reaches, default=OVER))


def loop_cycles(exercise: Exercise, options: GroupOptions) -> int:
    """Return how many cycles a loop has: whole ones, of both sides where they alternate."""
    unit = 2 if exercise.sides == "alternating" else 1
    unit_s = unit * exercise.cycle_s / options.tempo
    return max(1, int(options.loop / unit_s)) * unit


class Performer:
    """One person's loop of postures.

    Attributes
    ----------
    seated
        Whether they sit, on a chair.
    support
        Whether they hold on to a chair before them.
    rest
        The posture between one time and the next.
    """

    def __init__(
        self, exercise: Exercise, options: GroupOptions, person: int, frames: int, *, seated: bool
    ) -> None:
        """Lay out the way of `person`, from 0, through a loop of `frames` pictures.

        Where they are to sit and the movement has no seated way, they do the same above the hips
        and leave the legs as one sits; where it has only a seated way, all sit.
        """
        way = way_of(exercise, "seated" if seated else "standing")
        self._still = way is None and seated
        way = way or exercise
        self.seated = self._still or way.posture == "seated"
        self.support = way.support and not self.seated
        random = np.random.default_rng((options.seed, person))
        self._motion = Motion(
            way,
            FigureOptions(seed=options.seed + 1, fps=options.fps),
            person,
            frames,
            _repetitions(way, options, person + 1, random),
        )
        self._frames = frames
        self._starts = int(random.integers(frames))
        self.rest = self._as_sitting(guide_at(way, 0.0).angles)

    def posture(self, frame: int) -> JointAngles:
        """Return the posture at picture `frame`, counted on beyond the loop's end."""
        return self._as_sitting(self._motion.posture((frame + self._starts) % self._frames))

    def cycles(self, frame: int) -> float:
        """Return how many cycles of the movement are done by picture `frame`, which may be begun.

        What was done before picture 0 counts too, so that a whole number is a rest between two.
        """
        return self._motion.cycles(frame + self._starts)

    def _as_sitting(self, angles: JointAngles) -> JointAngles:
        if not self._still:
            return angles
        legs = {f"{side}_{leg}" for side in ("left", "right") for leg in _LEGS}
        return replace(angles, pelvis_shift=0.0, **{name: getattr(SEATED, name) for name in legs})


def _repetitions(
    exercise: Exercise, options: GroupOptions, number: int, random: np.random.Generator
) -> Sequence[Repetition]:
    count = loop_cycles(exercise, options)
    tempo = random.uniform(-1, 1, count)
    tempo -= tempo.mean()
    # So that they fill the loop and none is slower or faster than people are.
    tempo /= max(1.0, float(np.abs(tempo).max()))
    far = OWN_SHARE * random.uniform(-1, 1) + (1 - OWN_SHARE) * random.uniform(-1, 1, count)
    reach = 1 + AMPLITUDE_SPREAD * far
    if number == options.over:
        reach[:] = over_reach(exercise)
    if number == options.rests:
        reach[:] = 0.0
    seconds = exercise.cycle_s / options.tempo * (1 + TEMPO_SPREAD * tempo)
    starts = np.cumsum(seconds) - seconds
    rows = zip(starts.tolist(), seconds.tolist(), reach.tolist(), strict=True)
    return [Repetition(start, lasts, 0.0, amplitude) for start, lasts, amplitude in rows]
