"""Arriving: pain, mood and energy as they are."""

from ui.patient.rating import RatingScreen


class Arrival(RatingScreen):
    """Pain, mood and energy before moving."""

    def __init__(self) -> None:
        super().__init__("arrival.title", ("pain", "mood", "energy"), "before")
