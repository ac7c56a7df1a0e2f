"""People's diaries."""

from feedback.ratings import DiaryEntry
from records.days import Days
from records.tables import DiaryRow
from records.work import Work


class Diary(Days[DiaryEntry, DiaryRow]):
    """Adds, changes and finds entries."""

    def __init__(self, work: Work) -> None:
        super().__init__(work, DiaryEntry, DiaryRow, "the diary entry")
