"""Looks at places are taken in a few at a time, and nobody's for ever later."""

from app.group.demo_plan import demo_plan
from app.group.eyes import GroupEyes, exercise_at
from app.group.show import first_at
from exercises.library import find_exercise
from tests.app.recorded_group import coming, zones


def test_looks_are_taken_in_a_few_at_once_those_first_that_waited_longest() -> None:
    ways = first_at(demo_plan(find_exercise("sunrise-arms-standing"), (1, 2, 3), talk_s=0.5))
    eyes, first, then = GroupEyes(zones(3)), *list(coming(ways, {}, 1.0, 0.0))[:2]
    exercise_of = exercise_at(None, ways)

    def known() -> dict[int, float]:
        return {number: sight.sight.time_s for number, sight in eyes.sights().items()}

    eyes.see(first, exercise_of, 2)
    assert len(known()) == 2
    waits = ({1, 2, 3} - known().keys()).pop()
    eyes.see(then, exercise_of, 1)
    assert known()[waits] == then.frame.time_s, "who was never taken in comes before who was"
    eyes.see(then, exercise_of)
    assert set(known().values()) == {then.frame.time_s}
