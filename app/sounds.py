"""What is heard of a practice: chimes, a noise, and a voice for the fixed phrases."""

from collections.abc import Iterable, Iterator

from app.settings import Settings
from app.voice import Voice
from exercises.exercise import Exercise
from feedback.cues import CUES
from feedback.grounding import LINES
from feedback.moment import Moment
from ui.sounds.player import Player
from ui.sounds.sounding import Heard, shortest_s
from ui.view import Choices
from vision.closing import ClosesOnExit

# Parts in which the picture of breathing is what one follows.
_BREATHES = frozenset({"breaths"})


class Sounds(ClosesOnExit):
    """Follows a practice with the ear; every call returns at once and raises nothing.

    Parameters
    ----------
    player
        Sounds and captions; `None` for neither.
    voice
        Speaks the fixed phrases.
    """

    def __init__(self, player: Player | None, voice: Voice | None) -> None:
        self._player, self._voice = player, voice
        self._spoken: str | None = None

    @classmethod
    def none(cls) -> "Sounds":
        """Return what is heard where nothing is to be, not even captioned."""
        return cls(None, None)

    @classmethod
    def of(cls, settings: Settings, exercises: Iterable[Exercise]) -> "Sounds":
        """Return what is heard as `settings` has it, in a practice of these movements."""
        player = Player(settings.volume, settings.muted)
        voice = Voice(phrases(exercises), settings.language, on=settings.voice)
        return cls(player, voice)

    def open(self, t: float) -> None:
        """Open the device and begin to render what is spoken, before the first picture."""
        if self._player is not None:
            self._player.open(t)
        if self._voice is not None:
            self._voice.prepare()

    def follow(self, moment: Moment, choices: Choices, t: float) -> None:
        """Sound what begins now of one person's practice, as loud as is liked now."""
        self.hear(heard(moment), spoken(moment), choices, t)

    def hear(self, now: Heard, phrase: str | None, choices: Choices, t: float) -> None:
        """Sound what begins now, as loud as is liked now.

        Parameters
        ----------
        now
            What matters to the ear.
        phrase
            Id of the fixed phrase that goes with it, or a movement's own text; `None` for none.
        """
        player = self._player
        if player is None:
            return
        player.mute(choices.muted, t)
        player.turn(choices.volume, t)
        player.surround(choices.ambient, t)
        player.hear(now, t)
        if phrase != self._spoken:
            self._spoken = phrase
            if phrase is not None and self._voice is not None and self._voice.on:
                player.speak(phrase, self._voice.wav(phrase), t)

    def caption(self, t: float) -> str | None:
        """Return the id of the caption of what is heard now, or `None`."""
        return None if self._player is None else self._player.caption(t)

    def lost(self, t: float) -> None:
        """Say that the system took a sound device away."""
        if self._player is not None:
            self._player.lost(t)

    def close(self) -> None:
        """Let go of the device and the voice."""
        if self._voice is not None:
            self._voice.close()
        if self._player is not None:
            self._player.close()


def heard(moment: Moment) -> Heard:
    """Return what matters to the ear of a moment."""
    step = moment.step
    if moment.kind == "movement" and step is not None:
        breath = step.feedback.breath
        lasting_s = float("inf")
        if step.exercise.pace == "breath":
            phases = [(phase.breath, phase.seconds) for phase in step.exercise.phases]
            lasting_s = shortest_s(phases, breath.breath)
        kind = "paused" if step.kind in ("comparing", "finished") else step.kind
        return Heard(kind, breath.breath, breath.cycle, lasting_s)
    grounded = moment.grounded
    if grounded is not None and grounded.way in _BREATHES and not moment.paused:
        return Heard("moving", grounded.breath.breath, grounded.breath.cycle)
    if moment.kind in ("summary", "finished"):
        return Heard("finished", "natural", 0)
    return Heard("paused", "natural", 0)


def spoken(moment: Moment) -> str | None:
    """Return the fixed phrase that goes with a moment: its id, or a movement's own text.

    What protects is spoken before all else, whatever is shown, in the words that name no side.
    """
    step = moment.step
    cue = None if step is None else step.feedback.cue
    if cue is not None and cue.protective:
        return f"cue.{cue.id}"
    if moment.kind == "grounding" and moment.grounded is not None:
        return f"grounding.{moment.grounded.way}-{moment.grounded.line}"
    if moment.kind != "movement" or step is None:
        return None
    if cue is not None and cue.side is None:
        return f"cue.{cue.id}"
    if step.kind in ("showing", "moving"):
        return step.exercise.phases[step.feedback.phase].words
    return None


def phrases(exercises: Iterable[Exercise]) -> Iterator[str]:
    """Yield all that may be spoken in a practice of these movements."""
    yield from (f"cue.{rule.id}" for rule in CUES if rule.id != "stand-side")
    yield from (f"grounding.{way}-{line}" for way, lines in LINES.items() for line in lines)
    yield from dict.fromkeys(phase.words for each in exercises for phase in each.phases)
