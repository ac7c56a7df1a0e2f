"""The parts of a profile, in order."""

from exercises.person import Person
from ui.around import Around
from ui.screens.profile_about import About, Spares, Watched
from ui.screens.profile_agreed import Agreed, Screened
from ui.screens.profile_goals import Goals
from ui.screens.profile_section import Section


def sections(around: Around, person: Person | None) -> list[Section]:
    """Return the parts of a profile; of somebody new where `person` is `None`."""
    kinds = (About, Spares, Goals, Watched, Screened, Agreed)
    return [kind(around, person) for kind in kinds]
