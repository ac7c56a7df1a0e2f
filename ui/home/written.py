"""One part of a day's diary in the person's own words."""

from feedback.said import Rated, Wrote
from ui.home.asked import Go, HomeAsked, Noted
from ui.home.entries import Part, writing
from ui.home.screen import HomeScreen
from ui.patient.screen import Option, PatientView
from ui.patient.words import Words

_TITLES: dict[Part, str] = {
    "symptoms": "home.symptoms-title",
    "triggers": "home.triggers-title",
    "tried": "home.tried-title",
    "helped": "home.helped-title",
    "early-signs": "home.early-signs-title",
    "words": "home.words-title",
}


class Written(HomeScreen, Words):
    """A box that is written in, in any script.

    Parameters
    ----------
    part
        Of what.
    """

    def __init__(self, part: Part) -> None:
        Words.__init__(self)
        self._asks: HomeAsked | None = None
        self._part = part

    def title(self, view: PatientView) -> str:
        """Return what is written of."""
        return view.tr(_TITLES[self._part])

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return the way back to the day."""
        return (Option("back", view.tr("home.back-to-day"), key=view.tr("keys.name.escape")),)

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return what is written, and where the caret is."""
        return Words.looks(self, view)

    def asks(self, id: str) -> HomeAsked | None:
        """Return the way back to the day."""
        return Go("diary") if id == "back" else None

    def noted(self, said: Rated | Wrote) -> HomeAsked | None:
        """Return the entry with what is written in it."""
        if isinstance(said, Rated):
            return None
        return Noted(writing(self.at.note, self._part, said.text))
