"""What staff read of people, ranges and proposals: every id that logic gives has its words."""

import re
from pathlib import Path
from typing import get_args

import pytest

import feedback
from exercises.flags import FLAGS, GUARDED, NO_HOLDS
from exercises.person import Area, Person
from feedback.easing import Why
from feedback.shows import Untaken
from tests.words.catalogues import texts
from words.tr import tr

AREAS = get_args(Area)
OFFERS = {
    "one-side",
    "spared-side",
    *(f"spared-{area}" for area in AREAS),
    *(f"small-{flag}" for flag in GUARDED),
    *(f"no-hold-{flag}" for flag in NO_HOLDS),
    *(f"posture-{p}" for p in get_args(Person.model_fields["posture"].annotation) if p != "any"),
}
IN_CODE = "".join(
    path.read_text(encoding="utf-8") for path in Path(str(feedback.__file__)).parent.glob("*.py")
)
BECAUSE = set(re.findall(r'"because\.([a-z-]+)"', IN_CODE))


@pytest.mark.parametrize(
    ("family", "ids"),
    [
        ("flag", set(FLAGS)),
        ("area", set(AREAS)),
        ("offer", OFFERS),
        ("because", BECAUSE),
        ("easing", set(get_args(Why))),
    ],
)
def test_a_family_of_words_holds_what_is_said_and_no_more(family: str, ids: set[str]) -> None:
    written = {key.removeprefix(f"{family}.") for key, _ in texts("en") if key.startswith(family)}
    assert written == ids


def test_every_reason_not_to_take_a_top_has_kind_words() -> None:
    said = [tr(f"calibrate.untaken-{why}") for why in get_args(Untaken)]
    assert len(set(said)) == len(get_args(Untaken))
