"""What a printed sheet says of a movement: its measures, its view and its dose, in plain words."""

from exercises.definition import Movement, Phase, Target
from exercises.unit_words import UNIT_SIGNS
from vision.measures import MEASURES, indices_of
from words.tr import tr

SIDES = {
    "each": "both sides at once",
    "together": "both sides together",
    "alternating": "one side, then the other",
    "midline": "",
}
VIEWS = {"front": "front view", "side": "side view", "any": "not seen by the camera"}
UNSEEN = "The camera does not measure this one: it runs by time and breath alone."


def caption_of(phase: Phase, language: str) -> str:
    """Return how a phase is breathed, and for how long."""
    return f"{tr(f'breath.{phase.breath}', language)} · {phase.seconds:g} s"


def range_of(target: Target) -> str:
    """Return what one measure does, in a line."""
    name = target.measure.replace("_", " ")
    unit = UNIT_SIGNS[MEASURES[indices_of(target.measure)[0]].unit]
    low, high = _number(target.low), _number(target.high)
    if target.role == "steady":
        return f"{name} stays within {low} to {high}{unit}"
    along = ", along with it" if target.role == "follow" else ""
    return (
        f"{name} from {_number(target.rest)}, comfortable {low} to {high}, "
        f"not past {_number(target.ceiling)}{unit}{along}"
    )


def measured_of(movement: Movement) -> str:
    """Return what is measured of a movement, or that nothing is."""
    if not movement.seen:
        return UNSEEN
    return "; ".join(range_of(target) for target in movement.targets) + "."


def offered_of(movement: Movement) -> str:
    """Return how often and how long a movement is offered."""
    about = f"about {_plural(movement.minutes, 'minute')}"
    sides = SIDES[movement.sides]
    parts = [about, *([sides] if sides else [])]
    if movement.repetitions:
        parts.insert(0, _plural(movement.repetitions, "repetition"))
    return ", ".join(parts)


def flags_of(movement: Movement, language: str) -> str:
    """Return for whom it is left out or made smaller; empty for nobody."""
    effects = {"hide": "left out", "small": "smaller", "no-hold": "without holds"}
    said = [f"{tr(f'flag.{c.flag}', language)}: {effects[c.effect]}" for c in movement.cautions]
    return "; ".join(said)


def _plural(count: float, word: str) -> str:
    return f"{count:g} {word}" if count == 1 else f"{count:g} {word}s"


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")
