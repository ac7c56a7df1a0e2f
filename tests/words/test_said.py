"""Whatever the program can say is written down, and nothing is written that is never said."""

from typing import get_args

from exercises.exercise import Phase
from feedback.cues import CUES
from tests.words.catalogues import texts
from words.tr import tr

ENGLISH = dict(texts("en"))


def test_the_table_of_cues_and_the_catalogue_hold_the_same_cues() -> None:
    written = {key.removeprefix("cue.") for key in ENGLISH if key.startswith("cue.")}
    assert written == {rule.id for rule in CUES}


def test_a_cue_is_read_at_a_glance() -> None:
    assert {key: text for key, text in ENGLISH.items() if "cue." in key and len(text) > 64} == {}


def test_every_breath_of_a_phase_has_its_word() -> None:
    breaths = get_args(Phase.model_fields["breath"].annotation)
    assert {tr(f"breath.{breath}") for breath in breaths} == {
        "breathe in",
        "breathe out",
        "rest",
        "your own breath",
    }
