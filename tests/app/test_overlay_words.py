"""Why there is no number, in a few kind words, and without flicker."""

from dataclasses import replace
from math import nan

import pytest

from app.overlay_angles import rows_of
from app.overlay_words import LASTS_S, Foot, reason
from exercises.library import find_exercise
from tests.people import arms, sight
from tests.words.catalogues import texts
from vision.measures import INDEX, Withheld
from vision.sight import Sight, nobody
from vision.viewpoint import Viewpoint

SUNRISE = find_exercise("sunrise-arms-standing")
KNEES = find_exercise("soft-knee-sink")
ARMS, LEGS = rows_of(SUNRISE), rows_of(KNEES)
LEFT, RIGHT = INDEX["knee_flexion_left"], INDEX["knee_flexion_right"]


def withheld(why: Withheld, turn_deg: float = 3.0, t: float = 0.0) -> Sight:
    seen = sight(t)
    seen.measures.withheld[:] = why
    return replace(seen, viewpoint=Viewpoint(turn_deg))


def said_by(foot: Foot, seen: Sight) -> str | None:
    sentence = foot.sentence(seen)
    return None if sentence is None else sentence.text


def front(t: float) -> Sight:
    return replace(arms(t, 60), viewpoint=Viewpoint(2.0))


@pytest.mark.parametrize(
    ("seen", "key"),
    [
        (withheld(Withheld.TURNED, 45), "overlay.turned-front"),
        (withheld(Withheld.TURNED, -170), "overlay.behind"),
        (withheld(Withheld.TURNED, nan), "overlay.finding"),
        (withheld(Withheld.LEARNING), "overlay.learning"),
        (withheld(Withheld.FORESHORTENED), "overlay.foreshortened"),
        (withheld(Withheld.UNSEEN), "overlay.unseen"),
        (withheld(Withheld.REJECTED), "overlay.rejected"),
        (withheld(Withheld.MOVED), "overlay.moved"),
        (nobody(0.0), "overlay.nobody"),
        (front(0.0), None),
    ],
)
def test_each_reason_has_its_words(seen: Sight, key: str | None) -> None:
    assert reason(SUNRISE, seen, ARMS) == key


def test_every_sentence_that_is_written_is_a_reason_for_something() -> None:
    units = {"overlay.degrees", "overlay.percent", "overlay.shoulder_widths"}
    written = {key for key, _ in texts("en") if key.startswith("overlay.")} - units
    reasons = {reason(SUNRISE, withheld(why, turn), ARMS) for why in Withheld for turn in (45, nan)}
    reasons |= {reason(SUNRISE, withheld(Withheld.TURNED, 180), ARMS)}
    reasons |= {reason(KNEES, withheld(Withheld.TURNED, 45), LEGS), "overlay.nobody"}
    assert written - {"overlay.vertical"} == reasons - {None}


def test_a_far_limb_out_of_sight_says_nothing_while_the_near_one_has_a_number() -> None:
    seen = withheld(Withheld.UNSEEN, 90)
    seen.measures.withheld[LEFT] = Withheld.GIVEN
    assert reason(KNEES, seen, LEGS) is None
    seen.measures.withheld[LEFT] = Withheld.FORESHORTENED
    assert reason(KNEES, seen, LEGS) == "overlay.foreshortened"


def test_arms_from_the_vertical_are_said_to_be() -> None:
    seen = front(0.0)
    seen.measures.by_vertical[ARMS[0]] = True
    assert reason(SUNRISE, seen, ARMS) == "overlay.vertical"


def test_a_movement_without_an_angle_of_its_own_explains_nothing() -> None:
    arriving = find_exercise("arriving-breath")
    assert rows_of(arriving) == ()
    assert reason(arriving, nobody(0.0), ()) is None


def test_the_turn_is_told_to_five_degrees_from_the_view_that_is_asked_for() -> None:
    assert said_by(Foot(SUNRISE, ARMS), withheld(Withheld.TURNED, -46.2)) == (
        "Turned about 45° from the camera: no angles"
    )
    assert said_by(Foot(KNEES, LEGS), withheld(Withheld.TURNED, 43)) == (
        "Turned about 45° from a side view: no angles"
    )


def test_a_moment_of_another_reason_changes_nothing_and_one_that_lasts_does() -> None:
    foot = Foot(SUNRISE, ARMS)
    said = []
    for index in range(60):
        t = index / 20
        seen = withheld(Withheld.TURNED, 45, t)
        if index in (20, 21):
            seen = withheld(Withheld.REJECTED, 45, t)
        elif index >= 40:
            seen = front(t)
        said.append(said_by(foot, seen))
    assert len(set(said[:40])) == 1
    turns_back = said.index(None)
    assert turns_back / 20 == pytest.approx(2.0 + LASTS_S, abs=0.051)
    assert set(said[turns_back:]) == {None}
