"""How the drawn figure performs a movement: a loop of postures, varied as people vary."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import pi

import numpy as np
from numpy.typing import NDArray

from app.figure_options import FigureOptions
from exercises.exercise import Exercise
from exercises.guide import guide_at
from figure.joint_angles import JointAngles, blend
from figure.limits import limited

# A loop is at most this long, unless one pair of sides is longer: some 55 MB at 1280×720.
LONGEST_LOOP_S = 30.0
# How people vary from one repetition to the next, and how they sway: our own, unvalidated.
AMPLITUDE_SPREAD, TEMPO_SPREAD = 0.10, 0.08
SWAY_DEG: dict[str, float] = {
    "trunk_side_lean": 0.5,
    "trunk_forward_lean": 0.4,
    "neck_side_bend": 0.8,
    "neck_rotation": 1.2,
    "left_shoulder_elevation": 0.8,
    "right_shoulder_elevation": 0.8,
    "left_elbow_flexion": 1.0,
    "right_elbow_flexion": 1.0,
}
SWAY_HZ = (0.17, 0.41, 0.83)


@dataclass(frozen=True, slots=True)
class Repetition:
    """One cycle of the loop: when it starts, how long it takes, how far it goes.

    Before it sets out the figure rests for `rest_s`, which is part of its `seconds`.
    """

    start_s: float
    seconds: float
    rest_s: float
    amplitude: float

    def share(self, time_s: float) -> float:
        """Return how much of the movement is done at `time_s`: 0 while the figure rests."""
        return max(time_s - self.start_s - self.rest_s, 0.0) / (self.seconds - self.rest_s)


class Motion:
    """One figure's loop of postures."""

    def __init__(
        self,
        exercise: Exercise,
        options: FigureOptions,
        person: int = 0,
        frames: int | None = None,
        repetitions: Sequence[Repetition] | None = None,
    ) -> None:
        """Lay out the loop of the figure in place `person`, from 0.

        `frames` sets the length of the loop, so that several people's end together;
        `repetitions` are those of the loop where they are not laid out here.
        """
        self._exercise = exercise
        self._limits = {
            "left_shoulder_elevation": (-180.0, options.top_left),
            "right_shoulder_elevation": (-180.0, options.top_right),
            **{joint: (-180.0, top) for joint, top in options.joint_tops},
        }
        self._seed = options.seed
        self._random = np.random.default_rng((options.seed, person))
        self._repetitions = repetitions or self._lay_out(options)
        last = self._repetitions[-1]
        self.frames = frames or max(1, round((last.start_s + last.seconds) * options.fps))
        """Pictures in the loop, after which it begins again without a jump."""
        self._frame_s = (last.start_s + last.seconds) / self.frames
        self._rest = guide_at(exercise, 0.0).angles
        self._phases = self._random.uniform(0, 2 * pi, (len(SWAY_DEG), len(SWAY_HZ)))

    def posture(self, frame: int) -> JointAngles:
        """Return the posture at picture `frame` of the loop, counted on beyond its end."""
        repetition, cycles = self._at(frame % self.frames)
        angles = guide_at(self._exercise, cycles * self._exercise.cycle_s).angles
        angles = blend(self._rest, angles, repetition.amplitude)
        return limited(self._swayed(angles, frame), self._limits)

    def cycles(self, frame: int) -> float:
        """Return how many cycles are done by picture `frame`, counted on beyond the loop's end."""
        loops, place = divmod(frame, self.frames)
        return loops * len(self._repetitions) + self._at(place)[1]

    def _at(self, place: int) -> tuple[Repetition, float]:
        """Return the repetition at a place of the loop, and the cycles done since its beginning."""
        time_s = place * self._frame_s
        number = max(i for i, r in enumerate(self._repetitions) if r.start_s <= time_s)
        repetition = self._repetitions[number]
        return repetition, number + repetition.share(time_s)

    def _lay_out(self, options: FigureOptions) -> list[Repetition]:
        plain_s = self._exercise.cycle_s / options.tempo
        unit = 2 if self._exercise.sides == "alternating" else 1
        count = unit
        if options.seed:
            longest_s = plain_s * (1 + TEMPO_SPREAD) + options.rest
            count = max(1, int(LONGEST_LOOP_S / (unit * longest_s))) * unit
        spread: NDArray[np.float64] = self._random.uniform(-1, 1, (count, 2))
        if not options.seed:
            spread[:] = 0
        repetitions = []
        start_s = 0.0
        for tempo, amplitude in spread.tolist():
            seconds = options.rest + plain_s * (1 + TEMPO_SPREAD * tempo)
            far = options.reach * (1 + AMPLITUDE_SPREAD * amplitude)
            repetitions.append(Repetition(start_s, seconds, options.rest, far))
            start_s += seconds
        return repetitions

    def _swayed(self, angles: JointAngles, frame: int) -> JointAngles:
        if not self._seed:
            return angles
        # Whole waves to the loop, so that it closes.
        waves = np.maximum(1, np.rint(np.array(SWAY_HZ) * self.frames * self._frame_s))
        turn = 2 * pi * frame / self.frames
        sway = np.sin(turn * waves + self._phases).mean(1)
        return replace(
            angles,
            **{
                name: getattr(angles, name) + size * wave
                for (name, size), wave in zip(SWAY_DEG.items(), sway.tolist(), strict=True)
            },
        )
