"""What the page on ranges and programmes says is what the program does."""

import re
from pathlib import Path

from exercises.dial import SMALLEST
from exercises.library import library
from exercises.offer import SMALL_SHARE
from exercises.programme_file import parse_programme
from exercises.programmes import presets
from exercises.ranges import SHORTEST_REASON
from exercises.signed_range import REVIEW_AFTER
from feedback.calibrating import MOST_S
from feedback.comfort import COMFORTABLE_PRACTICES, MOST_EFFORT
from feedback.easing import SHARES, SMALLEST_SHARE, Why
from feedback.finding_range import WANTED
from feedback.grid import MANY, STEP
from feedback.proposal import LARGEST_BAND, STEP_BEYOND
from feedback.room_for_more import EXHALE_S, MOST_REPETITIONS, RANGE_SHARE
from feedback.shows import LEAST_OF_FARTHEST, LEAST_SHARE, SHORTEST_S
from feedback.stillness import STILL_S, WITHIN

PAGE = (Path(__file__).parents[2] / "docs" / "ranges.md").read_text(encoding="utf-8")
SAID = " ".join(PAGE.split())


def test_the_example_is_a_programme_that_can_be_read() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, flags=re.DOTALL)
    assert parse_programme(example.encode(), "docs/ranges.md", library()).items[0].tempo == 0.9


def test_the_figures_of_the_page_are_those_of_the_program() -> None:
    assert f"cut to {SMALL_SHARE:.0%} of the way" in SAID
    assert f"still within {WITHIN['degrees']:g}° for {STILL_S:g} s" in SAID
    assert (WANTED, LEAST_SHARE, LEAST_OF_FARTHEST, MOST_S) == (3, 0.2, 0.5, 180)
    assert f"if it takes {SHORTEST_S:g} s" in SAID
    assert (STEP_BEYOND, LARGEST_BAND, MANY) == (0.1, 0.5, 5)
    assert "A step is 1°, 1% or 0.05 shoulder widths" in SAID
    assert STEP == {"degrees": 1.0, "percent": 1.0, "shoulder_widths": 0.05}
    assert (SHORTEST_REASON, REVIEW_AFTER.days, len(presets())) == (10, 28, 8)
    assert f"the dial ({SMALLEST:g} to 1)" in SAID
    rows: dict[Why, str] = {"too-much": '"too much"', "flare-day": "a flare day"}
    for why, said in rows.items():
        row = f"| {said} | × {SHARES[why].of_range:g} | × {SHARES[why].of_dose:g} |"
        assert row in SAID
    assert SMALLEST_SHARE == 0.2
    assert (COMFORTABLE_PRACTICES, RANGE_SHARE, EXHALE_S) == (3, 0.1, 0.5)
    assert f"a repetition (up to {MOST_REPETITIONS})" in SAID
    assert f"effort at most {MOST_EFFORT} of 10" in SAID
