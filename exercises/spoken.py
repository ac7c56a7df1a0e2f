"""What a definition has to say to people, which the catalogues of other languages translate."""

from collections.abc import Iterator

from exercises.exercise import Exercise
from exercises.programme import Programme


def spoken_of(movement: Exercise) -> Iterator[str]:
    """Yield every English text of a movement that is shown, printed or spoken."""
    yield from (movement.title, movement.camera, movement.prompt, movement.how, movement.helps)
    yield from movement.care
    yield from (phase.words for phase in movement.phases)
    yield from (caution.reason for caution in movement.cautions)


def spoken_of_programme(programme: Programme) -> Iterator[str]:
    """Yield every English text of a programme that is shown."""
    yield from (text for text in (programme.title, programme.note) if text)
