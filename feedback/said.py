"""What a person answers around and during a practice, as it comes and as it stands."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from feedback.intent import Intent
from feedback.outcome import Answer
from feedback.ratings import Felt, PainMark, Ratings

Scaled = Literal["pain", "mood", "energy", "effort"]
"""What is asked for on a scale of 0 to 10."""
Day = Literal["usual", "smaller", "two-minutes", "flare"]
"""What somebody chooses for today."""
Sign = Literal["chest-pain", "faintness", "new-weakness", "breathlessness", "sudden-pain"]
"""The signs to stop at now (DOMAIN: chest pain, faintness, new weakness or numbness, severe
breathlessness, sudden severe pain)."""
SIGNS: tuple[Sign, ...] = get_args(Sign)
DAYS: tuple[Day, ...] = get_args(Day)

LITTLE_ENERGY = 3
"""Of 0–10: with no more than this before, rests come sooner (a default of ours, unvalidated)."""
LONGEST_WORDS = 2000
"""So many characters of somebody's own words are kept; more are left out at the end."""


@dataclass(frozen=True, slots=True)
class Rated:
    """An answer on a scale: 0–10, or `None` where it is taken back."""

    what: Scaled
    value: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """How a movement felt beside the last time."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class DayChosen:
    """What is chosen for today."""

    day: Day


@dataclass(frozen=True, slots=True)
class SignNamed:
    """A sign to stop at is there, or is taken back."""

    sign: Sign
    named: bool = True


@dataclass(frozen=True, slots=True)
class Wrote:
    """All of the line in the person's own words, as it stands now."""

    text: str


Asked = Intent | Rated | Compared | DayChosen | SignNamed | Wrote
"""One thing a person asks or answers at a screen."""


@dataclass(frozen=True, slots=True)
class Said:
    """All that was answered so far; what was not is `None`, or empty.

    Attributes
    ----------
    before, after
        The answers before and after, by what was asked.
    pain_marks
        Pain said in the middle, with the seconds at which.
    day
        What was chosen for today.
    signs
        The signs to stop at that were named, in order.
    stopped
        Whether it was stopped for how the person felt.
    words
        One line of their own.
    """

    before: tuple[tuple[Scaled, int], ...] = ()
    after: tuple[tuple[Scaled, int], ...] = ()
    pain_marks: tuple[PainMark, ...] = ()
    day: Day = "usual"
    signs: tuple[Sign, ...] = ()
    stopped: bool = False
    words: str = ""

    def rated(self, when: Literal["before", "after"], rated: Rated) -> "Said":
        """Return what is said once something was rated before or after."""
        answers = dict(self.before if when == "before" else self.after)
        answers.pop(rated.what, None)
        if rated.value is not None:
            answers[rated.what] = min(max(rated.value, 0), 10)
        kept = tuple(answers.items())
        return replace(self, before=kept) if when == "before" else replace(self, after=kept)

    def hurting(self, t: float, pain: int) -> "Said":
        """Return what is said once pain was named in the middle, at `t` seconds."""
        mark = PainMark(time_s=max(t, 0.0), pain=min(max(pain, 0), 10))
        return replace(self, pain_marks=(*self.pain_marks, mark))

    def naming(self, named: SignNamed) -> "Said":
        """Return what is said once a sign was named, or taken back."""
        left = tuple(sign for sign in self.signs if sign != named.sign)
        return replace(self, signs=(*left, named.sign) if named.named else left)

    def writing(self, text: str) -> "Said":
        """Return what is said with these words of their own."""
        return replace(self, words=text[:LONGEST_WORDS])

    @property
    def pain_before(self) -> int | None:
        """Pain before."""
        return dict(self.before).get("pain")

    @property
    def most_pain(self) -> int | None:
        """The most pain said since; `None` where none was said."""
        marks = [mark.pain for mark in self.pain_marks]
        after = dict(self.after).get("pain")
        return max([*marks, *([] if after is None else [after])], default=None)

    def rose_by(self) -> int | None:
        """Return by how much pain rose at most; `None` where it is not known.

        Without an answer before, the first pain that was said is what it rose from.
        """
        before, most = self.pain_before, self.most_pain
        if before is None and self.pain_marks:
            # Who came without an answer is known from the first that was given.
            first, *later = (mark.pain for mark in self.pain_marks)
            after = dict(self.after).get("pain")
            before, most = first, max([*later, *([] if after is None else [after])], default=None)
        return None if before is None or most is None else most - before

    @property
    def tired(self) -> bool:
        """Whether there was little energy before."""
        energy = dict(self.before).get("energy")
        return energy is not None and energy <= LITTLE_ENERGY

    def ratings(self, felt: tuple[Felt, ...] = (), *, smaller: bool = False) -> Ratings:
        """Return it as it is kept.

        Parameters
        ----------
        felt
            How the movements felt.
        smaller
            Whether the dial was turned down in them.
        """
        before, after = dict(self.before), dict(self.after)
        return Ratings(
            pain_before=before.get("pain"),
            pain_after=after.get("pain"),
            mood_before=before.get("mood"),
            mood_after=after.get("mood"),
            energy_before=before.get("energy"),
            energy_after=after.get("energy"),
            effort=after.get("effort"),
            pain_marks=self.pain_marks,
            signs=self.signs,
            felt=felt,
            smaller=smaller or self.day == "smaller",
            flare=self.day == "flare",
            stopped=self.stopped,
        )
