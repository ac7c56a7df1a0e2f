"""The practices of a store: written while they run, and read."""

from records.practice_reading import PracticeReading
from records.practice_writing import PracticeWriting
from records.running import Running
from records.work import Work


class Practices(PracticeWriting, PracticeReading):
    """Keeps practices, and finds them again."""

    def __init__(self, work: Work) -> None:
        super().__init__(work, Running.beside(work.path))
