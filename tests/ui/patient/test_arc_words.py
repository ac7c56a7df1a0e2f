"""What the question screens say: all of it written, nothing besides, nothing that is never said."""

from pathlib import Path
from typing import get_args

import pytest

import ui.patient
from feedback.outcome import Answer
from feedback.said import DAYS, SIGNS, Scaled
from feedback.summing import Moved, Way, Win
from tests.words.catalogues import texts
from words.wording import forbidden_in

WRITTEN = dict(texts("en", "arc"))
SCALED = get_args(Scaled)
FAMILIES = {
    *(f"scale.{what}{end}" for what in SCALED for end in ("", "-low", "-high")),
    *(f"scale.{way}" for way in ("less", "more")),
    *(f"signs.{sign}" for sign in SIGNS),
    *(f"today.{day}{more}" for day in DAYS for more in ("", "-more")),
    *(f"comparing.{answer}" for answer in get_args(Answer)),
    *(f"summary.moved-{moved}" for moved in get_args(Moved)),
    *(f"summary.win-{win}" for win in get_args(Win)),
    *(f"summary.{what}-{way}" for what in SCALED[:3] for way in get_args(Way)),
}


def test_all_that_may_be_said_is_written_and_nothing_besides() -> None:
    folder = Path(str(ui.patient.__file__)).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    assert set(WRITTEN) >= FAMILIES
    assert {key for key in WRITTEN if key not in FAMILIES and f'"{key}"' not in code} == set()


@pytest.mark.parametrize("key", list(WRITTEN))
def test_it_is_an_invitation(key: str) -> None:
    assert forbidden_in(WRITTEN[key]) == ()
    assert "!" not in WRITTEN[key]


def test_what_is_on_a_pill_is_short() -> None:
    ways_on = {"signs.none", "comparing.skip", "pain.on", "summary.end", "stop.end", "stop.back"}
    pills = {key for key in WRITTEN if key.startswith("on.")} | ways_on | {"rose.on", "rose.stop"}
    assert {key: WRITTEN[key] for key in pills if len(WRITTEN[key]) > 18} == {}
