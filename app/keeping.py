"""Keeping a practice in the store, where that was agreed to: while it runs, and at its end."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from app.following import Following, with_flare
from app.practised import Practised
from app.recording import Recording
from app.strand import Newest, Strand
from exercises.exercise import Exercise
from exercises.person import Person
from feedback.arc import Arc
from feedback.moment import Moment
from vision.models import MEDIAPIPE_VERSION, ModelSize
from vision.sight import Sight

if TYPE_CHECKING:
    from records.store import Store

Follow = Callable[[Arc, Moment, Sight, tuple[int, int], float], None]
"""Takes what is new of a practice at one moment, as `app.following.Following` does."""


def follow_nothing(
    arc: Arc, moment: Moment, sight: Sight, picture_px: tuple[int, int], t: float
) -> None:
    """Take nothing, of a practice that is not kept."""


class Keeping:
    """One practice in the store: written while it runs, and what is said later in its place.

    Parameters
    ----------
    person
        Whose.
    began_at
        When it began; it is never asked again, should the clock be set meanwhile.
    flare
        Whether the person called it a flare day beforehand.
    movements
        Those that may be done in it.
    """

    def __init__(
        self,
        person: Person,
        began_at: datetime,
        *,
        flare: bool = False,
        movements: Iterable[Exercise] = (),
    ) -> None:
        self._flare = flare
        self._agreed = person.consent is not None and person.consent.may_record
        self._code = person.code
        self._fixed = fixed_of(person, began_at, movements, "full")
        self._strand = Strand(self._code, self._fixed)
        self.kept = False

    @property
    def begun(self) -> bool:
        """Whether some of it is in the store."""
        return self._strand.id is not None

    @property
    def unkept(self) -> str:
        """What of its angles could not be kept, and why, in half a line; empty for nothing."""
        return unkept_of(self._strand)

    @contextmanager
    def running(self, store: Callable[[], "Store"]) -> Iterator[Follow]:
        """Give what takes the practice while it runs; without a yes it takes nothing.

        Parameters
        ----------
        store
            Returns the store, asked on a thread of its own, which is open for as long.
        """
        if not self._agreed:
            yield follow_nothing
            return
        with Recording(store) as recording:
            self._strand = recording.strand(self._code, self._fixed)
            yield Following(self._strand, flare=self._flare)

    def keep(self, store: "Store", done: Practised) -> bool:
        """Keep it as it is now; return whether it is kept, which has to have been agreed to.

        Raises
        ------
        StoreError
            Where it cannot be kept.
        """
        if not self._agreed:
            return False
        ratings = with_flare(done.ratings, flare=self._flare)
        self._strand.end(store, Newest(done.record, ratings, done.words))
        self.kept = True
        return True


def fixed_of(
    person: Person,
    began_at: datetime,
    movements: Iterable[Exercise],
    model: ModelSize,
    with_staff: str | None = None,
) -> Mapping[str, object]:
    """Return what does not change in a practice that begins, as it is kept.

    Parameters
    ----------
    movements
        Those that may be done in it.
    model
        The pose model that sees it.
    with_staff
        The initials of who is there; `None` for nobody.
    """
    return {
        "began_at": began_at,
        "made_with": made_with(model),
        "with_staff": with_staff,
        "screening": person.screening,
        "set_up": tuple(
            {"exercise_id": each.id, "posture": each.posture, "view": each.view}
            for each in {each.id: each for each in movements}.values()
        ),
    }


def made_with(model: ModelSize) -> str:
    """Return the program and the pose model, with their versions."""
    return f"unhurried {version('unhurried')}, pose {model}, mediapipe {MEDIAPIPE_VERSION}"


def unkept_of(strand: Strand) -> str:
    """Return what of a practice's angles could not be kept, in half a line; empty for nothing."""
    if strand.unkept_s < 0.5:
        return ""
    return f"{strand.unkept_s:.0f} s of its angles were not ({strand.trouble or 'no time for it'})"
