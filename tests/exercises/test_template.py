"""The first file of a movement of one's own."""

from typing import get_args

import pytest
from pydantic import ValidationError

from exercises.exercise import Exercise
from exercises.general_texts import (
    camera_text,
    general_care,
    general_texts,
    rises_from_seat,
)
from exercises.library import library
from exercises.loading import parse
from exercises.template import Posture, like, template
from vision.measures import NAMES
from words.wording import forbidden_in


@pytest.mark.parametrize("posture", get_args(Posture))
def test_a_template_holds_together_as_it_is_and_explains_itself(posture: Posture) -> None:
    text = template("my-own", posture, 101, "movements/my-own.toml")
    movement = parse(text.encode(), "my-own.toml")
    assert (movement.id, movement.posture, movement.number) == ("my-own", posture, 101)
    assert movement.seen is (posture != "lying")
    assert "movements check movements/my-own.toml" in text
    assert text.count("#") > 12


@pytest.mark.parametrize("movement", library().values(), ids=lambda movement: movement.id)
def test_a_copy_is_the_movement_under_another_name_and_tied_to_no_other(
    movement: Exercise,
) -> None:
    copy = parse(like(movement, "my-own", 102, "f").encode(), "my-own.toml")
    assert (copy.id, copy.number, copy.variants) == ("my-own", 102, ())
    assert copy.phases == movement.phases
    assert copy.targets == movement.targets


def test_an_id_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError):
        template("My Own", "seated", 101, "f")


def test_every_general_text_is_an_invitation_and_short_enough() -> None:
    found = [rises_from_seat()]
    for measure in NAMES:
        for posture in ("seated", "standing"):
            found += [general_texts(measure, posture, rising=rising) for rising in (True, False)]
    said = [
        text
        for texts in found
        for text in (texts.title, texts.how, texts.away, texts.home, texts.prompt, texts.helps)
    ]
    said += [*general_care("standing"), *general_care("seated")]
    said += [camera_text(p, v, "left") for p in ("seated", "standing") for v in ("front", "side")]
    assert [word for text in said for word in forbidden_in(text)] == []
    assert max(len(words) for texts in found for words in (texts.away, texts.home)) <= 32


def test_a_knee_that_straightens_in_a_chair_unfolds_and_one_that_lifts_the_body_rises() -> None:
    assert general_texts("knee_flexion", "seated", rising=False).id == "knee-unfolds"
    assert general_texts("knee_flexion", "standing", rising=True).id == "soft-knees"
    assert rises_from_seat().id == "rise-and-sit"
