"""What people answer of their life every few weeks."""

from feedback.instruments import Filled
from records.days import Days
from records.outcome_tables import OutcomeRow
from records.work import Work


class Outcomes(Days[Filled, OutcomeRow]):
    """Adds, changes and finds what was filled in."""

    def __init__(self, work: Work) -> None:
        super().__init__(work, Filled, OutcomeRow, "what was answered")
