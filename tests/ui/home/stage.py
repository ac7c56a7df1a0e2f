"""Home at many moments, and a person before it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pygame

from feedback.instruments import Activity, Filled, GoalFelt
from feedback.ratings import DiaryEntry
from ui.home.asked import Answered, AsBefore, Go, HomeAsked, Noted, OpenDay
from ui.home.at import GoalShown, HomeAt, Planned
from ui.home.questions import opened
from ui.home.screen import HomeScreen
from ui.home.stage import Stage
from ui.inputs import Click, Drop, Input, Press, Typed
from ui.view import Choices

TODAY = date(2026, 3, 18)
SIZES = [(800, 600), (1280, 720), (1920, 1080)]
SCALES = [0.8, 1.0, 1.6]
PLANNED = Planned(
    "First meeting",
    (
        "Arriving breath",
        "Shoulder rolls, seated",
        "Sunrise arms, seated",
        "Closing, hands on belly",
    ),
    9.5,
)
LONG = Planned(
    "A programme whose title is rather long, for a quiet afternoon", 3 * PLANNED.movements, 31
)
GOALS = (
    GoalShown(
        "Take the blue cup from the top shelf again, without thinking of the shoulder",
        "reaching a shelf",
        ("Sunrise arms, seated", "Forward arm float, seated"),
    ),
    GoalShown("Comb my own hair", "combing one's hair"),
    GoalShown("أريد أن أطبخ لعائلتي", "standing while cooking", ("Standing weight shift",)),
)
ENTRY = DiaryEntry(
    day=TODAY,
    words="A slow day, and a good walk to the corner with the neighbour's dog.",
    pain=3,
    mood=6,
    sleep=4,
    symptoms="A dull pull on the left, mostly when sitting for long.",
    tried="The two-minute break, twice.",
)
OTHER = DiaryEntry(day=TODAY, words="Tired.", pain=4, flare=True, helped="Warmth")
FILLED = Filled(
    day=TODAY,
    activities=(Activity(words="Carry a crate of water up to the third floor", ability=3),),
    goals=(GoalFelt(words=GOALS[0].words), GoalFelt(words=GOALS[2].words, satisfaction=6)),
)
PRACTISED = frozenset(date(2026, 3, day) for day in (1, 2, 5, 9, 10, 16, 18))
NOTED = frozenset(date(2026, 3, day) for day in (2, 7, 16))
AT = HomeAt(
    TODAY,
    "morning",
    planned=PLANNED,
    short=True,
    goals=GOALS,
    practised=PRACTISED,
    noted=NOTED,
)


def views() -> dict[str, tuple[HomeAt, str]]:
    """Return home at many moments by name, each with what is said of what was just done."""
    noted = replace(AT, entry=ENTRY, changed=True)
    return {
        "today": (AT, ""),
        "today-name": (replace(AT, name="Äng", last=TODAY - timedelta(4)), "home.practice-kept"),
        "today-long": (
            replace(AT, name="Äng " * 12, planned=LONG, last=TODAY - timedelta(9)),
            "home.practice-not-kept",
        ),
        "today-free": (replace(AT, planned=replace(PLANNED, free_day=True)), ""),
        "today-nothing": (replace(AT, planned=None), "home.no-camera"),
        "today-not-cleared": (replace(AT, planned=None, cleared=False, short=False), ""),
        "diary-new": (replace(AT, where="diary", entry=DiaryEntry(day=TODAY)), ""),
        "diary": (replace(noted, where="diary"), "home.not-kept"),
        "diary-flare": (replace(AT, where="diary", entry=replace_day(OTHER, 7)), ""),
        "diary-not-agreed": (replace(AT, where="diary", may_keep=False), ""),
        "feelings": (replace(noted, where="feelings"), ""),
        "symptoms": (replace(noted, where="symptoms"), ""),
        "early-signs": (replace(noted, where="early-signs"), ""),
        "words": (replace(noted, where="words"), ""),
        "both": (replace(noted, where="both", theirs=OTHER), ""),
        "calendar": (replace(AT, where="calendar"), ""),
        "calendar-before": (
            replace(AT, where="calendar", entry=DiaryEntry(day=date(2026, 1, 9))),
            "",
        ),
        "today-asked": (replace(AT, filled=FILLED), "home.asking-left"),
        "asking": (replace(AT, where="asking", filled=FILLED), ""),
        "asking-goal": (replace(AT, where="asking", filled=FILLED, question=3), ""),
        "asking-last": (replace(AT, where="asking", filled=FILLED, question=6), ""),
        "naming": (replace(AT, where="naming", filled=FILLED, question=1), ""),
        "goals": (replace(AT, where="goals"), ""),
        "goals-none": (replace(AT, where="goals", goals=()), ""),
        **{f"card-{i}": (replace(AT, where="card", card=i), "") for i in range(10)},
    }


def replace_day(entry: DiaryEntry, day: int) -> DiaryEntry:
    """Return an entry of another day of the month."""
    return entry.model_copy(update={"day": TODAY.replace(day=day)})


@dataclass
class Sitting:
    """A person before home; what is asked for is answered as home would, without a store."""

    stage: Stage
    at: HomeAt
    size: tuple[int, int] = (1280, 720)
    choices: Choices = Choices()  # noqa: RUF009
    t: float = 0.0
    said: str = ""

    @property
    def screen(self) -> HomeScreen:
        """The screen that is seen."""
        assert self.stage._now is not None
        return self.stage._now[0]

    def draw(self) -> pygame.Surface:
        """Draw it as it is now, once everything that eases has come to rest."""
        surface = pygame.Surface(self.size)
        for _ in range(3):
            self.t += 1.0
            self.stage.set(self.at, self.t, self.said)
            self.stage.draw(surface, self.choices)
        return surface

    def take(self, *events: Input) -> list[HomeAsked | None]:
        """Do some things."""
        found = []
        for event in events:
            self.t += 0.1
            asked = self.stage.take(event, self.t)
            found.append(asked)
            if isinstance(asked, Go):
                self.at = replace(self.at, where=asked.to)
            elif isinstance(asked, Noted):
                self.at = replace(self.at, entry=asked.entry, changed=True)
            elif isinstance(asked, AsBefore):
                self.at = replace(self.at, entry=DiaryEntry(day=self.at.note.day), changed=False)
            elif isinstance(asked, Answered):
                where, at = opened(asked.filled, asked.question or 0)
                self.at = replace(self.at, filled=asked.filled, where=where, question=at)
            elif isinstance(asked, OpenDay):
                self.at = replace(self.at, where="diary", entry=DiaryEntry(day=asked.day))
            self.stage.set(self.at, self.t, self.said)
        return found

    def press(self, *keys: int, **held: bool) -> list[HomeAsked | None]:
        """Press keys one after another."""
        return self.take(*(Press(key, **held) for key in keys))

    def type(self, text: str) -> list[HomeAsked | None]:
        """Write letter by letter."""
        return self.take(*(Typed(letter) for letter in text))

    def click(self, id: str) -> HomeAsked | None:
        """Press the mouse on something that was drawn, and let it go."""
        self.draw()
        at = self.screen.boxes[id].center
        return self.take(Click(at), Drop(at))[0]


def sitting(
    name: str,
    size: tuple[int, int] = (1280, 720),
    choices: Choices | None = None,
    language: str = "en",
) -> Sitting:
    """Return a person before home at one of the moments."""
    at, said = views()[name]
    liked = choices or Choices()
    stage = Stage(language)
    at = replace(at, scanning=liked.scanning)
    stage.set(at, 0.0, said)
    return Sitting(stage, at, size, liked, said=said)
