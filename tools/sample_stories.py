"""What happens to the three people of the sample clinic over six weeks: plain data.

One gets farther with one arm, one stays as they are, one has a flare in the fourth week. All of it
is made up, and so are the names.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from app.figure_options import FigureOptions
from exercises.exercise import Exercise
from exercises.library import find_exercise
from exercises.lines import Note
from exercises.person import Consent, Goal, Person, Screening
from exercises.programme import Item, Programme
from exercises.range_draft import RangeDraft
from exercises.signed_range import SignedRange
from feedback.instruments import Activity, Filled, GoalFelt
from feedback.observing import Observation
from feedback.outcome import Answer
from feedback.ratings import DiaryEntry, Felt, Ratings

THERAPIST, WEEKS = "AB", 6
DAYS = (1, 4)  # two practices a week, on Tuesdays and Fridays
RANGE_WEEKS = (0, 2, 4)


@dataclass(frozen=True)
class Asked:
    """A practice that is to be done.

    Attributes
    ----------
    figure
        Who performs it, and how.
    seconds
        For how long.
    stopped
        Whether it is stopped for how the person feels.
    """

    person: Person
    began_at: datetime
    item: Item
    ranges: tuple[SignedRange, ...]
    figure: FigureOptions
    seconds: float
    ratings: Ratings
    words: Note
    note: Note = ""


@dataclass(frozen=True)
class Signed:
    """A programme as it was signed on a day, with the ranges signed on the same day."""

    on: date
    programme: Programme
    ranges: tuple[SignedRange, ...]


@dataclass(frozen=True)
class Story:
    """One person's six weeks.

    Attributes
    ----------
    signed
        Programmes and ranges, the oldest first.
    """

    person: Person
    signed: tuple[Signed, ...]
    practices: tuple[Asked, ...]
    diary: tuple[DiaryEntry, ...]
    filled: tuple[Filled, ...]
    observed: tuple[Observation, ...]


@dataclass(frozen=True)
class Week:
    """How one week goes for somebody.

    Attributes
    ----------
    figure
        How the figure performs, as `FigureOptions` names it.
    ends
        By measure: the comfortable range and the limit, where they are signed anew in this week.
    pain, mood, energy
        Before and after.
    dose
        What the programme asks for from this week on; `None` where it stays as it is.
    """

    figure: dict[str, Any]
    pain: tuple[int, int]
    mood: tuple[int, int]
    energy: tuple[int, int]
    effort: int
    words: tuple[str, str]
    ends: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    dose: Item | None = None
    why: str = ""
    answer: Answer = "same"
    diary: str = ""
    flare: bool = False
    stopped: bool = False
    seconds: float = 60.0


def stories(today: date, seconds: float, size: tuple[int, int], fps: float) -> tuple[Story, ...]:
    """Return the three stories, over the six weeks before the week of `today`.

    Parameters
    ----------
    seconds
        How long a practice is, where it is not stopped.
    size, fps
        Of the pictures.
    """
    first = today - timedelta(days=today.weekday(), weeks=WEEKS)
    look = FigureOptions(width=size[0], height=size[1], fps=fps)
    return tuple(
        Story(
            person,
            signed := tuple(_signed(person, movement, weeks, first)),
            tuple(_practices(person, weeks, signed, first, replace(look, body=body), seconds)),
            tuple(_diary(weeks, first)),
            tuple(_filled(person, weeks, first)),
            tuple(_observed(weeks, first)),
        )
        for person, movement, body, weeks in _people(first)
    )


def _signed(
    person: Person, movement: Exercise, weeks: tuple[Week, ...], first: date
) -> Iterator[Signed]:
    version, item = 0, Item(exercise_id=movement.id, minutes=1.0)
    for number, week in enumerate(weeks):
        if not (week.ends or week.dose):
            continue
        on, item = first + timedelta(weeks=number), week.dose or item
        version += bool(week.ends)
        drafts = [
            RangeDraft(exercise_id=movement.id, measure_key=key, low=low, high=high, ceiling=top)
            for key, (low, high, top) in week.ends.items()
        ]
        programme = Programme(
            id="at-home", title="At home", items=(item,), days=("tuesday", "friday"), note=week.why
        )
        ranges = tuple(each.signed(person.code, THERAPIST, on, version) for each in drafts)
        yield Signed(on, programme, ranges)


def _practices(
    person: Person,
    weeks: tuple[Week, ...],
    signed: tuple[Signed, ...],
    first: date,
    look: FigureOptions,
    seconds: float,
) -> Iterator[Asked]:
    for number, week in enumerate(weeks):
        for turn, weekday in enumerate(DAYS):
            day = first + timedelta(weeks=number, days=weekday)
            holds = [each for each in signed if each.on <= day]
            item = holds[-1].programme.items[0]
            stopped = week.stopped and turn == 0
            pain, mood, energy = week.pain, week.mood, week.energy
            yield Asked(
                person=person,
                began_at=datetime.combine(day, time(9 + turn, 12)).astimezone(),
                item=item,
                ranges=tuple(each for version in holds for each in version.ranges),
                figure=replace(look, seed=10 * number + turn + 1, **week.figure),
                seconds=week.seconds if stopped else seconds,
                ratings=Ratings(
                    pain_before=pain[0],
                    pain_after=pain[1],
                    mood_before=mood[0],
                    mood_after=mood[1],
                    energy_before=energy[0],
                    energy_after=energy[1],
                    effort=week.effort,
                    satisfaction=min(10, 5 + mood[1] // 2),
                    felt=(Felt(exercise_id=item.exercise_id, answer=week.answer),),
                    flare=week.flare,
                    stopped=stopped,
                ),
                words=week.words[turn],
            )


def _diary(weeks: tuple[Week, ...], first: date) -> Iterator[DiaryEntry]:
    for number, week in enumerate(weeks):
        sunday = first + timedelta(weeks=number, days=6)
        yield DiaryEntry(
            day=sunday,
            words=week.diary,
            pain=max(week.pain),
            mood=week.mood[1],
            energy=week.energy[1],
            sleep=max(2, 8 - max(week.pain)),
            flare=week.flare,
            early_signs="a heavy, warm knee on the evening before" if week.flare else "",
            helped="short walks, and less of everything" if week.flare else "",
        )


def _filled(person: Person, weeks: tuple[Week, ...], first: date) -> Iterator[Filled]:
    for number in sorted({0, min(4, len(weeks) - 1), len(weeks) - 1}):
        week = weeks[number]
        yield Filled(
            day=first + timedelta(weeks=number, days=4),
            activities=tuple(
                Activity(words=goal.activity, ability=min(10, 8 - week.pain[1] + number // 2))
                for goal in person.goals
            ),
            goals=tuple(
                GoalFelt(words=goal.words, satisfaction=min(10, 3 + week.mood[1] // 2))
                for goal in person.goals
            ),
            control=min(10, 4 + week.energy[1] // 2),
            life=min(10, 3 + week.mood[1] // 2),
            practice=min(10, 6 + number // 2),
        )


def _observed(weeks: tuple[Week, ...], first: date) -> Iterator[Observation]:
    for number, week in enumerate(weeks):
        yield Observation(
            day=first + timedelta(weeks=number, days=DAYS[0]),
            attendance="in-part" if week.stopped else "came",
            breath_ease=min(10, 5 + week.energy[1] // 2),
            gait=8 - max(week.pain) // 2,
            alignment=min(10, 5 + week.mood[1] // 3),
            help="words" if number < 2 or week.flare else "none",
            on_task_min=10 if week.stopped else 25,
            note="Stopped early, and rested." if week.stopped else "",
        )


def _person(code: str, name: str, first: date, goal: str, activity: str, **more: object) -> Person:
    asked = first - timedelta(days=3)
    plain = Person(
        code=code,
        display_name=name,
        goals=(Goal(words=goal, activity=activity),),
        screening=Screening(by=THERAPIST, on=asked, cleared=True),
        consent=Consent(on=asked, record=True, research=True),
    )
    return plain.model_copy(update=more)


_LEFT, _RIGHT = "shoulder_abduction_left", "shoulder_abduction_right"
_LEAN, _KNEES = "trunk_side_lean", ("knee_flexion_left", "knee_flexion_right")


def _people(first: date) -> Iterator[tuple[Person, Exercise, int, tuple[Week, ...]]]:
    farther = _person(
        "P-0147", "Ursula Regenpfeifer", first, "Take the blue cup again", "reaching a shelf"
    )
    yield farther, find_exercise("sunrise-arms-seated"), 3, _FARTHER
    steady = _person(
        "P-0212", "Bartholomew Quickenden", first, "Garden as I do now", "weeding a bed"
    )
    yield steady, find_exercise("side-bend-seated"), 2, _STEADY
    flaring = _person(
        "P-0305", "Consolación Iturbide", first, "Down to the river and back", "walking downhill"
    )
    yield flaring, find_exercise("soft-knee-sink"), 5, _FLARING


def _arms(left: tuple[float, float, float], right: float) -> dict[str, tuple[float, float, float]]:
    return {_LEFT: left, _RIGHT: (60, right, 140)}


def _item(movement: str, **more: object) -> Item:
    return Item.model_validate({"exercise_id": movement, "minutes": 1.0} | more)


_FARTHER = (
    Week(
        {"top_left": 72, "reach": 1.1},
        (4, 3), (4, 6), (4, 5), 3, ("stiff on the left", "a little lighter"),
        _arms((40, 70, 85), 110), _item("sunrise-arms-seated", repetitions=5),
        "To begin with.", "same", "Slept on the other side.",
    ),
    Week(
        {"top_left": 76, "reach": 1.1},
        (4, 3), (5, 6), (4, 5), 3, ("warm shoulders", "it moved without asking"),
        answer="easier", diary="Hung up the washing myself.",
    ),
    Week(
        {"top_left": 84, "reach": 1.1},
        (3, 2), (5, 7), (5, 6), 3, ("it floats", "softer at the top"),
        _arms((45, 80, 95), 115), _item("sunrise-arms-seated", repetitions=6),
        "Two weeks without a rise of pain: a little more.", "easier", "A good week.",
    ),
    Week(
        {"top_left": 88, "reach": 1.1},
        (3, 2), (6, 7), (5, 6), 2, ("light", "the left follows the right"),
        answer="same", diary="Reached the second shelf.",
    ),
    Week(
        {"top_left": 97, "reach": 1.1},
        (2, 2), (6, 7), (6, 7), 2, ("there is room above", "warm, and no catch"),
        _arms((50, 92, 108), 118), _item("sunrise-arms-seated", repetitions=6, tempo=0.9),
        "Farther with the left in comfort; slower, as asked for.", "easier", "Slept through.",
    ),
    Week(
        {"top_left": 102, "reach": 1.1},
        (2, 1), (7, 8), (6, 7), 2, ("the blue cup is in reach", "easy on both sides"),
        answer="easier", diary="The blue cup.",
    ),
)  # fmt: skip

_STEADY = (
    Week(
        {"reach": 0.95}, (2, 2), (6, 7), (6, 6), 2, ("breath in the ribs", "quiet"),
        {_LEAN: (8, 18, 26)}, _item("side-bend-seated", repetitions=3), "As before.",
        diary="As always.",
    ),
    Week({"reach": 0.97}, (2, 2), (6, 7), (6, 7), 2, ("quiet", ""), diary="Rain."),
    Week({"reach": 0.93}, (2, 1), (7, 7), (6, 6), 2, ("even on both sides", "quiet")),
    Week({"reach": 0.96}, (2, 2), (6, 7), (6, 6), 2, ("", "a long breath"), diary="Garden."),
    Week(
        {"reach": 0.95}, (2, 2), (7, 7), (6, 7), 2, ("quiet", "as always"),
        {_LEAN: (8, 18, 26)}, _item("side-bend-seated", repetitions=3, exhale_s=1.0),
        "The range was looked at again and stays; a longer breath out, as asked for.",
    ),
    Week({"reach": 0.94}, (2, 1), (7, 8), (6, 7), 1, ("even", "quiet"), diary="Beans are up."),
)  # fmt: skip

_FLARING = (
    Week(
        {"reach": 0.9}, (3, 3), (5, 6), (5, 5), 3, ("careful", "steadier than I thought"),
        dict.fromkeys(_KNEES, (12, 30, 42)), _item("soft-knee-sink", repetitions=5),
        "To begin with.", diary="Walked to the bridge.",
    ),
    Week(
        {"reach": 1.0}, (3, 2), (5, 7), (5, 6), 3, ("a spring in it", "warm"), answer="easier",
        diary="To the bridge and back.",
    ),
    Week({"reach": 1.0}, (3, 2), (6, 7), (6, 6), 3, ("easy", "easy"), diary="A long walk."),
    Week(
        {"reach": 0.5}, (6, 7), (3, 3), (2, 2), 5, ("it burns, I stopped", "only a little"),
        dict.fromkeys(_KNEES, (8, 18, 26)),
        _item("soft-knee-sink", repetitions=3, range_share=0.6, tempo=0.8),
        "A flare: less of it, slower, and a lower limit until it is over.", "heavier",
        "Hot knee, stayed in.", flare=True, stopped=True, seconds=32.0,
    ),
    Week(
        {"reach": 0.8}, (4, 4), (5, 6), (4, 4), 3, ("careful again", "it settles"),
        diary="Round the house.",
    ),
    Week(
        {"reach": 0.95}, (3, 3), (6, 7), (5, 6), 3, ("nearly as before", "to the bridge"),
        dict.fromkeys(_KNEES, (10, 26, 38)), _item("soft-knee-sink", repetitions=4),
        "The flare is over: back, in small steps.", "easier", "To the bridge.",
    ),
)  # fmt: skip
