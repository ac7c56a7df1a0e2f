"""Whatever the program can say is written down, and nothing is written that is never said."""

import re
from pathlib import Path
from typing import get_args

import app
import feedback
import records
import ui
from exercises.definition import Phase
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


def test_nothing_is_written_that_is_never_said() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for package in (app, feedback, records, ui)
        for path in Path(str(package.__file__)).parent.rglob("*.py")
    )
    by_family = re.compile(
        r"(agreed|may|cue|breath|breath\.short|flag|area|offer|calibrate|because|easing"
        r"|posture|measure|day|side\.short|sides"
        r"|scale|signs|today|seeing|grounding|comparing|summary|sound\.caption|sound\.voice"
        r"|home|diary|calendar|goals|cards?|review|observing|asking"
        r"|report|handout|all|talk\.[a-z-]+|group\.[a-z]+|place|leader\.(state|notice|script|seats))\.[a-z0-9-]+"
    )
    quoted = code.replace("'", '"')
    unsaid = {key for key in ENGLISH if not by_family.fullmatch(key) and f'"{key}"' not in quoted}
    assert unsaid == set()
