"""How a day was, on four sliders, each of which may be left alone."""

from typing import cast

from feedback.said import Rated, Scaled, Wrote
from ui.home.asked import Go, HomeAsked, Noted
from ui.home.entries import FELT, Felt, rated, rating
from ui.home.screen import HomeScreen
from ui.patient.rating import RatingScreen
from ui.patient.screen import Option, PatientView

# The sliders of a practice, and one that only a diary has.
_SCALES = cast(tuple[Scaled, ...], FELT)


class Feelings(HomeScreen, RatingScreen):
    """Pain, mood, energy and sleep."""

    def __init__(self) -> None:
        RatingScreen.__init__(self, "home.feelings-title", _SCALES, "before")
        self._asks: HomeAsked | None = None

    def value(self, what: Scaled, view: PatientView) -> int | None:
        """Return what is noted; `None` for nothing."""
        return rated(self.at.note, cast(Felt, what))

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return the answers, and where the knobs are on their way."""
        return RatingScreen.looks(self, view)

    def foot(self, view: PatientView) -> tuple[Option, ...]:
        """Return the way back to the day."""
        return (Option("back", view.tr("home.back-to-day"), key=view.tr("keys.name.escape")),)

    def act(self, option: Option, view: PatientView) -> Rated | None:
        """Go a step down or up, or back to the day."""
        asked = RatingScreen.act(self, option, view)
        if isinstance(asked, Rated):
            return asked
        self._asks = self.asks(option.id)
        return None

    def asks(self, id: str) -> HomeAsked | None:
        """Return the way back to the day."""
        return Go("diary") if id == "back" else None

    def noted(self, said: Rated | Wrote) -> HomeAsked | None:
        """Return the entry with the answer in it."""
        if isinstance(said, Wrote):
            return None
        return Noted(rating(self.at.note, cast(Felt, said.what), said.value))
