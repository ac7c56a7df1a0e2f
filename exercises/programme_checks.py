"""What has to hold of a programme beside the movements it names."""

from collections.abc import Iterator, Mapping

from exercises.exercise import Exercise
from exercises.fault import Fault, did_you_mean
from exercises.one_sided import one_sided
from exercises.programme import Item, Programme


def programme_faults(
    programme: Programme, movements: Mapping[str, Exercise], file: str = ""
) -> tuple[Fault, ...]:
    """Return all that does not hold of `programme`, at once; empty where all is well.

    Parameters
    ----------
    programme
        The programme.
    movements
        The movements there are, by id.
    file
        How faults call the file it is from.
    """
    found: list[Fault] = []
    for row, item in enumerate(programme.items):
        at = f"items[{row}]"
        if item.exercise_id not in movements:
            hint = did_you_mean(item.exercise_id, movements) or "see unhurried movements list"
            message = f'no movement is called "{item.exercise_id}"'
            found.append(Fault(file, f"{at}.exercise_id", message, hint))
        else:
            found += _item_faults(file, at, item, movements[item.exercise_id])
    if len(set(programme.days)) < len(programme.days):
        found.append(Fault(file, "days", "a day is named twice", "name each once"))
    return tuple(found)


def _item_faults(file: str, at: str, item: Item, exercise: Exercise) -> Iterator[Fault]:
    if item.repetitions is not None and not exercise.repetitions:
        hint = "say minutes in place of repetitions"
        yield Fault(file, f"{at}.repetitions", f"{exercise.id} is not counted", hint)
    if item.sides != "both" and one_sided(exercise, item.sides) is None:
        message = f"{exercise.id} is not done with one side alone"
        yield Fault(file, f"{at}.sides", message, 'say sides = "both"')
    if item.exhale_s and exercise.pace == "natural":
        message = f"{exercise.id} follows the person's own breath"
        yield Fault(file, f"{at}.exhale_s", message, "leave it out")
