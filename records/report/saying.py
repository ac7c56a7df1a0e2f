"""What things are called in a report: movements, measures, cues, in the report's language."""

from collections.abc import Mapping

from exercises.exercise import Exercise
from vision.measures import Withheld
from words.tr import tr

Movements = Mapping[str, Exercise]
"""The movements that are known here, by their ids."""

WHY: Mapping[Withheld, str] = {
    Withheld.NOT_ASKED: "report.why-not-asked",
    Withheld.LEARNING: "report.why-learning",
    Withheld.FORESHORTENED: "report.why-foreshortened",
    Withheld.TURNED: "report.why-turned",
    Withheld.UNSEEN: "report.why-unseen",
    Withheld.REJECTED: "report.why-rejected",
    Withheld.MOVED: "report.why-moved",
}


def said(text: str, language: str, **values: object) -> str:
    """Return what `text` says in `language`, or `text` itself where nothing is written for it."""
    try:
        return tr(text, language, **values)
    except (KeyError, ValueError):
        return text


def title_of(movements: Movements, exercise_id: str, language: str) -> str:
    """Return the title of a movement; its id where it is not known any more."""
    known = movements.get(exercise_id)
    return exercise_id if known is None else said(known.title, language)


def measure_name(name: str, side: str, language: str) -> str:
    """Return what a measure is called, with its side where it has one."""
    called = said(f"measure.{name.replace('_', '-')}", language)
    if side in ("left", "right"):
        return f"{called}, {said(f'side.short-{side}', language)}"
    return called


def sentence(text: str) -> str:
    """Return `text` with a capital at its beginning."""
    return text[:1].upper() + text[1:]
