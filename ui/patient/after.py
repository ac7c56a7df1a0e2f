"""The same questions after moving, and how much effort it was."""

from ui.patient.rating import RatingScreen


class After(RatingScreen):
    """Pain, mood, energy and effort after moving."""

    def __init__(self) -> None:
        super().__init__("after.title", ("pain", "mood", "energy", "effort"), "after")
