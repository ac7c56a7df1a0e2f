"""Never more than one sentence: a notice, else a cue, else what the guide does."""

from dataclasses import replace
from typing import Literal

import pytest

from exercises.library import find_exercise
from feedback.feedback import Cue
from tests.ui.scene import feedback_of, view_of
from ui.line import sentence
from words.tr import tr

EXERCISE = find_exercise("sunrise-arms-standing")


def test_without_a_cue_the_words_of_the_phase_are_said_softly() -> None:
    said = sentence(view_of(EXERCISE, 1.0), "en")
    assert said.text == EXERCISE.phases[0].words
    assert said.ink == "soft"
    assert said.mark is None


def test_a_cue_takes_their_place_so_that_nothing_else_invites() -> None:
    plenty = Cue("soften-back", 0.0, protective=True)
    said = sentence(view_of(EXERCISE, 1.0, feedback_of(EXERCISE, 1.0, cue=plenty)), "en")
    assert said.text == tr("cue.soften-back")
    assert said.mark == "sand"
    comfort = Cue("comfort", 0.0)
    said = sentence(view_of(EXERCISE, 1.0, feedback_of(EXERCISE, 1.0, cue=comfort)), "en")
    assert said.mark == "green"


def test_a_notice_outranks_a_cue() -> None:
    feedback = feedback_of(EXERCISE, 1.0, cue=Cue("comfort", 0.0))
    view = replace(view_of(EXERCISE, 1.0, feedback), notice="notice.paused")
    assert sentence(view, "en").text == tr("notice.paused")


@pytest.mark.parametrize(
    ("side", "words"),
    [("left", "your left side"), ("right", "your right side"), (None, "one side")],
)
def test_which_side_to_turn_is_said_and_still_read_at_a_glance(
    side: Literal["left", "right"] | None, words: str
) -> None:
    cue = Cue("stand-side", 0.0, side=side)
    text = sentence(view_of(EXERCISE, 1.0, feedback_of(EXERCISE, 1.0, cue=cue)), "en").text
    assert f"turn {words} to the camera" in text
    assert len(text) <= 64


@pytest.mark.parametrize("side", ["left", "right", None])
def test_a_cue_that_names_no_side_reads_the_same_for_both(
    side: Literal["left", "right"] | None,
) -> None:
    cue = Cue("soften-back", 0.0, protective=True, side=side)
    said = sentence(view_of(EXERCISE, 1.0, feedback_of(EXERCISE, 1.0, cue=cue)), "en")
    assert said.text == tr("cue.soften-back")
